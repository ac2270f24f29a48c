"""What a redline marks as new or gone -> Word's revisions: what, who, when (ISO/IEC 29500-1, 17.13.5).

A revision is noted while a paper is written and drawn around its runs, paragraphs and rows when all is there
(`tracked`). A paper that is no redline has none, and is in both versions whole.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from enum import Enum, StrEnum
from xml.etree.ElementTree import Element

from neaspec_docs.write.docx.wordml import Markup, w
from neaspec_docs.write.styled import classes

AUTHOR = "neaspec-docs"
"""Who changed what nobody is named for, such as a number that follows from another change: Word asks for a name."""

_FIRST = 1_000_001
"""The number of the first revision: bookmarks, which Word counts with them, have those from 1."""


class Edition(StrEnum):
    """One of the two papers that a redline holds: what remains when all is rejected, and when all is accepted.

    A string, for sets of these are made for each paragraph, and no other kind of Enum has a hash that is quickly told.
    """

    OLD = "old"
    NEW = "new"


BOTH = frozenset(Edition)
_OLD, _NEW = frozenset({Edition.OLD}), frozenset({Edition.NEW})


Samples = Mapping[Edition, str | None]
"""How headings are numbered in each version, as `data-headings` shows it; None: as those around them."""


class Kind(Enum):
    """What happened, by the name of Word's element for it."""

    INSERTED = "ins"
    DELETED = "del"
    MOVED_FROM = "moveFrom"
    MOVED_TO = "moveTo"


_SAID = ("data-change", "data-move", "data-by", "data-on")

_BREAKS = {"split": Kind.INSERTED, "joined": Kind.DELETED}
"""What happened to the mark of a paragraph whose words are in both versions."""

_KINDS = {
    **_BREAKS,
    "inserted": Kind.INSERTED,
    "deleted": Kind.DELETED,
    "moved-from": Kind.MOVED_FROM,
    "moved-to": Kind.MOVED_TO,
    "ins": Kind.INSERTED,
    "del": Kind.DELETED,
}


@dataclass(frozen=True, slots=True)
class Revision:
    """One change: who made it, and when (ISO 8601, UTC); `move` is what both places of a move have in common.

    One of a `mark` is of a paragraph's end and number alone: the words are in both versions, and run on in one.
    """

    kind: Kind
    author: str = AUTHOR
    date: str | None = None
    move: str = ""
    mark: bool = False

    @property
    def seen(self) -> frozenset[Edition]:
        """Return the version that has what is so marked."""
        return _NEW if self.kind in (Kind.INSERTED, Kind.MOVED_TO) else _OLD

    @property
    def plain(self) -> "Revision":
        """Return the same without the move, for what can come and go but not move."""
        return replace(self, kind=Kind.INSERTED if self.seen == _NEW else Kind.DELETED, move="")


def of(element: Element | None) -> Revision | None:
    """Return the revision that an element of the Page is marked with, as a block or as `ins` and `del`."""
    if element is None:
        return None
    change = element.get("data-change") or element.tag
    if change not in _KINDS:
        return None
    author, move = element.get("data-by") or AUTHOR, element.get("data-move", "")
    return Revision(_KINDS[change], author, element.get("data-on"), move, change in _BREAKS)


def within(element: Element) -> frozenset[Edition]:
    """Return the versions that have any of an element's words; both where it has none."""
    pieces = [own for text, own in pieces_of(element) if text.strip()]
    return frozenset(version for own in pieces for version in seen(own)) if pieces else BOTH


def pieces_of(element: Element) -> Iterator[tuple[str, Revision | None]]:
    """Give the words of an element, each with who inserted or deleted it."""
    yield from [(element.text, None)] if element.text else []
    for child in element:
        own = of(child)
        yield from ((words, own or below) for words, below in pieces_of(child))
        yield from [(child.tail, None)] if child.tail else []


def bare(element: Element) -> Element:
    """Return a paragraph of the Page without words that is new or gone if this element is."""
    return Element("p", {name: element.attrib[name] for name in _SAID if name in element.attrib})


def seen(*revisions: Revision | None) -> frozenset[Edition]:
    """Return the versions that have what is marked with all of these."""
    if not any(revisions):
        return BOTH
    return BOTH.intersection(*(revision.seen for revision in revisions if revision is not None))


