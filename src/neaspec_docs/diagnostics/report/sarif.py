"""Diagnostics -> a SARIF log (OASIS, Static Analysis Results Interchange Format 2.1.0) of one run.

Columns count code points from 1, and the end of a region is the column after it (3.30.5 to 3.30.8); `columnKind` says
so, for without it they would be UTF-16 code units (3.14.17).
"""

import json
from collections.abc import Iterable, Mapping
from importlib.metadata import version
from typing import Any
from urllib.parse import quote

from neaspec_docs.diagnostics.codes import Code
from neaspec_docs.diagnostics.diagnostic import Diagnostic, Edit
from neaspec_docs.diagnostics.span import Span

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"


def text(found: Iterable[Diagnostic], essays: Mapping[Code, str] | None = None) -> str:
    """Return the log; `essays` are what `explain` says of codes, where it says something."""
    every = tuple(found)
    codes = sorted({one.code for one in every})
    driver = {
        "name": "neaspec-docs",
        "version": version("neaspec-docs"),
        "rules": [_rule(code, (essays or {}).get(code)) for code in codes],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(one, codes.index(one.code)) for one in every],
    }
    return json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2) + "\n"


def _rule(code: Code, essay: str | None) -> dict[str, Any]:
    rule: dict[str, Any] = {"id": str(code), "name": code.slug}
    if essay:
        rule |= {"shortDescription": {"text": essay.partition("\n")[0]}, "help": {"text": essay, "markdown": essay}}
    return rule


def _result(found: Diagnostic, index: int) -> dict[str, Any]:
    result: dict[str, Any] = {
        "ruleId": str(found.code),
        "ruleIndex": index,
        "level": found.severity.value,
        "message": {"text": found.message + (f"; {found.help}" if found.help else "")},
        "locations": [_location(found.at)],
    }
    if found.related:
        result["relatedLocations"] = [
            {**_location(other.at), "message": {"text": other.message}} for other in found.related
        ]
    if found.fix:
        result["fixes"] = [_fix(found.fix, found.help or found.message)]
    return result


def _location(at: Span) -> dict[str, Any]:
    return {"physicalLocation": {"artifactLocation": _file(at.file), "region": _region(at)}}


def _file(file: str) -> dict[str, str]:
    """Return the place of a file below the project as a relative URI (3.4.3; RFC 3986, 4.2)."""
    return {"uri": quote(file)}


def _region(at: Span) -> dict[str, int]:
    return {"startLine": at.line, "startColumn": at.column, "endColumn": at.column + at.length}


def _fix(edits: tuple[Edit, ...], said: str) -> dict[str, Any]:
    files = dict.fromkeys(edit.at.file for edit in edits)
    changes = [
        {
            "artifactLocation": _file(file),
            "replacements": [
                {"deletedRegion": _region(edit.at), "insertedContent": {"text": edit.new}}
                for edit in edits
                if edit.at.file == file
            ],
        }
        for file in files
    ]
    return {"description": {"text": said}, "artifactChanges": changes}
