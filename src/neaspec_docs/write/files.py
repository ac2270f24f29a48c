"""Bytes by path -> files on disk, each whole or not there at all.

Every file is written beside its place, under a name that is ours, and brought to the disk (fsync). When all are there,
each takes its place: `rename` puts the whole new file where the whole old one was (POSIX.1-2017, rename). Where one of
them is refused, those before it are put back; one that can't be is left under its second name. What is left by a
program that was killed, `lock.held` sweeps away.

A file keeps the mode it had; a new one gets what the umask leaves of 0666. A file made by a build takes the place of a
link, and what the link led to stays as it is; a file of the author's that is a link is refused.
"""

import errno
import fcntl
import os
import re
import signal
import stat
import threading
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from types import FrameType, MappingProxyType

OURS = re.compile(r"\.neaspec-docs-[0-9a-f]{12}\.part")
"""The names of files on their way to their places."""

PLACING = threading.Lock()
"""Held while files are put in their places, or back: who ends the process then parts old from new."""

REFUSED = "the disk refused it"
"""A note on the OSError by which a disk, or who looks after files, refused what was to be written."""

_NONE: Mapping[Path, bytes] = MappingProxyType({})
_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL
_MODE = 0o666  # less the umask


class NotPutBackError(OSError):
    """Files were replaced that could not be put back after a refusal: the old ones are left beside them."""

    def __init__(self, refused: OSError, left: Mapping[Path, Path]) -> None:
        """Say what the disk said first, and under which name what stood at each path is `left`; of none, the path."""
        super().__init__(refused.errno, refused.strerror, refused.filename)
        self.left = left


def save(files: Mapping[Path, bytes], last: Mapping[Path, bytes] = _NONE) -> None:
    """Write what is made, all of it before the first file is put in its place; those in `last` come after the others.

    Raises OSError with the path that is refused; then no file has changed, and nothing half written is left. Where not
    even that is granted, it is NotPutBackError.
    """
    _put((files, last))


def rewrite(files: Mapping[Path, bytes], was: Mapping[Path, bytes], new: Mapping[Path, bytes] = _NONE) -> None:
    """Write files of the author's anew, as `save` does; `new` are files that belong to them and come first.

    `was` is what each file held when it was read. Raises OSError too where one of them is a link, or has changed since.
    """
    with refusing():
        for path in files:
            if path.is_symlink():
                raise OSError(errno.ELOOP, "it is a link to another file", str(path))
    _put((new, files), was)


def _put(groups: Sequence[Mapping[Path, bytes]], was: Mapping[Path, bytes] = _NONE) -> None:
    left: dict[Path, Path] = {}
    with refusing(), _telling(left), ExitStack() as busy, ExitStack() as undo:
        paths = [path for files in groups for path in files]
        for path in paths:
            with _named(path):
                _make_folder(path.parent, undo)
        for folder in dict.fromkeys(path.parent for path in paths):
            busy.enter_context(_occupied(folder))
        written = [[(_beside(path, data, undo), path) for path, data in files.items()] for files in groups]
        after = ExitStack()
        with _undisturbed(), undo:  # what is put back is not disturbed either
            for path, data in was.items():
                if path.read_bytes() != data:
                    raise OSError(errno.ESTALE, "it was changed by someone else meanwhile", str(path))
            for group in written:
                for beside, path in group:
                    _place(beside, path, undo, after, left)
                _settle(path.parent for _, path in group)
            undo.pop_all()
            after.close()


def _beside(path: Path, data: bytes, undo: ExitStack) -> Path:
    """Write a file beside its place, in the mode that it will have, and return where."""
    with _named(path):
        old = _old(path)
        beside = _name(path)
        undo.callback(_discard, beside)
        with os.fdopen(os.open(beside, _NEW, _MODE), "wb") as file:
            if old is not None:
                _give(file.fileno(), old)
                os.fchmod(file.fileno(), stat.S_IMODE(old.st_mode))
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
    return beside


def _give(number: int, old: os.stat_result) -> None:
    """Give a file to whom the old one belongs; where only root may, to its group, for others of it to read and write.

    Raises OSError where not even that may be.
    """
    new = os.fstat(number)
    if (new.st_uid, new.st_gid) == (old.st_uid, old.st_gid):
        return
    try:
        os.fchown(number, old.st_uid, old.st_gid)
    except PermissionError:
        try:
            os.fchown(number, -1, old.st_gid)
        except PermissionError:
            raise OSError(errno.EPERM, "it belongs to a group that you are not in") from None


def _old(path: Path) -> os.stat_result | None:
    """Return what is known of the file that is there; None where there is none, or a link, whose mode says nothing."""
    try:
        old = path.lstat()
    except FileNotFoundError:
        return None
    if path.is_dir():
        raise OSError(errno.EISDIR, os.strerror(errno.EISDIR))
    if stat.S_ISLNK(old.st_mode):
        return None
    if not old.st_mode & stat.S_IWUSR:
        raise OSError(errno.EACCES, "it is read-only")
    return old


