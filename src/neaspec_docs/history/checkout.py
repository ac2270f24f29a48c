"""A commit -> the project as it was then, in a folder of its own, so that all that reads a project reads it too.

Nothing is checked out: names are looked at before they are written, no hook runs, and no filter. A pointer of Git LFS
is given to Git LFS itself.
"""

import os
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path, PurePosixPath
from shutil import copyfile, rmtree
from tempfile import TemporaryDirectory
from typing import TypeAlias

from neaspec_docs.history.asked import Asked
from neaspec_docs.history.git import CannotCompareError, Entry, Repository
from neaspec_docs.history.revisions import Range, Revision
from neaspec_docs.history.version import Version, Versions
from neaspec_docs.project import Project

_CONTENT, _TEMPLATES, _BUILD = "content", "templates", "build"
_Link: TypeAlias = tuple[Path, str]
"""Where a symbolic link is to stand, and where it leads."""


@contextmanager
def versions(project: Project, compared: Range, repository: Repository) -> Iterator[Versions]:
    """Give both versions of the project while the block runs; a commit's files are in a folder that goes then.

    What a sparse checkout has left out of the working tree is not compared with it: it was not taken out. The old one
    is printed by the templates of the new one, for a new look is no change of text; a template that only
    the old one has is there too, so that a kind of paper that was given up still is one. Raises CannotCompareError.
    """
    with TemporaryDirectory(prefix="neaspec-docs-") as folder:
        top = Path(folder).resolve()
        without = repository.left_out() if compared.new.commit is None else ()
        new = _version(project, compared.new, repository, top / "new", without)
        old = _version(project, compared.old, repository, top / "old", without)
        own = new.project.root / _TEMPLATES
        if own.is_dir():
            with _writing(_TEMPLATES):
                _lay_over(own, old.project.root / _TEMPLATES, new.project.root.resolve())
        yield Versions(old, new, repository)


def _version(
    project: Project, revision: Revision, repository: Repository, folder: Path, without: Collection[str]
) -> Version:
    if revision.commit is None:
        return Version(project, revision.name)
    folder.mkdir()
    put(repository, revision.commit, folder, without)
    with _writing(_CONTENT):
        (folder / _CONTENT).mkdir(exist_ok=True)
    return Version(Project(folder), revision.name, revision.commit)


def _lay_over(own: Path, folder: Path, root: Path, above: tuple[Path, ...] = ()) -> None:
    """Put the files of a folder over those of another, and what its links lead to if that is below `root`.

    What no template can be is passed over: a link to nowhere, as editors make for a file in use, a pipe, a file that
    may not be read. `above` are the folders that led here: a link back to one has no end.
    """
    if not folder.is_dir():
        folder.unlink(missing_ok=True)
        folder.mkdir()
    above = (*above, own.resolve())
    for file in sorted(own.iterdir()):
        there, copy = Path(os.path.realpath(file)), folder / file.name
        if not there.is_relative_to(root):
            continue
        if there.is_dir():
            if there not in above:
                with suppress(PermissionError):
                    _lay_over(file, copy, root, above)
        elif there.is_file():
            _clear(copy)
            with suppress(PermissionError):
                copyfile(file, copy)


def _clear(place: Path) -> None:
    """Take away what stands where a file is to be written, so that none is written through a link."""
    if place.is_dir() and not place.is_symlink():
        rmtree(place)
    else:
        place.unlink(missing_ok=True)


@contextmanager
def _writing(path: str) -> Iterator[None]:
    """Say of a file that a commit may name, and no folder can hold, that it is so. Raises CannotCompareError."""
    try:
        yield
    except (OSError, ValueError) as refused:
        reason = refused.strerror if isinstance(refused, OSError) else str(refused)
        said = os.fsencode(path).decode(errors="replace")
        raise CannotCompareError(f"`{said}` can't be put in a folder as its version has it: {reason}") from None


def put(repository: Repository, commit: str, folder: Path, without: Collection[str] = ()) -> None:
    """Write what a build reads of a commit into a folder: content, templates, and what these ask for beside them.

    Raises CannotCompareError.
    """
    own: list[Entry] = []
    rest: dict[str, Entry] = {}
    for entry in repository.entries(commit):
        top = PurePosixPath(entry.path).parts[:1]
        if not _is_safe(entry.path) or top == (_BUILD,) or entry.path in without:
            continue
        if top in ((_CONTENT,), (_TEMPLATES,)):
            own.append(entry)
        else:
            rest[entry.path] = entry
    asked = Asked()
    links = _write(repository, commit, own, folder, asked)
    asked.all_of(
        ((path, entry.kind == "blob") for path, entry in rest.items()),
        lambda paths: links.extend(_write(repository, commit, [rest[path] for path in sorted(paths)], folder, asked)),
    )
    _link(links, folder)


def _write(repository: Repository, commit: str, entries: Iterable[Entry], folder: Path, asked: Asked) -> list[_Link]:
    """Write files of a commit, and return the symbolic links among them; what the files say is heard."""
    files: list[Entry] = []
    links: list[_Link] = []
    for entry in entries:
        if entry.kind == "blob":
            files.append(entry)
        else:
            links += _submodule(repository, entry, folder, asked)
    for entry, data in repository.contents(commit, files):
        path = folder / entry.path
        with _writing(entry.path):
            path.parent.mkdir(parents=True, exist_ok=True)
            if not entry.is_link:
                path.write_bytes(data)
        if entry.is_link:
            links.append((path, target := os.fsdecode(data)))
            asked.follow(entry.path, target)
        else:
            asked.hear(entry.path, data)
    return links


def _link(links: list[_Link], folder: Path) -> None:
    """Make symbolic links when all files are written, and keep those that stay in the folder."""
    for path, target in links:
        with _writing(path.relative_to(folder).as_posix()):
            path.symlink_to(target)
    for path, _ in links:
        try:
            inside = path.resolve().is_relative_to(folder)
        except (OSError, RuntimeError):  # a link to itself
            inside = False
        if not inside:
            path.unlink()


def _submodule(repository: Repository, entry: Entry, folder: Path, asked: Asked) -> list[_Link]:
    """Write the files of a submodule, from the repository that is checked out in its place."""
    there = repository.folder / entry.path
    inner = Repository(there)
    if not (there / ".git").exists() or inner.commit(entry.object) is None:
        raise CannotCompareError(
            f"`{entry.path}` is a submodule, and its commit {entry.object[:10]} is not here; "
            "`git submodule update --init` brings it"
        )
    files = [one for one in inner.entries(entry.object) if _is_safe(one.path)]
    return _write(inner, entry.object, files, folder / entry.path, asked)


def _is_safe(path: str) -> bool:
    """Say whether a path that a commit names stays in its folder: git itself would write no other."""
    parts = PurePosixPath(path).parts
    return bool(parts) and not path.startswith("/") and not {"..", ".git"} & {part.lower() for part in parts}
