"""What docs/editor.md and .pre-commit-hooks.yaml tell other programs is so."""

import json
import re
from importlib import import_module
from pathlib import Path
from typing import Any

import click
import pytest
import yaml

from neaspec_docs.cli.main import VERBS
from neaspec_docs.diagnostics.codes import Code
from neaspec_docs.diagnostics.diagnostic import Diagnostic, Severity
from neaspec_docs.diagnostics.report import short
from neaspec_docs.diagnostics.span import Span
from neaspec_docs.load import schema

ROOT = Path(__file__).parents[1]
PAGE = (ROOT / "docs" / "editor.md").read_text("utf-8")
HOOKS: list[dict[str, Any]] = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))


def blocks(language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", PAGE, re.DOTALL)


def test_the_hooks_are_a_check_and_a_fmt() -> None:
    assert [hook["id"] for hook in HOOKS] == ["neaspec-docs-check", "neaspec-docs-fmt"]


@pytest.mark.parametrize("hook", HOOKS, ids=lambda hook: hook["id"])
def test_a_hook_is_well_formed_and_calls_what_there_is(hook: dict[str, Any]) -> None:
    assert {*hook} == {"id", "name", "description", "entry", "language", "files", "pass_filenames"}
    assert (hook["language"], hook["pass_filenames"]) == ("python", False)
    program, verb, *options = hook["entry"].split()
    assert f'\n{program} = "' in (ROOT / "pyproject.toml").read_text("utf-8")
    command = import_module(VERBS[verb]).command
    assert isinstance(command, click.Command)
    assert {*options} <= {option for parameter in command.params for option in parameter.opts}
    assert re.search(hook["files"], "content/som-24/report.yaml")
    assert not re.search(hook["files"], "tests/whole/sample/content/ex-1/meeting.yaml")


def test_the_hooks_of_the_page_are_the_shipped_ones() -> None:
    local, remote = (yaml.safe_load(block)["repos"][0] for block in blocks("yaml") if block.startswith("repos:"))
    shipped = [{key: value for key, value in hook.items() if key != "description"} for hook in HOOKS]
    assert local["hooks"] == [{**hook, "language": "system"} for hook in shipped]
    assert [hook["id"] for hook in remote["hooks"]] == [hook["id"] for hook in HOOKS]


def test_the_settings_of_the_page_name_the_schemas() -> None:
    settings = next(json.loads(block) for block in blocks("json") if "yaml.schemas" in block)
    assert [*settings["yaml.schemas"]] == [f"docs/schema/{file}.json" for file in schema.FILES]
    for path in settings["yaml.schemas"]:
        assert (ROOT / path).is_file()
        assert f"neaspec-docs schema {Path(path).stem} > {path}\n" in PAGE


@pytest.mark.parametrize("severity", Severity)
def test_the_pattern_of_the_page_reads_what_check_says(severity: Severity) -> None:
    (task,) = next(json.loads(block) for block in blocks("json") if "problemMatcher" in block)["tasks"]
    assert task["command"] == "neaspec-docs check --format short"
    pattern = task["problemMatcher"]["pattern"]
    at = Span("content/m/p.yaml", 8, 41)
    said = Diagnostic(Code.DANGLING_REFERENCE, "reference to `a: b`", at, severity=severity)
    found = re.fullmatch(pattern["regexp"], short.text([said]).removesuffix("\n"))
    assert found is not None
    read = {name: found[group] for name, group in pattern.items() if name != "regexp"}
    assert read == {
        "file": "content/m/p.yaml",
        "line": "8",
        "column": "41",
        "severity": severity.value,
        "code": "R101",
        "message": "dangling-reference: reference to `a: b`",
    }
