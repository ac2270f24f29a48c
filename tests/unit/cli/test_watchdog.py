"""Who hears no signal is ended where it stands, but not between the old files and the new ones."""

import os
import signal
import threading

import pytest

from neaspec_docs.cli import stopping
from neaspec_docs.write import files


class Ended(threading.Event):
    """An end that comes when it has been waited for so many times."""

    def __init__(self, after: int) -> None:
        super().__init__()
        self.waits, self._after = 0, after

    def wait(self, timeout: float | None = None) -> bool:
        assert timeout == stopping.PATIENCE
        self.waits += 1
        return self.waits > self._after or self.is_set()


class ExitError(Exception):
    """The process would have ended."""


@pytest.fixture
def hear(monkeypatch: pytest.MonkeyPatch) -> int:
    """Return where a signal is heard; who would end the process raises ExitError."""

    def leave(code: int) -> None:
        raise ExitError(code)

    monkeypatch.setattr(os, "_exit", leave)
    monkeypatch.setattr(files, "PLACING", threading.Lock())
    read, write = os.pipe()
    os.write(write, bytes([signal.SIGINT]))
    os.close(write)
    return read


def test_one_that_computes_is_ended(hear: int) -> None:
    with pytest.raises(ExitError, match="130"):
        stopping._end(hear, Ended(after=3))


def test_one_that_puts_files_in_their_places_is_waited_for(hear: int) -> None:
    ended = Ended(after=3)
    with files.PLACING:
        stopping._end(hear, ended)
    assert ended.waits == 4


def test_an_end_that_is_being_told_is_not_told_again(hear: int, capfd: pytest.CaptureFixture[str]) -> None:
    class ToldMeanwhile(Ended):
        def wait(self, timeout: float | None = None) -> bool:
            over = super().wait(timeout)
            self.set()
            return over

    stopping._end(hear, ToldMeanwhile(after=3))
    assert capfd.readouterr().err == ""
    assert not files.PLACING.locked()
