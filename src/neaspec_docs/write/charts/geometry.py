"""What a chart looks like, before anything draws it: where each part stands, in points from its top left corner."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum

from neaspec_docs.write.charts.lettering import Font

Point = tuple[float, float]
Band = tuple[float, float]
"""A category's part of the axis: where it begins, how much it takes."""


class Place(Enum):
    """Where a label stands: in Word's terms `ctr`, `outEnd`, `t`, `b`; moved ones have a place of their own."""

    INSIDE = "inside"
    END = "end"
    ABOVE = "above"
    BELOW = "below"
    MOVED = "moved"
    BESIDE = "beside"


class Align(Enum):
    """Which end of a label its `x` is."""

    START = "left"
    MIDDLE = "center"
    END = "right"


@dataclass(frozen=True, slots=True)
class Rect:
    """A rectangle."""

    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Axis:
    """The axis of values: its ends, and the step between its ticks; `low` is a tick, `high` may lie past the last."""

    low: Decimal
    high: Decimal
    step: Decimal

    def share(self, value: Decimal) -> float:
        """Return where a value lies, 0 at the low end to 1 at the high one."""
        return float((value - self.low) / (self.high - self.low))

    @property
    def zero(self) -> Decimal:
        """The value that bars stand on: zero, or the end of the axis that is nearest to it."""
        return min(max(Decimal(0), self.low), self.high)

    def ticks(self) -> tuple[Decimal, ...]:
        """Return the ticks."""
        return tuple(self.low + self.step * at for at in range(int((self.high - self.low) / self.step) + 1))


@dataclass(frozen=True, slots=True)
class Label:
    """What is printed of one value: its lines around (x, y), the middle of their height; `align` says what `x` is.

    `turned`: reads upwards. `leader` leads from the value to a label that stands away from it, else it is empty.
    """

    series: int
    category: int
    lines: tuple[str, ...]
    x: float
    y: float
    size: float
    place: Place
    colour: str
    align: Align = Align.MIDDLE
    turned: bool = False
    leader: tuple[Point, ...] = ()


@dataclass(frozen=True, slots=True)
class Entry:
    """A series in the legend: the lines of its name, where its key stands."""

    lines: tuple[str, ...]
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Legend:
    """The legend below a chart: the room it takes, its entries in order."""

    room: Rect
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Look:
    """A chart as it looks, wherever it is drawn.

    - `plot`: the room between the axes; of a pie, the square around its circle
    - `colours`: one a series; of a pie, one a category
    - `axis`: None in a pie, and where every value is missing
    - `gap_width`, `overlap`: per cent of a bar's width (ISO/IEC 29500-1, 21.2.2, gapWidth and overlap)
    - `names`: the lines of each category's name; they stand at the low end of the values, whatever their signs;
      `names_turned`: they read upwards; `names_each`: only each n-th is there, and the others have no lines
    - `title`: the unit, as the title of the axis of values, in lines; it reads upwards beside upright charts
    - `legend`: None where there is one series, and in a pie, whose labels hold the names
    - `labels`: of all values that have one and room for it
    """

    width: float
    height: float
    font: Font
    plot: Rect
    colours: tuple[str, ...]
    names: tuple[tuple[str, ...], ...]
    title: tuple[str, ...]
    axis: Axis | None = None
    gap_width: int = 0
    overlap: int = 0
    names_turned: bool = False
    legend: Legend | None = None
    labels: tuple[Label, ...] = ()
    names_each: int = 1


def bands(start: float, size: float, count: int) -> tuple[Band, ...]:
    """Return the beginning and the size of each of so many equal parts of a length."""
    return tuple((start + size / count * at, size / count) for at in range(count))


def spread(wanted: Sequence[float], sizes: Sequence[float], low: float, high: float) -> list[float]:
    """Return the middles of things in a line, in their order, none over another, as near as can be to where `wanted`.

    They stay between `low` and `high` where there is room for all. (Least squares, by pooling adjacent violators.)
    """
    offsets = [sum(sizes[:at]) + size / 2 for at, size in enumerate(sizes)]
    pools: list[tuple[float, int]] = []
    for middle, offset in zip(wanted, offsets, strict=True):
        mean, count = middle - offset, 1
        while pools and pools[-1][0] > mean:
            before, many = pools.pop()
            mean, count = (before * many + mean * count) / (many + count), many + count
        pools.append((mean, count))
    last = max(low, high - sum(sizes))
    return [min(max(start, low), last) + offset for start, offset in zip(_each(pools), offsets, strict=True)]


def _each(pools: Sequence[tuple[float, int]]) -> Iterator[float]:
    for mean, count in pools:
        yield from [mean] * count
