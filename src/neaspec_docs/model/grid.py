"""A table's columns and cells -> the columns that hold cells, and the column that each cell begins in."""

from collections.abc import Iterator, Sequence
from typing import Protocol

from neaspec_docs.model.block import Column


class Spanning(Protocol):
    """A cell that reaches over so many columns and rows."""

    @property
    def cols(self) -> int:
        """Return how many columns it reaches over, itself included."""

    @property
    def rows(self) -> int:
        """Return how many rows it reaches over, itself included."""


def leaves(columns: Sequence[Column]) -> Iterator[Column]:
    """Give the columns that hold cells, left to right: those without columns of their own."""
    for column in columns:
        if column.columns:
            yield from leaves(column.columns)
        else:
            yield column


def columns_of(rows: Sequence[Sequence[Spanning]]) -> list[list[int]]:
    """Return the column (from 0) at which each cell of each row begins, past what spans in from above."""
    taken: dict[int, int] = {}
    found: list[list[int]] = []
    for row in rows:
        column = 0
        begun: dict[int, int] = {}
        places: list[int] = []
        for cell in row:
            while column in taken:
                column += 1
            places.append(column)
            begun |= dict.fromkeys(range(column, column + cell.cols), cell.rows)
            column += cell.cols
        taken = {at: left - 1 for at, left in (taken | begun).items() if left > 1}
        found.append(places)
    return found
