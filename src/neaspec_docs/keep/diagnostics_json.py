"""Diagnostics <-> what JSON can hold: what was said of an output is said again each time that it is up to date."""

from collections.abc import Iterable
from typing import Any

from neaspec_docs.diagnostics.codes import Code
from neaspec_docs.diagnostics.diagnostic import Diagnostic, Edit, Related, Severity
from neaspec_docs.diagnostics.span import Span
from neaspec_docs.keep.values import text


def encode(found: Iterable[Diagnostic]) -> list[Any]:
    """Return diagnostics as lists and words."""
    return [
        [
            one.code.value,
            one.message,
            _place(one.at),
            one.help,
            [[_place(other.at), other.message] for other in one.related],
            one.severity.value,
            [[_place(edit.at), edit.new] for edit in one.fix],
        ]
        for one in found
    ]


def decode(said: Iterable[Any]) -> tuple[Diagnostic, ...]:
    """Return the diagnostics that `encode` gave. Raises ValueError or TypeError for what it did not give."""
    return tuple(
        Diagnostic(
            Code(code),
            text(message),
            _span(at),
            None if help is None else text(help),
            tuple(Related(_span(other), text(words)) for other, words in related),
            Severity(severity),
            tuple(Edit(_span(edit), text(new)) for edit, new in fix),
        )
        for code, message, at, help, related, severity, fix in said
    )


def _span(said: Any) -> Span:  # noqa: ANN401 -- whatever JSON held
    file, *numbers = said
    if not all(isinstance(number, int) for number in numbers):
        raise TypeError
    return Span(text(file), *numbers)


def _place(at: Span) -> list[str | int]:
    return [at.file, at.line, at.column, at.length]
