"""A chart and its look -> its axes in Office, and the words beside them (ISO/IEC 29500-1, 21.2.2.25 and 21.2.2.226)."""

from collections.abc import Sequence

from neaspec_docs.write.charts import drawingml
from neaspec_docs.write.charts.axis import LYING, number_format
from neaspec_docs.write.charts.colours import BLACK, GRID
from neaspec_docs.write.charts.data import Chart
from neaspec_docs.write.charts.drawingml import Type, c
from neaspec_docs.write.charts.geometry import Look
from neaspec_docs.write.charts.lettering import length
from neaspec_docs.write.charts.svg import BASE_WIDTH
from neaspec_docs.write.office_xml import Markup

AXES = (1, 2)
"""The ids of the axis of categories and of that of values."""

_GRID_WIDTH = 0.5


def category_axis(chart: Chart, look: Look, type: Type) -> Markup:
    """Return the axis of categories; their names stand at the low end of the values, bars from the top."""
    own, other = AXES
    lying = chart.type in LYING
    return c(
        "catAx",
        c("axId", val=own),
        c("scaling", c("orientation", val="maxMin" if lying else "minMax")),
        c("delete", val=0),
        c("axPos", val="l" if lying else "b"),
        c("numFmt", formatCode="General", sourceLinked=0),
        c("majorTickMark", val="none"),
        c("minorTickMark", val="none"),
        c("tickLblPos", val="low"),
        c("spPr", drawingml.line(BLACK, BASE_WIDTH)),
        drawingml.set_in(_names(look, type)),
        c("crossAx", val=other),
        c("crosses", val="autoZero"),
        c("auto", val=0),
        c("lblAlgn", val="ctr"),
        c("lblOffset", val=50),
        c("tickLblSkip", val=look.names_each),
        c("noMultiLvlLbl", val=1),
    )


def _names(look: Look, type: Type) -> Type:
    """Return how names are set. LibreOffice knows no skipped names, and would break each to fit if none may slant."""
    free = look.names_each > 1 and not look.names_turned
    return Type(type.font, type.language, upwards=look.names_turned, free=free)


def value_axis(chart: Chart, look: Look, type: Type) -> Markup:
    """Return the axis of values with its lines across the plot; one that is not drawn where every value is missing."""
    own, other = AXES[1], AXES[0]
    axis, lying = look.axis, chart.type in LYING
    scaling = c("scaling", c("orientation", val="minMax"))
    if axis is not None:
        scaling.extend((c("max", val=f"{axis.high:f}"), c("min", val=f"{axis.low:f}")))
    made = c(
        "valAx", c("axId", val=own), scaling, c("delete", val=int(axis is None)), c("axPos", val="b" if lying else "l")
    )
    if axis is not None:
        made.append(c("majorGridlines", c("spPr", drawingml.line(GRID, _GRID_WIDTH))))
        if (said := title(chart, look, type)) is not None:
            made.append(said)
        made.append(c("numFmt", formatCode=number_format(axis.step), sourceLinked=0))
    made.extend((c("majorTickMark", val="none"), c("minorTickMark", val="none"), c("tickLblPos", val="nextTo")))
    made.extend((c("spPr", drawingml.line(None)), drawingml.set_in(type), c("crossAx", val=other)))
    # at which end of the categories this axis stands: bars are read from the top, so their last one is at the bottom
    made.extend((c("crosses", val="max" if lying else "autoZero"), c("crossBetween", val="between")))
    if axis is not None:
        made.append(c("majorUnit", val=f"{axis.step:f}"))
    return made


def title(chart: Chart, look: Look, type: Type) -> Markup | None:
    """Return the unit as the title of its axis, below a pie as that of the chart; what a chart without values says."""
    empty = look.axis is None and chart.empty
    lines = (chart.empty,) if empty else look.title
    if not lines:
        return None
    upwards = look.axis is not None and chart.type not in LYING
    made = c("title", drawingml.words(lines, Type(type.font, type.language, upwards=upwards)))
    if not upwards:  # the title of an upright axis stands where Office puts it, at the edge in the middle of the plot
        made.append(_under(look, lines, look.plot.y + look.plot.height / 2 if empty else None))
    made.append(c("overlay", val=1))
    return made


def _under(look: Look, lines: Sequence[str], middle: float | None) -> Markup:
    """Return the place of words under the plot, or of those that stand at this height in the middle of it."""
    half, high = max(length(line, look.font) for line in lines) / 2, len(lines) * look.font.line
    if middle is not None:
        top = middle - high / 2
    elif look.axis is not None:
        top = look.plot.y + look.plot.height + look.font.line + 5
    else:
        top = look.height - high
    return drawingml.placed((look.plot.x + look.plot.width / 2 - half) / look.width, top / look.height)
