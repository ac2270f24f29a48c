"""A PowerPoint file as the tests read it: its parts with lxml, its slides with python-pptx."""

from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pptx
from lxml import etree
from unit.write.slides import decks

from neaspec_docs.diagnostics.diagnostic import Diagnostic
from neaspec_docs.model.page import Page
from neaspec_docs.project import Project
from neaspec_docs.write.pptx import writer

NAMESPACES = {
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "p": "http://schemas.openxmlformats.org/presentationml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "asvg": "http://schemas.microsoft.com/office/drawing/2016/SVG/main",
}
R = f"{{{NAMESPACES['r']}}}"


class SlideFile:
    """The bytes of a PowerPoint file, and what was said while it was written."""

    def __init__(self, data: bytes, diagnostics: tuple[Diagnostic, ...] = ()) -> None:
        self.data = data
        self.diagnostics = diagnostics
        with ZipFile(BytesIO(data)) as package:
            self.entries = [entry.filename for entry in package.infolist()]
            self._parts = {name: package.read(name) for name in self.entries}
        self.slides: Any = list(pptx.Presentation(BytesIO(data)).slides)

    def bytes(self, name: str) -> bytes:
        return self._parts[name]

    def part(self, name: str) -> etree._Element:
        return etree.fromstring(self._parts[name])

    def slide(self, number: int) -> etree._Element:
        return self.part(f"ppt/slides/slide{number}.xml")

    def all(self, path: str, number: int) -> list[etree._Element]:
        return list(self.slide(number).iterfind(path, NAMESPACES))

    def related(self, number: int) -> dict[str, str]:
        """Return where the relationships of a slide lead."""
        part = self.part(f"ppt/slides/_rels/slide{number}.xml.rels")
        return {one.get("Id", ""): one.get("Target", "") for one in part}


def words(element: etree._Element) -> str:
    """Return the words of paragraphs, a line each."""
    lines = element.iter(f"{{{NAMESPACES['a']}}}p")
    return "\n".join("".join(text.text or "" for text in line.iter(f"{{{NAMESPACES['a']}}}t")) for line in lines)


def write(page: Page, root: Path = decks.HERE) -> SlideFile:
    written = writer.write(page, Project(root))
    return SlideFile(written.data, written.diagnostics)


@cache
def sample() -> SlideFile:
    """Return the deck that uses every block, written once a process."""
    return write(decks.sample())
