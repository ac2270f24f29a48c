"""A redline -> the same as the United Nations show negotiated text: new words in bold, old ones struck out in brackets.

No mark is left that a format would have to know. What is gone counts in no list: its number is words, its references
are words, its footnote stands where it was called; of a chart or a picture only what it showed is left. Numbers that
follow from other changes are the new ones. Where type is bold anyway, new words are underlined too.
"""

from collections.abc import Iterator
from copy import deepcopy
from xml.etree.ElementTree import Element, SubElement

from neaspec_docs.diff.redline import breaks, moves, struck
from neaspec_docs.diff.redline.marks import (
    CHANGE,
    COME,
    DATA_OLD,
    GONE,
    JOINED,
    NEW,
    REDLINE,
    RENUMBERED,
    SPLIT,
    unmarked,
)
from neaspec_docs.diff.redline.pieces import say
from neaspec_docs.diff.redline.shapes import HEADINGS, classes, is_line
from neaspec_docs.model.page import Page

_BOLD = frozenset({
    "body-name", "meeting", "agenda-title", "title", "subtitle", "contents-title", "box-title", "caption",
    "panel-title", "standing", "delegation", "annex-heading", "annex-symbol", "group",
})  # fmt: skip
"""The classes of what is set in bold type."""

_BOLD_TAGS = (HEADINGS - {"h6"}) | {"h1", "strong"}


def bracketed(page: Page) -> Page:
    """Return the redline with bold type and brackets in place of its marks."""
    root = deepcopy(page.root)
    for part in root.iter():
        part.attrib.pop(DATA_OLD, None)
    moves.tell(root)
    _break(root)
    _plain(root)
    for body in root.iterfind("body"):
        _show(body, bold=False)
        _underline(body, bold=False)
        body.set(REDLINE, "brackets")
    _unlink(root)
    return Page(page.paper, root)


def _break(root: Element) -> None:
    """Show where a paragraph was broken in two, and where two were run into one, by the sign of a paragraph's end."""
    for tag, change in (("ins", SPLIT), ("del", JOINED)):
        for block in [part for part in root.iter() if part.get(CHANGE) == change]:
            SubElement(block[0] if block.tag == "div" else block, tag).text = "\u00b6"
    breaks.run_on(root, JOINED)


def _plain(element: Element) -> None:
    """Take the marks from an element."""
    attributes = unmarked(element.attrib)
    element.attrib.clear()
    element.attrib.update(attributes)


def _unlink(root: Element) -> None:
    """Make words of references, the summary's among them, to what is words itself now."""
    there = {part.get("id") for part in root.iter()}
    for link in root.iter("a"):
        href = link.get("href", "")
        if href.startswith("#") and href[1:] not in there:
            link.tag = "span"
            link.attrib.clear()


def _underline(element: Element, *, bold: bool) -> None:
    """Leave the mark for new words only where bold type alone would not show them."""
    bold = bold or element.tag in _BOLD_TAGS or bool(classes(element) & _BOLD)
    for child in element:
        new = child.tag == "strong" and child.get(NEW) is not None
        if new and not bold:
            del child.attrib[NEW]
        if new:  # what is bold for being new makes nothing in it bold anyway
            for inner in child.iter("strong"):
                if inner is not child:
                    inner.attrib.pop(NEW, None)
        else:
            _underline(child, bold=bold)


def _show(block: Element, *, bold: bool) -> None:
    """Show what changed in a block that is there; `bold`: all of it is new."""
    bold = bold or block.get(CHANGE) in COME
    renumbered = bold or block.get(CHANGE) == SPLIT
    _plain(block)
    if renumbered and ("para" in classes(block) or (block.tag == "li" and block.get("data-level") is None)):
        block.set(NEW, "")
    if "chart" in classes(block):  # its values are drawn, and never bold
        return
    if is_line(block) or block.tag == "a":
        _show_line(block, bold=bold)
    else:
        block[:] = [shown for child in block for shown in _shown(block, child, bold=bold)]


