"""`programme:`, a meeting's timetable day by day -> Programme. Each entry's place is that of its time or its date."""

from dataclasses import dataclass
from datetime import date as Date  # noqa: N812 -- a field is called date
from datetime import time as Time  # noqa: N812 -- a key is called time
from typing import Any

from neaspec_docs.diagnostics.span import Span
from neaspec_docs.load.plain import PRINTED
from neaspec_docs.load.records import Either, Record, may, need
from neaspec_docs.load.shapes import ByForm, ListOf, Made
from neaspec_docs.load.text import PROSE, TITLE
from neaspec_docs.load.values import DATE, FLAG, ID, TIMES
from neaspec_docs.model.block import Day, Programme, Session
from neaspec_docs.model.inline import Bullets, Inlines, Passage, Prose


@dataclass(frozen=True, slots=True)
class _Hours:
    """When something begins and ends, and where that is written."""

    times: tuple[Time, Time | None]
    at: Span


@dataclass(frozen=True, slots=True)
class _Date:
    """A day, and where it is written."""

    date: Date
    at: Span


def _session(time: _Hours | None, text: Prose, items: Bullets | None, at: Span, **rest: Any) -> Session:  # noqa: ANN401 -- as read
    """Put text and items in the order in which they stand in the file."""
    parts: list[Passage] = [*text, *([items] if items else [])]
    parts.sort(key=lambda part: part.at)
    hours = time or _Hours(_NO_TIMES, at)
    return Session(*hours.times, parts=tuple(parts), at=hours.at, **rest)


def _pause(time: _Hours | None, title: Inlines, text: Prose, at: Span) -> Session:
    hours = time or _Hours(_NO_TIMES, at)
    return Session(*hours.times, title, parts=text, pause=True, at=hours.at)


def _day(date: _Date | None, timezone: str, sessions: tuple[Session, ...], at: Span, **named: Any) -> Day:  # noqa: ANN401 -- the id and its place
    day = date or _Date(Date.min, at)
    return Day(day.date, timezone, sessions, at=day.at, **named)


def _one(speaker: Inlines, at: Span) -> tuple[Inlines, ...]:  # noqa: ARG001 -- what is made has a place
    return (speaker,)


_NO_TIMES = (Time(), None)
_SPEAKERS = ByForm(
    "text, or a list of text",
    text=Made(TITLE, _one),
    items=ListOf(TITLE, "speakers", "a speaker", filled=True),
)
_TIME = need("time", Made(TIMES, _Hours), None)
_SESSION = Either(
    "a session",
    {
        "title": Record(
            "a session",
            _session,
            (
                _TIME,
                need("title", TITLE),
                may("speakers", _SPEAKERS, ()),
                may("text", PROSE, ()),
                may("items", Made(ListOf(TITLE, "items", "an item", filled=True), Bullets)),
                may("parallel", FLAG, default=False),
            ),
            as_written=frozenset({"text", "items"}),
        ),
        "break": Record(
            "a break",
            _pause,
            (_TIME, need("break", TITLE, into="title"), may("text", PROSE, ())),
        ),
    },
)
_DAY = Record(
    "a day of a programme",
    _day,
    (
        need("day", Made(DATE, _Date), None, into="date"),
        may("id", ID),
        may("timezone", PRINTED, ""),
        need("sessions", ListOf(_SESSION, "sessions", "a session", filled=True)),
    ),
)
PROGRAMME = Record(
    "a programme",
    Programme,
    (need("programme", ListOf(_DAY, "days", "a day", filled=True), into="days"), may("id", ID)),
)
