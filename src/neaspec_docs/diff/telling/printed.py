"""A resolved paper -> what of its meeting stands in it: the fields of its masthead, the agenda, and the lists."""

from collections.abc import Collection, Iterator, Mapping

from neaspec_docs.model.block import Documents, Participants
from neaspec_docs.model.change import Change, Kind
from neaspec_docs.model.resolved import Resolved
from neaspec_docs.model.walk import nodes

AGENDA = "agenda"
"""The kind of paper that is laid out of what its meeting says."""

_SLIDES = "slides"
_LISTS: Mapping[type[Documents | Participants], str] = {Documents: "paper", Participants: "delegation"}
"""The types of the meeting's parts that a list has."""


def of(paper: Resolved) -> Iterator[str]:
    """Give the names of the fields, "agenda", "item ID" for an item that is named, "paper" and "delegation"."""
    document = paper.document
    yield from ("organization", "venue")
    if document.kind != _SLIDES:
        yield from ("title", "session", "dates")
    if not document.symbol:
        yield "short"
    if document.kind == AGENDA:
        yield AGENDA
    if document.agenda:
        yield f"item {document.agenda}"
    yield from (_LISTS[type(node)] for node in nodes(document, *_LISTS))


def shows(printed: Collection[str], part: Change) -> bool:
    """Say whether a change within a meeting is seen where these names are printed."""
    side = part.new or part.old
    match part.type:
        case "field":
            return side is not None and side.label in printed
        case "item":
            renamed = bool(part.words) or part.kind is not Kind.CHANGED
            listed = "paper" in printed and part.kind is not Kind.CHANGED  # a list of documents says numbers of items
            return AGENDA in printed or listed or (renamed and f"item {part.id}" in printed)
        case _:
            return part.type in printed


def numbers(printed: Collection[str], id: str | None) -> bool:
    """Say whether the number of an item of the agenda is seen where these names are printed."""
    return bool({AGENDA, "paper", f"item {id}"} & {*printed})
