"""Two files anywhere, as versions of a project: what difftool hands over, copies, files that are not there."""

import os
from collections.abc import Iterator
from pathlib import Path
from shutil import copy2

import pytest
import repositories
from repositories import MEETING, PAPER, History

from neaspec_docs.history import two_files
from neaspec_docs.history.git import CannotCompareError
from neaspec_docs.load import tree
from neaspec_docs.project import Project


@pytest.fixture
def temporary(tmp_path: Path) -> Path:
    """Return a file such as difftool makes of the old version of a paper."""
    file = tmp_path / "git-blob-a1" / "herons.yaml"
    file.parent.mkdir()
    file.write_text(PAPER.replace("They wait.", "They slept."), "utf-8")
    return file


def _words(project: Project, paper: str) -> str:
    return repr(tree.content(project).papers[paper])


def test_the_old_file_stands_in_for_its_fellow(history: History, temporary: Path) -> None:
    project = Project(history.folder)
    with two_files.versions(history.folder, (temporary, Path("content/ex-1/herons.yaml")), project) as found:
        assert found.files == ("content/ex-1/herons.yaml", "content/ex-1/herons.yaml")
        assert found.new.project == project
        assert "They slept." in _words(found.old.project, "ex-1/herons")
        assert tree.content(found.old.project).meetings["ex-1"].venue == "Ulaanbaatar"
        assert found.old.called("content/ex-1/herons.yaml") == str(temporary)
        assert found.new.called("content/ex-1/meeting.yaml") == "content/ex-1/meeting.yaml"
    assert "They wait." in (history.folder / "content/ex-1/herons.yaml").read_text("utf-8")


def test_two_files_from_outside_go_by_the_name_of_one_inside(history: History, temporary: Path) -> None:
    with two_files.versions(history.folder, (temporary, temporary), Project(history.folder)) as found:
        assert found.files == ("content/ex-1/herons.yaml", "content/ex-1/herons.yaml")
        assert "They slept." in _words(found.new.project, "ex-1/herons")


def test_a_file_that_is_not_there_is_a_paper_less(history: History) -> None:
    paper = Path("content/ex-1/herons.yaml")
    for files, missing in (((Path("/dev/null"), paper), 0), ((paper, Path("/dev/null")), 1)):
        with two_files.versions(history.folder, files, Project(history.folder)) as found:
            versions = (found.old, found.new)
            assert "ex-1/herons" not in tree.content(versions[missing].project).papers
            assert "ex-1/herons" in tree.content(versions[1 - missing].project).papers


def test_without_a_project_a_meeting_is_made_up(tmp_path: Path, temporary: Path) -> None:
    temporary.write_text(PAPER.replace("title: Herons", "title: Herons\nagenda: birds"), "utf-8")
    named = temporary.with_name("Report, final (2).yaml")
    temporary.rename(named)
    with two_files.versions(tmp_path, (Path("/dev/null"), named), None) as found:
        content = tree.content(found.new.project)
        assert content.diagnostics == ()
        assert list(content.papers) == ["files/report-final-2"]
        assert [item.id for item in content.meetings["files"].agenda] == ["birds"]


def test_two_papers_of_the_content_are_each_what_they_are(history: History) -> None:
    history.write("content/ex-2/meeting.yaml", MEETING.replace("EX-1", "EX-2"))
    history.write("content/ex-2/herons.yaml", PAPER)
    files = (Path("content/ex-1/herons.yaml"), Path("content/ex-2/herons.yaml"))
    with two_files.versions(history.folder, files, Project(history.folder)) as found:
        assert found.files == tuple(str(file) for file in files)
        assert found.old.project == found.new.project


def test_a_meeting_is_known_by_what_stands_in_it(history: History, tmp_path: Path) -> None:
    other = tmp_path / "old.yaml"
    other.write_text(MEETING, "utf-8")
    with two_files.versions(history.folder, (other, Path("content/ex-1/meeting.yaml")), None) as found:
        assert found.files == ("content/ex-1/meeting.yaml", "content/ex-1/meeting.yaml")
    with two_files.versions(tmp_path, (other, other), None) as found:
        assert found.files == ("content/files/meeting.yaml", "content/files/meeting.yaml")


def test_what_content_shows_from_outside_of_it_is_there(history: History, temporary: Path) -> None:
    history.write("file-at-the-top", "")
    history.write("shared/film.mp4", "")
    history.write("shared/map.svg", '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>')
    shown = "  - figure: Map\n    image: ../../shared/map.svg\n    alt: Lakes\n  - section"
    temporary.write_text(PAPER.replace("  - section", shown), "utf-8")
    history.edit("content/ex-1/herons.yaml", "  - section", shown)
    with two_files.versions(history.folder, (temporary, Path("content/ex-1/herons.yaml")), None) as found:
        assert tree.content(found.old.project).diagnostics == ()
        assert [path.name for path in (found.old.project.root / "shared").iterdir()] == ["map.svg"]
        assert not (found.old.project.root / "file-at-the-top").exists()


