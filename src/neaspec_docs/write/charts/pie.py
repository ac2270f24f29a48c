"""A pie -> how it looks: slices from twelve o'clock on, each with its name and value beside it."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from neaspec_docs.write.charts.colours import BLACK, colours
from neaspec_docs.write.charts.data import Chart
from neaspec_docs.write.charts.geometry import Align, Label, Look, Place, Rect, spread
from neaspec_docs.write.charts.lettering import MM, Font, wrap

_DIAMETER = 46 * MM
_LEAST_DIAMETER = 15 * MM
_LEADER = 9.0
_BETWEEN = 0.35
"""Between two labels, in em."""


@dataclass(frozen=True, slots=True)
class _Slice:
    """A slice: the angle of its middle, clockwise from the top; the lines of its label."""

    category: int
    angle: float
    lines: tuple[str, ...]

    @property
    def right(self) -> bool:
        """Whether its label stands at the right."""
        return self.angle < math.pi


def look(chart: Chart, width: float, font: Font, height: float | None) -> Look:
    """Return the look of a pie; lengths in points."""
    unit = wrap(chart.unit, width, font)
    under = len(unit) * font.line + (4 if unit else 0)
    diameter = min(_DIAMETER * font.size / 8.5, width / 2.6)
    if height is not None:
        diameter = max(_LEAST_DIAMETER, min(height - under - 2 * font.line, width / 2.6))
    room = (width - diameter) / 2 - 2 * _LEADER
    slices = _slices(chart, room, font)
    sides = [[slice for slice in slices if slice.right is right] for right in (True, False)]
    tall = max(sum(len(slice.lines) + _BETWEEN for slice in side) * font.line for side in sides)
    body = max(diameter + 2 * font.line, tall) if height is None else height - under
    plot = Rect((width - diameter) / 2, (body - diameter) / 2, diameter, diameter)
    made = [label for side in sides for label in _side(side, plot, body, font)]
    whole = body + under
    names = tuple(wrap(name, room, font) for name in chart.categories)
    made.sort(key=lambda label: label.category)
    return Look(width, whole, font, plot, colours(len(chart.categories)), names, unit, labels=tuple(made))


def _slices(chart: Chart, room: float, font: Font) -> list[_Slice]:
    """Return the slices of the values that are there; equal ones where no value is over zero."""
    values = {at: value for at, value in enumerate(chart.series[0].values) if value is not None}
    values = values or dict.fromkeys(range(len(chart.categories)), Decimal(0))
    if not any(values.values()):
        values = dict.fromkeys(values, Decimal(1))
    total, before, made = sum(values.values()), Decimal(0), []
    for at, value in values.items():
        angle = 2 * math.pi * float((before + value / 2) / total)
        lines = *wrap(chart.categories[at], room, font), *wrap(chart.series[0].labels[at], room, font)
        made.append(_Slice(at, angle, lines))
        before += value
    return made


def _side(side: Sequence[_Slice], plot: Rect, body: float, font: Font) -> Iterator[Label]:
    """Give the labels on one side of a pie that stands in a body so high, from the top, none over another."""
    centre, radius = (plot.x + plot.width / 2, plot.y + plot.height / 2), plot.width / 2
    ordered = sorted(side, key=lambda part: -math.cos(part.angle))
    wanted = [centre[1] - (radius + _LEADER) * math.cos(slice.angle) for slice in ordered]
    sizes = [(len(slice.lines) + _BETWEEN) * font.line for slice in ordered]
    for slice, y in zip(ordered, spread(wanted, sizes, 0, body), strict=True):
        rim = (centre[0] + radius * math.sin(slice.angle), centre[1] - radius * math.cos(slice.angle))
        out = 1 if slice.right else -1
        x = centre[0] + (radius + 1.5 * _LEADER) * out
        leader = (rim, (x - _LEADER / 2 * out, y), (x - 2 * out, y))
        align = Align.START if slice.right else Align.END
        yield Label(0, slice.category, slice.lines, x, y, font.size, Place.BESIDE, BLACK, align, leader=leader)
