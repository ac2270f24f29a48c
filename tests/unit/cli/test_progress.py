"""How far a build is: a bar on a terminal that can show one, and nothing of it elsewhere."""

import os
import pty
import re
import subprocess
import sys
from pathlib import Path

import pytest
from faults import content

LINES = ["build/ex-1/herons.html", "build/ex-1/cranes.html"]
COLOUR = re.compile(rb"\x1b\[[0-9;]*m")


def _on_terminal(folder: Path, *words: str, **settings: str) -> bytes:
    """Return all that a terminal gets from a build, on both of its channels."""
    content(folder, 2024)
    terminal, ours = pty.openpty()
    own = {name: value for name, value in os.environ.items() if name not in ("NO_COLOR", "TERM", "COLUMNS")}
    call = [sys.executable, "-m", "neaspec_docs", *words, "build", "ex-1", "--format", "html", "--jobs", "1"]
    process = subprocess.Popen(call, cwd=folder, stdout=ours, stderr=ours, env=own | {"TERM": "xterm", **settings})
    os.close(ours)
    got = b""
    while piece := _read(terminal):
        got += piece
    os.close(terminal)
    assert process.wait(300) == 0
    return got


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 65536)
    except OSError:  # the other end is closed
        return b""


def _lines(got: bytes) -> list[str]:
    return [line.split()[0] for line in got.decode().splitlines()]


def test_a_terminal_has_a_bar_with_the_papers_done_and_the_one_in_hand(tmp_path: Path) -> None:
    got = _on_terminal(tmp_path)
    assert COLOUR.search(got)
    words = COLOUR.sub(b"", got).decode()
    assert "0/2 papers  ex-1/herons" in words
    assert "1/2 papers  ex-1/cranes" in words
    assert "2/2 papers" in words
    after = words.rpartition("\x1b[2K")[2]  # the bar is taken away, and the cursor shown again
    assert words.rindex("\x1b[?25h") > words.rindex("\x1b[?25l")
    assert _lines(after.encode()) == LINES


def test_what_is_done_and_what_is_not_are_told_apart_by_sixteen_colours(tmp_path: Path) -> None:
    got = _on_terminal(tmp_path, TERM="xterm").decode()
    bars = re.findall(r"((?:\x1b\[[0-9;]*m[━╸╺]+\x1b\[0m)+) [^\n]*?([0-2])/2", got)
    colours = {done: set(re.findall(r"\[([0-9;]+)m[━╸╺]", bar)) for bar, done in bars}
    green, grey = "32", "90"
    assert colours == {"0": {grey}, "1": {green, grey}, "2": {green}}


def test_the_bar_has_no_colour_where_none_is_wanted(tmp_path: Path) -> None:
    got = _on_terminal(tmp_path, NO_COLOR="1")
    assert b"1/2 papers  ex-1/cranes" in got
    assert not COLOUR.search(got)


@pytest.mark.parametrize(("words", "lines"), [((), LINES), (("-q",), [])])
def test_a_dumb_terminal_has_lines_without_a_bar(tmp_path: Path, words: tuple[str, ...], lines: list[str]) -> None:
    got = _on_terminal(tmp_path, *words, TERM="dumb")
    assert b"\x1b" not in got
    assert _lines(got) == lines


def test_quiet_is_quiet_on_a_terminal(tmp_path: Path) -> None:
    assert _on_terminal(tmp_path, "-q") == b""


def test_elsewhere_is_one_line_a_file(tmp_path: Path) -> None:
    content(tmp_path, 2024)
    call = [sys.executable, "-m", "neaspec_docs", "build", "ex-1", "--format", "html", "--jobs", "2"]
    done = subprocess.run(call, check=True, cwd=tmp_path, capture_output=True)
    assert _lines(done.stdout) == LINES
    assert done.stderr == b""


def test_pages_are_counted_as_papers_are_done(tmp_path: Path) -> None:
    content(tmp_path, 2024)
    call = [sys.executable, "-m", "neaspec_docs", "-v", "build", "ex-1", "--format", "pdf", "--jobs", "2"]
    done = subprocess.run(call, check=True, cwd=tmp_path, capture_output=True, text=True)
    pages = {line.split()[0]: line.split()[1] for line in done.stdout.splitlines()}
    first, *others = done.stderr.splitlines()
    assert first == "writing ex-1/herons, ex-1/cranes"
    assert pages == {"build/ex-1/herons.pdf": "1", "build/ex-1/cranes.pdf": "1"}
    assert sorted(others) == ["ex-1/cranes is done, 1 page", "ex-1/herons is done, 1 page"]
