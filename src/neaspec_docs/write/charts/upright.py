"""A chart whose values go up (columns, stacked columns, lines) -> how it looks."""

from dataclasses import dataclass

from neaspec_docs.model.block import ChartType
from neaspec_docs.write.charts import labels, legend
from neaspec_docs.write.charts.axis import STACKED, Room, axis, said
from neaspec_docs.write.charts.bars import Bars, Plotted
from neaspec_docs.write.charts.colours import colours, line_colours
from neaspec_docs.write.charts.data import Chart
from neaspec_docs.write.charts.geometry import Axis, Look, Rect
from neaspec_docs.write.charts.lettering import MM, SERIF, Font, length, longest_word, wrap

_PLOT = 50 * MM
"""The height of the plot where the chart may be as high as it needs."""

_EMPTY = 20 * MM
"""The same where there is nothing in it."""

_LINE = 7 * MM
"""What each line past the second adds: the more lines, the more labels over one another."""

_MOST_PLOT = 0.92
"""About how much of the width is the plot's, before that is worked out."""

_LEAST_PLOT = 12 * MM
_TURNED_NAME = 42 * MM
_MOST_LINES = 7
_TICKS = 6


@dataclass(frozen=True, slots=True)
class _Names:
    lines: tuple[tuple[str, ...], ...]
    turned: bool
    height: float


def look(chart: Chart, width: float, font: Font, height: float | None) -> Look:
    """Return the look of an upright chart; lengths in points."""
    below = legend.height([line.name for line in chart.series], width, font)
    most = Bars.of(chart, width * _MOST_PLOT, font, upright=True)
    natural = _PLOT * font.size / SERIF.size + (most.longest if most.turned else 0)
    if chart.empty:
        natural = _EMPTY * font.size / SERIF.size
    elif chart.type is ChartType.LINE:
        natural += max(0, len(chart.series) - 2) * _LINE * font.size / SERIF.size
    plot = _plot(chart, width, font, natural if height is None else height - below - 3 * font.line)
    if height is not None:  # the names are known now, and with them what they leave
        names = _names(chart, plot.width / len(chart.categories), font)
        plot = _plot(chart, width, font, max(_LEAST_PLOT, height - below - names.height - font.line / 2))
    names = _names(chart, plot.width / len(chart.categories), font)
    whole = plot.y + plot.height + names.height + below
    bars = Bars.of(chart, plot.width, font, upright=True)
    scale = _axis(chart, plot.height, font, bars)
    return Look(
        width,
        whole if height is None else height,
        font,
        plot,
        (line_colours if chart.type is ChartType.LINE else colours)(len(chart.series)),
        names.lines,
        wrap(chart.unit, plot.height, font) if scale else (),
        scale,
        bars.gap_width,
        bars.overlap,
        names.turned,
        legend.legend([line.name for line in chart.series], whole if height is None else height, width, font),
        labels.upright(Plotted(chart, plot, scale, bars)) if scale else (),
    )


def _plot(chart: Chart, width: float, font: Font, height: float) -> Rect:
    """Return the room between the axes: right of the title and of the widest tick."""
    bars = Bars.of(chart, width * _MOST_PLOT, font, upright=True)
    scale = _axis(chart, height, font, bars)
    ticks = max((length(said(tick, scale.step), font) for tick in scale.ticks()), default=0) + 5 if scale else 1
    title = len(wrap(chart.unit, height, font)) * font.line + 3 if chart.unit and scale else 0
    left = ticks + title
    beside = max(1.0, bars.beside - bars.gap(width * _MOST_PLOT / len(chart.categories)) / 2 + 1)
    return Rect(left, font.line / 2, width - left - beside, height)


def _axis(chart: Chart, height: float, font: Font, bars: Bars) -> Axis | None:
    past = 0.0 if chart.type in STACKED else bars.past
    below = past if chart.type is not ChartType.LINE else bars.past
    return axis(chart, Room(height, past, below, max(2, min(_TICKS, int(height / font.line / 2)))))


def _names(chart: Chart, band: float, font: Font) -> _Names:
    """Return the categories' names below their columns; where a word is too long for that, they read upwards."""
    room = band - 0.5 * font.size
    lines = tuple(wrap(name, room, font) for name in chart.categories)
    most = max(map(len, lines), default=0)
    if most <= _MOST_LINES and all(longest_word(name, font) <= room for name in chart.categories):
        return _Names(lines, turned=False, height=most * font.line + 5)
    longest = _TURNED_NAME
    while any(len(wrap(name, longest, font)) * font.line > band for name in chart.categories):
        longest *= 1.2
    lines = tuple(wrap(name, longest, font) for name in chart.categories)
    return _Names(lines, turned=True, height=max(length(line, font) for name in lines for line in name) + 6)
