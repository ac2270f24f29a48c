"""Diagnostics and the files they speak of -> text for people: the fault, its line with a caret, the cure."""

import unicodedata
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from pathlib import Path

from neaspec_docs import limits, plain_files
from neaspec_docs.diagnostics.diagnostic import Diagnostic, Severity
from neaspec_docs.diagnostics.span import Span

_LONGEST = 3000
"""A line with more characters is not shown: no paragraph is as long, but some drawings are one line of a million."""

_OBEYED = frozenset({"Cc", "Cf", "Zl", "Zp"})
"""The categories of what a terminal would obey or hide: controls, what directs words, breaks of lines."""

_BOLD, _RED, _YELLOW, _BLUE, _PLAIN = "\x1b[1m", "\x1b[1;31m", "\x1b[1;33m", "\x1b[1;34m", "\x1b[0m"


def text(
    diagnostics: Iterable[Diagnostic], root: Path, *, colour: bool = False, called: Callable[[str], str] = str
) -> str:
    """Return the faults, each with its line and a caret, an empty line between them.

    `root` is the project's folder, below which the files are; `colour` adds the escape codes of a terminal; `called`
    gives what a reader calls a file, if that is not its path from `root`.
    """
    shown = _Shown(root, colour=colour, called=called)
    return "\n".join("\n".join(shown.lines(found)) + "\n" for found in diagnostics)


def count(diagnostics: Iterable[Diagnostic]) -> str:
    """Return "2 errors, 1 warning"; the empty string where there is nothing."""
    found = [diagnostic.severity for diagnostic in diagnostics]
    said = []
    for severity in Severity:
        times = found.count(severity)
        if times:
            said.append(f"{times} {severity.value}{'' if times == 1 else 's'}")
    return ", ".join(said)


class _Shown:
    def __init__(self, root: Path, *, colour: bool, called: Callable[[str], str]) -> None:
        self.root = root
        self.colour = colour
        self.called = called
        self.source = cache(self._source)

    def lines(self, found: Diagnostic) -> Iterator[str]:
        tone = _RED if found.severity is Severity.ERROR else _YELLOW
        lead = self._in(tone, f"{found.severity.value}[{found.code}]")
        yield f"{lead}{self._in(_BOLD, f': {found.message}')}"
        gutter = max(len(str(at.line)) for at in (found.at, *(other.at for other in found.related)))
        yield from self._place(found.at, gutter, f"{tone}^", "-->")
        for other in found.related:
            yield from self._place(other.at, gutter, f"{_BLUE}-", ":::", other.message)
        if found.help:
            yield f"{' ' * gutter} {self._in(_BLUE, '=')} {self._in(_BOLD, 'help:')} {found.help}"

    def _place(self, at: Span, gutter: int, mark: str, arrow: str, said: str = "") -> Iterator[str]:
        """Give the place, its line, and the marks under it; `mark` is a tone and the sign to draw in it."""
        margin, bar = " " * gutter, self._in(_BLUE, "|")
        yield f"{margin}{self._in(_BLUE, arrow)} {self.called(at.file)}:{at.line}:{at.column}"
        source = self.source(at.file)
        if at.line > len(source) or len(source[at.line - 1]) > _LONGEST:
            return
        line = source[at.line - 1]
        before, marked = line[: at.column - 1], line[at.column - 1 : at.column - 1 + at.length]
        caret = " " * _width(before) + mark[-1] * max(1, _width(marked))
        yield f"{margin} {bar}"
        yield f"{self._in(_BLUE, str(at.line).rjust(gutter))} {bar} {_visible(line)}".rstrip()
        yield f"{margin} {bar} {self._in(mark[:-1], f'{caret} {said}'.rstrip())}"

    def _source(self, file: str) -> tuple[str, ...]:
        path = self.root / file
        try:
            if not path.resolve().is_relative_to(self.root.resolve()):  # a link out, of which nothing is shown
                return ()
            data = plain_files.read(path, limits.LARGEST_TEXT)
        except (OSError, RuntimeError, ValueError):
            return ()
        written = data.decode("utf-8-sig", errors="replace")
        return tuple(written.replace("\r\n", "\n").replace("\r", "\n").split("\n"))

    def _in(self, tone: str, words: str) -> str:
        return f"{tone}{words}{_PLAIN}" if self.colour else words


def _visible(line: str) -> str:
    """Return the line with tabs as a space and control characters as a replacement: a terminal must not obey them."""
    return "".join(
        " " if sign == "\t" else "\N{REPLACEMENT CHARACTER}" if unicodedata.category(sign) in _OBEYED else sign
        for sign in line
    )


def _width(words: str) -> int:
    """Return how many columns of a terminal the words take: East Asian wide characters take two."""
    return sum(
        0 if unicodedata.combining(sign) else 2 if unicodedata.east_asian_width(sign) in {"W", "F"} else 1
        for sign in words
    )
