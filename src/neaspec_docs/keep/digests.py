"""Bytes, files and folders -> what tells them from all others: SHA-256 (FIPS 180-4), in hexadecimal."""

import hashlib
import os
from collections.abc import Iterator
from pathlib import Path

from neaspec_docs.limits import LARGEST_PICTURE

_CHUNK = 1 << 20
_PASSED_OVER = frozenset({".git", "__pycache__"})
"""Folders that nothing is made from."""


def of(*parts: str | bytes) -> str:
    """Return the digest of some words or bytes in their order; where one ends and the next begins is part of it."""
    digest = hashlib.sha256()
    for part in parts:
        data = part.encode() if isinstance(part, str) else part
        digest.update(b"%d:" % len(data))
        digest.update(data)
    return digest.hexdigest()


def plain(data: bytes) -> str:
    """Return the digest of bytes, as `sha256sum` gives it."""
    return hashlib.sha256(data).hexdigest()


def file(path: Path | str) -> str | None:
    """Return the digest of a file's bytes, as `sha256sum` gives it; None where there is no file that can be read."""
    digest = hashlib.sha256()
    try:
        if not os.path.isfile(path):  # noqa: PTH113 -- no pipe either: it would be waited for
            return None
        with open(path, "rb") as opened:  # noqa: PTH123 -- half the time of a Path, for hundreds of files
            while chunk := opened.read(_CHUNK):
                digest.update(chunk)
    except (OSError, ValueError):
        return None
    return digest.hexdigest()


def below(top: Path) -> dict[str, str]:
    """Return the digest of each file in a folder and in those below it, by its path from there; links are followed.

    What is no file, or can't be read, has the digest ""; one that is too large for any paper, that of its size.
    """
    return {name: _of_source(path) for name, path in sorted(paths(top))}


def _of_source(path: str) -> str:
    try:
        size = os.stat(path).st_size  # noqa: PTH116 -- as above
    except OSError:
        return ""
    return of("larger", str(size)) if size > LARGEST_PICTURE else file(path) or ""


def paths(top: Path, ending: str = "") -> Iterator[tuple[str, str]]:
    """Give each file with such an ending in a folder and in those below it: its path from there, and its whole path."""
    waiting = [("", str(top))]
    seen: set[tuple[int, int]] = set()
    while waiting:
        before, folder = waiting.pop()
        try:
            at = os.stat(folder)  # noqa: PTH116 -- as above
            if (at.st_dev, at.st_ino) in seen:  # a link that leads back
                continue
            seen.add((at.st_dev, at.st_ino))
            entries = list(os.scandir(folder))
        except OSError:
            continue
        for entry in entries:
            if entry.is_dir():
                waiting += [(f"{before}{entry.name}/", entry.path)] if entry.name not in _PASSED_OVER else []
            elif entry.name.endswith(ending):
                yield f"{before}{entry.name}", entry.path
