"""Rows of cells side by side (masthead, panels) -> one table without a reader's meaning, each row kept on its page.

Rows that follow one another become one table: its grid has a line wherever one of them has a cell's edge, so that
60/40 above 70/30 stands in three columns.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from math import ceil
from xml.etree.ElementTree import Element

from neaspec_docs.write import grid
from neaspec_docs.write.docx import paragraphs, revisions
from neaspec_docs.write.docx.flow import Flow, Setting
from neaspec_docs.write.docx.list_styles import IN_PANEL
from neaspec_docs.write.docx.lists import Lists
from neaspec_docs.write.docx.stylesheet import Area
from neaspec_docs.write.docx.wordml import Markup, own, settle, w
from neaspec_docs.write.styled import classes

_RULES = {"masthead-head": 4, "masthead-body": 16, "panels": 4}
"""The rule under a row by its look, in eighths of a point; panels have one all round."""

_MARGINS = {"masthead-head": (0, 60), "masthead-body": (113, 227)}
"""The space above and below what a row's cells hold, in twentieths of a point; panels have their table style's."""

_BODY_HEIGHT = 1587
"""How high the masthead's body is at least where it holds distribution and date, in twentieths of a point."""

_BELOW_MASTHEAD = 170

_MOST_ROWS = 3
"""Panels in no more rows than this stay on one page."""

_LONGEST_WHOLE = 45
"""But none of more lines than this, which would hardly fit."""

_CHARACTER = 84
"""The width of a character of their 9 points on average, in twentieths of a point."""


@dataclass(frozen=True, slots=True)
class _Row:
    """A row: its element, its look, where its cells begin and end, and which lines of the grid these are."""

    source: Element
    look: str
    edges: Sequence[int]
    lines: Sequence[int]


def write(flow: Flow, lists: Lists, rows: Sequence[Element], setting: Setting) -> None:
    """Add rows to the flow as one table."""
    edges = [_edges(row, setting.area.width) for row in rows]
    lines = sorted({edge for row in edges for edge in row})
    made = [
        _Row(row, _look(flow, row), own, [lines.index(edge) for edge in own])
        for row, own in zip(rows, edges, strict=True)
    ]
    panels = any(row.look == "panels" for row in made)
    written = table(
        flow, "PanelTable" if panels else "LayoutTable", setting.area, [end - start for start, end in pairwise(lines)]
    )
    for tag, said in (("tblCaption", setting.title), ("tblDescription", setting.description)):
        if said:
            written[0].append(w(tag, val=said))
    written.extend(_row(flow, lists, row) for row in made)
    last = len(rows) - 1
    whole = len(rows) <= _MOST_ROWS and _lines(written) <= _LONGEST_WHOLE
    for place, row in enumerate(written.findall("w:tr")):
        if setting.followed if place == last else panels and whole:
            for paragraph in row.iter("w:p"):
                settle(paragraph, w("keepNext"))
    changed = [revisions.of(row) for row in rows]
    whole = len({revisions.seen(revision) for revision in changed}) == 1
    flow.table(written, changed[0] if whole else None)
    if not panels:
        flow.leave(_BELOW_MASTHEAD)


def _lines(table: Markup) -> int:
    """Return about how many lines rows have, one below the other."""
    return sum(max((_lines_of(cell) for cell in row.findall("w:tc")), default=0) + 1 for row in table.findall("w:tr"))


def _lines_of(cell: Markup) -> int:
    width = own(cell, "tcPr", "tcW")
    room = 1 if width is None else int(width.get("w:w", "1"))
    texts = ("".join(text.text or "" for text in paragraph.iter("w:t")) for paragraph in cell.iter("w:p"))
    return sum(max(1, ceil(len(words) * _CHARACTER / room)) for words in texts)


def table(flow: Flow, style: str, area: Area, widths: Sequence[int]) -> Markup:
    """Return a table without rows that only lays out: it has no heads to tell a reader of."""
    flow.manuscript.stylesheet.ask(style)
    return w(
        "tbl",
        w(
            "tblPr",
            w("tblStyle", val=style),
            w("tblW", w=area.width, type="dxa"),
            w("tblInd", w=area.left, type="dxa"),
            w("tblLayout", type="fixed"),
            w("tblLook", val="0600", firstRow=0, lastRow=0, firstColumn=0, lastColumn=0, noHBand=1, noVBand=1),
        ),
        w("tblGrid", *(w("gridCol", w=width) for width in widths)),
    )


def _edges(row: Element, width: int) -> list[int]:
    """Return where the cells of a row begin and end, from 0 to the width."""
    return list(accumulate(grid.widths(row.get("data-widths"), len(row), width), initial=0))


def _look(flow: Flow, row: Element) -> str:
    looks = sorted(classes(row) - {"row"})
    if len(looks) != 1 or looks[0] not in _RULES:
        flow.manuscript.unknown(row, "a row")
        return "panels"
    return looks[0]


def _row(flow: Flow, lists: Lists, row: _Row) -> Markup:
    properties = w("trPr", w("cantSplit"))
    if row.look == "masthead-body" and len(row.source) > 1:
        properties.append(w("trHeight", val=_BODY_HEIGHT, hRule="atLeast"))
    written = w("tr", properties)
    for cell, (start, end), (first, last) in zip(row.source, pairwise(row.edges), pairwise(row.lines), strict=True):
        own = w("tcPr", w("tcW", w=end - start, type="dxa"))
        if last - first > 1:
            own.append(w("gridSpan", val=last - first))
        if row.look != "panels":
            own.append(w("tcBorders", w("bottom", val="single", sz=_RULES[row.look], space=0, color="auto")))
            top, bottom = _MARGINS[row.look]
            own.append(w("tcMar", w("top", w=top, type="dxa"), w("bottom", w=bottom, type="dxa")))
        if row.look == "masthead-head":
            own.append(w("vAlign", val="bottom"))
        made = w("tc", own)
        _fill(flow.within(made), lists, cell, Area(0, end - start))
        written.append(made)
    flow.manuscript.revisions.mark_row(written, row.source)
    return written


def _fill(flow: Flow, lists: Lists, cell: Element, area: Area) -> None:
    for part in cell:
        match part.tag:
            case "ul" | "ol":
                lists.write(flow, part, shapes=IN_PANEL)
            case "img":
                from neaspec_docs.write.docx import pictures

                pictures.write(flow, part, Setting(area, outset=True))
            case _:
                paragraphs.write(flow, part, "PanelText")
    flow.finish()
