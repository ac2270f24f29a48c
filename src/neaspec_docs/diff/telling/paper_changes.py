"""Two resolved versions of one paper -> all that changed in it, and what was renumbered as a consequence.

A block is one change; so are a footnote, and all that stands before the text. What the meeting says in a paper (its
agenda, the lists of documents and participants) is told of the meeting; a paper annexed whole, under its own name.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache, partial

from neaspec_docs.diff.matching import notes, parts, sense
from neaspec_docs.diff.matching.align import Aligned, align
from neaspec_docs.diff.matching.broken import Broken
from neaspec_docs.diff.matching.parts import Part
from neaspec_docs.diff.telling import body, front, note_changes, placed, sides
from neaspec_docs.diff.telling.fields import BOTH
from neaspec_docs.diff.telling.printed import AGENDA
from neaspec_docs.diff.wording import halves, reading
from neaspec_docs.diff.wording.reading import Known
from neaspec_docs.language.words import ENGLISH
from neaspec_docs.language.words import Words as Said
from neaspec_docs.model import type_word
from neaspec_docs.model.block import Day, Item, List, Programme, Row, Section, Table
from neaspec_docs.model.change import Break, Change, Half, Kind, Renumbered, Side, Words
from neaspec_docs.model.document import Annex, Document
from neaspec_docs.model.resolved import Resolved


@dataclass(frozen=True, slots=True)
class Told:
    """What became of one paper: its changes, what was renumbered, and what a closer look at it needs.

    `known` says what the versions call the same things by; `shown` are the blocks of the new version, those of papers
    annexed to it left out where they are told of by themselves.
    """

    changes: tuple[Change, ...]
    renumbered: tuple[Renumbered, ...]
    known: BOTH
    shown: tuple[Part, ...]


def of(old: Resolved, new: Resolved, told: Collection[str], say: Said = ENGLISH) -> Told:
    """Return what became of a paper; papers annexed to it are left out where they are `told` of by themselves.

    `say` are the words in which things are called.
    """
    return _Comparison(old, new, told, say).told()


def alone(paper: Resolved, kind: Kind, say: Said = ENGLISH) -> tuple[Change, ...]:
    """Return all of a paper as added or removed, block by block; those of papers annexed to it too."""
    root, known = parts.tree(paper.document), Known({}, {})
    made = sides.Sides(root, say)
    found = []
    for part in _blocks(root, paper.document, ()):
        side = made.of(part, body.words(part, known).text)
        found.append(_alone(kind, _type(part), _id(part), side, body.whole(part, known, kind)))
    called = {anchor: made.label(some[0]) for anchor, some in _marks(root).items()}
    for note in notes.of(paper.document):
        side = sides.of_note(note, reading.prose(note.text, known).text, called.get(note.anchor, ""), say)
        found.append(_alone(kind, "footnote", note.name, side))
    return tuple(found)


def _alone(kind: Kind, type: str, id: str | None, side: Side, within: tuple[Change, ...] = ()) -> Change:
    added = kind is Kind.ADDED
    return Change(kind, type, id, None if added else side, side if added else None, (), within)


class _Comparison:
    """Two versions of one paper, lined up."""

    def __init__(self, old: Resolved, new: Resolved, told: Collection[str], say: Said) -> None:
        self.say = say
        self.versions = old, new
        self.told_of = told
        self.aligned = align(old.document, new.document)
        self.moved = self.aligned.displaced
        marks = _marks(self.aligned.old), _marks(self.aligned.new)
        self.broken = {id(part): one for one in self.aligned.broken for part in (one.whole, one.stays, one.rest)}
        self.went = frozenset(_went(self.aligned, *marks, self.broken))
        self.known = _known(self.aligned, self.went, new.document.name)
        self.read = [cache(partial(body.words, known=one)) for one in self.known]
        self.sides = sides.Sides(self.aligned.old, say), sides.Sides(self.aligned.new, say)
        old_called, new_called = (
            {anchor: made.label(some[0]) for anchor, some in found.items()}
            for made, found in zip(self.sides, marks, strict=True)
        )
        self.called = old_called, new_called
        self.blocks = (
            list(_blocks(self.aligned.old, old.document, told)),
            list(_blocks(self.aligned.new, new.document, told)),
        )
        self.shown = list(_blocks(self.aligned.new, new.document, told, derived=True))
        self.hidden = (*_annexed(self.aligned.old, told), *_annexed(self.aligned.new, told))

    def told(self) -> Told:
        old, new = self.blocks
        places = {id(part): place for place, part in enumerate(new)}
        stays = {
            i: places[id(part.mate)]
            for i, part in enumerate(old)
            if part.mate is not None and part.anchor not in self.moved and id(part.mate) in places
        }
        changes = (
            *front.changes(*self.versions, self.known),
            *placed.in_order(old, new, stays, self._gone, self._now),
            *note_changes.changes(self.aligned.notes, self.known, self.hidden, self.called, self.went, self.say),
        )
        changed = {change.new.anchor for change in changes if change.new is not None}
        notes = note_changes.renumbered(self.aligned.notes, self.hidden, changed, self.say)
        renumbered = (*self._renumbered(changed), *notes)
        return Told(changes, renumbered, self.known, tuple(self.shown))

    def _gone(self, part: Part) -> Change | None:
        if part.mate is not None:
            return None
        change = _alone(
            Kind.REMOVED, _type(part), _id(part), self._side(0, part), body.whole(part, self.known[0], Kind.REMOVED)
        )
        one = self.broken.get(id(part))
        return replace(change, half=self._half(one, one.rest)) if one else change

    def _half(self, one: Broken, half: Part) -> Half:
        """Return what is told with a half: of the one that stayed the rest, of the rest the whole."""
        other, version = (one.whole, not one.split) if half is one.rest else (one.rest, one.split)
        return Half(Break.SPLIT if one.split else Break.JOINED, self._side(int(version), other), half is one.first)

    def _side(self, version: int, part: Part) -> Side:
        return self.sides[version].of(part, self.read[version](part).text)

    def _now(self, part: Part) -> Change | None:
        """Return what became of a block of the new version, None where nothing did."""
        was = part.mate
        kind = Kind.MOVED if was and was.anchor in self.moved else Kind.CHANGED
        same = was is not None and (self._is_told(was, part) or self._says_the_same(was, part))
        if same and kind is Kind.CHANGED:
            return None
        one = self.broken.get(id(part))
        if was is None:
            within = body.whole(part, self.known[1], Kind.ADDED)
            change = _alone(Kind.ADDED, _type(part), _id(part), self._side(1, part), within)
            return replace(change, words=self._halves(one)[1], half=self._half(one, one.rest)) if one else change
        words = () if same else self._words(was, part)
        within = () if same else tuple(body.changes(was, part, self.moved, self.known))
        if not words and not within and kind is Kind.CHANGED:
            return None
        half = self._half(one, one.stays) if one else None
        return Change(kind, _type(part), _id(part), self._side(0, was), self._side(1, part), words, within, half)

    def _words(self, was: Part, part: Part) -> tuple[Words, ...]:
        """Return the words of a block of both versions; of one that was split, those of the half that stayed."""
        one = self.broken.get(id(part))
        if one is not None:
            return self._halves(one)[0]
        return reading.compared(self.read[0](was), self.read[1](part))

    def _halves(self, one: Broken) -> tuple[tuple[Words, ...], tuple[Words, ...]]:
        """Return the words of the half that stayed, or of all where two were joined; then those of the rest."""
        old, new = self.read if one.split else self.read[::-1]
        whole, first, second = old(one.whole), new(one.first), new(one.second)
        if not one.split:
            return halves.joined(first, second, whole), ()
        found = halves.split(whole, first, second)
        return found if one.stays is one.first else found[::-1]

    def _is_told(self, old: Part, new: Part) -> bool:
        """Say whether all that an annex is, its title too, is told of under the name of the paper that it holds."""
        papers = [part.node.document for part in (old, new) if isinstance(part.node, Annex)]
        return bool(papers) and all(paper is not None and paper.name in self.told_of for paper in papers)

    def _says_the_same(self, old: Part, new: Part) -> bool:
        """Say without reading both word by word whether they are the same; False where that can't be said."""
        match old.node:
            case Table() | None:
                return False  # how its columns are set is no part of its sense
            case List() | Programme():
                same = old.whole == new.whole
            case _:
                same = old.own == new.own
        return same and _calls(old, self.known[0]) == _calls(new, self.known[1])

    def _renumbered(self, changed: Collection[str]) -> Iterator[Renumbered]:
        for part in self.blocks[1]:
            was = part.mate
            if was is None or part.node is None or was.node is None or part.anchor in changed:
                continue
            if sides.number(was.node) != sides.number(part.node):
                yield Renumbered(_type(part), _id(part), self._side(0, was), self._side(1, part))


