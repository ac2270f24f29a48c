"""Builds and other calls that write are killed, run out of disk, and race -> a table of what came of it.

`make faults` runs it, 200 times each. Exit status 1: something was lost.
"""

import argparse
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "tests"))  # what befalls a program, the tests know

import faults  # noqa: E402

TIMES = 200
SEED = 1


def main() -> None:
    """Make the trials, and print a table in Markdown as they end."""
    about = argparse.ArgumentParser(description="See what is left when calls that write are cut short.")
    about.add_argument("--times", type=int, default=TIMES, help="how many trials of each sort (default: %(default)s)")
    about.add_argument("--seed", type=int, default=SEED, help="what to draw the moments by (default: %(default)s)")
    order = about.parse_args()
    print("| what befell | trials | cut short | old beside new | left over | lost |")
    print("| --- | --- | --- | --- | --- | --- |")
    lost: list[str] = []
    for name, trials in faults.TRIALS.items():
        with TemporaryDirectory(prefix="neaspec-docs-faults-") as folder:
            count = trials(Path(folder), order.times, order.seed)
        found = (count.trials, count.cut, count.mixed, count.left_over, len(count.lost))
        print(f"| {name} | {' | '.join(map(str, found))} |", flush=True)
        lost += [f"{name}: {one}" for one in count.lost]
    if lost:
        sys.exit("\n".join(["", *lost]))


if __name__ == "__main__":
    main()
