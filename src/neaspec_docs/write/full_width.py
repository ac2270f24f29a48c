"""A tree that a style sheet lays out -> the same, in which marks that are as wide as a character stand in spans.

Unicode has one “ for all the world, and one — and …: beside Chinese they are as wide as a character, beside English
they are not (UAX #11 calls them ambiguous). A font is chosen for each character by itself, and the first that has “ is
a Latin one. So marks that belong to Chinese or Japanese words stand in `span.full-width`, which has a font of its own.
Word finds them itself.
"""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from neaspec_docs.model.page import INLINE

FULL_WIDTH = "full-width"

_CLOSED_BY: Mapping[str, str] = {"“": "”", "‘": "’"}
_DASHES = re.compile("[—―…‥]+|·")
_DOT = "·"
"""Stands in the names of foreigners: between Chinese letters it is a Chinese one."""

_WIDE: Mapping[str, str] = {"zh": "“”‘’—―…‥·", "ja": "—―…‥"}
"""What is wide in a language. Quotation marks of Japanese are others (「」); Korean sets all of these narrow."""


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Words of a line: the text of an element, or the tail of one that stands in `parent`; where they begin in it."""

    element: Element
    parent: Element | None
    language: str
    begin: int

    @property
    def text(self) -> str:
        return (self.element.text if self.parent is None else self.element.tail) or ""

    def put(self, text: str, spans: list[Element]) -> None:
        """Replace the words by some words and spans with tails."""
        if self.parent is None:
            self.element.text = text
            self.element[0:0] = spans
        else:
            self.element.tail = text
            at = list(self.parent).index(self.element) + 1
            self.parent[at:at] = spans


def mark(root: Element) -> None:
    """Put such marks into spans, in place; `root` has its language."""
    spoken = {element.get("lang", "").partition("-")[0].lower() for element in root.iter()}
    if not spoken.isdisjoint(_WIDE):
        _mark(root, root.get("lang", ""))


def _mark(element: Element, language: str) -> None:
    language = element.get("lang", language)
    if element.tag == "head":
        return
    blocks = [child for child in element.iter() if child is not element and child.tag not in INLINE]
    if not blocks:
        _mark_line(element, language)
        return
    for child in list(element):
        _mark(child, language)


def _mark_line(line: Element, language: str) -> None:
    """Mark what is wide in a line of text: a quotation may begin in one element of it and end in another."""
    stretches: list[_Stretch] = []
    end = 0
    for element, parent, spoken in _parts(line, None, language):
        stretches.append(_Stretch(element, parent, spoken, end))
        end += len(stretches[-1].text)
    text = "".join(stretch.text for stretch in stretches)
    if text.isascii():
        return
    places: dict[_Stretch, list[int]] = {}
    begins = [stretch.begin for stretch in stretches]
    for at in sorted(set(_wide(text))):
        stretch = stretches[bisect_right(begins, at) - 1]
        if text[at] in _WIDE.get(stretch.language, ""):
            places.setdefault(stretch, []).append(at - stretch.begin)
    for stretch, found in places.items():
        stretch.put(*_split(stretch.text, found))


def _parts(element: Element, parent: Element | None, language: str) -> Iterator[tuple[Element, Element | None, str]]:
    """Give where the words of a line stand, in their order; code is as it is typed."""
    if element.tag != "code":
        spoken = element.get("lang", language).partition("-")[0].lower()
        yield element, None, spoken
        for child in element:
            yield from _parts(child, element, element.get("lang", language))
    if parent is not None:
        yield element, parent, language.partition("-")[0].lower()


def _wide(text: str) -> Iterator[int]:
    """Give where in a line there are marks that belong to East Asian words: around them, or right beside them."""
    opened: list[int] = []
    for at, sign in enumerate(text):
        if sign in _CLOSED_BY:
            opened.append(at)
        elif opened and sign == _CLOSED_BY[text[opened[-1]]]:
            begin = opened.pop()
            if any(map(_is_wide, text[begin + 1 : at])):
                yield from (begin, at)
        elif sign in _CLOSED_BY.values() and _is_wide(text[at - 1 : at]):  # what it closes began a paragraph before
            yield at
    yield from (at for at in opened if _is_wide(text[at + 1 : at + 2]))
    for dash in _DASHES.finditer(text):
        before, behind = text[dash.start() - 1 : dash.start()], text[dash.end() : dash.end() + 1]
        if (all if dash[0] == _DOT else any)(map(_is_wide, (before, behind))):
            yield from range(*dash.span())


def _is_wide(sign: str) -> bool:
    """Say whether a character is an East Asian one; "", which is beyond the ends of a line, is none."""
    return sign != "" and unicodedata.east_asian_width(sign) in {"W", "F"}


def _split(text: str, places: list[int]) -> tuple[str, list[Element]]:
    """Return words up to the first of some places, and what stands there as spans; what follows is their tails."""
    spans: list[Element] = []
    first, end = text, 0
    for at in places:
        if spans and at == end:
            spans[-1].text = f"{spans[-1].text}{text[at]}"
        else:
            if spans:
                spans[-1].tail = text[end:at]
            else:
                first = text[:at]
            spans.append(Element("span", {"class": FULL_WIDTH}))
            spans[-1].text = text[at]
        end = at + 1
    if spans:
        spans[-1].tail = text[end:]
    return first, spans
