"""Tables of the Page -> Word's: heads that repeat, spans, rules, alignment, anchors of rows (ISO/IEC 29500-1, 17.4)."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil
from typing import NamedTuple
from xml.etree.ElementTree import Element

from neaspec_docs.write import grid
from neaspec_docs.write.docx import revisions
from neaspec_docs.write.docx.flow import Flow, Setting
from neaspec_docs.write.docx.list_styles import IN_TABLE
from neaspec_docs.write.docx.lists import Lists
from neaspec_docs.write.docx.wordml import Markup, settle, w
from neaspec_docs.write.grid import Place
from neaspec_docs.write.styled import classes, words

_LOOKS = frozenset({"programme", "documents", "chart-data"})
_CELL_LOOKS = frozenset({"right", "center"})

_THIN, _THICK = 2, 8
"""Rules, in eighths of a point: under a head over several columns; under all heads."""

_CHARACTER = 84
"""The width of a character of a table's 9 points on average, in twentieths of a point."""

_SHORT = 5
"""A table of no more rows than this stays on one page, as does a chart's."""

_LONGEST_WHOLE = 45
"""But none of more lines than this, which would hardly fit."""

_PROGRAMME_MARGIN = 60
_BESIDE_FIGURES = 160
"""The space above and below the cells of a timetable, and between right-aligned figures and words beside them."""

_BETWEEN = 60
"""The space between the paragraphs of a cell, in twentieths of a point."""

_LONGEST_ROW = 30
"""A row of more lines than this may break across pages: kept whole it would leave half a page empty."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row on its way into Word: its element, its cells in the grid, whether it is among the heads or their last.

    `lines` is about how many it has.
    """

    source: Element
    places: Sequence[Place]
    head: bool
    last_head: bool
    lines: int

    @property
    def group(self) -> bool:
        """Return whether it is a head of rows: one cell across the table."""
        return "group" in classes(self.source)


class _Room(NamedTuple):
    """How wide a cell is, and whether it stands apart from figures at its left."""

    width: int
    apart: bool


def write(flow: Flow, lists: Lists, source: Element, setting: Setting) -> None:
    """Add a `table` to the flow."""
    if unknown := classes(source) - _LOOKS:
        flow.manuscript.unknown(source, f"a table ({', '.join(sorted(unknown))})")
    heads = source.findall("thead/tr")
    rows = [*heads, *source.findall("tbody/tr")]
    columns = _columns(source, rows)
    if not rows or not columns:
        return
    widths = grid.widths(source.get("data-widths"), columns, setting.area.width)
    flow.manuscript.stylesheet.ask("ReportTable")
    written = w("tbl", _properties(source, setting, heads=bool(heads)), _grid(widths))
    made = [
        Row(row, places, head=place <= len(heads), last_head=place == len(heads), lines=_lines(places, widths))
        for place, (row, places) in enumerate(zip(rows, grid.lay_out(rows, columns), strict=True), 1)
    ]
    whole = "chart-data" in classes(source) or len(rows) - len(heads) <= _SHORT
    lines = sum(row.lines for row in made)
    kept = _kept(made, whole=whole and lines <= _LONGEST_WHOLE, followed=setting.followed)
    for row, stays in zip(made, kept, strict=True):
        written.append(_row(flow, lists, row, widths, kept=stays))
    flow.table(written, revisions.of(source))


def _kept(rows: Sequence[Row], *, whole: bool, followed: bool) -> list[bool]:
    """Return for each row whether it stays on the page of what is below.

    Heads do, and all rows of a table that is kept whole; else neither the first nor the last row of text stands alone.
    """
    last = len(rows) - 1
    heads = [row.head or row.group for row in rows]
    first = heads.index(False) if False in heads else last
    return [
        followed if place == last else head or whole or place in (first, last - 1) for place, head in enumerate(heads)
    ]


def _columns(source: Element, rows: Sequence[Element]) -> int:
    """Return how many columns the table says it has, else how many its first row takes."""
    if shares := source.get("data-widths"):
        return len(shares.split())
    return sum(int(cell.get("colspan", "1")) for cell in rows[0]) if rows else 0


def _grid(widths: Sequence[int]) -> Markup:
    return w("tblGrid", *(w("gridCol", w=width) for width in widths))


def _properties(source: Element, setting: Setting, *, heads: bool) -> Markup:
    properties = w(
        "tblPr",
        w("tblStyle", val="ReportTable"),
        w("tblW", w=setting.area.width, type="dxa"),
        w("tblInd", w=setting.area.left, type="dxa"),
        w("tblLayout", type="fixed"),
        *([_cell_margins()] if "programme" in classes(source) else []),
        w(
            "tblLook",
            val="0620" if heads else "0600",
            firstRow=int(heads),
            lastRow=0,
            firstColumn=0,
            lastColumn=0,
            noHBand=1,
            noVBand=1,
        ),
    )
    if setting.title:
        properties.append(w("tblCaption", val=setting.title))
    return properties


