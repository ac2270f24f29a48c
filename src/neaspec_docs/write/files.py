"""Bytes by path -> files on disk, each whole or not there at all."""

import errno
import os
import stat
from collections.abc import Mapping
from contextlib import ExitStack
from errno import EISDIR
from pathlib import Path
from tempfile import NamedTemporaryFile

_MODE = 0o644


def save(files: Mapping[Path, bytes]) -> None:
    """Write every file beside its place, and only when all are written put each in its place.

    Raises OSError where the disk refuses; then no file has changed and nothing half written is left.
    """
    _put(files, dict.fromkeys(files, _MODE))


def rewrite(files: Mapping[Path, bytes]) -> None:
    """Write files anew that are there already, as `save` does; who may read and write each stays as it is.

    Raises OSError too where one of them is a link or may not be written.
    """
    modes = {}
    for path in files:
        mode = path.lstat().st_mode
        if stat.S_ISLNK(mode):
            raise OSError(errno.ELOOP, "it is a link to another file", str(path))
        if not mode & stat.S_IWUSR:
            raise OSError(errno.EACCES, "it is read-only", str(path))
        modes[path] = stat.S_IMODE(mode)
    _put(files, modes)


def _put(files: Mapping[Path, bytes], modes: Mapping[Path, int]) -> None:
    with ExitStack() as undo:
        written: list[tuple[Path, Path]] = []
        for path, data in files.items():
            if path.is_dir():
                raise IsADirectoryError(EISDIR, os.strerror(EISDIR), str(path))
            path.parent.mkdir(parents=True, exist_ok=True)
            with NamedTemporaryFile(dir=path.parent, prefix=f".{path.name}.", delete=False) as beside:
                undo.callback(Path(beside.name).unlink, missing_ok=True)
                beside.write(data)
                beside.flush()
                os.fsync(beside.fileno())
            written.append((Path(beside.name), path))
        for beside_path, path in written:
            beside_path.chmod(modes[path])
            beside_path.replace(path)
