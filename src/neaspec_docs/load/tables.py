"""`table:` with its columns and rows, or with a file of data -> Table."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from typing import Any

from neaspec_docs.diagnostics.codes import Code
from neaspec_docs.diagnostics.diagnostic import did_you_mean
from neaspec_docs.diagnostics.span import Span
from neaspec_docs.load.data import DATA, Sheet
from neaspec_docs.load.records import Either, Key, Record, Together, may, need
from neaspec_docs.load.shapes import (
    WRONG,
    ByForm,
    ListOf,
    Made,
    Named,
    Refused,
    Shape,
    Wrong,
    choice,
    complain,
    wrong_shape,
)
from neaspec_docs.load.sizes import within
from neaspec_docs.load.source import Source, quoted
from neaspec_docs.load.text import CAPTION, CELL, PROSE
from neaspec_docs.load.values import ANY_LINE, FLAG, FORMAT, ID, SMALL_LETTER, WIDTH, parse_width, whole
from neaspec_docs.load.yaml_nodes import ListNode, MappingNode, ScalarNode, YamlNode, place
from neaspec_docs.model.block import Align, Cell, Column, Row, Table, TableNote
from neaspec_docs.model.inline import Prose, plain_prose

FURTHEST_SPAN = 1000
_WHOLE = 100  # per cent
ALIGN = choice(Align)


class _OneHeadMore(Refused[tuple[Column, ...]]):
    """Columns of a column that is itself under another: a third row of heads, which no table has."""

    says = "left out: a table has at most two rows of heads"

    def read(self, node: YamlNode, source: Source, name: str) -> tuple[Column, ...] | Wrong:
        """Report it; the columns count all the same, so that the rows below are not found too long."""
        complain(Code.WRONG_SHAPE, f"{name} must be {self.says}", node, source)
        return _columns(_UNDER_ANOTHER).read(node, source, name)


def _columns(column: Shape[Column]) -> ListOf[Column]:
    """Return the shape of a list of columns: titles alone, or mappings of this shape."""
    one = ByForm("a title, or a mapping with `title`", text=Made(CELL, Column), mapping=column)
    return _ColumnList(one, "columns", "a column", filled=True, instead=Column(()))


class _ColumnList(ListOf[Column]):
    """Columns, of which a table has only so many."""

    def read(self, node: YamlNode, source: Source, name: str) -> tuple[Column, ...] | Wrong:
        """Return the columns; where they are too many, none of them is looked at."""
        if not within([(place(node, source), _width(node))], source):
            return WRONG
        return ListOf.read(self, node, source, name)


def _width(row: YamlNode) -> int:
    return len(row.items) if isinstance(row, ListNode) else 1


_COLUMN = Record(
    "a column",
    Column,
    (
        need("title", CELL),
        may("align", ALIGN),
        may("width", WIDTH),
        may("total", FLAG, default=False),
        may("format", FORMAT),
    ),
)
_UNDER_ANOTHER = Record("a column", Column, (*_COLUMN.keys, may("columns", _OneHeadMore(), ())))
_OVER_OTHERS = Record("a column over others", Column, (need("title", CELL), need("columns", _columns(_UNDER_ANOTHER))))
COLUMNS = _columns(Either("a column", {"columns": _OVER_OTHERS}, _COLUMN))

_CELL = Record(
    "a cell",
    Cell,
    (
        need("text", CELL),
        may("rows", whole(1, FURTHEST_SPAN), 1),
        may("cols", whole(1, FURTHEST_SPAN), 1),
        may("head", FLAG, default=False),
    ),
)
_TEXT_OR_CELL = ByForm("text, or a mapping with `text`", text=Made(CELL, Cell), mapping=_CELL)
_CELLS = ListOf(_TEXT_OR_CELL, "cells", "a cell", filled=True, instead=Cell(()))


def _group(group: Prose, at: Span, **named: Any) -> Row:  # noqa: ANN401 -- handed on
    return Row((Cell(group, head=True, at=at),), group=True, at=at, **named)


_GROUP = Record("a row", _group, (need("group", CELL), may("id", ID)))
_CELLS_OR_GROUP = ByForm("a list of cells, or `{group: ...}`", items=Made(_CELLS, Row), mapping=_GROUP)


class _Rows(ListOf[Row]):
    """Rows, of which a table has only so many, of so many cells."""

    def read(self, node: YamlNode, source: Source, name: str) -> tuple[Row, ...] | Wrong:
        """Return the rows; none of those that are too many is looked at."""
        items = node.items if isinstance(node, ListNode) else ()
        if not within(((place(row, source), _width(row)) for row in items), source, source):
            return WRONG
        return ListOf.read(self, node, source, name)


ROWS = _Rows(_CELLS_OR_GROUP, "rows", "a row", filled=True)


class _Aligned(Shape[tuple[tuple[str, Span, Align], ...]]):
    """Where the columns of a file of data stand, by their titles."""

    says = "a mapping of columns' titles to `left`, `right` or `center`"

    def read(self, node: YamlNode, source: Source, name: str) -> tuple[tuple[str, Span, Align], ...] | Wrong:
        if not isinstance(node, MappingNode):
            return wrong_shape(node, source, name, self.says)
        read = [(key, ALIGN.read(value, source, quoted(key.value))) for key, value in node.entries]
        return tuple((key.value, place(key, source), align) for key, align in read if align is not WRONG)

    def alike(self) -> Shape[object]:
        """Return a mapping of any names to the words that say where a column stands."""
        return Named(self.says, ANY_LINE, ALIGN, dict)


def _align(read: Together) -> None:
    """Put a file's columns and rows in place, the columns aligned as the paper says."""
    sheet: Sheet = read.values.pop("data")
    aligned: dict[str, Align] = {}
    titles = [plain_prose(column.title) for column in sheet.columns]
    for title, at, align in read.values.pop("align"):
        aligned[title] = align
        if title not in titles and titles:
            help = did_you_mean(title, titles)
            read.source.error(Code.UNKNOWN_COLUMN, f"the file of data has no column {quoted(title)}", at, help)
    read.values["columns"] = tuple(
        replace(column, align=aligned.get(title)) for title, column in zip(titles, sheet.columns, strict=True)
    )
    read.values["rows"] = sheet.rows


