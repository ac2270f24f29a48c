"""The head of the Page -> the properties of the file: title, symbol, author, language, dates (ISO/IEC 29500-2).

The dates are the paper's, or SOURCE_DATE_EPOCH where that is set: never the day of the build, so that the same
content gives the same bytes.
"""

import os
from datetime import UTC, date, datetime, time
from importlib.metadata import version
from xml.etree.ElementTree import Element

from docx.opc.coreprops import CoreProperties
from lxml import etree

from neaspec_docs.write.docx.languages import Language
from neaspec_docs.write.docx.wordml import W
from neaspec_docs.write.styled import meta, words

_APP = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
_PROGRAM = "neaspec-docs"


def core(properties: CoreProperties, page: Element, language: Language) -> None:
    """Fill the core properties of a file in place of the template's."""
    title = page.find("head/title")
    author = meta(page, "author") or ""
    properties.title = words(title) if title is not None else ""
    properties.subject = meta(page, "symbol") or ""
    properties.author = author
    properties.last_modified_by = author
    properties.language = language.tag
    properties.revision = 1
    if (when := _date(page)) is not None:
        properties.created = properties.modified = when


def app() -> bytes:
    """Return docProps/app.xml: which program wrote the file."""
    root = etree.fromstring(f'<Properties xmlns="{_APP}"/>')
    major, minor = version(_PROGRAM).split(".")[:2]
    for tag, value in (("Application", _PROGRAM), ("AppVersion", f"{int(major):02d}.{int(minor):04d}")):
        etree.SubElement(root, f"{{{_APP}}}{tag}").text = value
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def speak(styles: etree._Element, language: Language) -> None:
    """Make this the language of all text that names no other, and its East Asian font that of all such characters.

    `styles` is the root of styles.xml, whose defaults are changed.
    """
    defaults = styles.find("w:docDefaults/w:rPrDefault/w:rPr", {"w": W})
    if defaults is None:
        return
    stem = f"{{{W}}}"
    spoken, fonts = defaults.find(f"{stem}lang"), defaults.find(f"{stem}rFonts")
    if spoken is None:
        spoken = etree.SubElement(defaults, f"{stem}lang")
    spoken.set(f"{stem}val", language.tag)
    if language.right_to_left:
        spoken.set(f"{stem}bidi", language.tag)
    if language.east_asian:
        spoken.set(f"{stem}eastAsia", language.tag)
        if fonts is not None:
            fonts.set(f"{stem}eastAsia", language.font)


def _date(page: Element) -> datetime | None:
    """Return SOURCE_DATE_EPOCH, else the paper's date at midnight, else None."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if epoch.isdecimal():
        return datetime.fromtimestamp(int(epoch), UTC)
    try:
        return datetime.combine(date.fromisoformat(meta(page, "date") or ""), time(), UTC)
    except ValueError:
        return None
