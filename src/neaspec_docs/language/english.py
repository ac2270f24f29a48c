"""Days and numbers -> English words: most papers are in English, and a check answers at once without Babel."""

from datetime import date as Date  # noqa: N812 -- a date is called date where it is used

_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_HUNDREDS = ("", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_ORDINALS = (
    *("zeroth", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth"),
    *("tenth", "eleventh", "twelfth", "thirteenth", "fourteenth"),
    *("fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth"),
)
_TENS = ("", "", "twent", "thirt", "fort", "fift", "sixt", "sevent", "eight", "ninet")

ORDINALS = range(1000)
"""The numbers whose ordinals are known here."""


def month(day: Date) -> str:
    """Return "October"."""
    return _MONTHS[day.month - 1]


def weekday(day: Date) -> str:
    """Return "Monday"."""
    return _DAYS[day.weekday()]


def ordinal(count: int) -> str:
    """Return "twenty-fourth" for 24, one of ORDINALS."""
    hundreds, rest = divmod(count, 100)
    if not hundreds:
        return _below_a_hundred(rest)
    lead = f"{_HUNDREDS[hundreds]} hundred"
    return f"{lead} and {_below_a_hundred(rest)}" if rest else f"{lead}th"


def _below_a_hundred(count: int) -> str:
    if count < len(_ORDINALS):
        return _ORDINALS[count]
    tens, ones = divmod(count, 10)
    return f"{_TENS[tens]}y-{_ORDINALS[ones]}" if ones else f"{_TENS[tens]}ieth"
