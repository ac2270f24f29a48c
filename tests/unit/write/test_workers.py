"""Workers answer, whatever a call prints or raises; one that can't is killed."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
import worked

from neaspec_docs.write import workers


@pytest.fixture(autouse=True)
def known(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let workers find the calls."""
    monkeypatch.setenv(
        "PYTHONPATH", os.pathsep.join([str(Path(worked.__file__).parent), os.environ.get("PYTHONPATH", "")])
    )


@pytest.mark.parametrize("before", ["", "print('a library says this', flush=True)"])
def test_what_is_printed_is_no_answer(before: str) -> None:
    with workers.started(1, before) as crew:
        assert crew.results(worked.twice, [1, 2], lambda _: None, lambda *_: None) == [2, 4]


@pytest.mark.parametrize(
    ("call", "said"),
    [
        (worked.fail_with_two_parts, "TwoPartError: the fault 2"),
        (worked.fail_with_a_lock, "ValueError: the fault"),
        (worked.answer_with_a_lock, "cannot pickle '_thread.lock' object"),
    ],
)
def test_what_a_call_raises_is_told_in_words(call: Callable[[int], object], said: str) -> None:
    with workers.started(1) as crew, pytest.raises(workers.FailedError, match=said) as raised:
        crew.results(call, [1], lambda _: None, lambda *_: None)
    assert "Traceback" in raised.value.__notes__[0]


def test_a_worker_that_talks_nonsense_is_ended() -> None:
    with workers.started(1) as crew, pytest.raises(workers.EndedError):
        crew.results(worked.answer_nonsense, [1], lambda _: None, lambda *_: None)
