"""What befalls a program that writes -> what it leaves: kills, full disks, two at once. Tests and `make faults` run it.

    python tests/faults.py FOLDER TRIALS TIMES SEED

Nothing waits for a moment to come: what a call asks of the system of files is counted once, and a trial is held at one
of these steps, drawn by chance, until what is to befall it has befallen it.

A first build in this process imports all that is needed; each trial is a fork of it, so that hundreds take minutes.
A process with threads must not fork, so tests run this one beside them.
"""

import json
import os
import random
import resource
import shutil
import signal
import subprocess
import sys
import threading
import traceback
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass, field
from itertools import count as numbers
from pathlib import Path
from typing import NoReturn, TypeAlias

from neaspec_docs import project
from neaspec_docs.cli.main import main
from neaspec_docs.write import files

MEETING = (
    "title: Meeting of Herons\nshort: EX-1\ndates: {start: 2026-03-02}\nvenue: Ulaanbaatar\npapers: [herons, cranes]\n"
)
PAPER = "kind: paper\ntitle: {title}\nsymbol: EX-1/{number}\nbody:\n{body}"
WRONG = "  - para: The colour of the  bird, as seen in {year}.\n"
"""A paragraph with something that `check --fix` mends, and in a form that `fmt` does not leave."""

STEPS = frozenset({"open", "os.link", "os.mkdir", "os.remove", "os.rename", "os.rmdir", "os.scandir", "fcntl.flock"})
"""What a call asks of the system of files, as Python's audit events have it."""

Seen: TypeAlias = Callable[[int, str, str], None]
"""What is called at each step: with its number, its name and what it is done to."""

Files: TypeAlias = Mapping[str, bytes]
"""The files of a folder, by their paths below it."""


def content(root: Path, year: int) -> None:
    """Write a meeting of two papers, all of which change with the year."""
    folder = root / "content" / "ex-1"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "meeting.yaml").write_text(MEETING, "utf-8")
    for number, title in enumerate(("herons", "cranes"), start=1):
        body = WRONG.format(year=year) * 30
        paper = PAPER.format(title=title.capitalize(), number=number, body=body)
        (folder / f"{title}.yaml").write_text(paper, "utf-8")


