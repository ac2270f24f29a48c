"""The same content gives the same bytes: on another day, in another folder, time zone, locale and hash seed."""

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

from papers import PROJECT


def _build(project: Path, out: Path, **environment: str) -> dict[str, str]:
    subprocess.run(
        [sys.executable, "-m", "neaspec_docs", "-C", project, "build", "som-24/report", "nfp-2/concept-note",
         "--format", "docx,pdf,html", "--out", out],
        check=True, capture_output=True, env={**os.environ, **environment}, timeout=300,
    )  # fmt: skip
    made = sorted(path for path in out.rglob("*") if path.is_file())
    return {path.relative_to(out).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in made}


def test_the_same_bytes_wherever_and_whenever(tmp_path: Path) -> None:
    elsewhere = tmp_path / "a folder elsewhere, with ümlaut"
    shutil.copytree(PROJECT.content, elsewhere / "content")
    here = _build(PROJECT.root, tmp_path / "one", PYTHONHASHSEED="1", TZ="UTC", LC_ALL="C.UTF-8")
    there = _build(elsewhere, tmp_path / "two", PYTHONHASHSEED="2", TZ="Asia/Tokyo", LC_ALL="C")
    assert len(here) == 6
    assert here == there


def test_no_file_speaks_of_this_machine(tmp_path: Path) -> None:
    _build(PROJECT.root, tmp_path)
    needle = str(PROJECT.root).encode()
    for path in tmp_path.rglob("*.*"):
        assert needle not in path.read_bytes(), path.name
