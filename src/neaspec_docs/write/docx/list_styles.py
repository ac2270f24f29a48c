"""Where a list stands -> the styles of its items, by depth."""

from dataclasses import dataclass

_DEPTHS = range(1, 6)


@dataclass(frozen=True, slots=True)
class Shapes:
    """The styles of a list by depth: of items that count, items that don't, and an item's further paragraphs."""

    counted: tuple[str, ...]
    marked: tuple[str, ...]
    further: tuple[str, ...]


def _by_depth(style: str) -> tuple[str, ...]:
    return tuple(style if depth == 1 else f"{style}{depth}" for depth in _DEPTHS)


IN_TEXT = Shapes(_by_depth("ListNumber"), _by_depth("ListBullet"), _by_depth("ListContinue"))


def _in_cell(style: str) -> Shapes:
    items = style, f"{style}2"
    return Shapes(items, items, (f"{style}Continue", f"{style}Continue2"))


IN_TABLE = _in_cell("TableList")
IN_BOX = _in_cell("BoxCellList")
IN_PANEL = _in_cell("PanelList")
