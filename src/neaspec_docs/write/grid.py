"""The rows of a table of the Page -> a grid in which each row has every cell, those spanned from above too."""

from collections.abc import Sequence
from typing import NamedTuple
from xml.etree.ElementTree import Element


class Place(NamedTuple):
    """One cell of a row in the grid: its first column, how many it takes, what stands in it.

    `source` is None in a cell that a row above reaches down into, or that nobody wrote; `down` says whether the
    cell begins (True) or continues (False) one over several rows, None for a cell of one row.
    """

    column: int
    columns: int
    source: Element | None
    down: bool | None = None


def lay_out(rows: Sequence[Element], columns: int) -> list[list[Place]]:
    """Return each row's places in order, adding up to `columns`; a cell that reaches too far is cut at the edge."""
    above: dict[int, tuple[int, int]] = {}
    return [_row(row, columns, above) for row in rows]


def _row(row: Element, columns: int, above: dict[int, tuple[int, int]]) -> list[Place]:
    """Return one row's places; `above` maps a column to the width and the rows left of a cell that reaches down."""
    places: list[Place] = []
    cells = [cell for cell in row if cell.tag in ("td", "th")]
    column = 0
    while column < columns:
        if column in above:
            width, left = above.pop(column)
            places.append(Place(column, width, None, down=False))
            if left > 1:
                above[column] = width, left - 1
        elif cells:
            cell = cells.pop(0)
            width = _free(column, int(cell.get("colspan", "1")), columns, above)
            rows = int(cell.get("rowspan", "1"))
            places.append(Place(column, width, cell, down=True if rows > 1 else None))
            if rows > 1:
                above[column] = width, rows - 1
        else:
            width = 1
            places.append(Place(column, width, None))
        column += width
    return places


def _free(column: int, wanted: int, columns: int, above: dict[int, tuple[int, int]]) -> int:
    """Return how many columns a cell can take before the edge or a cell from above."""
    width = 1
    while width < wanted and column + width < columns and column + width not in above:
        width += 1
    return width


def widths(shares: str | None, columns: int, total: int) -> list[int]:
    """Return the width of each column in the unit of `total`, from per cents; equal ones where there are none.

    The widths add up to `total` exactly: what rounding leaves goes to the last column.
    """
    given = [float(share) for share in (shares or "").split()]
    parts = given if len(given) == columns and sum(given) > 0 else [1.0] * columns
    made = [round(total * part / sum(parts)) for part in parts]
    return [*made[:-1], total - sum(made[:-1])] if made else []
