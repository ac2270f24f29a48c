"""The names of series -> the legend below a chart, in rows."""

from collections.abc import Sequence

from neaspec_docs.write.charts.geometry import Entry, Legend, Rect
from neaspec_docs.write.charts.lettering import Font, length, wrap

KEY = 0.8
"""The key's square, in em."""

GAP = 0.5
"""Between a key and its name, in em."""

_BETWEEN = 1.6
_ABOVE = 0.9


def key(font: Font) -> float:
    """Return how far a name stands from the left of its key."""
    return (KEY + GAP) * font.size


def height(names: Sequence[str], width: float, font: Font) -> float:
    """Return how high the legend is with its room above; 0 for a single series."""
    made = legend(names, 0, width, font)
    return made.room.height + _ABOVE * font.size if made else 0


def legend(names: Sequence[str], bottom: float, width: float, font: Font) -> Legend | None:
    """Return the legend that ends at `bottom`, or None for a single series, which needs none.

    In one row where all names fit into it, centred; else in as many equal columns as the names let.
    """
    if len(names) < 2:  # noqa: PLR2004 -- one series
        return None
    between = _BETWEEN * font.size
    needed = [key(font) + length(name, font) for name in names]
    whole = sum(needed) + between * (len(names) - 1)
    if whole <= width:
        top = bottom - font.line
        starts = [(width - whole) / 2 + sum(needed[:at]) + between * at for at in range(len(names))]
        entries = [Entry((name,), x, top) for name, x in zip(names, starts, strict=True)]
        return Legend(Rect(starts[0], top, whole, font.line), tuple(entries))
    columns = max(1, min(int((width + between) / (max(needed) + between)), (len(names) + 1) // 2))
    return _table(names, columns, bottom, width, font)


def _table(names: Sequence[str], columns: int, bottom: float, width: float, font: Font) -> Legend:
    room = (width - _BETWEEN * font.size * (columns - 1)) / columns
    lines = [wrap(name, room - key(font), font) for name in names]
    rows = [lines[at : at + columns] for at in range(0, len(lines), columns)]
    heights = [max(len(cell) for cell in row) * font.line + 0.15 * font.size for row in rows]
    top = bottom - sum(heights)
    entries = tuple(
        Entry(cell, (room + _BETWEEN * font.size) * column, top + sum(heights[:at]))
        for at, row in enumerate(rows)
        for column, cell in enumerate(row)
    )
    return Legend(Rect(0, top, width, sum(heights)), entries)
