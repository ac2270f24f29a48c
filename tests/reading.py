"""A paper's file -> what it says, in the order in which it is read.

A PDF is read by its tags, a Word file by those that LibreOffice gives it, html by its elements.
"""

import re
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from unicodedata import is_normalized

import pypdf
import structure_tree
from lxml import etree, html

_EAST_ASIAN = re.compile("([\u3000-\u30ff\u3400-\u9fff\uac00-\ud7a3\uf900-\ufaff\uff00-\uff65])")
_TOKEN = re.compile(r"[^\W\d_]+|\d+|[^\w\s]|_")
_UNHEARD = re.compile("(?<!\\S)[•–](?!\\S)|[\u200e\u200f]")
"""What is no word: the marks of a list that does not count, what directs words."""

_TAGGED = 'pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"true"}}'
_CONTENTS = frozenset({"/TOC", "/Contents Heading", "/Contents#20Heading"})


def tokens(text: str) -> list[str]:
    """Return the words, numbers and signs of a text: wherever a line ends, whatever stands in a run of its own."""
    assert is_normalized("NFC", text)
    return _TOKEN.findall(_EAST_ASIAN.sub(r" \1 ", _UNHEARD.sub(" ", text)))


@dataclass
class Reading:
    """What a paper says: its `words`, in which the calls of notes are numbers, its notes by number, its pictures.

    Of a picture there is what is said in its place, and the words that are drawn in it.
    """

    words: list[str] = field(default_factory=list)
    notes: dict[str, list[str]] = field(default_factory=dict)
    pictures: list[list[str]] = field(default_factory=list)
    drawn: list[list[str]] = field(default_factory=list)

    def note(self, text: str) -> None:
        """Take a note whose number is its first word; LibreOffice parts one that goes on over the page."""
        words = tokens(text)
        if words and words[0].isdecimal() and words[0] not in self.notes:
            self.notes[words[0]] = words[1:]
        elif words:
            self.notes[[*self.notes][-1]] += words


# ---------------------------------------------------------------- by the tags of a PDF


def pdf(file: Path) -> Reading:
    """Return what a PDF says along its structure tree (ISO 32000-1 14.7), but for its table of contents."""
    reader = pypdf.PdfReader(file)
    read = Reading()
    said = _Said(structure_tree.Words(reader), read)
    top = structure_tree.kids(structure_tree.tree(reader))[0]
    read.words = tokens(" ".join(said.of(top, None)))
    return read


def docx(file: Path, folder: Path) -> Reading:
    """Return what LibreOffice reads in a Word file: the tags it gives a PDF, with the numbers that it counts itself.

    It says nothing for a chart, and sets a picture in two figures, so what is said for them is read in the file.
    """
    folder.mkdir(parents=True, exist_ok=True)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    subprocess.run(
        ["soffice", profile, "--headless", "--convert-to", _TAGGED, "--outdir", folder, file],
        check=True, capture_output=True, timeout=300,
    )  # fmt: skip
    read = pdf(folder / f"{file.stem}.pdf")
    read.pictures = [tokens(text) for text in _descriptions(file)]
    return read


def _descriptions(file: Path) -> Iterator[str]:
    from zipfile import ZipFile

    root = etree.fromstring(ZipFile(file).read("word/document.xml"))
    for drawn in root.iter("{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"):
        yield drawn.get("descr", "")


class _Said:
    """Walks along the tags of a PDF; notes and pictures are taken out of the way."""

    def __init__(self, known: structure_tree.Words, read: Reading) -> None:
        self._known = known
        self._read = read

    def of(self, node: Any, page: int | None) -> Iterator[str]:  # noqa: ANN401 -- pypdf's objects are of any kind
        page = node.raw_get("/Pg").idnum if "/Pg" in node else page
        kind = str(node.get("/S"))
        if kind in _CONTENTS:
            return
        if "/ActualText" in node:
            yield str(node["/ActualText"])
        elif kind == "/Note":
            self._read.note(" ".join(self._inside(node, page)))
        elif kind == "/Figure":
            yield from self._picture(node, page)
        else:
            yield from self._inside(node, page)

    def _inside(self, node: Any, page: int | None) -> Iterator[str]:  # noqa: ANN401
        for kid in structure_tree.kids(node):
            if isinstance(kid, int):
                yield self._known.at(page, int(kid))
            elif kid.get("/Type") == "/MCR":
                yield self._known.at(kid.raw_get("/Pg").idnum if "/Pg" in kid else page, int(kid["/MCID"]))
            elif "/S" in kid:
                yield from self.of(kid, page)

    def _picture(self, node: Any, page: int | None) -> Iterator[str]:  # noqa: ANN401
        """Give the caption of a picture; what is said in its place begins with the caption too."""
        captions = [
            kid for kid in structure_tree.kids(node) if not isinstance(kid, int) and kid.get("/S") == "/Caption"
        ]
        caption = " ".join(word for kid in captions for word in self._inside(kid, page))
        drawn = tokens(" ".join(self._inside(node, page)))[len(tokens(caption)) :]
        if "/Alt" in node:
            alt = tokens(str(node["/Alt"]))
            before = [*tokens(caption), "."] if caption else []
            self._read.pictures.append(alt[len(before) :] if alt[: len(before)] == before else alt)
        if drawn:
            self._read.drawn.append(drawn)
        yield caption


# ---------------------------------------------------------------- by the elements of html


def page(file: Path) -> Reading:
    """Return what an html file says, but for its table of contents, the way to it and back, and "Draft"."""
    read = Reading()
    body = html.fromstring(file.read_text("utf-8")).find("body")
    assert body is not None
    for notes in body.iter("section"):
        if notes.get("class") == "notes":
            for note in notes.iter("li"):
                read.note(f"{note.get('value')} {' '.join(_texts(note, read))}")
    read.words = tokens("".join(_texts(body, read)))
    return read


def _texts(element: html.HtmlElement, read: Reading) -> Iterator[str]:
    """Give the words below an element; a block is parted from what is around it."""
    inline = element.tag in {"a", "em", "strong", "code", "span"}
    yield "" if inline else " "
    if element.tag == "li" and (mark := re.search(r'list-style-type: "(.*?)\\00a0', element.get("style", ""))):
        yield f"{mark[1]} "
    yield element.text or ""
    for child in element:
        if not _is_aside(child, read):
            yield from _texts(child, read)
        yield child.tail or ""
    yield "" if inline else " "


def _is_aside(element: html.HtmlElement, read: Reading) -> bool:
    """Say whether an element is no word in the flow; a picture is kept beside it."""
    if element.tag in {"img", "svg"}:
        read.pictures.append(tokens(element.get("aria-label") or element.get("alt", "")))
        if drawn := [word for text in element.iter("text") for word in tokens("".join(text.itertext()))]:
            read.drawn.append(drawn)
        return True
    classes = (element.get("class") or "").split()
    by_role = element.get("role") == "doc-backlink" or element.get("hidden") is not None
    return by_role or element.tag in {"nav", "style", "details"} or bool({"skip", "draft", "notes"} & {*classes})
