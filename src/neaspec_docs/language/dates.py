"""Dates -> how a paper says them, in its language.

What stands where in a date is a message of the catalogues (`date`, `days_of_month` ...), as the United Nations write
it. In other languages than English the names of months and days are the Unicode CLDR's; so is the whole date in one
that has no catalogue.
"""

from datetime import date as Date  # noqa: N812 -- a date is called date where it is used
from datetime import timedelta

from neaspec_docs.language import cldr, english
from neaspec_docs.language.cldr import is_english, locale
from neaspec_docs.language.words import known, words

EN_DASH = "–"


def date(day: Date, language: str = "en") -> str:
    """Return "12 October 2020": day, month, year, as the UN Editorial Manual writes a date."""
    return words(language).date.format(**_parts(day, language)) if _is_ours(language) else cldr.date(day, language)


def weekday(day: Date, language: str = "en") -> str:
    """Return "Thursday, 6 August 2020"."""
    if not _is_ours(language):
        return cldr.weekday(day, language)
    name = english.weekday(day) if is_english(language) else locale(language).days["format"]["wide"][day.weekday()]
    return words(language).weekday.format(weekday=name, date=date(day, language))


def dates(start: Date, end: Date, language: str = "en") -> str:
    """Return "12–13 October 2020", "30 September–2 October 2020", or one date where both are the same."""
    said = words(language)
    if start == end:
        return date(start, language)
    if not _is_ours(language):
        return cldr.dates(start, end, language)
    if start.year != end.year:
        return said.days_of_years.format(first=date(start, language), last=date(end, language))
    first = {"first" if name == "day" else f"first_{name}": value for name, value in _parts(start, language).items()}
    if start.month != end.month:
        return said.days_of_months.format(**first, **_parts(end, language))
    form = said.two_days if end - start == timedelta(days=1) else said.days_of_month
    return form.format(**first, **_parts(end, language))


def _is_ours(language: str) -> bool:
    """Say whether the catalogues have the dates of a language: the CLDR has not, or they know its words."""
    return known(language) or is_english(cldr.locale(language).language)


def _parts(day: Date, language: str) -> dict[str, str]:
    """Return what the message of a date may name."""
    number = words(language).first_day.format(1) if day.day == 1 else str(day.day)
    month = english.month(day) if is_english(language) else locale(language).months["format"]["wide"][day.month]
    return {"day": number, "month": month, "month_number": str(day.month), "year": str(day.year)}
