"""A block of one version -> its own words; of both versions -> what changed in it beside these words."""

from collections.abc import Iterator

from neaspec_docs.diff import fields, figure_changes, programme_changes, reading, table_changes
from neaspec_docs.diff.fields import BOTH
from neaspec_docs.diff.parts import Part
from neaspec_docs.diff.reading import Known, Read
from neaspec_docs.model.block import (
    Box,
    Documents,
    Figure,
    List,
    Paragraph,
    Programme,
    Quote,
    Section,
    Slide,
    Table,
    Unnumbered,
)
from neaspec_docs.model.change import Change, Kind
from neaspec_docs.model.document import Annex
from neaspec_docs.model.scheme import Mark, Scheme, Style


def words(part: Part, known: Known) -> Read:
    """Return the words of the block itself: a title, a paragraph's text, a table's caption, the items of a list."""
    match part.node:
        case Section(title=title) | Slide(title=title) | Annex(title=title):
            return reading.line(title, known)
        case Paragraph(text=text) | Unnumbered(text=text) | Quote(text=text):
            return reading.prose(text, known)
        case Box(title=title, text=text):
            return reading.joined((reading.line(title, known), reading.prose(text, known)))
        case List():
            return _items(part.node, known)
        case Table(caption=caption) | Figure(caption=caption):
            return reading.line(caption, known)
        case _:
            return reading.bare("")


def _items(listed: List, known: Known) -> Read:
    """Return the items, one a line, each with the list under it."""
    lines: list[Read] = []
    for item in listed.items:
        lines.append(reading.prose(item.text, known))
        if item.under is not None:
            lines.append(_items(item.under, known))
    return reading.joined(lines)


def changes(old: Part, new: Part, moved: frozenset[str], known: BOTH) -> Iterator[Change]:
    """Give the changes within a block that is in both versions, but for its words."""
    match old.node, new.node:
        case Section() as was, Section() as now:
            yield from fields.bare("numbered", was.numbered, now.numbered, (was.at, now.at))
            yield from fields.bare("headings", scheme(was.headings), scheme(now.headings), (was.at, now.at))
        case List() as was, List() as now:
            yield from _styles(was, now)
        case Table(), Table():
            yield from table_changes.changes(old, new, moved, known)
        case Figure() as was, Figure() as now:
            yield from figure_changes.changes(was, now, known)
        case Programme(), Programme():
            yield from programme_changes.changes(old, new, moved, known)
        case Documents() as was, Documents() as now:
            yield from fields.bare("documents", was.item, now.item, (was.at, now.at))
        case Slide() as was, Slide() as now:
            yield from fields.prose("notes", was.notes, now.notes, (was.at, now.at), known)
        case Annex(document=None) as was, Annex(document=None) as now:
            yield from fields.bare("headings", scheme(was.headings), scheme(now.headings), (was.at, now.at))
        case _:
            pass


def whole(part: Part, known: Known, kind: Kind) -> tuple[Change, ...]:
    """Return what a block that is new or gone has beside its words: a table's rows, a timetable's days."""
    match part.node:
        case Table():
            return table_changes.whole(part, known, kind)
        case Programme():
            return programme_changes.whole(part, known, kind)
        case _:
            return ()


def _styles(old: List, new: List) -> Iterator[Change]:
    """Give the changes of how items are marked; lists under items go by the items' order."""
    yield from fields.bare("style", _style(old.style), _style(new.style), (old.at, new.at))
    under = [[item.under for item in some.items if item.under is not None] for some in (old, new)]
    if len(under[0]) == len(under[1]):
        for was, now in zip(*under, strict=True):
            yield from _styles(was, now)


def _style(style: Style) -> str:
    return style.value if isinstance(style, Mark) else style.written


def scheme(headings: Scheme | None) -> str:
    """Return how headings are numbered, as content says it: "I. A. 1. (a)"; "" where it is not said."""
    return " ".join(sample.written if sample else "–" for sample in headings or ())
