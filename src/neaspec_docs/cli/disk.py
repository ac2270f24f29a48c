"""A folder to write into -> held while that is done; what the disk refuses -> what may help, and exit code 2."""

import errno
import os
import re
import stat
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import click

from neaspec_docs.cli.session import CALL_IS_WRONG

_FULL = "make room on the disk"
_CLOSED = "ask for the right to write there"
_CURES: Mapping[int, str] = {
    errno.ENOSPC: _FULL,
    errno.EDQUOT: "make room: your share of the disk is used up",
    errno.EFBIG: "raise the limit on the size of a file (`ulimit -f`)",
    errno.EACCES: _CLOSED,
    errno.EPERM: _CLOSED,
    errno.EROFS: "the disk can only be read: connect it so that it can be written",
    errno.EISDIR: "a folder has the name of the file: move it away, or give it another name",
    errno.ENOTDIR: "a file has the name of a folder: move it away, or give it another name",
    errno.ENAMETOOLONG: "the path is too long: work in a folder nearer to the top",
    errno.EBUSY: "close it where it is open",
    errno.ETXTBSY: "close it where it is open",
    errno.ELOOP: "put the file itself there, in place of the link",
    errno.ESTALE: "look what changed, and call again",
    errno.ENOENT: "someone removed its folder meanwhile: call again",
    errno.EIO: "the disk is damaged, or was taken out: look after it, and call again",
    errno.EMFILE: "close other programs, or raise the limit on open files (`ulimit -n`)",
}
_NUMBER = re.compile(r"\[Errno (\d+)\] [^:]*(?:: '[^']*' -> '([^']*)')?")
_OTHERWISE = "mend that, and call again"
_NO_TEMPORARY = "make room in one of these folders, or name another in the variable TMPDIR"
_READ_ONLY = "if you mean it, allow it to be written (`chmod u+w`)"


@contextmanager
def writing_below(folder: Path, *, elsewhere: bool = False) -> Iterator[None]:
    """Hold a folder while the block writes below it; where the disk refuses, say so on the standard error and exit.

    What a library says of a file that it reads is no refusal to write, and goes on as it is.

    `elsewhere`: the call can name another folder.
    """
    from neaspec_docs.write import files, lock

    try:
        with lock.held(folder, _wait):
            yield
    except OSError as said:
        if files.REFUSED not in getattr(said, "__notes__", ()):
            raise
        refused = _one(said)
        path = Path(refused.filename or folder)
        cure = _cure(refused, path)
        other = ", or write elsewhere, with `--out`" if elsewhere else ""
        click.echo(f"Error: {path} can't be written: {_short(refused)}", err=True)
        click.echo(f"  = help: {cure}{other}; {_state(said)}", err=True)
        sys.exit(CALL_IS_WRONG)


def _state(refused: OSError) -> str:
    """Say what has become of the files: as a rule nothing."""
    from neaspec_docs.write.files import NotPutBackError

    if not isinstance(refused, NotPutBackError):
        return "no file has changed"
    olds = [f"the old {path} is now {kept}" for path, kept in refused.left.items() if kept != path]
    news = [f"{path} is new" for path, kept in refused.left.items() if kept == path]
    return f"{', '.join((*olds, *news))}" + (": give it its name back before you call again" if olds else "")


def _one(refused: OSError) -> OSError:
    """Return what the disk said first, where a whole folder was to be copied (shutil.Error)."""
    if refused.errno is not None or not (found := _NUMBER.search(str(refused))):
        return refused
    return OSError(int(found[1]), os.strerror(int(found[1])), found[2])


def _wait() -> None:
    click.echo("waiting for another neaspec-docs that writes into the same folder", err=True)


def _short(refused: OSError) -> str:
    """Return what happened, in the words of the system, as our own begin: with a small letter."""
    said = refused.strerror or str(refused)
    return said[:1].lower() + said[1:]


def _cure(refused: OSError, path: Path) -> str:
    if refused.errno == errno.EACCES and path.is_file() and not path.stat().st_mode & stat.S_IWUSR:
        return _READ_ONLY
    if refused.errno == errno.ENOENT and refused.filename is None:  # as tempfile says it
        return _NO_TEMPORARY
    return _CURES.get(refused.errno or 0, _OTHERWISE)
