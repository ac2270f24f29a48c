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


class _Ems(dict[str, float]):
    """Widths of characters, in em; one that is met for the first time is looked up and kept."""

    def __missing__(self, character: str) -> float:
        self[character] = width = 1.0 if unicodedata.east_asian_width(character) in "WF" else 0.5
        return width


_EMS = _Ems(
    (character, width)
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
)
"""Widths of Times New Roman's characters; the others are near half an em."""

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


@dataclass(frozen=True, slots=True)
class Column:
    """A column, measured in millimetres, whatever room there is for it.

    `given` is the width that the author gives it, in per cent; `least` what it can't do without; `figures`: it holds
    nothing else; `cells` are each one's length, and before it what a line of it weighs.
    """

    given: Decimal | None
    least: float
    figures: bool
    cells: tuple[tuple[float, float], ...]


def measured(given: Sequence[Decimal | None], heads: Texts, rows: Texts) -> tuple[Column, ...]:
    """Return the columns of a table, measured; `heads` are rows of heads of columns, which are set a little smaller.

    The first never counts among the columns of figures.
    """
    return tuple(
        _column(width, [row[at] for row in heads if at in row], [row[at] for row in rows if at in row], first=at == 0)
        for at, width in enumerate(given)
    )


def _column(given: Decimal | None, heads: Sequence[str], texts: Sequence[str], *, first: bool) -> Column:
    longest = 0.0  # word
    cells: list[tuple[float, float]] = []
    for parts, size, weight in ((heads, _HEAD, _LESS), (texts, 1.0, 1.0)):
        for text in parts:
            long = size * length(text)
            cells.append((weight, long))
            if long > longest:  # else its words are no longer either
                longest = max(longest, size * max(map(length, set(_BREAKS.split(text)))))
    return Column(given, longest + _PADDING, not first and all(map(is_figure, texts)), tuple(cells))


def shares(columns: Sequence[Column], room: float) -> Share:
    """Return the widths of a table's columns in a room of so many millimetres; those given by the author stay."""
    least = [column.least for column in columns]
    figures = [at for at, column in enumerate(columns) if column.figures]
    same = max((least[at] for at in figures), default=0.0)
    if sum(same if at in figures else width for at, width in enumerate(least)) < room * _EASY:
        least = [same if at in figures else width for at, width in enumerate(least)]
    else:
        figures = []
    fixed = {at: float(column.given) * room / 100 for at, column in enumerate(columns) if column.given is not None}
    made = [fixed.get(at, width) for at, width in enumerate(least)]
    _pour(made, [at for at in range(len(made)) if at not in fixed], columns, room)
    equal = [at for at in figures if at not in fixed]
    for at in equal:
        made[at] = sum(made[column] for column in equal) / len(equal)
    lines = (_lines(long, width) for column, width in zip(columns, made, strict=True) for _, long in column.cells)
    crowded = sum(least) > room or max(lines, default=0) > CROWDED
    return Share(_per_cent(made), crowded)


def length(text: str) -> float:
    """Return about how long a text is on one line, in millimetres."""
    return sum(map(_EMS.__getitem__, text)) * _EM


def is_figure(text: str) -> bool:
    """Say whether a cell holds a figure, or says that there is none."""
    return text.strip() in NO_VALUE or FIGURE.fullmatch(text.strip()) is not None


def _lines(long: float, width: float) -> float:
    return max(1.0, long / max(width - _PADDING, 1.0))


def _pour(made: list[float], free: Sequence[int], columns: Sequence[Column], room: float) -> None:
    """Give what is left of the room, in steps, each to the column whose cells lose most lines, else the narrowest."""
    saved: dict[int, float] = {}
    before = 0.0
    while free and (step := min(room / _STEPS, room - sum(made))) > _NOTHING:
        if step != before:
            saved = {at: _saved(columns[at], made[at], step) for at in free}
            before = step
        widened = max(free, key=lambda at: (saved[at], -made[at]))
        made[widened] += step
        saved[widened] = _saved(columns[widened], made[widened], step)  # the others would save what they did


def _saved(column: Column, width: float, step: float) -> float:
    """Return how many lines the cells of a column lose where it becomes wider by a step."""
    lost = (weight * (_lines(long, width) - _lines(long, width + step)) for weight, long in column.cells)
    return round(sum(lost), 6)


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
