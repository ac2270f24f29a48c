"""Tables as written -> tables whose rows fill their columns, with heads marked, figures aligned, totals right."""

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from neaspec_docs.diagnostics.codes import Code
from neaspec_docs.model.block import Align, Cell, Column, Row, Table
from neaspec_docs.model.document import Document
from neaspec_docs.model.grid import leaves
from neaspec_docs.model.inline import FootnoteCall, Prose, TableNoteCall, Text, plain_prose
from neaspec_docs.model.node import Node
from neaspec_docs.model.walk import nodes, rewrite
from neaspec_docs.resolve.context import Context

_FIGURE = re.compile(r"[-−]?(?:\d{1,3}(?:[, \u00a0\u202f]\d{3})+|\d+)(?:\.\d+)?")

_GROUPED = re.compile(r"[-−]?\d{1,3}(?:\|\d{3})+(?=\||$)")
_EMPTY = 'write `""` for an empty cell'
_FULL = "take a cell out, or put text that holds a comma in quotes"


def complete(document: Document, context: Context) -> Document:
    """Return the paper with each table laid out.

    A row too long or too short, a span that leaves the table and a total that is not the sum are errors at the
    row or cell. A call of a table's own note becomes a TableNoteCall.
    """
    return rewrite(document, lambda table: _Layout(table, context).table(), Table)


class _Layout:
    """One table, laid out cell by cell on the grid of its columns."""

    def __init__(self, table: Table, context: Context) -> None:
        self.written = table
        self.report = context.report
        self.columns = tuple(leaves(table.columns))
        self.covered: dict[int, int] = {}  # column -> how many further rows a cell from above reaches into

    def table(self) -> Table:
        rows = tuple(self._row(row) for row in self.written.rows)
        if self.written.rows and any(self.covered.values()):
            last = self.written.rows[-1]
            self.report.error(
                Code.SPAN_OUTSIDE, "a cell reaches below the last row", last.at, "make its `rows` smaller"
            )
        columns = self._aligned(self.written.columns, iter(self._figures(rows)))
        return self._noted(replace(self.written, columns=columns, rows=rows))

    def _row(self, row: Row) -> Row:
        if row.group:
            if any(self.covered.values()):
                self.report.error(
                    Code.SPAN_OUTSIDE,
                    "a cell from above reaches into this group row",
                    row.at,
                    "make its `rows` smaller",
                )
            self.covered = {}
            return replace(row, cells=(replace(row.cells[0], cols=len(self.columns), head=True),))
        taken = {column for column, rows in self.covered.items() if rows}
        placed = self._place(row, taken) if self.columns else None  # a table without any did not load, and that is told
        self.covered = {column: rows - 1 for column, rows in self.covered.items() if rows > 1}
        if placed is None:
            return row
        for column, cell in placed:
            if cell.rows > 1:
                self.covered |= dict.fromkeys(range(column, column + cell.cols), cell.rows - 1)
        self._check_totals(placed)
        return replace(row, cells=tuple(self._finished(cell, column) for column, cell in placed))

    def _place(self, row: Row, taken: set[int]) -> list[tuple[int, Cell]] | None:
        """Return the row's cells with the column that each begins in, or None where they do not fit."""
        free = [column for column in range(len(self.columns)) if column not in taken]
        wanted = sum(cell.cols for cell in row.cells)
        if wanted != len(free):
            spanned = f" ({len(taken)} spanned from above)" if taken else ""
            self.report.error(
                Code.RAGGED_ROW,
                f"the row fills {_columns(wanted)} where the table has {len(self.columns)}{spanned}",
                row.at,
                _cure_of_row(row, wanted, len(free)),
            )
            return None
        placed = []
        for cell in row.cells:
            columns, free = free[: cell.cols], free[cell.cols :]
            if columns[-1] - columns[0] != cell.cols - 1:
                self.report.error(Code.SPAN_OUTSIDE, "the cell reaches over one that is spanned from above", cell.at)
                return None
            placed.append((columns[0], cell))
        return placed

    def _finished(self, cell: Cell, column: int) -> Cell:
        head = cell.head or (self.written.row_heads and column == 0)
        sample = self.columns[column].format
        text = cell.text if sample is None else _grouped(cell, sample)
        return cell if head == cell.head and text is cell.text else replace(cell, head=head, text=text)

    def _check_totals(self, placed: list[tuple[int, Cell]]) -> None:
        if not any(column.total for column in self.columns):
            return
        figures = {
            column: figure(cell)
            for column, cell in placed
            if not cell.head and not (self.written.row_heads and column == 0)
        }
        summands = [value for column, value in figures.items() if value is not None and not self.columns[column].total]
        for column, cell in placed:
            if not self.columns[column].total:
                continue
            total = figures.get(column)
            if total is None:
                self.report.error(Code.WRONG_TOTAL, "the total is not a number", cell.at)
            elif total != (right := sum(summands, Decimal())):
                grouping = "," if "," in plain_prose(cell.text) else ""
                self.report.error(
                    Code.WRONG_TOTAL,
                    f"the total is {plain_prose(cell.text)}, but the row's other numbers add to {right:{grouping}}",
                    cell.at,
                    f"write {right:{grouping}}, or mend the number that is wrong",
                )

    def _figures(self, rows: tuple[Row, ...]) -> list[bool]:
        """Say of each column whether all in its body is figures (empty cells aside); the first, of heads, never is."""
        found: list[list[Cell]] = [[] for _ in self.columns]
        covered: dict[int, int] = {}
        for row in rows:
            if row.group:
                continue
            free = [column for column in range(len(self.columns)) if not covered.get(column)]
            covered = {column: left - 1 for column, left in covered.items() if left > 1}
            for cell in row.cells:
                columns, free = free[: cell.cols], free[cell.cols :]
                if cell.cols == 1 and columns:
                    found[columns[0]].append(cell)
                if cell.rows > 1:
                    covered |= dict.fromkeys(columns, cell.rows - 1)
        return [
            at > 0
            and any(cell.text for cell in cells)
            and all(not cell.text or figure(cell) is not None for cell in cells)
            for at, cells in enumerate(found)
        ]

    def _aligned(self, columns: tuple[Column, ...], figures: Iterator[bool]) -> tuple[Column, ...]:
        """Set figures to the right where the author chose nothing (UN Editorial Manual, tables)."""
        return tuple(
            replace(column, columns=self._aligned(column.columns, figures))
            if column.columns
            else replace(column, align=(column.align or Align.RIGHT) if next(figures) else column.align)
            for column in columns
        )

    def _noted(self, table: Table) -> Table:
        if not table.notes:
            return table
        names = {note.name for note in table.notes}
        called = {call.name for call in nodes((table.columns, table.rows), FootnoteCall)}
        for note in table.notes:
            if note.name not in called:
                self.report.error(Code.UNCITED_FOOTNOTE, f"the table's note `{note.name}` is never cited", note.at)

        def change(call: FootnoteCall) -> Node:
            return TableNoteCall(call.name, at=call.at) if call.name in names else call

        columns, rows = rewrite((table.columns, table.rows), change, FootnoteCall)
        return replace(table, columns=columns, rows=rows)


