"""The one door to git: its commands, run so that no pager, hook, filter, alias or calling git changes what they say."""

import os
import re
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from shlex import quote
from shutil import which
from typing import TypedDict

_OF_ANOTHER_CALL = frozenset({
    "GIT_ALTERNATE_OBJECT_DIRECTORIES", "GIT_COMMON_DIR", "GIT_CONFIG", "GIT_DIR", "GIT_GRAFT_FILE",
    "GIT_IMPLICIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_INTERNAL_SUPER_PREFIX", "GIT_NAMESPACE",
    "GIT_OBJECT_DIRECTORY", "GIT_PREFIX", "GIT_REPLACE_REF_BASE", "GIT_SHALLOW_FILE", "GIT_WORK_TREE",
})  # fmt: skip
"""What git tells its own hooks and tools of the repository it is at work in, by paths that hold from there alone."""

_NOTHING = "NEASPEC_DOCS_NOTHING"
"""A variable of no value, for settings that shall have none: git takes a name that holds `=` in no other way."""

_ENVIRONMENT = {
    "GIT_LITERAL_PATHSPECS": "1", "GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0", "LC_ALL": "C.UTF-8",
    "LANGUAGE": "C", _NOTHING: "",
}  # fmt: skip
_OF_A_SUBMODULE = "--ignore-submodules=dirty"
"""For what lies in a submodule git would call another git, which goes by that one's settings."""

_READING_FILES = {"blame": (), "diff-index": (_OF_A_SUBMODULE,), "lfs": (), "status": (_OF_A_SUBMODULE,)}
"""Commands that send files through filters, or may be another's words for a command; what is added to each."""

_COMMANDS = r"^(alias|filter|lfs\.extension)\."
"""The settings of a repository that hold such filters and words."""

_SETTINGS = ("core.fsmonitor=false", "core.hooksPath=/dev/null", "core.quotePath=false", "color.ui=false")
_ESCAPE = re.compile(r"\\([0-7]{3}|.)")
_ESCAPED = {"a": "\a", "b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t", "v": "\v", '"': '"', "\\": "\\"}
_LFS = b"version https://git-lfs.github.com/spec/"
_POINTER = 1024
"""A pointer of Git LFS is shorter than so many bytes (its specification)."""


class _Call(TypedDict):
    """A program with its words, where it runs and what it is told of the world."""

    args: list[str]
    cwd: Path
    env: dict[str, str]


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

    def left_out(self) -> frozenset[str]:
        """Return the files that are not in the folder because the checkout is sparse; they are not gone."""
        if self.says("config", "--type=bool", "--get", "core.sparseCheckout") != "true":
            return frozenset()
        told = os.fsdecode(_run(self.folder, "ls-files", "-t", "-z").stdout).split("\0")
        paths = (line[2:] for line in told if line.startswith("S "))
        return frozenset(path for path in paths if not os.path.lexists(self.folder / path))

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
        """Give the bytes of files of a commit, one after another; what Git LFS keeps elsewhere it is asked for.

        Raises CannotCompareError.
        """
        if not entries:
            return
        call = _call(self.folder, "cat-file", "--batch")
        with subprocess.Popen(**call, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as git:
            for entry in entries:
                data = _told(git, entry.object)
                if data is None:
                    raise CannotCompareError(
                        f"git can't read {entry.path} of {commit}: this clone does not have its bytes, and they could "
                        "not be fetched; `git fetch --refetch` fetches all, and `git fsck` says what is broken"
                    )
                yield entry, self._fetched(entry, data) if is_pointer(data) else data

    def _fetched(self, entry: Entry, pointer: bytes) -> bytes:
        """Return what a pointer stands for, where Git LFS is installed and has it; else the pointer.

        It is called by its own name: which filter a file goes through is what the repository's attributes say. Where
        it is not installed git would look for an alias.
        """
        if which("git-lfs") is None:
            return pointer
        done = _run(self.folder, "lfs", "smudge", "--", entry.path, data=pointer)
        return pointer if done.returncode else done.stdout


def _told(git: "subprocess.Popen[bytes]", name: str) -> bytes | None:
    """Return what `git cat-file --batch` tells of an object; None where it is not there."""
    if git.stdin is None or git.stdout is None:
        raise ValueError("git was started without pipes")
    try:
        git.stdin.write(f"{name}\n".encode())
        git.stdin.flush()
    except BrokenPipeError:  # it gave up on the object before
        return None
    head = git.stdout.readline().split()  # the object's name, its type and its size in bytes
    if len(head) != 3:  # noqa: PLR2004 -- these three
        return None
    size = int(head[2])
    data = git.stdout.read(size + 1)
    return data[:size] if len(data) > size else None


def unquoted(path: str) -> str:
    """Return a path that git writes in quotes, with escapes as in C, where it holds a quote or a control sign."""
    if not path.startswith('"'):
        return path
    return _ESCAPE.sub(lambda found: _ESCAPED.get(found[1]) or chr(int(found[1], 8)), path[1:-1])


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
    if not done.returncode:
        raise CannotCompareError(
            f"{folder} lies in the store of a repository, which has no files of its own; call it in a working tree "
            "(`git worktree add FOLDER` makes one)"
        )
    if "not a git repository" not in reason:
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
    command, *rest = words
    settings = _no_filters(folder) if command in _READING_FILES else ()
    call = _call(folder, *settings, command, *_READING_FILES.get(command, ()), *rest)
    return subprocess.run(**call, input=data, capture_output=True, check=False)


def _call(folder: Path, *words: str) -> _Call:
    """Return how git is called. Raises CannotCompareError where there is none."""
    git = which("git")
    if git is None:
        raise CannotCompareError("git is not installed; `--files OLD NEW` needs none")
    environment = {name: value for name, value in os.environ.items() if name not in _OF_ANOTHER_CALL}
    settings = [word for setting in _SETTINGS for word in ("-c", setting)]
    return {"args": [git, "--no-pager", *settings, *words], "cwd": folder, "env": environment | _ENVIRONMENT}


def _no_filters(folder: Path) -> list[str]:
    """Return the settings with which git runs no filter on the files of the working tree but Git LFS's own.

    That one is not the command which the repository has by this name.
    """
    told = os.fsdecode(_run(folder, "config", "--name-only", "-z", "--get-regexp", _COMMANDS).stdout)
    nothing = [f"--config-env={key}={_NOTHING}" for key in sorted(set(told.split("\0"))) if key]
    lfs = which("git-lfs")
    return [*nothing, "-c", f"filter.lfs.process={quote(lfs)} filter-process"] if lfs else nothing
