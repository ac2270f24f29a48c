"""The pairs of tokens that stay -> the pieces that stay, each worth its price, each beginning where a reader would."""

from collections.abc import Callable
from itertools import pairwise
from typing import NamedTuple

from neaspec_docs.diff.wording.kept import AFTER_BOTH, AFTER_ONE, Kept
from neaspec_docs.diff.wording.weighed import Weighed

_BETWEEN = 100
"""What a piece must weigh to stay between words that only went and words that only came."""


class Run(NamedTuple):
    """A piece that stays: where it begins on each side, and how long it is."""

    old: int
    new: int
    size: int


def of(stays: Kept, by: Callable[[int, int], object] = lambda _i, _j: None) -> list[Run]:
    """Return the pieces that stay; one ends, too, where `by` gives something else for the next pair."""
    runs: list[Run] = []
    old = new = size = 0
    last: object = None
    for i, j in stays:
        here = by(i, j)
        if (i, j) != (old + size, new + size) or here != last:
            runs.append(Run(old, new, size))
            old, new, size = i, j, 0
        size += 1
        last = here
    return [run for run in (*runs, Run(old, new, size)) if run.size]


def worth(runs: list[Run], text: tuple[Weighed, Weighed]) -> list[Run]:
    """Leave out the pieces between changes that are not worth their price; what is left grows where it can."""
    old, new = text
    ends = Run(len(old.ids), len(new.ids), 0)
    left: list[Run] = []
    before = Run(0, 0, 0)
    for run, after in pairwise([*runs, ends]):
        last = (run.old + run.size, run.new + run.size) == ends[:2]
        if last or old.weigh(run.old, run.size) >= _price(_gap(before, run), _gap(run, after)):
            left.append(run)
            before = run
    return _grown(left, text)


def _gap(first: Run, second: Run) -> tuple[bool, bool]:
    """Say whether tokens went, and whether some came, between two pieces that stay."""
    return second.old > first.old + first.size, second.new > first.new + first.size


def _price(before: tuple[bool, bool], after: tuple[bool, bool]) -> int:
    if not any(before):
        return 0  # the text begins with it
    if all(before) or all(after):
        return AFTER_BOTH
    return AFTER_ONE if before == after else _BETWEEN


def _grown(runs: list[Run], text: tuple[Weighed, Weighed]) -> list[Run]:
    """Give back to the pieces that stay what the changes beside them have in common at their edges."""
    old, new = text[0].ids, text[1].ids
    grown: list[Run] = []
    end = start = 0
    for i, j, size in [*runs, Run(len(old), len(new), 0)]:
        more = 0
        while grown and end + more < i and start + more < j and old[end + more] == new[start + more]:
            more += 1
        if more:
            grown[-1] = grown[-1]._replace(size=grown[-1].size + more)
        less = 0
        while size and i - less > end + more and j - less > start + more and old[i - less - 1] == new[j - less - 1]:
            less += 1
        grown += [Run(i - less, j - less, size + less)] if size else []
        end, start = i + size, j + size
    return grown


def moved(runs: list[Run], text: tuple[Weighed, Weighed]) -> list[Run]:
    """Move what only went or only came, where it can stand in several places, to where a reader would see it begin.

    Of "a b" and "a c b" that is the "c " before b, not the blank and the c.
    """
    old, new = text
    found = list(runs)
    for place in range(1, len(found)):
        first, second = found[place - 1], found[place]
        side = (new, first.new + first.size, second.new)
        if second.old > first.old + first.size:
            if side[2] > side[1]:
                continue
            side = (old, first.old + first.size, second.old)
        begins = first[:2] == (0, 0)
        ends = (second.old + second.size, second.new + second.size) == (len(old.ids), len(new.ids))
        by = _best_step(*side, first.size - (not begins), second.size - (not ends))
        found[place - 1] = first._replace(size=first.size + by)
        found[place] = Run(second.old + by, second.new + by, second.size - by)
    return [run for run in found if run.size]


def _best_step(side: Weighed, begin: int, end: int, left: int, right: int) -> int:
    """Return how far the stretch is best moved, at most so many tokens to the left or the right."""
    best, step = _seen(side, begin, end), 0
    at = 0
    while -at < left and side.ids[begin + at - 1] == side.ids[end + at - 1]:
        at -= 1
        if (score := _seen(side, begin + at, end + at)) > best:
            best, step = score, at
    at = 0
    while at < right and side.ids[begin + at] == side.ids[end + at]:
        at += 1
        if (score := _seen(side, begin + at, end + at)) > best:
            best, step = score, at
    return step


def _seen(side: Weighed, begin: int, end: int) -> int:
    """Return how well a reader sees the stretch as one: a sentence, else words with the blank after them."""
    starts = begin == 0 or side.blank[begin - 1]
    ends = end == len(side.ids) or side.blank[end - 1]
    sentence = side.sentence[begin : begin + 1] != side.sentence[begin - 1 : begin] if begin else True
    closes = end == len(side.ids) or side.sentence[end] != side.sentence[end - 1]
    whole = sentence and closes
    return 8 * whole + 4 * (starts and ends) + 2 * starts + (side.stop[begin - 1] if begin else 1)
