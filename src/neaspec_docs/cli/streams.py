"""The standard streams as they come, closed, piped to nobody, on a full disk -> ones that all can be said on.

So no verb is held up half way by what it says. Its files are written; then the exit code tells that a reader had gone
away, as SIGPIPE would, or that the standard output can't be written.
"""

import io
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from select import select
from signal import SIGPIPE
from typing import TYPE_CHECKING, TextIO

from neaspec_docs.cli.session import CALL_IS_WRONG, CONTENT_HAS_ERRORS

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer

READER_IS_GONE = 128 + SIGPIPE


class _Raw(io.FileIO):
    """What a stream writes to. Where that fails the reason is kept, and all that comes after it is let go."""

    refused: OSError | None = None

    def write(self, data: "ReadableBuffer", /) -> int:
        """Write as much as there is room for, and wait for room where the stream would not."""
        while self.refused is None:
            try:
                written: int | None = super().write(data)  # None is that it would have to wait (io.RawIOBase)
                if written is not None:
                    return written
                select([], [self], [])
            except OSError as refused:
                self.refused = refused
        return memoryview(data).nbytes


def open_closed() -> None:
    """Open the standard streams that are closed, on nothing: no file of ours, nor a child's, may get their numbers.

    It is called before anything else is opened, for a file gets the lowest number that is free.
    """
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            number = os.open(os.devnull, os.O_RDWR)
            os.set_inheritable(number, True)  # noqa: FBT003 -- it takes no name
            opened = os.fdopen(number, mode, encoding="utf-8")
            setattr(sys, name, opened)
            setattr(sys, f"__{name}__", opened)


@contextmanager
def spoken() -> Iterator[None]:
    """Let all be said while the block runs, and exit at its end where the standard output could not be written.

    What can't be said on the standard error has no other place, and is not said. Streams that are not the program's
    own, as in a test, stay as they are.
    """
    before = sys.stdout, sys.stderr
    if sys.stdout is not sys.__stdout__ or sys.stderr is not sys.__stderr__:
        yield
        return
    out, err = (_Raw(stream.fileno(), "w", closefd=False) for stream in before)
    sys.stdout, sys.stderr = _text(out, before[0]), _text(err, before[1])
    try:
        yield
    except SystemExit as end:
        if end.code in (None, 0, CONTENT_HAS_ERRORS):
            _end(out)
        raise
    else:
        _end(out)
    finally:
        sys.stderr.flush()
        sys.stdout, sys.stderr = before


def _text(raw: _Raw, like: TextIO) -> TextIO:
    return io.TextIOWrapper(
        io.BufferedWriter(raw), encoding=like.encoding, errors=like.errors, line_buffering=bool(like.line_buffering)
    )


def _end(out: _Raw) -> None:
    """Exit where the standard output could not be written; a reader who went away early knows."""
    with suppress(ValueError):  # who closed it has seen to that
        sys.stdout.flush()
    if isinstance(out.refused, BrokenPipeError):
        sys.exit(READER_IS_GONE)
    if out.refused is not None:
        why = (out.refused.strerror or str(out.refused)).lower()
        print(f"Error: the standard output can't be written: {why}", file=sys.stderr)  # noqa: T201 -- as click's echo
        sys.exit(CALL_IS_WRONG)
