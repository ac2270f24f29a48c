"""A table in its place -> one of PowerPoint: heads, spans, rules, alignment (ISO/IEC 29500-1, 21.1.3)."""

from dataclasses import dataclass
from xml.etree.ElementTree import Element

from neaspec_docs.write.grid import Place
from neaspec_docs.write.pptx import paragraphs
from neaspec_docs.write.pptx.drawingml import TABLE, Markup, colour, emu, points, x
from neaspec_docs.write.pptx.frames import Frame, frame
from neaspec_docs.write.pptx.inlines import Look
from neaspec_docs.write.pptx.scene import Scene
from neaspec_docs.write.slides import cells, measures, text
from neaspec_docs.write.slides.visuals import Table
from neaspec_docs.write.styled import classes

PLAIN_STYLE = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"
"""PowerPoint's own style of tables without rules and grounds; those here are the cells' own."""

_THICK, _THIN = 1.5, 0.5
_BETWEEN = "B8C4D2"
"""The rules under heads and the table, and between rows: points, and the colour of the latter."""


@dataclass(frozen=True, slots=True)
class _Row:
    """A row: whether it is one of heads, the last of them, a head of rows, the last of all."""

    head: bool
    last_head: bool
    group: bool
    last: bool


def write(scene: Scene, made: Table, alt: str, index: int | None) -> Markup:
    """Return a table; its first row is marked as heads where it has any."""
    source = made.source
    heads = len(source.findall("thead/tr"))
    sources = [*source.iterfind("thead/tr"), *source.iterfind("tbody/tr")]
    firsts = any(row[0].get("scope") == "row" for row in sources if len(row))
    written = x(
        "a:tbl",
        x("a:tblPr", _style(), firstRow=1 if heads else None, firstCol=1 if firsts else None),
        x("a:tblGrid", *(x("a:gridCol", w=emu(width)) for width in made.widths)),
    )
    for at, (row, places) in enumerate(zip(sources, cells.rows(source), strict=True)):
        about = _Row(at < heads, at == heads - 1, "group" in classes(row), at == len(sources) - 1)
        line = x("a:tr", h=emu(made.heights[at]))
        for place in places:
            line.extend(_cells(scene, place, about))
        written.append(line)
    return frame(scene, Frame("Table", alt, made.box, index), written, TABLE)


def _style() -> Markup:
    style = x("a:tableStyleId")
    style.text = PLAIN_STYLE
    return style


def _cells(scene: Scene, place: Place, row: _Row) -> list[Markup]:
    """Return a cell, and after it those that it covers to its right."""
    source = place.source
    down = int(source.get("rowspan", "1")) if source is not None else 1
    first = x(
        "a:tc",
        _words(scene, source, row),
        _properties(source, row),
        rowSpan=down if down > 1 else None,
        gridSpan=place.columns if place.columns > 1 else None,
        vMerge=1 if place.down is False else None,
    )
    covered = [
        x("a:tc", _words(scene, None, row), _properties(None, row), hMerge=1, vMerge=first.get("vMerge"))
        for _ in range(1, place.columns)
    ]
    return [first, *covered]


def _words(scene: Scene, source: Element | None, row: _Row) -> Markup:
    if source is None:
        look = Look(scene.language, size=scene.scale.cell.size)
        written = [x("a:p", look.properties("a:endParaRPr"))]
    else:
        bold = cells.is_head(source)
        look = Look(scene.language, bold=bold, colour="tx2" if row.head or row.group else "tx1")
        inside = text.paragraphs(cells.blocks(source), scene.scale.cell)
        written = paragraphs.write(scene, inside, look, scene.scale.cell)
        if (where := _alignment(source)) is not None:
            for one in written:
                one[0].set("algn", where)
    return x("a:txBody", x("a:bodyPr"), x("a:lstStyle"), *written)


def _alignment(source: Element) -> str | None:
    known = classes(source)
    if "right" in known:
        return "r"
    return "ctr" if "center" in known or source.get("scope") == "colgroup" else None


def _properties(source: Element | None, row: _Row) -> Markup:
    """Return the margins of a cell, the rule below it and its ground."""
    beside, above = emu(measures.CELL_BESIDE), emu(measures.CELL_ABOVE)
    properties = x("a:tcPr", marL=beside, marR=beside, marT=above, marB=above, anchor="b" if row.head else "t")
    thick = row.last_head or row.last or (source is not None and row.head and source.get("rowspan") is not None)
    rule = x("a:lnB", colour("tx2" if thick else _BETWEEN), w=points(_THICK if thick else _THIN))
    properties.append(rule)
    properties.append(colour("bg2") if row.head else x("a:noFill"))
    return properties
