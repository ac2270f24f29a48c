"""A folder -> the same, with nobody else of this program writing below it, and free of what a killed one left there.

The lock is the kernel's, on the folder itself (flock(2)): it leaves no file behind, and ends with the process that
holds it, however that ends. Where a file system knows no such locks, as some on a network, nobody waits, and nothing is
swept away: it may be what another is writing.
"""

import errno
import fcntl
import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

from neaspec_docs.write.files import OURS, open_folder, refusing, remove_empty

_WITHOUT = (errno.ENOLCK, errno.EBADF, errno.ENOSYS, errno.ENOTSUP, errno.EINVAL)
"""What file systems say that know no locks, or none on folders."""

_TRIES = 100
"""How often a folder that another removes is made anew; of one that can't be made (/proc) the system says the same."""


@contextmanager
def held(folder: Path, wait: Callable[[], None]) -> Iterator[None]:
    """Hold a folder while the block runs; where another process does, call `wait` and wait until it is free.

    A folder that is not there is made, and removed at the end if it is empty. Raises OSError where it can't be made.
    """
    with ExitStack() as end:
        with refusing():
            if _taken(folder, wait, end):
                _sweep(folder)
        yield


def _taken(folder: Path, wait: Callable[[], None], end: ExitStack) -> bool:
    """Open a folder until `end`, and say whether it is locked; again where another has removed it meanwhile."""
    for _ in range(_TRIES):
        with suppress(FileNotFoundError), ExitStack() as opened, ExitStack() as made:
            _make(folder, made)
            number = opened.enter_context(open_folder(folder))
            locked = _lock(number, lambda: _give_up(made, wait))
            if os.path.samestat(os.fstat(number), folder.stat()):
                end.push(opened.pop_all())
                end.push(made.pop_all())  # what is empty is removed before the lock is let go
                return locked
            made.pop_all()
    raise OSError(errno.ENOTSUP, "no folder can be made there", str(folder))


def _give_up(made: ExitStack, wait: Callable[[], None]) -> None:
    """Wait for another, whose folder it is now, even if this process made it."""
    made.pop_all()
    wait()


def _make(folder: Path, made: ExitStack) -> None:
    """Make a folder and those above it that are missing; `made` removes them where they are empty."""
    for missing in [above for above in (folder, *folder.parents) if not above.exists()][::-1]:
        if missing.is_symlink():
            raise OSError(errno.ENOTDIR, "it is a link that leads nowhere", str(missing))
        missing.mkdir(exist_ok=True)
        made.callback(remove_empty, missing)
    if not folder.is_dir():
        raise OSError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), str(folder))


def _lock(number: int, wait: Callable[[], None]) -> bool:
    """Lock a folder, and say whether its file system knows locks."""
    try:
        try:
            fcntl.flock(number, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            wait()
            fcntl.flock(number, fcntl.LOCK_EX)
    except OSError as refused:
        if refused.errno not in _WITHOUT:
            raise
        return False
    return True


def tidy(folder: Path) -> None:
    """Remove what a killed program left half written below a folder, unless another is writing there now."""
    with suppress(OSError):
        if any(_left(folder)):
            with open_folder(folder) as number:
                fcntl.flock(number, fcntl.LOCK_EX | fcntl.LOCK_NB)
                _sweep(folder)


def _sweep(folder: Path) -> None:
    """Remove what is left in a folder that is locked, and in those in it into which nobody is writing."""
    for path in _left(folder):
        with suppress(BlockingIOError), ExitStack() as end:
            if path.parent != folder:
                fcntl.flock(end.enter_context(open_folder(path.parent)), fcntl.LOCK_EX | fcntl.LOCK_NB)
            path.unlink(missing_ok=True)


def _left(folder: Path) -> Iterator[Path]:
    """Give what is left half written in a folder and in those in it: a meeting's, no file of ours stands deeper."""
    for place in (folder, *(path for path in folder.iterdir() if path.is_dir() and not path.is_symlink())):
        with suppress(PermissionError):
            yield from (path for path in place.iterdir() if OURS.fullmatch(path.name))
