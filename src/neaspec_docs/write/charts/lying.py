"""A chart whose values go to the right (bars, stacked bars; categories from the top) -> how it looks."""

from neaspec_docs.model.block import ChartType
from neaspec_docs.write.charts import crowd, labels, legend
from neaspec_docs.write.charts.axis import STACKED, Room, axis, said
from neaspec_docs.write.charts.bars import Bars, Plotted
from neaspec_docs.write.charts.colours import colours
from neaspec_docs.write.charts.data import Chart
from neaspec_docs.write.charts.geometry import Axis, Look, Rect
from neaspec_docs.write.charts.lettering import MM, Font, length, wrap

_NAMES = (0.38, 0.5, 0.6)
"""How much of the width the categories' names may take: the first share in which all stand below one another."""

_HIGHEST = 190 * MM
"""No chart is higher of itself: it must stand on a page with its caption."""

_ROWS = 0.85
"""About how much of a chart's height the bars take."""

_LEAST_PLOT = 12 * MM
_TICKS = 7


def look(chart: Chart, width: float, font: Font, height: float | None) -> Look:
    """Return the look of a lying chart; lengths in points."""
    names = _names(chart, width, font, _HIGHEST if height is None else height)
    left = max((length(line, font) for name in names for line in name), default=0) + 6
    series = [line.name for line in chart.series]
    missing = all(value is None for line in chart.series for value in line.values)
    title = () if missing else wrap(chart.unit, width - left, font)
    under = (0 if missing else font.line + 5) + len(title) * font.line + legend.height(series, width, font)
    tallest = _tallest(names, font)
    stacked = chart.type is ChartType.STACKED_BAR
    top = 0.7 * font.line if stacked else 2.0
    most = _HIGHEST - under - top if height is None else height - under - top
    wanted = max(_band(chart, font, stacked=stacked), tallest) * len(chart.categories)
    rows = max(min(wanted, most) if height is None else most, _LEAST_PLOT)
    band = rows / len(names)
    each = next((each for each in crowd.EACH if tallest <= max(crowd.room(band, each), font.line)), len(names))
    bars = Bars.of(chart, rows, font, upright=False)
    scale = _axis(chart, width - left, font, bars)
    right = length(said(scale.ticks()[-1], scale.step), font) / 2 if scale else 1
    plot = Rect(left, top, width - left - right, rows)
    scale = _axis(chart, plot.width, font, bars)
    whole = top + rows + under if height is None else height
    return Look(
        width,
        whole,
        font,
        plot,
        colours(len(chart.series)),
        crowd.thinned(names, each),
        title,
        scale,
        bars.gap_width,
        bars.overlap,
        legend=legend.legend(series, whole, width, font),
        labels=crowd.clear(labels.lying(Plotted(chart, plot, scale, bars)), font.family, width, whole) if scale else (),
        names_each=each,
    )


def _names(chart: Chart, width: float, font: Font, height: float) -> tuple[tuple[str, ...], ...]:
    """Return the lines of the categories' names: in a narrow column, or a broader one where they are too high else."""
    made: tuple[tuple[str, ...], ...] = ()
    for share in _NAMES:
        made = tuple(wrap(name, width * share, font) for name in chart.categories)
        if _tallest(made, font) * len(made) <= height * _ROWS:
            return made
    return made


def _tallest(names: tuple[tuple[str, ...], ...], font: Font) -> float:
    return max(map(len, names), default=1) * font.line + 0.5 * font.size


def _band(chart: Chart, font: Font, *, stacked: bool) -> float:
    """Return how high the bars of a category are with the gap between them and the next."""
    if stacked:
        return 3.2 * font.size
    return (1.15 * len(chart.series) + 1.0) * font.size if len(chart.series) > 1 else 2.4 * font.size


def _axis(chart: Chart, width: float, font: Font, bars: Bars) -> Axis | None:
    past = 0.0 if chart.type in STACKED else bars.past
    return axis(chart, Room(width, past, past, min(_TICKS, max(2, int(width / font.size / 4)))))
