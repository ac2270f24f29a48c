"""Diagnostics -> JSON for programs: each with its paper, file, line, column and length, and the edits that mend it."""

import json
from collections.abc import Iterable
from typing import Any

from neaspec_docs.diagnostics.diagnostic import Diagnostic, Severity
from neaspec_docs.diagnostics.span import Span


def text(found: Iterable[Diagnostic]) -> str:
    """Return `{"diagnostics": [...], "errors": n, "warnings": n}`, ended by a line's end."""
    every = tuple(found)
    counts = {f"{severity.value}s": sum(one.severity is severity for one in every) for severity in Severity}
    return json.dumps({"diagnostics": [_one(one) for one in every]} | counts, ensure_ascii=False, indent=2) + "\n"


def _one(found: Diagnostic) -> dict[str, Any]:
    return {
        "code": str(found.code),
        "name": found.code.slug,
        "severity": found.severity.value,
        "message": found.message,
        "help": found.help,
        "paper": paper(found.at.file),
        **_place(found.at),
        "related": [{"message": other.message, **_place(other.at)} for other in found.related],
        "fix": [{**_place(edit.at), "new": edit.new} for edit in found.fix],
    }


def _place(at: Span) -> dict[str, Any]:
    return {"file": at.file, "line": at.line, "column": at.column, "length": at.length}


def paper(file: str) -> str | None:
    """Return the full name of the paper that a file holds, or None: "som-24/report" of content/som-24/report.yaml."""
    match file.removesuffix(".yaml").split("/"):
        case ["content", meeting, name] if name not in {"meeting", "facts"} and file.endswith(".yaml"):
            return f"{meeting}/{name}"
        case _:
            return None
