"""Numbers that moved on, folded as a human would write them."""

import pytest
from changes_of_every_kind import RENUMBERED, REPORT_CHANGES, side

from neaspec_docs.language import renumbering
from neaspec_docs.model.change import Change, Kind, PaperChanges, Renumbered


def _label(label: str) -> Renumbered:
    """Return what "paragraph 8. -> paragraph 9." says; a label that ends in no stop has no number."""
    sides = [
        side(word.rpartition(" ")[2] if word.endswith(".") else None, "", 1, word.rstrip("."))
        for word in label.split(" -> ")
    ]
    return Renumbered("paragraph", None, sides[0], sides[1])


def _said(*labels: str, changed: str = "") -> tuple[str, ...]:
    changes = (
        Change(Kind.CHANGED, one.type, None, one.old, one.new)
        for one in (_label(label) for label in changed.split("; ") if label)
    )
    return renumbering.phrases(PaperChanges("ex-1/a", "A", tuple(changes), tuple(map(_label, labels))))


@pytest.mark.parametrize(
    ("labels", "said"),
    [
        (["paragraph 8. -> paragraph 9."], "paragraph 8 is now 9"),
        (["paragraph 8. -> paragraph 9.", "paragraph 9. -> paragraph 10."], "paragraphs 8 and 9 are now 9 and 10"),
        ([f"Table {old}. -> Table {old + 1}." for old in (8, 9, 10)], "Tables 8–10 are now 9–11"),
        (["annex I. -> annex II.", "annex II. -> annex III."], "annexes I and II are now II and III"),
        (["Annex I, Appendix 1. -> Annex I, Appendix 2.", "Annex I, Appendix 2. -> Annex I, Appendix 3."],
         "Annex I, Appendices 1 and 2 are now 2 and 3"),
        (["section III. -> section IV.", "section IV. -> section V.", "section V. -> section VI."],
         "sections III–V are now IV–VI"),
        (["section 2.9. -> section 3.1.", "section 2.10. -> section 3.2."],
         "sections 2.9 and 2.10 are now 3.1 and 3.2"),
        (["section B. -> section C.", "section C. -> section D."], "sections B and C are now C and D"),
        (["section a. -> section b.", "section b. -> section c."], "sections a and b are now b and c"),
        (["section I. -> annex I."], "section I is now annex I"),
        (["paragraph 4. -> paragraph"], "paragraph 4 has no number now"),
        (["paragraph -> Table 3."], "a paragraph, which had no number, is now Table 3"),
    ],
)  # fmt: skip
def test_a_row_is_one_phrase(labels: list[str], said: str) -> None:
    assert _said(*labels) == (said,)


def test_a_row_ends_where_the_step_does() -> None:
    labels = [f"paragraph {old}. -> paragraph {new}." for old, new in ((3, 4), (4, 5), (5, 7), (7, 9), (8, 10))]
    assert _said(*labels) == (
        "paragraphs 3 and 4 are now 4 and 5", "paragraph 5 is now 7", "paragraphs 7 and 8 are now 9 and 10",
    )  # fmt: skip


def test_kinds_in_turn_are_folded_each_for_itself() -> None:
    labels = ["section II. -> section III.", "paragraph 8. -> paragraph 9.", "section III. -> section IV.",
              "paragraph 9. -> paragraph 10."]  # fmt: skip
    assert _said(*labels) == ("sections II and III are now III and IV", "paragraphs 8 and 9 are now 9 and 10")


def test_a_row_goes_on_over_what_changed_and_has_the_number_that_is_due() -> None:
    around = ("paragraph 3. -> paragraph 4.", "paragraph 6. -> paragraph 7.")
    due = "paragraph 4. -> paragraph 5.; paragraph 5. -> paragraph 6."
    assert _said(*around, changed=due) == ("paragraphs 3–6 are now 4–7",)
    apart = ("paragraph 3 is now 4", "paragraph 6 is now 7")
    assert _said(*around, changed="paragraph 4. -> paragraph 5.") == apart
    assert _said(*around, changed="paragraph 4. -> paragraph 9.; paragraph 5. -> paragraph 6.") == apart


def test_the_report_of_every_kind() -> None:
    assert renumbering.phrases(PaperChanges("ex-1/report", "", REPORT_CHANGES, RENUMBERED)) == (
        "paragraphs 3–9 are now 4–10", "sections II–IV are now III–V", "paragraphs 20 and 21 are now 22 and 23",
        "Table 1 has no number now",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("type", "label", "new", "said"),
    [
        ("section", "Effectiveness", "section 1", "the heading “Effectiveness”, which had no number, is now section 1"),
        ("annex", "List of participants", "Annex I",
         "the annex “List of participants”, which had no number, is now Annex I"),
        ("annex", "annex", "Annex I", "an annex, which had no number, is now Annex I"),
        ("table", "table in section 1", "Table 1", "the table in section 1, which had no number, is now Table 1"),
    ],
)  # fmt: skip
def test_what_had_no_number_is_called_by_what_it_says(type: str, label: str, new: str, said: str) -> None:
    one = Renumbered(type, None, side(None, "", 1, label), side(new.rpartition(" ")[2], "", 1, new))
    assert renumbering.phrases(PaperChanges("ex-1/a", "A", (), (one,))) == (said,)