def _marks(root: Part) -> dict[str, list[Part]]:
    """Return the blocks that call each footnote, by its anchor, in their order."""
    found: dict[str, list[Part]] = {}
    for part in root.below():
        block = part
        while isinstance(block.node, Row | Item | Day) and block.above is not None:
            block = block.above
        for anchor in sense.calls(part.node) if part.node is not None else ():
            called = found.setdefault(anchor, [])
            if block not in called:
                called.append(block)
    return found


def _went(
    aligned: Aligned, old: Mapping[str, list[Part]], new: Mapping[str, list[Part]], broken: Mapping[int, Broken]
) -> Iterator[str]:
    """Give the new anchors of the footnotes that had one block to call them, and now have another.

    One that is called in the other half of a paragraph is called where it was.
    """
    for before, after in aligned.notes.both:
        was, now = old.get(before.anchor, []), new.get(after.anchor, [])
        if len(was) == len(now) == 1 and was[0].mate is not now[0]:
            one = broken.get(id(was[0]))
            if one is None or one is not broken.get(id(now[0])):
                yield after.anchor


def _known(aligned: Aligned, went: Collection[str], paper: str) -> BOTH:
    """Return what the two versions call the same footnotes, and the same targets of references.

    The mark of a note that `went` to another block is told of by the note alone.
    """
    new_of = {old.anchor: new.anchor for old, new in aligned.notes.both if new.anchor not in went}
    targets = {part.anchor: part.mate.anchor for part in aligned.old.below() if part.mate is not None}
    before = {note.anchor: new_of.get(note.anchor) for note in aligned.notes.old}
    stays = {*new_of.values()}
    after = {note.anchor: note.anchor if note.anchor in stays else None for note in aligned.notes.new}
    return Known(before, targets, paper), Known(after, {}, paper)


