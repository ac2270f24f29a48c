"""Which words that stay are one piece."""

from neaspec_docs.diff.wording import stretches
from neaspec_docs.diff.wording.stretches import Run


def test_words_that_stay_side_by_side_are_one_piece() -> None:
    assert stretches.of([]) == []
    assert stretches.of([(0, 0), (1, 1), (2, 2)]) == [Run(0, 0, 3)]
    assert stretches.of([(1, 0), (2, 1), (4, 2), (5, 4)]) == [Run(1, 0, 2), Run(4, 2, 1), Run(5, 4, 1)]


def test_a_piece_ends_where_something_else_is_said_of_the_next_word() -> None:
    hands = "aab"
    assert stretches.of([(0, 0), (1, 1), (2, 2)], lambda i, _: hands[i]) == [Run(0, 0, 2), Run(2, 2, 1)]
