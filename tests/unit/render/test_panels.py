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
    ("count", "widths"),
    [
        (1, [(100,)]),
        (2, [(50, 50)]),
        (3, [(34, 33, 33)]),
        (4, [(50, 50), (50, 50)]),
        (5, [(34, 33, 33), (50, 50)]),
        (6, [(34, 33, 33)] * 2),
    ],
)
def test_short_panels_stand_two_or_three_a_row(count: int, widths: list[tuple[int, ...]]) -> None:
    assert [made for _, made in rows(*[SHORT] * count)] == widths


def test_long_panels_stand_two_a_row() -> None:
    assert rows(SHORT, FULL, SHORT) == [(2, (50, 50)), (1, (100,))]


def test_a_wide_panel_takes_the_row() -> None:
    assert rows(SHORT, SHORT, WIDE, SHORT) == [(2, (50, 50)), (1, (100,)), (1, (100,))]
