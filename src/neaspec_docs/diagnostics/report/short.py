"""Diagnostics -> a line each, as editors and terminals read them: `file:line:column: severity[code] name: message`."""

from collections.abc import Iterable

from neaspec_docs.diagnostics.diagnostic import Diagnostic
from neaspec_docs.diagnostics.span import Span


def text(found: Iterable[Diagnostic]) -> str:
    """Return the lines, each ended."""
    return "".join(f"{_place(one.at)}: {_kind(one)}: {_line(one.message)}\n" for one in found)


def _place(at: Span) -> str:
    return f"{at.file}:{at.line}:{at.column}"


def _line(words: str) -> str:
    return words.replace("\n", " ")


def _kind(found: Diagnostic) -> str:
    return f"{found.severity.value}[{found.code}] {found.code.slug}"
