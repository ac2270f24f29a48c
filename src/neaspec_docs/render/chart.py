"""A chart -> the table that prints its values."""

from neaspec_docs.language.words import Words as Catalogue
from neaspec_docs.model.block import Align, Cell, Chart, Column, Row, Table
from neaspec_docs.model.inline import Prose, Text, Words


def table(chart: Chart, words: Catalogue) -> Table:
    """Return a chart's values as a table: a row a category, a column a series, the unit over the categories.

    Printed labels stand in place of the values; a value that is missing is said to be.
    """
    unit = f"({words.unit.format(chart.unit)})" if chart.unit else words.category
    heads = (Column(_said(unit)), *(Column(_said(line.name), align=Align.RIGHT) for line in chart.series))
    rows = tuple(
        Row((Cell(_said(category), head=True), *(_value(chart, words, line, at) for line in range(len(chart.series)))))
        for at, category in enumerate(chart.categories)
    )
    return Table((), heads, rows, row_heads=True)


def _value(chart: Chart, words: Catalogue, line: int, at: int) -> Cell:
    series = chart.series[line]
    value = series.values[at]
    label = series.labels[at] if at < len(series.labels) else ""
    shown = words.missing_value if value is None else f"{value}"
    return Cell(_said(label or shown))


def _said(words: str) -> Prose:
    return (Words((Text(words),)),) if words else ()
