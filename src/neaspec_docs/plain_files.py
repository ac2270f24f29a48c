"""A path and a limit -> the bytes of the plain file there, or their digest. A pipe or device is not waited for."""

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from errno import EFBIG, EINVAL, EISDIR
from pathlib import Path

_CHUNK = 1 << 20


class NoPlainFileError(OSError):
    """What lies at a path is a pipe, a device or a socket."""


class TooLargeError(OSError):
    """A file has more bytes than are taken."""


def read(path: Path | str, at_most: int) -> bytes:
    """Return the bytes of a plain file. Raises TooLargeError, NoPlainFileError, and OSError as `open` does."""
    with _opened(path) as (number, length):
        return b"".join(_chunks(number, length, at_most))


def beginning(path: Path | str, length: int) -> bytes:
    """Return the first bytes of a plain file. Raises NoPlainFileError, and OSError as `open` does."""
    with _opened(path) as (number, _):
        return os.read(number, length)


def require(path: Path | str) -> None:
    """Raise NoPlainFileError where there is something else at a path, and OSError as `open` does."""
    with _opened(path):
        pass


def digest(path: Path | str, at_most: int | None = None) -> str:
    """Return the SHA-256 of a plain file's bytes, as `sha256sum` gives it.

    Without a limit so many are taken as the system says it has. Raises as `read` does.
    """
    import hashlib  # not every verb pays for it

    with _opened(path) as (number, length):
        made = hashlib.sha256()
        for chunk in _chunks(number, length, length if at_most is None else at_most):
            made.update(chunk)
    return made.hexdigest()


def size(count: int) -> str:
    """Return a count of bytes as people say it: "8 MB"."""
    return f"{count // 1_000_000} MB"


@contextmanager
def _opened(path: Path | str) -> Iterator[tuple[int, int]]:
    """Give a plain file as a number to call the system with, and its length."""
    number = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    try:
        what = os.fstat(number)
        if stat.S_ISDIR(what.st_mode):
            raise IsADirectoryError(EISDIR, os.strerror(EISDIR))
        if not stat.S_ISREG(what.st_mode):
            raise NoPlainFileError(EINVAL, "it is no plain file")
        yield number, what.st_size
    finally:
        os.close(number)


def _chunks(number: int, length: int, at_most: int) -> Iterator[bytes]:
    """Give the bytes of a file; its length may lie, as in /proc."""
    left = at_most
    while length <= at_most and (chunk := os.read(number, min(_CHUNK, left + 1))):
        left -= len(chunk)
        if left < 0:
            break
        yield chunk
    if length > at_most or left < 0:
        raise TooLargeError(EFBIG, f"it is larger than {size(at_most)}")