def _shown(parent: Element, child: Element, *, bold: bool) -> Iterator[Element]:
    """Give what stands in place of a block."""
    text = parent.tag in {"main", "section"} or "para" in classes(parent)
    if child.get(CHANGE) in GONE:
        yield from struck.block(child, text=text)
    elif child.tag == "ol" and child.get("data-style") is not None:
        before, rest = _items(child, text=text)
        yield from before
        _show(child, bold=bold)
        for item, gone in zip(child, rest, strict=True):
            item.extend(gone)
        yield child
    else:
        _show(child, bold=bold)
        yield child


def _items(items: Element, *, text: bool) -> tuple[list[Element], list[list[Element]]]:
    """Take from a list the items that are gone; return those before its first item, and those after each of it."""
    found: list[list[Element]] = [[]]
    left: list[Element] = []
    for item in items:
        if item.get(CHANGE) in GONE:
            found[-1] += struck.item(item, text=text and not left)
        else:
            left.append(item)
            found.append([])
    items[:] = left
    return found[0], found[1:]


def _show_line(line: Element, *, bold: bool) -> None:
    """Show what changed in a line; the number of a block, and the label of a caption, are never bold for it."""
    parts = [part for part in line if classes(part) & {"number", "label", "words"}]
    if not any("words" in classes(part) for part in parts):
        _flow(line, bold=bold)
        return
    for part in parts:
        _flow(part, bold=bold and "words" in classes(part))
        _clear(part)
    _clear(line)


def _clear(line: Element) -> None:
    """Take out a number that there is no more, and the blank that stood beside it."""
    for part in line.findall("span"):
        if "number" in classes(part) and not part.text and not len(part):
            line.text = (line.text or "").rstrip()
            line.remove(part)


def _flow(line: Element, *, bold: bool) -> None:
    """Show what changed among words, in place."""
    text, parts = line.text or "", list(line)
    line.text, line[:] = None, []
    if bold and parts and "number" in classes(parts[0]) and not text.strip():
        number = parts.pop(0)
        tail = number.tail or ""
        text = tail.lstrip()
        number.tail = tail[: len(tail) - len(text)]
        _flow(number, bold=False)
        line.append(number)
    inside = Element("strong", {NEW: ""}) if bold else line
    say(inside, text)
    for part in parts:
        _put(inside, part, bold=bold)
    if bold and (inside.text or len(inside)):
        line.append(inside)


def _put(line: Element, part: Element, *, bold: bool) -> None:
    """Add a part of a line to what stands before it, as it is shown."""
    tail, part.tail = part.tail, None
    if part.tag == "del":
        blank = not len(part) and not (part.text or "").strip()
        if RENUMBERED not in classes(part) and not blank:
            before, gone, after = struck.words(part)
            say(line, before)
            line.append(gone)
            say(line, after)
    elif part.tag == "ins" and (bold or RENUMBERED in classes(part)):
        _pour(line, part, bold=bold)
    else:
        new = bold or part.tag == "ins"
        if part.tag == "ins":
            part.tag = "strong"
            part.attrib.clear()
            part.set(NEW, "")
            _part_from(line, "".join(part.itertext()))
        _plain(part)
        _inside(part, new=new)
        line.append(part)
    say(line, tail or "")


def _pour(line: Element, part: Element, *, bold: bool) -> None:
    say(line, part.text or "")
    for inner in list(part):
        _put(line, inner, bold=bold)


def _inside(part: Element, *, new: bool) -> None:
    """Show what changed in a thing among words; the paragraphs of a new footnote are bold, for they are set apart."""
    if "footnote" in classes(part):
        for passage in part:
            _flow(passage, bold=new)
        return
    text, parts = part.text or "", list(part)
    part.text, part[:] = None, []
    say(part, text)
    for inner in parts:
        _put(part, inner, bold=new)


def _part_from(line: Element, said: str) -> None:
    """Leave a blank between words that are gone and those in their place."""
    if len(line) and line[-1].tag == "s" and not line[-1].tail and said[:1].isalnum():
        line[-1].tail = " "
