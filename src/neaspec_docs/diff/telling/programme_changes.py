"""A timetable in both versions -> what changed in it: days, and in them the entries."""

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from datetime import time

from neaspec_docs.diff.matching import likeness, sense
from neaspec_docs.diff.matching.parts import Part
from neaspec_docs.diff.telling import fields, placed, sides
from neaspec_docs.diff.telling.fields import BOTH
from neaspec_docs.diff.wording import reading
from neaspec_docs.diff.wording.reading import Known, Read
from neaspec_docs.language import dates
from neaspec_docs.model.block import Day, Session
from neaspec_docs.model.change import Change, Kind, Side
from neaspec_docs.model.inline import Prose

_LIKE = 0.4


def changes(old: Part, new: Part, moved: frozenset[str], known: BOTH) -> Iterator[Change]:
    """Give the days that came, went, moved or changed; `moved` are old anchors."""
    for part in old.children:
        if part.mate is None and isinstance(part.node, Day):
            yield Change(Kind.REMOVED, "day", part.node.id, _side(part.node, known[0]), None)
    for part in new.children:
        day, was = part.node, part.mate.node if part.mate else None
        if not isinstance(day, Day):
            raise TypeError
        if not isinstance(was, Day):
            yield Change(Kind.ADDED, "day", day.id, None, _side(day, known[1]))
            continue
        parts = tuple(_day(was, day, known))
        kind = Kind.MOVED if was.anchor in moved else Kind.CHANGED
        if parts or kind is Kind.MOVED:
            yield Change(kind, "day", day.id, _side(was, known[0]), _side(day, known[1]), (), parts)


def whole(part: Part, known: Known, kind: Kind) -> tuple[Change, ...]:
    """Return the days of a timetable that is new or gone."""
    days = (_side(child.node, known) for child in part.children if isinstance(child.node, Day))
    return tuple(Change(kind, "day", None, *((None, side) if kind is Kind.ADDED else (side, None))) for side in days)


def _side(day: Day, known: Known) -> Side:
    text = reading.joined(_session(session, known) for session in day.sessions).text
    return sides.named(dates.weekday(day.date), text, day.at)


def _day(old: Day, new: Day, known: BOTH) -> Iterator[Change]:
    at = old.at, new.at
    yield from fields.bare("date", dates.weekday(old.date), dates.weekday(new.date), at)
    yield from fields.bare("timezone", old.timezone, new.timezone, at)
    pairs = dict(_paired(old.sessions, new.sessions))
    became = {j: i for i, j in pairs.items()}

    def gone(i: int) -> Change | None:
        return None if i in pairs else Change(Kind.REMOVED, "session", None, _entry(old.sessions[i], known[0]), None)

    def now(j: int) -> Change | None:
        session = new.sessions[j]
        if j not in became:
            return Change(Kind.ADDED, "session", None, None, _entry(session, known[1]))
        return _kept(old.sessions[became[j]], session, known)

    yield from placed.in_order(range(len(old.sessions)), range(len(new.sessions)), pairs, gone, now)


def _kept(was: Session, session: Session, known: BOTH) -> Change | None:
    words = reading.compared(_session(was, known[0]), _session(session, known[1]))
    places = was.at, session.at
    parts = (
        *fields.bare("break", was.pause, session.pause, places),
        *fields.bare("parallel", was.parallel, session.parallel, places),
    )
    if not words and not parts:
        return None
    return Change(Kind.CHANGED, "session", None, _entry(was, known[0]), _entry(session, known[1]), words, parts)


def _entry(session: Session, known: Known) -> Side:
    return sides.named(reading.line(session.title).text, _session(session, known).text, session.at)


def _session(session: Session, known: Known) -> Read:
    """Return what an entry is read as: its time and title, its speakers, its text."""
    parts: Prose = session.parts
    first = f"{_clock(session.start)}–{_clock(session.end)}" if session.end else _clock(session.start)
    lines = (reading.line(speaker, known) for speaker in session.speakers)
    return reading.joined(
        (reading.bare(first), reading.line(session.title, known), *lines, reading.prose(parts, known))
    )


def _clock(moment: time) -> str:
    return f"{moment:%H:%M}"


def _paired(old: Sequence[Session], new: Sequence[Session]) -> Iterator[tuple[int, int]]:
    """Give the entries of both: those of one title, the nearest first; then those most alike; the rest by their time.

    What begins and ends when another one did stands in its place, if no other does.
    """
    bags = [[_bag(session) for session in some] for some in (old, new)]

    def score(i: int, j: int) -> float:
        if old[i].title == new[j].title:
            return 2.0 + (old[i].start == new[j].start)
        alike = likeness.share(bags[0][i], bags[1][j])
        return alike + (old[i].start == new[j].start) if alike >= _LIKE else 0.0

    found = list(likeness.best(bags[0], bags[1], _LIKE, score))
    yield from found
    left = _by_time(old, {i for i, _ in found}), _by_time(new, {j for _, j in found})
    yield from ((i, left[1][hours]) for hours, i in left[0].items() if hours in left[1])


def _by_time(sessions: Sequence[Session], paired: Collection[int]) -> dict[tuple[time, time | None], int]:
    """Return the places of those without a counterpart by their hours, of which each is the only one at these."""
    hours = [(session.start, session.end) for session in sessions]
    return {one: at for at, one in enumerate(hours) if at not in paired and hours.count(one) == 1}


def _bag(session: Session) -> likeness.Bag:
    return Counter((*sense.said(session.title), *sense.said(session.speakers), *sense.said(session.parts)))
