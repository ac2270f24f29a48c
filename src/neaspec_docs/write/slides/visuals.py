"""A table or figure and a width -> how much room it needs; and a box -> where caption, parts and notes stand."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias
from xml.etree.ElementTree import Element

from neaspec_docs.write.slides import cells, lines, measures, text
from neaspec_docs.write.slides.measures import Box
from neaspec_docs.write.slides.text import Scale
from neaspec_docs.write.styled import classes

_PIXEL = 25.4 / 96
"""A pixel of a picture in millimetres."""

_LEAST_CHART = 50.0
_LEAST_PICTURE = 25.0
"""How high charts and pictures are at least, for anyone to see what they show."""

_EASY_PANEL = 24.0
"""How high a panel is where there is room for it."""


@dataclass(frozen=True, slots=True)
class Table:
    """A table in its place: the widths of its columns and the heights of its rows, in millimetres."""

    box: Box
    source: Element
    widths: tuple[float, ...]
    heights: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture in its place."""

    box: Box
    source: Element


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart in its place."""

    box: Box
    source: Element


@dataclass(frozen=True, slots=True)
class Panels:
    """Panels, each in its place, in the order in which they are read."""

    box: Box
    panels: tuple[tuple[Box, Element], ...]


Body: TypeAlias = Table | Picture | Chart | Panels


@dataclass(frozen=True, slots=True)
class Visual:
    """A table or figure on a slide; `caption` and `notes` are None where it has none. `faults` say what doesn't fit."""

    source: Element
    caption: tuple[Box, Element] | None
    body: Body
    notes: tuple[Box, tuple[Element, ...]] | None
    faults: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Need:
    """The height that a visual can't do without; one that is `free` fills more, up to `most`."""

    least: float
    most: float

    @property
    def free(self) -> bool:
        """Say whether it can be higher than it must."""
        return self.most > self.least


def need(block: Element, width: float, scale: Scale) -> Need:
    """Return how high a `div.table` or `div.figure` is in a column of this width."""
    around = _above(block, width) + _below(block, width)
    if (table := block.find("table")) is not None:
        high = around + sum(cells.heights(table, cells.widths(table, width, scale.cell), scale.cell))
        return Need(high, high)
    if block.find("div[@data-type]") is not None:
        return Need(around + _LEAST_CHART, measures.CONTENT.height)
    if (picture := block.find("img")) is not None:
        full = _scaled(picture, width, measures.CONTENT.height)[1]
        return Need(around + min(full, _LEAST_PICTURE), around + full)
    highs = [_row_height(row, width, scale) for row in _rows(block)]
    around += measures.PANEL_GAP * max(0, len(highs) - 1)
    return Need(around + sum(highs), around + len(highs) * max((_EASY_PANEL, *highs)))


def is_broad(block: Element, width: float, scale: Scale) -> bool:
    """Say whether a visual needs more than this width."""
    if (table := block.find("table")) is not None:
        shares = table.get("data-widths", "").split()
        return len(shares) > _MOST_BESIDE or cells.least_width(table, scale.cell) > width or "wide" in classes(block)
    return any(len(row) > 1 for row in _rows(block)) or len(_rows(block)) > _MOST_BESIDE


_MOST_BESIDE = 3
"""A table of more columns, or panels of more rows, stand below text and not beside it."""


def lay_out(block: Element, box: Box, scale: Scale) -> Visual:
    """Return a visual in its box, caption above and notes right below."""
    caption, notes = block.find("p[@class='caption']"), _notes(block)
    above, below = _above(block, box.width), _below(block, box.width)
    room = Box(box.left, box.top + above, box.width, max(0.0, box.height - above - below))
    body, faults = _body(block, room, scale)
    return Visual(
        block,
        None if caption is None else (Box(box.left, box.top, box.width, above - measures.CAPTION_GAP), caption),
        body,
        (Box(box.left, body.box.bottom + measures.CAPTION_GAP, box.width, below - measures.CAPTION_GAP), notes)
        if notes
        else None,
        faults,
    )


def _body(block: Element, room: Box, scale: Scale) -> tuple[Body, tuple[str, ...]]:
    if (table := block.find("table")) is not None:
        widths = cells.widths(table, room.width, scale.cell)
        heights = cells.heights(table, widths, scale.cell)
        high = sum(heights)
        faults = _taller("its table", high, room.height)
        if cells.least_width(table, scale.cell) > room.width + 0.1:
            faults += ("its table has more columns than find room",)
        return Table(Box(room.left, room.top, room.width, high), table, widths, heights), faults
    if (chart := block.find("div[@data-type]")) is not None:
        high = max(room.height, _LEAST_CHART)
        return Chart(Box(room.left, room.top, room.width, high), chart), _taller("its chart", high, room.height)
    if (picture := block.find("img")) is not None:
        return _picture(picture, room)
    return _panels(block, room, scale)


