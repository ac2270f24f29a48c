"""No build opens a socket to the internet, nor does `check` without --online: a program of its own does all, and tells.

Two watch. Python tells of each socket that it makes itself, before it does (PEP 578). Of those that libraries in C and
Rust make it knows nothing: on Linux the kernel ends each process that asks for one, with its children (seccomp(2)), so
that nothing comes of what would. No privilege is needed for that.
"""

import os
import signal
import subprocess
import sys
from pathlib import Path
from shutil import copytree
from textwrap import indent
from typing import NamedTuple

import pytest

ROOT = Path(__file__).parents[2]
WATCHED = """
import os, sys
log = os.open(sys.argv[1], os.O_WRONLY | os.O_APPEND | os.O_CREAT)
def tell(event, given):
    if event == "socket.__new__" and given[1] in (2, 10):  # AF_INET and AF_INET6; -1 is a file that is a socket
        os.write(log, b"socket\\n")
    elif event in ("socket.connect", "socket.bind", "socket.getaddrinfo", "socket.gethostbyname"):
        os.write(log, (event + " " + repr(given)[:200] + "\\n").encode())
sys.addaudithook(tell)
"""


SEALED = """
import ctypes, platform, struct
call, machine = {"x86_64": (41, 0xC000003E), "aarch64": (198, 0xC00000B7)}[platform.machine()]
LOAD, EQUAL, RETURN, ALLOW, KILL = 0x20, 0x15, 0x06, 0x7FFF0000, 0x80000000
steps = [  # code, how far to go on where it is equal, where not, with what
    (LOAD, 0, 0, 4), (EQUAL, 0, 5, machine), (LOAD, 0, 0, 0), (EQUAL, 0, 3, call),
    (LOAD, 0, 0, 16), (EQUAL, 2, 0, 2), (EQUAL, 1, 0, 10), (RETURN, 0, 0, ALLOW), (RETURN, 0, 0, KILL),
]
made = ctypes.create_string_buffer(b"".join(struct.pack("HBBI", *step) for step in steps))
filter = ctypes.create_string_buffer(struct.pack("HxxxxxxP", len(steps), ctypes.addressof(made)))
prctl = ctypes.CDLL(None, use_errno=True).prctl
prctl.argtypes = [ctypes.c_int, *[ctypes.c_void_p] * 4]
assert prctl(38, 1, None, None, None) == 0  # no new privileges
assert prctl(22, 2, ctypes.addressof(filter), None, None) == 0, ctypes.get_errno()
""" if sys.platform == "linux" else ""  # fmt: skip


class Run(NamedTuple):
    """What a program printed, what it and the programs that it starts asked of the network, and how it ended."""

    said: str
    asked: list[str]
    code: int


def watched(tmp_path: Path, code: str, *arguments: str) -> Run:
    """Run a program, and watch it."""
    (tmp_path / "site").mkdir(exist_ok=True)
    log = tmp_path / "log"
    log.write_bytes(b"")
    (tmp_path / "site" / "sitecustomize.py").write_text(WATCHED.replace("sys.argv[1]", repr(str(log))))
    source = os.pathsep.join((str(tmp_path / "site"), str(ROOT / "src")))
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments],
        capture_output=True, text=True, check=False, env={**os.environ, "PYTHONPATH": source}, cwd=ROOT,
    )  # fmt: skip
    assert "Traceback" not in done.stderr, done.stderr
    return Run(done.stdout + done.stderr, log.read_text().splitlines(), done.returncode)


RUN = f"{SEALED}\nfrom neaspec_docs.cli.main import main; main()"


def test_the_watch_sees_a_socket(tmp_path: Path) -> None:
    code = "import socket, subprocess, sys; subprocess.run([sys.executable, '-c', 'import socket; socket.socket()'])"
    assert watched(tmp_path, code).asked == ["socket"]
    assert watched(tmp_path, "import socket; socket.socket(socket.AF_INET6).close()").asked == ["socket"]
    assert watched(tmp_path, "import socket; socket.socketpair()").asked == []


