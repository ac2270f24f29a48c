"""Findings that can be mended without asking -> the files with the mended words, all else byte for byte as it was."""

import difflib
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import TypeAlias

from neaspec_docs.diagnostics.diagnostic import Diagnostic, Edit, Severity

Found: TypeAlias = tuple[Diagnostic, ...]
Rewrite: TypeAlias = Callable[[Mapping[Path, bytes]], None]
"""Writes files anew, all or none."""

ROUNDS = 10
"""How often mending begins anew: where two fixes change the same words, the second is made in the next round."""

_MARK = b"\xef\xbb\xbf"
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")
"""A line with its end, as places count lines: no other sign ends one, as it would for `str.splitlines`."""


def mended(found: Iterable[Diagnostic], root: Path) -> Mapping[str, bytes]:
    """Return the new bytes of each file that the findings' fixes change, by its path below the project.

    A fix whose words another fix has already changed is left for the next time.
    """
    by_line: dict[tuple[str, int], list[Edit]] = {}
    for fault in found:
        lines = [by_line.setdefault((edit.at.file, edit.at.line), []) for edit in fault.fix]
        if any(_meet(edit, other) for edit, line in zip(fault.fix, lines, strict=True) for other in line):
            continue
        for edit, line in zip(fault.fix, lines, strict=True):
            line.append(edit)
    by_file: dict[str, list[Edit]] = {}
    for (file, _), edits in by_line.items():
        by_file.setdefault(file, []).extend(edits)
    return {file: _changed((root / file).read_bytes(), edits) for file, edits in sorted(by_file.items()) if edits}


def mend(
    root: Path, check: Callable[[], Found], faults: Callable[[], Found], rewrite: Rewrite
) -> tuple[tuple[str, ...], Found]:
    """Make all fixes of what `check` finds; return the files that changed, and what it finds then.

    `faults` are those of loading: a file that has more of them after its fixes is put back as it was.
    """
    changed: set[str] = set()
    left: set[str] = set()
    found = check()
    for _ in range(ROUNDS):
        new = {file: data for file, data in mended(found, root).items() if file not in left}
        if not new:
            break
        worse = _rewritten(root, new, faults, rewrite)
        left |= worse
        changed |= new.keys() - worse
        found = check()
    return tuple(sorted(changed)), found


def _rewritten(root: Path, new: Mapping[str, bytes], faults: Callable[[], Found], rewrite: Rewrite) -> frozenset[str]:
    """Write files anew, and return those that were put back because they, or others, no longer load as well."""
    old = {file: (root / file).read_bytes() for file in new}
    before = _errors(faults())
    rewrite({root / file: data for file, data in new.items()})
    worse = frozenset(file for file, errors in _errors(faults()).items() if errors > before[file])
    if not worse <= new.keys():  # a fault in another file: nobody can tell which of these made it
        worse = frozenset(new)
    rewrite({root / file: old[file] for file in worse})
    return worse


def _errors(found: Iterable[Diagnostic]) -> Counter[str]:
    return Counter(fault.at.file for fault in found if fault.severity is Severity.ERROR)


def _meet(edit: Edit, other: Edit) -> bool:
    """Say whether two edits of one line change the same characters."""
    one, two = edit.at, other.at
    return one.column < two.column + two.length and two.column < one.column + one.length


def _changed(data: bytes, edits: list[Edit]) -> bytes:
    mark = _MARK if data.startswith(_MARK) else b""
    lines = _LINE.findall(data[len(mark) :].decode("utf-8"))
    for edit in sorted(edits, key=lambda edit: edit.at, reverse=True):
        line, start = edit.at.line - 1, edit.at.column - 1
        lines[line] = lines[line][:start] + edit.new + lines[line][start + edit.at.length :]
    return mark + "".join(lines).encode("utf-8")


def shown(new: Mapping[str, bytes], root: Path) -> Iterator[str]:
    """Give the changes as lines of a unified diff, as `patch` and git read it."""
    for file, data in new.items():
        before = _LINE.findall((root / file).read_bytes().decode("utf-8"))
        after = _LINE.findall(data.decode("utf-8"))
        for line in difflib.unified_diff(before, after, f"a/{file}", f"b/{file}"):
            yield line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"
