"""Real content spoiled by chance, as long as one likes: is each built, or refused with a reason? `make fuzz` runs it.

Prints the number of each that is neither; `scripts/fuzz.py --only NUMBER` does that one again, and leaves the project
in build/fuzz. A program of its own tries them: one that crashes, or takes longer than ten seconds, is found too.
Exit status 1: something was found.
"""

import argparse
import os
import shutil
import signal
import subprocess
import sys
import time
import traceback
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from random import Random
from select import select
from tempfile import TemporaryDirectory
from types import FrameType

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "tests"))  # how content is spoiled and judged, the tests know

SECONDS = 120
LONGEST = 10
"""Seconds of work that one may take: each is of less than a megabyte."""

PATIENCE = 120
"""Seconds after which a program that says nothing is ended: it hangs in a library, or waits for something."""

KEPT = ROOT / "build" / "fuzz"


def main() -> None:
    """Try numbers for a time, and print what came of them."""
    about = argparse.ArgumentParser(description="Spoil real content by chance, and see what the program makes of it.")
    about.add_argument("--seconds", type=float, default=SECONDS, help="how long to try (default: %(default)s)")
    about.add_argument("--seed", type=int, help="the first number (default: the time)")
    about.add_argument("--only", type=int, help="try this number alone, and keep its project")
    about.add_argument("--from", type=int, dest="start", help=argparse.SUPPRESS)
    order = about.parse_args()
    if order.start is not None:
        _try_from(order.start)
    elif order.only is not None:
        print(_keep(order.only))
    else:
        _watch(int(time.time()) * 1000 if order.seed is None else order.seed, order.seconds)


def _watch(seed: int, seconds: float) -> None:
    """Let a program try one number after another; begin another after one that crashed or did not come to an end."""
    print(f"from number {seed}, for {seconds:.0f} seconds", flush=True)
    until, came = time.monotonic() + seconds, Counter[str]()
    found: list[str] = []
    while time.monotonic() < until:
        command = [sys.executable, __file__, "--from", str(seed)]
        with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as trying:
            assert trying.stdout is not None  # noqa: S101 -- for the type checker
            seed = _follow(lines(trying.stdout.fileno()), seed, until, came, found)
            trying.kill()
    print(", ".join(f"{count} {what}" for what, count in sorted(came.items())))
    if found:
        sys.exit(f"found {len(found)}; `.venv/bin/python scripts/fuzz.py --only NUMBER` does one again")


def _follow(said: Iterable[str], seed: int, until: float, came: Counter[str], found: list[str]) -> int:
    """Take what came of each number; return the next one, where time is over or the program is of no more use."""
    for line in said:
        came[(what := line.partition(":")[0])] += 1
        if what not in ("built", "refused"):
            found.append(what)
            print(f"{seed}: {line}", flush=True)
        seed += 1
        if time.monotonic() >= until:
            break
    return seed


def lines(read: int, patience: float = PATIENCE) -> Iterator[str]:
    """Give each line that comes out of a pipe, and at last "crash" where it ends, "hang" where nothing comes of it.

    Lines are split here, not by a file's buffer: `select` would not see what has come into that already.
    """
    begun = b""
    while select([read], [], [], patience)[0]:
        if not (more := os.read(read, 65536)):
            yield "crash"
            return
        *whole, begun = (begun + more).split(b"\n")
        yield from (line.decode(errors="replace") for line in whole)
    yield "hang"


def _try_from(seed: int) -> None:
    """Try numbers without end, a line each."""
    while True:
        with TemporaryDirectory(prefix="neaspec-docs-fuzz-") as folder:
            print(_tried(seed, Path(folder)), flush=True)
        seed += 1


def _gently(seed: int) -> bool:
    """Say how a number spoils: every other one gently."""
    return seed % 2 == 0


def _tried(seed: int, folder: Path) -> str:
    import fuzzing

    chance = Random(seed)  # noqa: S311 -- it shall come out the same again
    signal.signal(signal.SIGVTALRM, _stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, LONGEST)
    try:
        project, paper = fuzzing.spoiled(chance, folder / "project", gently=_gently(seed))
        return fuzzing.judged(project, paper, chance, folder / "out")
    except (Exception, _TooLongError) as fault:  # noqa: BLE001 -- this is what is looked for
        place = traceback.extract_tb(fault.__traceback__)[-1]
        said = " ".join(f"{type(fault).__name__}: {fault}".split())[:200]
        return f"fault: {said} ({Path(place.filename).name}:{place.lineno})"
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)


class _TooLongError(BaseException):
    """A number took too long; what catches every Exception does not catch it."""


def _stop(_signal: int, _frame: FrameType | None) -> None:
    raise _TooLongError(f"{LONGEST} seconds")


def _keep(seed: int) -> str:
    """Try a number where its project can be looked at."""
    folder = KEPT / str(seed)
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    import fuzzing

    chance = Random(seed)  # noqa: S311 -- as above
    project, paper = fuzzing.spoiled(chance, folder / "project", gently=_gently(seed))
    print(f"{paper} in {project.root}")
    return fuzzing.judged(project, paper, chance, folder / "out")


if __name__ == "__main__":
    main()
