"""A tree for WeasyPrint -> the same, in which the symbols of documents break after their strokes and nowhere else.

Left to itself it would set "NEASPEC/SOM(24)/1/Add." on one line and "1" on the next.
"""

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

_SYMBOL = re.compile(r"\b[A-Z][A-Z0-9]*(?:/[A-Z0-9][\w().-]*)+")
_BREAKABLE = re.compile(r"(?<=/)[^/\s]*[.-]\w[^/\s]*")
"""A part of a symbol that might be broken inside: "Add.1", "2021-1"."""


def hold_together(root: Element) -> None:
    """Keep each such part on one line; the head, which is not printed, stays as it is."""
    for body in root.findall("body"):
        for element in list(body.iter()):
            if element.text and "/" in element.text:
                element.text, held = _held(element.text)
                element[:0] = held
        for parent in list(body.iter()):
            for at, child in reversed(list(enumerate(parent))):
                if child.tail and "/" in child.tail:
                    child.tail, held = _held(child.tail)
                    parent[at + 1 : at + 1] = held


def _held(text: str) -> tuple[str, list[Element]]:
    """Return a text up to its first such part, then each part with the text behind it."""
    begins, held = len(text), list[Element]()
    for start, end in reversed(list(_parts(text))):
        span = Element("span", style="white-space: nowrap")
        span.text, span.tail = text[start:end], text[end:begins]
        held.insert(0, span)
        begins = start
    return text[:begins], held


def _parts(text: str) -> Iterator[tuple[int, int]]:
    for symbol in _SYMBOL.finditer(text):
        for part in _BREAKABLE.finditer(symbol[0]):
            yield symbol.start() + part.start(), symbol.start() + part.end()
