"""Two versions of a paper -> what changed in what stands before its text: title, symbol, date, summary and the like."""

from collections.abc import Iterator

from neaspec_docs.diff.telling import body, fields, sides
from neaspec_docs.diff.telling.fields import BOTH
from neaspec_docs.language import dates
from neaspec_docs.model.change import Change, Kind
from neaspec_docs.model.document import Document
from neaspec_docs.model.inline import plain
from neaspec_docs.model.resolved import Resolved


def changes(old: Resolved, new: Resolved, known: BOTH) -> tuple[Change, ...]:
    """Return one change of type "paper", each field that changed a part of it; () where none did."""
    before, after = old.document, new.document
    parts = tuple(_fields(old, new, known))
    if not parts:
        return ()
    was, now = (sides.named("paper", plain(one.title), one.at) for one in (before, after))
    return (Change(Kind.CHANGED, "paper", None, was, now, (), parts),)


def _fields(old: Resolved, new: Resolved, known: BOTH) -> Iterator[Change]:
    before, after = old.document, new.document
    at = before.at, after.at
    yield from fields.bare("kind", before.kind, after.kind, at)
    yield from fields.bare("symbol", before.symbol, after.symbol, at)
    for name in ("title", "subtitle"):
        yield from fields.line(name, getattr(before, name), getattr(after, name), at, known)
    yield from fields.bare("date", _date(before), _date(after), at)
    if before.agenda != after.agenda:
        yield from fields.bare("agenda", _item(old), _item(new), at)
    yield from fields.bare("for", _purpose(before), _purpose(after), at)
    yield from fields.bare("distribution", before.distribution, after.distribution, at)
    yield from fields.bare("language", before.language, after.language, at)
    yield from fields.bare("status", before.status.value, after.status.value, at)
    yield from fields.line("presenter", before.presenter, after.presenter, at, known)
    yield from fields.bare("toc", before.toc, after.toc, at)
    yield from fields.bare("headings", body.scheme(before.headings), body.scheme(after.headings), at)
    yield from fields.prose("summary", before.summary, after.summary, at, known)


def _date(document: Document) -> str:
    return dates.date(document.date) if document.date else ""


def _purpose(document: Document) -> str:
    return document.purpose.value if document.purpose else ""


def _item(resolved: Resolved) -> str:
    """Return the title of the agenda item that a paper is for; its id where the meeting has none of that name."""
    id = resolved.document.agenda or ""
    titles = {item.id: plain(item.title) for item in resolved.meeting.agenda}
    return titles.get(id, id)
