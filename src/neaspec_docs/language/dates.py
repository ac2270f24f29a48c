"""Dates and ordinals -> how a paper says them, in its language.

In other languages than English the names of months and days are the Unicode CLDR's (by Babel), ordinals are num2words';
both are loaded when first asked for.
"""

from datetime import date as Date  # noqa: N812 -- a date is called date where it is used

from neaspec_docs.language import english

EN_DASH = "–"


def date(day: Date, language: str = "en") -> str:
    """Return "12 October 2020": day, month, year, as the UN Editorial Manual writes a date."""
    if _is_english(language):
        return f"{english.day_and_month(day)} {day.year}"
    return _formatted(day, "d MMMM y", language)


def weekday(day: Date, language: str = "en") -> str:
    """Return "Thursday, 6 August 2020"."""
    if _is_english(language):
        return f"{english.weekday(day)}, {date(day)}"
    return _formatted(day, "EEEE, d MMMM y", language)


def dates(start: Date, end: Date, language: str = "en") -> str:
    """Return "12–13 October 2020", "30 September–2 October 2020", or one date where both are the same."""
    if start == end:
        return date(start, language)
    if start.year != end.year:
        return f"{date(start, language)}{EN_DASH}{date(end, language)}"
    if start.month != end.month:
        first = english.day_and_month(start) if _is_english(language) else _formatted(start, "d MMMM", language)
        return f"{first}{EN_DASH}{date(end, language)}"
    return f"{start.day}{EN_DASH}{date(end, language)}"


def ordinal(count: int, language: str = "en") -> str:
    """Return "twenty-fourth" for 24; the figure where num2words does not know the language."""
    if _is_english(language) and count in english.ORDINALS:
        return english.ordinal(count)
    from num2words import num2words

    try:
        return str(num2words(count, to="ordinal", lang=language.partition("-")[0].lower()))
    except NotImplementedError:
        return str(count)


def capitalized(words: str) -> str:
    """Return the words with a capital first letter and the rest as they are."""
    return words[:1].upper() + words[1:]


def _is_english(language: str) -> bool:
    return language.partition("-")[0].lower() == "en"


def _formatted(day: Date, pattern: str, language: str) -> str:
    from babel.core import UnknownLocaleError
    from babel.dates import format_date

    try:
        return format_date(day, pattern, locale=language.replace("-", "_"))
    except (UnknownLocaleError, ValueError):
        return format_date(day, pattern, locale="en")
