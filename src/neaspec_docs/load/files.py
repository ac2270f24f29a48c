"""A path written in content -> the file it names, which must lie in the project."""

import re
from pathlib import Path, PurePosixPath

from neaspec_docs.diagnostics.codes import Code
from neaspec_docs.diagnostics.diagnostic import did_you_mean
from neaspec_docs.load.source import Source, quoted
from neaspec_docs.load.yaml_nodes import ScalarNode, place

_OUTSIDE = re.compile(r"/|~|[A-Za-z]:|\\\\|[A-Za-z][A-Za-z0-9+.-]*://")


_POINTER = b"version https://git-lfs.github.com/spec/"
"""The beginning of a pointer of Git LFS (its specification)."""


def named(node: ScalarNode, source: Source, what: str) -> Path | None:
    """Return the file that the node names, from the folder its own file is in; None where that is reported.

    It must exist and lie in the project, links followed; `what` is what a message calls it ("the image").
    """
    written = node.value.strip()
    at = place(node, source)
    if not written:
        source.error(Code.EMPTY_TEXT, f"the path of {what} is empty", at, "write the path from the folder of this file")
        return None
    if "\\" in written and not _OUTSIDE.match(written):
        help = f"write `{written.replace(chr(92), '/')}`"
        source.error(Code.MISSING_FILE, f"{what} {quoted(written)} is not there", at, help)
        return None
    path = _below(source.folder, written)
    if _OUTSIDE.match(written) or path is None or not source.project.holds(path):
        help = "copy it beside the paper, and write its path from there"
        source.error(Code.OUTSIDE_PROJECT, f"{what} {quoted(written)} lies outside the project", at, help)
        return None
    if not _is_file(path):
        if _is_other(path):
            help = "bring a file there: neither a folder nor a pipe or device is read"
            source.error(Code.MISSING_FILE, f"{what} {quoted(written)} is no file", at, help)
        else:
            source.error(Code.MISSING_FILE, f"{what} {quoted(written)} is not there", at, _near(written, source.folder))
        return None
    if _is_pointer(path):
        help = "`git lfs pull` brings the file itself"
        source.error(Code.MISSING_FILE, f"{what} {quoted(written)} is kept elsewhere by Git LFS", at, help)
        return None
    return path


def _below(folder: Path, written: str) -> Path | None:
    """Return the path without its `..`, or None where it leads above all folders."""
    path = folder
    for part in PurePosixPath(written).parts:
        if part == "..":
            if path == path.parent:
                return None
            path = path.parent
        else:
            path /= part
    return path


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except (OSError, ValueError):
        return False


def _is_other(path: Path) -> bool:
    """Say whether something else than a file is there."""
    try:
        return path.exists()
    except (OSError, ValueError):
        return False


def _is_pointer(path: Path) -> bool:
    """Say whether a file is what Git LFS leaves in place of one that was not fetched."""
    try:
        with path.open("rb") as file:
            return file.read(len(_POINTER)) == _POINTER
    except OSError:
        return False


def _near(written: str, folder: Path) -> str:
    """Return the help: the file most like this one in the folder it should be in, if there is one."""
    parent = PurePosixPath(written).parent
    try:
        names = [file.name for file in (folder / parent).iterdir() if file.is_file()]
    except (OSError, ValueError):
        names = []
    prefix = "" if str(parent) == "." else f"{parent}/"
    near = did_you_mean(written, [prefix + name for name in names])
    return near or "bring the file there, or mend its path, which begins at the folder of this file"
