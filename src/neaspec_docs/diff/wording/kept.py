"""Two runs of tokens, as numbers that are equal where the tokens are -> the pairs of places that stay."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import TypeAlias

from neaspec_docs.diff import chain

Kept: TypeAlias = list[tuple[int, int]]
"""Places (in old, in new) of what stays, both increasing."""

AFTER_ONE = 70
"""What a piece must weigh to stay after words that only went, or only came."""

AFTER_BOTH = 190
"""What it must weigh after words that took the place of others: more than one long word, or two short ones."""

_FAR = -(10**9)
_DEEPEST = 8
_SHINGLES = (16, 10, 6, 3, 1)
_PLAIN = (16, 10)
"""So many tokens in a row that stand once on each side stay for certain: five words and more."""

_SMALL = 400
_STAYS, _WENT, _CAME, _BOTH = range(4)


def kept(old: Sequence[int], new: Sequence[int], weights: Mapping[int, int]) -> Kept:
    """Return what stays of two runs of tokens; `weights` says of each token how much it tells a reader.

    What both begin and end with stays. What is between is cut at long shingles that stand once on each side, then lined
    up by `_lined_up`; where it is too long for that, at shorter ones, and what has none of these goes whole.
    """
    room = _room(len(old) + len(new))
    found: Kept = []
    waiting = [(0, len(old), 0, len(new), 0)]
    while waiting:
        begin, end, start, stop, depth = waiting.pop()
        while begin < end and start < stop and old[begin] == new[start]:
            found.append((begin, start))
            begin, start = begin + 1, start + 1
        while begin < end and start < stop and old[end - 1] == new[stop - 1]:
            end, stop = end - 1, stop - 1
            found.append((end, stop))
        if begin == end or start == stop:
            continue
        left, right = old[begin:end], new[start:stop]
        cells = len(left) * len(right)
        lengths = (_PLAIN if cells > _SMALL else ()) if cells <= room else _SHINGLES
        cuts = [(begin + i, start + j) for i, j in _cuts(left, right, weights, lengths)] if depth < _DEEPEST else []
        if not cuts and cells <= room:
            found += ((begin + i, start + j) for i, j in _lined_up(left, right, weights))
        elif cuts:
            found += cuts
            edges = [(begin - 1, start - 1), *cuts, (end, stop)]
            for (i, j), (k, m) in pairwise(edges):
                if i + 1 < k and j + 1 < m:
                    waiting.append((i + 1, k, j + 1, m, depth + 1))
    return sorted(found)


def _room(tokens: int) -> int:
    """Return how many cells may be lined up at once, so that all of a long text takes no more than some millions."""
    return max(1_600, min(40_000, (2_000_000 // max(tokens, 1)) ** 2))


def _cuts(old: Sequence[int], new: Sequence[int], weights: Mapping[int, int], lengths: Iterable[int]) -> Kept:
    """Return the places of shingles that stand once on each side, in the order both share; single blanks are none."""
    for length in lengths:
        pairs = chain.once(_shingles(old, length), _shingles(new, length))
        if length == 1:
            pairs = [(i, j) for i, j in pairs if weights[old[i]] >= AFTER_ONE]
        if pairs:
            return pairs
    return []


def _shingles(tokens: Sequence[int], length: int) -> list[tuple[int, ...]]:
    return [tuple(tokens[at : at + length]) for at in range(len(tokens) - length + 1)]


def _lined_up(old: Sequence[int], new: Sequence[int], weights: Mapping[int, int]) -> Iterator[tuple[int, int]]:
    """Give what stays where most weight stays for the price of its pieces.

    Each cell (i, j) holds the best for the first i and j tokens in four states: the last one stays, or went, or came,
    or some went and others came since the last that stayed. `back` packs the state that each of the four came from.
    """
    width = len(new) + 1
    stays = [0] + [_FAR] * len(new)
    went = [_FAR] * width
    came = [_FAR, *([0] * len(new))]
    both = [_FAR] * width
    back = [bytes([0] + [(_STAYS if j == 1 else _CAME) << 4 for j in range(1, width)])]
    for token in old:
        row = bytearray(width)
        s, w, c, b = [_FAR] * width, [_FAR] * width, [_FAR] * width, [_FAR] * width
        w[0] = max(stays[0], went[0])
        row[0] = (_STAYS if stays[0] >= went[0] else _WENT) << 2
        weight = weights[token]
        for j, other in enumerate(new, 1):
            step = 0
            if token == other:
                best, state = stays[j - 1], _STAYS
                if went[j - 1] - AFTER_ONE > best:
                    best, state = went[j - 1] - AFTER_ONE, _WENT
                if came[j - 1] - AFTER_ONE > best:
                    best, state = came[j - 1] - AFTER_ONE, _CAME
                if both[j - 1] - AFTER_BOTH > best:
                    best, state = both[j - 1] - AFTER_BOTH, _BOTH
                s[j] = best + weight
                step = state
            if stays[j] >= went[j]:
                w[j] = stays[j]
            else:
                w[j] = went[j]
                step |= _WENT << 2
            if s[j - 1] >= c[j - 1]:
                c[j] = s[j - 1]
            else:
                c[j] = c[j - 1]
                step |= _CAME << 4
            # 0: both, up; 1: both, left; 2: came, up; 3: went, left
            best, state = both[j], 0
            if b[j - 1] > best:
                best, state = b[j - 1], 1
            if came[j] > best:
                best, state = came[j], 2
            if w[j - 1] > best:
                best, state = w[j - 1], 3
            b[j] = best
            row[j] = step | state << 6
        stays, went, came, both = s, w, c, b
        back.append(bytes(row))
    ends = (stays[-1], went[-1], came[-1], both[-1])
    return _traced(back, ends.index(max(ends)))


def _traced(back: Sequence[bytes], state: int) -> Iterator[tuple[int, int]]:
    i, j = len(back) - 1, len(back[0]) - 1
    while i > 0 or j > 0:
        step = back[i][j]
        match state:
            case 0:  # _STAYS
                i, j, state = i - 1, j - 1, step & 3
                yield i, j
            case 1:  # _WENT
                i, state = i - 1, step >> 2 & 3
            case 2:  # _CAME
                j, state = j - 1, step >> 4 & 3
            case _:
                i, j, state = ((i - 1, j, _BOTH), (i, j - 1, _BOTH), (i - 1, j, _CAME), (i, j - 1, _WENT))[step >> 6]
