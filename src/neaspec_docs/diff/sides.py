"""A part of one version -> its Side: its number, its words, its place, what it is called, what stands before it."""

from neaspec_docs.diagnostics.span import Span
from neaspec_docs.diff.notes import Note
from neaspec_docs.diff.parts import Part
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

_BLOCKS = (
    Section, Paragraph, Unnumbered, List, Quote, Box, Table, Figure, Programme, Participants, Documents, PageBreak,
    Slide, Annex,
)  # fmt: skip


class Sides:
    """Makes the sides of one version's parts: `after` is worked out once for all of them."""

    def __init__(self, root: Part) -> None:
        self._after: dict[int, str] = {}
        last = ""
        for part in root.below():
            self._after[id(part)] = last
            if part.node is not None and _is_known(part.node):
                last = label(part.node)

    def of(self, part: Part, text: str) -> Side:
        """Return the side of a block with these words."""
        node = part.node
        assert node is not None  # noqa: S101 -- the root alone has none, and is no block
        return Side(number(node), text, node.at, label(node), self._after[id(part)], part.anchor)


def of_note(note: Note, text: str) -> Side:
    """Return the side of a footnote with these words."""
    return Side(str(note.number), text, note.at, ENGLISH.footnote.format(note.number), "", note.anchor)


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
