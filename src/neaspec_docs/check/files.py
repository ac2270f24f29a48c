"""A project -> the lines of its files, and where a character of a text stands in them."""

import re
from dataclasses import dataclass, field
from pathlib import Path

from neaspec_docs.diagnostics.span import Span

_ENTITY = re.compile(r"&#?\w+;")
"""What Markdown reads as one character: `&amp;` (CommonMark 0.31.2, 2.5)."""

_FOLDED = re.compile(r">[+-]?\d?[+-]?\s*(?:#.*)?$")
"""What stands at the place of folded text, whose words have none (YAML 1.1, 9.3.2)."""


@dataclass(slots=True)
class Files:
    """The files of a project as they lie on the disk, each read once."""

    root: Path
    _lines: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def lines(self, file: str) -> tuple[str, ...]:
        """Return the lines of a file named from the project's folder, without their ends; () where it can't be read."""
        if file not in self._lines:
            try:
                text = (self.root / file).read_bytes().decode("utf-8-sig")
            except (OSError, UnicodeDecodeError):
                text = ""
            self._lines[file] = tuple(text.replace("\r\n", "\n").replace("\r", "\n").split("\n")) if text else ()
        return self._lines[file]

    def find(self, text: str, begin: Span, start: int, end: int) -> Span | None:
        """Return the place of `text[start:end]`, where the text begins at `begin`; None where it can't be told.

        A space in the text may be the end of a line, with what the next one is indented by; what escapes a character
        belongs to it. What runs over the end of a line has no place, for an edit is in one line.
        """
        lines = self.lines(begin.file)
        line, column = begin.line - 1, begin.column - 1
        if line < len(lines) and _FOLDED.match(lines[line], column):
            return None
        first: tuple[int, int] | None = None
        for place, sign in enumerate(text[:end]):
            if line >= len(lines):
                return None
            here = lines[line]
            if column >= len(here.rstrip()) and sign == " ":
                if place >= start:
                    return None
                line, column = _next_words(lines, line)
                continue
            if _ENTITY.match(here, column):
                return None
            length = _length(here[column : column + 3], text[place : place + 2])
            if not length:
                return None
            if place == start:
                first = (line, column)
            column += length
        if first is None or first[0] != line:
            return None
        return Span(begin.file, line + 1, first[1] + 1, max(1, column - first[1]))


def _length(here: str, text: str) -> int:
    """Return how many characters of the file write the first of the text, with what escapes it; 0 where none do.

    It can't be told of a backslash, which is written as one, two or four, and of two apostrophes, as two or four; nor
    of one that is escaped by both.
    """
    if text[:1] == "\\" or here[:2] == text == "''" or here == "\\''":
        return 0
    if here[:1] == "\\" and here[1:2] == text[:1]:
        return 2
    if here[:2] == "''" and text[:1] == "'":  # in YAML's single quotes (YAML 1.1, 5.7)
        return 2
    return 1 if here[:1] == text[:1] else 0


def _next_words(lines: tuple[str, ...], line: int) -> tuple[int, int]:
    line += 1
    while line < len(lines) and not lines[line].strip():
        line += 1
    return (line, len(lines[line]) - len(lines[line].lstrip())) if line < len(lines) else (line, 0)
