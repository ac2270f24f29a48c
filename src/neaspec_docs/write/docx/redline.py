"""A redline Page -> the same as Word can say it: every block says by itself what happened to it.

Word has no mark for a table that moved: that goes at its old place and comes at the new one. Words deleted in what
moved stand at its old place, and are left out at the new one: a reader that is not Word would keep them for good.
"""

from copy import deepcopy
from dataclasses import replace
from xml.etree.ElementTree import Element

from neaspec_docs.model.page import INLINE, Page
from neaspec_docs.write.styled import classes

_SAID = ("data-change", "data-move", "data-by", "data-on")
_STAYING = frozenset({"table", "img", "hr", "aside", "header", "nav"})
_STAYING_CLASSES = frozenset({"row", "chart", "annex", "slide"})
_AS_NEITHER = {"moved-to": "inserted", "moved-from": "deleted"}


def prepared(page: Page) -> Page:
    """Return a copy of a redline for the writer; any other Page as it is."""
    body = page.root.find("body")
    if body is None or (style := body.get("data-redline")) is None:
        return page
    root = deepcopy(page.root)
    for copy in root.findall("body"):
        for summary in copy.findall("aside[@class='changes']"):
            copy.remove(summary)
    if style != "tracked":
        return replace(page, root=root)
    fixed = {block.get("data-move") for block in root.iter() if block.get("data-move") and _stays(block)}
    for block in root.iter():
        if block.get("data-move") in fixed and block.get("data-change") in _AS_NEITHER:
            block.set("data-change", _AS_NEITHER[block.get("data-change", "")])
            block.set("data-moved", block.attrib.pop("data-move"))
    _spread(root, {}, moved=False)
    return replace(page, root=root)


def _stays(block: Element) -> bool:
    """Return whether a block is, or holds, what Word can't move."""
    return any(part.tag in _STAYING or classes(part) & _STAYING_CLASSES for part in block.iter())


def _spread(element: Element, said: dict[str, str], *, moved: bool) -> None:
    """Let each block within one that changed say so too; take out what was deleted where it moved to."""
    if "data-change" in element.attrib:
        said = {name: element.attrib[name] for name in _SAID if name in element.attrib}
    elif element.tag not in INLINE:
        element.attrib.update(said)
    moved = moved or said.get("data-change") == "moved-to" or ("data-moved" in element.attrib and _comes(element))
    for child in list(element):
        if moved and (child.tag == "del" or child.get("data-change") == "deleted"):
            _take_out(element, child)
        else:
            _spread(child, said, moved=moved)


def _comes(element: Element) -> bool:
    return element.get("data-change") == "inserted"


def _take_out(parent: Element, child: Element) -> None:
    """Remove a child, and keep the words that follow it."""
    place = list(parent).index(child)
    if child.tail and place == 0:
        parent.text = (parent.text or "") + child.tail
    elif child.tail:
        parent[place - 1].tail = (parent[place - 1].tail or "") + child.tail
    parent.remove(child)