def _cure_of_row(row: Row, wanted: int, free: int) -> str:
    """Return how to mend a row that fills `wanted` of `free` columns."""
    words = [plain_prose(cell.text).strip() for cell in row.cells]
    of_data = row.at.file.endswith(".csv")
    if wanted < free:
        return f"the file's first row has {_columns(free)}: end this one with commas" if of_data else _EMPTY
    for start in range(len(words)):
        if found := _GROUPED.match("|".join(words[start:])):
            number = found.group().replace("|", ",")
            return f"put `{number}` in quotes"
    return f"the file's first row has {_columns(free)}: put text that holds a comma in quotes" if of_data else _FULL


def figure(cell: Cell) -> Decimal | None:
    """Return the number that is all of a cell's text, grouped or not, or None."""
    text = plain_prose(cell.text).strip()
    if not _FIGURE.fullmatch(text):
        return None
    return Decimal(re.sub(r"[, \u00a0\u202f]", "", text).replace("−", "-"))


def _grouped(cell: Cell, sample: str) -> Prose:
    """Return the cell's text with its number grouped as the sample shows ("1,000", "1,000.0"); other text as typed."""
    value = figure(cell)
    if value is None:
        return cell.text
    separator = next((sign for sign in sample if not sign.isdigit() and sign != "."), "")
    typed = -int(value.as_tuple().exponent)
    decimals = max(typed, len(sample.partition(".")[2]))
    typed_as, shown = plain_prose(cell.text).strip(), f"{value:,.{decimals}f}".replace(",", separator)

    def change(text: Text) -> Text:
        return replace(text, value=shown) if text.value.strip() == typed_as else text

    return rewrite(cell.text, change, Text)


def _columns(count: int) -> str:
    return "1 column" if count == 1 else f"{count} columns"
