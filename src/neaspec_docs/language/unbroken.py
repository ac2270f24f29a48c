"""Text -> its words that no line can be broken in: all that stands between two blanks, in scripts that have blanks."""

import re
from collections.abc import Iterator

_WITHOUT_BLANKS = (
    "\u0e01-\u0e30\u0e32\u0e33\u0e40-\u0e46\u0e81-\u0eb0\u0ec0-\u0ec6"  # Thai, Lao
    "\u0f00-\u0fff\u1000-\u102a\u1780-\u17b3"  # Tibetan, Myanmar, Khmer
    "\u2e80-\u3029\u3030-\u3098\u309b-\ua4cf\uac00-\ud7a3\uf900-\ufaff\uff01-\uff60"  # Chinese, Japanese, Korean
    "\U00020000-\U0003ffff"
)
"""Scripts that write words without blanks, or break a line after any sign; less the marks that combine."""

_BLANK = " \t\n\r\u1680\u2000-\u2006\u2008-\u200b"
"""Blanks that a line may end at: U+00A0, U+2007 and U+202F are none (UAX 14, GL)."""

_WORD = re.compile(f"[^{_BLANK}{_WITHOUT_BLANKS}]+")


def words(text: str) -> Iterator[tuple[int, int]]:
    """Give where each of them begins and ends."""
    return (found.span() for found in _WORD.finditer(text))


def ending(text: str) -> int:
    """Return how many characters the one has that the text ends in; 0 where a line can be broken behind the text."""
    found = _WORD.match(text[::-1])
    return found.end() if found else 0
