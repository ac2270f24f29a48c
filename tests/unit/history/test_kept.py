"""Which word of two texts is the same one, and that finding it takes no more than its length is worth."""

import pytest

from neaspec_docs.history.kept import Text, between


def _text(*lines: str) -> Text:
    said = [(word, number) for number, line in enumerate(lines, 1) for word in line.split()]
    return Text([word for word, _ in said], [number for _, number in said])


def _same(old: Text, new: Text) -> list[tuple[str, bool]]:
    """Return the words of the new text that were in the old one, and whether they stood elsewhere."""
    found = between(old, new)
    assert {there: here for here, there in found.behind.items()} == dict(found.before)
    assert all(new.words[there] == old.words[here] for there, here in found.before.items())
    return [(new.words[place], place in found.moved) for place in sorted(found.before)]


def test_words_between_changes_are_the_same() -> None:
    same = _same(_text("the herons stand in the marsh"), _text("the storks stand in the lake"))
    assert same == [("the", False), ("stand", False), ("in", False), ("the", False)]


def test_a_short_word_between_longer_ones_that_changed_is_another() -> None:
    assert _same(_text("herons on reeds"), _text("storks on rocks")) == []
    assert _same(_text("in Tokyo on"), _text("at Tokyo by")) == [("Tokyo", False)]


def test_a_line_that_moved_is_known_again() -> None:
    old, new = _text("a b c", "reeds grow there", "x y z w"), _text("reeds grow there", "a b c", "x y z w")
    assert sorted(word for word, moved in _same(old, new) if moved) in (["a", "b", "c"], ["grow", "reeds", "there"])
    assert len(_same(old, new)) == len(new.words)


def test_words_that_moved_in_a_row_are_known_again_and_a_copy_is_none() -> None:
    row = "one two three four five six"
    long = "seven eight nine ten eleven twelve thirteen fourteen"
    assert [
        word for word, moved in _same(_text(f"{row} left", long), _text(long, f"right {row}")) if moved
    ] == row.split()
    assert [word for word, moved in _same(_text(row, long), _text(row, long, f"and {row}")) if moved] == []


def test_rows_that_are_all_alike_keep_their_places() -> None:
    old = ["row 0 0"] * 300
    new = [*old]
    new[10], new[250] = "row 1 0", "row 0 2"
    found = between(_text(*old), _text(*new))
    assert all(here == there for there, here in found.before.items())
    assert len(found.before) == 898


class _Counted(str):
    """A word that counts how often it is looked at."""

    __slots__ = ()
    looks = 0

    def __eq__(self, other: object) -> bool:
        _Counted.looks += 1
        return str.__eq__(self, other)

    def __hash__(self) -> int:
        _Counted.looks += 1
        return str.__hash__(self)


@pytest.mark.parametrize("rewritten", [1, 30], ids=["a word of each line", "every line"])
def test_a_text_of_four_times_the_length_costs_some_four_times_as_much(rewritten: int) -> None:
    def looks(lines: int) -> int:
        old = [[_Counted(f"w{number * number * at % 401}") for at in range(30)] for number in range(lines)]
        new = [[*line[:7], *(_Counted(f"n{number}") for _ in range(rewritten)), *line[7 + rewritten :]]
               for number, line in enumerate(old)]  # fmt: skip
        _Counted.looks = 0
        sides = (Text([w for line in side for w in line], [n for n, line in enumerate(side) for _ in line])
                 for side in (old, new))  # fmt: skip
        between(*sides)
        return _Counted.looks

    assert looks(160) < 6 * looks(40)


def test_a_file_that_is_new_has_no_word_of_the_one_before() -> None:
    assert _same(_text(), _text("reeds grow")) == _same(_text("reeds grow"), _text()) == _same(_text(), _text()) == []


def test_texts_that_have_no_word_in_common_have_none() -> None:
    assert _same(_text("reeds grow"), _text("storks fly")) == []
