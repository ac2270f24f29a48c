"""Chance -> a paper with blocks of every sort, and the meeting that it is for."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date, time
from decimal import Decimal
from random import Random
from typing import TypeVar

from every_block import MEETING, t, w

from neaspec_docs.model.block import (
    Align,
    Block,
    Box,
    Cell,
    Chart,
    ChartType,
    Column,
    Day,
    Figure,
    Image,
    Item,
    List,
    PageBreak,
    Panel,
    Panels,
    Paragraph,
    Participants,
    Programme,
    Quote,
    Row,
    Section,
    Series,
    Session,
    Table,
    TableNote,
    Unnumbered,
)
from neaspec_docs.model.document import Annex, Content, Delegation, Document, Footnote, Meeting, Person, Status
from neaspec_docs.model.inline import (
    Bullets,
    Code,
    Emphasis,
    FootnoteCall,
    Form,
    Inline,
    Inlines,
    LineBreak,
    Link,
    Passage,
    Prose,
    Reference,
    Strong,
    Subscript,
    Text,
    Words,
)
from neaspec_docs.model.node import Anchored, Node
from neaspec_docs.model.resolved import Resolved
from neaspec_docs.model.scheme import Mark, Numeral, Sample
from neaspec_docs.model.walk import nodes, rewrite
from neaspec_docs.resolve.passes import Resolver

NAME = "som-24/strategic-plan"
WORDS = re.findall(
    r"\S+",
    "member States adopted the plan and asked the Secretariat to report on its work in 2021 for the Core Fund "
    "cranes herons wetlands dust storms low-carbon cities biodiversity 12.5 per cent survey evaluation",
)
STYLES = (
    Sample(Numeral.LOWER_LETTER, "(", ")"),
    Sample(Numeral.ARABIC),
    Mark.BULLET,
    Mark.DASH,
)
NOTES = ("one", "two", "three")
Any_ = TypeVar("Any_")


class Author:
    """Writes blocks by chance; `ids` are the names given so far."""

    def __init__(self, chance: Random) -> None:
        self.chance = chance
        self.count = 0

    def paper(self) -> Document:
        return Document(
            NAME,
            self.chance.choice(["paper", "paper", "report", "programme"]),
            self.line(),
            subtitle=self.maybe(self.line, ()),
            symbol=self.maybe(lambda: "NEASPEC/SOM(24)/5", None),
            agenda=self.maybe(lambda: "plan", None),
            date=self.maybe(lambda: date(2020, 10, 12), None),
            distribution=self.maybe(lambda: "General", None),
            status=self.chance.choice([Status.DRAFT, Status.FINAL]),
            presenter=self.maybe(self.line, ()),
            toc=self.chance.random() < 0.6,
            summary=self.maybe(self.prose, ()),
            body=tuple(self.block(2) for _ in range(self.chance.randint(1, 7))),
            annexes=tuple(self.annex() for _ in range(self.chance.choice([0, 0, 1, 2]))),
            footnotes=tuple(Footnote(name, self.prose(notes=False)) for name in NOTES),
        )

    def annex(self) -> Annex:
        return Annex(self.line(), tuple(self.block(1) for _ in range(self.chance.randint(1, 3))), id=self.id())

    def maybe(self, make: Callable[[], Any_], otherwise: Any_) -> Any_:
        return make() if self.chance.random() < 0.5 else otherwise

    def id(self) -> str | None:
        self.count += 1
        return f"n{self.count}-{self.chance.randrange(1000)}" if self.chance.random() < 0.4 else None

    def text(self, most: int = 9) -> str:
        said = " ".join(self.chance.choice(WORDS) for _ in range(self.chance.randint(1, most)))
        return said[:1].upper() + said[1:] + self.chance.choice([".", ".", "", ";"])

    def line(self) -> Inlines:
        return t(self.text(5))

    def inlines(self, *, notes: bool = True) -> Inlines:
        made: list[Inline] = [Text(self.text())]
        for _ in range(self.chance.choice([0, 0, 1, 2, 3])):
            kind = self.chance.randrange(10 if notes else 6)
            more: Inline
            if kind == 0:
                more = Emphasis(self.line())
            elif kind == 1:
                more = Strong((*self.line(), Emphasis(self.line())))
            elif kind == 2:
                more = Link("https://www.example.org/", self.line())
            elif kind == 3:
                few: list[Inline] = [LineBreak(), Code("a < b"), Subscript(t("2"))]
                more = self.chance.choice(few)
            elif kind < 6:
                form = self.chance.choice([Form.FULL, Form.NUMBER, Form.SHORT])
                more = Reference(None, "", form, self.maybe(self.line, ()))
            else:
                more = FootnoteCall(self.chance.choice(NOTES))
            made += [Text(" ") if kind < 6 else Text(""), more, Text(" " + self.text())]
        return tuple(one for one in made if one != Text(""))

    def prose(self, *, notes: bool = True) -> Prose:
        made: list[Passage] = [Words(self.inlines(notes=notes)) for _ in range(self.chance.choice([1, 1, 1, 2, 3]))]
        if self.chance.random() < 0.15:
            made.insert(self.chance.randint(1, len(made)), Bullets((self.line(), self.line())))
        return tuple(made)

    def block(self, depth: int = 0) -> Block:
        makers: Sequence[Callable[[], Block]] = (
            self.paragraph,
            self.paragraph,
            self.paragraph,
            lambda: Unnumbered(self.prose(), id=self.id()),
            lambda: self.list(1),
            lambda: Quote(self.prose(), id=self.id()),
            lambda: Box(self.maybe(self.line, ()), self.prose(), id=self.id()),
            self.table,
            self.table,
            self.figure,
            self.programme,
            lambda: PageBreak(id=self.id()),
            lambda: Participants(id=self.id()),
        )
        if depth and self.chance.random() < 0.45:
            body = tuple(self.block(depth - 1) for _ in range(self.chance.randint(0, 4)))
            return Section(self.line(), body, numbered=self.chance.random() < 0.8, id=self.id())
        return self.chance.choice(makers)()

    def paragraph(self) -> Block:
        makers: Sequence[Callable[[], Block]] = (lambda: self.list(1), self.table)
        body = tuple(self.chance.choice(makers)() for _ in range(self.chance.random() < 0.2))
        return Paragraph(self.prose(), body, id=self.id())

    def list(self, depth: int) -> List:
        return List(tuple(self.item(depth) for _ in range(self.chance.randint(1, 4))), self.chance.choice(STYLES))

    def item(self, depth: int) -> Item:
        under = self.list(depth - 1) if depth and self.chance.random() < 0.25 else None
        return Item(self.prose(), under, id=self.id())

    def table(self) -> Table:
        columns = self.chance.randint(1, 3)
        rows = [self.row(columns) for _ in range(self.chance.randint(1, 5))]
        if columns > 1 and self.chance.random() < 0.3:
            spanned = Row((Cell(self.prose(), rows=2), *(self.cell() for _ in range(columns - 1))))
            rows += [spanned, Row(tuple(self.cell() for _ in range(columns - 1))), self.row(columns)]
        return Table(
            self.maybe(self.line, ()),
            tuple(Column((Words(self.line()),), self.chance.choice([None, Align.RIGHT])) for _ in range(columns)),
            tuple(rows),
            notes=self.maybe(lambda: (TableNote("a", self.prose(notes=False)),), ()),
            note=self.maybe(self.prose, ()),
            source=self.maybe(self.prose, ()),
            landscape=self.chance.random() < 0.1,
            row_heads=self.chance.random() < 0.3,
            id=self.id(),
        )

    def row(self, columns: int) -> Row:
        if self.chance.random() < 0.1:
            return Row((Cell((Words(self.line()),)),), group=True)
        return Row(tuple(self.cell() for _ in range(columns)))

    def cell(self) -> Cell:
        return Cell(self.chance.choice([lambda: w(self.text(3)), self.prose, tuple])())

    def figure(self) -> Figure:
        chart = Chart(
            ChartType.COLUMN,
            "percentage",
            ("One", "Two"),
            (Series("Work", (Decimal(self.chance.randint(1, 5)), None)),),
        )
        several = range(self.chance.randint(1, 3))
        panels = Panels(tuple(Panel(self.line(), items=(self.line(), self.line())) for _ in several))
        image = Image("content/som-24/images/map.png", 480, 200)
        contents: Sequence[Chart | Panels | Image] = (chart, panels, image)
        return Figure(
            self.maybe(self.line, ()),
            self.chance.choice(contents),
            alt=self.text(),
            source=self.maybe(self.prose, ()),
            id=self.id(),
        )

    def programme(self) -> Programme:
        days = range(6, 7 + self.chance.randint(0, 1))
        return Programme(tuple(Day(date(2020, 8, day), "", tuple(self.sessions())) for day in days))

    def sessions(self) -> Iterator[Session]:
        for hour in range(9, 9 + self.chance.randint(1, 3)):
            yield Session(time(hour), time(hour, 45), self.line(), parts=self.maybe(self.prose, ()))


def mended(paper: Document) -> Document:
    """Return a paper in which each id stands once, each reference leads to a number, and no paragraph has sections."""
    seen: set[str] = set()

    def once(node: Node) -> object:
        if isinstance(node, Paragraph):
            node = replace(node, body=tuple(block for block in node.body if not isinstance(block, Section)))
        if isinstance(node, Anchored) and node.id is not None:
            if node.id in seen:
                return replace(node, id=None)
            seen.add(node.id)
        return node

    paper = rewrite(paper, once)
    notes = rewrite(paper.footnotes, lambda node: () if isinstance(node, FootnoteCall) else node)
    paper = replace(paper, footnotes=notes)
    targets = [
        node.id
        for node in nodes((paper,))
        if isinstance(node, Section | Paragraph | Item | Table | Figure)
        and node.id
        and (not isinstance(node, Table | Figure) or node.caption)
    ]

    def lead(node: Node) -> object:
        match node:
            case Reference(target=target) if target not in targets:
                at = sum(map(ord, str(node.form))) % len(targets) if targets else 0
                return replace(node, target=targets[at]) if targets else Text("nothing")
            case _:
                return node

    return rewrite(paper, lead)


def made(chance: Random) -> Document:
    return mended(Author(chance).paper())


def meeting(chance: Random) -> Meeting:
    """Return a meeting whose delegations differ by chance."""
    people = (
        Person("Ms. A. Example", "Director", "Ministry of the Environment"),
        Person("Mr. B. Example"),
        Person("C"),
    )
    names = chance.sample(["China", "Japan", "Mongolia", "Republic of Korea"], chance.randint(1, 4))
    delegations = tuple(Delegation(name, tuple(chance.sample(people, chance.randint(1, 3)))) for name in names)
    return replace(MEETING, papers=(NAME,), participants=delegations)


def resolved(paper: Document, where: Meeting = MEETING) -> Resolved:
    content = Content({"som-24": replace(where, papers=(NAME,))}, {NAME: paper})
    return Resolver(content).resolve(NAME)[0]
