"""A paper -> its stretches of running text, each with its role, what in it is not ours to correct, and its places."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import Enum
from functools import cached_property
from typing import assert_never

from neaspec_docs.check import labels, quotations
from neaspec_docs.check.files import Files
from neaspec_docs.check.reach import Reach
from neaspec_docs.diagnostics.span import Span
from neaspec_docs.language import sentences
from neaspec_docs.model.block import Cell, Column, Figure, Item, Panel, Quote, Section, Session, Slide, Table
from neaspec_docs.model.document import AgendaItem, Annex, Document, Footnote, Meeting
from neaspec_docs.model.inline import (
    Bullets,
    Code,
    Emphasis,
    Fact,
    FootnoteCall,
    Inline,
    Inlines,
    LineBreak,
    Link,
    Reference,
    Strong,
    Subscript,
    Superscript,
    TableNoteCall,
    Text,
    Words,
)
from neaspec_docs.model.node import Node

FILLED = "\ufffc"
"""Stands in a stretch for what is filled in later: a reference without words of its own, a fact."""

CALL = "\ufff9"
"""Stands in a stretch for the mark of a footnote or of a table's note."""


class Role(Enum):
    """What a stretch of text is in its paper."""

    TEXT = "text"
    TITLE = "title"
    CAPTION = "caption"
    HEAD = "head"
    CELL = "cell"
    NOTE = "note"
    QUOTE = "quote"
    PANEL = "panel"
    LABEL = "label"
    """Words of a chart, an alternative text, a name in a meeting's file: plain text, and no sentence of the paper."""


@dataclass(frozen=True, slots=True)
class Piece:
    """The words of one node in a stretch: from which character on, and where the node begins in its file."""

    start: int
    text: str
    at: Span
    exact: bool


@dataclass(frozen=True)
class Stretch:
    """A paragraph, a title, a cell: text in one line as it is read, with FILLED and CALL for what is not known.

    `inlines` are what it is made of; `closed` are the stretches of it (start, end) that are not prose of ours: code,
    addresses, emphasized titles and foreign words; `references`, `links` and `bold` words are those in it, each with
    where its words stand.
    """

    role: Role
    inlines: Inlines
    text: str
    pieces: tuple[Piece, ...]
    closed: tuple[tuple[int, int], ...]
    references: tuple[tuple[int, int, Reference], ...]
    links: tuple[tuple[int, int], ...]
    bold: tuple[tuple[int, int], ...]
    files: Files = field(repr=False, compare=False)

    @cached_property
    def quoted(self) -> tuple[tuple[int, int], ...]:
        """Return where it quotes: between quotation marks, all of it in a `quote`."""
        if self.role is Role.QUOTE:
            return ((0, len(self.text)),)
        return tuple(quotations.of(self.text))

    @cached_property
    def sentences(self) -> tuple[tuple[int, int], ...]:
        """Return where each sentence begins and ends."""
        gaps = sentences.gaps(self.text.replace(FILLED, sentences.HIDDEN).replace(CALL, sentences.CLOSING))
        return tuple(zip((0, *(gap + 1 for gap in gaps)), (*gaps, len(self.text)), strict=True))

    def sentence(self, start: int) -> int:
        """Return the number of the sentence in which a character stands, or behind which it is the space."""
        return bisect_left(self.sentences, start, key=lambda sentence: sentence[1])

    def opens_sentence(self, start: int) -> bool:
        """Say whether a sentence begins with the character."""
        return self.sentences[self.sentence(start)][0] == start

    def is_ours(self, start: int, end: int) -> bool:
        """Say whether the characters are words of the paper's own: neither quoted nor closed."""
        return not self._not_ours.meet(start, end)

    def is_closed(self, place: int) -> bool:
        """Say whether the character stands in what is no prose of ours; it may be quoted."""
        return self._closed.meet(place, place + 1)

    def is_linked(self, start: int, end: int) -> bool:
        """Say whether the characters stand in a link."""
        return self._linked.hold(start, end)

    def refers(self, begin: int, end: int) -> tuple[Reference, ...]:
        """Return the references that begin in those characters."""
        first, behind = bisect_left(self._referring, begin), bisect_left(self._referring, end)
        return tuple(found[2] for found in self.references[first:behind])

    def at(self, start: int, end: int) -> Span:
        """Return the place of the characters, else of the first of them, else of what they stand in."""
        piece = self._piece(start)
        within = min(end, piece.start + len(piece.text))
        return self.exact(start, end) or self.exact(start, within) or self.exact(start, start + 1) or piece.at

    def exact(self, start: int, end: int) -> Span | None:
        """Return the place of the characters where it is certain, so that they can be replaced; else None."""
        piece = self._piece(start)
        inside = piece.exact and piece.start <= start and end <= piece.start + len(piece.text)
        if not inside:
            return None
        return self.files.find(piece.text, piece.at, start - piece.start, end - piece.start)

    def _piece(self, start: int) -> Piece:
        return self.pieces[max(0, bisect_right(self._starts, start) - 1)]

    @cached_property
    def _starts(self) -> list[int]:
        return [piece.start for piece in self.pieces]

    @cached_property
    def _referring(self) -> list[int]:
        return [start for start, *_ in self.references]

    @cached_property
    def _not_ours(self) -> Reach:
        return Reach((*self.closed, *self.quoted))

    @cached_property
    def _closed(self) -> Reach:
        return Reach(self.closed)

    @cached_property
    def _linked(self) -> Reach:
        return Reach(self.links)

    @cached_property
    def stops(self) -> frozenset[int]:
        """Return where links end, and what is closed."""
        return frozenset(stop for _, stop in (*self.closed, *self.links))


