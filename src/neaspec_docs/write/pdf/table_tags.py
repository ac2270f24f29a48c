"""The tags of a table -> heads that say what they head, and cells that say by which heads they stand.

ISO 32000-1 14.8.4.3.4 (Table, THead, TBody, TR, TH, TD) and 14.8.5.7 (Scope, Headers, RowSpan, ColSpan).
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from neaspec_docs.write.grid import lay_out
from neaspec_docs.write.pdf.structure import Tag

_SCOPES = {"row": "/Row", "rowgroup": "/Row", "col": "/Column", "colgroup": "/Column"}


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of the grid: its tag, the columns and the rows (from 0, those of the head first) that it takes."""

    tag: Tag
    columns: range
    rows: range

    @property
    def scope(self) -> str:
        """Return what it heads: "row", "rowgroup", "col", "colgroup", or "" for nothing."""
        return self.tag.element.get("scope", "row") if self.tag.kind == "TH" else ""


def mend(document: Tag) -> None:
    """Mend all tables of a document."""
    tables = [tag for tag in document.below() if tag.kind == "Table"]
    for number, table in enumerate(tables, 1):
        _promote(table)
        cells = list(_cells(table))
        for cell in cells:
            _describe(cell)
        heads = [cell for cell in cells if cell.scope]
        if any(cell.rows.start or not cell.scope.startswith("col") for cell in heads):  # else Scope says it all
            for place, head in enumerate(heads, 1):
                head.tag.entries["ID"] = f"table-{number}.head-{place}"
            _relate(cells)


def _cells(table: Tag) -> Iterator[Cell]:
    """Give the cells of a table, row by row."""
    columns = len(table.element.findall("colgroup/col"))
    above = 0
    for group in table.tags():
        rows = [tag for tag in group.tags() if tag.kind == "TR"]
        tags = {cell.element: cell for row in rows for cell in row.tags()}
        for number, places in enumerate(lay_out([row.element for row in rows], columns), above):
            for place in places:
                if place.source is not None:
                    reach = range(number, number + int(place.source.get("rowspan", "1")))
                    yield Cell(tags[place.source], range(place.column, place.column + place.columns), reach)
        above += len(rows)


def _describe(cell: Cell) -> None:
    element = cell.tag.element
    spans = {"RowSpan": int(element.get("rowspan", "1")), "ColSpan": int(element.get("colspan", "1"))}
    cell.tag.attributes["Table"] = {name: span for name, span in spans.items() if span > 1}
    if cell.scope:
        cell.tag.attributes["Table"]["Scope"] = _SCOPES[cell.scope]


def _relate(cells: Sequence[Cell]) -> None:
    """Name the heads of each cell: above its columns, over its group of rows, before it in its rows."""
    above: dict[int, list[Cell]] = defaultdict(list)
    before: dict[int, list[Cell]] = defaultdict(list)
    for cell in cells:
        if cell.scope.startswith("col"):
            for column in cell.columns:
                above[column].append(cell)
        elif cell.scope == "row":
            for row in cell.rows:
                before[row].append(cell)
    group: list[Cell] = []
    for cell in cells:
        if cell.scope == "rowgroup":
            group = [cell]
            continue
        columns = (head for column in cell.columns for head in above[column] if head.rows.start < cell.rows.start)
        rows = (head for row in cell.rows for head in before[row] if head.columns.start < cell.columns.start)
        if heads := dict.fromkeys(head.tag.entries["ID"] for head in (*columns, *group, *rows)):
            cell.tag.attributes["Table"]["Headers"] = list(heads)


def _promote(table: Tag) -> None:
    """Tag the first cell of a row as its head where a table has no heads at all: a reader needs some."""
    if table.element.find("thead") is not None:
        return
    spanned = 0
    for row in (row for group in table.tags() for row in group.tags()):
        heads = [cell for cell in row.tags() if cell.kind == "TH"]
        if not heads and not spanned and row.kids:
            heads = row.tags()[:1]
            heads[0].kind = "TH"
        spanned = max(spanned - 1, *(int(head.element.get("rowspan", "1")) - 1 for head in heads), 0)
