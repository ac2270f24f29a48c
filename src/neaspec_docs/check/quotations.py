"""The text of a stretch -> where it quotes: from the mark that opens to the one that closes, whatever each looks like.

A quotation that a curly mark opens and a straight one closes ends there; one that nothing closes runs on to the end of
its paragraph, as it does where the next paragraph goes on with it, if a curly mark opened it, and else is none.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator

_DOUBLE = re.compile(r"[“”\"]")
_OPENS = re.compile(r"(?<![^\s(\[{“‘'«–—/-])[“\"](?=[^\s.,;:!?)\]}”])")
"""A mark at the beginning of a word."""

_SINGLES = (
    (re.compile(r"(?<!\w)‘"), re.compile(r"’(?!\w)")),
    (re.compile(r"(?<!\w)'(?!\d\ds?(?!\w)|\s)"), re.compile(r"'(?!\w)")),
    (re.compile("«"), re.compile("»")),
)
"""What opens and what closes; an apostrophe within a word closes nothing, and one before the years of a decade opens
nothing."""


def of(text: str) -> Iterator[tuple[int, int]]:
    """Give where each quotation begins and ends, its marks with it, in no order; one may stand in another."""
    yield from _doubles(text)
    for opening, closing in _SINGLES:
        yield from _singles(text, opening, closing)


def _doubles(text: str) -> Iterator[tuple[int, int]]:
    """Give the quotations in double marks, each once: what is quoted in one is a part of it."""
    outer = inner = None  # where they opened
    within: list[tuple[int, int]] = []
    for mark in _DOUBLE.finditer(text):
        place, sign = mark.start(), mark.group()
        opens = sign == "“" or (sign == '"' and _OPENS.match(text, place) is not None)
        if outer is None:
            outer, inner, within = (place if opens else None), None, []
        elif (sign == '"') is (text[outer] == '"'):  # of the sort that opened it
            if not opens:
                yield outer, place + 1
                outer = None
        elif opens:
            inner = place
        elif inner is not None:
            within.append((inner, place + 1))
            inner = None
        else:
            yield outer, place + 1
            outer = None
    if outer is not None and text[outer] == "“":
        yield outer, len(text)
    elif outer is not None:
        yield from within


def _singles(text: str, opening: re.Pattern[str], closing: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    ends = [found.end() for found in closing.finditer(text)]
    behind = 0
    for found in opening.finditer(text):
        number = bisect_left(ends, found.end() + 1)
        if found.start() >= behind and number < len(ends):
            behind = ends[number]
            yield found.start(), behind
