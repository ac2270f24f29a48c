"""Which words an editor would mark, and that the marks give both texts back."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from neaspec_docs.diff.wording import words
from neaspec_docs.diff.wording.words import OBJECT, Token

_SIGNS = ["a", "of", "session", "Government", "2019", ".", ",", ";", " ", " ", " ", "The", "蒙", OBJECT, "\n"]
_TOKENS = st.lists(st.builds(Token, st.sampled_from(_SIGNS), st.sampled_from([None, None, None, "bold"])), max_size=30)


def _marked(old: str, new: str) -> str:
    """Return the edits as an editor's marks: [-gone-] and {+come+}."""
    return "".join(
        one.new if one.same else (f"[-{one.old}-]" if one.old else "") + (f"{{+{one.new}+}}" if one.new else "")
        for one in words.between(old, new)
    )


@pytest.mark.parametrize(
    ("old", "new", "marked"),
    [
        ("12.5 per cent", "13 per cent", "[-12.5-]{+13+} per cent"),
        ("It shall adopt the plan.", "It will adopt the plan.", "It [-shall-]{+will+} adopt the plan."),
        ("the red car", "the big red car", "the {+big +}red car"),
        ("the big red car", "the red car", "the [-big -]red car"),
        ("China, Japan and Mongolia", "China, Japan, the Republic of Korea and Mongolia",
         "China, Japan{+, the Republic of Korea+} and Mongolia"),
        ("A, B.", "A, X, B.", "A, {+X, +}B."),
        ("agreed.", "agreed, and noted.", "agreed{+, and noted+}."),
        ("NEASPEC/SOM(24)/5", "NEASPEC/SOM(24)/6", "NEASPEC/SOM(24)/[-5-]{+6+}"),
        ("the sub-programme", "the subprogramme", "the [-sub-programme-]{+subprogramme+}"),
        ("First one here. Second one there.", "First one here. New one. Second one there.",
         "First one here. {+New one. +}Second one there."),
        ("First one here.", "First one here. New one.", "First one here.{+ New one.+}"),
        ("回顾第二十四次会议的决定", "回顾第二十五次会议的决定", "回顾第二十[-四-]{+五+}次会议的决定"),
        ("", "new words", "{+new words+}"),
        ("old words", "", "[-old words-]"),
    ],
)  # fmt: skip
def test_only_the_words_that_changed_are_marked(old: str, new: str, marked: str) -> None:
    assert _marked(old, new) == marked


def test_a_word_or_two_between_changes_go_with_them() -> None:
    marked = _marked("The Government of Mongolia offered to host.", "The Ministry of China offered to host.")
    assert marked == "The [-Government of Mongolia-]{+Ministry of China+} offered to host."


def test_more_words_between_changes_stay() -> None:
    marked = _marked("It was 12.5 per cent in 2019 and more in 2020.", "It was 13 per cent in 2020 and more in 2021.")
    assert marked == "It was [-12.5-]{+13+} per cent in [-2019-]{+2020+} and more in [-2020-]{+2021+}."


def test_a_blank_between_changed_words_is_marked_with_them() -> None:
    assert _marked("a good plan here", "a fine scheme here") == "a [-good plan-]{+fine scheme+} here"


def test_words_that_only_come_leave_what_is_between_them_alone() -> None:
    marked = _marked("the plan and the budget", "the new plan and the larger budget")
    assert marked == "the {+new +}plan and the {+larger +}budget"


def test_a_rewritten_sentence_is_one_deletion_and_one_insertion() -> None:
    old = "The Meeting thanked its host. The Meeting welcomed the report of the secretariat on nature conservation."
    new = "The Meeting thanked its host. Delegations felt that further consultations would be of use before the vote."
    kept, changed = words.between(old, new)
    assert kept.same
    assert changed.old == "The Meeting welcomed the report of the secretariat on nature conservation."
    assert changed.new == "Delegations felt that further consultations would be of use before the vote."


