"""Bytes, files and folders -> what tells them from all others: SHA-256 (FIPS 180-4), in hexadecimal."""

import hashlib
import os
from collections.abc import Iterator
from pathlib import Path

from neaspec_docs.limits import LARGEST_PICTURE

_CHUNK = 1 << 20
_PASSED_OVER = frozenset({".git", "__pycache__"})
"""Folders that nothing is made from."""


def of(data: bytes) -> str:
    """Return the digest of bytes, as `sha256sum` gives it."""
    return hashlib.sha256(data).hexdigest()


def joined(*parts: str | bytes) -> str:
    """Return the digest of words or bytes in their order; where one ends and the next begins is part of it."""
    digest = hashlib.sha256()
    for part in parts:
        data = part if isinstance(part, bytes) else part.encode("utf-8", "surrogatepass")  # a name may be any bytes
        digest.update(b"%d:" % len(data))
        digest.update(data)
    return digest.hexdigest()


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


def tree(top: Path) -> dict[str, str]:
    """Return the digest of each file in a folder and in those below it, by its path from there; links are followed.

    A folder that is reached twice is looked into once; the other way to it is known by where it leads ("b/ -> a/").
    What is no file, or can't be read, has the digest ""; one that is too large for any paper, that of its size.
    """
    return {name: _of_source(path) for name, path in sorted(walk(top))}


def _of_source(path: str) -> str:
    try:
        size = os.stat(path).st_size  # noqa: PTH116 -- as above
    except OSError:
        return ""
    return joined("larger", str(size)) if size > LARGEST_PICTURE else file(path) or ""


def walk(top: Path | str) -> Iterator[tuple[str, str]]:
    """Give each file in a folder and in those below it: its path from there, and its whole path.

    A folder that was reached before, by another way, is given itself, with that way in its name.
    """
    waiting = [("", str(top))]
    seen: dict[tuple[int, int], str] = {}
    while waiting:
        before, folder = waiting.pop()
        try:
            at = os.stat(folder)  # noqa: PTH116 -- as above
            first = seen.setdefault((at.st_dev, at.st_ino), before)
            if first != before:
                yield f"{before} -> {first}", folder
                continue
            entries = [(entry.name, entry.path, entry.is_dir()) for entry in os.scandir(folder)]
        except (OSError, ValueError):
            continue
        for name, path, is_folder in sorted(entries):
            if not is_folder:
                yield f"{before}{name}", path
            elif name not in _PASSED_OVER:
                waiting.append((f"{before}{name}/", path))