def differ(whole: Element, first: Element) -> bool:
    """Return whether one version of what is whole in both lacks what it begins with."""
    return of(whole) is None and of(first) is not None


def only_in(versions: frozenset[Edition], like: Revision | None = None) -> tuple[Revision, ...]:
    """Return the marks of what is in these versions alone; who and when are those of `like`.

    What is in neither was inserted and deleted: it goes whichever way a reader decides.
    """
    who = like or Revision(Kind.INSERTED)
    kinds = ((Edition.OLD, Kind.INSERTED), (Edition.NEW, Kind.DELETED))
    return tuple(replace(who, kind=kind, move="") for version, kind in kinds if version not in versions)


def numbers(element: Element) -> Mapping[Edition, str | None]:
    """Return the number of a block in each version that has it; None where it has none there."""
    new = element.get("data-number")
    old = element.get("data-old-number", new)
    changed = of(element)
    if changed is None:
        return {Edition.OLD: old or None, Edition.NEW: new or None}
    return dict.fromkeys(changed.seen, new or None)


def samples(element: Element) -> Samples:
    """Return how the headings below an element are numbered, in each version that has it; a section is its heading."""
    new = element.get("data-headings")
    both = {Edition.OLD: element.get("data-old-headings", new) or None, Edition.NEW: new or None}
    heading = element[0] if len(element) and "annex" not in classes(element) else None
    has_it = seen(of(element), of(heading))
    return {version: samples for version, samples in both.items() if version in has_it}


def stamp(moment: datetime | None) -> str:
    """Return a moment as Word writes it, the first day that a file of Word can have where there is none."""
    return (moment or datetime(1980, 1, 1, tzinfo=UTC)).strftime("%Y-%m-%dT%H:%M:%SZ")


@dataclass(slots=True)
class Revisions:
    """What of one file is new or gone, so far. What is not named here is in both versions.

    A run goes by its own revision, else by its paragraph's; None says that it stays. `was` holds the properties that a
    paragraph of both versions had in the old one, where they were others; `hands` says who changed those. `ends` are
    paragraphs one after the other whose last must keep its mark: what stands below is no part of them. `day` is that
    of a move that nobody knows: Word asks for one there.
    """

    day: str
    runs: dict[Markup, Revision | None] = field(default_factory=dict)
    paragraphs: dict[Markup, tuple[Revision, ...]] = field(default_factory=dict)
    rows: dict[Markup, Revision] = field(default_factory=dict)
    was: dict[Markup, Markup] = field(default_factory=dict)
    hands: dict[Markup, Revision] = field(default_factory=dict)
    ends: list[list[Markup]] = field(default_factory=list)
    _count: int = 0

    def note(self, revision: Revision | None, runs: Iterable[Markup]) -> None:
        """Note who inserted or deleted runs, if anybody did."""
        if revision is not None:
            self.runs.update(dict.fromkeys(runs, revision))

    def mark(self, paragraph: Markup, *revisions: Revision | None) -> None:
        """Note that a whole paragraph is new, or gone, or both: then it is in neither version."""
        if any(revisions):
            self.paragraphs[paragraph] = tuple(filter(None, revisions))

    def whole(self, paragraph: Markup) -> Revision | None:
        """Return who inserted or deleted a whole paragraph, None where nobody did."""
        for one in self.paragraphs.get(paragraph, ()):
            if not one.mark:
                return one
        return None

    def mark_row(self, row: Markup, source: Element) -> None:
        """Note that a whole row is new or gone, if what it was made of is."""
        if (revision := of(source)) is not None:
            self.rows[row] = revision.plain

    def seen(self, paragraph: Markup) -> frozenset[Edition]:
        """Return the versions that have a paragraph."""
        return seen(*self.paragraphs.get(paragraph, ()))

    def element(self, tag: str, revision: Revision, *children: Markup) -> Markup:
        """Return an element of Word that says who and when, with a number that no other has."""
        made = w(tag, *children, id=self.number(), author=revision.author)
        if revision.date is not None:
            made.set("w:date", revision.date)
        return made

    def number(self) -> int:
        """Return the number of one more revision."""
        self._count += 1
        return _FIRST + self._count - 1

    def __bool__(self) -> bool:
        """Say whether anything is noted: runs that stay where their paragraph goes need no mark by themselves."""
        return bool(self.paragraphs or self.rows or self.was or any(self.runs.values()))
