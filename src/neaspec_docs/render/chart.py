"""A chart -> what a writer is told of it: its values as a table, what is printed on each, how much room it takes."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from neaspec_docs.language import numbers
from neaspec_docs.language.words import Words as Catalogue
from neaspec_docs.model.block import Align, Cell, ChartType, Column, Row, Series, Table
from neaspec_docs.model.block import Chart as Source
from neaspec_docs.model.inline import Prose, Text, Words
from neaspec_docs.render import chart_words, widths
from neaspec_docs.render.grid import Grid, grid

_BAR = 3.5
"""What a column with its label takes of the width, in millimetres."""

_AXIS = 14.0
"""What the axis of values takes of it."""

_LONG_NAME = 0.6
"""A name that is longer than so much of the measure makes a lying chart wide."""

_LYING = frozenset({ChartType.BAR, ChartType.STACKED_BAR})


@dataclass(frozen=True, slots=True)
class Value:
    """A value: the number (None where it is missing), what stands on its bar, what a table says."""

    number: Decimal | None
    label: str
    said: str


@dataclass(frozen=True, slots=True)
class Drawn:
    """A chart as the Page has it; `rows` are its values by category, `alt` says in words what it shows.

    `empty` is what stands in it where every value is missing; `wide`: it takes the full width.
    """

    type: str
    unit: str
    alt: str
    empty: str
    wide: bool
    table: Grid
    rows: tuple[tuple[Value, ...], ...]


def drawn(chart: Source, words: Catalogue, language: str = "en") -> Drawn:
    """Return what a writer is told of a chart, in the words and the numbers of a language."""
    rows = tuple(
        tuple(_value(line, at, words, language) for line in chart.series) for at in range(len(chart.categories))
    )
    missing = all(value.number is None for row in rows for value in row)
    return Drawn(
        chart.type.value,
        chart.unit,
        chart_words.alternative(chart, words, language),
        words.all_missing.rstrip(".。") if missing else "",
        _wide(chart),
        grid(_table(chart, rows, words)),
        rows,
    )


def _value(line: Series, at: int, words: Catalogue, language: str) -> Value:
    number, given = line.values[at], line.labels[at] if line.labels else ""
    said = given or (words.missing_value if number is None else numbers.typed(number, language))
    return Value(number, chart_words.label(line, at, language), said)


def _table(chart: Source, rows: Sequence[Sequence[Value]], words: Catalogue) -> Table:
    """Return the values as a table: a row a category, a column a series, the unit over the categories."""
    unit = words.unit.format(chart.unit) if chart.unit else words.category
    heads = (Column(_said(unit)), *(Column(_said(line.name), align=Align.RIGHT) for line in chart.series))
    lines = tuple(
        Row((Cell(_said(category), head=True), *(Cell(_said(value.said)) for value in row)))
        for category, row in zip(chart.categories, rows, strict=True)
    )
    return Table((), heads, lines, row_heads=True)


def _said(words: str) -> Prose:
    return (Words((Text(words),)),) if words else ()


def _wide(chart: Source) -> bool:
    """Say whether a chart needs the full width of the page: for many bars, or for the names below them or beside."""
    if chart.type is ChartType.PIE:
        return False
    if chart.type in _LYING:
        return any(widths.length(name) > widths.MEASURE * _LONG_NAME for name in chart.categories)
    bars = 1 if chart.type in {ChartType.LINE, ChartType.STACKED_COLUMN} else len(chart.series)
    needed = max((_upright(name, chart, bars) for name in chart.categories), default=0.0)
    return _AXIS + needed * len(chart.categories) > widths.MEASURE


def _upright(name: str, chart: Source, bars: int) -> float:
    """Return what a category of an upright chart needs: its bars, the longest word of its name."""
    word = max((widths.length(part) for part in name.split()), default=0.0)
    return max(word + 1.5, _BAR * (bars + 0.7), max(_labels(chart), default=0.0) if bars == 1 else 0.0)


def _labels(chart: Source) -> Iterator[float]:
    for line in chart.series:
        for at in range(len(chart.categories)):
            yield widths.length(chart_words.label(line, at)) + 1
