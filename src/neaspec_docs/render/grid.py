"""A resolved table -> its rows of cells as they are printed: head or not, spans, alignment, widths of columns."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from neaspec_docs.model.block import Align, Cell, Column, Row, Table
from neaspec_docs.model.grid import columns_of, leaves
from neaspec_docs.model.inline import Prose, plain_prose
from neaspec_docs.render import widths

WIDE_FROM = 5
"""A table of so many columns takes the full text width."""


@dataclass(frozen=True, slots=True)
class Printed:
    """A cell as printed; `scope` is "" where it is no head."""

    text: Prose
    scope: Literal["", "col", "colgroup", "row", "rowgroup"] = ""
    cols: int = 1
    rows: int = 1
    align: Align = Align.LEFT


@dataclass(frozen=True, slots=True)
class PrintedRow:
    """A row of a table's body."""

    anchor: str
    cells: tuple[Printed, ...]
    group: bool = False


@dataclass(frozen=True, slots=True)
class Grid:
    """A table as printed. `widths` are per cents, one a column, adding to 100; `wide`: over the full width."""

    head: tuple[tuple[Printed, ...], ...]
    body: tuple[PrintedRow, ...]
    widths: tuple[Decimal, ...]
    wide: bool


def grid(table: Table) -> Grid:
    """Return a table as it is printed. Its rows are right: resolve has checked their lengths and spans."""
    bottom = tuple(leaves(table.columns))
    places = columns_of([row.cells for row in table.rows])
    texts = tuple(_texts(row, columns, len(bottom)) for row, columns in zip(table.rows, places, strict=True))
    aligns = tuple(
        leaf.align or _usual_align(at, [row[at] for row in texts if at in row]) for at, leaf in enumerate(bottom)
    )
    body = tuple(
        PrintedRow(
            row.anchor,
            tuple(_cell(table, row, at, cell, aligns) for at, cell in zip(columns, row.cells, strict=True)),
            row.group,
        )
        for row, columns in zip(table.rows, places, strict=True)
    )
    head = _head(table.columns, aligns)
    measured = widths.measured([leaf.width for leaf in bottom], _texts_of_heads(head), texts)
    if table.landscape:
        return Grid(head, body, widths.shares(measured, widths.LANDSCAPE).per_cent, wide=True)
    if len(bottom) < WIDE_FROM and not (narrow := widths.shares(measured, widths.MEASURE)).crowded:
        return Grid(head, body, narrow.per_cent, wide=False)
    return Grid(head, body, widths.shares(measured, widths.FULL).per_cent, wide=True)


def _texts(row: Row, columns: Sequence[int], all_columns: int) -> dict[int, str]:
    """Return a row's text by column; a cell over several columns asks for no width of its own."""
    over = (all_columns if row.group else cell.cols for cell in row.cells)
    cells = zip(columns, row.cells, over, strict=True)
    return {at: plain_prose(cell.text) for at, cell, cols in cells if cols == 1}


def _texts_of_heads(rows: Sequence[Sequence[Printed]]) -> tuple[dict[int, str], ...]:
    return tuple(
        {at: plain_prose(cell.text) for at, cell in zip(places, row, strict=True) if cell.cols == 1}
        for places, row in zip(columns_of(rows), rows, strict=True)
    )


def _depth(columns: Sequence[Column]) -> int:
    return 1 + max((_depth(column.columns) for column in columns if column.columns), default=0)


def _head(columns: Sequence[Column], aligns: Sequence[Align]) -> tuple[tuple[Printed, ...], ...]:
    """Return the rows of heads; none where every title is empty."""
    if not any(plain_prose(column.title).strip() for column in _all(columns)):
        return ()
    depth = _depth(columns)
    rows: list[list[Printed]] = [[] for _ in range(depth)]
    _fill(columns, rows, 0, iter(aligns))
    return tuple(tuple(row) for row in rows)


def _fill(columns: Sequence[Column], rows: list[list[Printed]], level: int, aligns: Iterator[Align]) -> None:
    for column in columns:
        if column.columns:
            over = len(tuple(leaves(column.columns)))
            rows[level].append(Printed(column.title, "colgroup", cols=over, align=Align.CENTER))
            _fill(column.columns, rows, level + 1, aligns)
        else:
            rows[level].append(Printed(column.title, "col", rows=len(rows) - level, align=next(aligns)))


def _all(columns: Sequence[Column]) -> Iterator[Column]:
    for column in columns:
        yield column
        yield from _all(column.columns)


def _cell(table: Table, row: Row, at: int, cell: Cell, aligns: Sequence[Align]) -> Printed:
    if row.group:
        return Printed(cell.text, "rowgroup", cols=len(aligns))
    scope: Literal["", "row"] = "row" if cell.head or (table.row_heads and at == 0) else ""
    align = Align.CENTER if cell.cols > 1 and aligns[at] is not Align.LEFT else aligns[at]
    return Printed(cell.text, scope, cell.cols, cell.rows, align)


def _usual_align(index: int, texts: Sequence[str]) -> Align:
    """Return how a column stands whose author left it open: figures at the right, but not the first column."""
    figures = [text for text in texts if text.strip() not in widths.NO_VALUE]
    if index and figures and all(map(widths.is_figure, figures)):
        return Align.RIGHT
    return Align.LEFT
