"""The one door to git: its commands, run so that no pager, hook, filter or calling git changes what they say."""

import os
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from shutil import which

_OF_ANOTHER_CALL = frozenset({
    "GIT_ALTERNATE_OBJECT_DIRECTORIES", "GIT_COMMON_DIR", "GIT_CONFIG", "GIT_DIR", "GIT_GRAFT_FILE",
    "GIT_IMPLICIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_INTERNAL_SUPER_PREFIX", "GIT_NAMESPACE",
    "GIT_OBJECT_DIRECTORY", "GIT_PREFIX", "GIT_REPLACE_REF_BASE", "GIT_SHALLOW_FILE", "GIT_WORK_TREE",
})  # fmt: skip
"""What git tells its own hooks and tools of the repository it is at work in, by paths that hold from there alone."""

_SETTINGS = ("core.fsmonitor=false", "core.hooksPath=/dev/null", "core.quotePath=false", "color.ui=false")
_LFS = b"version https://git-lfs.github.com/spec/"
_POINTER = 1024
"""A pointer of Git LFS is shorter than so many bytes (its specification)."""


class CannotCompareError(Exception):
    """Versions that can't be had: no repository, no such revision, no such file. The message says what to do."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A file of a commit: `mode` as git has it, `kind` "blob" or "commit" (a submodule), `path` from the folder."""

    mode: str
    kind: str
    object: str
    path: str

    @property
    def is_link(self) -> bool:
        """Say whether it is a symbolic link."""
        return self.mode == "120000"


@dataclass(frozen=True, slots=True)
class Repository:
    """The repository around a folder; paths are from that folder, and what lies outside of it does not count."""

    folder: Path

    def says(self, *words: str, data: bytes = b"") -> str | None:
        """Return what a command prints, less its last line break; None where git refuses."""
        done = _run(self.folder, *words, data=data)
        return None if done.returncode else done.stdout.decode(errors="replace").removesuffix("\n")

    def commit(self, revision: str) -> str | None:
        """Return the full name of the commit that a revision names; None where it names none.

        What begins with a dash names none: git would take it for an option.
        """
        if not revision or revision.startswith("-") or "\0" in revision:
            return None
        named = self.says("rev-parse", "--verify", "--quiet", revision)  # alone: `:/words` would search for more
        return self.says("rev-parse", "--verify", "--quiet", f"{named}^{{commit}}") or None if named else None

    def is_name(self, revision: str) -> bool:
        """Say whether a revision that names a commit does so by a branch's or tag's name, not by part of a hash."""
        return bool(self.says("rev-parse", "--symbolic-full-name", revision))

    def names(self) -> tuple[str, ...]:
        """Return the short names of branches and tags, those of other repositories last."""
        places = ("refs/heads", "refs/tags", "refs/remotes")
        return tuple((self.says("for-each-ref", "--format=%(refname:short)", *places) or "").split())

    def is_shallow(self) -> bool:
        """Say whether the clone holds only the end of the history."""
        return self.says("rev-parse", "--is-shallow-repository") == "true"

    def entries(self, commit: str) -> Iterator[Entry]:
        """Give the files of a commit that lie in the folder. Raises CannotCompareError."""
        done = _run(self.folder, "ls-tree", "-r", "-z", commit)
        if done.returncode:
            raise CannotCompareError(f"git can't read the commit {commit}: {_reason(done.stderr)}")
        for line in os.fsdecode(done.stdout).split("\0"):
            if line:
                about, _, path = line.partition("\t")
                mode, kind, name = about.split()
                yield Entry(mode, kind, name, path)

    def contents(self, commit: str, entries: list[Entry]) -> Iterator[tuple[Entry, bytes]]:
        """Give the bytes of files of a commit; a file that Git LFS keeps elsewhere is had from there, where it can be.

        Raises CannotCompareError.
        """
        done = _run(self.folder, "cat-file", "--batch", data="".join(f"{one.object}\n" for one in entries).encode())
        at = 0
        for entry in entries:
            end = done.stdout.find(b"\n", at)
            head = done.stdout[at:end].split()  # the object's name, its type and its size in bytes
            if done.returncode or len(head) != 3:  # noqa: PLR2004 -- these three
                raise CannotCompareError(f"git can't read {entry.path} of {commit}: {_reason(done.stderr)}")
            at = end + 1 + int(head[2])
            data = done.stdout[end + 1 : at]
            at += 1
            yield entry, self._fetched(commit, entry, data) if is_pointer(data) else data

    def _fetched(self, commit: str, entry: Entry, pointer: bytes) -> bytes:
        done = _run(self.folder, "cat-file", "--filters", f"{commit}:./{entry.path}")
        return pointer if done.returncode else done.stdout


def is_pointer(data: bytes) -> bool:
    """Say whether a file's bytes are a pointer of Git LFS to bytes kept elsewhere."""
    return len(data) < _POINTER and data.startswith(_LFS)


def around(folder: Path) -> Repository:
    """Return the repository that a folder lies in. Raises CannotCompareError where there is none, or no git."""
    done = _run(folder, "rev-parse", "--is-inside-work-tree")
    if not done.returncode and done.stdout.strip() == b"true":
        return Repository(folder)
    reason = _reason(done.stderr)
    if "dubious ownership" in reason or "unsafe repository" in reason:
        raise CannotCompareError(
            f"git does not trust the repository around {folder}, for it belongs to another user; if you do, run "
            f"`git config --global --add safe.directory {_top(folder)}`"
        )
    if done.returncode and "not a git repository" not in reason:
        raise CannotCompareError(f"git can't read the repository around {folder}: {reason}")
    raise CannotCompareError(
        f"{folder} is in no git repository, so there is no revision to compare with; `--files OLD NEW` needs none"
    )


def _top(folder: Path) -> Path:
    """Return the nearest folder that holds a repository: what `safe.directory` must name."""
    return next((one for one in (folder, *folder.parents) if (one / ".git").exists()), folder)


def _reason(said: bytes) -> str:
    """Return in one line why git refused."""
    lines = said.decode(errors="replace").strip().splitlines()
    return lines[0].removeprefix("fatal: ") if lines else "it does not say why"


def _run(folder: Path, *words: str, data: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    git = which("git")
    if git is None:
        raise CannotCompareError("git is not installed; `--files OLD NEW` needs none")
    environment = {name: value for name, value in os.environ.items() if name not in _OF_ANOTHER_CALL}
    environment |= {"GIT_LITERAL_PATHSPECS": "1", "GIT_OPTIONAL_LOCKS": "0", "LC_ALL": "C.UTF-8", "LANGUAGE": "C"}
    settings = [word for setting in _SETTINGS for word in ("-c", setting)]
    return subprocess.run(  # noqa: S603 -- git, by the path that the system found
        [git, "--no-pager", *settings, *words],
        cwd=folder, env=environment, input=data, capture_output=True, check=False,
    )  # fmt: skip
