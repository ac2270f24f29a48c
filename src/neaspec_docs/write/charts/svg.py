"""A chart and the room for it -> a drawing of it, as SVG whose texts are text.

Vega draws it (scales, axes, bars, lines, slices) by a plain specification: there is no Vega-Lite to compile. Where
texts stand, and how their lines break, is worked out before, for Word's own chart shows the same.
"""

import json
from collections.abc import Iterator, Mapping, Sequence

from neaspec_docs.language import numbers
from neaspec_docs.model.block import ChartType
from neaspec_docs.write.charts.axis import LYING, STACKED
from neaspec_docs.write.charts.colours import BLACK, EDGE, GRID, dashed
from neaspec_docs.write.charts.data import Chart
from neaspec_docs.write.charts.geometry import Align, Label, Look
from neaspec_docs.write.charts.legend import KEY
from neaspec_docs.write.charts.lettering import CAPITAL, SERIF, Font, length
from neaspec_docs.write.charts.look import look as look_of
from neaspec_docs.write.charts.texts import texts
from neaspec_docs.write.charts.vega import FAMILIES, Json, Part, families, mark, path, values_of

EDGE_WIDTH = 0.4
LINE_WIDTH = 1.25
POINT = 26.0
"""The area of a point's mark, in square points."""

SHAPES = ("circle", "square", "triangle-up", "diamond", "triangle-down", "cross")
"""The marks of points, one a line: they tell lines apart that are alike in print."""

DASHES: Mapping[bool, Sequence[float]] = {False: (), True: (4.0, 2.0)}
BASE_WIDTH = 0.75
LEADER_WIDTH = 0.4
LEADER = "#808080"


def draw(chart: Chart, width_mm: float, font: Font = SERIF, height_mm: float | None = None) -> str:
    """Return a chart as SVG, one unit of it a point; the same chart gives the same text. Nothing is fetched for it."""
    import vl_convert

    told = specification(chart, look_of(chart, width_mm, font, height_mm))
    drawn = vl_convert.vega_to_svg(json.dumps(told), allowed_base_urls=[])
    return drawn.replace(FAMILIES[font.family], families(font.family, chart.language))


def specification(chart: Chart, look: Look) -> Part:
    """Return what Vega is told (https://vega.github.io/vega/docs/specification)."""
    plot = look.plot
    return {
        "width": look.width,
        "height": look.height,
        "padding": 0,
        "autosize": "none",
        "data": [
            {"name": "all", "values": _values(chart)},
            {"name": "values", "source": "all", "transform": _transforms(chart)},
        ],
        "marks": [
            *(path(label.leader, LEADER_WIDTH, LEADER) for label in look.labels if label.leader),
            {
                "type": "group",
                "encode": {"enter": values_of(x=plot.x, y=plot.y, width=plot.width, height=plot.height)},
                "scales": _scales(chart, look),
                "axes": _axes(chart, look),
                "marks": _drawn(chart, look),
            },
            *_legend(chart, look),
            *texts(chart, look),
        ],
        **_signs(chart.language),
    }


def _signs(language: str) -> Part:
    """Return what tells Vega of the signs in numbers, where they are not those of English."""
    signs = {"decimal": numbers.decimal_sign(language), "thousands": numbers.thousands_sign(language)}
    if signs == {"decimal": ".", "thousands": ","}:
        return {}
    return {"config": {"locale": {"number": {**signs, "grouping": [3], "currency": ["", ""]}}}}


def _values(chart: Chart) -> Sequence[Part]:
    return [
        {"series": series, "category": at, "value": None if value is None else float(value)}
        for series, line in enumerate(chart.series)
        for at, value in enumerate(line.values)
    ]


def _transforms(chart: Chart) -> Sequence[Part]:
    """Return what is done to the values before they are drawn: the missing ones go; some are stacked or shared out."""
    there: Part = {"type": "filter", "expr": "datum.value !== null"}
    if chart.type in STACKED:
        return [there, {"type": "stack", "groupby": ["category"], "sort": {"field": "series"}, "field": "value"}]
    if chart.type is ChartType.PIE:
        return [{"type": "filter", "expr": "datum.value > 0"}, {"type": "pie", "field": "value"}]
    return [there]


