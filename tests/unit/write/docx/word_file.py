"""A Word file as the tests read it: its parts, paragraphs, fields and bookmarks, with lxml alone."""

from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree as ET
from zipfile import ZipFile

from lxml import etree

from neaspec_docs.diagnostics.diagnostic import Diagnostic
from neaspec_docs.model.page import Layout, Page
from neaspec_docs.project import Project
from neaspec_docs.write.docx import writer

HERE = Path(__file__).parent
NAMESPACES = {"w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main"}
W = f"{{{NAMESPACES['w']}}}"


class WordFile:
    """The bytes of a Word file, and what was said while it was written."""

    def __init__(self, data: bytes, diagnostics: tuple[Diagnostic, ...] = ()) -> None:
        self.data = data
        self.diagnostics = diagnostics
        with ZipFile(BytesIO(data)) as package:
            self.entries = [entry.filename for entry in package.infolist()]
            self._parts = {name: package.read(name) for name in self.entries}

    def part(self, name: str = "word/document.xml") -> etree._Element:
        return etree.fromstring(self._parts[name])

    def bytes(self, name: str) -> bytes:
        return self._parts[name]

    def text(self, name: str) -> str:
        return self._parts[name].decode()

    def all(self, path: str, name: str = "word/document.xml") -> list[etree._Element]:
        return list(self.part(name).iterfind(path, NAMESPACES))

    def paragraph(self, opening: str) -> etree._Element:
        """Return the first paragraph whose words begin so; the contents are passed over."""
        for paragraph in self.all(".//w:p"):
            if words(paragraph).startswith(opening) and not (style(paragraph) or "").startswith("TOC"):
                return paragraph
        raise AssertionError(f"no paragraph begins `{opening}`")

    def fields(self) -> list[tuple[str, str]]:
        """Return each field's instruction and result, by where they end; the TOC, which holds others, is left out."""
        return [found for name in ("word/document.xml", "word/footnotes.xml") for found in _fields(self.part(name))]

    def bookmarks(self) -> dict[str, str]:
        """Return what stands between the ends of each bookmark."""
        found = {}
        for start in self.part().iter(f"{W}bookmarkStart"):
            inside, element = "", start
            for element in start.itersiblings():
                if element.tag == f"{W}bookmarkEnd" and element.get(f"{W}id") == start.get(f"{W}id"):
                    break
                inside += "".join(text.text or "" for text in element.iter(f"{W}t"))
            found[start.get(f"{W}name", "")] = inside
        return found


def words(paragraph: etree._Element) -> str:
    return "".join(text.text or "" for text in paragraph.iter(f"{W}t"))


def style(paragraph: etree._Element) -> str | None:
    found = paragraph.find("w:pPr/w:pStyle", NAMESPACES)
    return None if found is None else found.get(f"{W}val")


def own(element: etree._Element, path: str) -> dict[str, str]:
    """Return the attributes of what is found at a path, without their namespace; {} where there is nothing."""
    found = element.find(path, NAMESPACES)
    return {} if found is None else {etree.QName(key).localname: str(value) for key, value in found.items()}


def page(markup: str, head: str = "", headings: str = "I.|A.|1.|(a)|", lang: str = "en") -> Page:
    """Return a Page whose `main` holds this markup."""
    whole = (
        f'<html lang="{lang}"><head><title>A test</title>{head}</head>'
        f'<body class="paper" data-headings="{headings}"><main>{markup}</main></body></html>'
    )
    return Page("moot-3/test", ET.fromstring(whole))  # noqa: S314 -- our own


def write(made: Page, root: Path = HERE, layout: Layout | None = None) -> WordFile:
    written = writer.write(made, Project(root), layout)
    return WordFile(written.data, written.diagnostics)


def _fields(root: etree._Element) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    opened: list[list[str]] = []
    for element in root.iter(f"{W}fldChar", f"{W}instrText", f"{W}t"):
        if element.tag == f"{W}fldChar":
            match element.get(f"{W}fldCharType"):
                case "begin":
                    opened.append(["", ""])
                case "end":
                    instruction, result = opened.pop()
                    found.append((" ".join(instruction.split()), result))
                case _:
                    pass
        elif opened:
            opened[-1][element.tag == f"{W}t"] += element.text or ""
    assert opened == []
    return [(instruction, result) for instruction, result in found if not instruction.startswith("TOC")]
