"""Numbers -> how a language writes them: the sign before decimals, and what parts thousands, are the Unicode CLDR's."""

from decimal import Decimal

from neaspec_docs.language.cldr import is_english, locale

MINUS = "−"


def typed(number: Decimal, language: str = "en") -> str:
    """Return a number as it was typed, "1147.50", with a minus for a hyphen and the language's decimal sign."""
    return f"{number}".replace("-", MINUS).replace(".", decimal_sign(language))


_MOST_FIGURES = 100
"""Figures before the decimal sign, or after it: 1e999999999 would have a thousand million."""


def grouped(number: Decimal, language: str = "en") -> str:
    """Return a number with its thousands apart: "44,985", « 44 985 »; it keeps its decimals and its hyphen.

    Raises ValueError for what nobody would read: infinity, no number, or more than a hundred figures.
    """
    places = number.as_tuple().exponent
    if not isinstance(places, int) or number.adjusted() >= _MOST_FIGURES or places < -_MOST_FIGURES:
        raise ValueError(number)
    signs = {",": thousands_sign(language), ".": decimal_sign(language)}
    return "".join(signs.get(sign, sign) for sign in f"{number:,f}")


def decimal_sign(language: str) -> str:
    """Return what stands before decimals: a stop, or a comma."""
    return "." if is_english(language) else str(locale(language).number_symbols["latn"]["decimal"])


def thousands_sign(language: str) -> str:
    """Return what parts thousands: a comma, a stop, or a space that does not break."""
    return "," if is_english(language) else str(locale(language).number_symbols["latn"]["group"])
