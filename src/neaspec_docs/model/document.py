"""A paper, a meeting, and the whole tree of content: what was written, before any number is known."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date as Date  # noqa: N812 -- a field is called date
from enum import Enum
from typing import TypeAlias

from neaspec_docs.diagnostics.diagnostic import Diagnostic
from neaspec_docs.diagnostics.span import NOWHERE, Span
from neaspec_docs.model.block import Blocks
from neaspec_docs.model.glossary import Term
from neaspec_docs.model.inline import Inlines, Prose
from neaspec_docs.model.node import Anchored, Node, Number
from neaspec_docs.model.scheme import Numeral, Sample, Scheme

DEFAULT_HEADINGS: Scheme = (
    Sample(Numeral.UPPER_ROMAN),
    Sample(Numeral.UPPER_LETTER),
    Sample(Numeral.ARABIC),
    Sample(Numeral.LOWER_LETTER, "(", ")"),
)
"""I., A., 1., (a): the levels of the United Nations Editorial Manual."""


SLIDES = "slides"
"""The kind of a paper that is a set of slides."""


class Status(Enum):
    """How far a paper is: a draft shows it on each page."""

    DRAFT = "draft"
    FINAL = "final"
    REVISED = "revised"


class Purpose(Enum):
    """What a meeting is asked to do with a paper."""

    DECISION = "decision"
    INFORMATION = "information"


@dataclass(frozen=True, slots=True)
class Footnote(Node):
    """A footnote, under the name that its calls use."""

    name: str
    text: Prose


@dataclass(frozen=True, slots=True)
class AnnexedPaper(Node):
    """Another paper, by its full name, that becomes an annex whole."""

    paper: str


@dataclass(frozen=True, slots=True)
class Annex(Anchored):
    """An annex: written here, or another paper whole (then `document` holds it, and its own numbers stay).

    `appendix`: an annex of a paper that is annexed whole, and called so.
    """

    title: Inlines
    body: Blocks = ()
    headings: Scheme | None = None
    document: "Document | None" = None
    number: Number | None = None
    appendix: bool = False


@dataclass(frozen=True, slots=True)
class Document(Node):
    """A paper as written. `name` is its full name, "som-24/report"; `kind` names its template."""

    name: str
    kind: str
    title: Inlines
    subtitle: Inlines = ()
    symbol: str | None = None
    agenda: str | None = None
    purpose: Purpose | None = None
    distribution: str | None = None
    language: str = "en"
    status: Status = Status.FINAL
    date: Date | None = None
    presenter: Inlines = ()
    toc: bool = False
    headings: Scheme = DEFAULT_HEADINGS
    summary: Prose = ()
    body: Blocks = ()
    annexes: tuple[Annex | AnnexedPaper, ...] = ()
    footnotes: tuple[Footnote, ...] = ()
    language_at: Span = field(default=NOWHERE, compare=False, repr=False)

    @property
    def meeting(self) -> str:
        """Return the id of the paper's meeting: "som-24" of "som-24/report"."""
        return self.name.partition("/")[0]

    @property
    def is_slides(self) -> bool:
        """Say whether the paper is a set of slides: then its body holds nothing else."""
        return self.kind == SLIDES


@dataclass(frozen=True, slots=True)
class AgendaItem(Node):
    """An item of a meeting's agenda, numbered by its place from 1; `annotation` is what an annotated agenda says."""

    id: str
    title: Inlines
    annotation: Prose = ()


@dataclass(frozen=True, slots=True)
class Person(Node):
    """A participant, as the meeting's file names them."""

    name: str
    title: str = ""
    organization: str = ""


class Standing(Enum):
    """What those who sit together at a meeting are to it, in the order of a list of participants."""

    DELEGATION = "delegation"
    OBSERVER = "observer"
    SECRETARIAT = "secretariat"


@dataclass(frozen=True, slots=True)
class Delegation(Node):
    """A delegation, an observer or the secretariat, and its people in the order written."""

    name: str
    people: tuple[Person, ...]
    standing: Standing = Standing.DELEGATION


@dataclass(frozen=True, slots=True)
class Meeting(Node):
    """A meeting: what it is, its agenda, its papers in the order of the document list (full names).

    `venue` is empty where nothing says where it was held.
    """

    id: str
    title: str
    short: str
    start: Date
    end: Date
    venue: str
    papers: tuple[str, ...]
    organization: tuple[str, ...] = ()
    session: int | None = None
    host: str | None = None
    chair: str | None = None
    secretariat: str | None = None
    agenda: tuple[AgendaItem, ...] = ()
    participants: tuple[Delegation, ...] = ()


FactValue: TypeAlias = "str | Mapping[str, FactValue]"
"""A fact as typed, or facts by name."""


@dataclass(frozen=True, slots=True)
class Content:
    """The whole tree of content that could be loaded, and what was wrong with the rest.

    `papers` are keyed by full name; `facts` by meeting id, and "" for those of all meetings; `places` says where
    each paper is named in its meeting's file; `terms` are the project's glossary; `faulty` are full names of papers
    that are named or there and did not load, and `parts` is what could be read of them; `faulty_facts` are the keys of
    `facts` of which some could not be read: what is missing there is no new fault.
    """

    meetings: Mapping[str, Meeting] = field(default_factory=dict)
    papers: Mapping[str, Document] = field(default_factory=dict)
    facts: Mapping[str, Mapping[str, FactValue]] = field(default_factory=dict)
    places: Mapping[str, Span] = field(default_factory=dict)
    terms: tuple[Term, ...] = ()
    faulty: frozenset[str] = frozenset()
    parts: Mapping[str, Document] = field(default_factory=dict)
    faulty_facts: frozenset[str] = frozenset()
    diagnostics: tuple[Diagnostic, ...] = ()