def _place(beside: Path, path: Path, undo: ExitStack, after: ExitStack, left: dict[Path, Path]) -> None:
    """Put a file in its place; the old one has a second name until all are there, so that it can be put back.

    Where that is refused, it keeps the second name, and `left` tells.
    """
    kept = _name(path)
    with _named(path):
        there = os.path.lexists(path)
        undo.callback(_put_back, kept if there else path, path, left)
        if there:
            with suppress(OSError):  # a file system that knows no links: what is replaced can't be put back
                os.link(path, kept, follow_symlinks=False)
        beside.replace(path)
        after.callback(_discard, kept)


def _put_back(kept: Path, path: Path, left: dict[Path, Path]) -> None:
    """Put an old file back, or let go its second name where it is in its place still; remove a new one."""
    try:
        if kept == path:
            path.unlink(missing_ok=True)
        elif os.path.lexists(kept):
            if os.path.lexists(path) and os.path.samestat(kept.lstat(), path.lstat()):
                _discard(kept)
            else:
                kept.replace(path)
    except OSError:
        left[path] = kept


@contextmanager
def _telling(left: Mapping[Path, Path]) -> Iterator[None]:
    """Let an OSError of the block tell what is `left` under another name. Raises NotPutBackError."""
    try:
        yield
    except OSError as refused:
        if left:
            raise NotPutBackError(refused, left) from None
        raise


def _name(path: Path) -> Path:
    """Return a name beside a path that no other program takes, however long the path's own is."""
    return path.with_name(f".neaspec-docs-{os.urandom(6).hex()}.part")


def _make_folder(folder: Path, undo: ExitStack) -> None:
    """Make a folder and those above it; none of them is left where nothing comes into it."""
    if folder.is_dir():
        return
    if folder.exists() or folder.is_symlink():
        raise OSError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), str(folder))
    _make_folder(folder.parent, undo)
    folder.mkdir(exist_ok=True)
    undo.callback(remove_empty, folder)
    _settle((folder.parent,))


def _discard(path: Path) -> None:
    """Remove a file of ours; where the disk refuses even that, the next build does."""
    with suppress(OSError):
        path.unlink(missing_ok=True)


def remove_empty(folder: Path) -> None:
    """Remove a folder if nothing is in it."""
    with suppress(OSError):
        folder.rmdir()


def _settle(folders: Iterable[Path]) -> None:
    """Bring the names in folders to the disk, in file systems that can."""
    for folder in dict.fromkeys(folders):
        with suppress(PermissionError), open_folder(folder) as number:
            try:
                os.fsync(number)
            except OSError as refused:
                if refused.errno not in (errno.EINVAL, errno.ENOTSUP):
                    raise


@contextmanager
def refusing() -> Iterator[None]:
    """Let an OSError of the block be known as a refusal to write, by the note REFUSED."""
    try:
        yield
    except OSError as refused:
        refused.add_note(REFUSED)
        raise


@contextmanager
def _occupied(folder: Path) -> Iterator[None]:
    """Let it be known, where the file system can, that files in a folder are on their way to their places.

    Who holds it alone (write/lock.py), as this process itself may, need not be told.
    """
    with ExitStack() as end:
        with suppress(OSError):
            fcntl.flock(end.enter_context(open_folder(folder)), fcntl.LOCK_SH | fcntl.LOCK_NB)
        yield


@contextmanager
def open_folder(folder: Path) -> Iterator[int]:
    """Give a folder as a number to call the system with."""
    number = os.open(folder, os.O_RDONLY)
    try:
        yield number
    finally:
        os.close(number)


@contextmanager
def _named(path: Path) -> Iterator[None]:
    """Let what the disk refuses bear the name of the file that was meant, not that of the one beside it."""
    try:
        yield
    except OSError as refused:
        at_folder = isinstance(refused, NotADirectoryError) and refused.filename is not None
        raise OSError(refused.errno, refused.strerror, refused.filename if at_folder else str(path)) from None


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Let signals wait while files are put in their places: it takes a moment, and one stop would part old from new."""
    if threading.current_thread() is not threading.main_thread():
        with PLACING:
            yield
        return
    come: list[int] = []

    def wait(number: int, _: FrameType | None) -> None:
        come.append(number)

    stops = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
    before = {stop: signal.signal(stop, wait) for stop in stops if callable(signal.getsignal(stop))}
    try:
        with PLACING:
            yield
    finally:
        for stop, handler in before.items():
            signal.signal(stop, handler)
        for first in come[:1]:
            signal.raise_signal(first)
