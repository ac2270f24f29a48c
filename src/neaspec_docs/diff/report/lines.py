"""Pieces of text, each with a tone -> lines: in colour or with marks, broken at a width where one is given."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from enum import Enum
from typing import NamedTuple

_WIDE = r"\u1100-\u11ff\u2e80-\u9fff\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6"

_ATOM = re.compile(rf"\n|[^\S\n]+|[{_WIDE}][^\s{_WIDE}\w]*|[^\s{_WIDE}]+")
"""A line's end, blanks, a sign of a script that breaks anywhere (with the stop after it), or a word."""

_PLAIN = "\x1b[0m"


class Tone(Enum):
    """How a piece is told: the escape codes of a terminal (ECMA-48 8.3.117), the marks without colour."""

    PLAIN = ("", "", "")
    HEAD = ("\x1b[1m", "", "")
    OLD = ("\x1b[31;9m", "[-", "-]")
    NEW = ("\x1b[32;4m", "{+", "+}")
    PLACE = ("\x1b[36m", "", "")


class Piece(NamedTuple):
    """Text in one tone."""

    text: str
    tone: Tone = Tone.PLAIN


class _Atom(NamedTuple):
    text: str
    tone: Tone


def laid(pieces: Iterable[Piece], *, colour: bool, width: int | None, indent: int) -> Iterator[str]:
    """Give the lines of the pieces, each set in by `indent`; none is wider than `width` unless a word is.

    Without colour old and new words stand in marks: `[-old-]`, `{+new+}`. No width: no line is broken.
    """
    room = None if width is None else max(20, width - indent)
    for line in _lines(_atoms(pieces if colour else _marked(pieces)), room):
        text = _coloured(line) if colour else "".join(atom.text for atom in line)
        yield f"{' ' * indent}{text}".rstrip()


def columns(text: str) -> int:
    """Return how many columns of a terminal the text takes: East Asian wide signs take two, combining marks none."""
    return sum(
        0
        if unicodedata.combining(sign) or unicodedata.category(sign) == "Cf"
        else 1 + (unicodedata.east_asian_width(sign) in "WF")
        for sign in text
    )


def _marked(pieces: Iterable[Piece]) -> Iterator[Piece]:
    for text, tone in pieces:
        _, opening, closing = tone.value
        yield Piece(f"{opening}{text}{closing}" if text else "")


def _atoms(pieces: Iterable[Piece]) -> Iterator[_Atom]:
    for text, tone in pieces:
        for found in _ATOM.finditer(text):
            yield _Atom(found.group(), tone)


def _lines(atoms: Iterable[_Atom], room: int | None) -> Iterator[list[_Atom]]:
    """Give lines of atoms; a word is not parted from what follows it without a blank, be that of another tone."""
    line: list[_Atom] = []
    taken = 0
    for chunk in _chunks(atoms):
        blank = chunk[0].text.isspace()
        if chunk[0].text == "\n":
            yield _trimmed(line)
            line, taken = [], 0
            continue
        wide = sum(columns(atom.text) for atom in chunk) if room is not None else 0
        if room is not None and taken + wide > room and not blank and line:
            yield _trimmed(line)
            line, taken = [], 0
        if line or not blank:
            line += chunk
            taken += wide
    yield _trimmed(line)


def _chunks(atoms: Iterable[_Atom]) -> Iterator[list[_Atom]]:
    """Give what must stay together: atoms without a blank between them, where no script allows a break."""
    chunk: list[_Atom] = []
    for atom in atoms:
        parts = atom.text.isspace() or (chunk and chunk[-1].text.isspace())
        if chunk and (parts or _breaks(atom.text)):
            yield chunk
            chunk = []
        chunk.append(atom)
    if chunk:
        yield chunk


def _breaks(text: str) -> bool:
    return re.match(f"[{_WIDE}]", text) is not None and unicodedata.category(text[0]) not in {"Pe", "Po", "Pf"}


def _trimmed(line: list[_Atom]) -> list[_Atom]:
    while line and line[-1].text.isspace() and line[-1].tone not in {Tone.OLD, Tone.NEW}:
        line.pop()
    return line


def _coloured(line: list[_Atom]) -> str:
    said: list[str] = []
    tone = Tone.PLAIN
    for atom in line:
        if atom.tone is not tone:
            said.append((_PLAIN if tone is not Tone.PLAIN else "") + atom.tone.value[0])
            tone = atom.tone
        said.append(atom.text)
    if tone is not Tone.PLAIN:
        said.append(_PLAIN)
    return "".join(said)