def _cell_margins() -> Markup:
    return w("tblCellMar", *(w(side, w=_PROGRAMME_MARGIN, type="dxa") for side in ("top", "left", "bottom", "right")))


def _row(flow: Flow, lists: Lists, row: Row, widths: Sequence[int], *, kept: bool) -> Markup:
    properties = w("trPr")
    if row.lines <= _LONGEST_ROW:
        properties.append(w("cantSplit"))
    if row.head:
        properties.append(w("tblHeader"))
    written = w("tr", properties) if len(properties) else w("tr")
    beside = False
    for place in row.places:
        width = sum(widths[place.column : place.column + place.columns])
        right = place.source is not None and "right" in classes(place.source)
        written.append(_cell(flow, lists, row, place, _Room(width, apart=beside and not right)))
        beside = right
    if kept:
        for paragraph in written.iter("w:p"):
            settle(paragraph, w("keepNext"))
    flow.manuscript.revisions.mark_row(written, row.source)
    first = next(written.iter("w:p"))
    for mark in flow.placed(row.source):
        start, end = flow.manuscript.bookmarks.around(mark)
        first.insert(1, start)
        first.append(end)
    return written


def _cell(flow: Flow, lists: Lists, row: Row, place: Place, room: _Room) -> Markup:
    properties = w("tcPr", w("tcW", w=room.width, type="dxa"))
    if place.columns > 1:
        properties.append(w("gridSpan", val=place.columns))
    if place.down is not None:
        properties.append(w("vMerge", val="restart") if place.down else w("vMerge"))
    if row.head and (rule := _rule(row, place)):
        properties.append(w("tcBorders", w("bottom", val="single", sz=rule, space=0, color="auto")))
    if room.apart:
        properties.append(w("tcMar", w("left", w=_BESIDE_FIGURES, type="dxa")))
    if row.head:
        properties.append(w("vAlign", val="bottom"))
    cell = w("tc", properties)
    _fill(flow.within(cell), lists, row, place)
    return cell


def _rule(row: Row, place: Place) -> int:
    """Return the weight of the rule under a head, 0 where there is none."""
    if row.last_head or place.down is not None:
        return _THICK
    return _THIN if place.source is not None and place.source.get("scope") == "colgroup" else 0


def _alignment(source: Element) -> str | None:
    """Return where a cell's text stands if not at the left; a head over several columns stands in their middle."""
    given = sorted(classes(source) & _CELL_LOOKS)
    return given[0] if given else "center" if source.get("scope") == "colgroup" else None


def _fill(cell: Flow, lists: Lists, row: Row, place: Place) -> None:
    source = place.source
    style = _style(row, source)
    if source is None:
        cell.paragraph(style)
        return
    if unknown := classes(source) - _CELL_LOOKS:
        cell.manuscript.unknown(source, f"a cell ({', '.join(sorted(unknown))})")
    where = _alignment(source)

    def aligned() -> list[Markup]:
        return [] if where is None else [w("jc", val=where)]

    if source.find("p") is None and source.find("ul") is None and source.find("ol") is None:
        cell.paragraph(style, source, properties=aligned())
        return
    for part in source:
        begun = len(cell.root)
        match part.tag:
            case "p":
                cell.paragraph(style, part, properties=aligned())
            case "ul" | "ol":
                lists.write(cell, part, shapes=IN_TABLE)
            case _:
                cell.manuscript.unknown(part, "a cell")
                cell.paragraph(style, part, properties=aligned())
        if part is not source[0] and len(cell.root) > begun:
            settle(cell.root[begun], w("spacing", before=_BETWEEN))
    cell.finish()


def _style(row: Row, source: Element | None) -> str:
    """Return the style of a cell's paragraphs: of a head of columns, of a group of rows, of one row, or of text."""
    if row.head:
        return "TableHead"
    if row.group:
        return "TableGroup"
    return "TableText" if source is None or source.tag == "td" else "TableRowHead"


def _lines(places: Sequence[Place], widths: Sequence[int]) -> int:
    """Return about how many lines a row has."""
    most = 1
    for place in places:
        if place.source is not None:
            width = sum(widths[place.column : place.column + place.columns])
            passages = [part for part in place.source.iter() if part.tag in ("p", "li")] or [place.source]
            lines = sum(ceil((len(words(passage)) or 1) * _CHARACTER / max(width, 1)) for passage in passages)
            most = max(most, lines)
    return most
