"""A table in both versions -> what changed in it: its columns, its rows and in them the cells, what stands below it."""

from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

from neaspec_docs.diagnostics.span import Span
from neaspec_docs.diff import chain
from neaspec_docs.diff.matching.parts import Part
from neaspec_docs.diff.telling import fields, placed, sides
from neaspec_docs.diff.telling.fields import BOTH
from neaspec_docs.diff.wording import reading
from neaspec_docs.diff.wording.reading import Known, Read
from neaspec_docs.model.block import Cell, Column, Row, Table
from neaspec_docs.model.change import Change, Kind, Side
from neaspec_docs.model.grid import columns_of


class _Column(NamedTuple):
    """A column that holds cells: what it is called, with the heads over it, and how it is set."""

    name: str
    title: Read
    column: Column
    at: Span


class _Grid:
    """A table of one version: its columns, and the cells of each row by the column that they begin in."""

    def __init__(self, table: Table, known: Known) -> None:
        self.table = table
        self.known = known
        self.columns = list(_columns(table.columns, (), known))
        places = columns_of([row.cells for row in table.rows])
        self.cells = {
            row.anchor: dict(zip(starts, row.cells, strict=True))
            for row, starts in zip(table.rows, places, strict=True)
        }

    def read(self, cell: Cell | None) -> Read:
        """Return what a cell is read as."""
        return reading.prose(cell.text, self.known) if cell else reading.bare("")

    def name(self, row: Row) -> str:
        """Return what a row is called: its first cell."""
        return self.read(row.cells[0]).text if row.cells else ""

    def text(self, row: Row) -> str:
        """Return the words of a row, its cells parted by lines."""
        return " | ".join(self.read(cell).text for cell in row.cells)

    def side(self, row: Row) -> Side:
        """Return the side of a row."""
        return sides.named(self.name(row), self.text(row), row.at)


def _columns(columns: Sequence[Column], heads: tuple[str, ...], known: Known) -> Iterator[_Column]:
    for column in columns:
        title = reading.prose(column.title, known)
        names = (*heads, title.text)
        if column.columns:
            yield from _columns(column.columns, names, known)
        else:
            yield _Column(", ".join(name for name in names if name), title, column, column.at)


def changes(old: Part, new: Part, moved: frozenset[str], known: BOTH) -> tuple[Change, ...]:
    """Return the changes within a table; `moved` are the old anchors of the rows that moved."""
    if not (isinstance(old.node, Table) and isinstance(new.node, Table)):
        raise TypeError
    return tuple(_Comparison(old.node, new.node, known).changes(old, new, moved))


def whole(part: Part, known: Known, kind: Kind) -> tuple[Change, ...]:
    """Return the rows of a table that is new or gone, each as added or removed."""
    if not isinstance(part.node, Table):
        raise TypeError
    grid = _Grid(part.node, known)
    return tuple(_alone(kind, "row", grid.side(row), row.id) for row in part.node.rows)


def _alone(kind: Kind, type: str, side: Side, id: str | None = None, parts: tuple[Change, ...] = ()) -> Change:
    added = kind is Kind.ADDED
    return Change(kind, type, id, None if added else side, side if added else None, (), parts)


