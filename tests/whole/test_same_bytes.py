"""The same content gives the same bytes: on another day, in another folder, time zone, locale and hash seed."""

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

from papers import PROJECT, SAMPLE

SOURCE = str(PROJECT.root / "src")

MOVED = """
import sys, time
now, shift = time.time, {days} * 86400
time.time = lambda: now() + shift
time.localtime, time.gmtime = (lambda at=None, f=f: f(time.time() if at is None else at)
                               for f in (time.localtime, time.gmtime))
from neaspec_docs.cli.main import main
main(sys.argv[1:])
"""
"""The program on another day: the clock that Python's libraries ask is moved."""


def _build(project: Path, targets: tuple[str, ...], out: Path, days: int = 0, **environment: str) -> dict[str, str]:
    subprocess.run(
        [sys.executable, "-c", MOVED.format(days=days), "-C", project, "build", *targets,
         "--jobs", "1" if days else "2", "--format", "docx,pdf,html", "--out", out],  # one process: its clock is moved
        check=True, capture_output=True, env={**os.environ, "PYTHONPATH": SOURCE, **environment}, timeout=300,
    )  # fmt: skip
    made = sorted(path for path in out.rglob("*") if path.is_file())
    return {path.relative_to(out).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in made}


def test_the_same_bytes_wherever_and_whenever(tmp_path: Path) -> None:
    for project, targets, files in ((PROJECT, ("som-24", "nfp-2"), 18), (SAMPLE, ("ex-1", "ex-2"), 9)):
        elsewhere = tmp_path / targets[0] / "a folder elsewhere, with ümlaut"
        shutil.copytree(project.content, elsewhere / "content")
        one, two = tmp_path / targets[0] / "one", tmp_path / targets[0] / "two"
        here = _build(project.root, targets, one, PYTHONHASHSEED="1", TZ="UTC", LC_ALL="C.UTF-8")
        there = _build(elsewhere, targets, two, 400, PYTHONHASHSEED="2", TZ="Asia/Tokyo", LC_ALL="C")
        assert len(here) == files
        assert here == there


def test_no_file_speaks_of_this_machine(tmp_path: Path) -> None:
    _build(PROJECT.root, ("som-24/report",), tmp_path)
    needle = str(PROJECT.root).encode()
    for path in tmp_path.rglob("*.*"):
        assert needle not in path.read_bytes(), path.name