def _calls(part: Part, known: Known) -> list[str]:
    """Return the footnotes called in a block, by their anchors in the new version; those of one version left out."""
    nodes = (part, *part.below()) if isinstance(part.node, List | Programme) else (part,)
    calls = (anchor for one in nodes if one.node is not None for anchor in sense.calls(one.node))
    return [anchor for call in calls if (anchor := known.notes.get(call, call)) is not None]


def _blocks(above: Part, document: Document, told: Collection[str], *, derived: bool = False) -> Iterator[Part]:
    """Give the parts that are told of by themselves, in their order; `derived`: what the meeting says too."""
    for part in above.children:
        if isinstance(part.node, Row | Item | Day):
            continue
        paper = part.node.document if isinstance(part.node, Annex) else None
        if paper is not None and paper.name in told:
            yield part
        else:
            if derived or not _is_of_the_meeting(part, document):
                yield part
            yield from _blocks(part, paper or document, told, derived=derived)


def _is_of_the_meeting(part: Part, document: Document) -> bool:
    """Say whether the block is laid out of what the meeting says: from its file, or the heading of what is."""
    node = part.node
    if node is None or document.kind != AGENDA:
        return False
    laid_out = isinstance(node, Section) and bool(node.body) and node.at == node.body[0].at
    return laid_out or node.at.file == f"content/{document.meeting}/meeting.yaml"


def _annexed(root: Part, told: Collection[str]) -> Iterator[str]:
    """Give the anchors before which those of annexed papers stand that are told of by themselves."""
    for part in root.below():
        if isinstance(part.node, Annex) and part.node.document is not None and part.node.document.name in told:
            yield part.anchor


def _type(part: Part) -> str:
    if part.node is None or isinstance(part.node, Item | Row | Day):
        raise TypeError
    return type_word.of(part.node)


def _id(part: Part) -> str | None:
    return part.node.id if part.node is not None else None
