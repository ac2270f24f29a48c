"""A chart -> the workbook that an office program opens to edit its data, and references to the cells of that workbook.

The sheet holds the categories from A2 down and the names of the series from B1 on (ISO/IEC 29500-1, 18.3.1).
"""

from collections.abc import Sequence
from datetime import UTC, datetime
from decimal import Decimal
from io import BytesIO

from neaspec_docs.write.charts.data import Chart, Line
from neaspec_docs.write.charts.drawingml import c, saying
from neaspec_docs.write.office_package import same_bytes
from neaspec_docs.write.office_xml import Markup

_SHEET = "Sheet1"
_DAY = datetime(1980, 1, 1, tzinfo=UTC)
"""The day the workbook says it was made: no clock gets into a file."""

_WIDEST = 60
"""No column of the sheet is wider than so many characters."""


def workbook(chart: Chart) -> bytes:
    """Return the workbook: numbers as they were typed (50.0 is a number that shows its nought), gaps as empty cells."""
    from xlsxwriter import Workbook

    written = BytesIO()
    with Workbook(written, {"in_memory": True}) as book:
        book.set_properties({"created": _DAY})
        sheet = book.add_worksheet(_SHEET)
        sheet.set_column(0, 0, _characters(chart.categories))
        for row, category in enumerate(chart.categories, 1):
            sheet.write_string(row, 0, category)
        formats = {form: book.add_format({"num_format": form}) for form in sorted(_formats(chart))}
        for column, line in enumerate(chart.series, 1):
            sheet.set_column(column, column, _characters([line.name]))
            sheet.write_string(0, column, line.name)
            for row, value in enumerate(line.values, 1):
                if value is not None:
                    sheet.write_number(row, column, value, formats[typed(value)])
    return same_bytes(written.getvalue())


def name(chart: Chart, series: int) -> Markup:
    """Return the reference to a series' name."""
    cell = f"{_SHEET}!${_column(series + 1)}$1"
    return c("tx", _reference("str", cell, [chart.series[series].name]))


def categories(chart: Chart) -> Markup:
    """Return the reference to the categories."""
    return c("cat", _reference("str", _below("A", len(chart.categories)), chart.categories))


def values(chart: Chart, series: int) -> Markup:
    """Return the reference to a series' values."""
    line = chart.series[series]
    cells = _below(_column(series + 1), len(line.values))
    shown = [None if value is None else f"{value:f}" for value in line.values]
    return c("val", _reference("num", cells, shown, _common(line)))


def typed(value: Decimal) -> str:
    """Return the format of numbers that shows a value with as many decimals as it was typed (18.8.31)."""
    places = max(0, -int(value.as_tuple().exponent))
    return "0." + "0" * places if places else "0"


def _common(line: Line) -> str:
    return max((typed(value) for value in line.values if value is not None), key=len, default="General")


def _formats(chart: Chart) -> set[str]:
    return {typed(value) for line in chart.series for value in line.values if value is not None}


def _reference(kind: str, cells: str, held: Sequence[str | None], form: str | None = None) -> Markup:
    """Return a reference to cells ("str" or "num") and what they hold; an empty cell is left out (21.2.2.169)."""
    cache = c(f"{kind}Cache")
    if form is not None:
        cache.append(saying(c("formatCode"), form))
    cache.append(c("ptCount", val=len(held)))
    for place, text in enumerate(held):
        if text is not None:
            cache.append(c("pt", saying(c("v"), text), idx=place))
    return c(f"{kind}Ref", saying(c("f"), cells), cache)


def _below(column: str, count: int) -> str:
    return f"{_SHEET}!${column}$2:${column}${count + 1}"


def _column(number: int) -> str:
    """Return the letters of a column, from 0: A to Z, AA and so on."""
    before, last = divmod(number, 26)
    return (_column(before - 1) if before else "") + chr(ord("A") + last)


def _characters(names: Sequence[str]) -> int:
    return min(_WIDEST, max(map(len, names), default=0) + 2)
