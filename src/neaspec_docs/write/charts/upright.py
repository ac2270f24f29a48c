"""A chart whose values go up (columns, stacked columns, lines) -> how it looks."""

from collections.abc import Sequence
from dataclasses import dataclass

from neaspec_docs.model.block import ChartType
from neaspec_docs.write.charts import crowd, labels, legend
from neaspec_docs.write.charts.axis import STACKED, Room, axis, said
from neaspec_docs.write.charts.bars import Bars, Plotted
from neaspec_docs.write.charts.colours import colours, line_colours
from neaspec_docs.write.charts.data import Chart
from neaspec_docs.write.charts.geometry import Axis, Label, Look, Rect
from neaspec_docs.write.charts.lettering import MM, SERIF, Font, length, longest_word, wrap

_PLOT = 50 * MM
"""The height of the plot where the chart may be as high as it needs."""

_EMPTY = 20 * MM
"""The same where there is nothing in it."""

_LINE = 7 * MM
"""What each line past the second adds: the more lines, the more labels over one another."""

_MOST_PLOT = 0.92
"""About how much of the width is the plot's, before that is worked out."""

_LEAST_PLOT, _LEAST_WIDE = 12 * MM, 0.3
"""The least height of the plot, and its least share of the width."""

_TURNED_NAME, _LONGEST_NAME = 42 * MM, 112 * MM
"""How long a name that reads upwards may be; longer only where it would not fit below its column else."""

_MOST_LINES = 7
_TRIES = (
    *((1, False), (1, True)),
    *((2, False), (5, False), (2, True)),
    *((10, False), (5, True), (20, False), (10, True), (50, False), (20, True)),
)
"""How names are tried: of each n-th category, and whether they read upwards."""

_TICKS = 6


@dataclass(frozen=True, slots=True)
class _Names:
    lines: tuple[tuple[str, ...], ...]
    turned: bool
    height: float
    each: int


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
        names = _names(chart, plot.width / len(chart.categories), font, height / 2)
        plot = _plot(chart, width, font, max(_LEAST_PLOT, height - below - names.height - font.line / 2))
    names = _names(chart, plot.width / len(chart.categories), font, _LONGEST_NAME if height is None else height / 2)
    whole = plot.y + plot.height + names.height + below if height is None else height
    bars = Bars.of(chart, plot.width, font, upright=True)
    scale = _axis(chart, plot.height, font, bars)
    return Look(
        width,
        whole,
        font,
        plot,
        (line_colours if chart.type is ChartType.LINE else colours)(len(chart.series)),
        names.lines,
        wrap(chart.unit, plot.height, font) if scale else (),
        scale,
        bars.gap_width,
        bars.overlap,
        names.turned,
        legend.legend([line.name for line in chart.series], whole, width, font),
        _labels(Plotted(chart, plot, scale, bars), width, whole, names.each) if scale else (),
        names_each=names.each,
    )


def _labels(plotted: Plotted, width: float, height: float, each: int) -> tuple[Label, ...]:
    """Return the labels that find room; on a long line those of the categories that are named."""
    many, least = len(plotted.chart.categories), 1
    if plotted.chart.type is ChartType.LINE:
        least = crowd.airy(plotted.plot.width / many, plotted.bars.longest, many, each)
    return crowd.clear(labels.upright(plotted), plotted.bars.font.family, width, height, least)


def _plot(chart: Chart, width: float, font: Font, height: float) -> Rect:
    """Return the room between the axes: right of the title and of the widest tick."""
    bars = Bars.of(chart, width * _MOST_PLOT, font, upright=True)
    scale = _axis(chart, height, font, bars)
    ticks = max((length(said(tick, scale.step), font) for tick in scale.ticks()), default=0) + 5 if scale else 1
    title = len(wrap(chart.unit, height, font)) * font.line + 3 if chart.unit and scale else 0
    left = ticks + title
    beside = max(1.0, bars.beside - bars.gap(width * _MOST_PLOT / len(chart.categories)) / 2 + 1)
    return Rect(left, font.line / 2, max(width - left - beside, width * _LEAST_WIDE), height)


def _axis(chart: Chart, height: float, font: Font, bars: Bars) -> Axis | None:
    past = 0.0 if chart.type in STACKED else bars.past
    below = past if chart.type is not ChartType.LINE else bars.past
    return axis(chart, Room(height, past, below, max(2, min(_TICKS, int(height / font.line / 2)))))


def _names(chart: Chart, band: float, font: Font, longest: float) -> _Names:
    """Return the categories' names below their columns; where a word is too long for that, they read upwards.

    Where there is no room for all of them each second is there, each fifth and so on, down to the first alone.
    """
    fitting = (_fitting(chart.categories, band, font, longest, each, turned=turned) for each, turned in _TRIES)
    return next(filter(None, fitting), None) or _first(chart.categories, band, font, longest)


def _fitting(  # noqa: PLR0913 -- a room and a way to fill it
    names: Sequence[str], band: float, font: Font, longest: float, each: int, *, turned: bool
) -> _Names | None:
    """Return each n-th name below its column, or upwards and up to so long; None where they find no room so."""
    room, shown = crowd.room(band, each), names[::each]
    if not turned:
        room -= 0.5 * font.size
        lines = tuple(wrap(name, room, font) for name in names)
        most = max(map(len, lines[::each]))
        fits = most <= _MOST_LINES and all(longest_word(name, font) <= room for name in shown)
        return _Names(crowd.thinned(lines, each), turned, most * font.line + 5, each) if fits else None
    long = min(_TURNED_NAME, longest)
    while any(len(wrap(name, long, font)) * font.line > room for name in shown):
        if long >= longest:
            return None
        long = min(long * 1.2, longest)
    return _upwards([wrap(name, long, font) for name in names], font, each)


def _first(names: Sequence[str], band: float, font: Font, longest: float) -> _Names:
    """Return the first name alone, and of that as much as finds room."""
    lines = [wrap(name, longest, font) for name in names]
    most = max(1, int(band * len(names) / font.line))
    return _upwards([name[:most] for name in lines], font, len(names))


def _upwards(lines: Sequence[tuple[str, ...]], font: Font, each: int) -> _Names:
    shown = crowd.thinned(lines, each)
    return _Names(
        shown,
        turned=True,
        height=max((length(line, font) for name in shown for line in name), default=0.0) + 6,
        each=each,
    )