class _Comparison:
    """Two versions of a table, and which of their columns are the same ones."""

    def __init__(self, old: Table, new: Table, known: BOTH) -> None:
        self.known = known
        self.old, self.new = _Grid(old, known[0]), _Grid(new, known[1])
        self.columns = dict(_paired(self.old.columns, self.new.columns))

    def changes(self, old: Part, new: Part, moved: frozenset[str]) -> Iterator[Change]:
        yield from self._columns()
        yield from self._rows(old, new, moved)
        before, after = self.old.table, self.new.table
        at = before.at, after.at
        for name in ("remark", "note", "source"):
            yield from fields.prose(name, getattr(before, name), getattr(after, name), at, self.known)
        notes = {note.name: note for note in before.notes}, {note.name: note for note in after.notes}
        for name in dict.fromkeys((*notes[0], *notes[1])):
            was, now = (some[name].text if name in some else () for some in notes)
            yield from fields.prose(f"note {name}", was, now, at, self.known)
        yield from fields.bare("landscape", before.landscape, after.landscape, at)
        yield from fields.bare("row_heads", before.row_heads, after.row_heads, at)

    def _columns(self) -> Iterator[Change]:
        stay = sorted(self.columns.items())
        fixed = {stay[at][0] for at in chain.heaviest([j for _, j in stay], [1] * len(stay))}
        for i, column in enumerate(self.old.columns):
            if i not in self.columns:
                yield self._column(Kind.REMOVED, self.old, i, column)
        became = {j: i for i, j in self.columns.items()}
        for j, column in enumerate(self.new.columns):
            if j not in became:
                yield self._column(Kind.ADDED, self.new, j, column)
                continue
            was = self.old.columns[became[j]]
            words = reading.compared(was.title, column.title)
            parts = tuple(_set(was, column))
            if parts and not self._rows_are_set_alike:
                parts = ()
            before, after = (sides.named(one.name, one.title.text, one.at) for one in (was, column))
            if became[j] not in fixed:
                yield Change(Kind.MOVED, "column", None, before, after, words, parts)
            elif words or parts or (was.name != column.name and was.title == column.title):
                yield Change(Kind.CHANGED, "column", None, before, after, words, parts)

    @cached_property
    def _rows_are_set_alike(self) -> bool:
        """Say whether the cells say the same: where they do not, resolve may have set a column otherwise."""
        return [self.old.text(row) for row in self.old.table.rows] == [
            self.new.text(row) for row in self.new.table.rows
        ]

    def _column(self, kind: Kind, grid: _Grid, place: int, column: _Column) -> Change:
        """Return a column that came or went, with its cells by their rows."""
        cells = (
            _alone(kind, "cell", sides.named(grid.name(row), text, cell.at))
            for row in grid.table.rows
            if not row.group and (cell := grid.cells[row.anchor].get(place)) and (text := grid.read(cell).text)
        )
        return _alone(kind, "column", sides.named(column.name, column.title.text, column.at), None, tuple(cells))

    def _rows(self, old: Part, new: Part, moved: frozenset[str]) -> Iterator[Change]:
        places = {id(part): place for place, part in enumerate(new.children)}
        stays = {
            i: places[id(part.mate)]
            for i, part in enumerate(old.children)
            if id(part.mate) in places and part.anchor not in moved
        }
        yield from placed.in_order(old.children, new.children, stays, self._gone, lambda part: self._row(part, moved))

    def _gone(self, part: Part) -> Change | None:
        row = part.node
        if part.mate is not None or not isinstance(row, Row):
            return None
        return _alone(Kind.REMOVED, "row", self.old.side(row), row.id)

    def _row(self, part: Part, moved: frozenset[str]) -> Change | None:
        row = part.node
        was = part.mate.node if part.mate else None
        if not isinstance(row, Row):
            raise TypeError
        if not isinstance(was, Row):
            return _alone(Kind.ADDED, "row", self.new.side(row), row.id)
        cells = tuple(self._cells(was, row))
        if was.anchor in moved:
            return Change(Kind.MOVED, "row", row.id, self.old.side(was), self.new.side(row), (), cells)
        if cells or was.group != row.group:
            return Change(Kind.CHANGED, "row", row.id, self.old.side(was), self.new.side(row), (), cells)
        return None

    def _cells(self, was: Row, row: Row) -> Iterator[Change]:
        old, new = self.old.cells[was.anchor], self.new.cells[row.anchor]
        if was.group or row.group:
            pairs = [(old.get(0), new.get(0), 0)]
        else:
            starts = {self.columns.get(place): cell for place, cell in old.items()}
            came = {place for place in new if place not in self.columns.values()}
            pairs = [(starts.get(place), cell, place) for place, cell in new.items() if place not in came]
            pairs += [(cell, None, place) for place, cell in starts.items() if place is not None and place not in new]
        for before, after, place in sorted(pairs, key=lambda one: one[2]):
            yield from self._cell(before, after, place, (was.at, row.at))

    def _cell(self, old: Cell | None, new: Cell | None, place: int, rows: tuple[Span, Span]) -> Iterator[Change]:
        name = self.new.columns[place].name if place < len(self.new.columns) else ""
        at = old.at if old else rows[0], new.at if new else rows[1]
        before, after = self.old.read(old), self.new.read(new)
        if before.tokens != after.tokens:
            words = reading.compared(before, after)
            yield Change(
                Kind.CHANGED, "cell", None, sides.named(name, before.text, at[0]), sides.named(name, after.text, at[1]),
                words,
            )  # fmt: skip
        elif old and new and (old.rows, old.cols, old.head) != (new.rows, new.cols, new.head):
            parts = tuple(_spans(old, new, at, follows=self._follows(old, new, place)))
            if parts:
                before_it, after_it = sides.named(name, before.text, at[0]), sides.named(name, after.text, at[1])
                yield Change(Kind.CHANGED, "cell", None, before_it, after_it, (), parts)

    def _follows(self, old: Cell, new: Cell, place: int) -> bool:
        """Say whether a cell reaches over the same columns as before, but for those that came or went."""
        became = {j: i for i, j in self.columns.items()}
        start = became.get(place, place)
        was = {self.columns[i] for i in range(start, start + old.cols) if i in self.columns}
        now = {j for j in range(place, place + new.cols) if j in became}
        return was == now


def _spans(old: Cell, new: Cell, at: tuple[Span, Span], *, follows: bool) -> Iterator[Change]:
    """Give how far a cell reaches, where that changed; `follows`: it has more or fewer columns to reach over."""
    yield from fields.bare("rows", old.rows, new.rows, at)
    if not follows:
        yield from fields.bare("cols", old.cols, new.cols, at)


def _set(old: _Column, new: _Column) -> Iterator[Change]:
    """Give how a column is set, where that changed."""
    at = old.at, new.at
    was, now = (one.column.align.value if one.column.align else None for one in (old, new))
    yield from fields.bare("align", was, now, at)
    yield from fields.bare("width", old.column.width, new.column.width, at)
    yield from fields.bare("total", old.column.total, new.column.total, at)
    yield from fields.bare("format", old.column.format, new.column.format, at)


def _paired(old: Sequence[_Column], new: Sequence[_Column]) -> Iterator[tuple[int, int]]:
    """Give the columns that are in both: those of one name, then of one title, then what stands in the same gap."""
    pairs = chain.once([column.name for column in old], [column.name for column in new])
    edges = [(-1, -1), *pairs, (len(old), len(new))]
    left = set(range(len(old))) - {i for i, _ in pairs}
    right = set(range(len(new))) - {j for _, j in pairs}
    for i in sorted(left):
        j = next((j for j in sorted(right) if new[j].title.text == old[i].title.text), None)
        if j is not None:
            pairs.append((i, j))
            left.remove(i)
            right.remove(j)
    yield from pairs
    for (i, j), (k, m) in pairwise(edges):
        gone = [place for place in range(i + 1, k) if place in left]
        come = [place for place in range(j + 1, m) if place in right]
        if len(gone) == len(come):
            yield from zip(gone, come, strict=True)
