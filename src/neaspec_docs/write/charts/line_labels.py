"""Lines, their plot and their axis -> where the label of each point stands: near it, clear of points, lines and labels.

There is no right place where many lines meet; labels take those places, in the order of their values, that hide least.
"""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from neaspec_docs.write.charts.colours import BLACK
from neaspec_docs.write.charts.data import Chart
from neaspec_docs.write.charts.geometry import Axis, Label, Place, Point, Rect, bands
from neaspec_docs.write.charts.lettering import CAPITAL, Font, length

_STEPS = 3
"""Steps in which places are tried, to the height of a label."""

_NEVER = 1e9
_POINT = 3.0
"""Half of what a point takes, with its air."""

_NEAR = 1.5
"""A label further from its point than this, in em, has a line to it."""

_FAR = 7
"""Further than so many heights of a label it is not looked what it would hide."""

_COSTS = {"point": 5.0, "line": 0.6, "away": 0.15, "far": 40.0, "below": 0.4}
"""What it costs to lie over a point (a square point of it), over a line (a point of its length), to be a point away."""


@dataclass(frozen=True, slots=True)
class _Item:
    """A point with a label: where it is, how much room the label takes."""

    series: int
    category: int
    text: str
    point: Point
    width: float
    height: float

    def box(self, y: float) -> Rect:
        """Return the room that the label takes where its middle is at `y`."""
        return Rect(self.point[0] - self.width / 2, y - self.height / 2, self.width, self.height)


@dataclass(frozen=True, slots=True)
class _Around:
    """What a category's labels should leave to be seen: its points, and the strokes that lead to them."""

    points: Sequence[Point]
    strokes: Sequence[tuple[Point, Point]]

    def cost(self, item: _Item, y: float) -> float:
        """Return what a label costs whose middle is at `y`: what it hides, and how far it is from its point."""
        box = item.box(y)
        away = abs(y - item.point[1])
        if away > _FAR * item.height:
            return _COSTS["away"] * away + _COSTS["far"]
        cost = _COSTS["away"] * away + (_COSTS["below"] if y > item.point[1] else 0)
        marks = (Rect(x - _POINT, at - _POINT, 2 * _POINT, 2 * _POINT) for x, at in self.points)
        cost += _COSTS["point"] * sum(_shared(box, mark) for mark in marks)
        return cost + _COSTS["line"] * sum(_crossed(box, *stroke) for stroke in self.strokes)


def labels(chart: Chart, plot: Rect, axis: Axis, font: Font) -> tuple[Label, ...]:
    """Return the labels of all points."""
    lines = _lines(chart, plot, axis)
    return tuple(label for at in range(len(chart.categories)) for label in _category(chart, at, lines, plot, font))


def _lines(chart: Chart, plot: Rect, axis: Axis) -> list[list[Point | None]]:
    middles = [start + size / 2 for start, size in bands(plot.x, plot.width, len(chart.categories))]
    return [
        [
            None if value is None else (x, plot.y + plot.height * (1 - axis.share(value)))
            for x, value in zip(middles, line.values, strict=True)
        ]
        for line in chart.series
    ]


def _category(
    chart: Chart, at: int, lines: Sequence[Sequence[Point | None]], plot: Rect, font: Font
) -> Iterator[Label]:
    """Give the labels of one category's points, the highest first."""
    items = sorted(
        (
            _Item(series, at, text, point, length(text, font) + 2, font.size * CAPITAL + 2)
            for series, line in enumerate(chart.series)
            if (point := lines[series][at]) and (text := line.labels[at])
        ),
        key=lambda item: (item.point[1], item.series),
    )
    around = _Around(
        [point for line in lines if (point := line[at])],
        [(begin, end) for line in lines for begin, end in pairwise(line[max(at - 1, 0) : at + 2]) if begin and end],
    )
    for item, y in zip(items, _best(items, around, plot, font), strict=True):
        yield _label(item, y, font)


def _best(items: Sequence[_Item], around: _Around, plot: Rect, font: Font) -> list[float]:
    """Return the middles of labels, from the top, none over another, which cost least in all (dynamic programming)."""
    if not items:
        return []
    high, size = items[0].height, items[0].height / _STEPS
    top = plot.y - font.size / 2 + high / 2
    places = [
        top + size * at for at in range(max(_STEPS * len(items), int((plot.y + plot.height - top - high / 2) / size)))
    ]
    reached: list[tuple[float, tuple[float, ...]]] = [(0.0, ())] * len(places)
    for order, item in enumerate(items):
        best: list[tuple[float, tuple[float, ...]]] = []
        for at, y in enumerate(places):
            before = reached[at - _STEPS] if order and at >= _STEPS else (_NEVER if order else 0.0, ())
            here = before[0] + around.cost(item, y), (*before[1], y)
            best.append(min(here, best[-1]) if best else here)
        reached = best
    return list(reached[-1][1])


def _shared(one: Rect, other: Rect) -> float:
    """Return the area that two rectangles share."""
    wide = min(one.x + one.width, other.x + other.width) - max(one.x, other.x)
    high = min(one.y + one.height, other.y + other.height) - max(one.y, other.y)
    return max(wide, 0) * max(high, 0)


def _crossed(box: Rect, begin: Point, end: Point) -> float:
    """Return how much of a stroke's breadth lies in a rectangle (Liang and Barsky's clipping)."""
    across, down = end[0] - begin[0], end[1] - begin[1]
    first, last = 0.0, 1.0
    for step, start, low, high in (
        (across, begin[0], box.x, box.x + box.width),
        (down, begin[1], box.y, box.y + box.height),
    ):
        if step == 0:
            if not low <= start <= high:
                return 0.0
            continue
        enter, leave = sorted(((low - start) / step, (high - start) / step))
        first, last = max(first, enter), min(last, leave)
    return max(last - first, 0) * math.hypot(across, down)


def _label(item: _Item, y: float, font: Font) -> Label:
    x, at = item.point
    place = Place.ABOVE if y < at else Place.BELOW
    leader: tuple[Point, ...] = ()
    if abs(y - at) > _NEAR * font.size:
        place, leader = Place.MOVED, (item.point, (x, y + item.height / 2 * (1 if y < at else -1)))
    return Label(item.series, item.category, (item.text,), x, y, font.size, place, BLACK, leader=leader)
