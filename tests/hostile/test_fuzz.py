"""A share of `make fuzz` for each test run: the same numbers each time, and some that hypothesis draws and shrinks."""

import zipfile
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import fuzzing
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

OF_CHANCE = range(12)
"""The numbers that are tried: between them the samples are built in each format."""

FOUND = (2055,)
"""Numbers by which something was found once, and mended."""


def judged(chance: Random) -> str:
    with TemporaryDirectory(prefix="neaspec-docs-fuzz-") as folder:
        project, paper = fuzzing.spoiled(chance, Path(folder) / "project")
        return fuzzing.judged(project, paper, chance, Path(folder) / "out")


@pytest.mark.parametrize("number", [*OF_CHANCE, *FOUND])
def test_what_is_spoiled_is_built_or_refused(number: int) -> None:
    assert judged(Random(number)) in ("built", "refused")  # noqa: S311 -- to come out the same each time


@settings(max_examples=6, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(chance=st.randoms(use_true_random=False))
def test_however_it_is_spoiled(chance: Random) -> None:
    assert judged(chance) in ("built", "refused")


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
    with zipfile.ZipFile(tmp_path / "a.docx", "w") as parts:
        parts.writestr("word/document.xml", "<document/>")
    with pytest.raises(fuzzing.WrongFileError):
        fuzzing._read(tmp_path / "a.docx", Random(1))  # noqa: S311 -- as above
