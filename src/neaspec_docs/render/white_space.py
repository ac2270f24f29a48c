"""The tree that a template made -> the same tree with the white space that means something, and no other.

Runs of white space are one space, a block neither begins nor ends with one, and between blocks there is none
(docs/page.md). So no writer has to think of how a template is indented.
"""

import re
from xml.etree.ElementTree import Element

from neaspec_docs.model.page import INLINE

_SPACE = " \t\r\n"
_RUN = re.compile(f"[{_SPACE}]+")  # not \\s: a no-break space is a character
LINES = frozenset({"p", "h1", "h2", "h3", "h4", "h5", "h6", "title"})
"""Elements that hold a line of text."""

CELLS = frozenset({"td", "th"})
"""Elements that hold a line of text, or blocks."""


def tidy(element: Element) -> None:
    """Tidy an element that holds blocks, and all below it, in place."""
    if is_line(element):
        _tidy_line(element)
        return
    element.text = _between_blocks(element.text)
    for child in element:
        tidy(child)
        child.tail = _between_blocks(child.tail)


def single(text: str) -> str:
    """Return a text in which runs of white space are one space each; that there are none is seen at once."""
    has_runs = "\n" in text or "  " in text or "\t" in text or "\r" in text
    return _RUN.sub(" ", text) if has_runs else text


def is_line(element: Element) -> bool:
    """Say whether an element holds text rather than blocks."""
    if element.tag in LINES:
        return True
    line_of_contents = element.tag == "li" and len(element) > 0 and element[0].tag == "a"
    return (element.tag in CELLS or line_of_contents) and all(child.tag in INLINE for child in element)


def _between_blocks(text: str | None) -> str | None:
    """Keep text that stands where none may: the vocabulary reports it."""
    return text if text and text.strip(_SPACE) else None


def _tidy_line(line: Element) -> None:
    if len(line) == 0:  # most lines
        line.text = single(line.text).strip(" ") if line.text else line.text
        return
    spaces = _Spaces()
    spaces.tidy(line)
    spaces.trim()


class _Spaces:
    """Goes through a line from left to right, and knows whether a space would be the second in a row."""

    def __init__(self) -> None:
        self._after_space = True
        self._last: tuple[Element, str] | None = None

    def tidy(self, element: Element) -> None:
        self._text(element, "text")
        for child in element:
            match child.get("class"), child.tag:
                case "footnote", "span":
                    self._footnote(child)
                case _, "br":
                    self.trim()
                    self._after_space = True
                    self._last = None
                case _:
                    self.tidy(child)
            self._text(child, "tail")

    def trim(self) -> None:
        """Take away the space at the end of the line."""
        if self._after_space and self._last:
            element, name = self._last
            setattr(element, name, getattr(element, name).rstrip(_SPACE))

    def _text(self, element: Element, name: str) -> None:
        text = getattr(element, name)
        if not text:
            return
        words = single(text)
        if self._after_space:
            words = words.lstrip(_SPACE)
        setattr(element, name, words)
        if words:
            self._after_space = words.endswith(" ")
            self._last = (element, name)

    def _footnote(self, note: Element) -> None:
        """A note's paragraphs are lines of their own, and no part of the line with its mark."""
        note.text = _between_blocks(note.text)
        for passage in note:
            _tidy_line(passage)
            passage.tail = _between_blocks(passage.tail)
        self._last = None
        self._after_space = False
