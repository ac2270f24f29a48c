"""Bytes, files and folders -> what tells them from all others: SHA-256 (FIPS 180-4), in hexadecimal."""

import hashlib
import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from neaspec_docs import plain_files
from neaspec_docs.limits import LARGEST_PICTURE

_PASSED_OVER = frozenset({".git", "__pycache__"})
"""Folders that hold much, and seldom what a paper is made from; if it is, that is known of the paper's own files."""


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
    try:
        return plain_files.digest(path)
    except (OSError, ValueError):
        return None


def tree(top: Path, inside: Sequence[Path] = ()) -> dict[str, str]:
    """Return the digest of each file in a folder and in those below it, by its path from there.

    A link is there too, with where it leads in its name and the digest "" ("a.yaml -> ../b.yaml"). It is followed where
    that is `inside` one of these folders (of none: of the top); what lies elsewhere is neither read nor looked into.

    A folder that is reached twice is looked into once; the other way to it is known by where it leads ("b/ -> a/").
    What is no file, or can't be read, has the digest ""; one that is too large for any paper, that of its size.
    """
    real = [os.path.realpath(folder) for folder in inside or (top,)]
    if not _leads_into(top, real):
        return {f" -> {os.path.realpath(top)}": ""}
    return {name: _of_source(path) if path else "" for name, path in sorted(walk(top, real))}


def _of_source(path: str) -> str:
    try:
        return plain_files.digest(path, LARGEST_PICTURE)
    except plain_files.TooLargeError:
        return joined("larger", str(os.stat(path).st_size))  # noqa: PTH116 -- half the time of a Path, for hundreds
    except (OSError, ValueError):
        return ""


def walk(top: Path | str, inside: Sequence[str] | None = None) -> Iterator[tuple[str, str]]:
    """Give each file in a folder and in those below it: its path from there, and its whole path.

    A folder that was reached before, by another way, is given without a path, with that way in its name. Where it is
    said what is `inside`, by real paths, so is each link, which is followed there alone; else all are followed.
    """
    waiting = [("", str(top))]
    seen: dict[tuple[int, int], str] = {}
    while waiting:
        before, folder = waiting.pop()
        try:
            at = os.stat(folder)  # noqa: PTH116 -- as above
            first = seen.setdefault((at.st_dev, at.st_ino), before)
            if first != before:
                yield f"{before} -> {first}", ""
                continue
            entries = sorted((one.name, one.path, one.is_dir(), one.is_symlink()) for one in os.scandir(folder))
        except (OSError, ValueError):
            continue
        for name, path, is_folder, is_link in entries:
            if is_link and inside is not None:
                yield f"{before}{name} -> {_leads_to(path)}", ""
                if not _leads_into(path, inside):
                    continue
            if not is_folder:
                yield f"{before}{name}", path
            elif name not in _PASSED_OVER:
                waiting.append((f"{before}{name}/", path))


def _leads_to(link: str) -> str:
    try:
        return os.readlink(link)  # noqa: PTH115 -- as above
    except OSError:  # it is gone
        return ""


def _leads_into(path: Path | str, inside: Sequence[str]) -> bool:
    """Say whether a path, links followed, lies in one of these folders."""
    there = os.path.realpath(path)
    return any(there == folder or there.startswith(f"{folder.rstrip(os.sep)}{os.sep}") for folder in inside)
