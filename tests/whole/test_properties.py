"""What a paper's files say of themselves: the same in PDF (Info dictionary and XMP), Word, PowerPoint and html."""

from datetime import UTC, datetime
from pathlib import Path

import docx
import lxml.html
import pptx
import pypdf
import pytest
from papers import PAPERS, SAMPLES, SLIDES, Built

from neaspec_docs.write.languages import language


def of_pdf(file: Path) -> list[tuple[object, ...]]:
    """Return title, symbol, author, language and dates twice: as the Info dictionary and as the XMP have them."""
    reader = pypdf.PdfReader(file)
    info, packet = reader.metadata, reader.xmp_metadata
    assert info is not None
    assert packet is not None
    spoken = reader.root_object["/Lang"]
    dates = [info.creation_date, info.modification_date]
    by_info = (info.title, info.subject, info.author, spoken, *(_day(date) for date in dates))
    (title,) = (packet.dc_title or {}).values()
    symbol = next(iter((packet.dc_description or {}).values()), None)
    author, (language_said,) = ", ".join(packet.dc_creator or ()), packet.dc_language or ("",)
    assert packet.dc_identifier == symbol
    dates = [packet.xmp_create_date, packet.xmp_modify_date]
    return [by_info, (title, symbol, author, language_said, *(_day(date) for date in dates))]


def of_office(file: Path) -> tuple[object, ...]:
    open_ = docx.Document if file.suffix == ".docx" else pptx.Presentation
    said = open_(str(file)).core_properties
    assert said.last_modified_by == said.author
    return said.title, said.subject or None, said.author, said.language, _day(said.created), _day(said.modified)


def _day(moment: datetime | None) -> datetime | None:
    return None if moment is None else moment.replace(tzinfo=UTC)


@pytest.mark.parametrize("paper", PAPERS + SAMPLES + SLIDES)
def test_every_format_says_the_same(paper: str, built: Built) -> None:
    info, xmp = of_pdf(built.file(paper, "pdf"))
    assert info == xmp
    title, symbol, author, spoken, made, modified = info
    assert None not in {title, author, spoken, made}
    assert made == modified
    office = built.file(paper, "pptx" if paper in SLIDES else "docx")
    assert of_office(office) == (title, symbol, author, language(str(spoken)).tag, made, modified)
    html = lxml.html.parse(built.file(paper, "html")).getroot()
    assert (html.get("lang"), html.findtext("head/title")) == (spoken, title)
    assert symbol == built.outline(paper).symbol
