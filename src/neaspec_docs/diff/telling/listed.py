"""Things that go by a name, in both versions -> which came, went, moved or changed: series, papers."""

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from typing import Generic, NamedTuple, TypeVar

from neaspec_docs.diff import chain
from neaspec_docs.diff.telling import placed
from neaspec_docs.diff.wording import reading
from neaspec_docs.diff.wording.reading import Read
from neaspec_docs.model.change import Change, Kind, Side

Thing = TypeVar("Thing")


class Listed(NamedTuple, Generic[Thing]):
    """One thing: the name that both versions know it by, its side, the words that are compared, and itself."""

    key: Hashable
    side: Side
    read: Read
    thing: Thing
    id: str | None = None


def _nothing(_: object, __: object) -> Iterable[Change]:
    return ()


def changes(
    type: str,
    old: Sequence[Listed[Thing]],
    new: Sequence[Listed[Thing]],
    within: Callable[[Thing, Thing], Iterable[Change]] = _nothing,
    *,
    ordered: bool = True,
) -> list[Change]:
    """Return the changes in the order of the new version; `within` gives those in a thing that is in both.

    Where the order means nothing (`ordered` is False) nothing moves.
    """
    pairs = paired([one.key for one in old], [one.key for one in new])
    fixed = set(chain.heaviest([*pairs.values()], [1] * len(pairs)) if ordered else range(len(pairs)))
    stays = {i: j for at, (i, j) in enumerate(pairs.items()) if at in fixed}
    became = {j: i for i, j in pairs.items()}

    def gone(i: int) -> Change | None:
        return None if i in pairs else Change(Kind.REMOVED, type, old[i].id, old[i].side, None)

    def now(j: int) -> Change | None:
        if j not in became:
            return Change(Kind.ADDED, type, new[j].id, None, new[j].side)
        was, one = old[became[j]], new[j]
        words = reading.compared(was.read, one.read)
        parts = tuple(within(was.thing, one.thing))
        kind = Kind.CHANGED if became[j] in stays else Kind.MOVED
        if not words and not parts and kind is Kind.CHANGED:
            return None
        return Change(kind, type, one.id, was.side, one.side, words, parts)

    return placed.in_order(range(len(old)), range(len(new)), stays, gone, now)


def paired(old: Sequence[Hashable], new: Sequence[Hashable]) -> Mapping[int, int]:
    """Return which names are the same, by their places: those that are equal; of the rest those in equal places."""
    pairs = dict(_equal(old, new))
    left = [i for i in range(len(old)) if i not in pairs]
    right = {*range(len(new))} - {*pairs.values()}
    if {*left} == right:
        pairs |= {i: i for i in left}
    return dict(sorted(pairs.items()))


def _equal(old: Sequence[Hashable], new: Sequence[Hashable]) -> Iterator[tuple[int, int]]:
    places: dict[Hashable, list[int]] = {}
    for j in reversed(range(len(new))):
        places.setdefault(new[j], []).append(j)
    for i, name in enumerate(old):
        if places.get(name):
            yield i, places[name].pop()
