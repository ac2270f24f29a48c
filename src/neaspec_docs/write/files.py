"""Bytes by path -> files on disk, each whole or not there at all."""

import os
from collections.abc import Mapping
from contextlib import ExitStack
from errno import EISDIR
from pathlib import Path
from tempfile import NamedTemporaryFile


def save(files: Mapping[Path, bytes]) -> None:
    """Write every file beside its place, and only when all are written put each in its place.

    Raises OSError where the disk refuses; then no file has changed and nothing half written is left.
    """
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
            beside_path.chmod(0o644)
            beside_path.replace(path)
