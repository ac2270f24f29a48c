"""Workers answer, whatever a call prints or raises; one that can't is killed."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
import worked

from neaspec_docs.write import workers


class Ears:
    """Hears all that is told of calls."""

    def __init__(self) -> None:
        self.heard: list[tuple[object, ...]] = []

    def taken(self, number: int) -> None:
        self.heard.append(("taken", number))

    def given(self, number: int, value: object) -> None:
        self.heard.append(("given", number, value))

    def answered(self, number: int, result: object) -> None:
        self.heard.append(("answered", number, result))


@pytest.fixture(autouse=True)
def known(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let workers find the calls."""
    monkeypatch.setenv(
        "PYTHONPATH", os.pathsep.join([str(Path(worked.__file__).parent), os.environ.get("PYTHONPATH", "")])
    )


@pytest.mark.parametrize("before", ["", "print('a library says this', flush=True)"])
def test_what_is_printed_is_no_answer(before: str) -> None:
    with workers.started(1, before) as crew:
        assert crew.results(worked.twice, [1, 2], Ears()) == [2, 4]


def test_what_a_call_gives_on_its_way_is_heard_before_its_result() -> None:
    ears = Ears()
    with workers.started(1) as crew:
        assert crew.results(worked.count_to, [2, 1], ears) == ["2 given", "1 given"]
    assert ears.heard == [
        ("taken", 0), ("given", 0, 1), ("given", 0, 2), ("answered", 0, "2 given"),
        ("taken", 1), ("given", 1, 1), ("answered", 1, "1 given"),
    ]  # fmt: skip


def test_the_collector_looks_at_what_a_call_makes_alone() -> None:
    with workers.started(1) as crew:
        assert crew.results(worked.collected, [1], Ears()) == [(True, True)]


@pytest.mark.parametrize(
    ("call", "said"),
    [
        (worked.fail_with_two_parts, "TwoPartError: the fault 2"),
        (worked.fail_with_a_lock, "ValueError: the fault"),
        (worked.give_and_fail, "ValueError: after the first"),
        (worked.answer_with_a_lock, "cannot pickle '_thread.lock' object"),
    ],
)
def test_what_a_call_raises_is_told_in_words(call: Callable[[int], object], said: str) -> None:
    with workers.started(1) as crew, pytest.raises(workers.FailedError, match=said) as raised:
        crew.results(call, [1], Ears())
    assert "Traceback" in raised.value.__notes__[0]


def test_a_worker_that_talks_nonsense_is_ended() -> None:
    with workers.started(1) as crew, pytest.raises(workers.EndedError):
        crew.results(worked.answer_nonsense, [1], Ears())