def of(tree: Document | Meeting, files: Files) -> tuple[Stretch, ...]:
    """Return all running text of a paper or a meeting, in the order in which it is read."""
    return tuple(stretch for stretch in _runs(tree, Role.TEXT, files) if stretch.pieces)


def _runs(tree: object, role: Role, files: Files) -> Iterator[Stretch]:
    """Give the lines of text below a node, each with the role of what it stands in."""
    match tree:
        case Words(children):
            yield _Reader(files).stretch(children, role)
        case Bullets(items):
            yield from (_Reader(files).stretch(item, role) for item in items)
        case tuple():
            if tree and isinstance(tree[0], Inline):
                yield _Reader(files).stretch(tree, role)
            else:
                for part in tree:
                    yield from _runs(part, role, files)
        case Node():
            for name in tree.__dataclass_fields__:
                if labels.hold(tree, name):
                    yield from (_label(word, at, tree.at, files) for word, at in labels.of(tree, name, files))
                elif name not in ("at", "id_at", "language_at", "document"):
                    yield from _runs(getattr(tree, name), _role(tree, name, role), files)
        case _:
            return


def _label(word: str, at: Span | None, around: Span, files: Files) -> Stretch:
    """Return words that are plain text; where they begin can't always be told, but what they stand in can."""
    piece = Piece(0, word, at or around, exact=at is not None)
    return Stretch(Role.LABEL, (Text(word, at=piece.at),), word, (piece,), (), (), (), (), files)


_ROLES: dict[tuple[type[Node], str], Role] = {
    (Document, "title"): Role.TITLE,
    (Document, "subtitle"): Role.TITLE,
    (Document, "presenter"): Role.TITLE,
    (Section, "title"): Role.TITLE,
    (Slide, "title"): Role.TITLE,
    (Annex, "title"): Role.TITLE,
    (Session, "title"): Role.TITLE,
    (AgendaItem, "title"): Role.TITLE,
    (Table, "caption"): Role.CAPTION,
    (Figure, "caption"): Role.CAPTION,
    (Column, "title"): Role.HEAD,
    (Cell, "text"): Role.CELL,
    (Panel, "title"): Role.PANEL,
    (Panel, "items"): Role.PANEL,
    (Panel, "text"): Role.PANEL,
    (Quote, "text"): Role.QUOTE,
    (Footnote, "text"): Role.NOTE,
    (Table, "notes"): Role.NOTE,
    (Table, "note"): Role.NOTE,
    (Table, "remark"): Role.NOTE,
    (Table, "source"): Role.NOTE,
    (Figure, "note"): Role.NOTE,
    (Figure, "remark"): Role.NOTE,
    (Figure, "source"): Role.NOTE,
}
"""The role of what stands in a field; what is not named here keeps that of what is around it."""


def _role(node: Node, name: str, around: Role) -> Role:
    if isinstance(node, Item) and around is Role.TEXT:
        return Role.TEXT
    return _ROLES.get((type(node), name), around)


class _Reader:
    """Reads one line of inlines."""

    def __init__(self, files: Files) -> None:
        self.files = files
        self.text = ""
        self.pieces: list[Piece] = []
        self.closed: list[tuple[int, int]] = []
        self.references: list[tuple[int, int, Reference]] = []
        self.links: list[tuple[int, int]] = []
        self.bold: list[tuple[int, int]] = []

    def stretch(self, inlines: Inlines, role: Role) -> Stretch:
        self._all(inlines)
        places = tuple(self.closed), tuple(self.references), tuple(self.links), tuple(self.bold)
        return Stretch(role, inlines, self.text, tuple(self.pieces), *places, self.files)

    def _all(self, inlines: Inlines) -> None:
        for node in inlines:
            self._one(node)

    def _one(self, node: Inline) -> None:
        start = len(self.text)
        match node:
            case Text(value):
                self._add(value, node, exact=True)
            case Code(value):
                self._add(value, node)
                self.closed.append((start, len(self.text)))
            case LineBreak():
                self._add(" ", node)
            case Fact():
                self._add(FILLED, node)
            case FootnoteCall() | TableNoteCall():
                self._add(CALL, node)
            case Strong(children):
                self._all(children)
                self.bold.append((start, len(self.text)))
            case Subscript(children) | Superscript(children):
                self._all(children)
            case Emphasis(children):
                self._all(children)
                self.closed.append((start, len(self.text)))
            case Link(href, children):
                self._all(children)
                self.links.append((start, len(self.text)))
                if href.partition(":")[2].lstrip("/") in self.text[start:] or "://" in self.text[start:]:
                    self.closed.append((start, len(self.text)))
            case Reference(children=children):
                if children:
                    self._all(children)
                else:
                    self._add(FILLED, node)
                self.references.append((start, len(self.text), node))
            case _:
                assert_never(node)

    def _add(self, text: str, node: Node, *, exact: bool = False) -> None:
        self.pieces.append(Piece(len(self.text), text, node.at, exact))
        self.text += text
