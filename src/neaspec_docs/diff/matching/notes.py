"""A resolved Document -> its footnotes, each once, and which of two versions' notes is which."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from neaspec_docs.diagnostics.span import Span
from neaspec_docs.diff.matching import likeness, sense
from neaspec_docs.model.document import Document
from neaspec_docs.model.inline import FootnoteCall, Prose
from neaspec_docs.model.walk import nodes

_LIKE = 0.4


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote: its name, its anchor, the number of its mark, its text, and the place where that is written."""

    name: str
    anchor: str
    number: int
    text: Prose
    at: Span


@dataclass(frozen=True, slots=True)
class Notes:
    """The footnotes of both versions, each in the order of its marks, and those that are in both."""

    old: tuple[Note, ...]
    new: tuple[Note, ...]
    both: tuple[tuple[Note, Note], ...]


def lined_up(old: Document, new: Document) -> Notes:
    """Return the footnotes of two versions of a paper, those of papers annexed to it too."""
    before, after = of(old), of(new)
    return Notes(before, after, tuple(_paired(before, after)))


def of(document: Document) -> tuple[Note, ...]:
    """Return the footnotes of a paper in their order, those of papers annexed to it too, once each."""
    return tuple(_of(document))


def _of(document: Document) -> Iterator[Note]:
    for call in nodes(document, FootnoteCall):
        if call.number is not None and call.note is not None:
            yield Note(call.name, call.anchor, call.number, call.note, call.note[0].at if call.note else call.at)


def _paired(old: Sequence[Note], new: Sequence[Note]) -> list[tuple[Note, Note]]:
    """Return the notes of both versions: those of one name, then of the rest those most alike, whatever their names."""
    there = {note.anchor: note for note in new}
    pairs = [(note, there[note.anchor]) for note in old if note.anchor in there]
    known = {note.anchor for note, _ in pairs}
    left = [note for note in old if note.anchor not in known]
    right = [note for note in new if note.anchor not in known]
    bags = ([Counter(sense.said(note.text)) for note in some] for some in (left, right))
    before, after = next(bags), next(bags)
    found = likeness.best(before, after, _LIKE, lambda i, j: likeness.share(before[i], after[j]))
    return pairs + [(left[i], right[j]) for i, j in found]
