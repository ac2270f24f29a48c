"""A Page -> how many words it has: those of its text, tables and notes; not the contents, which say them again."""

import re
from collections import Counter
from functools import cache
from xml.etree.ElementTree import Element

from neaspec_docs.language import rare
from neaspec_docs.model.page import Page

_SCRIPTS_WITHOUT_SPACES = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_FIRST_OF_THEM = "\u3040"

_LETTER = re.compile(r"\w")
"""What makes a word of what stands between spaces: a letter or a digit."""

_IN_A_LINE = frozenset({"a", "em", "strong", "span", "sub", "sup", "i", "b", "ins", "del", "abbr"})
"""Elements that part no words."""


def of(page: Page) -> int:
    """Return the number of words."""
    body = page.root.find("body")
    if body is None:
        return 0
    said: list[str] = []
    _read(body, said)
    text = "".join(said)
    pieces = Counter(text.split())
    if any(sign >= _FIRST_OF_THEM for sign in rare.signs("".join(pieces))):
        return len(_word_of_any_script().findall(text))
    return sum(times for piece, times in pieces.items() if _LETTER.search(piece))


@cache
def _word_of_any_script() -> re.Pattern[str]:
    """Return what finds a word where some may be Chinese or Japanese: each character counts, as Word counts them."""
    return re.compile(rf"(?=\w)(?:[{_SCRIPTS_WITHOUT_SPACES}]|[^\s{_SCRIPTS_WITHOUT_SPACES}]+)")


def _read(element: Element, said: list[str]) -> None:
    """Add what an element says."""
    if element.tag == "nav":
        return
    apart = "" if element.tag in _IN_A_LINE and element.get("class") != "footnote" else "\n"
    said += (apart, element.text or "")
    for child in element:
        _read(child, said)
        said.append(child.tail or "")
    said.append(apart)
