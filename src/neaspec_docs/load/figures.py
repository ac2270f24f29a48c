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
    check=_check_series,
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
