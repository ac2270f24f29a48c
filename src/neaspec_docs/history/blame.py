"""A file of two versions -> for stretches of its lines, the commits that wrote them or took them out."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from posixpath import relpath
from typing import NamedTuple, TypeAlias

from neaspec_docs.history import names
from neaspec_docs.history.git import CannotCompareError, Repository, unquoted
from neaspec_docs.model.signature import Signature

UNCOMMITTED = ""
"""In place of a commit's name: what the working tree alone has."""

_FORM = "--format=%H%x00%P%x00%aN%x00%aE%x00%at"
_FIELDS = 5
_SHORT = 12
"""So many characters of a commit's name are enough for a reader."""

_HUNK = re.compile(r"^@@ -(\d+)(?:,(\d+))? ", re.MULTILINE)
_Last: TypeAlias = tuple[str, int, str]
"""A commit, the number of a line in it, and the line's file, from the top of the repository."""


class Stood(NamedTuple):
    """Where a line stands: in which commit, in which file, from the top of the repository, and its number there."""

    commit: str
    path: str
    line: int


@dataclass(frozen=True, slots=True)
class Lines:
    """Lines of a file, from the first to the last, counted from 1."""

    file: str
    first: int
    last: int

    def of(self, known: Mapping[int, object]) -> Iterator[int]:
        """Give those of them that something is known of; `last` may be far behind the end of the file."""
        if self.last - self.first > len(known):
            return (line for line in known if self.first <= line <= self.last)
        return (line for line in range(self.first, self.last + 1) if line in known)


