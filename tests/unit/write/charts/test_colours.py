"""Colours that readers tell apart, whatever colours they see, and in a grey copy."""

import math
from itertools import combinations, pairwise

import pytest

from neaspec_docs.write.charts.colours import (
    BLACK,
    BRICK,
    NAVY,
    OCHRE,
    SAND,
    SKY,
    STEEL,
    WHITE,
    colours,
    contrast,
    dashed,
    label_colour,
    line_colours,
    luminance,
)

SIX = (NAVY, BRICK, STEEL, OCHRE, SKY, SAND)

SEEN = {
    "all colours": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "no red": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "no green": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "no blue": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}
"""What readers see of linear red, green and blue: Machado, Oliveira and Fernandes (2009), severity 1.0."""


def linear(colour: str) -> list[float]:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    return [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]


def lab(colour: str, seen: str = "all colours") -> tuple[float, float, float]:
    """Return CIE 1976 L*a*b* of a colour as such a reader sees it, for D65."""
    given = linear(colour)
    red, green, blue = (min(1.0, max(0.0, sum(a * b for a, b in zip(row, given, strict=True)))) for row in SEEN[seen])
    x = (0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.9505
    y = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    z = (0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.089
    x, y, z = (part ** (1 / 3) if part > 0.008856 else 7.787 * part + 16 / 116 for part in (x, y, z))
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


@pytest.mark.parametrize("seen", SEEN)
@pytest.mark.parametrize(("one", "other"), tuple(combinations(SIX, 2)))
def test_any_two_are_far_apart_to_every_reader(one: str, other: str, seen: str) -> None:
    assert math.dist(lab(one, seen), lab(other, seen)) > 25


def test_each_is_a_step_lighter_than_the_one_before_in_a_grey_copy() -> None:
    greys = [lab(colour)[0] for colour in SIX]
    assert min(later - former for former, later in pairwise(greys)) > 10


@pytest.mark.parametrize(("count", "step"), [(2, 50), (3, 25), (4, 10), (5, 10), (6, 10)])
def test_few_series_are_further_apart_in_a_grey_copy(count: int, step: float) -> None:
    greys = [lab(colour)[0] for colour in colours(count)]
    assert greys == sorted(greys)
    assert min(later - former for former, later in pairwise(greys)) > step


@pytest.mark.parametrize("colour", SIX)
def test_a_label_reads_on_every_colour(colour: str) -> None:
    assert contrast(label_colour(colour), colour) >= 4.5  # WCAG 2.2, 1.4.3
    assert label_colour(colour) in {BLACK, WHITE}


@pytest.mark.parametrize("count", range(1, 7))
def test_every_line_is_seen_on_paper_and_none_is_like_another(count: int) -> None:
    lines = line_colours(count)
    assert len({(colour, dashed(at)) for at, colour in enumerate(lines)}) == count
    assert all(contrast(colour, WHITE) >= 3 for colour in lines)


@pytest.mark.parametrize("count", range(2, 13))
def test_no_slice_is_like_its_neighbour(count: int) -> None:
    made = colours(count)
    assert len(made) == count
    assert all(made[at] != made[at - 1] for at in range(count))


def test_contrast_is_that_of_wcag() -> None:
    assert contrast("#ffffff", "#000000") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)
    assert luminance("#ff0000") == pytest.approx(0.2126)
