"""Two trees of parts -> each part's counterpart in the other version, where it has one.

The author's ids decide first. Then come parts that say the same and stand once on each side; then, within parts that
are counterparts, what says the same in the same order, what has the same name, what is alike; last what is left,
wherever it stands: it was moved, or the heading above it came or went. Parts are alike by the words that both have.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from itertools import pairwise

from neaspec_docs.diff import chain
from neaspec_docs.diff.matching import likeness as alike
from neaspec_docs.diff.matching import sense
from neaspec_docs.diff.matching.parts import Part
from neaspec_docs.diff.wording.kept import kept
from neaspec_docs.model.block import Day, Item, Row, Section

LIKE = 0.4
"""Parts whose words share less are no counterparts."""

_LIKE_ELSEWHERE = 0.5
"""The same for parts in different surroundings."""

_HEAVY = 1_000
_TELLING = 4
"""Parts of fewer words that say the same may do so by chance; a whole section, with its heading, does not."""

_BOUND = (Row, Item, Day)
"""Parts that are looked for in their own table, list or timetable only."""


def pair(old: Part, new: Part) -> None:
    """Give each part of both trees its `mate`."""
    _join(old, new)
    left, right = list(old.below()), list(new.below())
    _by_id(left, right)
    free = (
        [part for part in left if not isinstance(part.node, _BOUND)],
        [part for part in right if not isinstance(part.node, _BOUND)],
    )
    _once(*free, lambda part: part.whole, whole=True)
    _once(*free, lambda part: part.own, whole=False)
    _within_all(left)
    _leftovers(*free)
    _within_all(left)


def _join(old: Part, new: Part) -> None:
    old.mate, new.mate = new, old


def _alone(some: Iterable[Part]) -> list[Part]:
    return [part for part in some if part.mate is None]


def _by_id(old: Sequence[Part], new: Sequence[Part]) -> None:
    known = {(part.kind, part.known_as): part for part in reversed(new) if part.known_as is not None}
    for part in old:
        mate = known.get((part.kind, part.known_as)) if part.known_as is not None else None
        if mate is not None and mate.mate is None:
            _join(part, mate)


def _once(old: Sequence[Part], new: Sequence[Part], what: Callable[[Part], int], *, whole: bool) -> None:
    """Join parts that say the same, and stand once on each side; `whole`: with all within."""
    left, right = _single(old, what, whole=whole), _single(new, what, whole=whole)
    for said, part in left.items():
        mate = right.get(said)
        if mate is None or part.mate or mate.mate or part.kind is not mate.kind:
            continue
        _join(part, mate)
        if whole:
            _all_within(part, mate)


def _all_within(old: Part, new: Part) -> None:
    for one, other in zip(old.children, new.children, strict=True):
        if one.mate is None and other.mate is None and one.kind is other.kind:
            _join(one, other)
        _all_within(one, other)


def _single(some: Sequence[Part], what: Callable[[Part], int], *, whole: bool) -> dict[int, Part]:
    telling = [
        part
        for part in some
        if (part.total if whole else part.size) > _TELLING or (whole and isinstance(part.node, Section))
    ]
    often = Counter(map(what, telling))
    return {what(part): part for part in telling if often[what(part)] == 1}


def _within_all(old: Iterable[Part]) -> None:
    """Look for counterparts within all counterparts, from the top down."""
    root = next(iter(old), None)
    while root is not None and root.above is not None:
        root = root.above
    waiting = [root] if root is not None else []
    while waiting:
        part = waiting.pop()
        if part.mate is not None and part.children and part.mate.children:
            _within(part.children, part.mate.children)
        waiting += part.children


def _within(old: Sequence[Part], new: Sequence[Part]) -> None:
    """Join what is alike among the parts of two counterparts: between those joined already, then anywhere."""
    for left, right in _gaps(old, new):
        _in_order(left, right, lambda part: part.whole)
        for further in _gaps(left, right):
            _in_order(*further, lambda part: part.name)
            for last in _gaps(*further):
                _under_one_span(*last)
                _alike(*last, LIKE)
                _only_one(*last)
                _row_by_row(*last)
                _under_one_span(*last)
    left, right = _alone(old), _alone(new)
    _same(left, right)
    _alike(left, right, LIKE)


def _gaps(old: Sequence[Part], new: Sequence[Part]) -> list[tuple[list[Part], list[Part]]]:
    """Return the parts without counterpart between those that have theirs here, in the order both share."""
    places = {id(part): place for place, part in enumerate(new)}
    joined = [(i, places[id(part.mate)]) for i, part in enumerate(old) if part.mate and id(part.mate) in places]
    fixed = [joined[at] for at in chain.heaviest([j for _, j in joined], [old[i].total for i, _ in joined])]
    edges = [(-1, -1), *fixed, (len(old), len(new))]
    found = []
    for (i, j), (k, m) in pairwise(edges):
        left, right = _alone(old[i + 1 : k]), _alone(new[j + 1 : m])
        if left and right:
            found.append((left, right))
    return found


def _in_order(old: Sequence[Part], new: Sequence[Part], what: Callable[[Part], Hashable]) -> None:
    """Join what says the same in the same order."""
    shared = {(part.kind, what(part)) for part in old} & {(part.kind, what(part)) for part in new}
    ids = {said: place for place, said in enumerate(said for said in shared if said[1] is not None)}
    left = [part for part in old if (part.kind, what(part)) in ids]
    right = [part for part in new if (part.kind, what(part)) in ids]
    numbers = ([ids[part.kind, what(part)] for part in some] for some in (left, right))
    for i, j in kept(next(numbers), next(numbers), dict.fromkeys(ids.values(), _HEAVY)):
        _join(left[i], right[j])


def _same(old: Sequence[Part], new: Sequence[Part]) -> None:
    """Join what says the same, in any order."""
    there: dict[tuple[type, int], list[Part]] = defaultdict(list)
    for part in reversed(new):
        there[part.kind, part.whole].append(part)
    for part in old:
        if there[part.kind, part.whole]:
            _join(part, there[part.kind, part.whole].pop())


def _only_one(old: Sequence[Part], new: Sequence[Part]) -> None:
    """Join a part without words of its own to the only one of its kind: a list, a timetable."""
    left, right = _alone(old), _alone(new)
    often = Counter(part.kind for part in left), Counter(part.kind for part in right)
    only = {part.kind: part for part in right}
    for part in left:
        if part.size == 1 and often[0][part.kind] == often[1][part.kind] == 1:
            _join(part, only[part.kind])


def _under_one_span(old: Sequence[Part], new: Sequence[Part]) -> None:
    """Join the rows that stand in the same place under a cell over several rows, where its first rows are joined."""
    there = {(id(part.head), part.step): part for part in _alone(new) if part.head is not None}
    for part in _alone(old):
        head = part.head
        if head is None or head.mate is None or _spans(head) != _spans(head.mate):
            continue
        other = there.get((id(head.mate), part.step))
        if other is not None and other.mate is None and _spans(part) == _spans(other):
            _join(part, other)


def _row_by_row(old: Sequence[Part], new: Sequence[Part]) -> None:
    """Join rows by their places where as many stand on both sides, cut alike, if they have a cell in common."""
    for left, right in _gaps(old, new):
        if list(map(_spans, left)) == list(map(_spans, right)):
            for one, other in zip(left, right, strict=True):
                if any(mine and mine == its for mine, its in zip(_cells(one), _cells(other), strict=True)):
                    _join(one, other)


def _spans(part: Part) -> Hashable:
    """Return how a row is cut into cells."""
    row = part.node
    return (row.group, tuple((cell.rows, cell.cols) for cell in row.cells)) if isinstance(row, Row) else None


def _cells(part: Part) -> list[tuple[str, ...]]:
    """Return the words of each cell of a row; what has none, a dash, is in common with many rows."""
    return [tuple(sense.said(cell.text)) for cell in part.node.cells] if isinstance(part.node, Row) else []


def _leftovers(old: Sequence[Part], new: Sequence[Part]) -> None:
    """Join what is left, wherever it stands."""
    left = [part for part in _alone(old) if part.total > _TELLING]
    right = [part for part in _alone(new) if part.total > _TELLING]
    _in_order(left, right, lambda part: part.whole)
    _same(_alone(left), _alone(right))
    _alike(_alone(left), _alone(right), _LIKE_ELSEWHERE)


def _alike(old: Sequence[Part], new: Sequence[Part], least: float) -> None:
    """Join the pairs that are most alike."""
    left, right = _alone(old), _alone(new)

    def score(i: int, j: int) -> float:
        return likeness(left[i], right[j]) if left[i].kind is right[j].kind else 0.0

    for i, j in alike.best([part.words for part in left], [part.words for part in right], least, score):
        _join(left[i], right[j])


def likeness(old: Part, new: Part) -> float:
    """Return the share of the words that both have, or of the parts within that are counterparts (0 to 1)."""
    share = old.share(new)
    if not old.children or not new.children:
        return share
    joined = sum(child.total for child in old.children if child.mate is not None and child.mate.above is new)
    return max(share, 2 * joined / (old.total + new.total))
