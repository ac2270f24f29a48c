"""A block of one version -> its own words; of both versions -> what changed in it beside these words."""

from collections.abc import Iterator
from typing import assert_never

from neaspec_docs.diagnostics.span import NOWHERE
from neaspec_docs.diff.matching.parts import Part, of_kind
from neaspec_docs.diff.telling import fields, figure_changes, programme_changes, table_changes
from neaspec_docs.diff.telling.fields import BOTH
from neaspec_docs.diff.wording import reading
from neaspec_docs.diff.wording.reading import Known, Read
from neaspec_docs.model.block import (
    Box,
    Day,
    Documents,
    Figure,
    Item,
    List,
    PageBreak,
    Paragraph,
    Participants,
    Programme,
    Quote,
    Row,
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
        case Programme() | Participants() | Documents() | PageBreak() | Item() | Row() | Day() | None:
            return reading.bare("")
        case _:
            assert_never(part.node)


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
    at = old.node.at if old.node else NOWHERE, new.node.at if new.node else NOWHERE
    match new.node:
        case Section(numbered=numbered, headings=headings):
            before = of_kind(old.node, Section)
            yield from fields.bare("numbered", before.numbered, numbered, at)
            yield from fields.bare("headings", scheme(before.headings), scheme(headings), at)
        case List() as now:
            yield from _styles(of_kind(old.node, List), now)
        case Table():
            yield from table_changes.changes(old, new, moved, known)
        case Figure() as now:
            yield from figure_changes.changes(of_kind(old.node, Figure), now, known)
        case Programme():
            yield from programme_changes.changes(old, new, moved, known)
        case Documents(item=item):
            yield from fields.bare("documents", of_kind(old.node, Documents).item, item, at)
        case Slide(notes=notes):
            yield from fields.prose("notes", of_kind(old.node, Slide).notes, notes, at, known)
        case Annex(headings=headings):
            was = of_kind(old.node, Annex)
            if was.document is None and new.node.document is None:
                yield from fields.bare("headings", scheme(was.headings), scheme(headings), at)
        case (
            Paragraph() | Unnumbered() | Quote() | Box() | Participants() | PageBreak() | Item() | Row() | Day() | None
        ):
            pass
        case _:
            assert_never(new.node)


def whole(part: Part, known: Known, kind: Kind) -> tuple[Change, ...]:
    """Return what a block that is new or gone has beside its words: a table's rows, a timetable's days."""
    match part.node:
        case Table():
            return table_changes.whole(part, known, kind)
        case Programme():
            return programme_changes.whole(part, known, kind)
        case Slide(notes=notes):
            was, now = ((), notes) if kind is Kind.ADDED else (notes, ())
            return tuple(fields.prose("notes", was, now, (part.node.at, part.node.at), (known, known)))
        case (
            Section() | Paragraph() | Unnumbered() | List() | Quote() | Box() | Figure() | Participants() | Documents()
            | PageBreak() | Annex() | Item() | Row() | Day() | None
        ):  # fmt: skip
            return ()
        case _:
            assert_never(part.node)


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
