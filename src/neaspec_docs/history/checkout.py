"""A commit -> the project as it was then, in a folder of its own, so that all that reads a project reads it too.

Nothing is checked out: names are looked at before they are written, no hook runs, and no filter but that of Git LFS.
"""

import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from shutil import copytree
from tempfile import TemporaryDirectory

from neaspec_docs.history.git import CannotCompareError, Entry, Repository
from neaspec_docs.history.revisions import Range, Revision
from neaspec_docs.history.version import Version, Versions
from neaspec_docs.project import Project

_CONTENT, _TEMPLATES, _BUILD = "content", "templates", "build"
_OUT_OF_CONTENT = re.compile(rb"^(?![ \t]*#).*\.\.[\\/]+(?:\.[\\/]+)*\.\.", re.MULTILINE)
"""A path from a meeting's folder that leaves content/ goes up twice, so somewhere two `..` follow each other.

An editor's comment names the schema by such a path.
"""


@contextmanager
def versions(project: Project, compared: Range, repository: Repository) -> Iterator[Versions]:
    """Give both versions of the project while the block runs; a commit's files are in a folder that goes then.

    The old one is printed by the templates of the new one, for a new look is no change of text; a template that only
    the old one has is there too, so that a kind of paper that was given up still is one. Raises CannotCompareError.
    """
    with TemporaryDirectory(prefix="neaspec-docs-") as folder:
        top = Path(folder).resolve()
        new = _version(project, compared.new, repository, top / "new")
        old = _version(project, compared.old, repository, top / "old")
        own = new.project.root / _TEMPLATES
        if own.is_dir():
            copytree(own, old.project.root / _TEMPLATES, dirs_exist_ok=True)
        yield Versions(old, new, repository)


def _version(project: Project, revision: Revision, repository: Repository, folder: Path) -> Version:
    if revision.commit is None:
        return Version(project, revision.name)
    (folder / _CONTENT).mkdir(parents=True)
    put(repository, revision.commit, folder)
    return Version(Project(folder), revision.name, revision.commit)


def put(repository: Repository, commit: str, folder: Path) -> None:
    """Write what a project holds in a commit into a folder: its content and templates, and all that they may show.

    Raises CannotCompareError.
    """
    own: list[Entry] = []
    rest: list[Entry] = []
    for entry in repository.entries(commit):
        top = PurePosixPath(entry.path).parts[:1]
        if _is_safe(entry.path) and top != (_BUILD,):
            (own if top in ((_CONTENT,), (_TEMPLATES,)) else rest).append(entry)
    if _write(repository, commit, own, folder) or any(entry.path.startswith(f"{_TEMPLATES}/") for entry in own):
        _write(repository, commit, [entry for entry in rest if entry.kind == "blob"], folder)


def leads_out(path: str, data: bytes) -> bool:
    """Say whether a file of content may name files outside content/."""
    return path.endswith((".yaml", ".yml")) and _OUT_OF_CONTENT.search(data) is not None


def _write(repository: Repository, commit: str, entries: Iterable[Entry], folder: Path) -> bool:
    """Write files of a commit; say whether one of them leads out of the content."""
    files: list[Entry] = []
    for entry in entries:
        if entry.kind == "blob":
            files.append(entry)
        else:
            _submodule(repository, entry, folder)
    out = False
    links: list[tuple[Path, str]] = []
    for entry, data in repository.contents(commit, files):
        path = folder / entry.path
        path.parent.mkdir(parents=True, exist_ok=True)
        if entry.is_link:
            links.append((path, data.decode(errors="surrogateescape")))
        else:
            path.write_bytes(data)
            out = out or leads_out(entry.path, data)
    _link(links, folder)
    return out


def _link(links: list[tuple[Path, str]], folder: Path) -> None:
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


def _submodule(repository: Repository, entry: Entry, folder: Path) -> None:
    """Write the files of a submodule, from the repository that is checked out in its place."""
    there = repository.folder / entry.path
    inner = Repository(there)
    if not (there / ".git").exists() or inner.commit(entry.object) is None:
        raise CannotCompareError(
            f"`{entry.path}` is a submodule, and its commit {entry.object[:10]} is not here; "
            "`git submodule update --init` brings it"
        )
    _write(inner, entry.object, [one for one in inner.entries(entry.object) if _is_safe(one.path)], folder / entry.path)


def _is_safe(path: str) -> bool:
    """Say whether a path that a commit names stays in its folder: git itself would write no other."""
    parts = PurePosixPath(path).parts
    return bool(parts) and not path.startswith("/") and not {"..", ".git"} & {part.lower() for part in parts}
