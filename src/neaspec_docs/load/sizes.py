"""The rows of a table, each with its place and its count of cells -> whether a paper's tables may be so large."""

from collections.abc import Iterable

from neaspec_docs import limits
from neaspec_docs.diagnostics.codes import Code
from neaspec_docs.diagnostics.span import Span
from neaspec_docs.load.source import Source

_HELP = "print a part of it, and say where the whole is to be had"


def within(rows: Iterable[tuple[Span, int]], source: Source, paper: Source | None = None) -> bool:
    """Say whether the rows are within the limits; the first that is not is a fault of `source`.

    Where a paper is given, their cells are counted with those of its other tables.
    """
    for number, (at, width) in enumerate(rows, 1):
        if number > limits.MOST_ROWS:
            return _reached(f"a table can have {limits.MOST_ROWS:,} rows, and here is one more", at, source)
        if width > limits.MOST_COLUMNS:
            return _reached(f"a row of {width:,} cells: it can have {limits.MOST_COLUMNS}", at, source)
        if paper is None:
            continue
        paper.cells += width
        if paper.cells > limits.MOST_CELLS:
            most = f"the tables of a paper can have {limits.MOST_CELLS:,} cells, and with this row they have more"
            return _reached(most, at, source)
    return True


def _reached(message: str, at: Span, source: Source) -> bool:
    source.lost = True
    source.error(Code.LIMIT_REACHED, message, at, _HELP)
    return False