def test_a_sentence_parted_in_two_keeps_its_words() -> None:
    marked = _marked(
        "It invited Governments to contribute, and it asked the secretariat to report.",
        "It invited Governments to contribute. It asked the secretariat to report.",
    )
    assert marked == "It invited Governments to contribute[-, and it-]{+. It+} asked the secretariat to report."


def test_a_change_of_look_alone_is_a_change_of_that_word() -> None:
    old = words.tokens("one two three")
    new = (*words.tokens("one "), Token("two", "bold"), *words.tokens(" three"))
    assert [(old[edit.old], new[edit.new]) for edit in words.edits(old, new) if not edit.same] == [
        ((Token("two"),), (Token("two", "bold"),))
    ]


def test_a_footnote_stays_in_a_sentence_that_is_rewritten() -> None:
    note = Token(OBJECT, "fn.a")
    old = (*words.tokens("The plan was adopted in the capital"), note, *words.tokens("."))
    new = (*words.tokens("Nobody knew what had been decided"), note, *words.tokens("."))
    assert any(edit.same and note in old[edit.old] for edit in words.edits(old, new))


@given(_TOKENS, _TOKENS)
def test_edits_give_both_sides_back_by_turns(old: list[Token], new: list[Token]) -> None:
    edits = words.edits(old, new)
    assert [token for edit in edits for token in old[edit.old]] == old
    assert [token for edit in edits for token in new[edit.new]] == new
    assert all(old[edit.old] == new[edit.new] for edit in edits if edit.same)
    assert all(one.same is not other.same for one, other in pairwise(edits))
    assert all(edit.old != edit.new or edit.same or old[edit.old] != new[edit.new] for edit in edits)


@given(_TOKENS)
def test_the_same_tokens_are_no_change(tokens: list[Token]) -> None:
    assert all(edit.same for edit in words.edits(tokens, tokens))


@given(_TOKENS, st.lists(st.sampled_from(["X1", "X2", " "]), min_size=1, max_size=8), st.integers(0, 30))
def test_what_is_put_in_is_all_that_is_marked(tokens: list[Token], come: list[str], at: int) -> None:
    new = [*tokens[:at], *map(Token, come), *tokens[at:]]
    changed = [edit for edit in words.edits(tokens, new) if not edit.same]
    assert [len(tokens[edit.old]) for edit in changed] == [0]
    assert sum(len(new[edit.new]) for edit in changed) == len(come)


@given(st.text())
def test_tokens_give_the_text_back(text: str) -> None:
    assert "".join(token.text for token in words.tokens(text)) == text


def test_text_too_long_for_a_table_is_cut_at_what_stands_once() -> None:
    old = [Token(f"w{number}") for number in range(6_000)]
    new = [token for place, token in enumerate(old) if place % 100]
    gone = [old[edit.old] for edit in words.edits(old, new) if not edit.same]
    assert gone == [[old[place]] for place in range(0, 6_000, 100)]


def test_one_word_in_two_long_texts_that_have_no_other_in_common_stays_in_neither() -> None:
    old, new = (" ".join(f"{side}{number}" for number in range(300)) for side in "xy")
    (change,) = words.between(old.replace("x150 ", "thing "), new.replace("y150 ", "thing "))
    assert not change.same


def test_a_change_takes_no_blank_that_both_sides_have() -> None:
    marked = _marked("It was larger in 2019 and will be so.", "It was smaller in 2020 and will be so.")
    assert marked == "It was [-larger in 2019-]{+smaller in 2020+} and will be so."


@pytest.mark.parametrize("symbol", ["NEASPEC/SOM(24)/5", "E/ESCAP/76/1"])
def test_what_is_added_to_a_symbol_is_all_that_changed(symbol: str) -> None:
    told = words.between(symbol, f"{symbol}/Rev.1")
    assert [(one.old, one.new) for one in told] == [(symbol, symbol), ("", "/Rev.1")]
