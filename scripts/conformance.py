"""All that the project makes, and papers that nobody wrote, before every checker: a table, and what failed.

`make conformance` runs it. Files, and the content of generated papers, stay in build/conformance. Exit status 1: a
checker found something.
"""

import argparse
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "tests"))  # what is checked, and by what, the tests know

import conformance  # noqa: E402
import generated  # noqa: E402

GENERATED = 40
SEED = 1


def main() -> None:
    """Build, check, and print a table in Markdown."""
    about = argparse.ArgumentParser(description="Check all files that the project makes with checkers of others.")
    about.add_argument(
        "--generated", type=int, default=GENERATED, help="how many papers to draw (default: %(default)s)"
    )
    about.add_argument("--seed", type=int, default=SEED, help="what to draw them by (default: %(default)s)")
    about.add_argument("--out", type=Path, default=ROOT / "build" / "conformance", help="where to write")
    order = about.parse_args()
    shipped = conformance.shipped(order.out / "shipped")
    drawn: list[Path] = []
    if order.generated:
        project = generated.project(order.out / "generated", generated.drawn(order.generated, order.seed))
        drawn = conformance.built(project, (generated.MEETING,), order.out / "generated" / "build")
    with ThreadPoolExecutor(2) as pool:  # checkers wait for programs of their own
        rows = list(pool.map(lambda checker: (checker.check(shipped), checker.check(drawn)), conformance.CHECKERS))
    print(conformance.table([checker.name for checker in conformance.CHECKERS], rows))
    faults = [
        f"{checker.name}: {file.relative_to(order.out.resolve())}: {fault}"
        for checker, row in zip(conformance.CHECKERS, rows, strict=True)
        for _, found in row
        for file, said in found.items()
        for fault in said
    ]
    if faults:
        sys.exit("\n".join(["", *faults]))


if __name__ == "__main__":
    main()