def _scales(chart: Chart, look: Look) -> Sequence[Part]:
    """Return the scales: categories in bands with Word's gap between them, series side by side in a band, values."""
    kinds: list[Part] = [
        {"name": name, "type": "ordinal", "domain": list(range(len(look.colours))), "range": values}
        for name, values in (
            ("colour", look.colours),
            ("shape", SHAPES),
            ("dash", [DASHES[dashed(at)] for at in range(len(look.colours))]),
        )
    ]
    if look.axis is None:
        return kinds
    lying = chart.type in LYING
    across: Json = [0, look.plot.height if lying else look.plot.width]
    along: Json = [0, look.plot.width] if lying else [look.plot.height, 0]
    side_by_side = 1 if look.overlap else len(chart.series)
    gap = look.gap_width / 100 / (side_by_side + look.gap_width / 100)
    ends = [float(look.axis.low), float(look.axis.high)]
    band = (look.plot.height if lying else look.plot.width) / len(chart.categories) * (1 - gap)
    return [
        *kinds,
        {
            "name": "category",
            "type": "band",
            "domain": list(range(len(chart.categories))),
            "range": across,
            "paddingInner": gap,
            "paddingOuter": gap / 2,
        },
        {"name": "series", "type": "band", "domain": list(range(side_by_side)), "range": [0, band]},
        {"name": "value", "type": "linear", "domain": ends, "range": along, "zero": False, "nice": False},
    ]


def _axes(chart: Chart, look: Look) -> Sequence[Part]:
    """Return the axis of values, with fine lines across the plot."""
    if look.axis is None:
        return []
    places = max(0, -int(look.axis.step.normalize().as_tuple().exponent))
    return [
        {
            "scale": "value",
            "orient": "bottom" if chart.type in LYING else "left",
            "values": [float(tick) for tick in look.axis.ticks()],
            "format": f",.{places}f",
            "domain": False,
            "ticks": False,
            "grid": True,
            "gridScale": "category",
            "tickRound": False,
            "translate": 0,
            "gridColor": GRID,
            "gridWidth": 0.5,
            "labelFont": FAMILIES[look.font.family],
            "labelFontSize": look.font.size,
            "labelColor": BLACK,
            "labelPadding": 3,
            "labelOverlap": False,
            "labelBound": False,
            "labelFlush": False,
            "zindex": 0,
        }
    ]


def _drawn(chart: Chart, look: Look) -> Sequence[Part]:
    """Return what stands in the plot: bars, lines or slices, and the line on which the categories stand."""
    if chart.type is ChartType.PIE:
        return [_circle(look), _slices(look)]
    base = _base(chart, look)
    if look.axis is None:
        return [base]
    grounds = [_ground(label, look) for label in look.labels]
    if chart.type is ChartType.LINE:
        return [base, _lines(), *grounds, _points(look)]
    return [*grounds, _bars(chart, float(look.axis.zero)), base]


def _bars(chart: Chart, zero: float) -> Part:
    lying, stacked = chart.type in LYING, chart.type in STACKED
    along, across, breadth = ("x", "y", "height") if lying else ("y", "x", "width")
    beside: Part = {} if stacked else {"offset": {"scale": "series", "field": "series"}}
    begin: Part = {"field": "y0"} if stacked else {"value": zero}
    return mark(
        "rect",
        "values",
        {
            across: {"scale": "category", "field": "category", **beside},
            breadth: {"scale": "series", "band": 1},
            along: {"scale": "value", "field": "y1" if stacked else "value"},
            f"{along}2": {"scale": "value", **begin},
            "fill": {"scale": "colour", "field": "series"},
            "stroke": {"value": EDGE},
            "strokeWidth": {"value": EDGE_WIDTH},
        },
    )


_AT_POINT: Part = {
    "x": {"scale": "category", "field": "category", "band": 0.5},
    "y": {"scale": "value", "field": "value"},
}


