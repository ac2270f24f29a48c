"""Findings that can be mended without asking -> the files with the mended words, all else byte for byte as it was."""

import difflib
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from neaspec_docs.diagnostics.diagnostic import Diagnostic, Edit

_MARK = b"\xef\xbb\xbf"


def mended(found: Iterable[Diagnostic], root: Path) -> Mapping[str, bytes]:
    """Return the new bytes of each file that the findings' fixes change, by its path below the project.

    A fix whose words another fix has already changed is left for the next run.
    """
    by_file: dict[str, list[Edit]] = {}
    for fault in found:
        if fault.fix and not any(_meet(edit, other) for edit in fault.fix for other in by_file.get(edit.at.file, ())):
            for edit in fault.fix:
                by_file.setdefault(edit.at.file, []).append(edit)
    return {file: _changed((root / file).read_bytes(), edits) for file, edits in sorted(by_file.items())}


def _meet(edit: Edit, other: Edit) -> bool:
    one, two = edit.at, other.at
    same = (one.file, one.line) == (two.file, two.line)
    return same and one.column < two.column + two.length and two.column < one.column + one.length


def _changed(data: bytes, edits: list[Edit]) -> bytes:
    mark = _MARK if data.startswith(_MARK) else b""
    lines = data[len(mark) :].decode("utf-8").splitlines(keepends=True)
    for edit in sorted(edits, key=lambda edit: edit.at, reverse=True):
        line, start = edit.at.line - 1, edit.at.column - 1
        lines[line] = lines[line][:start] + edit.new + lines[line][start + edit.at.length :]
    return mark + "".join(lines).encode("utf-8")


def shown(new: Mapping[str, bytes], root: Path) -> Iterator[str]:
    """Give the changes as lines of a unified diff, as `patch` and git read it."""
    for file, data in new.items():
        before = (root / file).read_bytes().decode("utf-8").splitlines(keepends=True)
        after = data.decode("utf-8").splitlines(keepends=True)
        yield from difflib.unified_diff(before, after, f"a/{file}", f"b/{file}")
