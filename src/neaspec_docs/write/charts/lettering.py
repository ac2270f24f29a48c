"""A text and a font -> how long it is, and its lines in a given room; lengths are points.

The widths are those of Liberation Serif and Sans, which are those of Times New Roman and Arial: what is worked out here
holds in the drawing and in Word alike.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from neaspec_docs.write import sans

MM = 72 / 25.4
"""Points in a millimetre."""

MEASURE, FULL = 130.0, 170.0
"""How wide a chart is in a paper: as the text, or over the full width of the page; in millimetres."""

LEADING = 1.15
"""From one line to the next, in the size of the type."""

CAPITAL = 0.66
"""The height of a figure or a capital, in em."""

_WIDTHS: Mapping[str, int] = {
    " ,.·": 250, "/:;ijlt|'": 278, "!()-I[]fr‘’²³": 333, "Js°": 389, "?acez“”": 444, "FPS": 556, "+<=>−×±": 564,
    "ELTZ": 611, "BCR": 667, "ADGHKNOQUVXYw": 722, "&m": 778, "%": 833, "M": 889, "@W": 940, "—…": 1000,
}  # fmt: skip
"""Widths of characters of Liberation Serif in thousandths of an em; the others are half an em, or a little more."""

_OTHERS = 500
_BREAKS = re.compile(r"(?<=[-–—/])(?=\w)|\s+")


@dataclass(frozen=True, slots=True)
class Font:
    """A typeface and its size in points."""

    family: str
    size: float

    @property
    def line(self) -> float:
        """The height of a line."""
        return self.size * LEADING


SERIF = Font("Liberation Serif", 8.5)
"""The type of charts in papers."""

SANS = Font("Liberation Sans", 14)
"""The type of charts on slides."""

_SERIF = {character: width for characters, width in _WIDTHS.items() for character in characters}


def length(text: str, font: Font) -> float:
    """Return how long a text is on one line."""
    if font.family == SANS.family:
        return sum(map(sans.width, text)) * font.size
    return sum(_SERIF.get(sign) or _width(sign) for sign in text) * font.size / 1000


def _width(sign: str) -> int:
    if unicodedata.combining(sign):
        return 0
    if unicodedata.east_asian_width(sign) in "WF":
        return 1000
    return _SERIF.get(unicodedata.normalize("NFD", sign)[0], _OTHERS)


def longest_word(text: str, font: Font) -> float:
    """Return the length of the longest part of a text that is not broken."""
    return max((length(word, font) for word, _ in _words(text)), default=0.0)


def wrap(text: str, room: float, font: Font) -> tuple[str, ...]:
    """Return the lines of a text in a room so wide; a word that is longer than the room is broken."""
    lines: list[str] = []
    line = ""
    for word, space in _words(text):
        longer = f"{line}{space if line else ''}{word}"
        if length(longer, font) <= room:
            line = longer
            continue
        lines += [line] if line else []
        *full, line = _cut(word, room, font)
        lines += full
    return (*lines, line) if line else tuple(lines)


def _words(text: str) -> Iterator[tuple[str, str]]:
    """Give the parts of a text between which a line may end, each with the space before it."""
    at, space = 0, ""
    for found in _BREAKS.finditer(text.strip()):
        if word := text.strip()[at : found.start()]:
            yield from _signs(word, space)
        at, space = found.end(), " " if found[0] else ""
    if word := text.strip()[at:]:
        yield from _signs(word, space)


def _signs(word: str, space: str) -> Iterator[tuple[str, str]]:
    """Give a word as it is; of Chinese and Japanese, whose lines end anywhere, each character."""
    if not any(unicodedata.east_asian_width(sign) == "W" and not "\uac00" <= sign <= "\ud7a3" for sign in word):
        yield word, space
        return
    for at, sign in enumerate(word):
        yield sign, space if at == 0 else ""


def _cut(word: str, room: float, font: Font) -> list[str]:
    parts = [""]
    for sign in word:
        if parts[-1] and length(parts[-1] + sign, font) > room:
            parts.append("")
        parts[-1] += sign
    return parts
