"""The head of the Page -> the properties of the file: title, symbol, author, language, dates (ISO/IEC 29500-2).

The dates are the paper's, or SOURCE_DATE_EPOCH where it has none, as in PDF (pdf/moment.py): never the day of the
build, so that the same content gives the same bytes.
"""

from datetime import UTC, date, datetime, time
from importlib.metadata import version
from typing import Protocol
from xml.etree.ElementTree import Element

from lxml import etree

from neaspec_docs.write.epoch import epoch
from neaspec_docs.write.languages import Language
from neaspec_docs.write.styled import meta, words

_APP = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
_PROGRAM = "neaspec-docs"
_LONGEST = 255


class CoreProperties(Protocol):
    """The core properties of a file, as python-docx and python-pptx give them alike."""

    title: str
    subject: str
    author: str
    last_modified_by: str
    language: str
    revision: int
    created: datetime
    modified: datetime


def core(properties: CoreProperties, page: Element, language: Language) -> None:
    """Fill the core properties of a file in place of the template's."""
    title = page.find("head/title")
    author = _short(meta(page, "author") or "")
    properties.title = _short(words(title)) if title is not None else ""
    properties.subject = _short(meta(page, "symbol") or "")
    properties.author = author
    properties.last_modified_by = author
    properties.language = language.tag
    properties.revision = 1
    if (when := moment(page)) is not None:
        properties.created = properties.modified = when


def _short(text: str) -> str:
    """Return a text, cut at a word where it has more characters than python-docx and python-pptx take."""
    if len(text) <= _LONGEST:
        return text
    return f"{text[:_LONGEST].rpartition(' ')[0].rstrip() or text[: _LONGEST - 1]}…"


def app() -> bytes:
    """Return docProps/app.xml: which program wrote the file."""
    root = etree.fromstring(f'<Properties xmlns="{_APP}"/>')
    major, minor = version(_PROGRAM).split(".")[:2]
    for tag, value in (("Application", _PROGRAM), ("AppVersion", f"{int(major):02d}.{int(minor):04d}")):
        etree.SubElement(root, f"{{{_APP}}}{tag}").text = value
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def moment(page: Element) -> datetime | None:
    """Return when the file may say it was made: the paper's date at midnight, else SOURCE_DATE_EPOCH, else None."""
    try:
        return datetime.combine(date.fromisoformat(meta(page, "date") or ""), time(), UTC)
    except ValueError:
        return epoch()
