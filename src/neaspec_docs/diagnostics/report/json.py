"""Diagnostics -> JSON for programs: each with its paper, file, line, column and length, and the edits that mend it."""

import json
from collections.abc import Callable, Iterable
from typing import Any

from neaspec_docs.diagnostics.diagnostic import Diagnostic, Severity
from neaspec_docs.diagnostics.span import Span


def text(found: Iterable[Diagnostic], paper: Callable[[str], str | None]) -> str:
    """Return `{"diagnostics": [...], "errors": n, "warnings": n}`, ended by a line's end.

    `paper` names the paper that a file holds, or None.
    """
    every = tuple(found)
    counts = {f"{severity.value}s": sum(one.severity is severity for one in every) for severity in Severity}
    return (
        json.dumps(
            {"diagnostics": [_one(one, paper(one.at.file)) for one in every]} | counts, ensure_ascii=False, indent=2
        )
        + "\n"
    )


def _one(found: Diagnostic, paper: str | None) -> dict[str, Any]:
    return {
        "code": str(found.code),
        "name": found.code.slug,
        "severity": found.severity.value,
        "message": found.message,
        "help": found.help,
        "paper": paper,
        **_place(found.at),
        "related": [{"message": other.message, **_place(other.at)} for other in found.related],
        "fix": [{**_place(edit.at), "new": edit.new} for edit in found.fix],
    }


def _place(at: Span) -> dict[str, Any]:
    return {"file": at.file, "line": at.line, "column": at.column, "length": at.length}