class Blame:
    """What git knows of the commits after `old` up to `new`, where None is the working tree.

    Each file is asked for once. A line that is blank or a comment is nobody's, for it says nothing in a paper.
    """

    def __init__(self, repository: Repository, old: str, new: str | None) -> None:
        """Read the commits between the two."""
        self._repository = repository
        self._old, self._new = old, new
        self._prefix = repository.says("rev-parse", "--show-prefix") or ""
        self._end = new or repository.commit("HEAD") or old
        self._signatures: dict[str, Signature] = {}
        self._parents: dict[str, list[str]] = {}
        self._children: dict[str, list[str]] = defaultdict(list)
        self._read()
        self._order = {commit: place for place, commit in enumerate((UNCOMMITTED, *self._signatures))}
        self._real = cache(self._read_real)
        self._written = cache(self._read_written)
        self._lasting = cache(self._read_lasting)
        self._cut = cache(self._read_cut)
        self._way = cache(self._read_way)

    def signature(self, commit: str) -> Signature | None:
        """Return who made a commit between the two, and when; None of UNCOMMITTED."""
        return self._signatures.get(commit)

    def has(self, commit: str) -> bool:
        """Say whether a commit is between the two; UNCOMMITTED is not."""
        return commit in self._signatures

    def parents(self, commit: str) -> list[str]:
        """Return the commits that one between the two was made from; UNCOMMITTED from the last."""
        return [self._end] if commit == UNCOMMITTED else self._parents.get(commit, [])

    def newest(self, commits: Iterable[str]) -> str | None:
        """Return the last of these commits, or None where there are none; what is uncommitted comes after all."""
        return min(commits, key=lambda commit: self._order[commit], default=None)

    def _read_real(self, file: str) -> str:
        """Return the path by which git knows a file that a symbolic link leads to."""
        top = self._repository.folder.resolve()
        path = (top / file).resolve()
        return path.relative_to(top).as_posix() if path.is_relative_to(top) else file

    def writers(self, lines: Lines) -> set[str]:
        """Return the commits between the two that wrote lines of the new version as they are there."""
        written = self._written(self._real(lines.file))
        return {UNCOMMITTED} if written is None else {written[line].commit for line in lines.of(written)}

    def wrote(self, path: str, line: int) -> Stood | None:
        """Return where a line of the new version stands in the commit between the two that wrote it, or None."""
        written = self._written(self.from_folder(path))
        return Stood(UNCOMMITTED, path, line) if written is None else written.get(line)

    def removed(self, path: str, line: int) -> tuple[Stood, str] | None:
        """Return where a line of the old version stood last, and the commit that took it out; None if it is there."""
        return self._removal(self.from_folder(path), line, self._end)

    def from_top(self, file: str) -> str:
        """Return the path from the top of the repository of a file of the folder, behind symbolic links."""
        return f"{self._prefix}{self._real(file)}"

    def from_folder(self, path: str) -> str:
        """Return the path from the folder of one from the top of the repository."""
        return relpath(path, self._prefix or ".")

    def removers(self, lines: Lines) -> set[str]:
        """Return the commits between the two that took out lines of the old version; UNCOMMITTED where none did yet."""
        file = self._real(lines.file)
        gone = (self._removal(file, line, self._end) for line in lines.of(self._lasting(file, self._end)))
        return {found[1] for found in gone if found is not None}

    def touched(self, files: Iterable[str]) -> str | None:
        """Return the last commit between the two that changed one of these files, or None."""
        paths = sorted(map(self._real, files))
        if not paths:
            return None
        if self._new is None:
            status = self._repository.says("status", "--porcelain", "--untracked-files=all", "--", *paths)
            if _told(status, "status"):
                return UNCOMMITTED
        found = self._repository.says("rev-list", "-1", f"{self._old}..{self._end}", "--", *paths)
        return found if _told(found, f"rev-list {self._end[:_SHORT]}") in self._signatures else None

    def _read(self) -> None:
        log = self._repository.says(
            "-c", "log.showSignature=false", "log", "-z", "--topo-order", "--no-color", "--no-notes",
            "--encoding=UTF-8", _FORM, f"{self._old}..{self._end}", "--",
        )  # fmt: skip
        fields = _told(log, f"log {self._old[:_SHORT]}..{self._end[:_SHORT]}").split("\0")
        for at in range(0, len(fields) - _FIELDS + 1, _FIELDS):
            commit, parents, name, address, seconds = fields[at : at + _FIELDS]
            self._signatures[commit] = Signature(names.of(name) or names.of(address), _moment(seconds))
            self._parents[commit] = parents.split()
            for parent in parents.split():
                self._children[parent].append(commit)

    def _read_written(self, file: str) -> Mapping[int, Stood] | None:
        """Return where each line of a file of the new version was written, but for lines that the old one has.

        None stands for a file that no commit has: all of it is uncommitted.
        """
        revision = f"^{self._old}" if self._new is None else f"{self._old}..{self._new}"
        told = self._blame(revision, "--", file)
        if told is None:
            known = self._has(self._end, file)
            if known and (self._new is not None or (self._repository.folder / file).is_file()):
                raise _refused(f"blame {revision} -- {file}")
            return {} if known or self._new is not None else None
        return {
            line: Stood(commit, path, there)
            for line, (name, there, path) in told.items()
            if (commit := name if name.strip("0") else UNCOMMITTED) in self._order
        }

    def _has(self, commit: str, file: str) -> bool:
        """Say whether a commit has a file."""
        named = self._repository.says("ls-tree", "--name-only", commit, "--", file)
        return bool(_told(named, f"ls-tree {commit[:_SHORT]}"))

    def _read_lasting(self, file: str, end: str) -> Mapping[int, _Last]:
        """Return of each line of the old version that says something where it stood last on the way to `end`."""
        if end == self._old:
            text = self._repository.says("cat-file", "blob", f"{end}:./{file}") or ""
            path = f"{self._prefix}{file}"
            return {at: (end, at, path) for at, words in enumerate(text.split("\n"), 1) if _says_something(words)}
        told = self._blame("--reverse", f"{self._old}..{end}", "--", file)
        if told is None and self._has(self._old, file):
            raise _refused(f"blame --reverse {self._old[:_SHORT]}..{end[:_SHORT]} -- {file}")
        return told or {}

    def _read_cut(self, path: str) -> frozenset[int]:
        """Return the lines of a file of the last commit that the working tree has no more."""
        told = self._repository.says(
            "diff-index", "-p", "-U0", "-w", "--no-ext-diff", "--no-textconv",
            self._end, "--", relpath(path, self._prefix or "."),
        )  # fmt: skip
        hunks = _HUNK.finditer(_told(told, f"diff-index -p {self._end[:_SHORT]} -- {path}"))
        return frozenset(line for hunk in hunks for line in range(int(hunk[1]), int(hunk[1]) + int(hunk[2] or 1)))

    def _removal(self, file: str, line: int, end: str) -> tuple[Stood, str] | None:
        """Return where a line of the old version stood last on the way to `end`, and the commit that took it out."""
        last, place, path = self._lasting(file, end).get(line, (end, 0, ""))
        stood = Stood(last, path, place)
        if last == end:
            cut = self._new is None and end == self._end and place in self._cut(path)
            return (stood, UNCOMMITTED) if cut else None
        commit = self._after(last, path, end)
        if commit is None:
            return None
        if len(self._parents[commit]) == 1:
            return stood, commit
        # A merge took it from the branch on which `last` is; who removed it is on the other one.
        sides = (self._removal(file, line, parent) for parent in self._parents[commit] if parent in self._signatures)
        return next((one for one in sides if one), (stood, commit))

    def _after(self, last: str, path: str, end: str) -> str | None:
        """Return the commit after `last` on the way to `end`; of several, one that has another text of the file."""
        way = self._way(end)
        following = [commit for commit in self._children.get(last, []) if commit in way]
        if len(following) > 1:
            had = self._repository.says("rev-parse", f"{last}:{path}")
            following = [one for one in following if self._repository.says("rev-parse", f"{one}:{path}") != had]
        return following[0] if following else None

    def _read_way(self, end: str) -> frozenset[str]:
        """Return the commits between the two that led to one of them, and that one."""
        found: set[str] = set()
        waiting = [end]
        while waiting:
            commit = waiting.pop()
            if commit in self._parents and commit not in found:
                found.add(commit)
                waiting += self._parents[commit]
        return frozenset(found)

    def _blame(self, *words: str) -> dict[int, _Last] | None:
        """Return where each line that says something stood in its commit; None where git has no answer.

        A list of commits that a user lets git pass over is for reading code: here each is somebody's change.
        """
        told = self._repository.says(
            "blame", "-w", "--porcelain", "--no-ignore-revs-file", "--no-textconv", "--encoding=UTF-8", *words
        )
        return None if told is None else dict(_lines(told))


