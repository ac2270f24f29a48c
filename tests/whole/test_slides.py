"""The slides that come with the project: what LibreOffice shows of the PowerPoint file, and our PDF, say the same."""

import page
import pptx
import pypdf
import pytest
import readers
from openxml_audit import FileFormat, OpenXmlValidator
from papers import SLIDES, Built
from readers import solid
from structure_tree import unread


@pytest.fixture(params=SLIDES)
def deck(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.mark.parametrize("version", [FileFormat.OFFICE_2016, FileFormat.MICROSOFT_365])
def test_powerpoint_files_are_office_open_xml(built: Built, deck: str, version: FileFormat) -> None:
    result = OpenXmlValidator(version).validate(str(built.file(deck, "pptx")))
    assert [str(error) for error in result.errors] == []
    assert result.is_valid


def test_pdf_files_of_slides_are_accessible(built: Built, deck: str) -> None:
    report = page.validate_pdf(built.file(deck, "pdf"), profile="ua1")
    assert [f"{failure.rule_id}: {failure.message}" for failure in report.failures] == []
    assert report.is_compliant
    assert unread(pypdf.PdfReader(built.file(deck, "pdf"))) == []


def test_every_slide_has_its_title_in_a_title_placeholder(built: Built, deck: str) -> None:
    slides = pptx.Presentation(str(built.file(deck, "pptx"))).slides
    titles = [slide.shapes.title.text_frame.text for slide in slides if slide.shapes.title is not None]
    outline = pypdf.PdfReader(built.file(deck, "pdf")).outline
    assert titles == [entry.title for entry in outline if not isinstance(entry, list)]
    assert len(titles) == len(slides) == len(pypdf.PdfReader(built.file(deck, "pdf")).pages) == 12


def test_both_have_the_same_words_in_the_same_order_on_the_same_slides(built: Built, deck: str) -> None:
    ours, theirs = (_slides(built, deck, reader) for reader in ("ours", "theirs"))
    assert sum(map(len, ours)) > 1500
    assert ours == theirs


def _slides(built: Built, deck: str, reader: str) -> list[str]:
    """Return the words of each slide, row by row as they stand; bullets and what is at the foot are left out."""
    file = built.file(deck, "pdf") if reader == "ours" else built.laid_out(deck)
    return [solid(words).translate(dict.fromkeys(map(ord, "•–"))) for words in readers.pdf_slides(file)]
