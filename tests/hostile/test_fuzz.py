"""A share of `make fuzz` for each test run: the same numbers each time, and some that hypothesis draws and shrinks.

It is about two minutes of builds on one processor: the number of them is fixed, not the time. pytest-xdist begins the
files that hold most tests first, so the other workers do the rest of the suite meanwhile.
"""

import zipfile
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from xml.etree import ElementTree as ET

import docx
import fuzzing
import pytest
import readers
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pypdf import PdfWriter

ROUGHLY, GENTLY = range(70), range(70)
"""The numbers that are tried: between them each format is made and read again; LibreOffice reads some of Word."""

FOUND = (2055,)
"""Numbers by which something was found once, and mended."""


def judged(chance: Random, *, gently: bool = False) -> str:
    with TemporaryDirectory(prefix="neaspec-docs-fuzz-") as folder:
        project, paper = fuzzing.spoiled(chance, Path(folder) / "project", gently=gently)
        return fuzzing.judged(project, paper, chance, Path(folder) / "out")


@pytest.mark.parametrize("number", [*ROUGHLY, *FOUND])
def test_what_is_spoiled_is_built_or_refused(number: int) -> None:
    assert judged(Random(number)) in ("built", "refused")  # noqa: S311 -- to come out the same each time


@pytest.mark.parametrize("number", GENTLY)
def test_what_has_other_words_in_another_order_is_built_or_refused(number: int) -> None:
    assert judged(Random(number), gently=True) in ("built", "refused")  # noqa: S311 -- as above


@settings(max_examples=10, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(chance=st.randoms(use_true_random=False), gently=st.booleans())
def test_however_it_is_spoiled(chance: Random, gently: bool) -> None:  # noqa: FBT001 -- hypothesis gives it by its name
    assert judged(chance, gently=gently) in ("built", "refused")


def test_what_is_not_spoiled_is_built(monkeypatch: pytest.MonkeyPatch) -> None:
    """So the samples themselves have no fault, and are refused for none but what was spoiled in them."""
    monkeypatch.setattr(fuzzing, "_SPOILING", (lambda _, text: text,))
    monkeypatch.setattr(fuzzing, "_bytes", lambda _, text: text)
    for sample in (fuzzing.SAMPLES[0], fuzzing.SAMPLES[-7]):
        monkeypatch.setattr(fuzzing, "SAMPLES", (sample,))
        assert judged(Random(1)) == "built"  # noqa: S311 -- as above


def test_a_file_that_a_reader_refuses_is_found(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text("<html>")
    with pytest.raises(AssertionError):
        fuzzing._read(tmp_path / "a.html", Random(1))  # noqa: S311 -- as above
    untagged = PdfWriter()
    untagged.add_blank_page(90, 90)
    untagged.write(tmp_path / "a.pdf")
    with pytest.raises(fuzzing.WrongFileError, match="PDFUA1"):
        fuzzing._read(tmp_path / "a.pdf", Random(1))  # noqa: S311 -- as above
    with zipfile.ZipFile(tmp_path / "a.docx", "w") as parts:
        parts.writestr("word/document.xml", "<document/>")
    with pytest.raises(fuzzing.WrongFileError):
        fuzzing._read(tmp_path / "a.docx", Random(1))  # noqa: S311 -- as above


@pytest.mark.parametrize("reader", ["an XML parser", "pandoc", "LibreOffice"])
def test_a_word_file_that_ends_in_the_middle_is_refused_by(
    reader: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    docx.Document().save(str(tmp_path / "whole.docx"))
    with zipfile.ZipFile(tmp_path / "whole.docx") as whole, zipfile.ZipFile(tmp_path / "a.docx", "w") as broken:
        for name in whole.namelist():
            data = whole.read(name)
            broken.writestr(name, data[: len(data) // 2] if name == "word/document.xml" else data)
    if reader != "an XML parser":
        monkeypatch.setattr(fuzzing, "_validate", lambda _: None)
    if reader == "LibreOffice":
        monkeypatch.setattr(fuzzing, "_RARELY", 1)
        monkeypatch.setattr(readers, "pandoc", lambda _: "")
    refusals = {"an XML parser": ET.ParseError, "pandoc": RuntimeError, "LibreOffice": AssertionError}
    with pytest.raises(refusals[reader]):
        fuzzing._read(tmp_path / "a.docx", Random(1))  # noqa: S311 -- as above
