"""A build that is stopped ends, says so in a line, leaves no file, and no process: also those that it has started.

No moment is waited for. Each Python of a build begins with `HOOK`: it opens a pipe, tells by it that it has begun and
that it has come to some work, and stays at that work until it is ended. The pipe ends when the last of them does.
"""

import os
import signal
import subprocess
import sys
import tomllib
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from select import select
from typing import NamedTuple

import pytest
from papers import PROJECT

STOPPED = "Stopped: no file is left half written\n"
MEETING = "title: Herons\nshort: EX-1\ndates: {start: 2026-03-02}\nvenue: Ulaanbaatar\npapers: [herons, cranes]\n"
PAPER = "kind: paper\ntitle: Birds\nsymbol: EX-1/{number}\nbody:\n  - para: Herons rest on the flyway.\n{figure}"
FIGURE = "  - figure: A drawing\n    image: drawing.svg\n    alt: A circle\n"
DRAWING = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><circle r="9"/></svg>'

HANGS = 300
"""Seconds after which a test that nothing comes of is a failure; none that passes depends on them."""

PATIENT = f"""
from neaspec_docs.cli import main, stopping

stopping.PATIENCE = {HANGS}
main.main()
"""
"""The program, but what tidies up is given all the time it takes: machines differ. A clock that runs out has a test."""

HOOK = """
import os, signal, sys
from importlib.util import find_spec

class Work:
    def find_spec(self, name, path=None, target=None):
        if name != {module!r}:
            return None
        sys.meta_path.remove(self)
        found = find_spec(name)
        load = found.loader.exec_module
        def loaded(module):
            load(module)
            done = module.{function}
            def work(*given, **named):
                {work}
                return done(*given, **named)
            module.{function} = work
        found.loader.exec_module = loaded
        return found

def tell(what):
    os.write(told, f"{{os.getpid()}} {{what}}\\n".encode())

def stay():
    tell("is at work")
    os.open({never!r}, os.O_RDONLY)

def hear_nothing():  # as a library that computes in C
    signal.pthread_sigmask(signal.SIG_BLOCK, range(1, signal.NSIG))

told = os.open({pipe!r}, os.O_WRONLY)
sys.meta_path.insert(0, Work())
tell("begins")
"""
"""What each Python runs first, as its `sitecustomize`: something is done before a function of a library is called."""


class At(NamedTuple):
    """What is done before which function is called."""

    module: str
    function: str
    work: str


LAYS_OUT = At("weasyprint.layout", "layout_document", "stay()")
DRAWS = At("vl_convert", "svg_to_png", "hear_nothing(); stay()")
INTERRUPTED = At("weasyprint.layout", "layout_document", "os.kill(os.getpid(), signal.SIGINT)")


@dataclass
class Build:
    """A build in a session of its own, as a terminal begins one, and the pipe by which its processes tell."""

    process: "subprocess.Popen[str]"
    out: Path
    pipe: int
    begun: set[int] = field(default_factory=set)
    at_work: set[int] = field(default_factory=set)
    _left: bytes = b""

    def wait_for_work(self, jobs: int = 1) -> None:
        """Wait until so many processes are at their work."""
        while len(self.at_work) < jobs:
            assert self._hear(), f"it came to an end before that: {self.process.communicate()[1]}"

    def wait_for_the_last(self) -> None:
        """Wait until none of the processes is there any more."""
        while self._hear():
            pass

    def _hear(self) -> bool:
        """Take in what is told next; False where nobody is left to tell."""
        ready, _, _ = select([self.pipe], [], [], HANGS)
        assert ready, "nothing comes of it"
        said = os.read(self.pipe, 4096)
        *lines, self._left = (self._left + said).split(b"\n")
        for line in lines:
            number, _, what = line.decode().partition(" ")
            (self.begun if what == "begins" else self.at_work).add(int(number))
        return bool(said)

    def end(self) -> tuple[int, str]:
        """Wait for the end of the program and of all that it has started; return its exit code and what it said."""
        _, said = self.process.communicate(timeout=HANGS)
        self.wait_for_the_last()
        return self.process.returncode, said


@pytest.fixture
def build(tmp_path: Path) -> Iterator[Callable[..., Build]]:
    """Return what begins a build of two papers whose processes stay `at` some work."""
    begun: list[Build] = []

    def begin(at: At, *words: str) -> Build:
        folder, hook, pipe, never = (tmp_path / name for name in ("content/ex-1", "hook", "pipe", "never"))
        folder.mkdir(parents=True)
        (folder / "meeting.yaml").write_text(MEETING, "utf-8")
        (folder / "drawing.svg").write_text(DRAWING, "utf-8")
        for number, name in enumerate(("herons", "cranes"), start=1):
            paper = PAPER.format(number=number, figure=FIGURE if at == DRAWS else "")
            (folder / f"{name}.yaml").write_text(paper, "utf-8")
        hook.mkdir()
        (hook / "sitecustomize.py").write_text(HOOK.format(pipe=str(pipe), never=str(never), **at._asdict()), "utf-8")
        os.mkfifo(pipe)
        os.mkfifo(never)
        paths = os.pathsep.join(filter(None, (str(hook), os.environ.get("PYTHONPATH"))))
        told = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
        call = [sys.executable, "-c", PATIENT, "-C", str(tmp_path), "build", "ex-1", *words]
        process = subprocess.Popen(
            call, start_new_session=True, text=True, stderr=subprocess.PIPE, env={**os.environ, "PYTHONPATH": paths}
        )
        begun.append(Build(process, tmp_path / "build", told))
        return begun[-1]

    yield begin
    for one in begun:
        with suppress(ProcessLookupError):  # as it should be
            os.killpg(one.process.pid, signal.SIGKILL)
        one.process.communicate()
        os.close(one.pipe)


