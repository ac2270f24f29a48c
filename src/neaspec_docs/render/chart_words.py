"""A chart and the words of a language -> what it shows in a few plain sentences, for those who cannot see it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import assert_never

from neaspec_docs.language.words import Words as Catalogue
from neaspec_docs.model.block import Chart, ChartType, Series

MINUS = "−"

_NAME = 70
"""A name is cut after so many characters."""

_NAMED = 6
"""Of more names than these only the first and the last are said."""

_PLACES = 3
"""Where a value occurs more often than this, it is not said where."""


def printed(number: Decimal) -> str:
    """Return a number as it was typed, with a minus for a hyphen."""
    return f"{number}".replace("-", MINUS)


def label(line: Series, at: int) -> str:
    """Return what stands on a value: the label that the author gives, else the number; nothing where it is missing."""
    number = line.values[at]
    given = line.labels[at] if line.labels else ""
    return "" if number is None else given or printed(number)


def alternative(chart: Chart, words: Catalogue) -> str:
    """Return the type of a chart, what it compares, its highest and lowest value, and how many are missing."""
    said = " ".join((*_compared(chart, words), *_values(chart, words)))
    return said.replace("….", "…")


def _compared(chart: Chart, words: Catalogue) -> Iterator[str]:
    series = [_short(line.name) for line in chart.series]
    count = len(chart.categories)
    yield words.chart_of.format(
        chart=_kind(chart.type, words),
        series=series[0] if len(series) == 1 else words.several_series.format(len(series)),
        categories=words.one_category if count == 1 else words.several_categories.format(count),
    )
    if chart.unit:
        yield words.unit_said.format(chart.unit)
    if len(series) > 1:
        yield words.series_said.format(_listed(series, words))
    yield words.categories_said.format(_listed([_short(name) for name in chart.categories], words))


def _kind(type: ChartType, words: Catalogue) -> str:
    match type:
        case ChartType.COLUMN:
            return words.column_chart
        case ChartType.BAR:
            return words.bar_chart
        case ChartType.STACKED_COLUMN:
            return words.stacked_column_chart
        case ChartType.STACKED_BAR:
            return words.stacked_bar_chart
        case ChartType.LINE:
            return words.line_chart
        case ChartType.PIE:
            return words.pie_chart
        case _:
            assert_never(type)


@dataclass(frozen=True, slots=True)
class _Value:
    """A value that is there: the number, what is printed on it, where it stands."""

    number: Decimal
    label: str
    place: str


def _values(chart: Chart, words: Catalogue) -> Iterator[str]:
    found = list(_found(chart))
    missing = len(chart.series) * len(chart.categories) - len(found)
    if not found:
        yield words.all_missing
        return
    least, most = min(value.number for value in found), max(value.number for value in found)
    if least == most and len(found) > 1:
        yield words.all_values.format(printed(most))
    else:
        yield _end(found, most, (words.highest, words.highest_often))
        if least != most:
            yield _end(found, least, (words.lowest, words.lowest_often))
    if missing:
        yield words.one_missing if missing == 1 else words.several_missing.format(missing)


def _found(chart: Chart) -> Iterator[_Value]:
    for line in chart.series:
        for at, (category, number) in enumerate(zip(chart.categories, line.values, strict=True)):
            if number is not None:
                place = _short(category)
                if len(chart.series) > 1:
                    place = f"{place} ({_short(line.name)})"
                yield _Value(number, label(line, at), place)


def _end(found: Sequence[_Value], number: Decimal, phrases: tuple[str, str]) -> str:
    """Return the sentence on the highest or the lowest value: where it is found, or how often."""
    there = [value for value in found if value.number == number]
    if len(there) > _PLACES:
        return phrases[1].format(value=printed(number), times=len(there))
    labels = {value.label for value in there}
    said = labels.pop() if len(labels) == 1 else printed(number)
    return phrases[0].format(value=said, place="; ".join(value.place for value in there))


def _listed(names: Sequence[str], words: Catalogue) -> str:
    if len(names) > _NAMED:
        return words.from_to.format(names[0], names[-1])
    return "; ".join(names)


def _short(name: str) -> str:
    if len(name) <= _NAME:
        return name
    return f"{name[:_NAME].rpartition(' ')[0] or name[:_NAME]}…"
