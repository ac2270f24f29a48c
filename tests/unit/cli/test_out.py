"""Where files may go, and templates that are no files."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from faults import content, held

from neaspec_docs.cli.main import main

Run = Callable[..., Result]
BUILD = ("build", "ex-1/herons", "--format", "html")


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Return a caller of the program in a small project."""
    content(tmp_path, 2024)
    return lambda *words: CliRunner().invoke(main, ["-C", str(tmp_path), *words], catch_exceptions=False)


CALLS = {
    "build": BUILD,
    "pack": ("pack", "ex-1"),
    "redline": ("redline", "--files", "content/ex-1/herons.yaml", "content/ex-1/cranes.yaml"),
}


@pytest.mark.parametrize("words", CALLS.values(), ids=CALLS)
@pytest.mark.parametrize(
    ("out", "reason"),
    [
        ("", "it is empty: name a folder, or leave `--out` away"),
        ("content", "content lies in `content/`, which papers are made from"),
        ("build/../content/ex-1", "lies in `content/`, which papers are made from"),
        ("templates/x", "lies in `templates/`, which papers are made from"),
        ("mine", "lies in `content/`, which papers are made from"),
    ],
)
def test_no_file_goes_among_what_papers_are_made_from(
    run: Run, tmp_path: Path, words: tuple[str, ...], out: str, reason: str
) -> None:
    (tmp_path / "mine").symlink_to("content/ex-1")
    before = held(tmp_path)
    done = run(*words, "--out", out)
    assert done.exit_code == 2
    assert reason in " ".join(done.stderr.split())
    assert held(tmp_path) == before


def test_a_folder_beside_the_content_is_well(run: Run, tmp_path: Path) -> None:
    assert run(*BUILD, "--out", "contents").exit_code == 0
    assert (tmp_path / "contents" / "ex-1" / "herons.html").is_file()


def test_a_folder_that_is_a_link_to_nowhere_is_said_to_be(run: Run, tmp_path: Path) -> None:
    (tmp_path / "build").symlink_to("nowhere")
    done = run(*BUILD)
    assert done.exit_code == 2
    assert f"{tmp_path / 'build'} can't be written: it is a link that leads nowhere" in done.stderr
    assert "meanwhile" not in done.stderr


@pytest.mark.parametrize(
    ("name", "form"), [("styles.docx", "docx"), ("style.css", "pdf"), ("style.css", "html"), ("paper.html.j2", "html")]
)
@pytest.mark.parametrize("lay", [os.mkfifo, lambda path: path.symlink_to("nowhere")], ids=["pipe", "link to nowhere"])
def test_a_template_that_is_no_file_is_not_passed_over(
    run: Run, tmp_path: Path, name: str, form: str, lay: Callable[[Path], None]
) -> None:
    (tmp_path / "templates").mkdir()
    lay(tmp_path / "templates" / name)
    done = run("build", "ex-1/herons", "--format", form)
    assert done.exit_code == 1
    assert f"templates/{name}" in done.stderr
    assert not (tmp_path / "build" / "ex-1").exists()


@pytest.mark.parametrize("lay", [os.mkfifo, lambda path: path.symlink_to("nowhere")], ids=["pipe", "link to nowhere"])
def test_a_start_that_is_no_file_is_not_passed_over(run: Run, tmp_path: Path, lay: Callable[[Path], None]) -> None:
    (tmp_path / "templates" / "new").mkdir(parents=True)
    lay(tmp_path / "templates" / "new" / "paper.yaml")
    done = run("new", "paper", "ex-1/storks")
    assert done.exit_code == 2
    assert "templates/new/paper.yaml` can't be read" in " ".join(done.stderr.split())
