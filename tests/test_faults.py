"""Whatever befalls a program that writes, each file is whole, and the next call puts all right."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from faults import TRIALS, Count

TIMES = {
    "build, killed": 20,
    "build, stopped": 6,
    "fmt, killed": 4,
    "check --fix, killed": 4,
    "new paper, killed": 4,
    "build, files limited in size": 5,
    "fmt, files limited in size": 3,
    "check --fix, files limited in size": 3,
    "new paper, files limited in size": 3,
    "build, disk full": 3,
    "two builds at once": 3,
}


@pytest.mark.parametrize("trials", TIMES)
def test_nothing_is_lost(trials: str, tmp_path: Path) -> None:
    count = _tried(trials, tmp_path)
    assert count.lost == []
    assert count.trials == TIMES[trials]
    assert count.cut > 0
    if "limited" not in trials and "full" not in trials:  # there is room for all in the last of these
        assert count.cut == count.trials


def _tried(trials: str, folder: Path) -> Count:
    words = [sys.executable, str(Path(__file__).with_name("faults.py")), str(folder), trials, str(TIMES[trials]), "7"]
    done = subprocess.run(words, check=False, capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, done.stderr
    return Count(**json.loads(done.stdout))


def test_every_sort_of_trials_is_made() -> None:
    assert TIMES.keys() == TRIALS.keys()
