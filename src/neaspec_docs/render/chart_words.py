"""A chart and the words of a language -> what it shows in a few plain sentences, for those who cannot see it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import assert_never

from neaspec_docs.language import numbers
from neaspec_docs.language.counted import Counted
from neaspec_docs.language.words import Words as Catalogue
from neaspec_docs.model.block import Chart, ChartType, Series

_NAME = 70
"""A name is cut after so many characters."""

_NAMED = 6
"""Of more names than these only the first and the last are said."""

_PLACES = 3
"""Where a value occurs more often than this, it is not said where."""


def label(line: Series, at: int, language: str = "en") -> str:
    """Return what stands on a value: the label that the author gives, else the number; nothing where it is missing."""
    number = line.values[at]
    given = line.labels[at] if line.labels else ""
    return "" if number is None else given or numbers.typed(number, language)


def alternative(chart: Chart, words: Catalogue, language: str = "en") -> str:
    """Return the type of a chart, what it compares, its highest and lowest value, and how many are missing."""
    said = " ".join((*_compared(chart, words), *_values(chart, words, language)))
    return said.replace("….", "…").replace("…。", "…").replace("。 ", "。")


def _compared(chart: Chart, words: Catalogue) -> Iterator[str]:
    series = [_short(line.name) for line in chart.series]
    count = len(chart.categories)
    yield words.chart_of.format(
        chart=_kind(chart.type, words),
        series=series[0] if len(series) == 1 else words.series.of(len(series)),
        categories=words.categories.of(count),
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
    """A value that is there: the number, how it is said, what is printed on it, where it stands."""

    number: Decimal
    said: str
    label: str
    place: str


def _values(chart: Chart, words: Catalogue, language: str) -> Iterator[str]:
    found = list(_found(chart, words, language))
    missing = len(chart.series) * len(chart.categories) - len(found)
    if not found:
        yield words.all_missing
        return
    least, most = min(value.number for value in found), max(value.number for value in found)
    if least == most and len(found) > 1:
        yield words.all_values.format(numbers.typed(most, language))
    else:
        yield _end(found, most, (words.highest, words.highest_often), words)
        if least != most:
            yield _end(found, least, (words.lowest, words.lowest_often), words)
    if missing:
        yield words.missing.of(missing)


def _found(chart: Chart, words: Catalogue, language: str) -> Iterator[_Value]:
    for line in chart.series:
        for at, (category, number) in enumerate(zip(chart.categories, line.values, strict=True)):
            if number is not None:
                place = _short(category)
                if len(chart.series) > 1:
                    place = words.of_series.format(category=place, series=_short(line.name))
                yield _Value(number, numbers.typed(number, language), label(line, at, language), place)


def _end(found: Sequence[_Value], number: Decimal, phrases: tuple[str, Counted], words: Catalogue) -> str:
    """Return the sentence on the highest or the lowest value: where it is found, or how often."""
    there = [value for value in found if value.number == number]
    plain = there[0].said
    if len(there) > _PLACES:
        return phrases[1].of(len(there), value=plain)
    labels = {value.label for value in there}
    said = labels.pop() if len(labels) == 1 else plain
    return phrases[0].format(value=said, place=words.names_comma.join(value.place for value in there))


def _listed(names: Sequence[str], words: Catalogue) -> str:
    if len(names) > _NAMED:
        return words.from_to.format(names[0], names[-1])
    return words.names_comma.join(names)


def _short(name: str) -> str:
    if len(name) <= _NAME:
        return name
    return f"{name[:_NAME].rpartition(' ')[0] or name[:_NAME]}…"
