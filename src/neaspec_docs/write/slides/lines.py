"""A paragraph of the Page and a width -> how many lines it takes there, and how high they are.

Lines break at spaces, after hyphens and dashes, and between East Asian characters; a word longer than a line is cut.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace
from xml.etree.ElementTree import Element

from neaspec_docs.write import sans
from neaspec_docs.write.slides import measures

_SAFE = 1.02
"""Programs round the widths of characters each in its own way."""

_SPACES = re.compile(r"[ \t\r\n]+")
_AFTER = frozenset("-‐–—/")
_NARROWEST = 1.0
"""No line is narrower, in em, than what some character needs: a list may stand in further than its column is wide."""

_RAISED = 0.7
_CODE = 0.9


@dataclass(frozen=True, slots=True)
class _Look:
    bold: bool = False
    code: bool = False
    scale: float = 1.0


@dataclass(frozen=True, slots=True)
class _Letter:
    """A character and its width in em; a line feed ends a line."""

    character: str
    width: float


def count(paragraph: Element, width: float, size: float, *, bold: bool = False) -> int:
    """Return the number of lines of a paragraph in type of `size` points and lines of `width` millimetres."""
    room = max(width / (size * measures.POINT * _SAFE), _NARROWEST)
    lines, used = 1, 0.0
    for word in _words(_letters(paragraph, _Look(bold=bold))):
        if word[0].character == "\n":
            lines, used = lines + 1, 0.0
            continue
        solid = sum(letter.width for letter in word if letter.character != " ")
        if used and used + solid > room:
            lines, used = lines + 1, 0.0
        while solid > room and solid > 0:
            lines, solid = lines + 1, solid - room
        used += solid + sum(letter.width for letter in word if letter.character == " ")
    return lines


def longest_word(paragraph: Element, size: float, *, bold: bool = False) -> float:
    """Return the width of the longest word that is not broken, in millimetres."""
    words = _words(_letters(paragraph, _Look(bold=bold)))
    widest = max((sum(one.width for one in word if one.character not in " \n") for word in words), default=0.0)
    return widest * size * measures.POINT * _SAFE


def length(words: str, size: float, *, bold: bool = False) -> float:
    """Return the length of words on one line, in millimetres."""
    return sum(sans.width(one, bold=bold) for one in words) * size * measures.POINT * _SAFE


def height(lines: int, size: float) -> float:
    """Return the height of lines in type of `size` points, in millimetres."""
    return lines * size * measures.LINE * measures.POINT


def _letters(element: Element, look: _Look) -> Iterator[_Letter]:
    """Give the characters of an element as they are set."""
    yield from _set(element.text, look)
    for child in element:
        match child.tag:
            case "br":
                yield _Letter("\n", 0)
            case "strong":
                yield from _letters(child, replace(look, bold=True))
            case "code":
                yield from _letters(child, replace(look, code=True, scale=look.scale * _CODE))
            case "sub" | "sup":
                yield from _letters(child, replace(look, scale=look.scale * _RAISED))
            case _:
                yield from _letters(child, look)
        yield from _set(child.tail, look)


def _set(words: str | None, look: _Look) -> Iterator[_Letter]:
    for character in _SPACES.sub(" ", words or ""):
        own = sans.MONOSPACED if look.code else sans.width(character, bold=look.bold)
        yield _Letter(character, own * look.scale)


def _words(letters: Iterator[_Letter]) -> Iterator[list[_Letter]]:
    """Give what may not be broken, each with the space after it; the end of a line by itself."""
    word: list[_Letter] = []
    for letter in letters:
        if letter.character == "\n":
            if word:
                yield word
            yield [letter]
            word = []
        elif letter.character == " " and not word:
            continue
        else:
            wide = unicodedata.east_asian_width(letter.character) in "WF"
            if wide and word and word[-1].character != " " and unicodedata.category(letter.character)[0] != "P":
                yield word
                word = []
            word.append(letter)
            if letter.character == " " or letter.character in _AFTER or wide:
                yield word
                word = []
    if word:
        yield word
