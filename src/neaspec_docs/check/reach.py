"""Stretches of a text, each from one character to another -> whether one of them meets or holds a place."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from itertools import accumulate


class Reach:
    """Stretches of a text, and how far those reach that begin before a place: found without a look at each."""

    def __init__(self, spans: Iterable[tuple[int, int]]) -> None:
        ordered = sorted(spans)
        self.starts = [start for start, _ in ordered]
        self.stops = list(accumulate((stop for _, stop in ordered), max))

    def meet(self, start: int, end: int) -> bool:
        """Say whether one of them and the characters have something in common."""
        number = bisect_left(self.starts, end)
        return number > 0 and start < self.stops[number - 1]

    def hold(self, start: int, end: int) -> bool:
        """Say whether one of them holds all the characters."""
        number = bisect_right(self.starts, start)
        return number > 0 and end <= self.stops[number - 1]
