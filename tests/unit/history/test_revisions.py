"""Which revisions a call names, and what is said of those that are not there."""

import subprocess
from pathlib import Path

import pytest
import repositories
from repositories import History

from neaspec_docs.history import git, revisions
from neaspec_docs.history.git import CannotCompareError

KNOWN = {"ex-1", "ex-1/herons"}


def _read(history: History, *words: str, targets: tuple[str, ...] | None = None) -> tuple[str, str, tuple[str, ...]]:
    found, left = revisions.read(words, targets, git.around(history.folder), KNOWN)
    return found.old.name, found.new.name, left


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ((), ("HEAD", "the working tree", ())),
        (("HEAD~1",), ("HEAD~1", "the working tree", ())),
        (("v1", "ex-1"), ("v1", "the working tree", ("ex-1",))),
        (("ex-1/herons",), ("HEAD", "the working tree", ("ex-1/herons",))),
        (("ex-1/", "ex-1/herons"), ("HEAD", "the working tree", ("ex-1/", "ex-1/herons"))),
        (("v1..HEAD", "ex-1"), ("v1", "HEAD", ("ex-1",))),
        (("v1..",), ("v1", "HEAD", ())),
        (("..v1",), ("HEAD", "v1", ())),
        (("..",), ("HEAD", "HEAD", ())),
        (("@{0}",), ("@{0}", "the working tree", ())),
        ((":/second",), (":/second", "the working tree", ())),
    ],
)
def test_the_first_word_is_a_revision_if_git_knows_it(
    history: History, words: tuple[str, ...], meant: tuple[str, str, tuple[str, ...]]
) -> None:
    history.git("tag", "--annotate", "--message", "first", "v1")
    history.commit(message="second")
    assert _read(history, *words) == meant


def test_dashes_part_revisions_from_targets(history: History) -> None:
    assert _read(history, targets=("ex-1",)) == ("HEAD", "the working tree", ("ex-1",))
    assert _read(history, "HEAD", targets=()) == ("HEAD", "the working tree", ())
    with pytest.raises(CannotCompareError, match=r"two as `HEAD\.\.ex-1`, stand before `--`"):
        _read(history, "HEAD", "ex-1", targets=())


def test_a_branch_that_is_named_like_a_meeting_is_asked_about(history: History) -> None:
    history.git("branch", "ex-1")
    with pytest.raises(CannotCompareError, match="write `ex-1 --` for the revision, `-- ex-1` for the other"):
        _read(history, "ex-1")
    assert _read(history, "ex-1", targets=())[0] == "ex-1"


def test_a_meeting_is_no_part_of_a_hash(history: History) -> None:
    start = history.git("rev-parse", "HEAD")[:6]
    found, left = revisions.read((start,), None, git.around(history.folder), {start})
    assert (found.old.name, left) == ("HEAD", (start,))
    assert revisions.read((start,), None, git.around(history.folder), KNOWN)[0].old.name == start


def test_three_dots_begin_where_the_branch_left(history: History) -> None:
    fork = history.git("rev-parse", "HEAD")
    history.git("switch", "--quiet", "--create", "side")
    history.commit()
    history.git("switch", "--quiet", "main")
    history.commit(message="on main")
    found, _ = revisions.read(("main...side",), None, git.around(history.folder), KNOWN)
    assert (found.old.commit, found.new.name) == (fork, "side")
    assert fork.startswith(found.old.name)
    history.git("switch", "--quiet", "--orphan", "other")
    history.commit()
    with pytest.raises(CannotCompareError, match=r"no commit in common; write `\.\.` for `\.\.\.`"):
        _read(history, "main...other")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("mian",), "there is no revision, meeting or paper `mian`; did you mean `main`?"),
        (("ex-1/heron",), "there is no revision, meeting or paper `ex-1/heron`; did you mean `ex-1/herons`?"),
        (("mian..",), "there is no revision `mian`; did you mean `main`?"),
        (("HEAD..v1.1",), "there is no revision `v1.1`; did you mean `v1.0`?"),
        (("HEAD~7",), "there is no revision `HEAD~7`; `HEAD` has a history of 1 commit"),
        (("main@{u}",), "there is no revision `main@{u}`, though `main` is one"),
        (("HEAD", "main"), "`main` is a revision too; two are written `HEAD..main`"),
    ],
)  # fmt: skip
def test_what_is_not_there_is_answered_with_the_nearest(history: History, words: tuple[str, ...], said: str) -> None:
    history.git("tag", "v1.0")
    with pytest.raises(CannotCompareError) as wrong:
        _read(history, *words)
    assert str(wrong.value) == said


