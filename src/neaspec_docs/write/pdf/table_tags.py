"""The parts of a table on several pages -> one tagged table, whose head cells say what they head.

ISO 32000-1 14.8.4.3.4 (Table, THead, TBody, TR, TH, TD) and 14.8.5.7 (Scope, RowSpan, ColSpan).
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from xml.etree.ElementTree import Element

import pydyf  # type: ignore[import-untyped]

from neaspec_docs.write.pdf.structure import Box, Node, Structure

_SCOPES = {"row": "/Row", "rowgroup": "/Row", "col": "/Column", "colgroup": "/Column"}
_CELLS = ("th", "td")

Tags = Mapping[Element, list[Node]]
"""The structure elements of each cell, one for each page on which it stands."""


def mend(structure: Structure, boxes: Iterable[Box], root: Element) -> None:
    """Mend the tags of all tables of a document, laid out in these boxes."""
    tags: dict[Element, list[Node]] = defaultdict(list)
    for box in boxes:
        if box.element is not None and box.element.tag in _CELLS and hasattr(box, "mark"):
            tags[box.element].append(box.mark)
    for table in root.iter("table"):
        _rebuild(structure, table, tags)
        _promote(table, tags)


def _rebuild(structure: Structure, table: Element, tags: Tags) -> None:
    """Tag the rows anew as the source has them, in the table's first part; the other parts go."""
    parts = {id(part): part for cell in _cells(table) for tag in tags[cell] if (part := _table(structure, tag))}
    first, *others = parts.values()
    old = list(structure.children(first))
    for group in table:
        if group.tag in {"thead", "tbody"}:
            made = structure.add(first, "THead" if group.tag == "thead" else "TBody")
            for row in group:
                line = structure.add(made, "TR")
                for cell in row:
                    _put(structure, line, cell, tags[cell], repeats=group.tag == "thead")
    for part in (*old, *others):
        structure.remove(part)


def _cells(table: Element) -> list[Element]:
    return [cell for cell in table.iter() if cell.tag in _CELLS]


def _table(structure: Structure, tag: Node) -> Node:
    while tag["S"] != "/Table":
        tag = structure.parent(tag)
    return tag


def _put(structure: Structure, line: Node, cell: Element, tags: list[Node], *, repeats: bool) -> None:
    """Put a cell into its row. What later pages have of it is a head said again, or the rest of its text."""
    tag, *later = tags
    structure.move(tag, line)
    for part in later:
        if repeats:
            structure.silence(part)
        else:
            structure.take_over(tag, part)
    spans = {"RowSpan": int(cell.get("rowspan", 1)), "ColSpan": int(cell.get("colspan", 1))}
    tag["A"] = pydyf.Dictionary({"O": "/Table"} | {name: span for name, span in spans.items() if span > 1})
    tag.pop("ID", None)
    if scope := cell.get("scope"):
        tag["A"]["Scope"] = _SCOPES[scope]


def _promote(table: Element, tags: Tags) -> None:
    """Tag the first cell of a row as its head where a table has no heads at all: a reader needs some."""
    if table.find("thead") is not None:
        return
    spanned = 0
    for row in table.iter("tr"):
        heads = [cell for cell in row if cell.tag == "th"]
        if not heads and not spanned and len(row):
            heads = [row[0]]
            tags[row[0]][0]["S"] = "/TH"
            tags[row[0]][0]["A"]["Scope"] = "/Row"
        spanned = max(spanned - 1, *(int(head.get("rowspan", 1)) - 1 for head in heads), 0)
