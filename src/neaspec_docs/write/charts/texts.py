"""A chart and its look -> its texts as Vega's marks, but those of the axis: names, unit, legend, labels."""

from collections.abc import Iterator

from neaspec_docs.model.block import ChartType
from neaspec_docs.write.charts.axis import LYING
from neaspec_docs.write.charts.data import Chart
from neaspec_docs.write.charts.geometry import Align, Look, bands
from neaspec_docs.write.charts.legend import key
from neaspec_docs.write.charts.lettering import Font, length
from neaspec_docs.write.charts.vega import Part, text


def texts(chart: Chart, look: Look) -> Iterator[Part]:
    """Give every text but the ticks': names, unit, legend, labels, what is said where every value is missing."""
    yield from _names(chart, look)
    yield from _title(chart, look)
    for entry in look.legend.entries if look.legend else ():
        middle = entry.y + len(entry.lines) * look.font.line / 2
        yield from text(entry.lines, (entry.x + key(look.font), middle), look.font, Align.START)
    for label in look.labels:
        font = Font(look.font.family, label.size)
        yield from text(label.lines, (label.x, label.y), font, label.align, turned=label.turned, colour=label.colour)
    if chart.empty:
        middle_of_plot = look.plot.x + look.plot.width / 2, look.plot.y + look.plot.height / 2
        yield from text((chart.empty,), middle_of_plot, look.font)


def _names(chart: Chart, look: Look) -> Iterator[Part]:
    plot = look.plot
    if chart.type is ChartType.PIE:
        return
    if chart.type in LYING:
        for (start, size), lines in zip(bands(plot.y, plot.height, len(look.names)), look.names, strict=True):
            middle = max(start + size / 2, len(lines) * look.font.line / 2)
            yield from text(lines, (plot.x - 5, middle), look.font, Align.END)
        return
    top = plot.y + plot.height + 4
    for (start, size), lines in zip(bands(plot.x, plot.width, len(look.names)), look.names, strict=True):
        middle = start + size / 2
        if not lines:
            continue
        half = (
            len(lines) * look.font.line if look.names_turned else max(length(line, look.font) for line in lines)
        ) / 2
        if look.names_each > 1:  # one at the edge is broader than its category, and moved inwards
            middle = min(max(middle, half), look.width - half)
        if look.names_turned:
            yield from text(lines, (middle, top), look.font, Align.END, turned=True)
        else:
            yield from text(lines, (middle, top + len(lines) * look.font.line / 2), look.font)


def _title(chart: Chart, look: Look) -> Iterator[Part]:
    """Give the unit: beside upright values, below those that lie, below a pie."""
    plot, high = look.plot, len(look.title) * look.font.line
    if not look.title:
        return
    if chart.type is ChartType.PIE:
        yield from text(look.title, (look.width / 2, look.height - high / 2), look.font)
    elif chart.type in LYING:
        below = plot.y + plot.height + look.font.line + 4
        yield from text(look.title, (plot.x + plot.width / 2, below + high / 2), look.font)
    else:
        yield from text(look.title, (high / 2, plot.y + plot.height / 2), look.font, turned=True)
