"""A path and a limit -> the bytes of the plain file there. A pipe or device is not waited for, nor read without end."""

import os
import stat
from errno import EFBIG, EINVAL
from pathlib import Path


class NoPlainFileError(OSError):
    """What lies at a path is a pipe, a device, a socket or a folder."""


class TooLargeError(OSError):
    """A file has more bytes than are taken."""


def read(path: Path, at_most: int) -> bytes:
    """Return the bytes of a plain file. Raises TooLargeError, NoPlainFileError, and OSError as `open` does."""
    found = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    with os.fdopen(found, "rb") as file:
        what = os.fstat(found)
        if not stat.S_ISREG(what.st_mode):
            raise NoPlainFileError(EINVAL, "it is no plain file")
        data = file.read(at_most + 1) if what.st_size <= at_most else b""
        if what.st_size > at_most or len(data) > at_most:
            raise TooLargeError(EFBIG, f"it is larger than {size(at_most)}")
    return data


def size(count: int) -> str:
    """Return a count of bytes as people say it: "8 MB"."""
    return f"{count // 1_000_000} MB"
