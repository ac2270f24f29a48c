"""Words that run to the left, in a paper that runs to the right: their order and what is heard, in each format."""

from pathlib import Path
from zipfile import ZipFile

import pytest
import reading

from neaspec_docs import pipeline
from neaspec_docs.project import Project

MEETING = "title: A meeting\nshort: M-1\ndates: {start: 2020-10-12}\nvenue: Hall\npapers: [p]\n"
PAPER = "kind: paper\ntitle: A paper\nbody:\n  - text: Of שלום עולם (12) and مرحبا 13, “שלום”.\n"
FOLLOWED = (("he", "שלום עולם", "\u200e (12) and"), ("ar", "مرحبا", "\u200e 13, “"), ("he", "שלום", "”."))
"""Words with what stands behind them: a number has a mark before it, or the words would be set behind it."""

SAID = "Of שלום עולם ( 12 ) and مرحبا 13 , “ שלום ” ."


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of a paper with such words, in all formats."""
    root = tmp_path_factory.mktemp("project")
    (root / "content/m").mkdir(parents=True)
    (root / "content/m/meeting.yaml").write_text(MEETING, "utf-8")
    (root / "content/m/p.yaml").write_text(PAPER, "utf-8")
    order = pipeline.Order(Project(root), ["m/p"], ("pdf", "docx", "html"), root / "build", jobs=1)
    assert pipeline.build(order).diagnostics == ()
    return root / "build/m"


def test_a_screen_reader_hears_them_in_the_order_of_speech(built: Path) -> None:
    """They are painted backwards, from the left: ActualText has them as they are said (ISO 32000-1 14.9.4)."""
    assert " ".join(reading.pdf(built / "p.pdf").words).endswith(SAID)


def test_html_sets_them_apart_from_what_follows(built: Path) -> None:
    markup = (built / "p.html").read_text("utf-8")
    for language, words, behind in FOLLOWED:
        assert f'<span lang="{language}" dir="rtl">{words}</span>{behind}' in markup


def test_word_sets_them_to_the_left(built: Path) -> None:
    document = ZipFile(built / "p.docx").read("word/document.xml").decode()
    for tag, words in (("he-IL", "שלום עולם"), ("ar-SA", "مرحبا")):
        assert f'<w:rtl/><w:lang w:bidi="{tag}"/></w:rPr><w:t>{words}</w:t>' in document
    assert document.count("<w:rtl/>") == 3
