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
from contextlib import contextmanager, suppress
from types import FrameType

from neaspec_docs.write import files

STOPS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
PATIENCE = 0.6
"""Seconds to tidy up in."""

_STDERR = 2
_SHOW_CURSOR = b"\x1b[?25h"
_STOPPED = b"Stopped: no file is left half written\n"
_LAST_WORD = threading.Lock()
"""Held by the one thread that says that the program was stopped."""


class Stop(BaseException):
    """A signal to stop, by its number."""

    def __init__(self, number: int) -> None:
        """Take the number of the signal."""
        super().__init__(number)
        self.number = number


@contextmanager
def heard(*, last: bool = False) -> Iterator[None]:
    """Let a signal end the program while the block runs; one that was to be ignored (nohup) still is.

    Where the block is the `last` that the program does, no signal is heard after it: nothing is left to be stopped.
    """
    if threading.current_thread() is not threading.main_thread():  # no other may handle signals
        yield
        return
    before = {number: signal.getsignal(number) for number in STOPS}
    mine = [number for number, handler in before.items() if handler is not signal.SIG_IGN]
    come: list[int] = []

    def stop(number: int, _: FrameType | None) -> None:
        for other in STOPS:
            signal.signal(other, signal.SIG_IGN)  # once is enough
        come.append(number)
        raise Stop(number)

    read, write = os.pipe()
    os.set_blocking(write, False)
    ended = threading.Event()
    clock = threading.Thread(target=_end, args=(read, ended), daemon=True)
    told, sys.unraisablehook = sys.unraisablehook, _pass_over(sys.unraisablehook)
    wakeup = signal.set_wakeup_fd(write, warn_on_full_buffer=False)
    for number in mine:
        signal.signal(number, stop)
    clock.start()
    try:
        yield
    except BaseException:
        if not come:
            raise
        with _LAST_WORD:
            ended.set()
            _say(_STOPPED)  # a library may have made another exception of ours
        sys.exit(128 + come[0])
    finally:
        ended.set()
        for number in mine:
            signal.signal(number, signal.SIG_IGN if last else before[number])
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
                    if os.isatty(_STDERR) and os.environ.get("TERM") != "dumb":
                        _say(_SHOW_CURSOR)  # a bar may have hidden it
                    _say(_STOPPED)
                    os._exit(128 + number[0])
            files.PLACING.release()


def _pass_over(tell: Callable[["sys.UnraisableHookArgs"], object]) -> Callable[["sys.UnraisableHookArgs"], object]:
    """Return what tells of exceptions that find no way out, but not of a signal: the clock sees to that."""

    def hook(unraisable: "sys.UnraisableHookArgs") -> None:
        if not isinstance(unraisable.exc_value, Stop):
            tell(unraisable)

    return hook


def _say(words: bytes) -> None:
    with suppress(OSError):  # the terminal may be gone
        os.write(_STDERR, words)  # what Python can't write now, it would try again at its end, and exit with 120
