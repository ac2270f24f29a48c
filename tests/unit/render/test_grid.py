"""Tables as they are printed: heads, spans, alignment, widths."""

from decimal import Decimal

import pytest
from every_block import BARE, EVALUATION, LONG, REDLIST, row, w
from hypothesis import given
from hypothesis import strategies as st

from neaspec_docs.model.block import Align, Cell, Column, Row, Table
from neaspec_docs.model.grid import columns_of
from neaspec_docs.model.inline import plain_prose
from neaspec_docs.render import widths
from neaspec_docs.render.grid import Grid, grid


def texts(made: Grid) -> list[list[str]]:
    return [[plain_prose(cell.text) for cell in line.cells] for line in made.body]


def test_two_rows_of_heads_and_the_cells_that_span_them() -> None:
    top, below = grid(EVALUATION).head
    assert [(plain_prose(cell.text), cell.cols, cell.rows, cell.scope) for cell in top] == [
        ("Area", 1, 2, "col"),
        ("Implementation", 2, 1, "colgroup"),
        ("Year", 1, 2, "col"),
        ("Remarks", 1, 2, "col"),
    ]
    assert [(plain_prose(cell.text), cell.rows) for cell in below] == [("Activity", 1), ("Rating", 1)]


def test_the_alignment_of_a_column_holds_below_a_cell_that_spans_rows() -> None:
    first, second = (line.cells for line in grid(EVALUATION).body[1:3])
    assert (first[0].rows, [cell.align for cell in first]) == (
        2,
        [Align.LEFT, Align.LEFT, Align.LEFT, Align.RIGHT, Align.LEFT],
    )
    assert [cell.align for cell in second] == [Align.LEFT, Align.LEFT, Align.RIGHT, Align.LEFT]


def test_a_group_is_one_head_over_the_whole_table() -> None:
    group = grid(EVALUATION).body[0]
    assert (group.group, group.cells[0].cols, group.cells[0].scope) == (True, 5, "rowgroup")


def test_the_words_of_a_group_ask_for_no_width() -> None:
    columns = (Column(w("Area")), Column(w("Rating")))
    lines, group = (row("r1", "Air", "1"), row("r2", "Sea", "2")), Row((Cell(w(LONG)),), group=True, anchor="g")
    assert grid(Table((), columns, (group, *lines))).widths == grid(Table((), columns, lines)).widths


def test_empty_titles_all_through_make_no_head_and_a_cell_can_be_one() -> None:
    made = grid(BARE)
    assert made.head == ()
    assert [line.cells[0].scope for line in made.body] == ["", "row"]


def test_figures_stand_at_the_right_where_nobody_says_otherwise() -> None:
    columns = tuple(Column(w(title)) for title in ("Year", "Fund", "Share", "Note"))
    rows = (row("r1", "2019", "$44,985", "20.3 (15)", "1,000 paid"), row("r2", "2020", "–", "42%", "2"))
    aligns = [cell.align for cell in grid(Table((), columns, rows)).body[0].cells]
    assert aligns == [Align.LEFT, Align.RIGHT, Align.RIGHT, Align.LEFT]


def test_first_column_holds_heads_where_the_table_says_so() -> None:
    assert {line.cells[0].scope for line in grid(REDLIST).body} == {"row"}


def test_eleven_columns_fit_their_words_on_the_full_width() -> None:
    made = grid(REDLIST)
    assert made.wide
    for width, column in zip(made.widths, REDLIST.columns, strict=True):
        needed = max(widths.length(word) for word in plain_prose(column.title).split())
        assert float(width) * widths.FULL / 100 > needed


def test_long_text_widens_a_table_of_few_columns() -> None:
    columns = tuple(Column(w(title)) for title in ("Area", "Activity", "Note"))
    short, long = row("r", "Air", "Modelling", "Done"), row("r", "Air", LONG, LONG * 2)
    assert not grid(Table((), columns, (short,))).wide
    assert grid(Table((), columns, (long,))).wide


