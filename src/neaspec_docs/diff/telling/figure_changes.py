"""A figure in both versions -> what changed in it: values by series and category, panels, the picture, its notes."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import TypeVar

from neaspec_docs.diagnostics.span import Span
from neaspec_docs.diff.telling import fields, listed, sides
from neaspec_docs.diff.telling.fields import BOTH
from neaspec_docs.diff.telling.listed import Listed
from neaspec_docs.diff.wording import reading
from neaspec_docs.diff.wording.reading import Known
from neaspec_docs.model.block import Chart, Figure, Image, Panel, Panels, Series
from neaspec_docs.model.change import Change, Kind
from neaspec_docs.project import OLD_FILES

Value = TypeVar("Value")


def changes(old: Figure, new: Figure, known: BOTH) -> Iterator[Change]:
    """Give the changes within a figure, but for its caption."""
    at = old.at, new.at
    match old.content, new.content:
        case Chart() as before, Chart() as after:
            yield from _chart(before, after)
        case Panels(before), Panels(after):
            was, now = (_panels(some, one) for some, one in zip((before, after), known, strict=True))
            yield from listed.changes("panel", was, now, _panel)
        case Image() as before, Image() as after:
            if before.path != after.path:
                path = before.path.removeprefix(f"{OLD_FILES}/")
                both = sides.named("image", path, at[0]), sides.named("image", after.path, at[1])
                yield Change(Kind.CHANGED, "image", None, *both)
        case before, after:
            yield from fields.bare("shows", type(before).__name__.lower(), type(after).__name__.lower(), at)
    yield from fields.bare("alt", old.alt, new.alt, at)
    for name in ("remark", "note", "source"):
        yield from fields.prose(name, getattr(old, name), getattr(new, name), at, known)


def _chart(old: Chart, new: Chart) -> Iterator[Change]:
    at = old.at, new.at
    yield from fields.bare("type", old.type.value, new.type.value, at)
    yield from fields.bare("unit", old.unit, new.unit, at)
    categories = listed.paired(old.categories, new.categories)
    names = (_names(one) for one in (old, new))
    yield from listed.changes("category", next(names), next(names))
    came = sorted({*range(len(new.categories))} - {*categories.values()})
    places: list[tuple[int | None, int | None]] = [*categories.items(), *((None, j) for j in came)]
    places += [(i, None) for i in range(len(old.categories)) if i not in categories]

    def values(was: Series, now: Series) -> Iterator[Change]:
        """Give the values that changed, each under its category, and the words printed on them."""
        both = was.at, now.at
        for i, j in places:
            name = new.categories[j] if j is not None else old.categories[i or 0]
            before, after = _said(_at(was.values, i)), _said(_at(now.values, j))
            yield from fields.field(name, reading.bare(before), reading.bare(after), both, "value")
            yield from fields.bare(f"label of {name}", _at(was.labels, i), _at(now.labels, j), both)

    series = (_series(one) for one in (old, new))
    yield from listed.changes("series", next(series), next(series), values)


def _names(chart: Chart) -> list[Listed[None]]:
    return [Listed(name, sides.named(name, name, chart.at), reading.bare(name), None) for name in chart.categories]


def _series(chart: Chart) -> list[Listed[Series]]:
    return [
        Listed(one.name, sides.named(one.name, ", ".join(map(_said, one.values)), one.at), reading.bare(one.name), one)
        for one in chart.series
    ]


def _said(value: Decimal | None) -> str:
    return "" if value is None else f"{value:f}"


def _at(values: Sequence[Value], place: int | None) -> Value | None:
    return values[place] if place is not None and place < len(values) else None


def _panels(panels: Sequence[Panel], known: Known) -> list[Listed[Panel]]:
    found = []
    for count, panel in enumerate(panels, 1):
        items = (reading.line(item, known) for item in panel.items)
        read = reading.joined((reading.line(panel.title, known), *items, reading.prose(panel.text, known)))
        title = reading.line(panel.title).text
        found.append(Listed(title, sides.named(title or f"panel {count}", read.text, panel.at), read, panel))
    return found


def _panel(old: Panel, new: Panel) -> Iterator[Change]:
    at: tuple[Span, Span] = (old.at, new.at)
    yield from fields.bare("wide", old.wide, new.wide, at)
