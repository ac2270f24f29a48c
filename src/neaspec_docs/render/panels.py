"""Panels -> the rows they stand in."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

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
    """Return panels in rows of two or three of even width; a wide one takes the row."""
    made: list[PanelRow] = []
    for wide, group in groupby(panels.panels, key=lambda panel: panel.wide):
        side = tuple(group)
        made.extend(_even(part) for part in _parts(side, 1 if wide else _across(side)))
    return tuple(made)


def _across(panels: tuple[Panel, ...]) -> int:
    """Three stand side by side where they are short, and where that leaves none alone in the last row."""
    long = any(sum(map(len, map(plain, panel.items))) + len(plain_prose(panel.text)) > _LONG for panel in panels)
    return 2 if long or len(panels) in {2, 4} else 3


def _parts(panels: tuple[Panel, ...], across: int) -> Iterator[tuple[Panel, ...]]:
    for start in range(0, len(panels), across):
        yield panels[start : start + across]


def _even(panels: tuple[Panel, ...]) -> PanelRow:
    share, rest = divmod(100, len(panels))
    return PanelRow(panels, tuple(share + (1 if at < rest else 0) for at in range(len(panels))))
