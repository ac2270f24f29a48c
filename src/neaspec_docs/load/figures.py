"""`figure:` with a chart, panels or an image -> Figure."""

from dataclasses import dataclass
from decimal import Decimal

from neaspec_docs.diagnostics.codes import Code
from neaspec_docs.diagnostics.span import Span
from neaspec_docs.load.images import PICTURE
from neaspec_docs.load.plain import ANY_PRINTED, PRINTED
from neaspec_docs.load.records import Either, Key, Record, Together, may, need
from neaspec_docs.load.shapes import ListOf, Made, Shape, Wrong, choice, complain
from neaspec_docs.load.source import Source, quoted
from neaspec_docs.load.text import CAPTION, PROSE, TITLE
from neaspec_docs.load.values import FLAG, ID, VALUE
from neaspec_docs.load.yaml_nodes import YamlNode
from neaspec_docs.model.block import Chart, ChartType, Figure, Image, Panel, Panels, Series

MOST_SERIES, MOST_CATEGORIES = 6, 12
"""What a chart can show so that it is read."""

_MOST_DRAWN = 100
"""How many categories are drawn at all."""

_LONGEST, _LONGEST_LABEL = 200, 40
"""How many characters the unit and each name may have, and the label of a value."""


@dataclass(frozen=True, slots=True)
class _Short(Shape[str]):
    """Text that a chart has room for."""

    text: Shape[str]
    most: int
    help: str

    @property
    def says(self) -> str:  # type: ignore[override]
        """Return what the text is."""
        return self.text.says

    def read(self, node: YamlNode, source: Source, name: str) -> str | Wrong:
        """Return the text."""
        text = self.text.read(node, source, name)
        if not isinstance(text, Wrong) and len(text) > self.most:
            message = f"{name} of a chart has up to {self.most} characters, and here are {len(text)}"
            complain(Code.UNFIT_CHART, message, node, source, self.help)
        return text


_CURE = "shorten it, and say the rest in a `note`"
_NAME, _LABEL = _Short(PRINTED, _LONGEST, _CURE), _Short(ANY_PRINTED, _LONGEST_LABEL, _CURE)


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
                help = 'write a label for each category, `""` where there is to be none'
                if what == "values":
                    help = _cure(series.values, count - categories)
                read.source.error(Code.UNEVEN_SERIES, message, series.at, help)


def _cure(values: tuple[Decimal | None, ...], more: int) -> str:
    """Return the cure for a series with so many values `more` than categories: a decimal comma makes two of one."""
    if more < 0:
        return "write `null` where there is no value"
    pairs, place = 0, 1
    while place < len(values):
        pair = _digits(values[place - 1]) and _digits(values[place], after_a_comma=True)
        pairs, place = pairs + pair, place + 1 + pair
    if pairs < more:
        return "name a category for each value"
    return "write decimals with a point, as in `12.5`: a comma begins another value"


def _digits(value: Decimal | None, *, after_a_comma: bool = False) -> bool:
    """Say whether a value can be the digits before a decimal comma, or those after it."""
    if value is None or value != value.to_integral_value():
        return False
    return not (after_a_comma and value.is_signed())


def _check_chart(read: Together) -> None:
    """Report what no drawing of these values could show, or not clearly."""
    _check_series(read)
    series = read.values["series"]
    if read.values["type"] is ChartType.PIE:
        if len(series) > 1:
            message = f"a pie shows one series, and here are {len(series)}"
            read.source.error(Code.UNFIT_CHART, message, series[1].at, "write a `stacked-bar`, or a pie for each")
        for line in series:
            if any(value is not None and value < 0 for value in line.values):
                message = f"a pie can't show the negative values of {quoted(line.name)}"
                read.source.error(Code.UNFIT_CHART, message, line.at, "write a `bar` or a `column`")
            elif 0 in line.values and not any(line.values):
                message = f"a pie needs a value above zero, and {quoted(line.name)} has none"
                read.source.error(Code.UNFIT_CHART, message, line.at, "write a `column`, or say it in words")
    elif len(series) > MOST_SERIES:
        message = f"a chart has no more than {MOST_SERIES} series, whose colours can be told apart"
        read.source.error(Code.UNFIT_CHART, message, series[MOST_SERIES].at, "write two charts, or a table")
    _check_categories(len(read.values["categories"]), read)


def _check_categories(count: int, read: Together) -> None:
    at, pie = read.values["at"], read.values["type"] is ChartType.PIE
    if count > (most := MOST_CATEGORIES if pie else _MOST_DRAWN):
        message = f"a {'pie' if pie else 'chart'} has no more than {most} categories, and here are {count}"
        cure = "put the smallest together, or write a `bar`" if pie else "write two charts, or a table"
        read.source.error(Code.UNFIT_CHART, message, at, cure)
    elif count > MOST_CATEGORIES:
        message = f"a chart of more than {MOST_CATEGORIES} categories is hard to read"
        read.source.faults.warning(Code.CROWDED_CHART, message, at, "write two charts, or a table")


_ONE_SERIES = Record(
    "a series",
    _series,
    (
        need("name", _NAME, ""),
        need("values", ListOf(VALUE, "numbers", "a value", filled=True, instead=(None,))),
        may("labels", ListOf(_LABEL, "labels", "a label"), ()),
    ),
)
_CHART = Record(
    "a chart",
    Chart,
    (
        need("type", choice(ChartType), ChartType.COLUMN),
        may("unit", _NAME, ""),
        need("categories", ListOf(_NAME, "categories", "a category", filled=True, instead="")),
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
    any_of=("items", "text"),
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
        "image": _figure(need("image", PICTURE, Image("", 1, 1), into="content"), need("alt", PRINTED, "")),
        "chart": _figure(
            need("chart", _CHART, Chart(ChartType.COLUMN, "", (), ()), into="content"), may("alt", PRINTED, "")
        ),
        "panels": _figure(need("panels", _PANELS, Panels(()), into="content"), may("alt", PRINTED, "")),
    },
)
