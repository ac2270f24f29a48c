"""`diff` as scripts know it: what it compares, exit codes, what goes where, revisions that do not load."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
import repositories
from click.shell_completion import ShellComplete
from click.testing import CliRunner, Result
from repositories import MEETING, PAPER, History

from neaspec_docs.cli.main import main

Run = Callable[..., Result]
HERONS = "content/ex-1/herons.yaml"


@pytest.fixture
def history(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> History:
    repositories.alone(monkeypatch)
    return repositories.begun(tmp_path / "top")


@pytest.fixture
def run(history: History) -> Run:
    return lambda *words: CliRunner().invoke(main, ["-C", str(history.folder), *words], catch_exceptions=False)


def _changes(done: Result) -> list[tuple[str, str, str]]:
    """Return paper, kind and type of each change."""
    papers = json.loads(done.stdout)["papers"]
    return [(paper["paper"], one["kind"], one["type"]) for paper in papers for one in paper["changes"]]


def test_without_words_the_folder_is_compared_with_the_last_commit(run: Run, history: History) -> None:
    same = run("diff", "--exit-code")
    assert (same.exit_code, same.stdout, same.stderr) == (0, "No changes\n", "")
    history.edit(HERONS, "They wait.", "They sleep.")
    done = run("diff")
    assert done.exit_code == 0
    assert "They [-wait-]{+sleep+}." in done.stdout
    assert done.stderr == ""
    assert run("diff", "--exit-code").exit_code == 1
    history.commit()
    assert run("diff", "--exit-code").exit_code == 0


def test_a_revision_and_a_range(run: Run, history: History) -> None:
    history.edit(HERONS, "They wait.", "They sleep.")
    history.commit()
    history.edit(HERONS, "[South, 3]", "[South, 4]")
    assert _changes(run("diff", "HEAD~1", "--json")) == [
        ("ex-1/herons", "changed", "paragraph"), ("ex-1/herons", "changed", "table"),
    ]  # fmt: skip
    assert _changes(run("diff", "HEAD~1..HEAD", "--json")) == [("ex-1/herons", "changed", "paragraph")]
    assert _changes(run("diff", "--json", "ex-1/herons")) == [("ex-1/herons", "changed", "table")]
    assert _changes(run("diff", "HEAD~1..", "--json", "--", "ex-1")) == [("ex-1/herons", "changed", "paragraph")]


def test_only_what_the_targets_name_is_said(run: Run, history: History) -> None:
    history.edit(HERONS, "They wait.", "They sleep.")
    history.edit("content/ex-1/meeting.yaml", "venue: Ulaanbaatar", "venue: Ulaanbaatar\nchair: Mongolia")
    assert {paper for paper, *_ in _changes(run("diff", "ex-1/herons", "--json"))} == {"ex-1/herons"}
    assert {paper for paper, *_ in _changes(run("diff", "ex-1", "--json"))} == {"ex-1", "ex-1/herons"}


def test_a_new_file_counts_though_git_was_not_told_of_it(run: Run, history: History) -> None:
    history.write("content/ex-1/reeds.yaml", PAPER.replace("Herons", "Reeds").replace("They wait.", "Wind blows."))
    history.edit("content/ex-1/meeting.yaml", "[herons]", "[herons, reeds]")
    assert "ex-1/reeds" in run("diff").stdout


def test_a_paper_that_has_another_name_now_is_the_same_paper(run: Run, history: History) -> None:
    (history.folder / HERONS).rename(history.folder / "content/ex-1/birds.yaml")
    history.edit("content/ex-1/meeting.yaml", "[herons]", "[birds]")
    history.edit("content/ex-1/birds.yaml", "They wait.", "They sleep.")
    for name in ("ex-1/herons", "ex-1/birds"):
        assert _changes(run("diff", name, "--json")) == [("ex-1/birds", "changed", "paragraph")]


def test_a_paper_that_is_gone_may_be_asked_for(run: Run, history: History) -> None:
    (history.folder / HERONS).unlink()
    history.edit("content/ex-1/meeting.yaml", "[herons]", "[]")
    done = run("diff", "ex-1/herons", "--exit-code")
    assert done.exit_code == 1
    assert "ex-1/herons" in done.stdout


def test_the_same_text_in_another_form_is_no_change(run: Run, history: History) -> None:
    history.write(HERONS, "# a comment\n" + PAPER.replace("title: Herons", 'title: "Herons"').replace("\n", "\r\n"))
    assert run("diff", "--exit-code").stdout == "No changes\n"


def test_a_revision_that_does_not_load_is_named_and_its_line_is_shown(run: Run, history: History) -> None:
    history.edit(HERONS, "kind: paper", "kind: papre")
    history.commit()
    history.edit(HERONS, "kind: papre", "kind: paper")
    done = run("diff")
    assert done.exit_code == 1
    assert done.stdout == ""
    assert "unknown kind `papre`" in done.stderr
    assert "--> HEAD:content/ex-1/herons.yaml:1:7" in done.stderr
    assert "1 | kind: papre" in done.stderr
    assert "1 error" in done.stderr
    assert run("diff", "HEAD~1").exit_code == 0
    history.edit(HERONS, "title: Herons", "titel: Herons")
    both = run("diff").stderr
    assert "--> HEAD:content/ex-1/herons.yaml:1:7" in both
    assert "--> content/ex-1/herons.yaml:2:1" in both
    assert "2 errors" in both


def test_content_need_only_load(run: Run, history: History) -> None:
    history.edit(HERONS, "They wait.", "They wait, see [](#nowhere), {{ facts.none }}.[^none]")
    history.commit()
    history.edit(HERONS, "Reeds grow", "Tall reeds grow")
    done = run("diff", "--json")
    assert done.stderr == ""
    assert _changes(done) == [("ex-1/herons", "changed", "paragraph")]


def test_a_fault_elsewhere_stops_only_who_asks_for_all(run: Run, history: History) -> None:
    history.write("content/ex-2/meeting.yaml", MEETING.replace("title", "titel"))
    assert run("diff", "ex-1/herons").exit_code == 0
    done = run("diff")
    assert done.exit_code == 1
    assert "--> content/ex-2/meeting.yaml:1:1" in done.stderr


@pytest.mark.parametrize("form", ["text", "markdown", "html", "json"])
def test_every_format_goes_to_the_standard_output(run: Run, history: History, form: str) -> None:
    history.edit(HERONS, "They wait.", "They sleep.")
    done = run("diff", "--format", form)
    assert done.exit_code == 0
    assert done.stderr == ""
    assert "sleep" in done.stdout
    assert done.stdout.endswith("\n")
    assert "\x1b" not in done.stdout


def test_two_files_need_no_git(history: History, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    old = tmp_path / "before.yaml"
    old.write_text(PAPER, "utf-8")
    history.edit(HERONS, "They wait.", "They sleep.")
    monkeypatch.setenv("PATH", "")
    runner = CliRunner()
    done = runner.invoke(main, ["-C", str(history.folder), "diff", "--json", "--files", str(old), HERONS])
    assert _changes(done) == [("ex-1/herons", "changed", "paragraph")]
    assert json.loads(done.stdout)["old"] == str(old)
    loose = runner.invoke(main, ["-C", str(tmp_path), "diff", "--json", "--files", os.devnull, str(old)])
    assert loose.exit_code == 0
    assert {kind for _, kind, _ in _changes(loose)} == {"added"}
    old.write_text("kind: [", "utf-8")
    broken = runner.invoke(main, ["-C", str(history.folder), "diff", "--files", str(old), HERONS])
    assert broken.exit_code == 1
    assert f"--> {old}:1:" in broken.stderr


def test_two_meetings(run: Run, tmp_path: Path) -> None:
    old = tmp_path / "before.yaml"
    old.write_text(MEETING.replace("Ulaanbaatar", "Incheon"), "utf-8")
    done = run("diff", "--json", "--files", str(old), "content/ex-1/meeting.yaml")
    assert _changes(done) == [("ex-1", "changed", "meeting")]


def test_facts_of_two_files_show_in_the_papers_that_state_them(run: Run, history: History, tmp_path: Path) -> None:
    history.edit(HERONS, "They wait.", "They wait at {{ facts.lakes }} lakes.")
    history.write("content/facts.yaml", "lakes: '3'\n")
    old = tmp_path / "facts.yaml"
    old.write_text("lakes: '2'\n", "utf-8")
    done = run("diff", "--files", str(old), "content/facts.yaml")
    assert "at [-2-]{+3+} lakes" in done.stdout


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("mian",), "there is no revision, meeting or paper `mian`; did you mean `main`?"),
        (("HEAD~4",), "there is no revision `HEAD~4`; `HEAD` has a history of 1 commit"),
        (("HEAD..mian",), "there is no revision `mian`; did you mean `main`?"),
        (("HEAD", "ex-1/heron"), "there is no meeting or paper `ex-1/heron`; did you mean `ex-1/herons`?"),
        (("--", "main"), "there is no meeting or paper `main`; the only meeting is `ex-1`"),
        (("--", "-x"), "there is no meeting or paper `-x`"),
        (("--format", "pdf"), "'pdf' is not one of"),
        (("--exit-cod",), "--exit-code"),
        (("--files", "a.yaml"), "requires 2 arguments"),
        (("--files", "a.yaml", "b.yaml"), "there is no file `a.yaml`"),
        (("--files", "a.yaml", "b.yaml", "HEAD"), "`--files OLD NEW` stands alone"),
    ],
)
def test_a_wrong_call_exits_2_and_says_why(run: Run, words: tuple[str, ...], said: str) -> None:
    done = run("diff", *words)
    assert done.exit_code == 2
    assert said in done.stderr
    assert done.stderr.startswith("Error: ")
    assert done.stdout == ""


def test_outside_of_a_repository_and_without_git(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    repositories.alone(monkeypatch)
    History(tmp_path).write(HERONS, PAPER)
    done = CliRunner().invoke(main, ["-C", str(tmp_path), "diff"])
    assert done.exit_code == 2
    assert "is in no git repository" in done.stderr
    monkeypatch.setenv("PATH", "")
    done = CliRunner().invoke(main, ["-C", str(tmp_path), "diff"])
    assert done.exit_code == 2
    assert "git is not installed" in done.stderr


def test_no_colour_where_nobody_sees_it_and_colour_where_one_does(
    history: History, monkeypatch: pytest.MonkeyPatch
) -> None:
    from neaspec_docs.cli import diff

    history.edit(HERONS, "They wait.", "They sleep.")
    monkeypatch.setattr(diff, "coloured", lambda _: True)
    seen = CliRunner().invoke(main, ["-C", str(history.folder), "diff"], color=True)
    assert "\x1b[" in seen.stdout
    assert "[-wait-]" not in seen.stdout


def test_a_reader_that_goes_away_is_no_traceback(history: History) -> None:
    history.edit(HERONS, "They wait.", "They wait. " + "Reeds stand in the wind. " * 3_900)
    folder = history.folder
    done = subprocess.run(
        ["bash", "-c", f'"{sys.executable}" -m neaspec_docs -C "{folder}" diff --format html | head -c 10 >/dev/null'],
        capture_output=True, text=True, check=False, timeout=120,
    )  # fmt: skip
    assert "Traceback" not in done.stderr


def test_the_shell_completes_revisions_and_papers(history: History) -> None:
    history.git("tag", "extra")
    complete = ShellComplete(main, {}, "neaspec-docs", "_X")
    at = ["-C", str(history.folder), "diff"]
    assert [one.value for one in complete.get_completions(at, "ex")] == ["extra", "ex-1", "ex-1/herons"]
    assert "main" in {one.value for one in complete.get_completions(at, "")}
    assert [one.value for one in complete.get_completions(["-C", "/", "diff"], "x")] == []


def test_one_format_at_a_time(run: Run) -> None:
    done = run("diff", "--json", "--format", "html")
    assert (done.exit_code, done.stdout) == (2, "")
    assert "`--json` and `--format html` are two formats; say one" in done.stderr
    assert run("diff", "--json", "--format", "json").exit_code == 0


def test_a_new_meeting_is_all_added(run: Run) -> None:
    done = run("diff", "--json", "--files", os.devnull, "content/ex-1/meeting.yaml")
    assert done.stderr == ""
    assert _changes(done) == [("ex-1", "added", "meeting")]
    gone = run("diff", "--json", "--files", "content/ex-1/meeting.yaml", os.devnull)
    assert _changes(gone) == [("ex-1", "removed", "meeting")]


@pytest.mark.parametrize(
    ("old", "said"),
    [
        (b"lakes: '2'\n", "facts.yaml` is a file of facts and `content/ex-1/herons.yaml` is a paper"),
        (b"kind: \0", "facts.yaml` holds no text"),
    ],
)
def test_two_files_are_of_one_sort_and_text(run: Run, tmp_path: Path, old: bytes, said: str) -> None:
    (tmp_path / "facts.yaml").write_bytes(old)
    done = run("diff", "--files", str(tmp_path / "facts.yaml"), HERONS)
    assert (done.exit_code, done.stdout) == (2, "")
    assert said in done.stderr


CITING = PAPER.replace("Herons stand", "Storks stand").replace("title: Herons", "title: Storks").replace(
    "Reeds grow there.", 'See [](ex-1/herons), [](ex-1/herons#tall "short") and [](#marshes).'
)  # fmt: skip


def test_what_cites_a_paper_or_a_block_by_its_new_name_has_not_changed(run: Run, history: History) -> None:
    history.edit(HERONS, "They wait.\n", "They wait.\n        id: tall\n")
    history.write("content/ex-1/storks.yaml", CITING)
    history.edit("content/ex-1/meeting.yaml", "[herons]", "[herons, storks]")
    history.commit()
    (history.folder / HERONS).rename(history.folder / "content/ex-1/birds.yaml")
    history.edit("content/ex-1/meeting.yaml", "[herons, storks]", "[birds, storks]")
    history.edit("content/ex-1/birds.yaml", "id: tall", "id: grey")
    history.edit(
        "content/ex-1/storks.yaml", "[](ex-1/herons), [](ex-1/herons#tall", "[](ex-1/birds), [](ex-1/birds#grey"
    )
    history.edit("content/ex-1/storks.yaml", "and [](#marshes)", "and [](#wet)")
    history.edit("content/ex-1/storks.yaml", "id: marshes", "id: wet")
    assert {paper for paper, *_ in _changes(run("diff", "--json"))} <= {"ex-1"}
    done = run("redline", "HEAD", "ex-1/storks", "--format", "html")
    assert done.stderr == "Nothing changed in the paper from HEAD to the working tree\n"
    history.edit("content/ex-1/storks.yaml", '#grey "short"', ' "short"')
    said = run("diff", "ex-1/storks").stdout
    assert "paragraph" in said
    assert "](" not in said


def test_a_reference_whose_target_lost_its_id_leads_nowhere(run: Run, history: History) -> None:
    """The target has another id, or none; nobody touched the text with the reference."""
    history.edit(HERONS, "They wait.\n", "They wait.\n        id: tall\n")
    history.edit(HERONS, "Reeds grow there.", "Reeds grow there, see [](#tall).")
    history.commit()
    for was, now in (("id: tall", "id: grey"), ("        id: grey\n", "")):
        history.edit(HERONS, was, now)
        said = run("diff", "ex-1/herons").stdout
        assert "paragraph 1 → [](#tall), which leads nowhere now  content/ex-1/herons.yaml" in said
        assert "1 reference reads differently in 1 paper (HEAD" in said


def test_a_reference_that_leads_elsewhere_is_a_change_though_it_reads_the_same(run: Run, history: History) -> None:
    history.edit(HERONS, "Reeds grow there.", "Reeds grow there, see [the counts](#counts).")
    history.commit()
    history.edit(HERONS, "[the counts](#counts)", "[the counts](#marshes)")
    assert "[-[the counts](#counts)-]{+[the counts](#marshes)+}" in run("diff").stdout
    history.edit(HERONS, "[the counts](#marshes)", "[the marsh](#marshes)")
    assert "[-the counts-]{+the marsh+}" in run("diff").stdout


def test_what_two_files_are_is_said_of_two_files_alone(run: Run, history: History, tmp_path: Path) -> None:
    done = run("diff", "HEAD", "--as", HERONS)
    assert done.exit_code == 2
    assert "`--as PATH` says what the two files of `--files OLD NEW` are, and there are none" in done.stderr
    other = tmp_path / "blob"
    other.write_text((history.folder / HERONS).read_text("utf-8").replace("They wait.", "They sleep."), "utf-8")
    done = run("diff", "--files", str(other), str(history.folder / HERONS), "--as", HERONS)
    assert "ex-1/herons  Herons\n" in done.stdout
    assert str(other) not in done.stdout
