"""A paper with timetables -> the same paper, and what is wrong with their days and times."""

from datetime import date as Date  # noqa: N812 -- a day's field is called date
from datetime import time

from neaspec_docs.diagnostics.codes import Code
from neaspec_docs.diagnostics.diagnostic import Related
from neaspec_docs.language import dates
from neaspec_docs.model.block import Day, Programme, Session
from neaspec_docs.model.document import Document
from neaspec_docs.model.walk import nodes
from neaspec_docs.resolve.context import Context


def check(document: Document, context: Context) -> Document:
    """Return the paper as it is.

    A day or a session that stands after a later one, a day given twice, and sessions that overlap where the second is
    not `parallel` are errors; a day on which the meeting does not meet is a warning: experts may travel before it.
    """
    for programme in nodes(document, Programme):
        _days(programme, context)
        for day in programme.days:
            _outside(day, context)
            _sessions(day, context)
    return document


def _days(programme: Programme, context: Context) -> None:
    latest: Day | None = None
    for day in programme.days:
        if day.date == Date.min:  # found at fault already
            continue
        if latest is not None and day.date <= latest.date:
            twice = day.date == latest.date
            message = f"{dates.date(day.date)} {'is given twice' if twice else 'stands after a later day'}"
            help = "put all its sessions under one `day`" if twice else "put the days in their order"
            said = Related(latest.at, "the first" if twice else "the later day")
            context.report.error(Code.WRONG_ORDER, message, day.at, help, [said])
        else:
            latest = day


def _outside(day: Day, context: Context) -> None:
    first, last = context.meeting.start, context.meeting.end
    if Date.min not in (day.date, first) and not first <= day.date <= last:
        message = f"the meeting does not meet on {dates.date(day.date)}: it is held on {dates.dates(first, last)}"
        context.report.warning(Code.DAY_OUTSIDE_MEETING, message, day.at)


def _sessions(day: Day, context: Context) -> None:
    before: Session | None = None
    running: Session | None = None  # the one that ends last
    for session in day.sessions:
        if session.start == time.min and session.end is None:  # found at fault already
            continue
        if before is not None and session.start < before.start:
            message = f"the session begins at {session.start:%H:%M}, before the one above it"
            said = Related(before.at, f"this one begins at {before.start:%H:%M}")
            context.report.error(Code.WRONG_ORDER, message, session.at, "put the sessions in their order", [said])
            continue
        if running is not None and session.start < _end(running) and not session.parallel:
            message = f"the session begins at {session.start:%H:%M}, before another has ended"
            said = Related(running.at, f"this one ends at {_end(running):%H:%M}")
            help = "mend the times, or write `parallel: true` where both are meant to run side by side"
            context.report.error(Code.OVERLAPPING_SESSIONS, message, session.at, help, [said])
        before = session
        if running is None or _end(session) > _end(running):
            running = session


def _end(session: Session) -> time:
    """Return when a session ends at the earliest: one with an open end may end as it begins."""
    return session.start if session.end is None else session.end
