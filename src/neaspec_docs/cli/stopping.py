"""A signal to stop -> the program stops within a second: it tidies up, says so, and exits with 128 + signal.

The signal is raised as an exception, so that temporary files go and workers are ended on the way out. It finds no way
out while a library computes in C, or where Python lets none out (a finalizer, the callback of a weak reference); then,
after a moment, the process is ended where it stands: its children end with it (write/workers.py), and the next build
sweeps up (write/lock.py).
"""

import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType
from typing import TypeVar

from neaspec_docs.cli.signals import STOPS, say_stopped
from neaspec_docs.write import files

Result = TypeVar("Result")

PATIENCE = 0.6
"""Seconds to tidy up in."""

_STDERR = 2
_SHOW_CURSOR = b"\x1b[?25h"
_DONE = 0
"""No signal's number: the work came to its end before one did."""
_LAST_WORD = threading.Lock()
"""Held by the one thread that says that the program was stopped."""


class Stop(BaseException):
    """A signal to stop, by its number."""

    def __init__(self, number: int) -> None:
        """Take the number of the signal."""
        super().__init__(number)
        self.number = number


def heard(work: Callable[[], Result], *, last: bool = False) -> Result:
    """Do some work, and return its result; a signal ends it and the program. One that was to be ignored still is.

    Where the work is the `last` that the program does, no signal is heard after it: nothing is left to be stopped. It
    is no context manager, for a signal between its own code and the block would be raised where nobody waits for it.
    """
    if threading.current_thread() is not threading.main_thread():  # no other may handle signals
        return work()
    before = {number: signal.getsignal(number) for number in STOPS}
    mine = [number for number, handler in before.items() if handler is not signal.SIG_IGN]
    come: list[int] = []

    def stop(number: int, _: FrameType | None) -> None:
        if not come:  # once is enough
            come.append(number)
            raise Stop(number)

    with _clock(come):
        try:
            try:
                for number in mine:
                    signal.signal(number, stop)
                result = work()
            finally:
                come.append(_DONE)  # nothing is raised from here on
        except BaseException:
            if come[0] == _DONE:
                raise
        finally:
            for number in mine:
                signal.signal(number, signal.SIG_IGN if last else before[number])
        if come[0] == _DONE:
            return result
    say_stopped()  # a library may have made another exception of ours, or lost it
    sys.exit(128 + come[0])


@contextmanager
def _clock(come: list[int]) -> Iterator[None]:
    """End the process some time after a signal, unless the block has come to its end by then.

    While it runs, an exception that found no way out is told of as ever, but none once a signal has `come`.
    """
    read, write = os.pipe()
    os.set_blocking(write, False)
    ended = threading.Event()
    clock = threading.Thread(target=_end, args=(read, ended), daemon=True)
    clock.start()
    told, sys.unraisablehook = sys.unraisablehook, _pass_over(sys.unraisablehook, come)
    wakeup = signal.set_wakeup_fd(write, warn_on_full_buffer=False)
    try:
        yield
    finally:
        with _LAST_WORD:
            ended.set()
        signal.set_wakeup_fd(wakeup)
        sys.unraisablehook = told
        os.close(write)
        clock.join()
        os.close(read)


def _end(read: int, ended: threading.Event) -> None:
    """Wait for a signal, and then for the end; where that does not come, end the process."""
    while number := os.read(read, 1):
        while number[0] in STOPS and not ended.wait(PATIENCE):
            if not files.PLACING.acquire(blocking=False):  # it takes a moment, and is not to be parted
                continue
            with _LAST_WORD:
                if not ended.is_set():
                    bar = os.isatty(_STDERR) and os.environ.get("TERM") != "dumb"
                    say_stopped(_SHOW_CURSOR if bar else b"")  # a bar may have hidden it
                    os._exit(128 + number[0])
            files.PLACING.release()


def _pass_over(
    tell: Callable[["sys.UnraisableHookArgs"], object], come: list[int]
) -> Callable[["sys.UnraisableHookArgs"], object]:
    """Return what tells of exceptions that find no way out, until a signal has `come`: then they are of its making."""

    def hook(unraisable: "sys.UnraisableHookArgs") -> None:
        if not come:
            tell(unraisable)

    return hook
