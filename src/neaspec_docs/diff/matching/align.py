"""Two resolved Documents -> which of their blocks, items, rows, days, annexes and footnotes are the same ones."""

from collections.abc import Mapping
from dataclasses import dataclass

from neaspec_docs.diff.matching import moves, notes, pairing, parts
from neaspec_docs.model.document import Document


@dataclass(frozen=True, slots=True)
class Counterparts:
    """What is in both versions, by anchor, old and new; all of it is of the same type in both.

    The rest are old anchors: `moved` is what itself moved, the least that can have, rows within their table and items
    within their list too; `carried` the blocks that stand within a moved one and went with it; `relevelled` what is
    read where it was but stands elsewhere in the outline.
    """

    new_of: Mapping[str, str]
    old_of: Mapping[str, str]
    moved: frozenset[str]
    carried: frozenset[str] = frozenset()
    relevelled: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Aligned:
    """The two trees of parts, each with its counterparts, what moved, and the footnotes."""

    old: parts.Part
    new: parts.Part
    moves: moves.Moves
    notes: notes.Notes


def align(old: Document, new: Document) -> Aligned:
    """Line two versions of a paper up; both are resolved. It takes n log n steps."""
    trees = parts.tree(old), parts.tree(new)
    pairing.pair(*trees)
    return Aligned(*trees, moves.of(trees[0]), notes.lined_up(old, new))


def counterparts(old: Document, new: Document) -> Counterparts:
    """Return which anchors of two resolved versions of a paper are the same thing's."""
    found = align(old, new)
    blocks = ((part.anchor, part.mate.anchor) for part in found.old.below() if part.mate is not None)
    new_of = dict(blocks) | {one.anchor: other.anchor for one, other in found.notes.both}
    return Counterparts(
        new_of,
        {there: here for here, there in new_of.items()},
        *(
            frozenset(part.anchor for part in some)
            for some in (found.moves.moved, found.moves.carried, found.moves.relevelled)
        ),
    )
