"""Calls of one function -> their results, made side by side by processes that never outlive this one.

A worker is this Python in a process of its own, which gets a call by its standard input and answers by its standard
output. It is killed when it is not needed any more, and when this process ends (write/bound.py); signals that stop a
program are left to this one.
"""

import os
import pickle
import signal
import subprocess
import sys
import threading
import traceback
from collections import deque
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from enum import Enum, auto
from queue import SimpleQueue
from typing import IO, Any, Generic, Protocol, TypeAlias, TypeVar, assert_never, cast

from neaspec_docs import collector
from neaspec_docs.write import bound

Given = TypeVar("Given")
Result = TypeVar("Result")
Result_contra = TypeVar("Result_contra", contravariant=True)

_BEGIN = (
    f"{bound.PROGRAM}from neaspec_docs import collector; collector.rest(); "
    "from neaspec_docs.write.workers import aside, serve; "
)
_STOPS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


class _Kind(Enum):
    """What an answer is: given on the way, the result, or what was raised."""

    GIVEN = auto()
    DONE = auto()
    FAILED = auto()


class FailedError(Exception):
    """A call raised an exception in its worker; the message is what it was, and a note tells where."""


class EndedError(Exception):
    """A worker ended before it answered: `number` is its call's, `code` what it ended with (below 0: a signal)."""

    def __init__(self, number: int, code: int) -> None:
        """Take the number of the call and the code of the end."""
        super().__init__(f"the worker of call {number} ended with {code}")
        self.number = number
        self.code = code


@dataclass(frozen=True, slots=True)
class _Taken:
    number: int


@dataclass(frozen=True, slots=True)
class _Given:
    number: int
    value: Any


@dataclass(frozen=True, slots=True)
class _Answered(Generic[Result]):
    number: int
    result: Result


@dataclass(frozen=True, slots=True)
class _Failed:
    error: Exception


_Told: TypeAlias = _Taken | _Given | _Answered[Result] | _Failed


class Heard(Protocol[Result_contra]):
    """Who is told what becomes of calls, each by its number."""

    def taken(self, number: int) -> None:
        """Hear that a call has begun."""

    def given(self, number: int, value: Any) -> None:  # noqa: ANN401 -- what it is, the call knows
        """Hear what a call gives on its way."""

    def answered(self, number: int, result: Result_contra) -> None:
        """Hear that a call is done."""


class Crew:
    """Workers that are there to be called, for the calls of one batch."""

    def __init__(self, workers: Sequence["subprocess.Popen[bytes]"]) -> None:
        """Take the workers."""
        self._workers = workers

    def __len__(self) -> int:
        """Count them."""
        return len(self._workers)

    def results(
        self,
        call: Callable[[Given], Result | Generator[Any, None, Result]],
        given: Sequence[Given],
        hear: Heard[Result],
    ) -> list[Result]:
        """Return what `call` makes of each one given, in order; it is a function that pickle can name.

        It may be a generator. What it gives before it returns, and when it begins and is done, is heard here. Raises
        FailedError where a call raises an exception, and EndedError.
        """
        told: SimpleQueue[_Told[Result]] = SimpleQueue()
        left = deque(enumerate(given))
        found: dict[int, Result] = {}
        called = self._workers[: len(given)]
        threads = [threading.Thread(target=_attend, args=(one, call, left, told), daemon=True) for one in called]
        try:
            for thread in threads:
                thread.start()
            while len(found) < len(given):
                match told.get():
                    case _Taken(number):
                        hear.taken(number)
                    case _Given(number, value):
                        hear.given(number, value)
                    case _Answered(number, result):
                        found[number] = result
                        hear.answered(number, result)
                    case _Failed(error):
                        raise error
                    case never:
                        assert_never(never)
        finally:  # a signal may have come while they were started
            for worker in called:
                worker.kill()
            for thread in threads:
                if thread.is_alive():
                    thread.join()
        return [found[number] for number in range(len(given))]


@contextmanager
def started(number: int, before: str = "") -> Iterator[Crew]:
    """Give so many workers, and see them end; each runs the program `before` first, while nobody waits for it."""
    with ExitStack() as end:
        yield Crew([end.enter_context(_worker(before)) for _ in range(number)])


@contextmanager
def _worker(before: str) -> Iterator["subprocess.Popen[bytes]"]:
    """Start a worker, which does not hear of signals that stop programs, and see it end."""
    program = f"{_BEGIN}answers = aside(); {before or 'pass'}; serve(answers)"
    mask = signal.pthread_sigmask(signal.SIG_BLOCK, _STOPS)
    try:
        worker = subprocess.Popen(  # noqa: S603 -- this very Python
            [sys.executable, "-P", "-c", program, *bound.words()], stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, mask)
    try:
        yield worker
    finally:
        worker.kill()
        with suppress(BrokenPipeError):
            cast("IO[bytes]", worker.stdin).close()
        cast("IO[bytes]", worker.stdout).close()
        worker.wait()


def _attend(
    worker: "subprocess.Popen[bytes]",
    call: Callable[[Given], Result | Generator[Any, None, Result]],
    left: deque[tuple[int, Given]],
    told: "SimpleQueue[_Told[Result]]",
) -> None:
    """Hand a worker one call after another, until none is left."""
    to, back = cast("IO[bytes]", worker.stdin), cast("IO[bytes]", worker.stdout)
    while left:
        try:
            number, one = left.popleft()
        except IndexError:  # another worker was quicker
            return
        told.put(_Taken(number))
        try:
            asked = pickle.dumps((call, one))
        except Exception as error:  # noqa: BLE001 -- it is raised where the results are waited for
            told.put(_Failed(error))
            return
        try:
            to.write(asked)
            to.flush()
            kind, value = pickle.load(back)  # noqa: S301 -- our own worker wrote it
            while kind is _Kind.GIVEN:
                told.put(_Given(number, value))
                kind, value = pickle.load(back)  # noqa: S301 -- as above
        except (EOFError, BrokenPipeError):
            told.put(_Failed(EndedError(number, worker.wait())))
            return
        except Exception:  # noqa: BLE001 -- no answer, whatever it is: nothing is to be had from this worker any more
            worker.kill()
            told.put(_Failed(EndedError(number, worker.wait())))
            return
        told.put(_Answered(number, value) if kind is _Kind.DONE else _Failed(_failed(*value)))


def _failed(what: str, where: str) -> FailedError:
    error = FailedError(what)
    error.add_note(where)
    return error


def aside() -> IO[bytes]:
    """Return where answers go, which is the standard output; what a library prints from now on goes where errors do."""
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    return answers


def serve(answers: IO[bytes]) -> None:
    """Answer calls until there is none."""
    collector.go_on()
    while True:
        try:
            call, given = pickle.load(sys.stdin.buffer)  # noqa: S301 -- the process that started us wrote it
        except EOFError:
            return
        for answer in _answers(call, given):
            answers.write(answer)
            answers.flush()


def _answers(call: Callable[[Any], object], given: object) -> Iterator[bytes]:
    """Give what a call gives, then its result, or what it raised, in words: not all of that can be pickled."""
    try:
        result = call(given)
        while isinstance(result, Generator):
            try:
                yield pickle.dumps((_Kind.GIVEN, next(result)))
            except StopIteration as end:
                result = end.value
        yield pickle.dumps((_Kind.DONE, result))
    except Exception as error:  # noqa: BLE001 -- it is told in the process that waits
        what = traceback.format_exception_only(error)[-1].strip()
        yield pickle.dumps((_Kind.FAILED, (what, traceback.format_exc())))
