"""What the fuzz says of a number is of that number: each line is given as it comes, and an end without one is told."""

import os
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

sys.path.append(str(Path(__file__).parents[2]))  # scripts/ is in no package

from scripts import fuzz


@pytest.fixture
def pipe() -> Iterator[tuple[int, int]]:
    """Return both ends of a pipe; who closes the second has said all."""
    read, write = os.pipe()
    yield read, write
    os.close(read)


def test_two_lines_that_come_at_once_are_two_lines_at_once(pipe: tuple[int, int]) -> None:
    read, write = pipe
    os.write(write, b"built\nrefused\nfault: ")
    said = fuzz.lines(read)
    assert [next(said), next(said)] == ["built", "refused"]
    os.write(write, b"ValueError\n")
    os.close(write)
    assert [*said] == ["fault: ValueError", "crash"]


def test_a_program_that_says_nothing_hangs_at_the_number_after_the_last(
    pipe: tuple[int, int], capsys: pytest.CaptureFixture[str]
) -> None:
    read, write = pipe
    os.write(write, b"built\nrefused\n")
    came, found = Counter[str](), list[str]()
    assert fuzz._follow(fuzz.lines(read, patience=0), 40, float("inf"), came, found) == 43
    os.close(write)
    assert capsys.readouterr().out == "42: hang\n"
    assert (came, found) == ({"built": 1, "refused": 1, "hang": 1}, ["hang"])


def test_no_number_is_begun_when_time_is_over(pipe: tuple[int, int]) -> None:
    read, write = pipe
    os.write(write, b"built\nrefused\n")
    assert fuzz._follow(fuzz.lines(read, patience=0), 40, 0, Counter(), []) == 41
    os.close(write)
