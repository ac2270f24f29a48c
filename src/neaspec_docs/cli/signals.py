"""A signal to stop, while nothing has begun yet -> the program's end at once, with 128 + signal and a line.

It is the first module that the program imports, and asks for nothing that Python has not read by then: a signal that
comes while the others are imported is heard too. Once there is something to tidy up, stopping.py takes over.
"""

import os
import signal
from types import FrameType

STOPS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)

_STDERR = 2
_STOPPED = b"Stopped: no file is left half written\n"


def end_at_once() -> None:
    """Let a signal end the program from now on; one that was to be ignored (nohup) still is."""
    for number in STOPS:
        if signal.getsignal(number) is not signal.SIG_IGN:
            signal.signal(number, _end)


def say_stopped(before: bytes = b"") -> None:
    """Say that the program was stopped, in a line, and write what comes `before` it."""
    try:  # noqa: SIM105 -- contextlib would be one more module to wait for
        os.write(_STDERR, before + _STOPPED)  # what Python can't write now, it would try again at its end, and exit 120
    except OSError:  # the terminal may be gone
        pass


def _end(number: int, _: FrameType | None) -> None:
    """End the process where it stands: an exception might get lost in an import, and there is nothing to tidy up."""
    say_stopped()
    os._exit(128 + number)
