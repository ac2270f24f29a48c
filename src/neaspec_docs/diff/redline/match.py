"""Two rows of blocks -> which is which, in the order of a redline: what went stands before what came in its place.

Blocks with anchors are matched by the pairs of both versions, those without among themselves, by their kind and words.
"""

from collections import Counter
from collections.abc import Container, Hashable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple
from xml.etree.ElementTree import Element

from neaspec_docs.diff import chain
from neaspec_docs.diff.matching.align import Counterparts
from neaspec_docs.diff.redline.shapes import anchor, kind, words

LEAST = 0.35
"""So much of their words two blocks without anchors must share to be one that changed."""

_ROOM = 10_000
"""So many pairs of blocks are weighed at once; of more only those are matched that say the same."""


class Step(NamedTuple):
    """A block of the old version, one of the new, or one of both. `leads` begins a group that came or went whole."""

    old: Element | None
    new: Element | None
    leads: str | None = None


class Group(NamedTuple):
    """A block with an anchor and those after it that have none, for they are its own; or one block without."""

    anchor: str | None
    parts: tuple[Element, ...]


def steps(old: Sequence[Element], new: Sequence[Element], pairs: Counterparts, leaving: Container[str]) -> list[Step]:
    """Return how two rows of blocks become one; `leaving` are the old anchors of what does not stay in its place."""
    left, right = _groups(old), _groups(new)
    stays = _stays(left, right, pairs, leaving)
    made: list[Step] = []
    for (i, j), (k, m) in pairwise([(-1, -1), *stays, (len(left), len(right))]):
        made += _between(left[i + 1 : k], right[j + 1 : m])
        if k < len(left):
            made += _aligned(left[k].parts, right[m].parts)
    return made


def _groups(blocks: Sequence[Element]) -> list[Group]:
    groups: list[Group] = []
    for block in blocks:
        own = anchor(block)
        if own is None and groups and groups[-1].anchor is not None:
            groups[-1] = Group(groups[-1].anchor, (*groups[-1].parts, block))
        else:
            groups.append(Group(own, (block,)))
    return groups


def _stays(
    old: Sequence[Group], new: Sequence[Group], pairs: Counterparts, leaving: Container[str]
) -> list[tuple[int, int]]:
    there: dict[str | None, int] = {group.anchor: place for place, group in enumerate(new) if group.anchor is not None}
    found: list[tuple[int, int]] = []
    for place, group in enumerate(old):
        if group.anchor is not None and group.anchor not in leaving:
            match = there.get(pairs.new_of.get(group.anchor))
            found += [] if match is None else [(place, match)]
    kept = chain.heaviest([match for _, match in found], [1] * len(found))
    return [found[index] for index in kept]


def _between(old: Sequence[Group], new: Sequence[Group]) -> Iterator[Step]:
    """Give what stands between two groups that stay: what has an anchor came or went whole."""
    free = [place for place, group in enumerate(old) if group.anchor is None]
    fresh = [place for place, group in enumerate(new) if group.anchor is None]
    pairs = aligned([old[place].parts[0] for place in free], [new[place].parts[0] for place in fresh])
    begin = start = 0
    for i, j in [*((free[i], fresh[j]) for i, j in pairs), (len(old), len(new))]:
        for group in old[begin:i]:
            yield from (Step(part, None, group.anchor) for part in group.parts)
        for group in new[start:j]:
            yield from (Step(None, part, group.anchor) for part in group.parts)
        if i < len(old):
            yield Step(old[i].parts[0], new[j].parts[0])
        begin, start = i + 1, j + 1


def _aligned(old: Sequence[Element], new: Sequence[Element]) -> Iterator[Step]:
    """Give the parts of a group that is in both versions."""
    begin = start = 0
    pairs = [(0, 0)] if len(old) == len(new) == 1 else aligned(old, new)
    for i, j in [*pairs, (len(old), len(new))]:
        yield from (Step(part, None) for part in old[begin:i])
        yield from (Step(None, part) for part in new[start:j])
        if i < len(old):
            yield Step(old[i], new[j])
        begin, start = i + 1, j + 1


class _Said(NamedTuple):
    """What a block is, and says; of a row of a table also what its first cell says."""

    kind: Hashable
    words: tuple[str, ...]
    first: tuple[str, ...] | None


def _said(block: Element) -> _Said:
    return _Said(kind(block), words(block), words(block[0]) if block.tag == "tr" and len(block) else None)


def aligned(old: Sequence[Element], new: Sequence[Element]) -> list[tuple[int, int]]:
    """Return which blocks are one, by their places, in the order both rows share; only those of one kind can be."""
    left, right = [_said(block) for block in old], [_said(block) for block in new]
    end, stop, begin = len(left), len(right), 0
    while begin < min(end, stop) and left[begin] == right[begin]:
        begin += 1
    while end > begin and stop > begin and left[end - 1] == right[stop - 1]:
        end, stop = end - 1, stop - 1
    found = [(place, place) for place in range(begin)]
    same = [(begin + i, begin + j) for i, j in chain.once(left[begin:end], right[begin:stop])]
    for (i, j), (k, m) in pairwise([(begin - 1, begin - 1), *same, (end, stop)]):
        found += ((i + 1 + a, j + 1 + b) for a, b in _weighed(left[i + 1 : k], right[j + 1 : m]))
        found += [(k, m)] if k < end else []
    return found + [(end + place, stop + place) for place in range(len(left) - end)]


def _weighed(old: Sequence[_Said], new: Sequence[_Said]) -> Iterator[tuple[int, int]]:
    """Give the pairs that together have most in common (Needleman and Wunsch, 1970)."""
    if len(old) * len(new) > _ROOM:
        return
    alone = _alone(old) & _alone(new)
    best = [[0.0] * (len(new) + 1) for _ in range(len(old) + 1)]
    like = [[_likeness(one, other, alone) for other in new] for one in old]
    for i in reversed(range(len(old))):
        for j in reversed(range(len(new))):
            paired = like[i][j] + best[i + 1][j + 1] if like[i][j] else 0.0
            best[i][j] = max(paired, best[i + 1][j], best[i][j + 1])
    i = j = 0
    while i < len(old) and j < len(new):
        if like[i][j] and best[i][j] == like[i][j] + best[i + 1][j + 1]:
            yield i, j
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            i += 1
        else:
            j += 1


def _alone(blocks: Sequence[_Said]) -> set[Hashable]:
    """Return the kinds of which there is one block: it is the same one, whatever it says. A row must say the same."""
    count = Counter(block.kind for block in blocks)
    return {block.kind for block in blocks if count[block.kind] == 1 and block.first is None}


def _likeness(old: _Said, new: _Said, alone: set[Hashable]) -> float:
    if old.kind != new.kind:
        return 0.0
    both = len(old.words) + len(new.words)
    shared = 2 * (Counter(old.words) & Counter(new.words)).total() / both if both else 1.0
    if old.first is not None and old.first == new.first:
        shared += 0.5
    return shared + 0.01 if shared >= LEAST or old.kind in alone else 0.0