WORK = {"lays out": (LAYS_OUT, "pdf"), "draws": (DRAWS, "docx")}


@pytest.mark.parametrize("jobs", [1, 2])
@pytest.mark.parametrize("work", WORK)
def test_ctrl_c_stops_all_that_runs(build: Callable[..., Build], work: str, jobs: int) -> None:
    at, form = WORK[work]
    begun = build(at, "--format", form, "--jobs", str(jobs))
    begun.wait_for_work(jobs)
    os.killpg(begun.process.pid, signal.SIGINT)
    assert begun.end() == (130, STOPPED)
    assert not begun.out.exists()


@pytest.mark.parametrize(("number", "code"), [(signal.SIGTERM, 143), (signal.SIGHUP, 129)])
def test_a_signal_to_the_program_alone_stops_its_workers_too(
    build: Callable[..., Build], number: signal.Signals, code: int
) -> None:
    begun = build(DRAWS, "--format", "docx", "--jobs", "2")
    begun.wait_for_work(2)
    begun.process.send_signal(number)
    assert begun.end() == (code, STOPPED)
    assert not begun.out.exists()


def test_a_program_that_is_killed_takes_its_workers_with_it(build: Callable[..., Build]) -> None:
    begun = build(DRAWS, "--format", "docx", "--jobs", "2")
    begun.wait_for_work(2)
    assert len(begun.begun) == 5  # the program, two workers, and what draws for each
    begun.process.kill()
    assert begun.end() == (-signal.SIGKILL, "")


def test_a_worker_that_is_killed_is_no_traceback(build: Callable[..., Build]) -> None:
    begun = build(LAYS_OUT, "--format", "pdf", "--jobs", "2")
    begun.wait_for_work()
    os.kill(begun.at_work.copy().pop(), signal.SIGKILL)
    code, said = begun.end()
    assert code == 2
    assert "the process that wrote it was ended from outside, signal 9" in said
    assert "`--jobs 1` needs less" in said
    assert not begun.out.exists()


def test_what_is_to_be_ignored_is(build: Callable[..., Build]) -> None:
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)  # as `nohup` and `&` do for those whom they start
    try:
        begun = build(INTERRUPTED, "--format", "pdf", "--jobs", "1")
    finally:
        signal.signal(signal.SIGINT, before)
    assert begun.end() == (0, "")
    assert (begun.out / "ex-1" / "herons.pdf").is_file()


def test_what_is_not_to_be_ignored_is_not(build: Callable[..., Build]) -> None:
    """So the signal of the test above comes while papers are written."""
    begun = build(INTERRUPTED, "--format", "pdf", "--jobs", "1")
    assert begun.end() == (130, STOPPED)
    assert not begun.out.exists()


COMPUTING = """
import hashlib
from neaspec_docs.cli import stopping

def work():
    print("begins", flush=True)
    hashlib.pbkdf2_hmac("sha256", b"", b"", 2**31 - 1)

stopping.heard(work)
"""


