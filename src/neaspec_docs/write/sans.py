"""Characters -> their advance widths in Arial and Liberation Sans, which are as wide: in em, a little on the safe side.

They stand here so that a slide and the charts on it are measured alike on every machine, whatever fonts it has. An
accented letter is as wide as its letter; each width is rounded up to one of some twenty.
"""

import unicodedata
from collections.abc import Mapping
from functools import cache

MONOSPACED = 0.61
"""Every character of Courier New."""

_UNKNOWN = 0.72
_WIDE = 1.0


def _widths(*classes: tuple[float, str]) -> Mapping[str, float]:
    return {character: width for width, characters in classes for character in characters}


_REGULAR = _widths(
    (0.19, "′"),
    (0.222, "'ijlłιіј‘’‚‛"),
    (0.278, " !,./:;I[\\]ft|¦·ıΙІ"),
    (0.335, "()-`r{}¡¨­²³´¸¹‐‑“”„‹›"),
    (0.36, '"•″'),
    (0.4, "*ª°ºτг"),
    (0.45, "εζξк"),
    (0.5, "J^cksvxyzγκλνςЈзстухѕ↑↓"),
    (0.556, "#$0123456789?L_abdeghnopqu¢£¤¥§«¯±¶»ð÷þđŁΓηθουχГавенопрчьэяђєћџ–€≈≤≥"),
    (0.584, "+<=>~¬µ×αβδμρКбдилц−"),
    (0.611, "FTZ¿ßøΖΤЗТ"),
    (0.65, "ΞΣσφУъ"),
    (0.667, "&ABEKPSVXYÞΑΒΕΚΡΥΧЅАБВЕЛРХЧЬ"),
    (0.69, "ΔΛπДжм"),
    (0.722, "CDHNRUwÐĐΗΝΠψЄЏИНПСЭЯы"),
    (0.78, "GOQ©®ØΘΟΩОФЦю"),
    (0.84, "Mm¼½¾ΜΦΨωМЪфшщњ"),
    (0.9, "%æЂЋЫ"),
    (0.95, "WœЖШЩљ"),
    (1.015, "@ÆŒЊЮ—―…‰™←→"),
    (1.2, "Љ№"),
)
_BOLD = _widths(
    (0.278, " ',./I\\ijl·ıłΙιІіј‘’‚‛′"),
    (0.335, "!()-:;[]`ft|¡¦¨­²³´¸¹‐‑‹›"),
    (0.36, "•"),
    (0.4, "*r{}ª°º"),
    (0.45, "ξτг"),
    (0.5, '"zεζзкт“”„″↑↓'),
    (0.556, "#$0123456789J_aceksvxy¢£¤¥§«¯±¶»÷γθλνςЈаесухэєѕ–€≈≤≥"),
    (0.584, "+<=>^~¬µ×κυχГчя−"),
    (0.611, "?FLTZbdghnopqu¿ßðøþđŁΓΖΣΤβδηοКТнопрђћџ"),
    (0.65, "ΞαμρЗУбвдилць"),
    (0.669, "EPSVXYÞΕΛΡΥΧЅЕРХ"),
    (0.69, "σ"),
    (0.722, "&ABCDHKNRUÐĐΑΒΔΗΚΝΠφЄЏАБВДИЛНПСЧЬЭЯж"),
    (0.78, "GOQw©®ØΘΟπψОЦмъ"),
    (0.84, "M¼½¾ΜΦΨΩМш"),
    (0.9, "%mæωЂЋФЪфщыю"),
    (0.95, "WœЖњ"),
    (1.02, "@ÆŒШЫљЩ—―…‰™←→"),
    (1.065, "ЊЮ"),
    (1.2, "Љ№"),
)


@cache
def width(character: str, *, bold: bool = False) -> float:
    """Return the width of one character in em; East Asian ones are square, marks that combine take no room."""
    letter = unicodedata.normalize("NFD", character)[0]
    if (known := (_BOLD if bold else _REGULAR).get(letter)) is not None:
        return known
    if unicodedata.combining(letter):
        return 0.0
    if unicodedata.category(letter) in {"Zs", "Cf"}:
        return _REGULAR[" "]
    return _WIDE if unicodedata.east_asian_width(letter) in "WF" else _UNKNOWN
