"""`programme:`, a meeting's timetable day by day -> Programme."""

from datetime import date as Date  # noqa: N812 -- a field is called date
from datetime import time

from neaspec_docs.diagnostics.span import Span
from neaspec_docs.load.records import Record, may, need
from neaspec_docs.load.shapes import ListOf, Made
from neaspec_docs.load.text import PROSE, TITLE
from neaspec_docs.load.values import DATE, ID, LINE, TIMES
from neaspec_docs.model.block import Day, Programme, Session
from neaspec_docs.model.inline import Bullets, Inlines, Passage, Prose


def _session(time: tuple[time, time | None], title: Inlines, text: Prose, items: Bullets | None, at: Span) -> Session:
    """Put text and items in the order in which they stand in the file."""
    parts: list[Passage] = [*text, *([items] if items else [])]
    parts.sort(key=lambda part: part.at)
    return Session(*time, title, tuple(parts), at=at)


_SESSION = Record(
    "a session",
    _session,
    (
        need("time", TIMES, (time(), None)),
        need("title", TITLE),
        may("text", PROSE, ()),
        may("items", Made(ListOf(TITLE, "items", "an item", filled=True), Bullets)),
    ),
    as_written=frozenset({"text", "items"}),
)


_DAY = Record(
    "a day of a programme",
    Day,
    (
        need("day", DATE, Date.min, into="date"),
        may("id", ID),
        may("timezone", LINE, ""),
        need("sessions", ListOf(_SESSION, "sessions", "a session", filled=True)),
    ),
)
PROGRAMME = Record(
    "a programme",
    Programme,
    (need("programme", ListOf(_DAY, "days", "a day", filled=True), into="days"), may("id", ID)),
)
