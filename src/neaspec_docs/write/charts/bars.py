"""A chart and the room its categories share -> how broad its bars are, how large the type of their labels."""

from dataclasses import dataclass, replace

from neaspec_docs.model.block import ChartType
from neaspec_docs.write.charts.axis import STACKED
from neaspec_docs.write.charts.data import Chart
from neaspec_docs.write.charts.geometry import Axis, Rect
from neaspec_docs.write.charts.lettering import CAPITAL, MM, Font, length

_SMALLEST = 0.75
"""How small the labels of crowded bars may be, in the size of the other type."""

_BROADEST = 22 * MM
_WIDEST_GAP = 500
"""A bar is no broader, but where Word's widest gap (ISO/IEC 29500-1, ST_GapAmount) makes it so."""

_TURNED = 0.78
"""How much of the breadth of a bar figures that read upwards need, in em."""

_STACK = 0.62
"""How much of a category a stacked column is broad at most."""

BETWEEN = 2.0
"""Between a label and its bar, in points."""

BESIDE = 3.0
"""Between a bar and a label that stands beside it, in points."""


@dataclass(frozen=True, slots=True)
class Bars:
    """The bars of a category and the type of their labels.

    - `gap_width`, `overlap`: as Word means them, in per cent of a bar's width
    - `font`: that of the labels; `turned`: they read upwards
    - `longest`: the length of the longest label; `past`: what labels need past the ends of bars; `beside`: what they
      need beside a stacked column
    """

    gap_width: int
    overlap: int
    font: Font
    turned: bool
    longest: float
    past: float
    beside: float = 0.0

    @classmethod
    def of(cls, chart: Chart, room: float, font: Font, *, upright: bool) -> "Bars":
        """Return the bars of a chart whose categories share a room."""
        band = room / len(chart.categories)
        if chart.type is ChartType.LINE:
            return _of_line(chart, band, font)
        if chart.type in STACKED:
            return _of_stack(chart, band, font, upright=upright)
        return _of_group(chart, band, font, upright=upright)

    def breadth(self, band: float, count: int) -> float:
        """Return the breadth of one bar in a category's part of the axis, beside `count` - 1 others."""
        return band / ((1 if self.overlap else count) + self.gap_width / 100)

    def gap(self, band: float) -> float:
        """Return what is left of a category's part of the axis by the one bar in it."""
        return band - self.breadth(band, 1)


def _of_group(chart: Chart, band: float, font: Font, *, upright: bool) -> Bars:
    """Return bars side by side: their labels stand at their ends, turned where bars are narrow, smaller in a crowd."""
    count = len(chart.series)
    gap = max(70, _gap(band - (count - 1) * _BROADEST, _BROADEST))
    longest = _longest(chart, font)
    if not upright:
        made = min(1.0, max(_SMALLEST, band / (count + gap / 100) / font.size))
        small = replace(font, size=font.size * made)
        return Bars(gap, 0, small, turned=False, longest=longest * made, past=longest * made + 2 * BETWEEN)
    room = band if count == 1 else band / (count + gap / 100)
    if longest + 1.5 * BETWEEN <= room:
        return Bars(gap, 0, font, turned=False, longest=longest, past=font.line + BETWEEN)
    made = min(1.0, max(_SMALLEST, band / (count + gap / 100) / font.size / _TURNED))
    small = replace(font, size=font.size * made)
    return Bars(gap, 0, small, turned=True, longest=longest * made, past=longest * made + 2 * BETWEEN)


def _of_stack(chart: Chart, band: float, font: Font, *, upright: bool) -> Bars:
    """Return bars of segments, with a gap between them in which labels of small segments find room."""
    longest = _longest(chart, font)
    if not upright:
        bar = max(min(band * 0.6, 2 * font.size), font.size)
        return Bars(_gap(band, bar), 100, font, turned=False, longest=longest, past=0)
    made = min(1.0, (band - 2 * BESIDE) / 2 / longest) if longest else 1.0
    turned = made < _SMALLEST
    made = min(1.0, max(_SMALLEST, band * _STACK / font.size / _TURNED)) if turned else made
    small = replace(font, size=font.size * made)
    beside = (small.size * CAPITAL if turned else longest * made) + 2 * BESIDE
    bar = min(band * _STACK, max(band - beside, band * 0.4), _BROADEST)
    return Bars(_gap(band, bar), 100, small, turned, longest * made, past=0, beside=beside)


def _gap(band: float, bar: float) -> int:
    return max(0, min(_WIDEST_GAP, int(100 * (band - bar) / bar)))


def _of_line(chart: Chart, band: float, font: Font) -> Bars:
    longest = _longest(chart, font)
    made = min(1.0, max(_SMALLEST, (band - BETWEEN) / longest)) if longest else 1.0
    small = replace(font, size=font.size * made)
    return Bars(0, 0, small, turned=False, longest=longest * made, past=small.line + 2 * BETWEEN)


def _longest(chart: Chart, font: Font) -> float:
    return max((length(label, font) for line in chart.series for label in line.labels), default=0.0)


@dataclass(frozen=True, slots=True)
class Plotted:
    """A chart, the room between its axes, the axis of its values, its bars."""

    chart: Chart
    plot: Rect
    axis: Axis
    bars: Bars
