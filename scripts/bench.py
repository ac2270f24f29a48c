"""How quickly the command line answers: whole processes, in turn, medians of several runs.

`make bench` runs it. Quote the ratios: single times differ from machine to machine and from minute to minute.
"""

import statistics
import subprocess
import sys
import time
from pathlib import Path

RUNS = 15
BIN = Path(sys.executable).parent
PROGRAM = str(BIN / "neaspec-docs")

PAIRS = (
    ("neaspec-docs --help", [PROGRAM, "--help"], 'python -c "import click"', [sys.executable, "-c", "import click"]),
    (
        "neaspec-docs list",
        [PROGRAM, "list"],
        'python -c "import yaml, click"',
        [sys.executable, "-c", "import yaml, click"],
    ),
)
"""What is measured beside what: our call, and the least that such a call can cost."""


def main() -> None:
    """Print a row a pair: the medians of both in milliseconds, and the median of their ratios."""
    print(f"{'call':<24}{'ms':>8}   {'beside':<34}{'ms':>8}{'ratio':>8}")
    for name, call, beside_name, beside in PAIRS:
        ours, theirs, ratios = [], [], []
        for run in range(RUNS + 1):
            one, other = _seconds(call), _seconds(beside)
            if run:  # the first warms the caches
                ours.append(one)
                theirs.append(other)
                ratios.append(one / other)
        print(
            f"{name:<24}{1000 * statistics.median(ours):>8.0f}   {beside_name:<34}"
            f"{1000 * statistics.median(theirs):>8.0f}{statistics.median(ratios):>8.2f}"
        )


def _seconds(call: list[str]) -> float:
    started = time.perf_counter()
    subprocess.run(call, check=True, stdout=subprocess.DEVNULL, cwd=Path(__file__).parents[1])
    return time.perf_counter() - started


if __name__ == "__main__":
    main()
