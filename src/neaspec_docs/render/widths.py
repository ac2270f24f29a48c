"""The texts of a table -> how wide each of its columns should be.

A column first gets what its longest word needs; what is left over goes, step by step, to the column whose cells lose
most lines by it. Columns of figures are made equal. Lengths are those of Times New Roman in 9 point (and of Liberation
Serif, which has its widths), near enough to choose by.
"""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_DOWN, Decimal

MEASURE = 130.0
FULL = 170.0
LANDSCAPE = 257.0
"""What a table may fill, in millimetres: the text's measure, the page's full width, and that of a turned page."""

_EASY = 0.85
"""Columns of figures are made equal where the longest words leave so much of the room to the rest."""

CROWDED = 7
"""A cell of more lines than this asks for a wider table."""

_EM = 9 * 25.4 / 72
_PADDING = 2.6
_HEAD = 0.97
_LESS = 0.5  # a head may well run over several lines
_STEPS = 100
_NOTHING = 0.01
_TENTH = Decimal("0.1")
_EMS = {
    character: width
    for characters, width in (
        ("ijlt .,;:'’|!/", 0.28),
        ("fr-()[]I", 0.34),
        ("acezsJ?", 0.44),
        ("EFPSLTZ", 0.60),
        ("ABCDGHKNOQRUVXY", 0.71),
        ("mw", 0.76),
        ("MW—%@&", 0.92),
    )
    for character in characters
}
"""Widths of Times New Roman's characters, in em; the others are near half an em."""

FIGURE = re.compile(r"[-–−+]?[$€¥]?\s?\d[\d\s,.]*%?(\s?\(\d[\d,.]*%?\))?")
"""What is read as a figure: 1,147; $44,985; 20.3 (15); 42%."""

NO_VALUE = frozenset({"", "-", "–", "—", "..", "...", "…"})
"""What stands in a column of figures where there is none."""

_BREAKS = re.compile(r"(?<=[-–—/])|\s+")

Texts = Sequence[Mapping[int, str]]
"""Rows of a table: the text of each cell by its column (from 0)."""


@dataclass(frozen=True, slots=True)
class Share:
    """Per cents that add to 100, one a column; `crowded`: the table needs more room than it has."""

    per_cent: tuple[Decimal, ...]
    crowded: bool


def shares(given: Sequence[Decimal | None], heads: Texts, rows: Texts, room: float) -> Share:
    """Return the widths of a table's columns in a room of so many millimetres; those given by the author stay.

    `heads` are rows of heads of columns, which are set a little smaller.
    """
    least = _least(len(given), heads, rows)
    figures = _figures(len(given), rows)
    same = max((least[at] for at in figures), default=0.0)
    if sum(same if at in figures else width for at, width in enumerate(least)) < room * _EASY:
        least = [same if at in figures else width for at, width in enumerate(least)]
    else:
        figures = []
    fixed = {at: float(width) * room / 100 for at, width in enumerate(given) if width is not None}
    lengths = [(_LESS, {at: _HEAD * length(text) for at, text in row.items()}) for row in heads]
    lengths += [(1.0, {at: length(text) for at, text in row.items()}) for row in rows]
    made = [fixed.get(at, width) for at, width in enumerate(least)]
    _pour(made, [at for at in range(len(given)) if at not in fixed], lengths, room)
    equal = [at for at in figures if at not in fixed]
    for at in equal:
        made[at] = sum(made[column] for column in equal) / len(equal)
    tallest = max((_lines(long, made[at]) for _, row in lengths for at, long in row.items()), default=0)
    crowded = sum(least) > room or tallest > CROWDED
    return Share(_per_cent(made), crowded)


def length(text: str) -> float:
    """Return about how long a text is on one line, in millimetres."""
    return sum(_width(character) for character in text) * _EM


def _width(character: str) -> float:
    wide = unicodedata.east_asian_width(character) in "WF"
    return _EMS.get(character, 1.0 if wide else 0.5)


def _figures(columns: int, rows: Texts) -> list[int]:
    """Return the columns of nothing but figures; the first never counts among them."""
    return [at for at in range(1, columns) if all(is_figure(row[at]) for row in rows if at in row)]


def is_figure(text: str) -> bool:
    """Say whether a cell holds a figure, or says that there is none."""
    return text.strip() in NO_VALUE or FIGURE.fullmatch(text.strip()) is not None


def _least(columns: int, heads: Texts, rows: Texts) -> list[float]:
    """Return the width each column can't do without: that of its longest word."""
    least = [_PADDING] * columns
    for texts, size in ((heads, _HEAD), (rows, 1.0)):
        for row in texts:
            for at, text in row.items():
                word = max((length(word) for word in _BREAKS.split(text)), default=0.0)
                least[at] = max(least[at], size * word + _PADDING)
    return least


def _lines(long: float, width: float) -> float:
    return max(1.0, long / max(width - _PADDING, 1.0))


def _pour(
    made: list[float], free: Sequence[int], rows: Sequence[tuple[float, Mapping[int, float]]], room: float
) -> None:
    """Give what is left of the room, in steps, each to the column whose cells lose most lines, else the narrowest."""
    while free and (step := min(room / _STEPS, room - sum(made))) > _NOTHING:
        saved = {
            at: sum(
                weight * (_lines(row[at], made[at]) - _lines(row[at], made[at] + step))
                for weight, row in rows
                if at in row
            )
            for at in free
        }
        made[max(free, key=lambda at: (round(saved[at], 6), -made[at]))] += step


def _per_cent(made: Sequence[float]) -> tuple[Decimal, ...]:
    """Return widths as per cents to the tenth that add to 100: those with the largest remainders are rounded up."""
    total = Decimal(sum(made) or 1.0)
    exact = [Decimal(width) * 100 / total for width in made]
    tenths = [max(_TENTH, share.quantize(_TENTH, ROUND_DOWN)) for share in exact]
    order = sorted(range(len(made)), key=lambda at: (tenths[at] - exact[at], at))
    short = max(0, int((100 - sum(tenths)) / _TENTH))
    for at in order[:short]:
        tenths[at] += _TENTH
    return tuple(tenths)
