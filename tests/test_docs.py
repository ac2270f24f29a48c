"""What the documentation says is so: its commands run, its links lead somewhere, its examples load."""

import base64
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
DOT = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg=="
"""A picture of one pixel (PNG)."""

PAGES = (
    "README.md", "ARCHITECTURE.md", "CHANGELOG.md", "docs/check.md", "docs/conformance.md", "docs/content-format.md",
    "docs/editor.md", "docs/faults.md", "docs/languages.md", "docs/page.md", "docs/review.md", "docs/templates.md",
)  # fmt: skip


def _run(script: str, folder: Path) -> subprocess.CompletedProcess[str]:
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    return subprocess.run(
        ["bash", "-euc", script], cwd=folder, env={**os.environ, "PATH": path}, capture_output=True, text=True,
        check=False, timeout=120,
    )  # fmt: skip


def test_the_first_paper_of_the_readme_builds(tmp_path: Path) -> None:
    script = next(
        block
        for block in re.findall(r"```sh\n(.*?)```", (ROOT / "README.md").read_text("utf-8"), re.DOTALL)
        if "content/ex-1" in block
    )
    (tmp_path / "content").mkdir()
    done = _run(script, tmp_path)
    assert done.stderr == ""
    assert done.returncode == 0
    assert sorted(path.name for path in (tmp_path / "build" / "ex-1").iterdir()) == ["cranes.docx", "cranes.pdf"]

    broken = tmp_path / "content" / "ex-1" / "cranes.yaml"
    broken.write_text(broken.read_text("utf-8").replace("(#count)", "(#cuont)"), "utf-8")
    wrong = _run("neaspec-docs build ex-1", tmp_path)
    assert wrong.returncode == 1
    assert "did you mean `count`" in wrong.stderr


@pytest.mark.parametrize("page", PAGES)
def test_links_lead_to_files(page: str) -> None:
    file = ROOT / page
    for target in re.findall(r"\]\((?!https?:|#)([^)\s]+)\)", re.sub(r"`[^`]*`", "", file.read_text("utf-8"))):
        assert (file.parent / target).exists(), target


def test_the_commands_of_the_readme_are_there() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    for verb in set(re.findall(r"`(?:neaspec-docs|\.venv/bin/neaspec-docs) ([a-z]+)", readme)):
        done = _run(f"neaspec-docs {verb} --help", ROOT)
        assert done.returncode == 0, verb
    for target in set(re.findall(r"`make ([a-z0-9-]+)`|^make ([a-z0-9-]+)", readme, re.MULTILINE)):
        made = subprocess.run(["make", "-n", *filter(None, target)], cwd=ROOT, check=False, capture_output=True)
        assert made.returncode == 0, target


def test_the_readme_begins_with_the_two_commands() -> None:
    lines = (ROOT / "README.md").read_text("utf-8").splitlines()
    commands = [line for line in lines[:8] if line.startswith("make ")]
    assert [command.split()[1] for command in commands] == ["som-24", "test"]


def test_the_slides_of_the_content_format_load(tmp_path: Path) -> None:
    page = (ROOT / "docs" / "content-format.md").read_text("utf-8")
    (example,) = (found for found in re.findall(r"```yaml\n(.*?)```", page, re.DOTALL) if "kind: slides" in found)
    folder = tmp_path / "content" / "ex-1"
    folder.mkdir(parents=True)
    (folder / "meeting.yaml").write_text(
        'title: M\nshort: M\ndates: {start: 2026-03-02}\nvenue: ""\npapers: [p]\n', "utf-8"
    )
    (folder / "p.yaml").write_text(example, "utf-8")
    done = _run("neaspec-docs outline ex-1/p && neaspec-docs build ex-1 --format html", tmp_path)
    assert done.stderr == ""
    assert "slide 3 Two lakes  #lakes" in done.stdout
    assert (tmp_path / "build" / "ex-1" / "p.html").is_file()


def test_the_examples_of_the_content_format_load(tmp_path: Path) -> None:
    """The blocks of docs/content-format.md, put into one paper, load and resolve without a word."""
    page = (ROOT / "docs" / "content-format.md").read_text("utf-8")
    examples = re.findall(r"```yaml\n(.*?)```", page, re.DOTALL)
    (terms,) = [example for example in examples if example.startswith("- term:")]
    blocks = [example for example in examples if example.startswith("- ") and example != terms]
    assert len(blocks) >= 4
    folder = tmp_path / "content" / "ex-1"
    (folder / "images").mkdir(parents=True)
    (folder / "images" / "map.png").write_bytes(base64.b64decode(DOT))
    (tmp_path / "content" / "terms.yaml").write_text(terms, "utf-8")
    (folder / "meeting.yaml").write_text(
        "title: M\nshort: M\ndates: {start: 2020-08-06}\nvenue: V\npapers: [paper]\n"
        "agenda: [{id: plan, title: Plan}]\n"
        "participants: [{delegation: Ruritania, people: [{name: A. N. Example}]}]\n", "utf-8")  # fmt: skip
    body = "".join(f"  {line}\n" for block in blocks for line in block.replace("body: [...]", "body: []").splitlines())
    (folder / "paper.yaml").write_text(f"kind: paper\ntitle: Examples\nagenda: plan\nbody:\n{body}", "utf-8")
    done = _run("neaspec-docs outline ex-1/paper", tmp_path)
    assert done.stderr == ""
    assert done.returncode == 0
    assert _run("neaspec-docs -q check --select L", tmp_path).stdout == ""


def test_the_settings_of_the_page_on_check_are_right(tmp_path: Path) -> None:
    """The table in docs/check.md is taken as it stands, and so is each comment that allows something."""
    page = (ROOT / "docs" / "check.md").read_text("utf-8")
    (settings,) = re.findall(r"```toml\n(.*?)```", page, re.DOTALL)
    allowing = [block for block in re.findall(r"```yaml\n(.*?)```", page, re.DOTALL) if "neaspec-docs: allow" in block]
    assert len(allowing) == 3
    folder = tmp_path / "content" / "ex-1"
    folder.mkdir(parents=True)
    (tmp_path / "pyproject.toml").write_text(settings, "utf-8")
    (folder / "meeting.yaml").write_text(
        "title: M\nshort: M\ndates: {start: 2026-01-02}\nvenue: V\npapers: [paper]\n", "utf-8")  # fmt: skip
    (folder / "species.csv").write_text("Country,Species\nSouth Korea,74\n", "utf-8")
    body = "".join(f"  {line}\n" for block in allowing for line in block.splitlines())
    (folder / "paper.yaml").write_text(f"kind: paper\ntitle: Examples\nbody:\n{body}", "utf-8")
    done = _run("neaspec-docs check", tmp_path)
    assert (done.stdout, done.stderr, done.returncode) == ("", "nothing to object to\n", 0)
    (folder / "paper.yaml").write_text(
        re.sub(" *# neaspec-docs:.*", "", f"kind: paper\ntitle: Examples\nbody:\n{body}")
    )
    found = _run("neaspec-docs check --format short", tmp_path).stdout
    assert [line.split()[2] for line in found.splitlines()] == [
        "straight-quote:", "straight-quote:", "typed-number:", "name-of-member:"
    ]  # fmt: skip
