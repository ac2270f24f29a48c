"""Word and PowerPoint files -> what of the points of Microsoft's accessibility checker they miss; their text.

The points are errors, warnings and tips of its rules as far as a file shows them: title, language, alternative text,
heads of tables, cells that are merged without need, levels of headings, blank paragraphs, words of links; on slides
titles, each its own, and the order in which a slide is read.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any
from zipfile import ZipFile

from lxml import etree
from readers import Read, solid

Element = etree._Element
"""An element of a part."""

NAMESPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "p": "http://schemas.openxmlformats.org/presentationml/2006/main",
    "dc": "http://purl.org/dc/elements/1.1/",
}
_W = f"{{{NAMESPACES['w']}}}"
_SAYS_NOTHING = re.compile(r"(click )?(here|this|link|more|read more|page)\.?", re.IGNORECASE)
_LAYOUT = frozenset({"LayoutTable", "PanelTable", "BoxTable"})
"""Styles of tables that only lay out: mastheads, panels, boxes. They are read cell by cell and have no heads."""


def missed(file: Path) -> list[str]:
    """Return what a file misses."""
    with ZipFile(file) as package:

        def part(name: str) -> Element:
            return etree.fromstring(package.read(name))

        points = _of_slides if file.suffix == ".pptx" else _of_word
        return [*_properties(part("docProps/core.xml")), *points(part, sorted(package.namelist()))]


def text(file: Path, but: str = "false()") -> Read:
    """Return the text of a file as its parts have it, one after another; of a redline what came and what went.

    Words of which `but` (XPath) is true are left out.
    """
    with ZipFile(file) as package:
        if file.suffix == ".docx":
            words = {"body": ["word/document.xml"], "note": ["word/footnotes.xml"]}
        else:
            names = package.namelist()
            count = sum(name.startswith("ppt/slides/slide") for name in names)
            words = {"body": [f"ppt/slides/slide{number}.xml" for number in range(1, count + 1)], "note": []}
            words["note"] = sorted(name for name in names if name.startswith("ppt/notesSlides/notesSlide"))
        return {
            where: solid("".join(_said(etree.fromstring(package.read(name)), but) for name in names))
            for where, names in words.items()
        }


def _said(root: Element, but: str) -> str:
    """Return the words of a part; the numbers of slides left out, as in java/Read.java."""
    found = _all(root, "//w:t | //w:delText | //a:t[not(ancestor::p:sp/p:nvSpPr/p:nvPr/p:ph[@type='sldNum'])]")
    left_out = {*_all(root, f"//*[self::w:t or self::w:delText][{but}]")}
    return "".join(one.text or "" for one in found if one not in left_out)


def _properties(core: Element) -> Iterator[str]:
    for name in ("title", "language"):
        if not (core.findtext(f"dc:{name}", namespaces=NAMESPACES) or "").strip():
            yield f"the file has no {name}"


# ---- Word


def _of_word(part: Callable[[str], Element], names: Sequence[str]) -> Iterator[str]:
    document, styles = part("word/document.xml"), part("word/styles.xml")
    if _find(styles, "w:docDefaults/w:rPrDefault/w:rPr/w:lang[@w:val]") is None:
        yield "the text has no language"
    yield from _drawings(document)
    for table in document.iter(f"{_W}tbl"):
        yield from _table(table)
    yield from _headings(document)
    for name in names:
        if re.fullmatch(r"word/(document|footnotes)\.xml", name):
            yield from _blanks(part(name))
            yield from _links(part(name))


def _drawings(document: Element) -> Iterator[str]:
    for drawing in document.iter(f"{_W}drawing"):
        about = _find(drawing, ".//wp:docPr")
        if about is None or not (about.get("descr") or "").strip():
            yield "a drawing has no alternative text"
        if _find(drawing, "wp:anchor") is not None:
            yield "a drawing does not stand in its line"


def _table(table: Element) -> Iterator[str]:
    style = _value(table, "w:tblPr/w:tblStyle")
    rows = table.findall(f"{_W}tr")
    heads = [_find(row, "w:trPr/w:tblHeader") is not None for row in rows]
    shown = " ".join(_whole(rows[0]).split())[:40]
    if heads != sorted(heads, reverse=True):
        yield f"a head of table `{shown}` does not stand at its top"
    if style in _LAYOUT:
        if any(heads):
            yield f"a table that only lays out has heads: `{shown}`"
        return
    if (_find(table, "w:tblPr/w:tblLook[@w:firstRow='1']") is not None) != any(heads):
        yield f"table `{shown}` says otherwise of its head row than its rows do"
    for row, head in zip(rows, heads, strict=True):
        if head and not solid(_whole(row)) and len(rows) > 1:
            yield f"the head of table `{shown}` is blank"
    if rows and all(not solid(_whole(row)) for row in rows):
        yield "a table is blank"


def _headings(document: Element) -> Iterator[str]:
    """Look for levels that are skipped, and for headings without words; an annex begins anew at the first level."""
    levels = []
    for paragraph in document.iter(f"{_W}p"):
        style = _value(paragraph, "w:pPr/w:pStyle") or ""
        level = 1 if style == "AnnexHeading" else int(style[7:]) if re.fullmatch(r"Heading\d", style) else 0
        if level:
            levels.append(level)
            if not solid(_whole(paragraph)):
                yield "a heading has no words"
    for before, after in pairwise([0, *levels]):
        if after > before + 1:
            yield f"a heading of level {after} comes after one of level {before}"


def _blanks(root: Element) -> Iterator[str]:
    """Look for paragraphs without anything in them that the format does not ask for."""
    for paragraph in root.iter(f"{_W}p"):
        above = paragraph.getparent()
        if above is None or (above.tag == f"{_W}tc" and len(above.findall(f"{_W}p")) == 1):
            continue  # a cell is never without a paragraph (17.4.65), and a blank cell says something
        if (
            solid(_whole(paragraph))
            or _find(paragraph, ".//w:drawing | .//w:separator | .//w:continuationSeparator") is not None
        ):
            continue
        if not _asked_for(paragraph):
            yield f"a blank paragraph stands in {etree.QName(above).localname} ({_value(paragraph, 'w:pPr/w:pStyle')})"


def _asked_for(paragraph: Element) -> bool:
    """Say whether it must be there: below a table, above another or where a section ends.

    Above a table that begins a file with footnotes, too, or LibreOffice puts a whole line there. And at the end of a
    section below what came or went: accepted or refused, that would take the end with it.
    """
    before, after = paragraph.getprevious(), paragraph.getnext()
    if before is not None and _find(before, "w:pPr/w:rPr/w:ins | w:pPr/w:rPr/w:del") is not None:
        return _find(paragraph, "w:pPr/w:sectPr") is not None
    if before is None and after is not None and after.tag == f"{_W}tbl":
        return _find(paragraph, "//w:footnoteReference") is not None
    below = before is not None and before.tag == f"{_W}tbl"
    ends = _find(paragraph, "w:pPr/w:sectPr") is not None or after is None or after.tag == f"{_W}sectPr"
    return below and (ends or (after is not None and after.tag == f"{_W}tbl"))


def _links(root: Element) -> Iterator[str]:
    for link in root.iter(f"{_W}hyperlink"):
        words = "".join(one.text or "" for one in link.iter(f"{_W}t", f"{_W}delText")).strip()
        if not words or _SAYS_NOTHING.fullmatch(words):
            yield f"a link says nothing: `{words}`"


# ---- PowerPoint


def _of_slides(part: Callable[[str], Element], names: Sequence[str]) -> Iterator[str]:
    titles: list[str] = []
    for name in names:
        if not re.fullmatch(r"ppt/slides/slide\d+\.xml", name):
            continue
        where, slide = name.rpartition("/")[2], part(name)
        shapes = _shapes(slide)
        said = [solid(_words(shape)) for shape in shapes if _place(shape) in {"title", "ctrTitle"}]
        if len(said) != 1 or not said[0]:
            yield f"{where} has {len(said)} titles"
        titles += said
        kinds = [_place(shape) for shape in shapes]
        feet = [place for place, kind in enumerate(kinds) if kind in {"ftr", "sldNum"}]
        if feet and feet != list(range(len(kinds) - len(feet), len(kinds))):
            yield f"{where}: its foot is read before what stands on it"
        for shape in slide.iter(*(f"{{{NAMESPACES['p']}}}{tag}" for tag in ("pic", "graphicFrame", "grpSp"))):
            about = shape[0][0]
            if not (about.get("descr") or "").strip():
                yield f"{where}: `{about.get('name')}` has no alternative text"
        for table in slide.iter(f"{{{NAMESPACES['a']}}}tbl"):
            if _find(table, "a:tblPr[@firstRow='1']") is None:
                yield f"{where}: a table has no head row"
        for run in _all(slide, "//a:r | //a:fld"):
            if _find(run, "a:rPr[@lang]") is None:
                yield f"{where}: `{_whole(run)}` has no language"
    yield from (f"two slides have the title `{title}`" for title in sorted({*titles}) if titles.count(title) > 1)


def _shapes(slide: Element) -> list[Element]:
    tree = _find(slide, "p:cSld/p:spTree")
    assert tree is not None
    return list(tree)[2:]


def _place(shape: Element) -> str | None:
    """Return the kind of placeholder that a shape fills."""
    place = _find(shape, "p:nvSpPr/p:nvPr/p:ph")
    return None if place is None else place.get("type", "obj")


def _words(shape: Element) -> str:
    return "".join(one.text or "" for one in shape.iter(f"{{{NAMESPACES['a']}}}t"))


def _whole(element: Element) -> str:
    return "".join(map(str, element.itertext()))


def _all(element: Element, path: str) -> list[Element]:
    found: Any = element.xpath(path, namespaces=NAMESPACES)
    return list(found)


def _find(element: Element, path: str) -> Element | None:
    return next(iter(_all(element, path)), None)


def _value(element: Element, path: str) -> str | None:
    found = _find(element, path)
    return None if found is None else found.get(f"{_W}val")
