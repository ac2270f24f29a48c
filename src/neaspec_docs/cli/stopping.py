"""A signal to stop -> the program stops within a second: it tidies up, says so, and exits with 128 + signal.

The signal is raised as an exception, so that temporary files go and workers are ended on the way out. It finds no way
out while a library computes in C; then, after a moment, the process is ended where it stands: its children end with it
(write/workers.py), and the next build sweeps up (write/lock.py).
"""

import os
import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from types import FrameType

from neaspec_docs.write import files

STOPS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
PATIENCE = 0.6
"""Seconds to tidy up in."""

_SHOW_CURSOR = "\x1b[?25h"


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
    wakeup = signal.set_wakeup_fd(write, warn_on_full_buffer=False)
    for number in mine:
        signal.signal(number, stop)
    clock.start()
    try:
        yield
    except BaseException:
        if not come:
            raise
        _say()  # a library may have made another exception of ours
        sys.exit(128 + come[0])
    finally:
        ended.set()
        for number in mine:
            signal.signal(number, signal.SIG_IGN if last else before[number])
        signal.set_wakeup_fd(wakeup)
        os.close(write)
        clock.join()
        os.close(read)


def _end(read: int, ended: threading.Event) -> None:
    """Wait for a signal, and then for the end; where that does not come, end the process."""
    while number := os.read(read, 1):
        while number[0] in STOPS and not ended.wait(PATIENCE):
            if not files.PLACING.acquire(blocking=False):  # it takes a moment, and is not to be parted
                continue
            if sys.stderr.isatty() and os.environ.get("TERM") != "dumb":
                with suppress(OSError):
                    sys.stderr.write(_SHOW_CURSOR)  # a bar may have hidden it
            _say()
            os._exit(128 + number[0])


def _say() -> None:
    with suppress(OSError):  # the terminal may be gone
        print("Stopped: no file is left half written", file=sys.stderr, flush=True)  # noqa: T201 -- click takes its time