def held(folder: Path) -> Files:
    """Return all files below a folder."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@dataclass
class Count:
    """What came of trials of one sort.

    `cut` met the work unfinished; `mixed` left some files old and some new, `left_over` some under names of ours. In
    `lost` stands what should not be: a file neither old nor new, a next call that does not put all right, a wrong word.
    """

    trials: int = 0
    cut: int = 0
    mixed: int = 0
    left_over: int = 0
    lost: list[str] = field(default_factory=list)


class Trial:
    """Some work in a process of its own: its exit code, below 0 for a signal, and what it said."""

    def __init__(self, work: Callable[[], None]) -> None:
        """Begin."""
        self.said = ""
        sys.stdout.flush()
        sys.stderr.flush()
        self._read, write = os.pipe()
        self.child = os.fork()
        if self.child == 0:
            _child(work, write)
        os.close(write)

    def kill(self) -> None:
        """End it at once."""
        os.kill(self.child, signal.SIGKILL)

    def begins_with(self, words: str) -> bool:
        """Wait until it has said something, or has ended, and return whether that is what it said first."""
        self.said = os.read(self._read, len(words.encode())).decode()
        return self.said == words

    def ended(self) -> int:
        """Wait for its end, and return its exit code."""
        with os.fdopen(self._read, encoding="utf-8") as words:
            self.said += words.read()
        return os.waitstatus_to_exitcode(os.waitpid(self.child, 0)[1])


def _child(work: Callable[[], None], write: int) -> NoReturn:
    code = 1
    try:
        os.dup2(write, 1)
        os.dup2(write, 2)
        work()
        code = 0
    except SystemExit as end:
        code = end.code if isinstance(end.code, int) else 1
    except BaseException:  # noqa: BLE001 -- it is what was to be seen
        traceback.print_exc()
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)


WAITS = "waiting for another neaspec-docs that writes into the same folder\n"


def run(*words: str) -> None:
    """Call the program in this process."""
    main([*words])


@dataclass(frozen=True)
class Steps:
    """How many steps a call takes; the first after it holds the folder, and the first at which it saves."""

    all: int
    holding: int
    saving: int


@dataclass(frozen=True)
class Work:
    """A call that writes below a place: how the place is laid out before it, and what stands there before and after."""

    place: Path
    ready: Callable[[], None]
    call: Callable[[], None]
    old: Files
    new: Files
    steps: Steps

    def good_again(self, now: Files) -> bool:
        """Say whether the place is as it should be when the call was made again after a kill.

        A paper that had been begun, and not yet named in its meeting's file, is not begun a second time.
        """
        begun = {name: data for name, data in now.items() if name not in self.old}
        return now == self.new or (self.old.keys() != self.new.keys() and now == {**self.old, **begun})


def _work(place: Path, ready: Callable[[], None], call: Callable[[], None]) -> Work:
    """Return a call as work, made once to see what it gives and which steps it takes."""
    ready()
    old = held(place)
    steps = _counted(call)
    new = held(place)
    assert new != old
    return Work(place, ready, call, old, new, steps)


def _counted(call: Callable[[], None]) -> Steps:
    """Make a call, and return the steps it took."""
    read, write = os.pipe()

    def counted() -> None:
        seen: list[tuple[str, str]] = []
        _each_step(lambda _, name, path: seen.append((name, path)))
        try:
            call()
        finally:
            holding = next(number for number, (name, _) in enumerate(seen) if name == "fcntl.flock") + 1
            saving = next(number for number, (_, path) in enumerate(seen) if files.OURS.search(path))
            os.write(write, json.dumps([len(seen), holding, saving]).encode())

    trial = Trial(counted)
    os.close(write)
    with os.fdopen(read) as told:
        steps = told.read()
    assert trial.ended() == 0, trial.said
    return Steps(*json.loads(steps))


def _each_step(see: Seen) -> None:
    """Let each step of this process be seen, from when it looks for its project: by then it hears signals."""
    find, mine = project.find, threading.get_ident()

    def finding(start: Path) -> project.Project | None:
        number = numbers()

        def step(name: str, given: tuple[object, ...]) -> None:
            if name in STEPS and threading.get_ident() == mine:
                see(next(number), name, str(given[0]))

        project.find = find
        sys.addaudithook(step)
        return find(start)

    project.find = finding


class Held:
    """A trial that is held at a step until it is let go; one that takes fewer steps goes through to its end."""

    def __init__(self, call: Callable[[], None], at: int) -> None:
        """Begin, and return when it is there."""
        reached, tell = os.pipe()
        wait, self._go = os.pipe()

        def hold(number: int, *_: str) -> None:
            if number == at:
                os.write(tell, b".")
                os.read(wait, 1)

        def begin() -> None:
            os.close(self._go)
            _each_step(hold)
            call()

        self.trial = Trial(begin)
        os.close(tell)
        os.close(wait)
        os.read(reached, 1)
        os.close(reached)

    def let_go(self) -> None:
        """Let it go on, where it was not killed."""
        with suppress(BrokenPipeError):
            os.write(self._go, b".")  # to close it is not enough: another trial may have it too
        os.close(self._go)


_NONE = Steps(0, 0, 0)


class Builds:
    """Two versions of a project, and what a build of each leaves in a folder where nothing was."""

    def __init__(self, folder: Path) -> None:
        """Make both projects and build them; so all is imported before the first fork."""
        self.folder = folder
        self.roots = [folder / "one", folder / "two"]
        self.results: list[Files] = []
        for year, root in zip((2024, 2025), self.roots, strict=True):
            content(root, year)
            with suppress(SystemExit):
                build(root, folder / f"out-{year}")()
            self.results.append(held(folder / f"out-{year}"))

    def ready(self, out: Path) -> None:
        """Lay out a folder as a build of the first version leaves it."""
        shutil.rmtree(out, ignore_errors=True)
        for name, data in self.results[0].items():
            (out / name).parent.mkdir(parents=True, exist_ok=True)
            (out / name).write_bytes(data)

    def work(self, out: Path) -> Work:
        """Return the build of the second version where the first one stood."""
        work = _work(out, lambda: self.ready(out), build(self.roots[1], out))
        assert (work.old, work.new) == tuple(self.results)
        assert all(data != work.new[name] for name, data in work.old.items())
        return work


def build(root: Path, out: Path, *more: str) -> Callable[[], None]:
    """Return what builds the meeting."""
    return lambda: run(
        "-q", "-C", str(root), "build", "ex-1", "--format", "html,docx", "--jobs", "1", "--out", str(out), *more
    )


SOURCES: Mapping[str, tuple[str, ...]] = {
    "fmt": ("fmt",),
    "check --fix": ("check", "--fix"),
    "new paper": ("new", "paper", "ex-1/storks", "--kind", "paper"),
}
"""The calls that write authors' own files."""


