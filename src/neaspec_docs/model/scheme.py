"""How things are numbered, by example: the sample "(a)" stands for (a), (b), (c); "1.1." joins the level above."""

import re
from dataclasses import dataclass
from enum import Enum
from typing import TypeAlias

DEEPEST = 5
"""Levels of section that a heading can have: Heading 1 to 5 in Word, h2 to h6 in html."""


class Numeral(Enum):
    """What is counted with; the value is the first of its kind, as a sample shows it."""

    UPPER_ROMAN = "I"
    UPPER_LETTER = "A"
    ARABIC = "1"
    LOWER_ROMAN = "i"
    LOWER_LETTER = "a"


class Mark(Enum):
    """The marks of lists that do not count."""

    BULLET = "•"
    DASH = "–"


@dataclass(frozen=True, slots=True)
class Sample:
    """One level of numbering: what stands before and after the numeral; `composite` joins the level above to it."""

    numeral: Numeral
    before: str = ""
    after: str = "."
    composite: bool = False

    @property
    def written(self) -> str:
        """Return the sample as content writes it: "(a)", "1.1."."""
        above = f"{self.numeral.value}." if self.composite else ""
        return f"{above}{self.before}{self.numeral.value}{self.after}"


Scheme: TypeAlias = tuple[Sample | None, ...]
"""One sample a level of section; None is a level without a number."""

Style: TypeAlias = Sample | Mark

_SAMPLE = re.compile(r"(\(?)([IA1ia])([.)]?)")
_COMPOSITE = re.compile(r"(?:[IA1ia]\.)+([IA1ia])([.)]?)")
_ROMAN = ((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"))
_ROMAN_ONES = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))


def read(sample: str) -> Sample | None:
    """Return the level that a sample such as "I.", "(a)" or "1.1." shows, or None where nobody can read it."""
    if found := _SAMPLE.fullmatch(sample):
        before, numeral, after = found.groups()
        if (before == "(") != (after == ")") and before:
            return None
        return Sample(Numeral(numeral), before, after)
    if found := _COMPOSITE.fullmatch(sample):
        numeral, after = found.groups()
        return Sample(Numeral(numeral), "", after, composite=True)
    return None


def numeral(kind: Numeral, count: int) -> str:
    """Return `count` (from 1) in numerals of this kind: 4 is "IV", "D", "4", "iv" or "d"; 27 is "aa" as in Word."""
    match kind:
        case Numeral.ARABIC:
            return str(count)
        case Numeral.UPPER_ROMAN:
            return _roman(count)
        case Numeral.LOWER_ROMAN:
            return _roman(count).lower()
        case Numeral.UPPER_LETTER:
            return _letters(count)
        case Numeral.LOWER_LETTER:
            return _letters(count).lower()


def _roman(count: int) -> str:
    written = ""
    for value, sign in _ROMAN + _ROMAN_ONES:
        times, count = divmod(count, value)
        written += sign * times
    return written


def _letters(count: int) -> str:
    """Repeat the letter after Z as Word does: AA, BB (ISO/IEC 29500-1 17.18.59, upperLetter)."""
    repeats, place = divmod(count - 1, 26)
    return chr(ord("A") + place) * (repeats + 1)
