"""Two texts, as words with their lines -> which word of the one is which of the other, in its place or moved.

What only one word in each can be is lined up first, then what stands between (a patience diff); so the work grows with
the length of the texts, not with its square. A word that is the same by chance, between longer ones that are not, is
another word.
"""

from bisect import bisect_left
from collections.abc import Hashable, Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from itertools import accumulate
from typing import NamedTuple, TypeAlias

_RUNS = (4, 1)
"""So many words together are looked for that stand in both texts once."""

_SMALL = 10_000
"""Where no word stands once, and this many pairs of words there are at most, all are tried."""

_MOVED, _MOVED_LINE = 6, 3
"""So many words in a row that went from one place and came to another were moved; of a whole line, so many."""

_Run: TypeAlias = tuple[int, int, int]
"""Where words begin in the old text and in the new one, and how many they are."""


class Text(NamedTuple):
    """The words of a text, and the number of the line on which each stands."""

    words: Sequence[str]
    lines: Sequence[int]


class Kept(NamedTuple):
    """For each word of the new text that the old one has: its place there; and for each of the old one, its new one."""

    before: Mapping[int, int]
    behind: Mapping[int, int]
    moved: frozenset[int]
    """Words of the new text that stood elsewhere in the old one."""


def between(old: Text, new: Text) -> Kept:
    """Return which words of two texts are the same."""
    runs = _by_design(sorted(_lined_up(old.words, new.words)), old.words, new.words)
    before = {there + step: here + step for here, there, size in runs for step in range(size)}
    stayed = set(before.values())
    gone = [place not in stayed for place in range(len(old.words))]
    come = [place not in before for place in range(len(new.words))]
    elsewhere: dict[int, int] = {}
    for find in (_moved_lines, _moved):
        for here, there, size in list(find(old, new, gone, come)):
            for step in range(size):
                if gone[here + step] and come[there + step]:
                    elsewhere[there + step] = here + step
                    gone[here + step] = come[there + step] = False
    before |= elsewhere
    return Kept(before, {here: there for there, here in before.items()}, frozenset(elsewhere))


def _lined_up(old: Sequence[Hashable], new: Sequence[Hashable]) -> Iterator[_Run]:
    """Give the runs that two sequences have in common, in one order in both."""
    waiting = [(0, len(old), 0, len(new))]
    while waiting:
        first, last, start, end = waiting.pop()
        size = 0
        while first + size < last and start + size < end and old[first + size] == new[start + size]:
            size += 1
        if size:
            yield first, start, size
            first, start = first + size, start + size
        size = 0
        while first < last - size and start < end - size and old[last - size - 1] == new[end - size - 1]:
            size += 1
        if size:
            yield last - size, end - size, size
            last, end = last - size, end - size
        if first == last or start == end:
            continue
        anchors = next((found for run in _RUNS if (found := _anchors(old[first:last], new[start:end], run))), None)
        if anchors is None:
            for here, there, size in _tried(old[first:last], new[start:end]):
                yield first + here, start + there, size
            continue
        here, there = first, start
        for at, to in anchors:  # what stands before an anchor; it is itself the first of what comes next
            waiting.append((here, first + at, there, start + to))
            here, there = first + at, start + to
        waiting.append((here, last, there, end))


def _anchors(old: Sequence[Hashable], new: Sequence[Hashable], run: int) -> list[tuple[int, int]]:
    """Return where runs of so many words begin that stand once in each: as many as are in one order in both."""
    here, there = _once(old, run), _once(new, run)
    pairs = [(at, there[words]) for words, at in here.items() if words in there]
    ends: list[int] = []
    chosen: list[int] = []
    before: list[int | None] = []
    for number, (_, to) in enumerate(pairs):
        place = bisect_left(ends, to)
        before.append(chosen[place - 1] if place else None)
        ends[place : place + 1], chosen[place : place + 1] = [to], [number]
    longest: list[tuple[int, int]] = []
    last = chosen[-1] if chosen else None
    while last is not None:
        longest.append(pairs[last])
        last = before[last]
    return longest[::-1]