def _told(answer: str | None, command: str) -> str:
    if answer is None:
        raise _refused(command)
    return answer


def _refused(command: str) -> CannotCompareError:
    """Return the error for a command that git refuses: nobody shall sign what another wrote."""
    return CannotCompareError(
        f"git refuses to tell who made the changes; `git {command}` says why, and `--files OLD NEW` needs no git"
    )


def _lines(told: str) -> Iterator[tuple[int, _Last]]:
    """Give the number, and the place in its commit, of each line that says something, of `git blame --porcelain`.

    The name of a file stands with the first line of its commit, and again only where the commit has another.
    """
    commit, there, number = "", 0, 0
    files: dict[str, str] = {}
    header = True
    for line in told.split("\n"):
        if line.startswith("\t"):
            if _says_something(line):
                yield number, (commit, there, files.get(commit, ""))
            header = True
        elif header and line:
            commit, before, after = line.split(" ")[:3]
            there, number, header = int(before), int(after), False
        elif line.startswith("filename "):
            files[commit] = unquoted(line.removeprefix("filename "))


def _says_something(line: str) -> bool:
    return bool(line.strip()) and not line.lstrip().startswith("#")


def _moment(seconds: str) -> datetime | None:
    try:
        return datetime.fromtimestamp(int(seconds), UTC)
    except (ValueError, OverflowError, OSError):  # a commit may bear any number
        return None
