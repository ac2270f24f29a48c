"""Places in two orders -> the heaviest chain of them that both orders share: what stays where it is."""

from collections.abc import Hashable, Sequence


def heaviest(places: Sequence[int], weights: Sequence[int]) -> list[int]:
    """Return the indexes of an increasing subsequence of `places` that weighs most; weights are at least 1.

    Places are distinct and count from 0. With equal weights it is a longest increasing subsequence. A Fenwick tree
    (Fenwick, "A new data structure for cumulative frequency tables", 1994) holds the best chain that ends below each
    place, so it takes n log n steps.
    """
    size = max(places, default=-1) + 2
    best: list[tuple[int, int]] = [(0, -1)] * size  # the weight of the best chain in a range, and its last index
    before = [-1] * len(places)
    for index, (place, weight) in enumerate(zip(places, weights, strict=True)):
        total, last = 0, -1
        at = place
        while at > 0:
            if best[at][0] > total:
                total, last = best[at]
            at -= at & -at
        before[index] = last
        mine = (total + weight, index)
        at = place + 1
        while at < size:
            if best[at][0] < mine[0]:
                best[at] = mine
            at += at & -at
    total, last = 0, -1
    at = size - 1
    while at > 0:
        if best[at][0] > total:
            total, last = best[at]
        at -= at & -at
    chain = []
    while last >= 0:
        chain.append(last)
        last = before[last]
    return chain[::-1]


def once(
    old: Sequence[Hashable], new: Sequence[Hashable], weights: Sequence[int] | None = None
) -> list[tuple[int, int]]:
    """Return the pairs (place in old, place in new) of what stands once on each side, in the order both share.

    Where two orders contradict each other the heavier chain wins; `weights` go by the place in `old`.
    """
    there = _single(new)
    pairs = [(place, there[one]) for one, place in _single(old).items() if one in there]
    heavy = [weights[place] if weights else 1 for place, _ in pairs]
    return [pairs[index] for index in heaviest([place for _, place in pairs], heavy)]


def _single(sequence: Sequence[Hashable]) -> dict[Hashable, int]:
    """Return the place of what stands once in a sequence, in its order."""
    found: dict[Hashable, int] = {}
    again: set[Hashable] = set()
    for place, one in enumerate(sequence):
        if one in found:
            again.add(one)
        found[one] = place
    return {one: place for one, place in found.items() if one not in again}