def sources(folder: Path, name: str) -> Work:
    """Return one of the calls that write authors' own files, on a project of its own."""
    root = folder / name.replace(" ", "")

    def ready() -> None:
        shutil.rmtree(root, ignore_errors=True)
        content(root, 2024)

    return _work(root, ready, lambda: run("-q", "-C", str(root), *SOURCES[name]))


def kills(work: Work, times: int, seed: int) -> Count:
    """Kill the call at steps drawn by chance: every other time while it saves."""
    drawn = random.Random(seed)  # noqa: S311 -- trials, not secrets
    count = Count()
    for number in range(times):
        work.ready()
        begun = Held(work.call, drawn.randrange(work.steps.saving if number % 2 else 0, work.steps.all))
        begun.trial.kill()
        begun.let_go()
        count.cut += begun.trial.ended() == -signal.SIGKILL
        _judge(count, work)
    return count


def stops(work: Work, times: int, seed: int) -> Count:
    """Stop the call at steps drawn by chance, as Ctrl-C and `kill` do; it tidies up and says so itself."""
    drawn = random.Random(seed)  # noqa: S311 -- as above
    count = Count()
    for number in range(times):
        work.ready()
        saving, how = number % 4 > 1, (signal.SIGINT, signal.SIGTERM)[number % 2]
        begun = Held(work.call, drawn.randrange(work.steps.saving if saving else 0, work.steps.all))
        os.kill(begun.trial.child, how)
        begun.let_go()
        code = begun.trial.ended()
        stopped = code == 128 + how and begun.trial.said == "Stopped: no file is left half written\n"
        count.cut += stopped
        if not stopped:
            count.lost.append(f"exit code {code}: {begun.trial.said}")
        if held(work.place) not in (work.old, work.new):
            count.lost.append(f"half done: {sorted(held(work.place))}")
        _judge(count, work)
    return count


def _judge(count: Count, work: Work) -> None:
    """Look at what was left, make the call again, and look at that."""
    now = held(work.place)
    whole = {name: data for name, data in now.items() if not files.OURS.fullmatch(Path(name).name)}
    count.trials += 1
    count.left_over += now != whole
    count.mixed += whole not in (work.old, work.new)
    count.lost += [name for name, data in whole.items() if data not in (work.old.get(name), work.new.get(name))]
    count.lost += [name for name in work.old if name not in whole]
    trial = Trial(work.call)
    trial.ended()
    if not work.good_again(held(work.place)):
        count.lost.append(f"the next call: {trial.said}")


def full(work: Work, sizes: Sequence[int]) -> Count:
    """Make the call where no file may grow beyond a size, for each of the sizes."""
    count = Count()
    for size in sizes:
        work.ready()

        def limited(size: int = size) -> None:
            sys.dont_write_bytecode = True  # of a module that is compiled now, Python would leave half a .pyc
            os.environ["PYTHONDONTWRITEBYTECODE"] = "1"  # in the processes of this one too
            resource.setrlimit(resource.RLIMIT_FSIZE, (size, resource.RLIM_INFINITY))
            work.call()

        _judge_refused(count, work, Trial(limited), "file too large")
    return count


def _judge_refused(count: Count, work: Work, trial: Trial, why: str) -> None:
    """Look at what the disk's refusal left: all as it was, and what happened and what to do are said; or all is new."""
    code, now = trial.ended(), held(work.place)
    count.trials += 1
    count.cut += code != 0
    why = "no usable temporary directory" if "TMPDIR" in trial.said else why
    refused = code == 2 and now == work.old and f"can't be written: {why}" in trial.said and "= help: " in trial.said
    if not refused and (code, now) != (0, work.new):
        count.lost.append(f"exit code {code}: {trial.said}")


@contextmanager
def small_disk(folder: Path, size: int) -> Iterator[bool]:
    """Mount a disk of so many bytes; give whether this process may."""
    folder.mkdir(exist_ok=True)
    words = ["mount", "-t", "tmpfs", "-o", f"size={size}", "neaspec-docs-faults", str(folder)]
    mounted = os.geteuid() == 0 and subprocess.run(words, check=False, capture_output=True).returncode == 0
    try:
        yield mounted
    finally:
        if mounted:
            subprocess.run(["umount", folder], check=True)


