"""Tables as they are printed: heads, spans, alignment, widths."""

from decimal import Decimal

import pytest
from every_block import BARE, EVALUATION, LONG, REDLIST, row, w
from hypothesis import given
from hypothesis import strategies as st

from neaspec_docs.model.block import Align, Cell, Column, Table
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
    share = widths.shares([None] * 4, [], [dict(enumerate(line)) for line in table], room)
    assert sum(share.per_cent) == 100
    assert all(width > 0 for width in share.per_cent)


@pytest.mark.parametrize("text", ["1,147", "$44,985", "20.3 (15)", "42%", "-3", "–", "…", " 7 "])
def test_figures_are_known(text: str) -> None:
    assert widths.is_figure(text)


@pytest.mark.parametrize("text", ["SDG 15", "2016–2020", "x", "1,000 paid"])
def test_words_are_no_figures(text: str) -> None:
    assert not widths.is_figure(text)
