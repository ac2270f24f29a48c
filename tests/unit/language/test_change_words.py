"""The phrases of changes, and how much of a text is shown."""

import pytest
from changes_of_every_kind import changed, side, words
from hypothesis import given
from hypothesis import strategies as st

from neaspec_docs.diagnostics.span import Span
from neaspec_docs.diff.report.text import of as text_of
from neaspec_docs.language import change_lines, change_words, legible
from neaspec_docs.model.change import Change, Changes, Kind, PaperChanges, Renumbered, Words

WORDS = st.lists(st.builds(Words, st.text("ab \n字é\u0301", max_size=300), st.text("ab 字", max_size=300)), max_size=6)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("paragraph 7", "paragraph 8", "paragraph 7 → 8"),
        ("EX/2, paragraph 7", "EX/2, paragraph 8", "EX/2, paragraph 7 → 8"),
        ("Table 2", "Table 2", "Table 2"),
        ("section II", "annex II", "section II → annex II"),
        ("Annex I", "Annex", "Annex I → Annex"),
        ("", "paragraph 8", "→ paragraph 8"),
    ],
)
def test_what_two_labels_share_is_said_once(old: str, new: str, said: str) -> None:
    assert change_words.from_to(old, new) == said


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (changed("paragraph", side("7.", "", 1, "paragraph 7"), side("8.", "", 1, "paragraph 8")),
         "paragraph 7 → 8 changed"),
        (changed("paragraph", side("7.", "", 1, ""), side("8.", "", 1, "")), "paragraph 7 → 8 changed"),
        (changed("table", side(None, "", 1, "table"), side("1", "", 1, "Table 1")),
         "table without a number → Table 1 changed"),
        (changed("section", side("I.", "", 1, "section I"), side(None, "", 1, "Introduction")),
         "section I → section without a number changed"),
        (changed("section", side(None, "", 1, "Introduction"), side(None, "", 1, "Opening")),
         "section “Opening” changed"),
        (Change(Kind.REMOVED, "list", None, side(None, "x", 1, "list", after="paragraph 3"), None),
         "list after paragraph 3 removed"),
        (Change(Kind.REMOVED, "page_break", None, side(None, "", 1, "page break"), None), "page break removed"),
        (Change(Kind.REMOVED, "page_break", None, side(None, "", 1, "", after="paragraph 3"), None),
         "page break after paragraph 3 removed"),
        (Change(Kind.ADDED, "list", None, None, side(None, "x", 1, "list")), "list added"),
        (Change(Kind.MOVED, "text", None, side(None, "x", 1, "text", after="paragraph 3"), side(None, "x", 1, "text")),
         "text moved from after paragraph 3 to the beginning"),
        (Change(Kind.MOVED, "paragraph", None, side("3.", "x", 1, "paragraph 3"), side("9.", "y", 1, "paragraph 9"),
                words(("x", "y"))), "paragraph 3 → 9 moved, and changed"),
    ],
)  # fmt: skip
def test_a_heading_says_what_happened_to_what(change: Change, said: str) -> None:
    assert change_words.heading(change) == said


def test_a_move_names_both_numbers_of_what_it_stood_after_where_one_label_would_mislead() -> None:
    old, new = (side("5.", "x", 1, "paragraph 5", after="paragraph 4") for _ in range(2))
    moved = Change(Kind.MOVED, "paragraph", None, old, new)
    over = changed("paragraph", side("4.", "", 1, "paragraph 4"), side("6.", "", 1, "paragraph 6"))
    under = Renumbered("paragraph", None, side("3.", "", 1, "paragraph 3"), side("4.", "", 1, "paragraph 4"))
    paper = PaperChanges("ex-1/a", "A", (moved, over), (under,))
    said = "paragraph 5 moved from after paragraph 4 (now 6) to after paragraph 4 (was 3)"
    assert change_words.heading(moved, paper) == said
    assert change_words.heading(moved, PaperChanges("ex-1/a", "A", (moved,))) == "paragraph 5 moved"


def test_a_part_is_not_named_twice() -> None:
    at = side(None, "", 1, "Joint Action")
    part = changed("panel", at, at, *words("Joint Action\nPolicy ", ("dialogue", "talks")))
    (line,) = change_lines.lines(changed("figure", at, at, parts=(part,)))
    assert (line.name, line.words) == ("Joint Action", words("Policy ", ("dialogue", "talks")))


def test_what_is_gone_is_said_with_the_version_that_had_it() -> None:
    gone = Change(Kind.REMOVED, "text", None, side(None, "x", 3, "text"), None)
    assert change_words.where(gone, Changes("main", "HEAD", ())) == "content/ex-1/report.yaml:3 in main"
    given = Change(Kind.REMOVED, "text", None, side(None, "x", Span("old.yaml", 3, 1), "text"), None)
    assert change_words.where(given, Changes("old.yaml", "new.yaml", ())) == "old.yaml:3"


