"""Work that may have no end -> an exception when it has taken longer than anybody waits.

WeasyPrint tries out columns and grids until they fit, those within others once for each try: a line in a style sheet
of a project's own can keep it busy for days.
"""

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

LEAST = 120.0
"""Seconds that any paper has."""

FOR_A_WORD = 0.02
"""Seconds that a paper has for each of its words: some ten times what they take on a slow computer."""


class TooLongError(Exception):
    """What was done took too long."""


@contextmanager
def patience(seconds: float) -> Iterator[None]:
    """Raise TooLongError in what is done meanwhile, after some seconds.

    Only where the system has timers (POSIX), and in a thread that they reach: elsewhere nothing is raised.
    """
    if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield
        return

    def stop(_number: int, _frame: FrameType | None) -> None:
        raise TooLongError(f"it was not done after {seconds:.0f} seconds")

    before = signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, seconds, 1)  # and again: an exception in a callback of Pango is lost
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
