"""A table -> its entries as rules on tables read them: in which row and column each stands, and what it states."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from neaspec_docs.check import amounts
from neaspec_docs.check.amounts import NOTHING, Amount
from neaspec_docs.model.block import Cell, Column, Table
from neaspec_docs.model.grid import columns_of, leaves
from neaspec_docs.model.inline import plain, plain_prose

_ENOUGH = 2
_TOTAL = re.compile(
    r"(?:(?:grand|overall|general|sum) |sub-?)?totals?(?:\s*[,:(–—].*| for .*| of the above| \d.*)?"
    r"|sum|all(?: (?:the )?(?:\w+ )?(?:countries|members|member states|states|regions|areas|items|projects))?",
    re.IGNORECASE,
)
_BEGINS_TOTAL = re.compile(r"(?:sub-?)?totals?\b", re.IGNORECASE)


@dataclass(frozen=True)
class Entry:
    """A cell in the row and the column that it begins in; `amount` is None where it states none."""

    row: int
    column: int
    cell: Cell
    text: str

    @cached_property
    def amount(self) -> Amount | None:
        """Return the amount that is all the cell states."""
        return amounts.read(self.text)

    @property
    def is_empty(self) -> bool:
        """Say whether nothing is in it, or a dash for nothing."""
        return self.text in NOTHING


@dataclass(frozen=True)
class Laid:
    """A table with its entries laid out."""

    table: Table

    @cached_property
    def columns(self) -> tuple[Column, ...]:
        """Return the columns that hold entries."""
        return tuple(leaves(self.table.columns))

    @cached_property
    def entries(self) -> tuple[Entry, ...]:
        """Return the entries row by row, less the heads of groups."""
        places = columns_of([row.cells for row in self.table.rows])
        return tuple(
            Entry(number, column, cell, plain_prose(cell.text).strip())
            for number, (row, columns) in enumerate(zip(self.table.rows, places, strict=True))
            if not row.group
            for column, cell in zip(columns, row.cells, strict=True)
        )

    @cached_property
    def names(self) -> dict[int, str]:
        """Return what each row is called: its first words."""
        found: dict[int, str] = {}
        for entry in self.entries:
            if entry.column < _ENOUGH and entry.text and entry.amount is None:
                found.setdefault(entry.row, entry.text)
        return found

    @cached_property
    def totals(self) -> frozenset[int]:
        """Return the rows that their names call totals."""
        return frozenset(row for row, name in self.names.items() if _TOTAL.fullmatch(name.rstrip(" :.*")))

    @cached_property
    def subtotals(self) -> frozenset[int]:
        """Return the rows whose names begin with "total": totals, and such as “Total income”, which is of a part."""
        return self.totals | {row for row, name in self.names.items() if _BEGINS_TOTAL.match(name)}

    @cached_property
    def starts(self) -> tuple[int, ...]:
        """Return the rows with which a part of the table begins: the first, those after a total or a head of rows."""
        figures = {entry.row for entry in self.entries if entry.amount is not None}
        ends = {row for row in range(len(self.table.rows)) if row in self.subtotals or row not in figures}
        spans = {entry.row for entry in self.entries if entry.column == 0 and entry.cell.rows > 1}
        return tuple(sorted({0} | spans | {row + 1 for row in ends}))

    def figures(self) -> Iterator[tuple[int, tuple[Entry, ...]]]:
        """Give each column that states amounts and hardly anything else, with its entries that are no heads."""
        columns: dict[int, list[Entry]] = {}
        for entry in self.entries:
            if entry.cell.cols == 1 and not self._is_head(entry):
                columns.setdefault(entry.column, []).append(entry)
        for column, entries in sorted(columns.items()):
            if sum(entry.amount is not None for entry in entries) >= _ENOUGH:
                yield column, tuple(entries)

    def title(self, column: int) -> str:
        """Return the words at the head of a column, with those of the heads over it."""
        return " ".join(_titles(self.table.columns, self.columns[column])).strip()

    def notes(self) -> str:
        """Return all that is said below the table, and its caption, in one line."""
        table = self.table
        prose = (table.note, table.remark, table.source, *(note.text for note in table.notes))
        return " ".join((plain(table.caption), *map(plain_prose, prose)))

    def _is_head(self, entry: Entry) -> bool:
        return entry.cell.head or (self.table.row_heads and entry.column == 0)


def _titles(columns: tuple[Column, ...], sought: Column) -> list[str]:
    """Return the titles from the top down to a column, if it is among these or below them."""
    for column in columns:
        if column is sought:
            return [plain_prose(column.title)]
        if below := _titles(column.columns, sought):
            return [plain_prose(column.title), *below]
    return []
