"""A build that has nothing to do: what it says, and how little it asks for."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from papers import PROJECT

MEETING = "title: A meeting\nshort: M-1\ndates: {start: 2020-10-12}\nvenue: Hall\npapers: [p]\n"
PAPER = "kind: paper\ntitle: A paper\nbody:\n  - text: Of cranes.\n"
IMPORTED = "import sys; from neaspec_docs.cli.main import main\ntry: main(sys.argv[1:])\nfinally: print(*sys.modules, file=sys.stderr)"  # noqa: E501 -- a program
HEAVY = {"yaml", "jinja2", "docx", "weasyprint", "markdown_it", "babel", "rich", "lxml", "PIL"}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "content" / "m").mkdir(parents=True)
    (tmp_path / "content" / "m" / "meeting.yaml").write_text(MEETING, "utf-8")
    (tmp_path / "content" / "m" / "p.yaml").write_text(PAPER, "utf-8")
    return tmp_path


def _run(project: Path, *words: str, verb: str = "build") -> "subprocess.CompletedProcess[str]":
    call = [sys.executable, "-c", IMPORTED, "-C", str(project), *words[: words.count("-v")], verb, "m"]
    return subprocess.run(
        [*call, *(word for word in words if word != "-v")], text=True, capture_output=True, check=False, cwd=project,
        env={**os.environ, "PYTHONPATH": str(PROJECT.root / "src")}, timeout=120,
    )  # fmt: skip


def test_what_is_kept_is_said_to_be_and_nothing_heavy_is_imported(project: Path) -> None:
    first = _run(project, "--format", "html")
    assert (first.returncode, first.stdout.split()[0::3]) == (0, ["build/m/p.html"])
    assert set(first.stderr.split()) >= {"yaml", "jinja2"}
    again = _run(project, "--format", "html")
    assert (again.returncode, again.stdout.split()) == (0, ["build/m/p.html", "kept"])
    assert not HEAVY & set(again.stderr.split())
    forced = _run(project, "--format", "html", "--force")
    assert forced.stdout.split()[-1] == "s"


def test_the_call_that_is_wrong_stays_wrong(project: Path) -> None:
    for _ in range(2):
        done = _run(project, "--format", "pptx")
        assert (done.returncode, done.stdout) == (2, "")
        assert "`pptx` is for slides" in done.stderr


def test_who_reads_each_step_hears_of_what_is_written_alone(project: Path) -> None:
    assert "writing m/p\n" in _run(project, "-v", "--format", "html").stderr
    (project / "content" / "m" / "p.yaml").write_text(PAPER + "# a comment\n", "utf-8")
    done = _run(project, "-v", "--format", "html")
    assert done.stdout.split()[-1] == "kept"
    assert "writing m" not in done.stderr
