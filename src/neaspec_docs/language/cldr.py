"""A language -> what the Unicode CLDR knows of it: names of months and days, signs of numbers, names of languages.

Babel is loaded when it is first asked for, and never for English: a check answers at once without it.
"""

from datetime import date as Date  # noqa: N812 -- a date is called date where it is used
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from babel.core import Locale


@lru_cache
def locale(language: str) -> "Locale":
    """Return what is known of a language tag (BCP 47); of one that is not known, what is known of English."""
    from babel.core import Locale, UnknownLocaleError

    try:
        return Locale.parse(language, sep="-")
    except (UnknownLocaleError, ValueError):
        return Locale("en")


def date(day: Date, language: str) -> str:
    """Return a date as the language writes it: "2 de marzo de 2026"."""
    from babel.dates import format_date

    return format_date(day, "long", locale(language))


def weekday(day: Date, language: str) -> str:
    """Return a date with its day of the week: "lunes, 2 de marzo de 2026"."""
    from babel.dates import format_date

    return format_date(day, "full", locale(language))


def dates(start: Date, end: Date, language: str) -> str:
    """Return two dates as one: "2–4 de marzo de 2026", "30 de marzo de 2026–2 de abril de 2026"."""
    from babel.dates import format_interval

    if start.month != end.month or start.year != end.year:  # some languages would cut the months short
        return f"{date(start, language)}–{date(end, language)}"
    return format_interval(start, end, "yMMMMd", locale=locale(language))


def is_english(language: str) -> bool:
    """Say whether a language tag is of English."""
    return language.partition("-")[0].lower() == "en"
