"""Bags of words on both sides -> the pairs that have most words in common, the most alike first."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TypeAlias

Bag: TypeAlias = Mapping[str, int]
"""How often each word stands in a text, in small letters."""

_FEW = 600
"""So many pairs are compared one by one; of more, only those that share rare words or stand in like places."""

_RAREST, _CANDIDATES, _MOST, _NEAR = 8, 6, 60, 3


def weigh(word: str) -> int:
    """Return how much a word tells: short ones are in every text."""
    return max(1, min(8, len(word)) - 1)


def weight(bag: Bag) -> int:
    """Return what the words weigh together."""
    return sum(count * weigh(word) for word, count in bag.items())


def share(old: Bag, new: Bag, whole: int | None = None) -> float:
    """Return how much of both is in both, by weight, from 0 to 1; `whole` is what both weigh, if that is known."""
    whole = weight(old) + weight(new) if whole is None else whole
    few, many = sorted((old, new), key=len)
    shared = sum(min(count, many.get(word, 0)) * weigh(word) for word, count in few.items())
    return 2 * shared / whole if whole else 0.0


def best(
    old: Sequence[Bag], new: Sequence[Bag], least: float, score: Callable[[int, int], float]
) -> Iterator[tuple[int, int]]:
    """Give pairs of places (old, new), each place once: the highest score first, of equal ones the nearest places.

    No pair scores less than `least`. Of many only those that share rare words or stand in like places are compared,
    in n log n steps.
    """
    stretch = len(new) / max(1, len(old))
    scored = [
        (-found, abs(round(i * stretch) - j), i, j)
        for i, candidates in enumerate(_candidates(old, new))
        for j in candidates
        if (found := score(i, j)) >= least
    ]
    left, right = set(range(len(old))), set(range(len(new)))
    for _, _, i, j in sorted(scored):
        if i in left and j in right:
            left.remove(i)
            right.remove(j)
            yield i, j


def _candidates(old: Sequence[Bag], new: Sequence[Bag]) -> Iterable[Iterable[int]]:
    """Give for each old bag the places of the new ones that may be like it."""
    if len(old) * len(new) <= _FEW:
        return [range(len(new))] * len(old)
    there: dict[str, list[int]] = defaultdict(list)
    for place, bag in enumerate(new):
        for word in bag:
            there[word].append(place)
    stretch = len(new) / len(old)
    return (
        {*_sharing(bag, there), *_near(round(place * stretch), len(new))} for place, bag in enumerate(old)
    )  # a set, for no pair is scored twice


def _near(place: int, size: int) -> range:
    """Return the places beside this one: what has no rare word, a row like all others, is found there."""
    return range(max(0, place - _NEAR), min(size, place + _NEAR + 1))


def _sharing(bag: Bag, there: Mapping[str, Sequence[int]]) -> list[int]:
    """Return the places of the bags that share most of this one's rarest words."""
    rare = sorted((len(there[word]), word) for word in bag if word in there and len(there[word]) <= _MOST)
    votes: Counter[int] = Counter()
    for _, word in rare[:_RAREST]:
        votes.update(there[word])
    return [place for place, _ in votes.most_common(_CANDIDATES)]
