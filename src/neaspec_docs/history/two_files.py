"""Two files anywhere -> two versions of a project: what `git difftool` hands over, or copies that someone sent.

A file that lies in a project's content is what it is there. Any other stands in for its fellow, or for the one file of
content that has its name; so it is read with its meeting, its facts and its pictures. Else it is a paper of a meeting
that is made up. /dev/null is a file that is not there.
"""

import os
import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from shutil import Error, SpecialFileError, copy2, copytree, rmtree
from tempfile import TemporaryDirectory

from neaspec_docs.history.asked import Asked, hears
from neaspec_docs.history.git import CannotCompareError
from neaspec_docs.history.version import Version, Versions
from neaspec_docs.project import RESERVED, Project, find

_NOT_LOOKED_INTO = ("content", "templates", "build", ".git", ".venv")
_LOOSE = "content/files/{stem}.yaml"
_NAME = re.compile(r"[^a-z0-9-]+")
_MEETING = re.compile(rb"^dates\s*:", re.MULTILINE)
_KIND = re.compile(rb"^kind\s*:", re.MULTILINE)
_SORTS = {"meeting": "a meeting's file", "facts": "a file of facts", "terms": "a file of terms"}
_AGENDA = re.compile(r"^agenda\s*:\s*['\"]?([a-z0-9][a-z0-9-]*)", re.MULTILINE)
_MADE_UP = """\
title: Meeting
short: Meeting
dates: {{start: 1970-01-01}}
venue: ""
papers: [{stem}]
"""


@dataclass(frozen=True, slots=True)
class _Role:
    """What a file is in a project: the project, None where there is none, and its path there."""

    project: Project | None
    file: str


@dataclass(frozen=True, slots=True)
class _Given:
    """A file of a call: what stands in it, what it is; `called` "old" or "new" where its own name says nothing."""

    path: Path
    data: bytes | None
    role: _Role
    called: str = ""

    @property
    def name(self) -> str:
        """Return what a reader calls this version."""
        if not self.called:
            return str(self.path)
        return f"the {self.called} version" if self.data is not None else "no file"

    @property
    def label(self) -> str:
        """Return what a reader calls the file: "old:content/som-24/report.yaml", as of a commit."""
        return f"{self.called}:{self.role.file}" if self.called else str(self.path)


@contextmanager
def versions(
    folder: Path, files: tuple[Path, Path], project: Project | None, named: Path | None = None
) -> Iterator[Versions]:
    """Give the versions while the block runs; `project` is the one around `folder`, from which the files are named.

    `named` is the file of the content that both are versions of, for a file from outside by a name of no meaning: what
    git hands over. Where it names none of the content it is as if it were not there. Raises CannotCompareError.
    """
    old, new = files
    given = [_bytes(path, folder) for path in files]
    if given == [None, None]:
        raise CannotCompareError("both files are not there, so there is nothing to compare")
    places = [_place(folder / path) for path in files]
    _of_one_sort(files, given, places)
    meant = _place(folder / named) if named else None
    role_new = places[1] or meant or places[0] or _by_name(old if given[1] is None else new, project, given)
    role_old = places[0] or role_new
    called = ("old", "new") if meant else ("", "")
    with TemporaryDirectory(prefix="neaspec-docs-") as copies:
        top = Path(copies).resolve()
        yield Versions(
            _version(_Given(old, given[0], role_old, called[0]), top / "old", in_place=places[0] is not None),
            _version(_Given(new, given[1], role_new, called[1]), top / "new", in_place=places[1] is not None),
            files=(role_old.file, role_new.file),
        )


def _bytes(path: Path, folder: Path) -> bytes | None:
    """Return what stands in a file, named from a folder; None for /dev/null. Raises CannotCompareError."""
    if str(path) == os.devnull:
        return None
    try:
        return (folder / path).read_bytes()
    except FileNotFoundError:
        raise CannotCompareError(f"there is no file `{path}`") from None
    except IsADirectoryError:
        raise CannotCompareError(f"`{path}` is a folder; `--files` compares two files") from None
    except OSError as refused:
        raise CannotCompareError(f"`{path}` can't be read: {refused.strerror}") from None


def _of_one_sort(files: tuple[Path, Path], given: list[bytes | None], places: list[_Role | None]) -> None:
    """Let two files be compared if both are text and none is surely something else than the other."""
    sorts = []
    for path, data, place in zip(files, given, places, strict=True):
        if data is None:
            continue
        if b"\0" in data:
            raise CannotCompareError(f"`{path}` holds no text; `--files` compares two files of YAML")
        sorts.append((path, _sort(path if place is None else Path(place.file), data)))
    match sorts:
        case [(old, str(was)), (new, str(now))] if was != now:
            raise CannotCompareError(f"`{old}` is {was} and `{new}` is {now}; `--files` compares two of one sort")
        case _:
            pass


