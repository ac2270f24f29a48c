"""A Page -> a copy of its tree that a style sheet can lay out: widths as columns and styles, no `data-widths`."""

import re
from collections.abc import Iterator
from copy import deepcopy
from functools import cache
from xml.etree.ElementTree import Element

from neaspec_docs.model.page import Page

STYLE_SHEET = "style.css"
"""The one sheet of all looks, in the folder of templates: what is printed and what is read on a screen."""

_SPACES = re.compile(r"[ \t\r\n]+")
"""White space that a Page doesn't mean; a space that doesn't break is no such."""


def tree(page: Page) -> Element:
    """Return the copy; the Page itself stays as it is."""
    root = deepcopy(page.root)
    widen(root)
    return root


def widen(root: Element) -> None:
    """Give tables and rows in a copy of a Page their widths as columns and styles."""
    for table in root.iter("table"):
        widths = table.attrib.pop("data-widths", "").split()
        if not widths:  # its columns stand in it already
            continue
        columns = Element("colgroup")
        for width in widths:
            columns.append(Element("col", style=f"width: {width}%"))
        table.insert(0, columns)
    for row in root.iter("div"):
        widths = row.attrib.pop("data-widths", "").split()
        for cell, width in zip(row, widths, strict=bool(widths)):
            cell.set("style", f"width: {width}%")


def meta(root: Element, name: str) -> str | None:
    """Return what the head of a Page says under a name such as "symbol", or None."""
    found = root.find(f"head/meta[@name='{name}']")
    return None if found is None else found.get("content")


def classes(element: Element) -> frozenset[str]:
    """Return the classes of an element."""
    return _split(element.get("class", ""))


@cache
def _split(written: str) -> frozenset[str]:
    return frozenset(written.split())


_UNREAD = frozenset({"footnote", "noteref"})


def words(element: Element) -> str:
    """Return the text of an element as one reads it aloud: in one line, without footnotes, a break as a space."""
    if len(element) == 0:  # as most
        return single_spaced(element.text or "").strip(" ")
    return single_spaced("".join(_words(element))).strip(" ")


def single_spaced(text: str) -> str:
    """Return a text with one space for all white space that stands together; hardly any has more, so that is asked."""
    if "  " in text or "\n" in text or "\t" in text or "\r" in text:
        return _SPACES.sub(" ", text)
    return text


def _words(element: Element) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        if child.tag == "br":
            yield " "
        elif classes(child).isdisjoint(_UNREAD):
            yield from _words(child)
        yield child.tail or ""
