"""A label of a chart -> the place that Office is told to give it, and how far it must be moved from there.

Office puts a label in the middle of a segment or slice, at the end of a bar, above, below or on a point; what the look
of the chart has elsewhere is moved by shares of the chart's width and height (ISO/IEC 29500-1, 21.2.2.49, 21.2.2.95).
"""

import math
from decimal import Decimal
from typing import assert_never

from neaspec_docs.model.block import ChartType
from neaspec_docs.write.charts.axis import LYING
from neaspec_docs.write.charts.data import Chart
from neaspec_docs.write.charts.geometry import Align, Label, Look, Point, bands
from neaspec_docs.write.charts.lettering import CAPITAL, length

STAYS: Point = (0.0, 0.0)
"""How far a label is moved that stands where Office puts it."""

_NEAR = 2.0
"""A label nearer than this to where Office puts it is left there, in points."""

_FROM_POINT = 3.5
"""From a point of a line to the figures of its label, in points."""


def placed(chart: Chart, look: Look, label: Label) -> tuple[str, Point]:
    """Return the place (`ctr`, `outEnd`, `t`, `b`) and how far to move the label from it, right and down, in points."""
    match chart.type:
        case ChartType.COLUMN | ChartType.BAR:
            return "outEnd", STAYS
        case ChartType.STACKED_COLUMN | ChartType.STACKED_BAR:
            return _from("ctr", _segment(chart, look, label), label, look)
        case ChartType.PIE:
            return _from("ctr", _slice(chart, look, label), label, look)
        case ChartType.LINE:
            x, y = point = _point(chart, look, label)
            away = label.size * CAPITAL / 2 + _FROM_POINT
            for place, natural in (("t", (x, y - away)), ("b", (x, y + away))):
                if _from(place, natural, label, look)[1] == STAYS:
                    return place, STAYS
            return _from("ctr", point, label, look)
        case _:
            assert_never(chart.type)


def _from(place: str, natural: Point, label: Label, look: Look) -> tuple[str, Point]:
    x, y = _middle(look, label)
    moved = x - natural[0], y - natural[1]
    return place, moved if max(map(abs, moved)) > _NEAR else STAYS


def _middle(look: Look, label: Label) -> Point:
    """Return the middle of a label."""
    font = type(look.font)(look.font.family, label.size)
    half = max(length(line, font) for line in label.lines) / 2
    match label.align:
        case Align.START:
            return label.x + half, label.y
        case Align.MIDDLE:
            return label.x, label.y
        case Align.END:
            return label.x - half, label.y
        case _:
            assert_never(label.align)


def _segment(chart: Chart, look: Look, label: Label) -> Point:
    """Return the middle of a segment of a stacked bar; those below zero are stacked downwards."""
    own = _value(chart, label)
    before = (line.values[label.category] or Decimal(0) for line in chart.series[: label.series])
    begin = sum((value for value in before if (value < 0) is (own < 0)), Decimal(0))
    return _on_axes(chart, look, label, begin + own / 2)


def _point(chart: Chart, look: Look, label: Label) -> Point:
    return _on_axes(chart, look, label, _value(chart, label))


def _on_axes(chart: Chart, look: Look, label: Label, value: Decimal) -> Point:
    """Return the place of a value in the middle of its category."""
    assert look.axis is not None  # noqa: S101 -- a value that has a label has an axis
    share, plot, many = look.axis.share(value), look.plot, len(chart.categories)
    if chart.type in LYING:
        start, size = bands(plot.y, plot.height, many)[label.category]
        return plot.x + plot.width * share, start + size / 2
    start, size = bands(plot.x, plot.width, many)[label.category]
    return start + size / 2, plot.y + plot.height * (1 - share)


def _slice(chart: Chart, look: Look, label: Label) -> Point:
    """Return the middle of a slice: half way from the pie's centre to its rim."""
    shares = [abs(value or Decimal(0)) for value in chart.series[label.series].values]
    whole = sum(shares) or Decimal(1)
    middle = 2 * math.pi * float((sum(shares[: label.category]) + shares[label.category] / 2) / whole)
    plot, half = look.plot, look.plot.width / 4
    return plot.x + plot.width / 2 + half * math.sin(middle), plot.y + plot.height / 2 - half * math.cos(middle)


def _value(chart: Chart, label: Label) -> Decimal:
    return chart.series[label.series].values[label.category] or Decimal(0)
