"""A language -> what the Unicode CLDR knows of it: names of months and days, signs of numbers, names of languages.

Babel is loaded when it is first asked for, and never for English: a check answers at once without it.
"""

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


def is_english(language: str) -> bool:
    """Say whether a language tag is of English."""
    return language.partition("-")[0].lower() == "en"
