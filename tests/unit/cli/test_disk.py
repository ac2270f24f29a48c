"""What the disk refuses is said with what happened and what to do; all is as it was."""

import ctypes
import errno
import fcntl
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from faults import content, held

from neaspec_docs.cli import disk
from neaspec_docs.cli.main import main
from neaspec_docs.write import files

Run = Callable[..., Result]
BUILD = ("build", "ex-1/herons", "--format", "html")
ELSEWHERE = ", or write elsewhere, with `--out`; no file has changed\n"


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Return a caller of the program in a small project."""
    content(tmp_path, 2024)
    return lambda *words: CliRunner().invoke(main, ["-C", str(tmp_path), *words], catch_exceptions=False)


def _as_anyone() -> None:
    """Give up the right to write where one has no right to: root, whose tests this may be, has it (capabilities(7))."""
    drop, override, search = 24, 1, 2
    for right in (override, search):
        ctypes.CDLL(None).prctl(drop, right, 0, 0, 0)


def _refused(folder: Path, *words: str) -> str:
    """Return what the program says to someone who has no more rights than others."""
    call = [sys.executable, "-m", "neaspec_docs", "-C", str(folder), *words]
    done = subprocess.run(call, check=False, capture_output=True, text=True, preexec_fn=_as_anyone, timeout=300)
    assert (done.returncode, done.stdout) == (2, "")
    return done.stderr


def test_an_output_folder_that_may_not_be_written(run: Run, tmp_path: Path) -> None:
    assert run(*BUILD).exit_code == 0
    old = held(tmp_path / "build")
    content(tmp_path, 2025)
    folder = tmp_path / "build" / "ex-1"
    folder.chmod(0o555)
    said = _refused(tmp_path, *BUILD)
    folder.chmod(0o755)
    assert f"Error: {folder}/herons.html can't be written: permission denied\n" in said
    assert said.endswith(f"  = help: ask for the right to write there{ELSEWHERE}")
    assert held(tmp_path / "build") == old


@pytest.mark.parametrize("words", [("fmt",), ("check", "--fix"), ("new", "paper", "ex-1/storks")])
def test_content_that_may_not_be_written(tmp_path: Path, words: tuple[str, ...]) -> None:
    content(tmp_path, 2024)
    old = held(tmp_path)
    folder = tmp_path / "content" / "ex-1"
    folder.chmod(0o555)
    said = _refused(tmp_path, *words)
    folder.chmod(0o755)
    assert "can't be written: permission denied\n" in said
    assert said.endswith("  = help: ask for the right to write there; no file has changed\n")
    assert held(tmp_path) == old


def test_a_folder_where_a_file_should_be(run: Run, tmp_path: Path) -> None:
    place = tmp_path / "build" / "ex-1" / "herons.html"
    place.mkdir(parents=True)
    done = run(*BUILD)
    assert done.exit_code == 2
    assert (
        f"Error: {place} can't be written: is a directory\n  = help: a folder has the name of the file:" in done.stderr
    )
    assert held(tmp_path / "build") == {}


@pytest.mark.parametrize("place", ["build", "build/ex-1"])
def test_a_file_where_a_folder_should_be(run: Run, tmp_path: Path, place: str) -> None:
    (tmp_path / place).parent.mkdir(exist_ok=True)
    (tmp_path / place).write_bytes(b"mine")
    done = run(*BUILD)
    assert done.exit_code == 2
    assert (
        f"Error: {tmp_path / place} can't be written: not a directory\n  = help: a file has the name of a"
        in done.stderr
    )
    assert (tmp_path / place).read_bytes() == b"mine"


def test_a_file_that_is_read_only(run: Run, tmp_path: Path) -> None:
    place = tmp_path / "build" / "ex-1" / "herons.html"
    place.parent.mkdir(parents=True)
    place.write_bytes(b"signed")
    place.chmod(0o444)
    done = run(*BUILD)
    assert done.exit_code == 2
    assert f"Error: {place} can't be written: it is read-only\n  = help: if you mean it, allow it" in done.stderr
    assert place.read_bytes() == b"signed"


def test_a_path_that_is_too_long(run: Run, tmp_path: Path) -> None:
    done = run(*BUILD, "--out", "/".join([str(tmp_path), *["folder" * 20] * 40]))
    assert done.exit_code == 2
    assert "can't be written: file name too long\n  = help: the path is too long" in done.stderr
    assert not any(path.name.startswith("folder") for path in tmp_path.iterdir())


def test_a_file_that_is_open_and_locked_elsewhere_is_new_for_the_next_who_opens_it(run: Run, tmp_path: Path) -> None:
    assert run(*BUILD).exit_code == 0
    place = tmp_path / "build" / "ex-1" / "herons.html"
    old = place.read_bytes()
    content(tmp_path, 2025)
    with place.open("rb") as reader:
        fcntl.flock(reader, fcntl.LOCK_EX)
        assert run(*BUILD).exit_code == 0
        assert reader.read() == old
    assert place.read_bytes() != old


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EIO, errno.EBUSY, errno.EMFILE])
def test_each_refusal_has_its_cure(number: int, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as end, disk.writing_below(tmp_path), files.refusing():
        raise OSError(number, os.strerror(number), "a.docx")
    said = capsys.readouterr().err
    assert end.value.code == 2
    assert said.lower().startswith(f"error: a.docx can't be written: {os.strerror(number)}\n  = help: ".lower())
    assert said.endswith("; no file has changed\n")
    assert "mend that" not in said


def test_a_copy_that_fails_is_said_by_the_first_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    why = OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), "from.yaml", None, "to.yaml")
    with pytest.raises(SystemExit), disk.writing_below(tmp_path), files.refusing():
        raise shutil.Error([("from.yaml", "to.yaml", str(why))])
    assert capsys.readouterr().err.startswith("Error: to.yaml can't be written: no space left on device\n")


def test_where_no_temporary_file_can_be_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit), disk.writing_below(tmp_path), files.refusing():
        raise FileNotFoundError(errno.ENOENT, "No usable temporary directory found in ['/tmp']")
    assert "name another in the variable TMPDIR" in capsys.readouterr().err


def test_an_old_file_that_can_not_be_put_back_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    first, second = tmp_path / "a.html", tmp_path / "b.html"
    first.write_text("old")
    replace, taken = os.replace, list[Path]()

    def refused(source: Path, target: Path) -> None:
        taken.append(target)
        if len(taken) > 1:
            raise OSError(errno.EIO, "Input/output error")
        replace(source, target)

    monkeypatch.setattr(os, "replace", refused)
    with pytest.raises(SystemExit) as ended, disk.writing_below(tmp_path):
        files.save({first: b"new", second: b"new"})
    (left,) = (path for path in tmp_path.iterdir() if path != first)
    assert (ended.value.code, left.read_text()) == (2, "old")
    said = capsys.readouterr().err
    assert f"Error: {second} can't be written: input/output error\n" in said
    assert said.endswith(f"; the old {first} is now {left}: give it its name back before you call again\n")


def test_what_a_library_says_of_a_file_is_no_refusal_to_write(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="broken data stream"), disk.writing_below(tmp_path):
        raise OSError("broken data stream when reading image file")


def test_a_folder_that_no_one_can_make_is_no_endless_wait(tmp_path: Path) -> None:
    content(tmp_path, 2024)
    said = _refused(tmp_path, *BUILD, "--out", "/proc/neaspec-docs")
    assert "Error: /proc/neaspec-docs can't be written: no folder can be made there\n" in said
    assert "meanwhile" not in said
