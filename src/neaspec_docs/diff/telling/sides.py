"""A part of one version -> its Side: its number, its words, its place, what it is called, what stands before it."""

from collections import Counter
from collections.abc import Mapping
from typing import TypeAlias, assert_never

from neaspec_docs.diagnostics.span import Span
from neaspec_docs.diff.matching.notes import Note
from neaspec_docs.diff.matching.parts import Part, Parted, Whole
from neaspec_docs.language.english import ORDINALS, ordinal
from neaspec_docs.language.legible import begin
from neaspec_docs.language.words import ENGLISH, Words
from neaspec_docs.model import type_word
from neaspec_docs.model.block import (
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
from neaspec_docs.model.change import Side
from neaspec_docs.model.document import Annex
from neaspec_docs.model.inline import plain

Numbered: TypeAlias = Section | Paragraph | Table | Figure | Slide | Annex
"""What may have a number that it is cited by."""

_NAME = 60
"""A heading's words are cut after so many characters where they say a place."""


class Sides:
    """Makes the sides of one version's parts: what they are called, and `after`, are worked out once for all of them.

    What has neither number nor heading is called by its place: "second text in section 1", "list after paragraph 3";
    a section whose number another one has too, by the one that it stands in: "section II, section 1".
    """

    def __init__(self, root: Part, say: Words = ENGLISH) -> None:
        self._say = say
        self._places: dict[int, str] = {}
        self._after: dict[int, str] = {}
        self._labels: dict[int, str] = {}
        sections = (part for part in root.below() if isinstance(part.node, Section))
        named = Counter(_within_annexes(part, part.node, say) for part in sections if isinstance(part.node, Section))
        alike: dict[tuple[int, str], list[Part]] = {}
        places: dict[int, str] = {}
        last: Part | None = None
        for part in root.below():
            self._after[id(part)] = self._labels[id(last)] if last is not None else ""
            match part.node:
                case None | Item() | Row() | Day():
                    continue
                case node if _is_known(node):
                    self._labels[id(part)] = self._within(part, node, named)
                    last = part
                case node:
                    alike.setdefault((id(last), type_word.of(node)), []).append(part)
                    places[id(last)] = self._place(part, last)
        for (place, type), parts in alike.items():
            for count, part in enumerate(parts, 1):
                called = say.term(type)
                if len(parts) > 1 and count in ORDINALS:
                    called = say.called_nth.format(order=ordinal(count), called=called, count=count)
                if places[place]:
                    called = say.called_at.format(called=called, place=places[place])
                self._labels[id(part)], self._places[id(part)] = called, places[place]

    def _within(self, part: Part, node: Whole, named: Mapping[str, int]) -> str:
        """Return what a known thing is called, so that no two sections with a number go by one name."""
        called = _within_annexes(part, node, self._say)
        above = part.above
        alone = number(node) is None or named.get(called, 0) < 2  # noqa: PLR2004 -- itself, and another
        if alone or above is None or not (isinstance(node, Section) and isinstance(above.node, Section)):
            return called
        return self._say.within.format(outer=self._labels[id(above)], place=label(node, self._say))

    def _place(self, part: Part, last: Part | None) -> str:
        """Return "in section 1" of what stands in the last known thing, "after paragraph 3" of what follows it."""
        if last is None or not isinstance(last.node, Numbered):
            return ""
        called, type = self._labels[id(last)], type_word.of(last.node)
        if number(last.node) is None and called != self._say.term(type):
            called = self._say.called_so.format(type=self._say.term(type), called=begin(called, _NAME))
        if last not in part.around():
            return self._say.place_after.format(called)
        return (self._say.place_on if isinstance(last.node, Slide) else self._say.place_in).format(called)

    def label(self, part: Part) -> str:
        """Return what a part is called; a part of a block goes by the block."""
        for one in (part, *part.around()):
            if id(one) in self._labels:
                return self._labels[id(one)]
        return ""

    def of(self, part: Part, text: str) -> Side:
        """Return the side of a block with these words."""
        node = part.node
        assert node is not None  # noqa: S101 -- the root alone has none, and is no block
        place = self._places.get(id(part), "")
        return Side(number(node), text, node.at, self.label(part), self._after[id(part)], part.anchor, place)


def _within_annexes(part: Part, node: Whole, say: Words) -> str:
    """Return what a reference from the main text reads as: the annex is named where numbers begin again in it."""
    called = label(node, say)
    if number(node) is None:
        return called
    for around in (one.node for one in part.around()):
        if isinstance(around, Annex) and (around.document is not None or not isinstance(node, Table | Figure)):
            outer = _alone(around, say) if around.number is None else label(around, say)
            called = say.within.format(outer=outer, place=called)
    return called


def of_note(note: Note, text: str, called_in: str = "", say: Words = ENGLISH) -> Side:
    """Return the side of a footnote with these words; `called_in` is the label of the block that has its mark."""
    return Side(str(note.number), text, note.at, say.footnote.format(note.number), called_in, note.anchor)


def _alone(annex: Annex, say: Words) -> str:
    return say.cited_only_appendix if annex.appendix else say.cited_only_annex


def named(name: str, text: str, at: Span) -> Side:
    """Return the side of a part of a block, such as a row or a field, that is called so."""
    return Side(None, text, at, name)


def number(node: Parted) -> str | None:
    """Return the number as printed of what is cited by its number, None where it has none."""
    match node:
        case (
            Section(number=number) | Paragraph(number=number) | Table(number=number) | Figure(number=number)
            | Slide(number=number) | Annex(number=number)
        ):  # fmt: skip
            return number.printed if number is not None else None
        case (
            Unnumbered() | List() | Quote() | Box() | Programme() | Participants() | Documents() | PageBreak()
            | Item() | Row() | Day()
        ):  # fmt: skip
            return None
        case _:
            assert_never(node)


def label(node: Whole, say: Words) -> str:
    """Return what a reference to a node reads as; else its heading, else the word for its type."""
    printed = number(node)
    if printed is None or not isinstance(node, Numbered):
        title = node.title if isinstance(node, Section | Annex) else ()
        return plain(title) or say.term(type_word.of(node))
    return _cited(node, say).format(printed.rstrip("."))


def _cited(node: Numbered, say: Words) -> str:
    match node:
        case Section(of_agenda=of_agenda):
            return say.cited_item if of_agenda else say.section
        case Table():
            return say.cited_table
        case Figure():
            return say.cited_figure
        case Slide():
            return say.slide
        case Annex(appendix=appendix):
            return say.cited_appendix if appendix else say.cited_annex
        case Paragraph():
            return say.paragraph
        case _:
            assert_never(node)


def _is_known(node: Whole) -> bool:
    return number(node) is not None or isinstance(node, Section | Annex)
