"""A chart -> a DrawingML chart and the workbook it is drawn from, for Word and PowerPoint (ISO/IEC 29500-1, 21.2)."""

from collections.abc import Iterator
from dataclasses import dataclass

from neaspec_docs.model.block import ChartType
from neaspec_docs.write.charts import drawingml, office_legend, workbook
from neaspec_docs.write.charts.axis import LYING
from neaspec_docs.write.charts.colours import EDGE, dashed
from neaspec_docs.write.charts.data import Chart
from neaspec_docs.write.charts.data_labels import data_labels
from neaspec_docs.write.charts.drawingml import CHART, Type, c
from neaspec_docs.write.charts.geometry import Look
from neaspec_docs.write.charts.lettering import MM, SERIF, Font
from neaspec_docs.write.charts.look import look as look_of
from neaspec_docs.write.charts.office_axes import AXES, category_axis, title, value_axis
from neaspec_docs.write.charts.svg import EDGE_WIDTH, LINE_WIDTH
from neaspec_docs.write.office_xml import Markup

PART_TYPE = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
"""The content type of a chart part."""

WORKBOOK_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
"""The content type of a workbook."""

PART = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/chart"
"""The relationship of a story to the part of a chart that it shows."""

WORKBOOK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/package"
"""The relationship of a chart part to its workbook."""

WORKBOOK_ID = "rId1"
"""The id of that relationship, which the caller must give it."""

DRAWING = CHART
"""The namespace of charts, and the `uri` of the `a:graphicData` that shows one."""


_MARKS = ("circle", "square", "triangle", "diamond", "x", "plus")
"""The marks of points, one a line."""

_STROKES = frozenset({"x", "plus"})
_MARK_SIZE = 0.6
"""The size of a mark, in the size of the type."""


@dataclass(frozen=True, slots=True)
class OfficeChart:
    """The bytes of a chart part and of its workbook; the size of the frame it is made for, in points."""

    xml: bytes
    workbook: bytes
    width: float
    height: float


def part(
    chart: Chart, width_mm: float, font: Font = SERIF, height_mm: float | None = None, language: str = "en-GB"
) -> OfficeChart:
    """Return the chart as Word and PowerPoint draw it in a room so wide and, where it is given, so high.

    `language` is that of its words (BCP 47). Everything stands where `look` puts it, as in the drawing for PDF. The
    same chart gives the same bytes.
    """
    look = office_legend.roomy(chart, look_of(chart, width_mm, font, height_mm))
    if height_mm is not None and look.height > height_mm * MM:
        look = office_legend.roomy(chart, look_of(chart, width_mm, font, height_mm - (look.height / MM - height_mm)))
    type = Type(look.font, language)
    root = c(
        "chartSpace",
        c("date1904", val=0),
        c("lang", val=language),
        c("roundedCorners", val=0),
        _chart(chart, look, type),
        c("spPr", drawingml.a("noFill"), drawingml.line(None)),
        drawingml.set_in(type),
    )
    source = c("externalData", c("autoUpdate", val=0))
    source.set("r:id", WORKBOOK_ID)
    root.append(source)
    return OfficeChart(drawingml.written(root), workbook.workbook(chart), look.width, look.height)


def _chart(chart: Chart, look: Look, type: Type) -> Markup:
    """Return what is drawn. A title stands only where no axis can hold the unit; the caption is the text's."""
    titled = title(chart, look, type) if look.axis is None else None
    made = c("chart", *([] if titled is None else [titled]), c("autoTitleDeleted", val=int(titled is None)))
    made.append(_plot(chart, look, type))
    if look.legend is not None:
        made.append(office_legend.legend(look.legend, look, type))
    made.extend((c("plotVisOnly", val=1), c("dispBlanksAs", val="gap")))
    return made


def _plot(chart: Chart, look: Look, type: Type) -> Markup:
    plot = look.plot
    shares = (plot.x / look.width, plot.y / look.height, plot.width / look.width, plot.height / look.height)
    area = c("plotArea", drawingml.placed(*shares, inner=True), _group(chart, look, type))
    if chart.type is not ChartType.PIE:
        area.extend((category_axis(chart, look, type), value_axis(chart, look, type)))
    area.append(c("spPr", drawingml.a("noFill"), drawingml.line(None)))
    return area


def _group(chart: Chart, look: Look, type: Type) -> Markup:
    """Return the series, with what they have in common."""
    series = (_series(chart, look, type, at) for at in range(len(chart.series)))
    axes = [c("axId", val=id) for id in AXES]
    match chart.type:
        case ChartType.PIE:
            return c("pieChart", c("varyColors", val=1), *series, c("firstSliceAng", val=0))
        case ChartType.LINE:
            return c(
                "lineChart", c("grouping", val="standard"), c("varyColors", val=0), *series, c("marker", val=1), *axes
            )
        case ChartType.COLUMN | ChartType.BAR | ChartType.STACKED_COLUMN | ChartType.STACKED_BAR:
            return c(
                "barChart",
                c("barDir", val="bar" if chart.type in LYING else "col"),
                c("grouping", val="stacked" if look.overlap else "clustered"),
                c("varyColors", val=0),
                *series,
                c("gapWidth", val=look.gap_width),
                c("overlap", val=look.overlap),
                *axes,
            )


def _series(chart: Chart, look: Look, type: Type, at: int) -> Markup:
    """Return a series: its cells, its look, its labels."""
    made = c("ser", c("idx", val=at), c("order", val=at), workbook.name(chart, at))
    match chart.type:
        case ChartType.PIE:
            made.extend(_slices(chart, look))
        case ChartType.LINE:
            made.extend(_line(look, at))
        case ChartType.COLUMN | ChartType.BAR | ChartType.STACKED_COLUMN | ChartType.STACKED_BAR:
            made.extend((_filled(look.colours[at]), c("invertIfNegative", val=0)))
    if (labels := data_labels(chart, look, at, type.language)) is not None:
        made.append(labels)
    made.extend((workbook.categories(chart), workbook.values(chart, at)))
    if chart.type is ChartType.LINE:
        made.append(c("smooth", val=0))
    return made


def _filled(colour: str) -> Markup:
    return c("spPr", drawingml.fill(colour), drawingml.line(EDGE, EDGE_WIDTH))


def _slices(chart: Chart, look: Look) -> Iterator[Markup]:
    for at in range(len(chart.categories)):
        yield c("dPt", c("idx", val=at), c("bubble3D", val=0), _filled(look.colours[at]))


def _line(look: Look, at: int) -> Iterator[Markup]:
    """Give a line and the marks of its points; a mark of strokes has no area to fill."""
    colour, mark = look.colours[at], _MARKS[at % len(_MARKS)]
    yield c("spPr", drawingml.line(colour, LINE_WIDTH, "dash" if dashed(at) else "solid"))
    drawn = drawingml.line(colour, LINE_WIDTH) if mark in _STROKES else drawingml.line(None)
    within = drawingml.a("noFill") if mark in _STROKES else drawingml.fill(colour)
    size = max(2, round(look.font.size * _MARK_SIZE))
    yield c("marker", c("symbol", val=mark), c("size", val=size), c("spPr", within, drawn))
