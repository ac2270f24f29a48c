"""A part of one version -> its Side: its number, its words, its place, what it is called, what stands before it."""

from collections.abc import Iterator

from neaspec_docs.diagnostics.span import Span
from neaspec_docs.diff.notes import Note
from neaspec_docs.diff.parts import Part
from neaspec_docs.language.english import ORDINALS, ordinal
from neaspec_docs.language.legible import begin
from neaspec_docs.language.words import ENGLISH
from neaspec_docs.model import type_word
from neaspec_docs.model.block import (
    Box,
    Documents,
    Figure,
    List,
    PageBreak,
    Paragraph,
    Participants,
    Programme,
    Quote,
    Section,
    Slide,
    Table,
    Unnumbered,
)
from neaspec_docs.model.change import Side
from neaspec_docs.model.document import Annex
from neaspec_docs.model.inline import plain
from neaspec_docs.model.node import Anchored, Number

_NAME = 60
"""A heading's words are cut after so many characters where they say a place."""

_BLOCKS = (
    Section, Paragraph, Unnumbered, List, Quote, Box, Table, Figure, Programme, Participants, Documents, PageBreak,
    Slide, Annex,
)  # fmt: skip


class Sides:
    """Makes the sides of one version's parts: what they are called, and `after`, are worked out once for all of them.

    What has neither number nor heading is called by its place: "second text in section 1", "list after paragraph 3".
    """

    def __init__(self, root: Part) -> None:
        self._after: dict[int, str] = {}
        self._labels: dict[int, str] = {}
        alike: dict[tuple[int, str], list[Part]] = {}
        places: dict[int, str] = {}
        last: Part | None = None
        for part in root.below():
            self._after[id(part)] = self._labels[id(last)] if last is not None else ""
            if part.node is None:
                continue
            if _is_known(part.node):
                self._labels[id(part)] = _within_annexes(part)
                last = part
            elif isinstance(part.node, _BLOCKS):
                alike.setdefault((id(last), type_of(part.node)), []).append(part)
                places[id(last)] = self._place(part, last)
        for (place, type), parts in alike.items():
            for count, part in enumerate(parts, 1):
                order = f"{ordinal(count)} " if len(parts) > 1 and count in ORDINALS else ""
                self._labels[id(part)] = f"{order}{type.replace('_', ' ')}{places[place]}"

    def _place(self, part: Part, last: Part | None) -> str:
        """Return " in section 1" of what stands in the last known thing, " after paragraph 3" of what follows it."""
        if last is None or last.node is None:
            return ""
        called = self._labels[id(last)]
        if number(last.node) is None:
            called = f"{type_of(last.node)} “{begin(called, _NAME)}”" if called != type_of(last.node) else called
        if last not in _around(part):
            return f" after {called}"
        return f" {'on' if isinstance(last.node, Slide) else 'in'} {called}"

    def label(self, part: Part) -> str:
        """Return what a part is called; a part of a block goes by the block."""
        for one in (part, *_around(part)):
            if id(one) in self._labels:
                return self._labels[id(one)]
        return ""

    def of(self, part: Part, text: str) -> Side:
        """Return the side of a block with these words."""
        node = part.node
        assert node is not None  # noqa: S101 -- the root alone has none, and is no block
        return Side(number(node), text, node.at, self.label(part), self._after[id(part)], part.anchor)


def _around(part: Part) -> Iterator[Part]:
    """Give the parts that it stands in, the innermost first."""
    above = part.above
    while above is not None:
        yield above
        above = above.above


def _within_annexes(part: Part) -> str:
    """Return what a reference from the main text reads as: the annex is named where numbers begin again in it."""
    assert part.node is not None  # noqa: S101 -- as in Sides.of
    called = label(part.node)
    if number(part.node) is None:
        return called
    for around in (one.node for one in _around(part)):
        if isinstance(around, Annex) and (around.document is not None or not isinstance(part.node, Table | Figure)):
            called = f"{_alone(around) if around.number is None else label(around)}, {called}"
    return called


def of_note(note: Note, text: str, called_in: str = "") -> Side:
    """Return the side of a footnote with these words; `called_in` is the label of the block that has its mark."""
    return Side(str(note.number), text, note.at, ENGLISH.footnote.format(note.number), called_in, note.anchor)


def _alone(annex: Annex) -> str:
    return ENGLISH.cited_only_appendix if annex.appendix else ENGLISH.cited_only_annex


def named(name: str, text: str, at: Span) -> Side:
    """Return the side of a part of a block, such as a row or a field, that is called so."""
    return Side(None, text, at, name)


def number(node: Anchored) -> str | None:
    """Return the number as printed of what is cited by its number, None where it has none."""
    match node:
        case (
            Section(number=Number() as number)
            | Paragraph(number=Number() as number)
            | Table(number=Number() as number)
            | Figure(number=Number() as number)
            | Slide(number=Number() as number)
            | Annex(number=Number() as number)
        ):
            return number.printed
        case _:
            return None


def type_of(node: Anchored) -> str:
    """Return the word for the type of a block or an annex; that of its class for what is within a block."""
    return type_word.of(node) if isinstance(node, _BLOCKS) else type(node).__name__.lower()


def label(node: Anchored) -> str:
    """Return what a reference to a node reads as, in English; else its heading, else the word for its type."""
    printed = number(node)
    if printed is None:
        title = node.title if isinstance(node, Section | Annex) else ()
        return plain(title) or type_of(node)
    return _cited(node).format(printed.rstrip("."))


def _cited(node: Anchored) -> str:
    match node:
        case Section(of_agenda=of_agenda):
            return ENGLISH.cited_item if of_agenda else ENGLISH.section
        case Table():
            return ENGLISH.cited_table
        case Figure():
            return ENGLISH.cited_figure
        case Slide():
            return ENGLISH.slide
        case Annex(appendix=appendix):
            return ENGLISH.cited_appendix if appendix else ENGLISH.cited_annex
        case _:
            return ENGLISH.paragraph


def _is_known(node: Anchored) -> bool:
    return number(node) is not None or isinstance(node, Section | Annex)
