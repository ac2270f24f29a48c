"""A project -> the lines of its files, and where a character of a text stands in them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from neaspec_docs import limits, plain_files
from neaspec_docs.diagnostics.span import Span

_ENTITY = re.compile(r"&#?\w+;")
"""What Markdown reads as one character: `&amp;` (CommonMark 0.31.2, 2.5)."""

_FOLDED = re.compile(r">[+-]?\d?[+-]?\s*(?:#.*)?$")
"""What stands at the place of folded text, whose words have none (YAML 1.1, 9.3.2)."""


@dataclass(slots=True)
class Files:
    """The files of a project as they lie on the disk, each read once, and each text in them mapped once."""

    root: Path
    _lines: dict[str, tuple[str, ...]] = field(default_factory=dict)
    _maps: dict[tuple[Span, str], list[tuple[int, int, int]]] = field(default_factory=dict)

    def lines(self, file: str) -> tuple[str, ...]:
        """Return the lines of a file named from the project's folder, without their ends; () where it can't be read."""
        if file not in self._lines:
            try:
                text = plain_files.read(self.root / file, limits.LARGEST_TEXT).decode("utf-8-sig")
            except (OSError, UnicodeDecodeError):
                text = ""
            self._lines[file] = tuple(text.replace("\r\n", "\n").replace("\r", "\n").split("\n")) if text else ()
        return self._lines[file]

    def find(self, text: str, begin: Span, start: int, end: int) -> Span | None:
        """Return the place of `text[start:end]`, where the text begins at `begin`; None where it can't be told.

        A space in the text may be the end of a line, with what the next one is indented by; what escapes a character
        belongs to it. What runs over the end of a line has no place, for an edit is in one line.
        """
        places = self._map(text, begin)
        end = min(end, len(text))
        if not start < end <= len(places):
            return None
        (line, column, _), (last, behind, length) = places[start], places[end - 1]
        if line != last or not length or not places[start][2]:
            return None
        return Span(begin.file, line + 1, column + 1, behind + length - column)

    def _map(self, text: str, begin: Span) -> list[tuple[int, int, int]]:
        key = (begin, text)
        if key not in self._maps:
            self._maps[key] = list(_places(self.lines(begin.file), text, begin))
        return self._maps[key]


def _places(lines: tuple[str, ...], text: str, begin: Span) -> Iterator[tuple[int, int, int]]:
    """Give where each character of the text stands, up to the first of which it can't be told.

    Line and column are counted from 0; the length is 0 for a space that is the end of a line.
    """
    line, column = begin.line - 1, begin.column - 1
    if line < len(lines) and _FOLDED.match(lines[line], column):
        return
    words = -1, 0
    mark = "'" if begin.file.endswith((".yaml", ".yml")) else '"'
    for place, sign in enumerate(text):
        if line >= len(lines):
            return
        here = lines[line]
        if words[0] != line:
            words = line, len(here.rstrip())
        if column >= words[1] and sign == " ":
            yield line, column, 0
            line, column = _next_words(lines, line)
            continue
        length = 0 if _ENTITY.match(here, column) else _length(here[column : column + 3], text[place : place + 2], mark)
        if here[column : column + 1] == sign == " " != text[place + 1 : place + 2]:  # one is read for several
            length = len(here) - column - len(here[column:].lstrip(" "))
        if not length:
            return
        yield line, column, length
        column += length


def _length(here: str, text: str, mark: str) -> int:
    """Return how many characters of the file write the first of the text, with what escapes it; 0 where none do.

    `mark` is what is doubled within itself: YAML's single quotes (YAML 1.1, 5.7), those of CSV (RFC 4180, 2). It can't
    be told of a backslash, which is written as one, two or four, and of two marks, as two or four; nor of one that is
    escaped by both.
    """
    if text[:1] == "\\" or here[:2] == text == 2 * mark or here == f"\\{mark}{mark}":
        return 0
    if here[:1] == "\\" and here[1:2] == text[:1]:
        return 2
    if here[:2] == 2 * mark and text[:1] == mark:
        return 2
    return 1 if here[:1] == text[:1] else 0


def _next_words(lines: tuple[str, ...], line: int) -> tuple[int, int]:
    line += 1
    while line < len(lines) and not lines[line].strip():
        line += 1
    return (line, len(lines[line]) - len(lines[line].lstrip())) if line < len(lines) else (line, 0)
