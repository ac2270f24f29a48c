"""A build that is stopped ends, says so in a line, leaves no file, and no process: also those that it has started."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

STOPPED = "Stopped: no file is left half written\n"
MEETING = "title: Herons\nshort: EX-1\ndates: {start: 2026-03-02}\nvenue: Ulaanbaatar\npapers: [herons, cranes]\n"
PAPER = "kind: paper\ntitle: Birds\nsymbol: EX-1/{number}\nbody:\n{body}"
LONG = "  - para: Wetlands on the flyway are where herons rest, feed and wait for the weather to change.\n" * 1000
DRAWN = "  - figure: A drawing\n    image: drawing.svg\n    alt: Many circles\n"
CIRCLES = '<circle cx="{x}" cy="{y}" r="300" fill-opacity=".1"/>'


@dataclass
class Build:
    """A build that runs in a session of its own, as a terminal begins one."""

    process: "subprocess.Popen[str]"
    out: Path

    def wait_for(self, library: str) -> None:
        """Wait until some process of the build has loaded a library."""
        until(lambda: any(library in _maps(process) for process in self.processes()), self.process)

    def processes(self) -> list[int]:
        """Return the processes of the session that live."""
        return [process for process in _all() if _session(process) == self.process.pid]

    def end(self) -> tuple[int, str]:
        """Wait for the end, and return the exit code and what was said; it would not end by itself so soon."""
        _, said = self.process.communicate(timeout=20)
        return self.process.returncode, said


def until(reached: Callable[[], bool], process: "subprocess.Popen[str] | None" = None) -> None:
    for _ in range(1200):
        if reached():
            return
        assert process is None or process.poll() is None, process.communicate()
        time.sleep(0.05)
    pytest.fail("it never came to that")


def _all() -> Iterator[int]:
    return (int(name.name) for name in Path("/proc").iterdir() if name.name.isdigit())


def _session(process: int) -> int:
    try:
        state, _, _, session, *_ = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    except OSError:  # it has ended
        return 0
    return 0 if state == "Z" else int(session)


def _maps(process: int) -> str:
    try:
        return Path(f"/proc/{process}/maps").read_text()
    except OSError:
        return ""


@pytest.fixture
def build(tmp_path: Path) -> Iterator[Callable[..., Build]]:
    """Return what begins a build of two papers that are long, or hold a drawing that takes long."""
    begun: list[Build] = []

    def begin(body: str, *words: str) -> Build:
        folder = tmp_path / "content" / "ex-1"
        folder.mkdir(parents=True)
        (folder / "meeting.yaml").write_text(MEETING, "utf-8")
        for number, name in enumerate(("herons", "cranes"), start=1):
            (folder / f"{name}.yaml").write_text(PAPER.format(number=number, body=body), "utf-8")
        circles = "".join(CIRCLES.format(x=number % 900, y=number * 7 % 900) for number in range(6000))
        svg = f'<svg xmlns="http://www.w3.org/2000/svg" width="900" height="900">{circles}</svg>'
        (folder / "drawing.svg").write_text(svg, "utf-8")
        call = [sys.executable, "-m", "neaspec_docs", "-C", str(tmp_path), "build", "ex-1", *words]
        process = subprocess.Popen(call, start_new_session=True, text=True, stderr=subprocess.PIPE)
        begun.append(Build(process, tmp_path / "build"))
        return begun[-1]

    yield begin
    for one in begun:
        for process in one.processes():
            os.kill(process, signal.SIGKILL)
        one.process.communicate()


WORK = {
    "lays out": (LONG, "pdf", "libpango"),
    "draws": (DRAWN, "docx", "vl_convert"),
}


@pytest.mark.parametrize("jobs", ["1", "2"])
@pytest.mark.parametrize("work", WORK)
def test_ctrl_c_stops_all_that_runs(build: Callable[..., Build], work: str, jobs: str) -> None:
    body, form, library = WORK[work]
    begun = build(body, "--format", form, "--jobs", jobs)
    begun.wait_for(library)
    os.killpg(begun.process.pid, signal.SIGINT)
    assert begun.end() == (130, STOPPED)
    until(lambda: begun.processes() == [])
    assert not begun.out.exists()


@pytest.mark.parametrize(("number", "code"), [(signal.SIGTERM, 143), (signal.SIGHUP, 129)])
def test_a_signal_to_the_program_alone_stops_its_workers_too(
    build: Callable[..., Build], number: signal.Signals, code: int
) -> None:
    begun = build(DRAWN, "--format", "docx", "--jobs", "2")
    begun.wait_for("vl_convert")
    begun.process.send_signal(number)
    assert begun.end() == (code, STOPPED)
    until(lambda: begun.processes() == [])
    assert not begun.out.exists()


def test_a_program_that_is_killed_takes_its_workers_with_it(build: Callable[..., Build]) -> None:
    begun = build(DRAWN, "--format", "docx", "--jobs", "2")
    begun.wait_for("vl_convert")
    assert len(begun.processes()) > 2
    begun.process.kill()
    until(lambda: begun.processes() == [])
    assert begun.end() == (-signal.SIGKILL, "")


def test_a_worker_that_is_killed_is_no_traceback(build: Callable[..., Build]) -> None:
    begun = build(LONG, "--format", "pdf", "--jobs", "2")
    begun.wait_for("libpango")
    worker = next(process for process in begun.processes() if process != begun.process.pid)
    os.kill(worker, signal.SIGKILL)
    code, said = begun.end()
    assert code == 2
    assert "the process that wrote it was ended from outside, signal 9" in said
    assert "`--jobs 1` needs less" in said
    until(lambda: begun.processes() == [])
    assert not begun.out.exists()


def test_what_is_to_be_ignored_is(build: Callable[..., Build], tmp_path: Path) -> None:
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)  # as `nohup` and `&` do for those whom they start
    try:
        begun = build(LONG, "--format", "docx", "--jobs", "1")
    finally:
        signal.signal(signal.SIGINT, before)
    begun.wait_for("lxml")
    begun.process.send_signal(signal.SIGINT)
    code, said = begun.end()
    assert (code, said) == (0, "")
    assert (tmp_path / "build" / "ex-1" / "herons.docx").is_file()


COMPUTING = """
import hashlib
from neaspec_docs.cli import stopping

with stopping.heard():
    print("begins", flush=True)
    hashlib.pbkdf2_hmac("sha256", b"", b"", 2**31 - 1)
"""


def test_a_library_that_hears_of_no_exception_does_not_hold_up_the_end() -> None:
    process = subprocess.Popen(
        [sys.executable, "-c", COMPUTING], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "begins\n"
    process.send_signal(signal.SIGINT)
    _, said = process.communicate(timeout=60)
    assert (process.returncode, said) == (130, STOPPED)