def _picture(picture: Element, room: Box) -> tuple[Body, tuple[str, ...]]:
    """Set a picture into the middle of a column, smaller where it must be, never larger than it is."""
    full = _scaled(picture, room.width, measures.CONTENT.height)[1]
    least = min(full, _LEAST_PICTURE)
    wide, high = _scaled(picture, room.width, max(room.height, least))
    box = Box(room.left + (room.width - wide) / 2, room.top, wide, high)
    return Picture(box, picture), _taller("its image", high, room.height)


def _scaled(picture: Element, width: float, height: float) -> tuple[float, float]:
    own = float(picture.get("width", "0")) * _PIXEL, float(picture.get("height", "0")) * _PIXEL
    if 0 in own:
        return width, min(height, width / 2)
    scale = min(1.0, width / own[0], height / own[1])
    return own[0] * scale, own[1] * scale


def picture_width(block: Element) -> float | None:
    """Return how wide a figure's picture is where it has the height of a slide; None where it is no picture."""
    picture = block.find("img")
    return None if picture is None else _scaled(picture, measures.CONTENT.width, measures.CONTENT.height)[0]


def _panels(block: Element, room: Box, scale: Scale) -> tuple[Body, tuple[str, ...]]:
    """Set panels in rows of even height where that fits, else each row as high as it must be."""
    rows = _rows(block)
    gaps = measures.PANEL_GAP * max(0, len(rows) - 1)
    highs = [_row_height(row, room.width, scale) for row in rows]
    even = max(highs, default=0.0)
    if rows and even * len(rows) + gaps <= room.height:
        highs = [max(even, min(_EASY_PANEL, (room.height - gaps) / len(rows)))] * len(rows)
    made: list[tuple[Box, Element]] = []
    top = room.top
    for row, high in zip(rows, highs, strict=True):
        left = room.left
        for cell, width in zip(row, _cell_widths(row, room.width), strict=True):
            made.append((Box(left, top, width, high), cell))
            left += width + measures.PANEL_GAP
        top += high + measures.PANEL_GAP
    total = sum(highs) + gaps
    return Panels(Box(room.left, room.top, room.width, total), tuple(made)), _taller(
        "its panels", total, room.height, many=True
    )


def _rows(block: Element) -> list[Element]:
    return [row for row in block.iterfind("div") if "row" in classes(row)]


def _cell_widths(row: Element, width: float) -> list[float]:
    shares = [float(share) for share in row.get("data-widths", "").split()] or [1.0] * len(row)
    free = width - measures.PANEL_GAP * (len(row) - 1)
    return [free * share / sum(shares) for share in shares]


def _row_height(row: Element, width: float, scale: Scale) -> float:
    cells = zip(row, _cell_widths(row, width), strict=True)
    return max((panel_height(cell, wide, scale) for cell, wide in cells), default=0.0)


def panel_height(cell: Element, width: float, scale: Scale) -> float:
    """Return how high a panel must be."""
    inner = width - 2 * measures.PANEL_INSIDE
    total = 2 * measures.PANEL_INSIDE
    title = cell.find("p[@class='panel-title']")
    rest = [part for part in cell if part is not title]
    if title is not None:
        how = scale.panel_title
        total += text.height(text.paragraphs([title], how), inner, how)
        total += how.after * measures.POINT if rest else 0.0
    return total + text.height(text.paragraphs(rest, scale.panel), inner, scale.panel)


def is_bare(cell: Element) -> bool:
    """Say whether a panel holds one paragraph alone, which then stands in its middle."""
    return len(cell) == 1 and cell[0].tag == "p" and "panel-title" not in classes(cell[0])


def _notes(block: Element) -> tuple[Element, ...]:
    return tuple(part for part in block.iterfind("p") if "caption" not in classes(part))


def _above(block: Element, width: float) -> float:
    caption = block.find("p[@class='caption']")
    if caption is None:
        return 0.0
    count = lines.count(caption, width, measures.SIZE_CAPTION, bold=True)
    return lines.height(count, measures.SIZE_CAPTION) + measures.CAPTION_GAP


def _below(block: Element, width: float) -> float:
    notes: Sequence[Element] = _notes(block)
    high = text.height(text.paragraphs(notes, text.NOTE), width, text.NOTE)
    return high + measures.CAPTION_GAP if notes else 0.0


def _taller(what: str, high: float, room: float, *, many: bool = False) -> tuple[str, ...]:
    if high <= room + 0.1:
        return ()
    return (f"{what} {'are' if many else 'is'} {high - room:.0f} mm too high",)