def _lines() -> Part:
    """Return the lines, each broken where a value is missing."""
    facet: Part = {"name": "line", "data": "all", "groupby": "series"}
    drawn = mark(
        "line",
        "line",
        {
            **_AT_POINT,
            "stroke": {"scale": "colour", "field": "series"},
            "strokeWidth": {"value": LINE_WIDTH},
            "strokeDash": {"scale": "dash", "field": "series"},
            "defined": {"signal": "datum.value !== null"},
        },
    )
    return {"type": "group", "from": {"facet": facet}, "marks": [drawn]}


_BEFORE = {Align.START: 0.0, Align.MIDDLE: 0.5, Align.END: 1.0}
"""How much of a label stands left of its `x`."""


def _ground(label: Label, look: Look) -> Part:
    """Return a white ground for a label, so that no line crosses its figures."""
    wide, high = length(label.lines[0], Font(look.font.family, label.size)) + 1, label.size * CAPITAL + 2
    if label.turned:
        wide, high = high, wide
    left = label.x - look.plot.x - _BEFORE[label.align] * wide
    place = values_of(x=left, y=label.y - look.plot.y - high / 2, width=wide, height=high)
    return {"type": "rect", "encode": {"enter": place | values_of(fill="#ffffff", fillOpacity=0.85)}}


def _points(look: Look) -> Part:
    return mark(
        "symbol",
        "values",
        {
            **_AT_POINT,
            "shape": {"scale": "shape", "field": "series"},
            "size": {"value": POINT * (look.font.size / SERIF.size) ** 2},
            "fill": {"scale": "colour", "field": "series"},
        },
    )


def _circle(look: Look) -> Part:
    """Return the circle of a pie, all round and more: it is all there is of a pie without values."""
    radius = look.plot.width / 2
    told = values_of(x=radius, y=radius, startAngle=0, endAngle=7, outerRadius=radius)
    return {"type": "arc", "encode": {"enter": told | values_of(stroke=EDGE, strokeWidth=EDGE_WIDTH)}}


def _slices(look: Look) -> Part:
    radius = look.plot.width / 2
    return mark(
        "arc",
        "values",
        {
            "x": {"value": radius},
            "y": {"value": radius},
            "startAngle": {"field": "startAngle"},
            "endAngle": {"field": "endAngle"},
            "outerRadius": {"value": radius},
            "fill": {"scale": "colour", "field": "category"},
            "stroke": {"value": EDGE},
            "strokeWidth": {"value": EDGE_WIDTH},
        },
    )


def _base(chart: Chart, look: Look) -> Part:
    """Return the line from which values are measured: bars stand on zero, lines above the axis' low end."""
    share = look.axis.share(look.axis.zero) if look.axis else 0.0
    width, height = look.plot.width, look.plot.height
    if chart.type in LYING:
        return path([(width * share, 0), (width * share, height)], BASE_WIDTH)
    return path([(0, height * (1 - share)), (width, height * (1 - share))], BASE_WIDTH)


def _legend(chart: Chart, look: Look) -> Iterator[Part]:
    """Give the keys of the legend: squares, or for lines a piece of each with its mark."""
    if look.legend is None:
        return
    side = KEY * look.font.size
    for at, entry in enumerate(look.legend.entries):
        middle = entry.y + look.font.line / 2
        colour: Part = {"value": look.colours[at]}
        if chart.type is not ChartType.LINE:
            place = values_of(x=entry.x, y=middle - side / 2, width=side, height=side)
            edge: Part = {"stroke": {"value": EDGE}, "strokeWidth": {"value": EDGE_WIDTH}}
            yield {"type": "rect", "encode": {"enter": {**place, "fill": colour, **edge}}}
            continue
        start = entry.x - 0.25 * side
        yield path([(start, middle), (start + 1.5 * side, middle)], LINE_WIDTH, look.colours[at], DASHES[dashed(at)])
        place = values_of(x=start + 0.75 * side, y=middle, size=POINT * (look.font.size / SERIF.size) ** 2)
        yield {
            "type": "symbol",
            "encode": {"enter": {**place, "fill": colour, "shape": {"value": SHAPES[at % len(SHAPES)]}}},
        }
