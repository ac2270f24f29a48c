"""Values -> the axis they are read on: round numbers, zero among them wherever bars are."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal, localcontext

from neaspec_docs.model.block import ChartType
from neaspec_docs.write.charts.data import Chart
from neaspec_docs.write.charts.geometry import Axis

MINUS = "−"
STACKED = frozenset({ChartType.STACKED_BAR, ChartType.STACKED_COLUMN})
LYING = frozenset({ChartType.BAR, ChartType.STACKED_BAR})

_ROUND = (Decimal(1), Decimal(2), Decimal("2.5"), Decimal(5), Decimal(10))
_FLAT = 2
"""A line whose lowest value is so many times its range needs no zero."""

_DIGITS = 80
"""Values of thirty digits that differ in the last are on an axis too."""

_PART = 5
"""The axis ends at a part of a step."""


@dataclass(frozen=True, slots=True)
class Room:
    """How long an axis is, what labels need past its highest and its lowest value, how many ticks fit."""

    length: float
    above: float
    below: float
    ticks: int


def axis(chart: Chart, room: Room) -> Axis | None:
    """Return the axis of a chart's values; None in a pie, and where all values are missing."""
    if chart.type is ChartType.PIE or not any(True for _ in _values(chart)):
        return None
    with localcontext(prec=_DIGITS):
        return _of(chart, room)


def _of(chart: Chart, room: Room) -> Axis:
    low, high = _reach(chart)
    extent = high - low or Decimal(1)
    high = high if high > low else low + extent
    scale = extent / Decimal(max(room.length - room.above - room.below, room.length / 3))
    highest = high + scale * Decimal(room.above) if max(_values(chart)) >= 0 or chart.type is ChartType.LINE else high
    lowest = low - scale * Decimal(room.below) if low < 0 else low
    step = _step((highest - lowest) / max(room.ticks, 2), whole=all(value == int(value) for value in _values(chart)))
    bottom = _to(lowest, step, ROUND_FLOOR)
    return Axis(bottom, max(_to(highest, step / _PART, ROUND_CEILING), bottom + step), step)


def said(value: Decimal, step: Decimal) -> str:
    """Return a tick as it is printed: as many decimals as its step has, thousands apart."""
    places = max(0, -int(step.normalize().as_tuple().exponent))
    return f"{value:,.{places}f}".replace("-", MINUS)


def number_format(step: Decimal) -> str:
    """Return the same as a format of numbers in Office (ISO/IEC 29500-1, 18.8.31)."""
    places = max(0, -int(step.normalize().as_tuple().exponent))
    form = "#,##0" + ("." + "0" * places if places else "")
    return f"{form};{MINUS}{form}"


def _values(chart: Chart) -> Iterable[Decimal]:
    return (value for line in chart.series for value in line.values if value is not None)


def _reach(chart: Chart) -> tuple[Decimal, Decimal]:
    """Return the lowest and the highest that must be seen."""
    zero = Decimal(0)
    if chart.type in STACKED:
        columns = [[line.values[at] or zero for line in chart.series] for at in range(len(chart.categories))]
        low = min((sum((value for value in column if value < 0), zero) for column in columns), default=zero)
        high = max((sum((value for value in column if value > 0), zero) for column in columns), default=zero)
        return low, high
    low, high = min(_values(chart)), max(_values(chart))
    if (
        chart.type is ChartType.LINE
        and high > low
        and min(abs(low), abs(high)) > _FLAT * (high - low)
        and low * high > 0
    ):
        return low, high
    return min(low, zero), max(high, zero)


def _step(least: Decimal, *, whole: bool) -> Decimal:
    """Return the smallest round number that is not less than `least`."""
    power = Decimal(1).scaleb(least.adjusted())
    rounds = (power * number for number in _ROUND)
    step = next(number for number in rounds if number >= least and not (whole and number == Decimal("2.5")))
    return max(step, Decimal(1)) if whole else step


def _to(value: Decimal, step: Decimal, rounding: str) -> Decimal:
    return (value / step).quantize(Decimal(1), rounding) * step