def may_mount(folder: Path) -> bool:
    """Say whether this process may mount a disk."""
    with small_disk(folder / "disk", 4096) as mounted:
        return mounted


def in_own_namespace() -> None:
    """Run this program again as one that may mount disks, seen by itself alone; return where the system has none."""
    words = ["unshare", "--user", "--map-root-user", "--mount", sys.executable]
    with suppress(FileNotFoundError):
        if os.geteuid() and subprocess.run([*words, "-c", ""], check=False, capture_output=True).returncode == 0:
            os.execvp(words[0], [*words, *sys.argv])  # noqa: S606 -- it is this program


def full_disks(builds: Builds, rooms: Sequence[int]) -> Count:
    """Build on small disks, with so many bytes beside the old files."""
    count = Count()
    old = sum(-(-len(data) // 4096) * 4096 for data in builds.results[0].values())
    for room in rooms:
        with small_disk(builds.folder / "disk", old + room) as mounted:
            assert mounted
            out = builds.folder / "disk" / "out"
            builds.ready(out)
            work = Work(out, lambda: None, build(builds.roots[1], out), builds.results[0], builds.results[1], _NONE)
            _judge_refused(count, work, Trial(work.call), "no space left on device")
    return count


def races(builds: Builds, times: int, seed: int) -> Count:
    """Build two versions into one folder at a time: the first is held on its way until the second waits for it."""
    drawn = random.Random(seed)  # noqa: S311 -- as above
    out, count = builds.folder / "raced", Count()
    steps = builds.work(out).steps
    for _ in range(times):
        shutil.rmtree(out)
        builds.ready(out)
        first, second = builds.roots[1], builds.roots[0]
        one = Held(build(first, out), drawn.randrange(steps.holding, steps.all))
        two = Trial(build(second, out, "--force"))
        waits = two.begins_with(WAITS)
        one.let_go()
        codes = [one.trial.ended(), two.ended()]
        count.trials += 1
        count.cut += waits
        if codes != [0, 0] or held(out) != builds.results[0]:
            count.lost.append(f"exit codes {codes}: {one.trial.said}{two.said}")
    return count


def _sizes(work: Work, times: int) -> list[int]:
    """Return sizes from nothing to more than the largest file has."""
    most = max(len(data) for data in work.new.values()) * 1.2
    return [round(most * number / max(times - 1, 1)) for number in range(times)]


def _build_killed(folder: Path, times: int, seed: int) -> Count:
    return kills(Builds(folder).work(folder / "out"), times, seed)


def _build_stopped(folder: Path, times: int, seed: int) -> Count:
    return stops(Builds(folder).work(folder / "out"), times, seed)


def _build_limited(folder: Path, times: int, _: int) -> Count:
    work = Builds(folder).work(folder / "out")
    return full(work, _sizes(work, times))


def _disk_full(folder: Path, times: int, seed: int) -> Count:
    """Where no disk can be had, the size of a file is limited, which anyone may."""
    if not may_mount(folder):
        in_own_namespace()
        return _build_limited(folder, times, seed)
    builds = Builds(folder)
    new = sum(len(data) for data in builds.results[1].values())
    return full_disks(builds, [round(new * 1.5 * number / max(times - 1, 1)) for number in range(times)])


def _raced(folder: Path, times: int, seed: int) -> Count:
    return races(Builds(folder), times, seed)


def _source_killed(name: str) -> Callable[[Path, int, int], Count]:
    return lambda folder, times, seed: kills(sources(folder, name), times, seed)


def _source_limited(name: str) -> Callable[[Path, int, int], Count]:
    def limited(folder: Path, times: int, _: int) -> Count:
        work = sources(folder, name)
        return full(work, _sizes(work, times))

    return limited


TRIALS: Mapping[str, Callable[[Path, int, int], Count]] = {
    "build, killed": _build_killed,
    "build, stopped": _build_stopped,
    **{f"{name}, killed": _source_killed(name) for name in SOURCES},
    "build, files limited in size": _build_limited,
    **{f"{name}, files limited in size": _source_limited(name) for name in SOURCES},
    "build, disk full": _disk_full,
    "two builds at once": _raced,
}
"""Each sort of trials: called with a folder, how many times, and what to draw by."""


if __name__ == "__main__":
    folder, name, times, seed = sys.argv[1:]
    print(json.dumps(asdict(TRIALS[name](Path(folder), int(times), int(seed)))))  # noqa: T201 -- it is run for this