def test_what_begins_with_a_dash_is_no_option_of_git(history: History, tmp_path: Path) -> None:
    with pytest.raises(CannotCompareError, match="there is no revision `--output="):
        _read(history, f"--output={tmp_path / 'x'}", targets=())
    assert not (tmp_path / "x").exists()
    assert git.around(history.folder).commit("--all") is None


def test_a_paper_that_is_gone_is_still_a_target(history: History) -> None:
    found = revisions.read(("ex-1/herons",), None, git.around(history.folder), set())
    assert found[1] == ("ex-1/herons",)


def test_a_repository_without_a_commit_has_nothing_to_compare_with(tmp_path: Path) -> None:
    empty = History(tmp_path)
    empty.git("init", "--quiet")
    with pytest.raises(CannotCompareError, match="no commit yet"):
        _read(empty)


def test_a_shallow_clone_says_so(history: History, tmp_path: Path) -> None:
    history.commit()
    history.git("clone", "--quiet", "--depth", "1", f"file://{history.folder}", str(tmp_path / "clone"))
    with pytest.raises(CannotCompareError, match="`git fetch --unshallow` brings the rest"):
        _read(History(tmp_path / "clone"), "HEAD~1")


def test_outside_of_a_repository_says_so(tmp_path: Path) -> None:
    with pytest.raises(CannotCompareError, match=r"is in no git repository.*`--files OLD NEW` needs none"):
        git.around(tmp_path)


def test_a_branch_without_a_commit_says_what_else_there_is(history: History) -> None:
    history.git("checkout", "--quiet", "--orphan", "fresh")
    repository = git.around(history.folder)
    with pytest.raises(CannotCompareError, match="the branch has no commit yet; name what to compare with, as `main`"):
        revisions.read((), None, repository, ())
    found, _ = revisions.read(("main",), None, repository, ())
    assert found.old.commit == repository.commit("main")


def test_branches_that_parted_before_a_shallow_clone_begins(history: History, tmp_path: Path) -> None:
    history.commit()
    history.git("branch", "other", "HEAD~1")
    url = f"file://{history.folder}"
    history.git("clone", "--quiet", "--depth", "1", "--no-single-branch", url, str(tmp_path / "clone"))
    with pytest.raises(CannotCompareError, match=r"in common in this clone.*`git fetch --unshallow` brings the rest"):
        revisions.read(("origin/other...main",), None, git.around(tmp_path / "clone"), ())


def test_a_bare_repository_has_no_working_tree(history: History, tmp_path: Path) -> None:
    history.git("clone", "--quiet", "--bare", str(history.folder), str(tmp_path / "bare"))
    for folder in (tmp_path / "bare", history.folder / ".git"):
        with pytest.raises(CannotCompareError, match=r"lies in the store of a repository.*git worktree add FOLDER"):
            git.around(folder)


def test_a_repository_of_somebody_else_says_how_to_trust_it(history: History, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")  # git's own way to test it
    with pytest.raises(CannotCompareError) as wrong:
        git.around(history.folder / "content")
    assert f"`git config --global --add safe.directory {history.folder}`" in str(wrong.value)


def test_without_git_says_so(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(CannotCompareError, match="git is not installed"):
        git.around(tmp_path)


def test_what_a_calling_git_says_of_its_own_repository_is_not_heard(
    history: History, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    other = repositories.begun(tmp_path / "other")
    other.commit()
    monkeypatch.setenv("GIT_DIR", str(other.folder / ".git"))
    monkeypatch.setenv("GIT_INDEX_FILE", ".git/nothing")
    monkeypatch.setenv("GIT_WORK_TREE", "/")
    head = git.around(history.folder).commit("HEAD")
    monkeypatch.undo()
    assert head == subprocess.run(
        ["git", "rev-parse", "HEAD"], cwd=history.folder, capture_output=True, text=True, check=True
    ).stdout.strip()  # fmt: skip
