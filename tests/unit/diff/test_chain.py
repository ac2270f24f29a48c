"""What stays: the heaviest chain that two orders share, held against trying all of them."""

from itertools import combinations, pairwise

from hypothesis import given
from hypothesis import strategies as st

from neaspec_docs.diff import chain

_WEIGHED = st.integers(0, 7).flatmap(
    lambda size: st.tuples(st.permutations(range(size)), st.lists(st.integers(1, 9), min_size=size, max_size=size))
)


def _heaviest_of_all(places: list[int], weights: list[int]) -> int:
    chains = (some for size in range(len(places) + 1) for some in combinations(range(len(places)), size))
    return max(
        sum(weights[at] for at in some)
        for some in chains
        if all(places[one] < places[other] for one, other in pairwise(some))
    )


@given(_WEIGHED)
def test_no_chain_is_heavier(drawn: tuple[list[int], list[int]]) -> None:
    places, weights = drawn
    found = chain.heaviest(places, weights)
    assert all(one < other and places[one] < places[other] for one, other in pairwise(found))
    assert sum(weights[at] for at in found) == _heaviest_of_all(places, weights)


def test_what_stands_twice_is_no_anchor() -> None:
    assert chain.once("abcad", "xbcay") == [(1, 1), (2, 2)]


def test_the_heavier_of_two_orders_wins() -> None:
    assert chain.once("ab", "ba", [1, 5]) == [(1, 0)]