def _sort(path: Path, data: bytes) -> str | None:
    """Return what a file is, by what stands in it or by its name; None where neither says it."""
    if _KIND.search(data):
        return "a paper"
    if _MEETING.search(data):
        return "a meeting's file"
    return _SORTS.get(path.stem) if path.suffix in (".yaml", ".yml") else None


def _place(path: Path) -> _Role | None:
    """Return what a file is in the content that it lies in; None where it lies in none."""
    absolute = Path(os.path.abspath(path))  # noqa: PTH100 -- a link stays the file that the call names
    project = find(absolute.parent)
    if project is None or str(path) == os.devnull:
        return None
    file = absolute.relative_to(project.root).as_posix()
    return _Role(project, file) if project.paper(file) or _is_shared(file) else None


def _is_shared(file: str) -> bool:
    return file.startswith("content/") and file.endswith(tuple(f"/{name}.yaml" for name in RESERVED))


def _by_name(path: Path, project: Project | None, given: list[bytes | None]) -> _Role:
    """Return what a file from outside may stand for: the one file of the content that has its name."""
    if project is not None:
        found = [file for file in (*project.content.glob("*/*.yaml"), *project.content.glob("*.yaml"))
                 if file.name == path.name]  # fmt: skip
        if len(found) == 1:
            return _Role(project, found[0].relative_to(project.root).as_posix())
    if any(data and _MEETING.search(data) for data in given):
        return _Role(project, "content/files/meeting.yaml")
    stem = _NAME.sub("-", path.stem.lower()).strip("-") or "file"
    return _Role(project, _LOOSE.format(stem=stem if stem not in RESERVED else f"{stem}-file"))


def _version(given: _Given, folder: Path, *, in_place: bool) -> Version:
    role, data = given.role, given.data
    if in_place and role.project is not None:
        return Version(role.project, str(given.path), given={role.file: str(given.path)})
    if role.project is not None:
        try:
            _copy(role.project, folder)
        except OSError as refused:
            reason = refused.args[0][0][-1] if isinstance(refused, Error) else refused
            raise CannotCompareError(f"the project can't be copied for its other version: {reason}") from None
    file = folder / role.file
    file.parent.mkdir(parents=True, exist_ok=True)
    file.unlink(missing_ok=True)  # it may share its bytes with the project's own file
    if data is None and file.name == "meeting.yaml":
        rmtree(file.parent)  # papers are none without their meeting
    elif data is not None:
        file.write_bytes(data)
        meeting = file.with_name("meeting.yaml")
        if not meeting.exists() and file.parent != folder / "content":
            meeting.write_text(_made_up(file.stem, data.decode(errors="replace")), "utf-8")
    return Version(Project(folder), given.name, given={role.file: given.label})


def _made_up(stem: str, paper: str) -> str:
    """Return a meeting for a paper that has none, with the agenda item that the paper is for."""
    text = _MADE_UP.format(stem=stem)
    item = _AGENDA.search(paper)
    return f"{text}agenda:\n  - {{id: {item[1]}, title: {item[1]}}}\n" if item else text


def _copy(project: Project, folder: Path) -> None:
    """Make the project's files stand in a folder too: its content, its templates, and what these ask for."""
    folder.mkdir(parents=True)
    asked = Asked()
    for name in ("content", "templates"):
        if (project.root / name).is_dir():
            copytree(project.root / name, folder / name, symlinks=True, copy_function=_linked)
    _hear(((folder / name).rglob("*") for name in ("content", "templates")), folder, asked)

    def take(paths: set[str]) -> None:
        for path in paths:
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            _linked(str(project.root / path), str(folder / path))
        _hear([map(folder.joinpath, paths)], folder, asked)

    asked.all_of(((path, True) for path in _others(project.root)), take)


def _hear(files: Iterable[Iterable[Path]], folder: Path, asked: Asked) -> None:
    for file in chain.from_iterable(files):
        path = file.relative_to(folder).as_posix()
        if file.is_symlink():
            asked.follow(path, str(file.readlink()))
        elif file.is_file() and hears(path):
            with suppress(PermissionError):  # who reads it for a paper says so
                asked.hear(path, file.read_bytes())


def _others(root: Path) -> Iterator[str]:
    """Give the files of a project that are neither content nor templates, nor made."""
    for top, folders, files in os.walk(root):
        if Path(top) == root:
            folders[:] = [name for name in folders if name not in _NOT_LOOKED_INTO]
        yield from ((Path(top) / name).relative_to(root).as_posix() for name in files)


def _linked(source: str, copy: str) -> None:
    """Let a file be in two places, or copy it where the disk can't; what may not be read, or is a pipe, is left."""
    try:
        os.link(source, copy, follow_symlinks=False)
    except OSError:
        with suppress(PermissionError, SpecialFileError):
            copy2(source, copy, follow_symlinks=False)
