"""Panels in rows."""

import pytest
from every_block import LONG, t, w

from neaspec_docs.model.block import Panel, Panels
from neaspec_docs.render import panels


def rows(*boxes: Panel) -> list[tuple[int, tuple[int, ...]]]:
    return [(len(made.panels), made.widths) for made in panels.rows(Panels(boxes))]


SHORT = Panel(t("Cities"), items=(t("Waste"),))
WIDE = Panel((), text=w(LONG), wide=True)
FULL = Panel(t("Long"), text=w(LONG))


@pytest.mark.parametrize(
    ("count", "short", "long"),
    [
        (1, [1], [1]),
        (2, [2], [2]),
        (3, [3], [2, 1]),
        (4, [2, 2], [2, 2]),
        (5, [3, 2], [2, 2, 1]),
        (6, [3, 3], [2, 2, 2]),
        (7, [3, 2, 2], [2, 2, 2, 1]),
        (8, [3, 3, 2], [2, 2, 2, 2]),
        (9, [3, 3, 3], [2, 2, 2, 2, 1]),
    ],
)
def test_panels_stand_two_or_three_a_row_and_fill_their_rows_evenly(
    count: int, short: list[int], long: list[int]
) -> None:
    assert [many for many, _ in rows(*[SHORT] * count)] == short
    assert [many for many, _ in rows(*[FULL] * count)] == long


def test_panels_of_a_row_are_as_wide_as_each_other() -> None:
    assert [widths for _, widths in rows(*[SHORT] * 5)] == [(34, 33, 33), (50, 50)]


def test_one_long_panel_lets_all_stand_two_a_row() -> None:
    assert rows(SHORT, FULL, SHORT) == [(2, (50, 50)), (1, (100,))]


def test_a_wide_panel_takes_the_row() -> None:
    assert [many for many, _ in rows(SHORT, SHORT, WIDE, SHORT)] == [2, 1, 1]
    assert [many for many, _ in rows(WIDE, SHORT, SHORT, SHORT, WIDE)] == [1, 3, 1]
    assert [many for many, _ in rows(WIDE, WIDE)] == [1, 1]


def test_panels_are_read_in_the_order_in_which_they_were_written() -> None:
    boxes = tuple(Panel(t(f"Panel {number}"), items=(t("x"),), wide=number == 3) for number in range(1, 8))
    made = panels.rows(Panels(boxes))
    assert tuple(panel for row in made for panel in row.panels) == boxes
