"""Stacked columns and bars -> where the label of each segment stands: in it, or beside the bar where it is too small.

A label beside its bar that had to go away from its segment has a line to it. One right at its segment has none: such a
line would read as a minus.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from neaspec_docs.write.charts.bars import BESIDE, BETWEEN, Bars, Plotted
from neaspec_docs.write.charts.colours import BLACK, colours, label_colour
from neaspec_docs.write.charts.data import Chart
from neaspec_docs.write.charts.geometry import Align, Axis, Band, Label, Place, Point, spread
from neaspec_docs.write.charts.lettering import CAPITAL, length

_DRIFT = 3.0
"""How far from its segment a label goes before it has a line to it, in points."""


@dataclass(frozen=True, slots=True)
class _Segment:
    """A segment with a label: where on the axis its ends are, as shares of it; `down`: it lies below zero."""

    series: int
    text: str
    begin: float
    end: float
    down: bool

    @property
    def middle(self) -> float:
        return (self.begin + self.end) / 2

    @property
    def size(self) -> float:
        return abs(self.end - self.begin)


def _segments(chart: Chart, category: int, axis: Axis) -> Iterator[_Segment]:
    """Give the segments of a category; those of negative values lie below zero, one after another."""
    up = down = Decimal(0)
    for series, line in enumerate(chart.series):
        value = line.values[category] or Decimal(0)
        begin = down if value < 0 else up
        up, down = (up, down + value) if value < 0 else (up + value, down)
        if line.values[category] is not None and line.labels[category]:
            share = axis.share(begin), axis.share(begin + value)
            yield _Segment(series, line.labels[category], *share, value < 0)


def in_column(plotted: Plotted, at: int, band: Band) -> Iterator[Label]:
    """Give the labels of a stacked column; those of segments too low for them stand at its right."""
    plot, axis, bars = plotted.plot, plotted.axis, plotted.bars
    start, size = band
    middle, right = start + size / 2, start + (size + bars.breadth(size, 1)) / 2
    moved: list[_Segment] = []
    for segment in _segments(plotted.chart, at, plotted.axis):
        y = plot.y + plot.height * (1 - segment.middle)
        if segment.size * plot.height < _high(segment, bars):
            moved.append(segment)
        else:
            yield _inside(plotted, at, segment, (middle, y))
    zero = plot.y + plot.height * (1 - axis.share(axis.zero))
    for down, ends in ((False, (plot.y, zero - 1)), (True, (zero + 1, plot.y + plot.height))):
        side = sorted((segment for segment in moved if segment.down is down), key=lambda segment: -segment.middle)
        wanted = [plot.y + plot.height * (1 - segment.middle) for segment in side]
        for segment, place, y in zip(
            side, wanted, spread(wanted, [_high(segment, bars) for segment in side], *ends), strict=True
        ):
            x = right + BESIDE + (bars.font.size * CAPITAL / 2 if bars.turned else 0)
            leader = ((right, place), (right + BESIDE - 0.5, y)) if abs(y - place) > _DRIFT else ()
            align = Align.MIDDLE if bars.turned else Align.START
            yield Label(
                segment.series,
                at,
                (segment.text,),
                x,
                y,
                bars.font.size,
                Place.MOVED,
                BLACK,
                align,
                bars.turned,
                leader,
            )


def _high(segment: _Segment, bars: Bars) -> float:
    return length(segment.text, bars.font) + 2 if bars.turned else bars.font.size * 0.95


def in_bar(plotted: Plotted, at: int, band: Band) -> Iterator[Label]:
    """Give the labels of a stacked bar; those of segments too short for them stand above it."""
    plot, bars = plotted.plot, plotted.bars
    start, size = band
    middle, top = start + size / 2, start + (size - bars.breadth(size, 1)) / 2
    moved: list[_Segment] = []
    for segment in _segments(plotted.chart, at, plotted.axis):
        x = plot.x + plot.width * segment.middle
        if segment.size * plot.width < length(segment.text, bars.font) + 2:
            moved.append(segment)
        else:
            yield _inside(plotted, at, segment, (x, middle))
    moved.sort(key=lambda segment: segment.middle)
    wanted = [plot.x + plot.width * segment.middle for segment in moved]
    sizes = [length(segment.text, bars.font) + 2 * BETWEEN for segment in moved]
    places = spread(wanted, sizes, plot.x, plot.x + plot.width)
    y = top - BESIDE - bars.font.size * CAPITAL / 2
    for segment, place, x in zip(moved, wanted, places, strict=True):
        leader = ((place, top), (x, top - BESIDE + 0.5)) if abs(x - place) > _DRIFT else ()
        yield Label(segment.series, at, (segment.text,), x, y, bars.font.size, Place.MOVED, BLACK, leader=leader)


def _inside(plotted: Plotted, at: int, segment: _Segment, point: Point) -> Label:
    bars = plotted.bars
    colour = label_colour(colours(len(plotted.chart.series))[segment.series])
    lines = (segment.text,)
    return Label(segment.series, at, lines, *point, bars.font.size, Place.INSIDE, colour, turned=bars.turned)