@pytest.mark.parametrize(
    "code",
    [
        "import socket; socket.socket()",
        "import socket; socket.socket(socket.AF_INET6)",
        "import subprocess, sys; print(subprocess.run([sys.executable, '-c', CODE]).returncode)",
        "import ctypes; ctypes.CDLL(None).socket(2, 1, 0)",
        "import vl_convert; vl_convert.vegalite_to_svg({'data': {'url': 'http://127.0.0.1:9/a.csv'}, 'mark': 'bar'})",
    ],
    ids=["Python", "IPv6", "a child", "C", "Rust"],
)
@pytest.mark.skipif(sys.platform != "linux", reason="the kernel of Linux is asked")
def test_the_kernel_lets_no_socket_pass(tmp_path: Path, code: str) -> None:
    done = watched(tmp_path, f"{SEALED}\nCODE = 'import socket; socket.socket()'\n{code}\nprint('went on')")
    assert (done.code, done.said) in ((-signal.SIGSYS, ""), (0, f"{-signal.SIGSYS}\nwent on\n"))


def test_what_is_sealed_does_the_rest(tmp_path: Path) -> None:
    code = "import socket; socket.socketpair(); open('/dev/null').close(); print('went on')"
    assert watched(tmp_path, f"{SEALED}\n{code}").said == "went on\n"


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the sample with slides, a drawing, and what asks for something on the web."""
    project = tmp_path_factory.mktemp("watched") / "project"
    copytree(ROOT / "tests" / "whole" / "sample", project)
    meeting = project / "content" / "ex-2"
    (meeting / "a.svg").write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><image href="http://127.0.0.1:9/a.png"/></svg>'
    )
    figure = "  - figure: F\n    image: a.svg\n    alt: Reeds at both lakes.\n"
    paper = meeting / "reeds.yaml"
    paper.write_text(paper.read_text("utf-8").replace("\nbody:\n", f"\nbody:\n{figure}", 1), "utf-8")
    (meeting / "deck.yaml").write_text(
        f"kind: slides\ntitle: Reeds\nbody:\n  - slide: Reeds\n    body:\n{indent(figure, '    ')}"
    )
    listed = meeting / "meeting.yaml"
    listed.write_text(listed.read_text("utf-8").replace("[reeds]", "[reeds, deck]", 1), "utf-8")
    return project


def test_no_build_opens_a_socket(tmp_path: Path, project: Path) -> None:
    """All formats, of all that the sample holds, two at a time."""
    order = ("build", "ex-1", "ex-2", "--format", "docx,pdf,html,pptx", "--jobs", "2", "--out", str(tmp_path / "out"))
    done = watched(tmp_path, RUN, "-C", str(project), *order)
    assert (done.asked, done.code) == ([], 0), done.said
    made = {path.name for path in (tmp_path / "out").rglob("*.*")}
    assert {"herons.docx", "herons.pdf", "reeds.html", "reeds.docx", "deck.pptx", "deck.pdf"} <= made, done.said
    assert "can't be" not in done.said


def test_no_pack_opens_a_socket(tmp_path: Path, project: Path) -> None:
    done = watched(tmp_path, RUN, "-C", str(project), "pack", "ex-2", "--out", str(tmp_path / "out"))
    assert (done.asked, done.code) == ([], 0), done.said
    assert {path.name for path in (tmp_path / "out").glob("ex-2.*")} == {"ex-2.pdf", "ex-2.zip"}, done.said
    assert "can't be" not in done.said


def test_no_redline_opens_a_socket(tmp_path: Path, project: Path) -> None:
    old = ROOT / "tests" / "whole" / "sample" / "content" / "ex-2" / "reeds.yaml"
    files = ("--files", str(old), str(project / "content" / "ex-2" / "reeds.yaml"))
    order = ("redline", *files, "--format", "docx,pdf,html", "--out", str(tmp_path / "out"))
    done = watched(tmp_path, RUN, "-C", str(project), *order)
    assert (done.asked, done.code) == ([], 0), done.said
    assert {path.suffix for path in (tmp_path / "out").rglob("*.redline.*")} == {".docx", ".pdf", ".html"}, done.said
    assert "can't be" not in done.said


def test_no_check_opens_a_socket_unless_it_is_told_to(tmp_path: Path) -> None:
    project = str(ROOT / "tests" / "whole" / "sample")
    for call in (("check",), ("list",), ("fmt", "--check")):
        done = watched(tmp_path, RUN, "-C", project, *call)
        assert done.said
        assert (done.asked, done.code >= 0) == ([], True)
