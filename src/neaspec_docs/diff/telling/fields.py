"""A part of a block in both versions, under its name -> the change of it, if there is one."""

from collections.abc import Iterator

from neaspec_docs.diagnostics.span import NOWHERE, Span
from neaspec_docs.diff.telling import sides
from neaspec_docs.diff.wording import reading
from neaspec_docs.diff.wording.reading import Known, Read
from neaspec_docs.model.change import Change, Kind
from neaspec_docs.model.inline import Inlines, Prose

BOTH = tuple[Known, Known]
"""What is known of the names of things in the old and in the new version."""


def field(name: str, old: Read, new: Read, at: tuple[Span, Span], type: str = "field") -> Iterator[Change]:
    """Give the change of one part: added where it was empty, removed where it is, else its words; nothing if none."""
    before, after = sides.named(name, old.text, at[0]), sides.named(name, new.text, at[1])
    if old.tokens == new.tokens:
        return
    if not old.tokens:
        yield Change(Kind.ADDED, type, None, None, after)
    elif not new.tokens:
        yield Change(Kind.REMOVED, type, None, before, None)
    elif words := reading.compared(old, new):
        yield Change(Kind.CHANGED, type, None, before, after, words)


def prose(name: str, old: Prose, new: Prose, at: tuple[Span, Span], known: BOTH) -> Iterator[Change]:
    """Give the change of running text; it stands where its first paragraph does, an empty one where its block does."""
    places = old[0].at if old else at[0], new[0].at if new else at[1]
    yield from field(name, reading.prose(old, known[0]), reading.prose(new, known[1]), places)


def line(name: str, old: Inlines, new: Inlines, at: tuple[Span, Span], known: BOTH) -> Iterator[Change]:
    """Give the change of text in one line."""
    places = old[0].at if old else at[0], new[0].at if new else at[1]
    yield from field(name, reading.line(old, known[0]), reading.line(new, known[1]), places)


def bare(name: str, old: object, new: object, at: tuple[Span, Span] = (NOWHERE, NOWHERE)) -> Iterator[Change]:
    """Give the change of a plain value; None and "" are no value, True is "yes", False is "no"."""
    yield from field(name, reading.bare(_said(old)), reading.bare(_said(new)), at)


def _said(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "" if value is None else str(value)