def test_the_widths_an_author_gives_stay() -> None:
    columns = (Column(w("A"), width=Decimal(30)), Column(w("B")), Column(w("C"), width=Decimal("12.5")))
    assert grid(Table((), columns, (row("r", "x", LONG, "y"),))).widths == (
        Decimal(30),
        Decimal("57.5"),
        Decimal("12.5"),
    )


def test_columns_are_found_past_spans_of_rows_and_columns() -> None:
    rows = [
        [Cell((), rows=2), Cell((), cols=2), Cell((), rows=3)],
        [Cell(()), Cell(())],
        [Cell((), cols=3)],
        [Cell(()), Cell(()), Cell(()), Cell(())],
    ]
    assert columns_of(rows) == [[0, 1, 3], [1, 2], [0], [0, 1, 2, 3]]


cells = st.text(max_size=60)


@given(st.lists(st.lists(cells, min_size=4, max_size=4), max_size=6), st.sampled_from([130.0, 170.0, 257.0]))
def test_widths_are_positive_and_add_to_a_hundred(table: list[list[str]], room: float) -> None:
    share = widths.shares(widths.measured([None] * 4, [], [dict(enumerate(line)) for line in table]), room)
    assert sum(share.per_cent) == 100
    assert all(width > 0 for width in share.per_cent)


@given(st.lists(st.lists(cells, min_size=4, max_size=4), max_size=6), st.sampled_from([130.0, 170.0, 257.0]))
def test_each_step_goes_where_it_saves_most_lines(table: list[list[str]], room: float) -> None:
    columns = widths.measured([None] * 4, [], [dict(enumerate(line)) for line in table])
    poured = [column.least for column in columns]
    asked = [*poured]
    widths._pour(poured, range(4), columns, room)
    while (step := min(room / 100, room - sum(asked))) > 0.01:
        lost = [widths._saved(column, width, step) for column, width in zip(columns, asked, strict=True)]
        asked[max(range(4), key=lambda at: (lost[at], -asked[at]))] += step
    assert poured == asked


def test_the_last_step_is_weighed_by_what_it_is() -> None:
    nearly, twice = (
        widths.Column(None, 0.0, figures=False, cells=cells) for cells in (((1.0, 40.04),) * 10, ((1.0, 80.0),))
    )
    made = [42.6, 42.6]  # 40 less the padding
    widths._pour(made, [0, 1], [nearly, twice], 86.16)
    assert made == pytest.approx([42.6 + 0.0984, 42.6 + 0.8616])


@pytest.mark.parametrize(
    "texts",
    [
        ["a", "a few short words in one line", "incomprehensibilities", "it", "incomprehensible words"],
        ["comprehensibilities", "incomprehensibilities"],
        ["incomprehensibilities/incomprehensible"],
    ],
)
def test_a_column_has_room_for_its_longest_word_wherever_that_stands(texts: list[str]) -> None:
    (column,) = widths.measured([None], [], [{0: text} for text in texts])
    longest = "incomprehensibilities/" if "/" in texts[0] else "incomprehensibilities"
    assert column.least == pytest.approx(widths.length(longest) + 2.6)
    (head,) = widths.measured([None], [{0: text} for text in texts], [{0: "a few short words"}])
    assert head.least == pytest.approx(widths.length(longest) * 0.97 + 2.6)


def test_a_character_is_as_wide_whenever_it_is_asked_for() -> None:
    first = [widths.length(character) for character in "aWo丹–ж"]
    assert first == [widths.length(character) for character in "aWo丹–ж"]
    em = widths.length("丹")
    assert first == pytest.approx([em * share for share in (0.44, 0.92, 0.5, 1.0, 0.5, 0.5)])


@pytest.mark.parametrize("text", ["1,147", "$44,985", "20.3 (15)", "42%", "-3", "–", "…", " 7 "])
def test_figures_are_known(text: str) -> None:
    assert widths.is_figure(text)


@pytest.mark.parametrize("text", ["SDG 15", "2016–2020", "x", "1,000 paid"])
def test_words_are_no_figures(text: str) -> None:
    assert not widths.is_figure(text)
