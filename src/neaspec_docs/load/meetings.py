"""A meeting's file -> Meeting, and where each of its papers is named."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date as Date  # noqa: N812 -- a field is called date
from typing import Any

from neaspec_docs.diagnostics.codes import Code
from neaspec_docs.diagnostics.diagnostic import Related
from neaspec_docs.diagnostics.span import Span
from neaspec_docs.load.plain import ANY_PRINTED, PRINTED, PRINTED_LINES
from neaspec_docs.load.records import Either, Record, Together, may, need
from neaspec_docs.load.shapes import WRONG, Complaint, ListOf, Made, Shape, Word, Wrong, complain
from neaspec_docs.load.source import Source, quoted
from neaspec_docs.load.text import PROSE, TITLE
from neaspec_docs.load.values import DATE, ID, NAME, whole
from neaspec_docs.load.yaml_nodes import ScalarNode, YamlNode, compose, place
from neaspec_docs.model.document import AgendaItem, Delegation, Meeting, Person, Standing
from neaspec_docs.model.inline import FootnoteCall, Inlines, Prose, Reference
from neaspec_docs.model.walk import nodes
from neaspec_docs.project import RESERVED


@dataclass(frozen=True, slots=True)
class _Placed:
    """A name, and where it stands."""

    name: str
    at: Span


def _paper_name(text: str) -> str | Complaint | None:
    if text in RESERVED:
        return Complaint(f"`{text}.yaml` is no paper", "give the paper's file another name")
    if "/" in text:
        help = f"write `{text.rpartition('/')[2]}`, the name of its file in this folder"
        return Complaint(f"{quoted(text)} is not the name of a paper of this meeting", help)
    return NAME.parse(text)


class _Venue(Shape[str]):
    """Where a meeting is held; `""`, written out, where nothing says so: then nothing is printed."""

    says = "text"

    def read(self, node: YamlNode, source: Source, name: str) -> str | Wrong:
        if isinstance(node, ScalarNode) and not node.value:
            if node.style in ("'", '"'):
                return ""
            help = 'write the place, or `""` where nothing says where it was'
            complain(Code.EMPTY_TEXT, f"{name} is empty", node, source, help)
            return WRONG
        return PRINTED.read(node, source, name)


_DAYS = "`start` is the first day, `end` the last"


def _check_dates(read: Together) -> None:
    start, end = read.values["start"], read.values["end"]
    if end is not None and end < start != Date.min:
        message = f"the meeting ends on {end}, before it starts on {start}"
        read.source.error(Code.WRONG_DATE, message, place(read.written["end"], read.source), _DAYS)


def _dates(start: Date, end: Date | None, at: Span) -> tuple[Date, Date]:  # noqa: ARG001 -- every record has a place
    return start, start if end is None or end < start else end


def _agenda_item(id: _Placed, title: Inlines, annotation: Prose, at: Span) -> AgendaItem:
    return AgendaItem(id.name, title, annotation, at=id.at if id.name else at)


def _check_agenda_item(read: Together) -> None:
    """Report a reference and a note in a title: it stands in several papers, and each would have to answer it."""
    for node in nodes(read.values["title"], Reference, FootnoteCall):
        what = "footnote" if isinstance(node, FootnoteCall) else "reference"
        message = f"no {what} can stand in the title of an agenda item"
        help = "it is printed in several papers; write it in the item's `annotation:`"
        read.source.error(Code.UNREADABLE_REFERENCE, message, node.at, help)


def _person(name: str, title: str, organization: str, at: Span) -> Person:
    return Person(name, title, organization, at=at)


def _check_meeting(read: Together) -> None:
    agenda = [_Placed(item.id, item.at) for item in read.values["agenda"] if item.id]
    _check_distinct("the agenda item", agenda, read.source)
    _check_distinct("the paper", read.values["papers"] or (), read.source)
    for standing in Standing:
        seated = (one for one in read.values["participants"] if one.standing is standing and one.name)
        _check_distinct(f"the {standing.value}", (_Placed(one.name, one.at) for one in seated), read.source)


def _check_distinct(what: str, names: Iterable[_Placed], source: Source) -> None:
    first: dict[str, Span] = {}
    for one in names:
        before = first.setdefault(one.name, one.at)
        if before != one.at:
            related = [Related(before, f"the first {quoted(one.name)}")]
            source.error(Code.DUPLICATE_ID, f"{what} {quoted(one.name)} is named twice", one.at, related=related)


@dataclass(frozen=True, slots=True)
class NamedPapers:
    """A meeting that was read, and where each of its papers is named, by the papers' short names.

    `known` is false where the list of papers could not be read: then no paper can be said to be missing from it.
    """

    meeting: Meeting
    places: Mapping[str, Span]
    known: bool = True


def _meeting(dates: tuple[Date, Date], papers: tuple[_Placed, ...] | None, **rest: Any) -> NamedPapers:  # noqa: ANN401 -- as read
    places: dict[str, Span] = {}
    for paper in papers or ():
        places.setdefault(paper.name, paper.at)
    return NamedPapers(
        Meeting(id="", start=dates[0], end=dates[1], papers=tuple(places), **rest), places, papers is not None
    )


_DATES = Record("`dates`", _dates, (need("start", DATE, Date.min), may("end", DATE)), check=_check_dates)
_AGENDA_ITEM = Record(
    "an agenda item",
    _agenda_item,
    (
        need("id", Made(ID, _Placed), _Placed("", Span("", 1, 1))),
        need("title", TITLE),
        may("annotation", PROSE, ()),
    ),
    check=_check_agenda_item,
)
_PERSON = Record(
    "a person",
    _person,
    (need("name", PRINTED, ""), may("title", ANY_PRINTED, ""), may("organization", ANY_PRINTED, "")),
)


def _seated(standing: Standing) -> Record[Delegation]:
    """Return a delegation, observer or secretariat: the key that says which holds its name."""

    def made(name: str, people: tuple[Person, ...], at: Span) -> Delegation:
        return Delegation(name, people, standing, at=at)

    people = need("people", ListOf(_PERSON, "people", "a person"))
    return Record("a delegation", made, (people, need(standing.value, PRINTED, "", into="name")))


_DELEGATION = Either("a delegation", {standing.value: _seated(standing) for standing in Standing})
_PAPER_NAME = Word(
    "the name of a paper", _paper_name, Code.WRONG_ID, rf"(?!(?:{'|'.join(RESERVED)})\s*$){NAME.pattern}", ("report",)
)
MEETING_FILE = Record(
    "a meeting",
    _meeting,
    (
        need("title", PRINTED, ""),
        need("short", PRINTED, ""),
        may("organization", PRINTED_LINES, ()),
        may("session", whole(1, 999)),
        need("dates", _DATES, (Date.min, Date.min)),
        need("venue", _Venue(), ""),
        may("host", PRINTED),
        may("chair", PRINTED),
        may("secretariat", PRINTED),
        may("agenda", ListOf(_AGENDA_ITEM, "agenda items", "an agenda item"), ()),
        need("papers", ListOf(Made(_PAPER_NAME, _Placed), "papers", "a paper"), None),
        may("participants", ListOf(_DELEGATION, "delegations", "a delegation"), ()),
    ),
    check=_check_meeting,
)


def read(source: Source) -> NamedPapers | None:
    """Return the meeting in the file, its id left empty, as far as it can be read; None where nothing can be."""
    node = compose(source)
    if node is None:
        return None
    meeting = MEETING_FILE.read(node, source, "a meeting's file")
    return None if meeting is WRONG else meeting
