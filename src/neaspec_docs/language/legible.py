"""Words of two versions -> words fit to be read: long stretches shortened, signs that nobody sees spelled out."""

import unicodedata
from collections.abc import Iterable, Sequence

from neaspec_docs.model.change import Words

_OVERRIDES = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""Signs that turn the direction of what follows, and could show a sentence in another order than it is read."""


def shown(text: str) -> str:
    """Return text that neither a terminal nor a page obeys: control signs and turns of direction are spelled out."""
    if text.isprintable():  # most is, and then none of its signs need be looked at
        return text
    return "".join(_spelled(sign) if _obeyed(sign) else sign for sign in text)


def told_apart(words: Iterable[Words]) -> tuple[Words, ...]:
    """Return the words fit to be shown; where two look the same, the signs that make the difference are spelled out."""
    return tuple(
        Words(_plainly(one.old), _plainly(one.new))
        if not one.same and _looks(one.old) == _looks(one.new)
        else Words(shown(one.old), shown(one.new))
        for one in words
    )


def excerpt(words: Sequence[Words], context: int = 120) -> tuple[Words, ...]:
    """Return the words with long stretches that did not change shortened to so many characters beside each change."""
    changed = [at for at, one in enumerate(words) if not one.same]
    if not changed:
        return tuple(Words(begin(one.old, 2 * context), begin(one.new, 2 * context)) for one in words)
    first, last = changed[0], changed[-1]
    return tuple(
        one if not one.same else both(_kept(one.old, context, begins=at > first, ends=at < last))
        for at, one in enumerate(words)
    )


def both(text: str) -> Words:
    """Return words that both versions have."""
    return Words(text, text)


def _kept(text: str, context: int, *, begins: bool, ends: bool) -> str:
    """Return what is kept of a stretch: its beginning where a change stands before it, its end where one follows."""
    if len(text) <= context * (begins + ends) + context // 2:
        return text
    if not ends:
        return begin(text, context)
    head = begin(text, context) if begins else ""
    tail = text[-context:]
    cut = tail.find(" ")
    tail = tail[cut + 1 :] if 0 <= cut < context // 2 else _uncombined(tail)
    return f"{head.removesuffix('…').rstrip()} … {tail}" if begins else f"… {tail}"


def begin(text: str, length: int) -> str:
    """Return the beginning of a text, cut between words where there are any."""
    if len(text) <= length:
        return text
    head = text[:length]
    cut = head.rfind(" ")
    if cut > length // 2:
        return f"{head[:cut].rstrip()} …"
    rest = text[length:]
    return f"{head}{rest[: len(rest) - len(_uncombined(rest))]}…"


def _uncombined(text: str) -> str:
    """Return the text without the marks at its beginning that belong to a sign before it."""
    return text.lstrip("".join(sign for sign in set(text) if unicodedata.combining(sign) or sign == "\u200d"))


def _obeyed(sign: str) -> bool:
    return sign in _OVERRIDES or (sign not in "\n\t" and unicodedata.category(sign) in {"Cc", "Cs"})


def _spelled(sign: str) -> str:
    return f"<U+{ord(sign):04X}>"


def _plainly(text: str) -> str:
    return "".join(sign if sign.isascii() and not _obeyed(sign) else _spelled(sign) for sign in text)


def _looks(text: str) -> str:
    """Return text as it looks: without what nobody sees, and with every kind of blank the same."""
    plain = unicodedata.normalize("NFKC", text)
    return "".join(sign for sign in plain if unicodedata.category(sign) != "Cf")
