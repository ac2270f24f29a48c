"""A name as git or a call gives it -> one line that any file can hold, whatever signs are in it."""

import unicodedata

_LONGEST = 255
"""Word takes no longer name of an author."""

_TURNS = frozenset({"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"})
"""Signs that turn the text after them around (Unicode Standard Annex 9)."""


def of(given: str) -> str:
    """Return a name in one line, fit for XML: of what controls a terminal or turns text around, the sign for it."""
    seen = ("\N{REPLACEMENT CHARACTER}" if _is_control(sign) else sign for sign in given)
    return " ".join("".join(" " if sign.isspace() else sign for sign in seen).split())[:_LONGEST]


def _is_control(sign: str) -> bool:
    kind = unicodedata.category(sign)
    return (kind in {"Cc", "Cs", "Cn"} and sign not in "\t\r\n") or unicodedata.bidirectional(sign) in _TURNS
