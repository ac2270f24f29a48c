"""A commit -> the project as it was then, in a folder of its own, so that all that reads a project reads it too.

Nothing is checked out: names are looked at before they are written, no hook runs, and no filter. A pointer of Git LFS
is given to Git LFS itself.
"""

from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from shutil import copytree
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
            copytree(own, old.project.root / _TEMPLATES, dirs_exist_ok=True)
        yield Versions(old, new, repository)


def _version(
    project: Project, revision: Revision, repository: Repository, folder: Path, without: Collection[str]
) -> Version:
    if revision.commit is None:
        return Version(project, revision.name)
    folder.mkdir()
    put(repository, revision.commit, folder, without)
    (folder / _CONTENT).mkdir(exist_ok=True)
    return Version(Project(folder), revision.name, revision.commit)


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
        {path: entry.kind == "blob" for path, entry in rest.items()},
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
        path.parent.mkdir(parents=True, exist_ok=True)
        if entry.is_link:
            target = data.decode(errors="surrogateescape")
            links.append((path, target))
            asked.follow(entry.path, target)
        else:
            path.write_bytes(data)
            asked.hear(entry.path, data)
    return links


def _link(links: list[_Link], folder: Path) -> None:
    """Make symbolic links when all files are written, and keep those that stay in the folder."""
    for path, target in links:
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
