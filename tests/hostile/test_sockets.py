"""No build opens a socket to the internet, nor does `check` without --online: a program of its own does all, and tells.

Python tells of each socket before it is made (PEP 578), whoever makes it; the libraries in C that we use have none.
"""

import os
import subprocess
import sys
from pathlib import Path
from shutil import copytree

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


def watched(tmp_path: Path, code: str, *arguments: str) -> tuple[str, list[str]]:
    """Return what a program prints, and what it and the programs that it starts asked of the network."""
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
    return done.stdout + done.stderr, log.read_text().splitlines()


RUN = "from neaspec_docs.cli.main import main; main()"


def test_the_watch_sees_a_socket(tmp_path: Path) -> None:
    code = "import socket, subprocess, sys; subprocess.run([sys.executable, '-c', 'import socket; socket.socket()'])"
    assert watched(tmp_path, code)[1] == ["socket"]
    assert watched(tmp_path, "import socket; socket.socket(socket.AF_INET6).close()")[1] == ["socket"]
    assert watched(tmp_path, "import socket; socket.socketpair()")[1] == []


def test_no_build_opens_a_socket(tmp_path: Path) -> None:
    """All formats, of all that the sample holds, two at a time; and what asks for something on the web."""
    project = tmp_path / "project"
    copytree(ROOT / "tests" / "whole" / "sample", project)
    (project / "content" / "ex-2" / "a.svg").write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><image href="http://127.0.0.1:9/a.png"/></svg>'
    )
    paper = project / "content" / "ex-2" / "reeds.yaml"
    figure = "\nbody:\n  - figure: F\n    image: a.svg\n    alt: Reeds at both lakes.\n"
    paper.write_text(paper.read_text("utf-8").replace("\nbody:\n", figure, 1), "utf-8")
    said, asked = watched(
        tmp_path, RUN, "-C", str(project), "build", "ex-1", "ex-2", "--format", "docx,pdf,html", "--jobs", "2"
    )
    assert asked == []
    made = {path.name for path in (project / "build").rglob("*.*")}
    assert {"herons.docx", "herons.pdf", "reeds.html"} <= made, said


def test_no_check_opens_a_socket_unless_it_is_told_to(tmp_path: Path) -> None:
    project = str(ROOT / "tests" / "whole" / "sample")
    for call in (("check",), ("list",), ("fmt", "--check")):
        said, asked = watched(tmp_path, RUN, "-C", project, *call)
        assert said
        assert asked == []