def _once(words: Sequence[Hashable], run: int) -> dict[tuple[Hashable, ...], int]:
    """Return where each run of so many words begins that is there once."""
    found: dict[tuple[Hashable, ...], int] = {}
    for at, said in enumerate(zip(*(words[step:] for step in range(run)), strict=False)):
        found[said] = -1 if said in found else at
    return {said: at for said, at in found.items() if at >= 0}


def _tried(old: Sequence[Hashable], new: Sequence[Hashable]) -> Iterator[_Run]:
    """Give the runs of two sequences in which nothing that both have stands once."""
    if len(old) * len(new) <= _SMALL:
        found = SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks()
        yield from ((run.a, run.b, run.size) for run in found)
    else:
        yield from ((at, at, 1) for at, (one, other) in enumerate(zip(old, new, strict=False)) if one == other)


def _by_design(runs: Sequence[_Run], old: Sequence[str], new: Sequence[str]) -> list[_Run]:
    """Return the runs without those that are shorter, in letters, than what changed before them and behind them."""
    was, now = ([0, *accumulate(map(len, text))] for text in (old, new))
    joined: list[_Run] = []
    for run in runs:
        start, to, size = joined[-1] if joined else (-1, -1, 0)
        if joined and (start + size, to + size) == run[:2]:
            joined[-1] = (start, to, size + run[2])
        elif run[2]:
            joined.append(run)
    kept: list[_Run] = []
    behind = [*joined, (len(old), len(new), 0)][1:]
    for run, (to_here, to_there, _) in zip(joined, behind, strict=True):
        here, there, size = run
        from_here, from_there = (kept[-1][0] + kept[-1][2], kept[-1][1] + kept[-1][2]) if kept else (0, 0)
        changed_before = max(was[here] - was[from_here], now[there] - now[from_there])
        changed_behind = max(was[to_here] - was[here + size], now[to_there] - now[there + size])
        if was[here + size] - was[here] > min(changed_before, changed_behind):
            kept.append(run)
    return kept


def _moved_lines(old: Text, new: Text, gone: Sequence[bool], come: Sequence[bool]) -> Iterator[_Run]:
    """Give whole lines that went from one place and came to another."""
    went: dict[tuple[str, ...], int] = {}
    for start, end in _stretches(gone, old.lines):
        went.setdefault(tuple(old.words[start:end]), start)
    for start, end in _stretches(come, new.lines):
        at = went.pop(tuple(new.words[start:end]), None) if end - start >= _MOVED_LINE else None
        if at is not None:
            yield at, start, end - start


def _stretches(changed: Sequence[bool], lines: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Give where the words of each line begin and end, if all of them are changed."""
    start = 0
    for place in range(1, len(lines) + 1):
        if place == len(lines) or lines[place] != lines[start]:
            if all(changed[start:place]):
                yield start, place
            start = place


def _moved(old: Text, new: Text, gone: Sequence[bool], come: Sequence[bool]) -> Iterator[_Run]:
    """Give the runs of words that went from one place and came to another."""
    was, now = old.words, new.words
    went: dict[tuple[str, ...], int] = {}
    for at in range(len(was) - _MOVED + 1):
        if all(gone[at : at + _MOVED]):
            went.setdefault(tuple(was[at : at + _MOVED]), at)
    at = 0
    while went and at <= len(now) - _MOVED:
        here = went.get(tuple(now[at : at + _MOVED])) if all(come[at : at + _MOVED]) else None
        size = 0
        while here is not None and here + size < len(was) and at + size < len(now):
            if not (gone[here + size] and come[at + size] and was[here + size] == now[at + size]):
                break
            size += 1
        if here is not None:
            yield here, at, size
        at += max(size, 1)
