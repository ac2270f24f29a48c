"""What LibreOffice computes in the Word file, and how many pages it makes; what is said in it, test_same_text reads."""

import re

import pypdf
import readers
from papers import Built


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
    alignments that LibreOffice spells out: marks, captions and rules are left out here, and read in test_same_text.
    """
    said = "\n".join(line for line in text.splitlines() if not line.lstrip().startswith(": "))
    return [word for word in said.split() if not re.fullmatch(r"\(?[a-z]{1,4}[.)]|\d+\.|[-•–]|\+[-=:+]+", word)]


def test_both_have_the_same_headings_on_the_same_pages(built: Built, paper: str) -> None:
    """The contents in the Word file take their page numbers from the PDF: so both must break pages alike."""
    ours = len(pypdf.PdfReader(built.file(paper, "pdf")).pages)
    theirs = len(pypdf.PdfReader(built.laid_out(paper)).pages)
    assert abs(ours - theirs) <= 1
