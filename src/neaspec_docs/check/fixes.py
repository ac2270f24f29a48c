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
Leave: TypeAlias = Callable[[Diagnostic], None]
"""Is told of a finding whose fix is not made."""

ROUNDS = 10
"""How often mending begins anew: where two fixes change the same words, the second is made in the next round."""

_MARK = b"\xef\xbb\xbf"
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")
"""A line with its end, as places count lines: no other sign ends one, as it would for `str.splitlines`."""


def mended(found: Iterable[Diagnostic], root: Path) -> Mapping[str, bytes]:
    """Return the new bytes of each file that the findings' fixes change, by its path below the project.

    A fix whose words another fix has already changed is left for the next time.
    """
    by_file: dict[str, list[Edit]] = {}
    for edit in (edit for fault in _apart(found) for edit in fault.fix):
        by_file.setdefault(edit.at.file, []).append(edit)
    return {file: _changed((root / file).read_bytes(), edits) for file, edits in sorted(by_file.items())}


def _apart(found: Iterable[Diagnostic]) -> Found:
    """Return the findings whose fixes can be made together."""
    by_line: dict[tuple[str, int], list[Edit]] = {}
    apart: list[Diagnostic] = []
    for fault in found:
        lines = [by_line.setdefault((edit.at.file, edit.at.line), []) for edit in fault.fix]
        if any(_meet(edit, other) for edit, line in zip(fault.fix, lines, strict=True) for other in line):
            continue
        for edit, line in zip(fault.fix, lines, strict=True):
            line.append(edit)
        apart += [fault] if fault.fix else []
    return tuple(apart)


def mend(
    root: Path, check: Callable[[], Found], faults: Callable[[], Found], rewrite: Rewrite, leave: Leave
) -> tuple[tuple[str, ...], Found]:
    """Make all fixes of what `check` finds; return the files that changed, and what it finds then.

    `faults` are those of loading: a fix with which there are more of them is not made, and `leave` is told of it once.
    """
    old: dict[str, bytes] = {}
    left: dict[tuple[str, str, tuple[str, ...]], Diagnostic] = {}
    found = check()
    for _ in range(ROUNDS):
        fit = _apart(fault for fault in found if _sort(fault, root) not in left)
        if not fit:
            break
        old = {edit.at.file: (root / edit.at.file).read_bytes() for fault in fit for edit in fault.fix} | old
        sorts = {id(fault): _sort(fault, root) for fault in fit}
        for fault in _Attempt(root, faults, rewrite).refused(fit):
            left[sorts[id(fault)]] = fault
        found = check()
    for fault in left.values():
        leave(fault)
    return tuple(sorted(file for file, data in old.items() if (root / file).read_bytes() != data)), found


def _sort(fault: Diagnostic, root: Path) -> tuple[str, str, tuple[str, ...]]:
    """Return what tells a fix in one round from others in the next, where its column may be another."""
    file = fault.at.file
    edits = tuple(f"{edit.at.file}:{edit.at.line}:{_words(edit, root)}:{edit.new}" for edit in fault.fix)
    return file, fault.code, edits


def _words(edit: Edit, root: Path) -> str:
    """Return the words that an edit changes."""
    line = _lines((root / edit.at.file).read_bytes())[edit.at.line - 1]
    return line[edit.at.column - 1 : edit.at.column - 1 + edit.at.length]


class _Attempt:
    """Makes as many fixes of one round as the files load well with: all, or else half and half, down to single ones."""

    def __init__(self, root: Path, faults: Callable[[], Found], rewrite: Rewrite) -> None:
        self.root = root
        self.faults = faults
        self.rewrite = rewrite
        self.before = _errors(faults())
        self.made: list[Diagnostic] = []

    def refused(self, fit: Found) -> Iterator[Diagnostic]:
        """Make the fixes; give those that are not made."""
        self.old = {edit.at.file: (self.root / edit.at.file).read_bytes() for fault in fit for edit in fault.fix}
        yield from self._refused(fit)

    def _refused(self, fit: Found) -> Iterator[Diagnostic]:
        if self._write([*self.made, *fit]):
            self.made += fit
            return
        self._write(self.made)
        if len(fit) == 1:
            yield from fit
            return
        half = len(fit) // 2
        yield from self._refused(fit[:half])
        yield from self._refused(fit[half:])

    def _write(self, fit: Iterable[Diagnostic]) -> bool:
        """Write the files with these fixes; say whether they, and all others, load as well as before."""
        edits: dict[str, list[Edit]] = {file: [] for file in self.old}
        for edit in (edit for fault in fit for edit in fault.fix):
            edits[edit.at.file].append(edit)
        new = {self.root / file: _changed(self.old[file], every) for file, every in edits.items()}
        self.rewrite({path: data for path, data in new.items() if path.read_bytes() != data})
        return _errors(self.faults()) <= self.before


def _errors(found: Iterable[Diagnostic]) -> Counter[str]:
    return Counter(fault.at.file for fault in found if fault.severity is Severity.ERROR)


def _meet(edit: Edit, other: Edit) -> bool:
    """Say whether two edits of one line change the same characters."""
    one, two = edit.at, other.at
    return one.column < two.column + two.length and two.column < one.column + one.length


def _lines(data: bytes) -> list[str]:
    """Return the lines of a file, with their ends and without its mark."""
    return _LINE.findall(data.removeprefix(_MARK).decode("utf-8"))


def _changed(data: bytes, edits: list[Edit]) -> bytes:
    mark = _MARK if data.startswith(_MARK) else b""
    lines = _lines(data)
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
