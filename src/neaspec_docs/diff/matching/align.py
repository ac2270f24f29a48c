"""Two resolved Documents -> which of their blocks, items, rows, days, annexes and footnotes are the same ones."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from neaspec_docs.diff.matching import broken, moves, notes, pairing, parts
from neaspec_docs.diff.matching.broken import Broken
from neaspec_docs.model.document import Document


class Halves(NamedTuple):
    """The anchors of the two paragraphs that one of the other version is: new ones if it was `split`, else old ones."""

    first: str
    second: str
    split: bool


@dataclass(frozen=True, slots=True)
class Counterparts:
    """What is in both versions, by anchor, old and new; all of it is of the same type in both.

    The rest are old anchors: `moved` is what itself moved, the least that can have, rows within their table and items
    within their list too; `carried` the blocks that stand within a moved one and went with it; `relevelled` what is
    read where it was but stands elsewhere in the outline. `broken` are the paragraphs that were broken in two, or run
    into one.
    """

    new_of: Mapping[str, str]
    old_of: Mapping[str, str]
    moved: frozenset[str]
    carried: frozenset[str] = frozenset()
    relevelled: frozenset[str] = frozenset()
    broken: frozenset[Halves] = frozenset()


@dataclass(frozen=True, slots=True)
class Aligned:
    """The two trees of parts, each with its counterparts, what moved, what was broken in two, and the footnotes.

    `displaced` are the old anchors of what moved or has another level.
    """

    old: parts.Part
    new: parts.Part
    moves: moves.Moves
    displaced: frozenset[str]
    broken: tuple[Broken, ...]
    notes: notes.Notes


def align(old: Document, new: Document) -> Aligned:
    """Line two versions of a paper up; both are resolved. It takes n log n steps."""
    trees = parts.tree(old), parts.tree(new)
    pairing.pair(*trees)
    moved = moves.of(trees[0])
    displaced = _anchors((*moved.moved, *moved.relevelled))
    return Aligned(*trees, moved, displaced, broken.of(*trees, displaced), notes.lined_up(old, new))


def counterparts(old: Document, new: Document) -> Counterparts:
    """Return which anchors of two resolved versions of a paper are the same thing's."""
    found = align(old, new)
    blocks = ((part.anchor, part.mate.anchor) for part in found.old.below() if part.mate is not None)
    new_of = dict(blocks) | {one.anchor: other.anchor for one, other in found.notes.both}
    return Counterparts(
        new_of,
        {there: here for here, there in new_of.items()},
        _anchors(found.moves.moved),
        _anchors(found.moves.carried),
        _anchors(found.moves.relevelled),
        frozenset(Halves(one.first.anchor, one.second.anchor, one.split) for one in found.broken),
    )


def _anchors(some: Iterable[parts.Part]) -> frozenset[str]:
    return frozenset(part.anchor for part in some)
