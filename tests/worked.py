"""Calls for workers: each does what a library may do in one."""

import gc
import os
import threading
from collections.abc import Generator, Iterator


class TwoPartError(Exception):
    """An exception that pickle can't make again."""

    def __init__(self, what: str, number: int) -> None:
        super().__init__(f"{what} {number}")


def twice(number: int) -> int:
    print("a library says this")  # noqa: T201 -- it is what is tried
    return number * 2


def count_to(number: int) -> Generator[int, None, str]:
    yield from range(1, number + 1)
    return f"{number} given"


def give_and_fail(_: int) -> Iterator[int]:
    yield 1
    raise ValueError("after the first")


def fail_with_two_parts(_: int) -> None:
    raise TwoPartError("the fault", 2)


def fail_with_a_lock(_: int) -> None:
    error = ValueError("the fault")
    error.__dict__["lock"] = threading.Lock()
    raise error


def answer_with_a_lock(_: int) -> object:
    return threading.Lock()


def answer_nonsense(_: int) -> None:
    """Write what is no answer where answers go: to the first file that was opened besides the three."""
    for number in range(3, 20):
        try:
            os.write(number, b"no answer at all\n")
        except OSError:
            continue


def collected(_: int) -> tuple[bool, bool]:
    """Return whether the collector runs, and whether what was imported before is left aside."""
    return gc.isenabled(), gc.get_freeze_count() > 1000
