"""Numbers -> Chinese numerals, as an ordinal has them after 第; num2words does not know Chinese."""

_DIGITS = "零一二三四五六七八九"
_PLACES = ("千", "百", "十", "")

CARDINALS = range(10000)
"""The numbers whose numerals are known here."""


def cardinal(count: int) -> str:
    """Return 二十四 for 24, 一百零五 for 105; the figure for what is not one of CARDINALS."""
    if count not in CARDINALS:
        return str(count)
    said = ""
    for digit, place in zip(f"{count:04}", _PLACES, strict=True):
        if digit != "0":
            said += _DIGITS[int(digit)] + place
        elif said and not said.endswith("零"):
            said += "零"
    said = said.rstrip("零") or "零"
    return said.removeprefix("一") if said.startswith("一十") else said
