"""The footnotes of two versions -> which came, went or changed, and which have another number.

A footnote is told of once, whoever cites it. That its mark came or went with it is no change of the text around it.
"""

from collections.abc import Collection, Iterator, Mapping

from neaspec_docs.diff.matching.notes import Note, Notes
from neaspec_docs.diff.telling import placed, sides
from neaspec_docs.diff.telling.fields import BOTH
from neaspec_docs.diff.wording import reading
from neaspec_docs.language.words import ENGLISH, Words
from neaspec_docs.model.change import Change, Kind, Renumbered

Called = tuple[Mapping[str, str], Mapping[str, str]]
"""What the block is called that has the mark of a note, by the note's anchor, in both versions."""


def changes(  # noqa: PLR0913, PLR0917 -- what is known of notes, and in which words they are told
    notes: Notes, known: BOTH, hidden: tuple[str, ...], called: Called, went: Collection[str], say: Words = ENGLISH
) -> list[Change]:
    """Return the changes in the order of the notes; those whose anchors begin with what is `hidden` are left out.

    `went` are the new anchors of the notes that are called in another block now.
    """
    old, new = _shown(notes.old, hidden), _shown(notes.new, hidden)
    was = {after.anchor: before for before, after in notes.both}
    stays = {before.anchor: after.anchor for before, after in notes.both}
    places = {note.anchor: place for place, note in enumerate(new)}

    def gone(note: Note) -> Change | None:
        if note.anchor in stays:
            return None
        side = sides.of_note(note, reading.prose(note.text, known[0]).text, called[0].get(note.anchor, ""), say)
        return Change(Kind.REMOVED, "footnote", note.name, side, None)

    def now(note: Note) -> Change | None:
        text = reading.prose(note.text, known[1])
        side = sides.of_note(note, text.text, called[1].get(note.anchor, ""), say)
        if note.anchor not in was:
            return Change(Kind.ADDED, "footnote", note.name, None, side)
        before = was[note.anchor]
        words = reading.compared(said := reading.prose(before.text, known[0]), text)
        if not words and note.anchor not in went:
            return None
        kind = Kind.MOVED if note.anchor in went else Kind.CHANGED
        old_side = sides.of_note(before, said.text, called[0].get(before.anchor, ""), say)
        return Change(kind, "footnote", note.name, old_side, side, words)

    stayed = {i: places[stays[note.anchor]] for i, note in enumerate(old) if stays.get(note.anchor) in places}
    return placed.in_order(old, new, stayed, gone, now)


def renumbered(
    notes: Notes, hidden: tuple[str, ...], changed: Collection[str], say: Words = ENGLISH
) -> Iterator[Renumbered]:
    """Give the notes that stayed as they are and have another number; `changed` are new anchors."""
    for before, after in sorted(notes.both, key=lambda pair: pair[1].number):
        if before.number != after.number and after.anchor not in changed and not after.anchor.startswith(hidden):
            old, new = (sides.of_note(note, reading.prose(note.text).text, say=say) for note in (before, after))
            yield Renumbered("footnote", after.name, old, new)


def _shown(notes: tuple[Note, ...], hidden: tuple[str, ...]) -> list[Note]:
    return [note for note in notes if not note.anchor.startswith(hidden)]
