"""A resolved Document -> the tree of its parts, by which two versions are lined up: blocks, items, rows, annexes."""

from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import TypeAlias, TypeVar, assert_never

from neaspec_docs.diff.matching import likeness, sense
from neaspec_docs.model.block import (
    Block,
    Box,
    Day,
    Documents,
    Figure,
    Item,
    List,
    PageBreak,
    Paragraph,
    Participants,
    Programme,
    Quote,
    Row,
    Section,
    Slide,
    Table,
    Unnumbered,
)
from neaspec_docs.model.document import Annex, Document

Whole: TypeAlias = Block | Annex
"""What is told of by itself."""

Held: TypeAlias = Item | Row | Day
"""What is told of with the list, the table or the timetable that holds it."""

Parted: TypeAlias = Whole | Held
"""What a part may be."""

Kind = TypeVar("Kind")

_MOST_WORDS = 400
"""So many words of a part and of what it holds are enough to know it by."""


class Part:
    """A block or another thing with an anchor, where it stands, and its counterpart in the other version (`mate`).

    `place` counts all parts in the order they are read, `end` is the place after the last part within; `own` and
    `whole` are hashes of what it says without and with the parts within, `size` and `total` the same in words.
    `head` is the row in which a cell begins that reaches into this row, `step` how far below it this one stands.
    """

    def __init__(self, node: Parted | None, above: "Part | None") -> None:
        self.node = node
        self.above = above
        self.children: list[Part] = []
        self.mate: Part | None = None
        self.place = self.end = 0
        self.own = self.whole = 0
        self.size = self.total = 0
        self.head: Part | None = None
        self.step = 0
        self._shares: dict[int, float] = {}

    @property
    def kind(self) -> type:
        """Return the type of its node: only parts of one kind can be counterparts."""
        return type(self.node)

    @property
    def anchor(self) -> str:
        """Return the anchor of its node."""
        return self.node.anchor if self.node is not None else ""

    @property
    def known_as(self) -> str | None:
        """Return the author's name for it, told apart from those in papers annexed; None where it has none."""
        if self.node is None:
            return None
        whole = isinstance(self.node, Annex) and self.node.document is not None
        return self.anchor if self.node.id is not None or whole else None

    @cached_property
    def name(self) -> int | None:
        """Return a hash of what a reader knows it by, None where that is nothing."""
        name = sense.name(self.node) if self.node is not None else None
        return None if name is None else hash(name)

    @cached_property
    def own_words(self) -> Counter[str]:
        """Return how often each word stands in it, without what it holds."""
        return Counter(sense.words(self.node) if self.node is not None else ())

    @cached_property
    def words(self) -> Mapping[str, int]:
        """Return how often each word stands in it and in what it holds."""
        found = Counter(self.own_words)
        for child in self.children:
            if len(found) > _MOST_WORDS:
                break
            found.update(child.words)
        return found

    @cached_property
    def weight(self) -> int:
        """Return what its words weigh together."""
        return likeness.weight(self.words)

    def share(self, other: "Part") -> float:
        """Return how much of the words of both is in both, from 0 to 1; it is worked out once for each pair."""
        if other.place not in self._shares:
            self._shares[other.place] = likeness.share(self.words, other.words, self.weight + other.weight)
        return self._shares[other.place]

    def around(self) -> Iterator["Part"]:
        """Give the parts that it stands in, the innermost first."""
        above = self.above
        while above is not None:
            yield above
            above = above.above

    def below(self) -> Iterator["Part"]:
        """Give the parts within it and below, in the order they are read."""
        for child in self.children:
            yield child
            yield from child.below()


def tree(document: Document) -> Part:
    """Return the part that holds all parts of a paper, its annexes last."""
    root = Part(None, None)
    _fill(root, (*document.body, *(annex for annex in document.annexes if isinstance(annex, Annex))))
    _measure(root, 0)
    return root


def of_kind(node: object, kind: type[Kind]) -> Kind:
    """Return a node that is of this kind, for counterparts are of one kind."""
    if not isinstance(node, kind):
        raise TypeError
    return node


def _fill(part: Part, nodes: tuple[Parted, ...]) -> None:
    for node in nodes:
        child = Part(node, part)
        part.children.append(child)
        _fill(child, within(node))
    _bind(part.children)


def _bind(parts: list[Part]) -> None:
    """Tell the rows that stand under a cell over several rows which row it begins in."""
    begin = end = 0
    for place, part in enumerate(parts):
        if not isinstance(part.node, Row):
            return
        if place < end:
            part.head, part.step = parts[begin], place - begin
        else:
            begin = place
        end = max([end, *(place + cell.rows for cell in part.node.cells)])


def within(node: Parted) -> tuple[Parted, ...]:
    """Return the parts that a node holds."""
    match node:
        case Section(body=body) | Paragraph(body=body) | Slide(body=body):
            return body
        case Annex(document=Document() as paper):
            return (*paper.body, *(annex for annex in paper.annexes if isinstance(annex, Annex)))
        case Annex(body=body):
            return body
        case List(items=items):
            return items
        case Item(under=under):
            return (under,) if under is not None else ()
        case Table(rows=rows):
            return rows
        case Programme(days=days):
            return days
        case Unnumbered() | Quote() | Box() | Figure() | Participants() | Documents() | PageBreak() | Row() | Day():
            return ()
        case _:
            assert_never(node)


def _measure(part: Part, place: int) -> int:
    """Fill in places, hashes and sizes; return the place after the part."""
    part.place = place
    place += 1
    for child in part.children:
        place = _measure(child, place)
    part.end = place
    if part.node is not None:
        part.own = hash(sense.key(part.node))
        part.size = 1 + part.own_words.total()
    part.total = part.size + sum(child.total for child in part.children)
    part.whole = hash((part.own, tuple(child.whole for child in part.children)))
    return place
