"""Two trees whose parts have their counterparts -> what itself moved, what was carried along, what changed its level.

What stays is the heaviest chain of blocks that both versions read in the same order, so what moved is the least that
can have moved. A paragraph over which a heading came or went stays, for it is read where it was. Where a section and
several blocks beside it changed places, the section moved, as a reader would say: one thing, with all in it.
"""

from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from neaspec_docs.diff import chain
from neaspec_docs.diff.matching.parts import Part
from neaspec_docs.model.block import Day, Item, List, Paragraph, Programme, Row, Section, Table
from neaspec_docs.model.document import Annex

_HEADING = 200
"""What a heading weighs beside the words under it: a paragraph moves over a heading, not the reverse."""

_HEAVIER = 10
"""A section of more times the words of the blocks that it changed places with stays all the same."""


@dataclass(frozen=True, slots=True)
class Moves:
    """The old parts that moved by themselves, those that a moved part took along, and those on another level."""

    moved: tuple[Part, ...]
    carried: tuple[Part, ...]
    relevelled: tuple[Part, ...]


def of(root: Part) -> Moves:
    """Return the moves between the tree of this old root and that of its counterpart."""
    every = [part for part in root.below() if part.mate is not None]
    blocks = [part for part in every if _is_block(part)]
    moved, carried = _sections_rather(blocks, *_among(blocks))
    for part in every:
        if isinstance(part.node, List | Table | Programme):
            moved += _displaced(child for child in part.children if child.mate and child.mate.above is part.mate)
    gone = {id(part) for part in moved}
    relevelled = (part for part in blocks if id(part) not in gone and _is_relevelled(part))
    return Moves(tuple(sorted(moved, key=lambda part: part.place)), tuple(carried), tuple(relevelled))


def _is_block(part: Part) -> bool:
    """Say whether the part is read in the run of the paper; items, rows and days are read in their own."""
    if isinstance(part.node, Row | Item | Day):
        return False
    return not (isinstance(part.node, List) and part.above is not None and isinstance(part.above.node, Item))


def _among(blocks: Iterable[Part]) -> tuple[list[Part], list[Part]]:
    """Return what moved among blocks in their order, and what these took along."""
    groups: list[tuple[Part, list[Part]]] = []
    for part in _displaced(blocks):
        if groups and _is_within(part, groups[-1][0]):
            groups[-1][1].append(part)
        else:
            groups.append((part, []))
    moved: list[Part] = []
    carried: list[Part] = []
    for mover, within in groups:
        further, _ = _among(within)
        aside = {id(part) for part in further}
        moved += [mover, *further]
        carried += [part for part in within if id(part) not in aside]
    return moved, carried


def _sections_rather(blocks: Sequence[Part], moved: list[Part], carried: list[Part]) -> tuple[list[Part], list[Part]]:
    """Return what moved, and what was carried along, with a section in place of the blocks that it passed."""
    movers = {id(part) for part in moved}
    holders = {id(part.above): part.above for part in moved if part.above is not None}
    sections: dict[int, Part] = {}
    for holder in holders.values():
        for section, passed in _passings(holder, movers):
            movers -= {id(part) for part in passed}
            sections[id(section)] = section
    if not sections:
        return moved, carried
    stays = {id(part) for part in moved} - movers
    aside = [part for part in carried if not any(id(around) in stays for around in part.around())]
    along = (part for part in blocks if id(part) not in movers and id(part) not in sections)
    aside += [
        part
        for part in along
        if any(_is_within(part, sections[id(one)]) for one in part.around() if id(one) in sections)
    ]
    return [*(part for part in moved if id(part) in movers), *sections.values()], aside


def _passings(holder: Part, moved: Container[int]) -> Iterator[tuple[Part, list[Part]]]:
    """Give the sections in a part that changed places with several blocks beside them, and these blocks.

    They moved from right before it to right after it, or the reverse.
    """
    old = [part for part in holder.children if part.mate is not None and part.mate.above is holder.mate]
    new = sorted(old, key=lambda part: part.mate.place if part.mate else 0)
    places = {id(part): place for place, part in enumerate(new)}
    run: list[Part] = []
    for at, part in enumerate(old):
        if id(part) in moved:
            run.append(part)
            continue
        further = (old[place] for place in range(at + 1, len(old)))
        after = [*takewhile(lambda other: id(other) in moved, further)]
        there = places[id(part)]
        for passed, now in (
            (run, new[there + 1 : there + 1 + len(run)]),
            (after, new[max(0, there - len(after)) : there]),
        ):
            if len(passed) > 1 and passed == now and _may_move(part, passed):
                yield part, passed
                break
        run = []


def _may_move(part: Part, passed: Sequence[Part]) -> bool:
    return isinstance(part.node, Section | Annex) and part.total <= _HEAVIER * sum(other.total for other in passed)


def _is_within(part: Part, other: Part) -> bool:
    """Say whether a part stands within another in both versions."""
    if part.mate is None or other.mate is None:
        return False
    return other.place < part.place < other.end and other.mate.place < part.mate.place < other.mate.end


def _displaced(parts: Iterable[Part]) -> list[Part]:
    """Return the parts that are not read in the order that most share, the heaviest counted most."""
    pairs = [(part, part.mate.place) for part in parts if part.mate is not None]
    ranks = {place: rank for rank, place in enumerate(sorted(place for _, place in pairs))}
    stays = set(chain.heaviest([ranks[place] for _, place in pairs], [_weight(part) for part, _ in pairs]))
    return [part for index, (part, _) in enumerate(pairs) if index not in stays]


def _weight(part: Part) -> int:
    match part.node:
        case Section() | Annex():
            return _HEADING + part.total
        case List() | Table() | Programme():
            return part.total
        case _:
            return part.size


def _is_relevelled(part: Part) -> bool:
    """Say whether the part stands elsewhere in the outline, though it is read where it was.

    A section on another level, but not because a heading above it came or went; what stood under a paragraph and no
    longer does, or the reverse.
    """
    mate = part.mate
    if mate is None:
        return False
    if isinstance(part.node, Section) and isinstance(mate.node, Section):
        above, other = _around(part), _around(mate)
        return part.node.level != mate.node.level and not (above and other and above.mate is other)
    holder, now = part.above, mate.above
    under = holder if holder and isinstance(holder.node, Paragraph) else None
    under_now = now if now and isinstance(now.node, Paragraph) else None
    return (under.mate if under else None) is not under_now


def _around(part: Part) -> Part | None:
    """Return the nearest part around it that is in both versions."""
    around = part.above
    while around is not None and around.mate is None:
        around = around.above
    return around
