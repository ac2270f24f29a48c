"""What a word is, in any script: the one pattern by which versions are lined up, compared, merged and signed.

Chinese, Japanese, Thai, Lao, Khmer and Burmese are written without blanks between words. There each ideograph, each
kana and each cluster of letters that cannot be parted is a word; a combining mark is part of its letter everywhere.
"""

import re
import unicodedata

_IDEOGRAPH = "\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff66-\uff9f\U00020000-\U0003ffff"

_CLUSTERED = "\u0e01-\u0e3a\u0e40-\u0e4e\u0e81-\u0ece\u1000-\u103f\u1050-\u108f\u1780-\u17d3"
"""Letters and signs of Thai, Lao, Burmese and Khmer, but for digits."""

_LEADING, _FOLLOWING = "\u0e40-\u0e44\u0ec0-\u0ec4", "\u0e30\u0e32\u0e33\u0e45\u0eb0\u0eb2\u0eb3"
"""Vowels of Thai and Lao that stand before and after the consonant they belong to."""

_STACKING = "\u1039\u17d2"
"""Signs of Burmese and Khmer that put the next consonant below the one before."""

_MARK = "".join(sign for sign in map(chr, range(0x300, 0x1_0000)) if unicodedata.category(sign).startswith("M"))
_WITHIN = f"{_MARK}\u200c\u200d\U000e0100-\U000e01ef"
"""Combining marks, and the signs that join letters or choose their shape; these are part of the letter before."""

_ALONE = (
    rf"[{_IDEOGRAPH}][{_WITHIN}]*"
    rf"|[{_LEADING}]?[{_CLUSTERED}](?:[{_STACKING}][{_CLUSTERED}]|[{_WITHIN}])*[{_FOLLOWING}]?"
)
_LETTER = rf"(?:(?![{_IDEOGRAPH}{_CLUSTERED}])[\w{_WITHIN}])"
_CLOCK = r"\d{1,2}[:.]\d\d"

WORD = rf"{_CLOCK}–{_CLOCK}(?!\w)|{_ALONE}|{_LETTER}+(?:[-‑'’.,:/@&]+{_LETTER}+)*"
"""A whole word ("12.5", "sub-programme", "and/or"), an ideograph, from when to when ("09:30–10:00")."""

PIECE = rf"{_ALONE}|{_LETTER}+"
"""A word, or what it is made of where signs join it ("sub", "programme"): in a file markup may stand between."""

_WORDS = re.compile(WORD)


def composed(text: str) -> str:
    """Return a text in which a letter and its mark are one character where there is one (Unicode's form C).

    A text is the same text whichever way its letters are stored.
    """
    return text if text.isascii() else unicodedata.normalize("NFC", text)


def words(text: str) -> list[str]:
    """Return the words of a text in small letters, without signs and blanks."""
    return _WORDS.findall(composed(text.casefold()))
