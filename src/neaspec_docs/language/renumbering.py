"""What was renumbered -> phrases such as "paragraphs 8–12 are now 9–13": as few as a human would write."""

import re
from collections.abc import Mapping
from typing import NamedTuple

from neaspec_docs.language.legible import begin, shown
from neaspec_docs.language.words import ENGLISH, Words
from neaspec_docs.model.change import Kind, PaperChanges, Side

_FEW = 2
"""So many are named each; of more, the first and the last."""

_PLURALS = {"annex": "annexes", "appendix": "appendices", "box": "boxes"}

HEADINGS = frozenset({"section", "annex"})
"""Types of which the label is a heading where there is no number."""

_ROMAN = ((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"),
          (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))  # fmt: skip

_GAP = "\0"
"""Where the number of a label stands."""

_LAST = re.compile(r"(?P<before>.*?)(?P<count>[0-9]+|[IVXLCDM]+|[ivxlcdm]+|[A-Za-z])(?P<after>\W*)")


class _Pair(NamedTuple):
    """A thing's label before and now, each as its noun and its number; the number is "" where it has none."""

    old_noun: str
    old: str
    new_noun: str
    new: str


def phrases(paper: PaperChanges, say: Words = ENGLISH) -> tuple[str, ...]:
    """Return what was renumbered, in order; numbers in a row are one phrase.

    A row goes on over what changed itself too, if that has the number which is due to it.
    """
    between = {
        (pair.old_noun, pair.old): pair
        for change in paper.changes
        if change.kind is Kind.CHANGED and change.old and change.new
        for pair in (_pair(change.type, change.old, change.new, say),)
    }
    runs: list[list[_Pair]] = []
    latest: dict[tuple[str, str], list[_Pair]] = {}
    for one in paper.renumbered:
        pair = _pair(one.type, one.old, one.new, say)
        nouns = pair.old_noun, pair.new_noun
        way = _way(latest[nouns][-1], pair, between) if nouns in latest else ()
        if way:
            latest[nouns] += way
        else:
            latest[nouns] = [pair]
            runs.append(latest[nouns])
    return tuple(shown(_phrase(run) if say is ENGLISH else _said(run, say)) for run in runs)


def _pair(type: str, old: Side, new: Side, say: Words) -> _Pair:
    return _Pair(*_parted(type, old, say), *_parted(type, new, say))


def _parted(type: str, side: Side, say: Words) -> tuple[str, str]:
    """Return a label's noun and its number, which is its last word.

    In another language than English they are what stands around the number, with its place marked, and the number.
    """
    if say is not ENGLISH:
        label = side.label or say.term(type)
        number = (side.number or "").rstrip(".")
        before, found, after = label.rpartition(number) if number else ("", "", label)
        return (f"{before}{_GAP}{after}", number) if found else (label, "")
    if side.number is None:
        return unnumbered(type, side.label), ""
    noun, _, number = (side.label or f"{type} {side.number.rstrip('.')}").rpartition(" ")
    return noun, number


def unnumbered(type: str, label: str) -> str:
    """Return what a thing without a number is called: a heading by its words, else "the table in section 1"."""
    if type in HEADINGS and label and label != type:
        return f"the {'heading' if type == 'section' else type} “{begin(label, 60)}”"
    return f"the {label}" if label and label != type else f"{'an' if type[:1] in 'aeiou' else 'a'} {type}"


def _way(last: _Pair, pair: _Pair, between: Mapping[tuple[str, str], _Pair]) -> tuple[_Pair, ...]:
    """Return the pairs from the one after `last` to `pair` if their numbers, old and new, are in a row; else none."""
    way: list[_Pair] = []
    at = last
    while not _follows(at, pair):
        due = (one for number in _successors(at.old) if (one := between.get((at.old_noun, number))))
        step = next((one for one in due if _follows(at, one)), None)
        if step is None:
            return ()
        way.append(step)
        at = step
    return (*way, pair)


def _follows(one: _Pair, other: _Pair) -> bool:
    same = one.old_noun == other.old_noun and one.new_noun == other.new_noun
    return same and other.old in _successors(one.old) and other.new in _successors(one.new)


def _successors(number: str) -> tuple[str, ...]:
    """Return what may come after a number: its last part counted on; "C" is followed by "D" or, in Roman, by "CI"."""
    parts = _LAST.fullmatch(number)
    if parts is None:
        return ()
    before, count, after = parts["before"], parts["count"], parts["after"]
    if count.isdecimal():
        found = [str(int(count) + 1)]
    else:
        found = [chr(ord(count) + 1)] if len(count) == 1 and count not in "zZ" else []
        value = _value(count.upper())
        if value:
            next_one = _roman(value + 1)
            found.append(next_one if count.isupper() else next_one.lower())
    return tuple(f"{before}{one}{after}" for one in found)


def _value(roman: str) -> int:
    """Return what a Roman number counts, 0 where it is none."""
    left, value = roman, 0
    for worth, sign in _ROMAN:
        while left.startswith(sign):
            left, value = left.removeprefix(sign), value + worth
    return value if not left and _roman(value) == roman else 0


def _roman(value: int) -> str:
    said = ""
    for worth, sign in _ROMAN:
        times, value = divmod(value, worth)
        said += sign * times
    return said


def _phrase(run: list[_Pair]) -> str:
    first, last = run[0], run[-1]
    if not first.new:
        return f"{first.old_noun} {first.old} has no number now"
    if not first.old:
        return f"{first.old_noun}, which had no number, is now {first.new_noun} {first.new}"
    if first.old_noun != first.new_noun:
        return f"{first.old_noun} {first.old} is now {first.new_noun} {first.new}"
    if len(run) == 1:
        return f"{first.old_noun} {first.old} is now {first.new}"
    link = " and " if len(run) <= _FEW else "–"
    return f"{_plural(first.old_noun)} {first.old}{link}{last.old} are now {first.new}{link}{last.new}"


def _said(run: list[_Pair], say: Words) -> str:
    """Return the phrase in another language, in which a row of numbers stands as one does: "第8–12段 → 第9–13段"."""
    first, last = run[0], run[-1]
    old = first.old_noun.replace(_GAP, first.old if len(run) == 1 else f"{first.old}–{last.old}")
    new = first.new_noun.replace(_GAP, first.new if len(run) == 1 else f"{first.new}–{last.new}")
    if not first.new:
        return say.number_lost.format(old)
    return (say.renumbered if first.old else say.number_given).format(old=old, new=new)


def _plural(noun: str) -> str:
    before, blank, last = noun.rpartition(" ")
    plural = _PLURALS.get(last.lower(), f"{last}s")
    return f"{before}{blank}{last[:1]}{plural[1:]}"
