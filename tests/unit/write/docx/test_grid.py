"""The grid of a table: spans across and down."""

from xml.etree import ElementTree as ET

from hypothesis import given
from hypothesis import strategies as st

from neaspec_docs.write import grid


def drawn(markup: str, columns: int) -> list[str]:
    """Return each row as letters of its cells, a letter a column: "|" continues from above, "." nobody wrote."""
    rows = list(ET.fromstring(f"<tbody>{markup}</tbody>"))  # noqa: S314 -- our own
    return [
        "".join(
            ((place.source.text or "?") if place.source is not None else "|" if place.down is False else ".")
            * place.columns
            for place in row
        )
        for row in grid.lay_out(rows, columns)
    ]


def test_cells_stand_in_their_columns() -> None:
    assert drawn("<tr><td>a</td><td colspan='2'>b</td></tr><tr><td>c</td><td>d</td><td>e</td></tr>", 3) == [
        "abb",
        "cde",
    ]


def test_a_cell_reaches_down_over_the_rows_below() -> None:
    rows = (
        "<tr><td rowspan='3'>a</td><td>b</td></tr><tr><td>c</td></tr><tr><td>d</td></tr><tr><td>e</td><td>f</td></tr>"
    )
    assert drawn(rows, 2) == ["ab", "|c", "|d", "ef"]


def test_a_cell_reaches_across_and_down() -> None:
    rows = "<tr><td>a</td><td rowspan='2' colspan='2'>b</td></tr><tr><td>c</td></tr>"
    assert drawn(rows, 3) == ["abb", "c||"]


def test_a_short_row_is_filled_and_a_long_cell_cut() -> None:
    assert drawn("<tr><td>a</td></tr><tr><td colspan='9'>b</td></tr>", 2) == ["a.", "bb"]


@given(st.lists(st.integers(1, 90), min_size=1, max_size=12), st.integers(500, 20000))
def test_widths_add_up_to_the_whole(shares: list[int], total: int) -> None:
    made = grid.widths(" ".join(map(str, shares)), len(shares), total)
    assert sum(made) == total
    assert all(
        abs(width - total * share / sum(shares)) <= len(shares) for width, share in zip(made, shares, strict=True)
    )