def test_a_library_that_hears_of_no_exception_does_not_hold_up_the_end() -> None:
    process = subprocess.Popen(
        [sys.executable, "-c", COMPUTING], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "begins\n"
    process.send_signal(signal.SIGINT)
    _, said = process.communicate(timeout=HANGS)
    assert (process.returncode, said) == (130, STOPPED)


LOST = """
import os, signal, sys, weakref
from neaspec_docs.cli import stopping

class Crane:
    pass

def work():
    crane = Crane()
    watched = weakref.ref(crane, lambda _: {what})
    del crane
    print("goes on", flush=True)
    {then}

sys.unraisablehook = lambda told: print("told of", told.exc_value)
stopping.heard(work)
"""
"""The callback of a weak reference, as Python's own of a module that is being imported, lets no exception out."""


def _run(program: str, *words: str) -> tuple[int, str, str]:
    """Run a Python program; return its exit code, and what it said on both streams."""
    call = [sys.executable, "-c", program, *words]
    done = subprocess.run(call, check=False, capture_output=True, text=True, timeout=HANGS)
    return done.returncode, done.stdout, done.stderr


@pytest.mark.parametrize("then", ["signal.pause()", "pass"])
def test_a_signal_where_no_exception_gets_out_ends_the_program_without_a_traceback(then: str) -> None:
    """Be the work done before the clock has run out or not."""
    program = LOST.format(what="os.kill(os.getpid(), signal.SIGTERM)", then=then)
    assert _run(program) == (143, "goes on\n", STOPPED)


def test_other_exceptions_that_do_not_get_out_are_told() -> None:
    program = LOST.format(what="1 / 0", then="pass")
    assert _run(program) == (0, "told of division by zero\ngoes on\n", "")


WHILE_IMPORTED = """
import os, sys, weakref
from neaspec_docs import __main__

class Crane:
    pass

class Importing:
    def find_spec(self, name, path=None, target=None):
        if name == {module!r}:
            sys.meta_path.remove(self)
            crane = Crane()
            watched = weakref.ref(crane, lambda _: os.kill(os.getpid(), {number}))
            {how}

sys.meta_path.insert(0, Importing())
__main__.main()
"""
"""The program, to which a signal comes when it looks for a module."""


@pytest.mark.parametrize("how", ["os.kill(os.getpid(), {number})", "del crane"], ids=["gets out", "gets lost"])
@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143), (signal.SIGHUP, 129)])
@pytest.mark.parametrize(
    "module", ["neaspec_docs.cli.main", "click", "neaspec_docs.cli.session", "neaspec_docs.cli.listing"]
)
def test_a_signal_is_heard_while_modules_are_imported(module: str, number: signal.Signals, code: int, how: str) -> None:
    """Be it in the callback of a weak reference, which lets no exception out."""
    program = WHILE_IMPORTED.format(module=module, number=int(number), how=how.format(number=int(number)))
    ended, _, said = _run(program, "-C", str(PROJECT.root), "list")
    assert (ended, said) == (code, STOPPED)


def test_the_command_is_what_hears_signals_first() -> None:
    project = tomllib.loads((PROJECT.root / "pyproject.toml").read_text("utf-8"))
    assert project["project"]["scripts"] == {"neaspec-docs": "neaspec_docs.__main__:main"}
    program = (
        "import sys; before = {*sys.modules}; import signal, neaspec_docs.__main__; print(*{*sys.modules} - before)"
    )
    asked = {name for name in _run(program)[1].split() if name.startswith("neaspec_docs")}
    assert asked == {"neaspec_docs", "neaspec_docs.__main__", "neaspec_docs.cli", "neaspec_docs.cli.signals"}


AT_EACH_STEP = """
import os, signal, sys, tempfile, threading
from itertools import count
from neaspec_docs.cli import signals, stopping

NEVER = 42

def send_at(step):
    left = count(step, -1)
    def trace(frame, event, _):
        if frame.f_code.co_filename == threading.__file__:
            return None
        frame.f_trace_opcodes = True
        if event == "opcode" and next(left) == 0:
            os.kill(os.getpid(), signal.SIGTERM)
        return trace
    return trace, left

def run(step):
    signals.end_at_once()
    trace, left = send_at(step)
    sys.settrace(trace)
    try:
        stopping.heard(lambda: print(end=""), last=True)
    finally:
        sys.settrace(None)
    return NEVER if next(left) >= 0 else 0

for step in count():
    with tempfile.TemporaryFile() as said:
        if not (child := os.fork()):
            os.dup2(said.fileno(), 2)
            try:
                code = run(step)
            except SystemExit as end:
                code = end.code
            except BaseException as lost:
                code = repr(lost)
                os.write(2, code.encode())
            os._exit(code if isinstance(code, int) else 1)
        code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        said.seek(0)
        if code == NEVER:
            break
        print(code, said.read().decode().strip())
"""
"""A process for each step of Python's from the first signal that is heard to the last: there it gets a signal."""


def test_a_signal_is_heard_at_each_step_or_comes_too_late() -> None:
    """None is lost between who hears signals first, who does while work is done, and the end; none is a traceback."""
    code, said, wrong = _run(AT_EACH_STEP)
    assert (code, wrong) == (0, "")
    ends = said.splitlines()
    late = ends.index("0 ")
    assert set(ends[:late]) == {f"143 {STOPPED.strip()}"}
    assert set(ends[late:]) == {"0 "}


AT_EACH_LINE = """
import sys, time
from itertools import count
from neaspec_docs.write import workers

class Stop(BaseException):
    pass

class Enough(Exception):
    pass

class Ears:
    def taken(self, number):
        if number == 1:
            raise Enough

def stop_at(line):
    left = count(line, -1)
    def trace(frame, event, _):
        if frame.f_code is not workers.Crew.results.__code__:
            return None
        if event == "line" and next(left) == 0:
            raise Stop
        return trace
    return trace

for line in count():
    with workers.started(2) as crew:
        sys.settrace(stop_at(line))
        try:
            crew.results(time.sleep, [{hangs}, {hangs}], Ears())
        except Stop:
            print("stopped")
        except Enough:
            break
        finally:
            sys.settrace(None)
"""
"""A call of workers that would take long, stopped at each of its lines."""


def test_workers_are_ended_wherever_who_called_them_is_stopped() -> None:
    code, said, wrong = _run(AT_EACH_LINE.format(hangs=2 * HANGS))
    assert (code, wrong) == (0, "")
    assert said.splitlines().count("stopped") >= 10
