"""The same content gives the same bytes: on another day, in another folder, time zone, locale and hash seed.

And with one process or two; in every format, packs and the manifest too.
"""

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

from papers import PROJECT, SAMPLE

SOURCE = str(PROJECT.root / "src")
RECORD = ".neaspec-docs.json"
"""What the program writes for itself; it says on which machine."""

PROGRAM = "import sys; from neaspec_docs.cli.main import main; main(sys.argv[1:])"
MOVED = """
import time
now = time.time
time.time = lambda: now() + 400 * 86400
time.localtime, time.gmtime = (lambda at=None, f=f: f(time.time() if at is None else at)
                               for f in (time.localtime, time.gmtime))
"""
"""Another day: the clock that Python's libraries ask is moved, in each process that Python is (site.py reads it)."""

HERE = {"PYTHONHASHSEED": "1", "TZ": "UTC", "LC_ALL": "C.UTF-8"}
THERE = {"PYTHONHASHSEED": "2", "TZ": "Asia/Tokyo", "LC_ALL": "C"}


def _run(project: Path, words: tuple[str, ...], out: Path, moved: Path | None, settings: dict[str, str]) -> None:
    path = os.pathsep.join([*([str(moved)] if moved else []), SOURCE])
    subprocess.run(
        [sys.executable, "-c", PROGRAM, "-C", project, *words, "--out", out],
        check=True, capture_output=True, env={**os.environ, "PYTHONPATH": path, **settings}, timeout=300,
    )  # fmt: skip


def _sums(out: Path) -> dict[str, str]:
    made = sorted(path for path in out.rglob("*") if path.is_file() and path.name != RECORD)
    return {path.relative_to(out).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in made}


def test_the_same_bytes_wherever_and_whenever(tmp_path: Path) -> None:
    clock = tmp_path / "clock"
    clock.mkdir()
    (clock / "sitecustomize.py").write_text(MOVED, "utf-8")
    own = (("build", "som-24", "nfp-2", "workshop-2024", "--format", "docx,pptx,pdf,html"),)
    sample = (("build", "ex-1", "ex-2", "--format", "docx,pdf,html"), ("pack", "ex-1"))
    for project, calls, files in ((PROJECT, own, 22), (SAMPLE, sample, 12)):
        name = calls[0][1]
        elsewhere = tmp_path / name / "a folder elsewhere, with ümlaut"
        shutil.copytree(project.content, elsewhere / "content")
        one, two = tmp_path / name / "one", tmp_path / name / "two"
        for words in calls:
            _run(project.root, (*words, "--jobs", "2"), one, None, HERE)
            _run(elsewhere, (*words, "--jobs", "1"), two, clock, THERE)
        here = _sums(one)
        assert len(here) == files
        assert "manifest.json" in here
        assert here == _sums(two)


def test_processes_beside_each_other_have_the_other_day_too(tmp_path: Path) -> None:
    """So the test above could fail: two workers under the moved clock are asked what day it is."""
    (tmp_path / "sitecustomize.py").write_text(MOVED, "utf-8")
    asked = "import time; print(time.gmtime().tm_year)"
    call = [sys.executable, "-c", f"import subprocess, sys; subprocess.run([sys.executable, '-c', {asked!r}])"]
    years = [
        int(subprocess.run(call, check=True, capture_output=True, env={**os.environ, "PYTHONPATH": path}).stdout)
        for path in (SOURCE, str(tmp_path))
    ]
    assert years[1] - years[0] in (1, 2)


def test_no_file_speaks_of_this_machine(tmp_path: Path) -> None:
    _run(PROJECT.root, ("build", "som-24/report", "--format", "docx,pdf,html"), tmp_path, None, HERE)
    needles = (str(PROJECT.root).encode(), str(tmp_path).encode())
    made = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert {path.name for path in made} == {"report.docx", "report.html", "report.pdf", "manifest.json", RECORD}
    for path in made:
        assert not any(needle in path.read_bytes() for needle in needles), path.name