@pytest.mark.parametrize(
    ("old", "new", "shown"),
    [
        ("US$ 5", "US$\u00a05", ("US$ 5", "US$<U+00A0>5")),
        ("co\u00adoperate", "cooperate", ("co<U+00AD>operate", "cooperate")),
        ("Ulaanbaatar", "Ulan Bator", ("Ulaanbaatar", "Ulan Bator")),
        ("caf\u00e9", "cafe\u0301", ("caf<U+00E9>", "cafe<U+0301>")),
        ("\u202ea", "b\x07", ("<U+202E>a", "b<U+0007>")),
    ],
)
def test_signs_that_look_the_same_are_told_apart(old: str, new: str, shown: tuple[str, str]) -> None:
    (one,) = legible.told_apart([Words(old, new)])
    assert (one.old, one.new) == shown


def test_a_long_stretch_is_shortened_between_words_and_what_changed_is_whole() -> None:
    stretch = "twelve letters " * 100
    before, change, after = legible.excerpt((*words(stretch), Words("old", "new"), *words(stretch)), 50)
    assert before.old == "… twelve letters twelve letters twelve letters "
    assert change == Words("old", "new")
    assert after.old == "twelve letters twelve letters twelve letters …"
    middle = legible.excerpt((Words("a", "b"), *words(stretch), Words("c", "d")), 20)[1].old
    assert middle == "twelve letters … twelve letters "
    assert legible.excerpt((Words("a", "b"), *words(" in 2018, " + stretch), Words("c", "")), 20)[1].old.startswith(
        " in "
    )
    chinese = legible.excerpt((Words("a", "b"), *words("会" * 300)), 20)[1].old
    assert chinese == "会" * 20 + "…"


@given(WORDS)
def test_an_excerpt_keeps_what_changed_and_never_grows(runs: list[Words]) -> None:
    shown = legible.excerpt(runs)
    if any(not one.same for one in runs):
        assert [one for one in shown if not one.same] == [one for one in runs if not one.same]
    for one, whole in zip(shown, runs, strict=True):
        assert len(one.old) <= len(whole.old) + 3
        for part in one.old.split("…"):
            assert part.strip() in whole.old


@given(st.text())
def test_nothing_that_is_shown_is_obeyed(text: str) -> None:
    shown = legible.shown(text)
    assert legible.shown(shown) == shown
    assert not any(sign in "\x1b\x07\r\u202e\u2066" for sign in shown)


def _said(part: Change) -> list[tuple[str, str, tuple[Words, ...]]]:
    at = side(None, "", 1, "table")
    return [(line.name, line.said, line.words) for line in change_lines.lines(changed("table", at, at, parts=(part,)))]


def test_a_column_that_came_is_one_line() -> None:
    cells = tuple(Change(Kind.ADDED, "cell", None, None, side(None, text, 1, lake))
                  for lake, text in (("North", "5"), ("South", "3")))  # fmt: skip
    column = Change(Kind.ADDED, "column", None, None, side(None, "Herons", 1, "Herons"), (), cells)
    assert _said(column) == [("column Herons", "added", (Words("", "5; 3"),))]


def test_a_row_is_called_by_a_few_words() -> None:
    row = side(None, "x", 1, "Transboundary air pollution, of which all members know something\nand more")
    (line,) = _said(Change(Kind.REMOVED, "row", None, row, None))
    assert line[0] == "row Transboundary air pollution, of which …"


def test_a_category_with_another_name_is_told_as_such() -> None:
    old, new = (side(None, year, 1, year) for year in ("2019", "2020"))
    category = changed("category", old, new, *words(("2019", "2020")))
    assert _said(category) == [("category “2019”", "is now “2020”", ())]
    report = Changes("a", "b", (PaperChanges("ex-1/a", "A", (changed(
        "figure", side(None, "", 1, "figure"), side(None, "", 1, "figure"), parts=(category,)),)),))  # fmt: skip
    assert "category “2019” is now “2020”\n" in text_of(report)


def test_an_item_that_moved_says_from_where() -> None:
    old, new = (side(f"{count}.", "Air", 1, f"agenda item {count}") for count in (3, 1))
    moved = Change(Kind.MOVED, "item", "air", old, new)
    assert [line[:2] for line in _said(moved)] == [("agenda item 3 → 1", "moved")]


def test_a_meeting_is_no_paper() -> None:
    at = side(None, "", 1, "meeting")
    meeting, paper = (PaperChanges(name, "A", (changed("meeting", at, at),)) for name in ("ex-1", "ex-1/a"))
    assert change_words.size(Changes("a", "b", (meeting, paper))) == "2 changes in 1 paper and 1 meeting"
    assert change_words.size(Changes("a", "b", (meeting,))) == "1 change in 1 meeting"
    gone = Change(Kind.REMOVED, "paper", None, side(None, "", 1, "ex-1/a"), None)
    assert [line[:2] for line in _said(gone)] == [("paper ex-1/a", "withdrawn")]


@pytest.mark.parametrize(
    ("kind", "said"),
    [(Kind.ADDED, "footnote 2 added, called in paragraph 6"), (Kind.MOVED, "footnote 2 now called in paragraph 6")],
)
def test_a_footnote_says_where_it_is_called(kind: Kind, said: str) -> None:
    old, new = (side("2", "See.", 1, "footnote 2", after=after) for after in ("paragraph 3", "paragraph 6"))
    assert change_words.heading(Change(kind, "footnote", "see", old if kind is Kind.MOVED else None, new)) == said
