"""A chart and its look -> room enough for the legend that Office sets, and that legend (ISO/IEC 29500-1, 21.2.2.93).

Office sets the entries in columns of one width, and leaves out those that find no room in the legend's frame.
"""

from dataclasses import replace
from math import ceil

from neaspec_docs.model.block import ChartType
from neaspec_docs.write.charts import drawingml
from neaspec_docs.write.charts.data import Chart
from neaspec_docs.write.charts.drawingml import Type, c
from neaspec_docs.write.charts.geometry import Legend, Look, Rect
from neaspec_docs.write.charts.lettering import length, wrap
from neaspec_docs.write.office_xml import Markup

_SQUARE, _LINE = 1.2, 3.8
"""The key of an entry with the gaps beside it, in em: of bars, of lines."""

_BETWEEN = 0.9
_ROW = 1.45
"""From one row to the next, in em."""

_ABOVE = 0.3


def roomy(chart: Chart, look: Look) -> Look:
    """Return the look with a frame for the legend that Office needs; the chart becomes higher where that is higher."""
    if look.legend is None:
        return look
    size, names = look.font.size, [line.name for line in chart.series]
    beside = (_LINE if chart.type is ChartType.LINE else _SQUARE) * size + _BETWEEN * size
    widest = max(length(name, look.font) for name in names) + beside
    columns = max(1, min(len(names), int(look.width / widest)))
    lines = sum(len(wrap(name, look.width - beside, look.font)) for name in names)
    rows = ceil(len(names) / columns) if columns > 1 else lines
    top = look.legend.room.y - _ABOVE * size
    height = (rows * _ROW + _ABOVE) * size
    width = min(look.width, columns * widest)
    room = Rect((look.width - width) / 2, top, width, height)
    return replace(look, height=max(look.height, top + height), legend=Legend(room, look.legend.entries))


def legend(legend: Legend, look: Look, type: Type) -> Markup:
    """Return the legend in its frame."""
    room = legend.room
    shares = (room.x / look.width, room.y / look.height, room.width / look.width, room.height / look.height)
    return c("legend", c("legendPos", val="b"), drawingml.placed(*shares), c("overlay", val=0), drawingml.set_in(type))