def test_where_nothing_is_asked_for_the_project_is_not_searched(
    history: History, temporary: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    searched: list[Path] = []
    others = two_files._others

    def heard(root: Path) -> Iterator[str]:
        searched.append(root)
        yield from others(root)

    monkeypatch.setattr(two_files, "_others", heard)
    files = (temporary, Path("content/ex-1/herons.yaml"))
    with two_files.versions(history.folder, files, None):
        assert searched == []
    history.write("templates/paper.html.j2", "{# asks #}")
    with two_files.versions(history.folder, files, None):
        assert searched == [history.folder]


def test_a_pipe_and_what_may_not_be_read_are_left(
    history: History, temporary: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    os.mkfifo(history.folder / "content/ex-1/pipe.yaml")
    (history.folder / "content/ex-1/.#herons.yaml").symlink_to("ann@host.123:456")
    history.write("content/ex-1/locked.yaml", "x")

    def refused(*_: object, **__: object) -> None:
        raise OSError(18, "Invalid cross-device link")

    def copied(source: str, copy: str, *, follow_symlinks: bool) -> None:
        if source.endswith("locked.yaml"):
            raise PermissionError(13, "Permission denied", source)
        copy2(source, copy, follow_symlinks=follow_symlinks)

    monkeypatch.setattr(os, "link", refused)
    monkeypatch.setattr(two_files, "copy2", copied)
    files = (temporary, Path("content/ex-1/herons.yaml"))
    with two_files.versions(history.folder, files, None) as found:
        names = {path.name for path in (found.old.project.root / "content/ex-1").iterdir()}
    assert names == {".#herons.yaml", "herons.yaml", "meeting.yaml"}


def test_a_project_that_can_not_be_copied_is_said_to_be_one(
    history: History, temporary: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "link", refused)
    monkeypatch.setattr(two_files, "copy2", refused)
    said = r"^the project can't be copied for its other version: \[Errno 28\] No space left on device$"
    files = (temporary, Path("content/ex-1/herons.yaml"))
    with pytest.raises(CannotCompareError, match=said), two_files.versions(history.folder, files, None):
        pass


def test_what_git_hands_over_is_what_it_is_named_by(history: History, temporary: Path) -> None:
    history.write("content/ex-2/meeting.yaml", MEETING.replace("EX-1", "EX-2"))
    history.write("content/ex-2/herons.yaml", PAPER)
    for named in ("content/ex-2/herons.yaml", "content/ex-3/storks.yaml"):
        with two_files.versions(history.folder, (temporary, temporary), None, Path(named)) as found:
            assert found.files == (named, named)
            assert (found.old.name, found.new.name) == ("the old version", "the new version")
            assert found.old.called(named) == f"old:{named}"
            assert "They slept." in _words(found.old.project, named.removeprefix("content/").removesuffix(".yaml"))
    in_place = Path("content/ex-2/herons.yaml")
    with two_files.versions(history.folder, (Path("/dev/null"), in_place), None, in_place) as found:
        assert (found.old.name, found.new.name) == ("no file", "content/ex-2/herons.yaml")
        assert found.new.called(str(in_place)) == str(in_place)
    with two_files.versions(history.folder, (temporary, temporary), Project(history.folder), Path("x.yaml")) as found:
        assert found.files == ("content/files/herons.yaml",) * 2


@pytest.mark.parametrize(
    ("files", "said"),
    [
        (("gone.yaml", "content/ex-1/herons.yaml"), "there is no file `gone.yaml`"),
        (("content", "content"), "`content` is a folder; `--files` compares two files"),
        (("/dev/null", "/dev/null"), "both files are not there, so there is nothing to compare"),
    ],
)
def test_files_that_cannot_be_had(history: History, files: tuple[str, str], said: str) -> None:
    with (
        pytest.raises(CannotCompareError) as wrong,
        two_files.versions(history.folder, (Path(files[0]), Path(files[1])), None),
    ):
        pass
    assert str(wrong.value) == said


def test_git_need_not_be_there(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, temporary: Path) -> None:
    monkeypatch.setenv("PATH", "")
    with two_files.versions(tmp_path, (temporary, temporary), None) as found:
        assert found.repository is None


def test_the_project_may_be_a_copy_on_another_disk(
    history: History, temporary: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError("another disk")

    monkeypatch.setattr(os, "link", refuse)
    with two_files.versions(history.folder, (temporary, Path("content/ex-1/herons.yaml")), None) as found:
        assert "They slept." in _words(found.old.project, "ex-1/herons")


def test_below_the_top(tmp_path: Path, temporary: Path) -> None:
    history = repositories.begun(tmp_path / "top", "papers/")
    files = (temporary, Path("papers/content/ex-1/herons.yaml"))
    with two_files.versions(history.folder, files, None) as found:
        assert found.new.project.root == history.folder / "papers"
