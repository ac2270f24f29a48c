"""A Page -> how many words it has: those of its text, tables and notes; not the contents, which say them again."""

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from neaspec_docs.model.page import Page

_SCRIPTS_WITHOUT_SPACES = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_PIECE = re.compile(rf"[{_SCRIPTS_WITHOUT_SPACES}]|[^\s{_SCRIPTS_WITHOUT_SPACES}]+")
"""A Chinese or Japanese character, which Word counts as a word, or what stands between spaces."""

_LETTER = re.compile(r"\w")
"""What makes a word of a piece: a letter or a digit."""

_IN_A_LINE = frozenset({"a", "em", "strong", "span", "sub", "sup", "i", "b", "ins", "del", "abbr"})
"""Elements that part no words."""


def of(page: Page) -> int:
    """Return the number of words."""
    body = page.root.find("body")
    return 0 if body is None else _in("".join(_text(body)))


def _in(text: str) -> int:
    return sum(_LETTER.search(piece[0]) is not None for piece in _PIECE.finditer(text))


def _text(element: Element) -> Iterator[str]:
    if element.tag == "nav":
        return
    apart = "" if element.tag in _IN_A_LINE and element.get("class") != "footnote" else "\n"
    yield apart
    yield element.text or ""
    for child in element:
        yield from _text(child)
        yield child.tail or ""
    yield apart
