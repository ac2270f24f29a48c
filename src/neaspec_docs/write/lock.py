"""A folder -> the same, with nobody else of this program writing below it, and free of what a killed one left there.

The lock is the kernel's, on the folder itself (flock(2)): it leaves no file behind, and ends with the process that
holds it, however that ends. Where a file system knows no such locks, as some on a network, nobody waits.
"""

import errno
import fcntl
import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

from neaspec_docs.write.files import OURS, open_folder, remove_empty

_WITHOUT = (errno.ENOLCK, errno.EBADF, errno.ENOSYS, errno.ENOTSUP, errno.EINVAL)
"""What file systems say that know no locks, or none on folders."""


@contextmanager
def held(folder: Path, wait: Callable[[], None]) -> Iterator[None]:
    """Hold a folder while the block runs; where another process does, call `wait` and wait until it is free.

    A folder that is not there is made, and removed at the end if it is empty. Raises OSError where it can't be made.
    """
    with ExitStack() as end:
        while not _taken(folder, wait, end):
            end.pop_all().close()
        _sweep(folder)
        yield


def _taken(folder: Path, wait: Callable[[], None], end: ExitStack) -> bool:
    """Lock a folder until `end`; not where who held it before has removed it meanwhile."""
    with suppress(FileNotFoundError):
        for missing in [above for above in (folder, *folder.parents) if not above.exists()][::-1]:
            missing.mkdir(exist_ok=True)
            end.callback(remove_empty, missing)
        if not folder.is_dir():
            raise OSError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), str(folder))
        number = end.enter_context(open_folder(folder))
        _lock(number, wait)
        return os.path.samestat(os.fstat(number), folder.stat())
    return False


def _lock(number: int, wait: Callable[[], None]) -> None:
    try:
        try:
            fcntl.flock(number, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            wait()
            fcntl.flock(number, fcntl.LOCK_EX)
    except OSError as refused:
        if refused.errno not in _WITHOUT:
            raise


def tidy(folder: Path) -> None:
    """Remove what a killed program left half written below a folder, unless another is writing there now."""
    with suppress(OSError):
        if any(_left(folder)):
            with open_folder(folder) as number:
                fcntl.flock(number, fcntl.LOCK_EX | fcntl.LOCK_NB)
                _sweep(folder)


def _sweep(folder: Path) -> None:
    for path in _left(folder):
        path.unlink(missing_ok=True)


def _left(folder: Path) -> Iterator[Path]:
    """Give what is left half written in a folder and in those in it: a meeting's, no file of ours stands deeper."""
    for place in (folder, *(path for path in folder.iterdir() if path.is_dir())):
        with suppress(PermissionError):
            yield from (path for path in place.iterdir() if OURS.fullmatch(path.name))