def _check_widths(read: Together) -> None:
    """Report the first width that goes beyond the table's, or leaves nothing to the columns without one."""
    total, wide, without = Decimal(), None, False
    for column in _leaves(read.written.get("columns")):
        width = next((value for key, value in column if key.value == "width"), None)
        share = parse_width(width.value.strip()) if isinstance(width, ScalarNode) else None
        without |= share is None
        if width is None or share is None:
            continue
        total, wide = total + share, width
        if total > _WHOLE:
            message = f"with this one the widths add to {total.normalize():f}%"
            read.source.error(Code.WRONG_VALUE, message, place(width, read.source), "all together are at most 100%")
            return
    if wide and without and total == _WHOLE:
        help = "make it smaller, or give each column a width"
        message = "with this one the widths add to 100%, and leave nothing to the columns without one"
        read.source.error(Code.WRONG_VALUE, message, place(wide, read.source), help)


def _leaves(columns: YamlNode | None) -> Iterator[tuple[tuple[ScalarNode, YamlNode], ...]]:
    """Give the keys of each column that holds cells; none where it is a title alone."""
    for column in columns.items if isinstance(columns, ListNode) else ():
        entries = column.entries if isinstance(column, MappingNode) else ()
        below = next((value for key, value in entries if key.value == "columns"), None)
        if below is None:
            yield entries
        else:
            yield from _leaves(below)


_HEAD: tuple[Key, ...] = (
    need("table", CAPTION, into="caption"),
    may("id", ID),
    may("landscape", FLAG, default=False),
)
_ROW_HEADS = may("row_heads", FLAG, default=False)
_FOOT: tuple[Key, ...] = (
    may("notes", Named("a mapping of small letters to notes", SMALL_LETTER, PROSE, TableNote), ()),
    may("remark", PROSE, ()),
    may("note", PROSE, ()),
    may("source", PROSE, ()),
)
_WRITTEN = Record(
    "a table",
    Table,
    (*_HEAD, need("columns", COLUMNS), _ROW_HEADS, need("rows", ROWS), *_FOOT),
    check=_check_widths,
)
_FROM_FILE = Record(
    "a table",
    Table,
    (*_HEAD, need("data", DATA, Sheet((), ())), may("align", _Aligned(), ()), _ROW_HEADS, *_FOOT),
    check=_align,
)
TABLE: Shape[Table] = Either("a table", {"data": _FROM_FILE}, _WRITTEN)
