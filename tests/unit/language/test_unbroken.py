"""Where a line can be broken, and where not."""

import pytest

from neaspec_docs.language import unbroken


@pytest.mark.parametrize(
    ("text", "words", "ending"),
    [
        ("", [], 0),
        ("word", [(0, 4)], 4),
        ("a word", [(0, 1), (2, 6)], 4),
        ("a word ", [(0, 1), (2, 6)], 0),
        ("10\u00a0per\u202fcent", [(0, 11)], 11),
        ("漢字a。", [(2, 3)], 0),
        ("漢字a", [(2, 3)], 1),
        ("e\u0301", [(0, 2)], 2),
    ],
)
def test_words_and_the_one_at_the_end(text: str, words: list[tuple[int, int]], ending: int) -> None:
    assert [*unbroken.words(text)] == words
    assert unbroken.ending(text) == ending
