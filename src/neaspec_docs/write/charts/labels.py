"""A chart, its plot, its axis and its bars -> where the label of each value stands.

A label stands at the end of its bar, inside its segment, or above or below its point; none is left out.
"""

from collections.abc import Iterator

from neaspec_docs.model.block import ChartType
from neaspec_docs.write.charts import line_labels, segment_labels
from neaspec_docs.write.charts.bars import BETWEEN, Plotted
from neaspec_docs.write.charts.colours import BLACK
from neaspec_docs.write.charts.geometry import Align, Band, Label, Place, bands
from neaspec_docs.write.charts.lettering import CAPITAL, length

_BELOW = 1.0
"""More room below a column than above: figures reach up to their line's edge, and not down to it; in points."""


def upright(plotted: Plotted) -> tuple[Label, ...]:
    """Return the labels of columns, stacked columns or lines."""
    chart, plot = plotted.chart, plotted.plot
    if chart.type is ChartType.LINE:
        return line_labels.labels(chart, plot, plotted.axis, plotted.bars.font)
    put = segment_labels.in_column if chart.type is ChartType.STACKED_COLUMN else _on_columns
    places = bands(plot.x, plot.width, len(chart.categories))
    return tuple(label for at, band in enumerate(places) for label in put(plotted, at, band))


def lying(plotted: Plotted) -> tuple[Label, ...]:
    """Return the labels of bars or stacked bars."""
    chart, plot = plotted.chart, plotted.plot
    put = segment_labels.in_bar if chart.type is ChartType.STACKED_BAR else _on_bars
    places = bands(plot.y, plot.height, len(chart.categories))
    return tuple(label for at, band in enumerate(places) for label in put(plotted, at, band))


def _on_columns(plotted: Plotted, at: int, band: Band) -> Iterator[Label]:
    """Give the labels at the ends of a category's columns."""
    plot, axis, bars = plotted.plot, plotted.axis, plotted.bars
    breadth, first = _first(plotted, band)
    for series, value, text in plotted.chart.shown(at):
        end = plot.y + plot.height * (1 - axis.share(value))
        half = (length(text, bars.font) if bars.turned else bars.font.size * CAPITAL) / 2 + BETWEEN
        y = end + half + _BELOW if value < 0 else end - half
        x = first + breadth * (series + 0.5)
        yield Label(series, at, (text,), x, y, bars.font.size, Place.END, BLACK, turned=bars.turned)


def _on_bars(plotted: Plotted, at: int, band: Band) -> Iterator[Label]:
    """Give the labels at the ends of a category's bars."""
    plot, axis, bars = plotted.plot, plotted.axis, plotted.bars
    breadth, first = _first(plotted, band)
    for series, value, text in plotted.chart.shown(at):
        end = plot.x + plot.width * axis.share(value)
        x, align = (end - BETWEEN - 1, Align.END) if value < 0 else (end + BETWEEN + 1, Align.START)
        y = first + breadth * (series + 0.5)
        yield Label(series, at, (text,), x, y, bars.font.size, Place.END, BLACK, align)


def _first(plotted: Plotted, band: Band) -> tuple[float, float]:
    """Return how broad the bars of a category are, and where the first begins."""
    start, size = band
    breadth = plotted.bars.breadth(size, len(plotted.chart.series))
    return breadth, start + breadth * plotted.bars.gap_width / 200
