"""A meeting in both versions -> one change with what changed in it: its fields, agenda, papers and participants.

Papers that came or went are told of here, and not block by block.
"""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import assert_never

from neaspec_docs.diagnostics.span import NOWHERE
from neaspec_docs.diff.telling import fields, listed, printed, sides
from neaspec_docs.diff.telling.fields import BOTH
from neaspec_docs.diff.telling.listed import Listed
from neaspec_docs.diff.wording import reading
from neaspec_docs.diff.wording.reading import Known
from neaspec_docs.language import dates
from neaspec_docs.language.words import ENGLISH, Words
from neaspec_docs.model.change import Change, Kind, Renumbered, Side
from neaspec_docs.model.document import AgendaItem, Content, Delegation, Meeting, Person, Standing

_WITH_ARTICLE = re.compile(
    r"^(?!.*\()(?:.*\b(?:Republic|Federation|Kingdom|States|Emirates|Islands)\b|Netherlands|Philippines)"
)
"""Names of countries that a sentence gives an article."""

_UNKNOWN: BOTH = (Known({}, {}), Known({}, {}))


def of(  # noqa: PLR0913, PLR0917 -- two versions, one meeting in them, what is told of it and in which words
    old: Content,
    new: Content,
    id: str,
    became: Mapping[str, str],
    seen: Collection[str] | None = None,
    say: Words = ENGLISH,
) -> tuple[Change | None, tuple[Renumbered, ...]]:
    """Return what became of the meeting of this id, None where nothing did, and which of its items were renumbered.

    `became` are the names that papers of the old version have now, by those they had. `seen` are the names of what
    papers print of it (`printed.of`): then only changes of these are told, and nothing of a meeting that came or went.
    """
    before, after = old.meetings.get(id), new.meetings.get(id)
    was = _side(before) if before else None
    now = _side(after) if after else None
    papers = tuple(_papers((old, new), (before, after), became))
    if before is None or after is None:
        if seen is not None:
            return None, ()
        kind = Kind.ADDED if before is None else Kind.REMOVED
        return (Change(kind, "meeting", id, was, now, (), papers) if was or now else None), ()
    items = _agenda(before, after, say)
    parts = (*_fields(before, after), *items, *papers, *_participants(before, after))
    renumbered = tuple(_renumbered(before, after, {item.id for item in items}, say))
    if seen is not None:
        parts = tuple(part for part in parts if printed.shows(seen, part))
        renumbered = tuple(one for one in renumbered if printed.numbers(seen, one.id))
    return (Change(Kind.CHANGED, "meeting", id, was, now, (), parts) if parts else None), renumbered


def _side(meeting: Meeting) -> Side:
    return sides.named("meeting", meeting.title, meeting.at)


def _fields(old: Meeting, new: Meeting) -> Iterator[Change]:
    at = old.at, new.at
    for name in ("title", "short"):
        yield from fields.bare(name, getattr(old, name), getattr(new, name), at)
    yield from fields.bare("organization", ", ".join(old.organization), ", ".join(new.organization), at)
    yield from fields.bare("session", old.session, new.session, at)
    yield from fields.bare("dates", dates.dates(old.start, old.end), dates.dates(new.start, new.end), at)
    for name in ("venue", "host", "chair", "secretariat"):
        yield from fields.bare(name, getattr(old, name), getattr(new, name), at)


def _agenda(old: Meeting, new: Meeting, say: Words) -> list[Change]:
    return listed.changes("item", _items(old, say), _items(new, say), _annotation)


def _items(meeting: Meeting, say: Words) -> list[Listed[AgendaItem]]:
    return [
        Listed(item.id, _item(count, item, say), reading.line(item.title), item, item.id)
        for count, item in enumerate(meeting.agenda, 1)
    ]


def _item(count: int, item: AgendaItem, say: Words) -> Side:
    text = reading.line(item.title).text
    return Side(f"{count}.", text, item.at, say.cited_item.format(count))


def _annotation(old: AgendaItem, new: AgendaItem) -> Iterator[Change]:
    yield from fields.prose("annotation", old.annotation, new.annotation, (old.at, new.at), _UNKNOWN)


def _renumbered(old: Meeting, new: Meeting, changed: Collection[str | None], say: Words) -> Iterator[Renumbered]:
    was = {item.id: (count, item) for count, item in enumerate(old.agenda, 1)}
    for count, item in enumerate(new.agenda, 1):
        if item.id in was and was[item.id][0] != count and item.id not in changed:
            yield Renumbered("item", item.id, _item(*was[item.id], say), _item(count, item, say))


def _papers(
    contents: tuple[Content, Content], meetings: tuple[Meeting | None, Meeting | None], became: Mapping[str, str]
) -> Iterator[Change]:
    """Give the papers that went, came, have another name, or stand elsewhere among the meeting's papers."""
    old, new = (
        [
            Listed(names.get(name, name), _paper(content, name), reading.bare(name), None)
            for name in (meeting.papers if meeting else ())
        ]
        for content, meeting, names in zip(contents, meetings, (became, {}), strict=True)
    )
    keys = {one.key for one in old}, {one.key for one in new}
    yield from listed.changes("paper", [one for one in old if one.key not in keys[1]], [])
    yield from listed.changes("paper", [], [one for one in new if one.key not in keys[0]])
    stay = [one for one in old if one.key in keys[1]], [one for one in new if one.key in keys[0]]
    yield from listed.changes("paper", *stay)


def _paper(content: Content, name: str) -> Side:
    document = content.papers.get(name)
    text = reading.line(document.title).text if document else ""
    at = document.at if document else content.places.get(name, NOWHERE)
    return sides.named(name, text, at)


def _participants(old: Meeting, new: Meeting) -> list[Change]:
    """Return the delegations that came, went or changed; a list of participants puts them in order by itself."""
    return listed.changes("delegation", _seated(old), _seated(new), _people, ordered=False)


def _seated(meeting: Meeting) -> list[Listed[Delegation]]:
    return [
        Listed(
            (one.name, one.standing), sides.named(_seat(one), "\n".join(map(_said, one.people)), one.at),
            reading.bare(one.name), one,
        )
        for one in meeting.participants
    ]  # fmt: skip


def _seat(one: Delegation) -> str:
    """Return "delegation of Japan", "observer Friends of Herons"."""
    match one.standing:
        case Standing.DELEGATION:
            return f"delegation of {'the ' if _WITH_ARTICLE.search(one.name) else ''}{one.name}"
        case Standing.OBSERVER:
            return f"observer {one.name}"
        case Standing.SECRETARIAT:
            return f"secretariat {one.name}"
        case _:
            assert_never(one.standing)


def _people(old: Delegation, new: Delegation) -> Iterator[Change]:
    yield from listed.changes("person", _persons(old.people), _persons(new.people))
    yield from fields.bare("standing", old.standing.value, new.standing.value, (old.at, new.at))


def _persons(people: Sequence[Person]) -> list[Listed[Person]]:
    return [
        Listed(person.name, sides.named(person.name, _said(person), person.at), reading.bare(_said(person)), person)
        for person in people
    ]


def _said(person: Person) -> str:
    return ", ".join(part for part in (person.name, person.title, person.organization) if part)
