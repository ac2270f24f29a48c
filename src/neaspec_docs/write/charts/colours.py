"""How many series there are -> their colours; the colour of a label on one of them.

Six colours in even steps of lightness, dark to pale, blue and earth by turns: a copy in grey tells them apart, and so
do readers who see no red, no green or no blue. Bars and slices have a fine dark edge, for sand is near to white.
"""

from collections.abc import Mapping

NAVY, BRICK, STEEL, OCHRE, SKY, SAND = "#12305e", "#8f3527", "#3f78ad", "#bf832b", "#9cc3e0", "#efe3c4"

BLACK, WHITE = "#000000", "#ffffff"
EDGE = "#404040"
GRID = "#d9d9d9"

_CHOICE: Mapping[int, tuple[str, ...]] = {
    1: (STEEL,),
    2: (NAVY, SKY),
    3: (NAVY, STEEL, SKY),
    4: (NAVY, STEEL, OCHRE, SAND),
    5: (NAVY, BRICK, STEEL, OCHRE, SKY),
    6: (NAVY, BRICK, STEEL, OCHRE, SKY, SAND),
}
"""The colours of so many series: as far apart as they can be."""

_LINES: Mapping[int, tuple[str, ...]] = {1: (STEEL,), 2: (NAVY, OCHRE), 3: (NAVY, STEEL, OCHRE)}
_DARK = (NAVY, BRICK, STEEL, OCHRE)
"""Those that a line on white paper can have (WCAG 2.2, 1.4.11); the fifth and sixth line are dashed instead."""


def colours(count: int) -> tuple[str, ...]:
    """Return the colours of so many series, in their order; past six they begin again, and no neighbours are alike."""
    chosen = _CHOICE[min(max(count, 1), 6)]
    made = [chosen[at % len(chosen)] for at in range(count)]
    if count > len(chosen) and made[-1] == made[0]:  # in a pie the last is a neighbour of the first
        made[-1] = chosen[len(chosen) // 2]
    return tuple(made)


def line_colours(count: int) -> tuple[str, ...]:
    """Return the colours of so many lines, in their order."""
    chosen = _LINES.get(count, _DARK)
    return tuple(chosen[at % len(chosen)] for at in range(count))


def dashed(line: int) -> bool:
    """Say whether a line (from 0) is dashed: one of its colour comes before it."""
    return line >= len(_DARK)


def label_colour(ground: str) -> str:
    """Return white or black, whichever reads better on a colour such as "#12305e"."""
    return max((BLACK, WHITE), key=lambda colour: contrast(colour, ground))


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours, 1 to 21 (WCAG 2.2, contrast ratio)."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: str) -> float:
    """Return the relative luminance of a colour, 0 to 1 (WCAG 2.2)."""
    red, green, blue = (_linear(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4  # noqa: PLR2004 -- sRGB's own numbers
