"""The Word file as LibreOffice lays it out and computes it, and our PDF, say the same."""

import html
import re
from collections import Counter
from itertools import pairwise
from pathlib import Path

import pypdf
import readers
from papers import Built
from readers import solid


def test_every_field_holds_what_libreoffice_computes(built: Built, paper: str) -> None:
    """REF, SEQ, PAGE: LibreOffice computes them on loading; pandoc shows what the file holds."""
    cached = built.file(paper, "docx")
    computed = readers.soffice(cached, "docx", built.folder / "computed" / paper)
    ours, theirs = (_words(readers.pandoc(file)) for file in (cached, computed))
    assert len(ours) > 100
    assert ours == theirs


def _words(text: str) -> list[str]:
    """Return the words that pandoc reads surely.

    It begins a list anew at each bookmark of LibreOffice, may give a table the next one's caption, and draws rules by
    alignments that LibreOffice spells out: marks, captions and rules are left out here; the next test reads the pages.
    """
    said = "\n".join(line for line in text.splitlines() if not line.lstrip().startswith(": "))
    return [word for word in said.split() if not re.fullmatch(r"\(?[a-z]{1,4}[.)]|\d+\.|[-•–]|\+[-=:+]+", word)]


def test_each_number_stands_before_its_words(built: Built, paper: str) -> None:
    """Sections and paragraphs by their numbers and first words, captions by label and title: in order, in both."""
    expected = []
    for entry in built.outline(paper).entries:
        match entry.type:
            case "section" if entry.number:
                expected.append(f"{entry.number}{entry.title}")
            case "paragraph":
                expected.append(f"{entry.number}{_opening(entry.text or '')}")
            case "table" | "figure" if entry.number:
                expected.append(f"{entry.label}.{_opening(entry.title or '')}")
            case "annex":
                expected.append(f"{entry.label}{_opening(entry.title or '')}")
    assert expected
    for file in (built.file(paper, "pdf"), built.laid_out(paper)):
        read = solid("".join(readers.pdf_pages(file)))
        places = [_find(read, solid(words)) for words in expected]
        assert all(here < there for here, there in pairwise(places)), file


def _opening(text: str) -> str:
    return " ".join(text.split()[:4])


def _find(read: str, words: str) -> int:
    """Return where words stand last: a table of contents repeats them before their place."""
    assert words in read, words
    return read.rfind(words)


def test_both_hold_the_same_characters(built: Built, paper: str) -> None:
    """No word is lost or doubled on the way to either format; but a head of a table that is repeated counts once."""
    ours, theirs = (_characters(file) for file in (built.file(paper, "pdf"), built.laid_out(paper)))
    heads = [Counter(_said(head)) for head in _HEAD.findall(built.file(paper, "html").read_text("utf-8"))]
    assert sum(ours.values()) > 500
    assert _without(ours - theirs, heads) == Counter()
    assert _without(theirs - ours, heads) == Counter()


_HEAD = re.compile(r"<thead>.*?</thead>", re.DOTALL)


def _said(markup: str) -> str:
    return solid(html.unescape(re.sub(r"<[^>]+>", "", markup)))


def _characters(file: Path) -> Counter[str]:
    """Count the characters of the body; full stops aside, which lead to the page numbers of the contents."""
    return Counter(solid("".join(readers.pdf_pages(file))).replace(".", ""))


def _without(rest: Counter[str], heads: list[Counter[str]]) -> Counter[str]:
    """Take out whole heads of tables."""
    for head in heads:
        while rest and head <= rest:
            rest = rest - head
    return rest


def test_both_have_the_same_headings_on_the_same_pages(built: Built, paper: str) -> None:
    """The contents in the Word file take their page numbers from the PDF: so both must break pages alike."""
    ours = len(pypdf.PdfReader(built.file(paper, "pdf")).pages)
    theirs = len(pypdf.PdfReader(built.laid_out(paper)).pages)
    assert abs(ours - theirs) <= 1
