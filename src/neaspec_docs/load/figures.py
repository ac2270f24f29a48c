"""`figure:` with a chart, panels or an image -> Figure."""

from decimal import Decimal

from neaspec_docs.diagnostics.codes import Code
from neaspec_docs.diagnostics.span import Span
from neaspec_docs.load.images import PICTURE
from neaspec_docs.load.records import Either, Key, Record, Together, may, need
from neaspec_docs.load.shapes import ListOf, Made, Shape, choice
from neaspec_docs.load.source import quoted
from neaspec_docs.load.text import CAPTION, PROSE, TITLE
from neaspec_docs.load.values import ANY_LINE, FLAG, ID, LINE, VALUE
from neaspec_docs.model.block import Chart, ChartType, Figure, Image, Panel, Panels, Series

MOST_SERIES, MOST_CATEGORIES = 6, 12
"""What a chart can show so that it is read."""


def _series(name: str, values: tuple[tuple[Decimal | None], ...], labels: tuple[str, ...], at: Span) -> Series:
    return Series(name, tuple(value for (value,) in values), labels, at=at)


def _check_series(read: Together) -> None:
    categories = len(read.values["categories"])
    series: Series
    for series in read.values["series"]:
        for what, count in (("values", len(series.values)), ("labels", len(series.labels))):
            if count != categories and categories and (count or what == "values"):
                counted = what.removesuffix("s") if count == 1 else what
                message = f"{quoted(series.name)} has {count} {counted} for {categories} categories"
                help = "write `null` where there is no value" if what == "values" else None
                read.source.error(Code.UNEVEN_SERIES, message, series.at, help)


def _check_chart(read: Together) -> None:
    """Report what no drawing of these values could show, or not clearly."""
    _check_series(read)
    at, series = read.values["at"], read.values["series"]
    if read.values["type"] is ChartType.PIE:
        if len(series) > 1:
            message = f"a pie shows one series, and here are {len(series)}"
            read.source.error(Code.UNFIT_CHART, message, series[1].at, "write a `stacked-bar`, or a pie for each")
        for line in series:
            if any(value is not None and value < 0 for value in line.values):
                message = f"a pie can't show the negative values of {quoted(line.name)}"
                read.source.error(Code.UNFIT_CHART, message, line.at, "write a `bar` or a `column`")
    elif len(series) > MOST_SERIES:
        message = f"a chart has no more than {MOST_SERIES} series, whose colours can be told apart"
        read.source.error(Code.UNFIT_CHART, message, series[MOST_SERIES].at, "write two charts, or a table")
    if len(read.values["categories"]) > MOST_CATEGORIES:
        message = f"a chart of more than {MOST_CATEGORIES} categories is hard to read"
        read.source.faults.warning(Code.CROWDED_CHART, message, at, "write two charts, or a table")


def _check_panel(read: Together) -> None:
    if not read.written.keys() & {"items", "text"}:
        read.source.error(Code.MISSING_KEY, "a panel must have `items` or `text`", read.values["at"])


_ONE_SERIES = Record(
    "a series",
    _series,
    (
        need("name", LINE, ""),
        need("values", ListOf(VALUE, "numbers", "a value", filled=True, instead=(None,))),
        may("labels", ListOf(ANY_LINE, "labels", "a label"), ()),
    ),
)
_CHART = Record(
    "a chart",
    Chart,
    (
        need("type", choice(ChartType), ChartType.COLUMN),
        may("unit", LINE, ""),
        need("categories", ListOf(LINE, "categories", "a category", filled=True, instead="")),
        need("series", ListOf(_ONE_SERIES, "series", "a series", filled=True)),
    ),
    check=_check_chart,
)
_PANEL = Record(
    "a panel",
    Panel,
    (
        may("title", TITLE, ()),
        may("items", ListOf(TITLE, "items", "an item", filled=True), ()),
        may("text", PROSE, ()),
        may("wide", FLAG, default=False),
    ),
    check=_check_panel,
)


_PANELS = Made(ListOf(_PANEL, "panels", "a panel", filled=True), Panels)


def _figure(*content: Key) -> Record[Figure]:
    """Return a figure with this content, and the keys that go with it."""
    keys = (
        need("figure", CAPTION, into="caption"),
        may("id", ID),
        *content,
        may("remark", PROSE, ()),
        may("note", PROSE, ()),
        may("source", PROSE, ()),
    )
    return Record("a figure", Figure, keys)


FIGURE: Shape[Figure] = Either(
    "a figure",
    {
        "image": _figure(need("image", PICTURE, Image("", 1, 1), into="content"), need("alt", LINE, "")),
        "chart": _figure(
            need("chart", _CHART, Chart(ChartType.COLUMN, "", (), ()), into="content"), may("alt", LINE, "")
        ),
        "panels": _figure(need("panels", _PANELS, Panels(()), into="content"), may("alt", LINE, "")),
    },
)
