"""The standard streams may be closed, piped to nobody or full: all is done all the same, and the exit code tells."""

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from faults import content

FULL = Path("/dev/full")
BUILD = ("build", "ex-1/herons", "--format", "html")
FILES = ("diff", "--files", os.devnull, "content/ex-1/herons.yaml")
SPEAK = (
    ("list",),
    ("check",),
    ("explain", "E209"),
    ("outline", "ex-1/herons"),
    ("schema", "paper"),
    ("--help",),
    FILES,
)
"""Verbs that say something on the standard output."""


def _run(folder: Path, *words: str, streams: str = "", **given: Any) -> tuple[int, str, str]:  # noqa: ANN401
    """Return the exit code and what was said; a shell does something to the streams before that."""
    content(folder, 2024)
    python = [sys.executable, "-m", "neaspec_docs", *words]
    call = ["sh", "-c", f'exec "$@" {streams}', "sh", *python]
    ours: Mapping[str, Any] = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, **given}
    done = subprocess.run(call, check=False, cwd=folder, text=True, **ours)
    return done.returncode, done.stdout or "", done.stderr or ""


@pytest.mark.parametrize("words", [BUILD, *SPEAK])
def test_a_standard_output_that_is_full_is_one_line_and_exit_code_2(tmp_path: Path, words: tuple[str, ...]) -> None:
    code, _, said = _run(tmp_path, *words, streams=f"> {FULL}")
    assert code == 2
    assert said.endswith("Error: the standard output can't be written: no space left on device\n")
    assert "Traceback" not in said
    assert (tmp_path / "build/ex-1/herons.html").is_file() == (words == BUILD)


@pytest.mark.parametrize("words", [BUILD, *SPEAK])
def test_a_reader_that_goes_away_is_no_error_of_the_content(tmp_path: Path, words: tuple[str, ...]) -> None:
    read, write = os.pipe()
    os.close(read)
    code, _, said = _run(tmp_path, *words, stdout=write)
    os.close(write)
    assert code == 141
    assert "Error" not in said
    assert "Traceback" not in said
    assert (tmp_path / "build/ex-1/herons.html").is_file() == (words == BUILD)


@pytest.mark.parametrize("words", [("-v", *BUILD), ("check",)])
def test_what_can_not_be_said_of_a_build_does_not_hold_it_up(tmp_path: Path, words: tuple[str, ...]) -> None:
    code, _, _ = _run(tmp_path, *words, streams=f"2> {FULL}")
    assert code == 0
    assert (tmp_path / "build/ex-1/herons.html").is_file() == (words == ("-v", *BUILD))


CLOSED = ("<&-", ">&-", "2>&-", "<&- >&-", "<&- 2>&-", ">&- 2>&-", "<&- >&- 2>&-")
QUIET = (("check", "--fix"), ("fmt",), ("new", "paper", "ex-1/storks"), ("list",), FILES)


@pytest.mark.parametrize(
    ("words", "closed"),
    [*((("-v", *BUILD), closed) for closed in CLOSED), *((words, closed) for words in QUIET for closed in CLOSED[-2:])],
)
def test_each_verb_works_where_streams_are_closed(tmp_path: Path, words: tuple[str, ...], closed: str) -> None:
    code, out, said = _run(tmp_path, *words, streams=closed)
    assert code == 0
    assert bool(out) == (">&-" not in closed.split())
    assert "Traceback" not in said
    if words[0] == "-v":
        page = (tmp_path / "build/ex-1/herons.html").read_text("utf-8")
        assert page.startswith("<!DOCTYPE html>")
        assert page.endswith("</html>\n")


def test_papers_are_written_by_workers_where_all_streams_are_closed(tmp_path: Path) -> None:
    code, _, _ = _run(tmp_path, "build", "ex-1", "--format", "docx,pdf", "--jobs", "2", streams="<&- >&- 2>&-")
    assert code == 0
    made = {path.name: path.read_bytes()[:4] for path in (tmp_path / "build/ex-1").iterdir()}
    assert made == {
        "cranes.docx": b"PK\x03\x04", "cranes.pdf": b"%PDF", "herons.docx": b"PK\x03\x04", "herons.pdf": b"%PDF"
    }  # fmt: skip


def test_a_wrong_call_is_wrong_where_no_one_hears_it(tmp_path: Path) -> None:
    assert _run(tmp_path, "build", "ex-9", streams="2>&-") == (2, "", "")
    assert _run(tmp_path, "build", "ex-9", streams=f"2> {FULL}") == (2, "", "")


def test_a_pipe_that_will_not_wait_is_waited_for(tmp_path: Path) -> None:
    content(tmp_path, 2024)
    read, write = os.pipe()
    os.set_blocking(write, False)
    filled = os.write(write, bytes(1_000_000))
    call = [sys.executable, "-m", "neaspec_docs", "list"]
    with subprocess.Popen(call, cwd=tmp_path, stdout=write, stderr=subprocess.PIPE, text=True) as process:
        os.close(write)
        with os.fdopen(read, "rb") as reader:
            said = reader.read()[filled:]
        assert process.communicate()[1] == ""
    assert process.returncode == 0
    assert said.startswith(b"ex-1  Meeting of Herons")
