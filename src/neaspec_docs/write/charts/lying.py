"""A chart whose values go to the right (bars, stacked bars; categories from the top) -> how it looks."""

from neaspec_docs.model.block import ChartType
from neaspec_docs.write.charts import labels, legend
from neaspec_docs.write.charts.axis import STACKED, Room, axis, said
from neaspec_docs.write.charts.bars import Bars, Plotted
from neaspec_docs.write.charts.colours import colours
from neaspec_docs.write.charts.data import Chart
from neaspec_docs.write.charts.geometry import Axis, Look, Rect
from neaspec_docs.write.charts.lettering import MM, Font, length, wrap

_NAMES = 0.38
"""At most so much of the width is for the categories' names."""

_HIGHEST = 190 * MM
"""No chart is higher of itself: it must stand on a page with its caption."""

_TICKS = 7


def look(chart: Chart, width: float, font: Font, height: float | None) -> Look:
    """Return the look of a lying chart; lengths in points."""
    names = tuple(wrap(name, width * _NAMES, font) for name in chart.categories)
    left = max((length(line, font) for name in names for line in name), default=0) + 6
    series = [line.name for line in chart.series]
    missing = all(value is None for line in chart.series for value in line.values)
    title = () if missing else wrap(chart.unit, width - left, font)
    under = (0 if missing else font.line + 5) + len(title) * font.line + legend.height(series, width, font)
    tallest = max(map(len, names), default=1) * font.line + 0.5 * font.size
    stacked = chart.type is ChartType.STACKED_BAR
    top = 0.7 * font.line if stacked else 2.0
    most = _HIGHEST - under - top if height is None else height - under - top
    wanted = max(_band(chart, font, stacked=stacked), tallest) * len(chart.categories)
    least = font.line * len(chart.categories)
    rows = max(min(wanted, most) if height is None else most, least)
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
        names,
        title,
        scale,
        bars.gap_width,
        bars.overlap,
        legend=legend.legend(series, whole, width, font),
        labels=labels.lying(Plotted(chart, plot, scale, bars)) if scale else (),
    )


def _band(chart: Chart, font: Font, *, stacked: bool) -> float:
    """Return how high the bars of a category are with the gap between them and the next."""
    if stacked:
        return 3.2 * font.size
    return (1.15 * len(chart.series) + 1.0) * font.size if len(chart.series) > 1 else 2.4 * font.size


def _axis(chart: Chart, width: float, font: Font, bars: Bars) -> Axis | None:
    past = 0.0 if chart.type in STACKED else bars.past
    return axis(chart, Room(width, past, past, min(_TICKS, max(2, int(width / font.size / 4)))))
