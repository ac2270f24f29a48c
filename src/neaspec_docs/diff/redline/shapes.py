"""An element of a Page -> what it is to a redline: its kind, its anchor, its words, whether it holds a line."""

import re
from collections.abc import Hashable
from xml.etree.ElementTree import Element, tostring

from neaspec_docs.language import lettering
from neaspec_docs.model.page import INLINE

HEADINGS = frozenset({"h2", "h3", "h4", "h5", "h6"})
LINES = frozenset({"p", "h1"}) | HEADINGS
_CELLS = frozenset({"td", "th"})
_LOOKS = frozenset({"wide", "landscape"})
_WORD = re.compile(rf"{lettering.WORD}|[^\w\s]")


def classes(element: Element) -> frozenset[str]:
    """Return the classes of an element."""
    return frozenset((element.get("class") or "").split())


def is_line(element: Element) -> bool:
    """Say whether an element holds words, and no blocks; an empty cell holds words, of which there are none."""
    if element.tag in LINES:
        return True
    return element.tag in _CELLS and all(child.tag in INLINE for child in element)


def anchor(element: Element) -> str | None:
    """Return the name that a block goes by in pairs of anchors; an annex and a slide go by that of their heading."""
    if element.tag == "section":
        heading = next((child for child in element if child.tag in HEADINGS), None)
        return None if heading is None else heading.get("id")
    return element.get("id")


def kind(element: Element) -> Hashable:
    """Return what must be alike for two elements to be one that changed; what differs in it is replaced whole.

    A heading has its level in it, a list its style. A picture is its file, a chart all that it shows.
    """
    named = classes(element) - _LOOKS
    match element.tag:
        case "ol" | "ul":
            return element.tag, named, element.get("data-style")
        case "div" if "row" in named:
            return "row", named, len(element)
        case "div" if "chart" in named:
            return "chart", written(element, ("data-alt",))
        case "img":
            return "img", written(element, ("alt",))
        case "section":
            return "section", named, element.get("data-layout")
        case tag if tag in _CELLS:
            return "cell", tag
        case tag:
            return tag, named


def words(element: Element) -> tuple[str, ...]:
    """Return the words of an element in order, with those of its footnotes, and the signs between them."""
    text = " ".join(text for text in element.itertext() if text.strip())
    return tuple(_WORD.findall(lettering.composed(text.lower())))


def written(element: Element, less: tuple[str, ...] = ()) -> bytes:
    """Return an element as text to compare, without some of its own attributes and without what follows it."""
    copy = Element(element.tag, {name: value for name, value in sorted(element.items()) if name not in less})
    copy.text = element.text
    copy.extend(element)
    return tostring(copy)
