"""Panels -> the rows they stand in."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from math import ceil

from neaspec_docs.model.block import Panel, Panels
from neaspec_docs.model.inline import plain, plain_prose

_LONG = 160
"""A panel of more characters than this stands in a row of two."""


@dataclass(frozen=True, slots=True)
class PanelRow:
    """Panels side by side; `widths` in per cent."""

    panels: tuple[Panel, ...]
    widths: tuple[int, ...]


def rows(panels: Panels) -> tuple[PanelRow, ...]:
    """Return panels in rows, two or three side by side and of even width; a wide one takes the row."""
    made: list[PanelRow] = []
    for wide, group in groupby(panels.panels, key=lambda panel: panel.wide):
        side = tuple(group)
        made.extend(_even(part) for part in _parts(side, 1 if wide else _most(side)))
    return tuple(made)


def _most(panels: tuple[Panel, ...]) -> int:
    """Return how many stand side by side at most: three where they are short."""
    long = any(sum(map(len, map(plain, panel.items))) + len(plain_prose(panel.text)) > _LONG for panel in panels)
    return 2 if long else 3


def _parts(panels: tuple[Panel, ...], most: int) -> Iterator[tuple[Panel, ...]]:
    """Give the panels of each row, the fuller rows first: seven are three, two and two."""
    rows = ceil(len(panels) / most)
    fewest, more = divmod(len(panels), rows)
    start = 0
    for row in range(rows):
        end = start + fewest + (row < more)
        yield panels[start:end]
        start = end


def _even(panels: tuple[Panel, ...]) -> PanelRow:
    share, rest = divmod(100, len(panels))
    return PanelRow(panels, tuple(share + (1 if at < rest else 0) for at in range(len(panels))))
