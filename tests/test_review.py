"""What docs/review.md says is so: its commands run in a repository, git shows papers as it says, the workflow works."""

import os
import re
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parents[1]
PAGE = (ROOT / "docs" / "review.md").read_text("utf-8")
WORKFLOW: dict[Any, Any] = yaml.safe_load((ROOT / "docs" / "examples" / "review.yml").read_text("utf-8"))

MEETING = """\
title: Meeting of Examples
short: SOM-24
dates: {start: 2026-03-02, end: 2026-03-03}
venue: Ulaanbaatar
papers: [report]
"""
OLD = """\
kind: report
title: Cranes of the steppe
body:
  - para: The Meeting noted the number of cranes.
  - para: The Meeting agreed to count them again, as [](#count) shows.
    id: again
  - table: Cranes at two lakes
    id: count
    columns: [Lake, Pairs]
    rows: [[North, 12], [South, 7]]
  - para: Paragraph [](#again "number") has no budget.
"""
NEW = OLD.replace("[North, 12]", "[North, 14]").replace(
    "  - para: The Meeting agreed", "  - para: The Chair thanked the Government.\n  - para: The Meeting agreed"
)
NEWEST = NEW.replace("noted the number", "welcomed the number")


def run(script: str, folder: Path, **more: str) -> subprocess.CompletedProcess[str]:
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    who = {f"GIT_{who}_{what}": said for who in ("AUTHOR", "COMMITTER")
           for what, said in (("NAME", "A. N. Editor"), ("EMAIL", "editor@example.org"))}  # fmt: skip
    free = {"PATH": path, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1", **who, **more}
    return subprocess.run(
        ["bash", "-euo", "pipefail", "-c", script], cwd=folder, env={**os.environ, **free}, capture_output=True,
        text=True, check=False, timeout=300,
    )  # fmt: skip


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """Return a repository: `main` has the old paper, `amendments` the new one, the folder a newer one."""
    folder = tmp_path / "content" / "som-24"
    folder.mkdir(parents=True)
    attributes = re.findall(r"```gitattributes\n(.*?)```", PAGE, re.DOTALL)
    (tmp_path / ".gitattributes").write_text("".join(attributes), "utf-8")
    (folder / "meeting.yaml").write_text(MEETING, "utf-8")
    paper = folder / "report.yaml"
    for text, script in (
        (OLD, "git init --quiet --initial-branch main && git add . && git commit --quiet --message old"),
        (NEW, "git checkout --quiet -b amendments && git commit --quiet --all --message new"),
    ):
        paper.write_text(text, "utf-8")
        done = run(script, tmp_path)
        assert done.returncode == 0, done.stderr
    paper.write_text(NEWEST, "utf-8")
    (tmp_path / "before.yaml").write_text(OLD, "utf-8")
    (tmp_path / "after.yaml").write_text(NEW, "utf-8")
    return tmp_path


def blocks(heading: str) -> list[str]:
    section = PAGE.partition(f"\n## {heading}\n")[2].partition("\n## ")[0]
    return re.findall(r"```sh\n(.*?)```", section, re.DOTALL)


@pytest.mark.parametrize("heading", ["What changed", "Redlines", "Two files"])
def test_its_commands_run(heading: str, repository: Path) -> None:
    commands = [line for block in blocks(heading) for line in block.splitlines()]
    assert len(commands) >= 2
    for command in commands:
        done = run(command, repository)
        assert (done.returncode, done.stderr) == (1 if "--exit-code" in command else 0, ""), command
        assert done.stdout or ">" in command, command
    if heading == "Redlines":
        made = sorted(path.name for path in (repository / "build" / "som-24").iterdir())
        assert made == ["report.redline.docx", "report.redline.html", "report.redline.pdf"]


def test_what_the_first_command_says(repository: Path) -> None:
    assert run("neaspec-docs diff", repository).stdout.splitlines()[2:4] == [
        "  paragraph 1 changed (content/som-24/report.yaml:4)",
        "      The Meeting [-noted-]{+welcomed+} the number of cranes.",
    ]
    said = run("neaspec-docs diff main..amendments", repository).stdout
    assert "  paragraph 2 added (content/som-24/report.yaml:5)\n      {+The Chair thanked the Government.+}\n" in said
    assert "      row North, Pairs: 12 → 14\n" in said
    assert "  Renumbered: paragraphs 2 and 3 are now 3 and 4\n" in said


def test_git_shows_papers_as_it_says(repository: Path) -> None:
    command, tool, textconv = blocks("In git's own commands")
    done = run(command, repository)
    assert done.stderr == ""
    changed = "The Meeting [-noted-]{+welcomed+} the number of cranes."
    assert done.stdout.count(changed) == 1  # git diff; --no-ext-diff has the lines
    assert done.stdout.count("som-24/report  Cranes of the steppe\n") == 2  # git diff, git log: never a temporary file
    assert "git-blob" not in done.stdout
    assert "{+The Chair thanked the Government.+}" in done.stdout  # git log
    assert "+  - para: The Meeting welcomed" in done.stdout
    run("git config --remove-section diff.neaspec", repository)

    done = run(tool, repository)
    assert done.stderr == ""
    assert "som-24/report  Cranes of the steppe\n" in done.stdout
    assert "git-blob" not in done.stdout
    assert changed in done.stdout
    assert "{+The Chair thanked the Government.+}" in done.stdout

    done = run(textconv, repository)
    assert done.stderr == ""
    assert "+      The Chair thanked the Government." in done.stdout
    assert " paragraph:\n" in done.stdout
    assert "-      The Meeting" not in done.stdout, "a paragraph that stayed is shown as changed"

    for file, old, new in (("meeting", "Ulaanbaatar", "Incheon"), ("report", "of the steppe", "of the river")):
        path = repository / "content" / "som-24" / f"{file}.yaml"
        path.write_text(path.read_text("utf-8").replace(old, new), "utf-8")
    done = run("git diff --no-ext-diff", repository)
    assert "-venue: Ulaanbaatar\n+venue: Incheon\n" in done.stdout
    assert "+title: Cranes of the river\n" in done.stdout
    assert run("git config --remove-section diff.neaspec", repository).returncode == 0


def test_git_goes_on_after_a_version_that_does_not_load(repository: Path) -> None:
    content = repository / "content"
    (content / "som-25").mkdir()
    for file in ("meeting", "report"):
        (content / "som-25" / f"{file}.yaml").write_bytes((content / "som-24" / f"{file}.yaml").read_bytes())
    (content / "som-24" / "report.yaml").write_text("kind: report\ntitle: [", "utf-8")
    run("git add --all && git commit --quiet --message broken", repository)
    first = blocks("In git's own commands")[0].splitlines()[0]
    done = run(f"{first}\ngit log -p --ext-diff -2 -- content", repository)
    assert "new:content/som-24/report.yaml:2:" in done.stderr
    assert "fatal" not in done.stderr
    assert "som-25/report  Cranes of the steppe\n" in done.stdout
    assert "paragraph 2 added (content/som-24/report.yaml:5)" in done.stdout


# ------------------------------------------------------------------ the workflow

GH = """\
#!/usr/bin/env bash
printf '%q ' "$@" >> "$CALLS"; echo >> "$CALLS"
case "$*" in *--jq*) printf '%s' "$KNOWN" ;; esac
"""


def steps() -> Mapping[str, dict[str, Any]]:
    return {step["name"]: step for step in WORKFLOW["jobs"]["review"]["steps"] if "name" in step}


def test_the_workflow_may_do_no_more_than_it_must() -> None:
    assert WORKFLOW["permissions"] == {"contents": "read", "pull-requests": "write"}
    assert list(WORKFLOW[True]) == ["pull_request"]  # YAML 1.1 reads `on` so
    scripts = "\n".join(step.get("run", "") for step in WORKFLOW["jobs"]["review"]["steps"])
    assert "${{" not in scripts, "what a stranger may choose must not become a command"
    checkout = WORKFLOW["jobs"]["review"]["steps"][0]
    assert checkout["with"] == {"fetch-depth": 0, "persist-credentials": False}


def test_the_workflow_says_what_changed_and_makes_redlines(repository: Path, tmp_path: Path) -> None:
    (tmp_path / "summary").touch()
    done = run(
        "git commit --quiet --all --message newest; git update-ref refs/remotes/origin/main main\n"
        + steps()["Say what changed"]["run"],
        repository, GITHUB_BASE_REF="main", GITHUB_STEP_SUMMARY=str(tmp_path / "summary"),
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, "")
    assert "::warning" not in done.stdout
    made = {path.relative_to(repository / "review").as_posix() for path in (repository / "review").rglob("*.*")}
    assert {"changes.md", "changes.html", "changes.json"} < made
    assert {Path(name).name for name in made} >= {"report.redline.docx", "report.redline.pdf"}
    comment = (repository / "review" / "changes.md").read_text("utf-8")
    assert comment == (tmp_path / "summary").read_text("utf-8")
    assert comment.startswith("<!-- neaspec-docs diff -->\n## 3 changes in 1 paper\n")


@pytest.mark.parametrize(
    ("known", "text", "call"),
    [
        ("", "<!-- neaspec-docs diff -->\n## 1 change in 1 paper\n", "pr comment 7 "),
        ("", "<!-- neaspec-docs diff -->\nNo changes\n", ""),
        ("991\n", "<!-- neaspec-docs diff -->\nNo changes\n", "--method PATCH repos/o/r/issues/comments/991 "),
    ],
)
def test_the_workflow_keeps_to_one_comment(known: str, text: str, call: str, tmp_path: Path) -> None:
    (tmp_path / "review").mkdir()
    (tmp_path / "review" / "changes.md").write_text(text, "utf-8")
    gh = tmp_path / "bin" / "gh"
    gh.parent.mkdir()
    gh.write_text(GH, "utf-8")
    gh.chmod(0o755)
    calls = tmp_path / "calls"
    done = run(
        f'PATH="{gh.parent}:$PATH"\n' + steps()["Comment"]["run"],
        tmp_path, CALLS=str(calls), KNOWN=known, NUMBER="7", GITHUB_REPOSITORY="o/r",
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, "")
    asked, *then = calls.read_text("utf-8").splitlines()
    assert "issues/7/comments" in asked
    assert len(then) == bool(call)
    assert call in "".join(then)
