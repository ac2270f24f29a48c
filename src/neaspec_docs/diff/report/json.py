"""Changes -> JSON for programs: papers, in them changes with what each version had; docs/schema/diff.json."""

import json
from typing import Any

from neaspec_docs.model.change import Change, Changes, PaperChanges, Renumbered, Reread, Side, Words

_PARTS = {"row": "rows", "column": "columns", "cell": "cells", "series": "series", "value": "values"}
"""The key under which a change has the parts of this type; those of other types are its `parts`."""


def of(changes: Changes) -> str:
    """Return `{"old": …, "new": …, "papers": […]}`, ended by a line's end; `papers` is empty where nothing changed."""
    made = {"old": changes.old, "new": changes.new, "papers": [_paper(paper) for paper in changes.papers]}
    return json.dumps(made, ensure_ascii=False, indent=2) + "\n"


def _paper(paper: PaperChanges) -> dict[str, Any]:
    return {
        "paper": paper.paper,
        "title": paper.title,
        "changes": [_change(change) for change in paper.changes],
        "renumbered": [_renumbered(one) for one in paper.renumbered],
        "references": [_reread(one) for one in paper.references],
    }


def _change(change: Change) -> dict[str, Any]:
    parts: dict[str, list[Any]] = {}
    for part in change.parts:
        parts.setdefault(_PARTS.get(part.type, "parts"), []).append(_change(part))
    return {
        "kind": change.kind.value,
        "type": change.type,
        "id": change.id,
        "old": _side(change.old),
        "new": _side(change.new),
        "words": [_words(words) for words in change.words],
        **({"half": {"how": change.half.how.value, "other": _side(change.half.other)}} if change.half else {}),
        **parts,
    }


def _side(side: Side | None) -> dict[str, Any] | None:
    if side is None:
        return None
    return {
        "number": side.number,
        "label": side.label or None,
        "text": side.text,
        "after": side.after or None,
        "file": side.at.file,
        "line": side.at.line,
        "column": side.at.column,
    }


def _words(words: Words) -> dict[str, str]:
    return {"old": words.old, "new": words.new}


def _renumbered(one: Renumbered) -> dict[str, Any]:
    return {
        "type": one.type,
        "id": one.id,
        "old": one.old.number,
        "new": one.new.number,
        "old_label": one.old.label or None,
        "new_label": one.new.label or None,
        "file": one.new.at.file,
        "line": one.new.at.line,
        "column": one.new.at.column,
    }


def _reread(one: Reread) -> dict[str, Any]:
    return {
        "paper": one.paper,
        "target": one.target,
        "old": one.old,
        "new": one.new,
        "leads_nowhere": one.nowhere,
        "file": one.at.file,
        "line": one.at.line,
        "column": one.at.column,
    }
