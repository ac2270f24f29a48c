"""A file of comma-separated values -> a table's columns and rows (RFC 4180), each cell with its place in that file."""

import re
from dataclasses import dataclass
from pathlib import Path

from neaspec_docs import limits
from neaspec_docs.diagnostics.codes import Code
from neaspec_docs.diagnostics.span import Span
from neaspec_docs.load import files, slips, source
from neaspec_docs.load.excerpt import Excerpt, flow
from neaspec_docs.load.shapes import WRONG, Shape, Wrong, wrong_shape
from neaspec_docs.load.sizes import within
from neaspec_docs.load.source import Source
from neaspec_docs.load.text import cell
from neaspec_docs.load.values import LINE
from neaspec_docs.load.yaml_nodes import ScalarNode, YamlNode
from neaspec_docs.model.block import Cell, Column, Row

_INSIDE = re.compile(r'(?:[^"]|"")*"?')
_BLANK = re.compile(r"(?:[^\S\n]*\n)*")
_FIELD = re.compile(r'"((?:[^"]|"")*)"(?=[,\n]|\Z)|([^",\n][^,\n]*|)(?=[,\n]|\Z)')


@dataclass(frozen=True, slots=True)
class Sheet:
    """What the file holds: its first row as columns, the rest as rows."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]


class Data(Shape[Sheet]):
    """The path of a file of comma-separated values, from the folder of the file that names it."""

    says = "the path of a CSV file"

    def read(self, node: YamlNode, source: Source, name: str) -> Sheet | Wrong:
        """Return the table in the file."""
        if not isinstance(node, ScalarNode):
            return wrong_shape(node, source, name, self.says)
        path = files.named(node, source, "the file of data")
        sheet = None if path is None else _sheet(path, source)
        source.lost |= sheet is None  # a cell that is lost may hold the only call of a footnote
        return WRONG if sheet is None else sheet

    def alike(self) -> Shape[str]:
        """Return a line of text."""
        return LINE


DATA = Data()


def _sheet(path: Path, paper: Source) -> Sheet | None:
    file = source.read(path, paper.project, paper.faults)
    if file is None:
        return None
    if marks := slips.merge(file):
        file.error(Code.UNREADABLE_DATA, marks.message, file.span(marks.start, marks.end), marks.help)
        return None
    if not file.text.strip():
        file.error(Code.EMPTY_FILE, "the file is empty", file.span(0, 1), "its first row holds the columns' titles")
        return None
    rows = _rows(file)
    if not rows:
        return None
    head, *body = rows
    sizes = ((_at(row[0]), len(row)) for row in body)
    if not within([(_at(head[0]), len(head))], file) or not within(sizes, file, paper):
        return None
    if len(head) == 1 and (sign := next((sign for sign in ";\t" if sign in head[0].value), None)):
        named = "semicolons" if sign == ";" else "tabs"
        at = head[0].span(head[0].value.index(sign), head[0].value.index(sign) + 1)
        file.error(Code.UNREADABLE_DATA, f"the columns are parted by {named}", at, "save it with commas")
        return None
    columns = tuple(Column(cell(title), at=_at(title)) for title in head)
    return Sheet(columns, tuple(_row(fields) for fields in body))


def _row(fields: list[Excerpt]) -> Row:
    return Row(tuple(Cell(cell(field), at=_at(field)) for field in fields), at=_at(fields[0]))


def _at(field: Excerpt) -> Span:
    return field.source.span(field.start, field.end)


def _rows(file: Source) -> list[list[Excerpt]]:
    """Return the fields of each line that is not blank; none at all where a quotation mark is out of place.

    What is more than a table has is read no further than `within` must see to say so.
    """
    text = file.text.rstrip("\n")
    most = limits.MOST_COLUMNS + limits.MOST_CELLS + 1
    rows: list[list[Excerpt]] = [[]]
    place = 0
    while True:
        if not rows[-1]:
            place = _BLANK.match(text, place).end()  # type: ignore[union-attr]  # it matches nothing too
        found = _FIELD.match(text, place)
        if found is None:
            _misquoted(file, place)
            return []
        rows[-1].append(_field(found, file))
        most -= 1
        place = found.end()
        if place == len(text) or text[place] == "\n":
            if len(rows[-1]) == 1 and not rows[-1][0].value.strip():
                most += 1
                rows.pop()
            if place == len(text) or most < 0 or len(rows) > limits.MOST_ROWS + 1:
                return rows
            rows.append([])
        place += 1


def _field(found: re.Match[str], file: Source) -> Excerpt:
    if found[1] is None:
        start, end = found.span()
        return Excerpt(found[0], file, start, end, "csv", ((0, start),))
    value = found[1].replace('""', '"')
    return Excerpt(value, file, *found.span(), "csv", flow(file.text, *found.span(1), "csv", value))


def _misquoted(file: Source, place: int) -> None:
    """Report the field at `place`, which begins with a quotation mark and does not end with one."""
    inside = _INSIDE.match(file.text, place + 1)
    end = inside.end() if inside else place
    message, at = "after the closing quotation mark a comma must follow", end
    if end >= len(file.text.rstrip("\n")):
        message, at = "the quotation mark that opens here is never closed", place
    help = 'put the whole field in quotes, and double those within: `"so ""called"""`'
    file.error(Code.UNREADABLE_DATA, message, file.span(at, at + 1), help)
