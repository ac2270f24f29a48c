"""Each fault that no rule finds has an essay, and its examples are as they say."""

import ast
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from click.testing import CliRunner

import neaspec_docs
from neaspec_docs import pipeline
from neaspec_docs.check import essays
from neaspec_docs.check.essays import Example
from neaspec_docs.check.ruleset import RULES
from neaspec_docs.cli.main import main
from neaspec_docs.diagnostics.codes import Code
from neaspec_docs.diagnostics.diagnostic import Severity
from neaspec_docs.project import Project

MEETING = "title: A meeting\nshort: M-1\ndates: {start: 2020-10-12}\nvenue: Virtual meeting\npapers: [p]\n"
PAPER = "kind: paper\ntitle: A paper\nbody:\n"
OF_RULES = {rule.code for rule in RULES}
PAGES = Path(__file__).parents[3] / "docs/rules"
SOURCE = Path(neaspec_docs.__file__).parent
MADE_BY = ("error", "_error", "warning", "_warning", "complain", "Diagnostic", "Word", "Slip", "Refusal")
"""What makes a diagnostic with a code, or says which one is to be made."""


def _examples() -> Iterator[tuple[Code, Example]]:
    for code, essay in essays.FAULTS.items():
        yield from ((code, example) for together in essays.examples(essay) for example in together)


def _is_rule(code: Code) -> bool:
    """Say whether a code is that of a rule: from 201 on, save those of settings and comments."""
    return int(code[1:]) > 200 and code[0] not in "SC"


def test_no_code_is_without_an_essay() -> None:
    assert {code for code in Code if not _is_rule(code)} == essays.FAULTS.keys()
    assert not essays.FAULTS.keys() & OF_RULES
    assert essays.every().keys() == OF_RULES | essays.FAULTS.keys()


@pytest.mark.parametrize("code", essays.FAULTS)
def test_an_essay_says_what_and_why_in_few_lines(code: Code) -> None:
    first, blank, *rest = essays.FAULTS[code].partition("Wrong:")[0].rstrip().split("\n")
    assert first.endswith(".")
    assert blank == ""
    assert 1 <= len(rest) <= 6
    assert len(" ".join(rest).split()) > 12


@pytest.mark.parametrize(("code", "example"), [*_examples()], ids=lambda value: getattr(value, "expected", value))
def test_an_example_has_the_fault_or_none(code: Code, example: Example, tmp_path: Path) -> None:
    folder = tmp_path / "content/m"
    folder.mkdir(parents=True)
    (folder / "meeting.yaml").write_text(MEETING, "utf-8")
    body = "".join(f"  {line}" for line in example.text.splitlines(keepends=True))
    (folder / "p.yaml").write_text(PAPER + body, "utf-8")
    found = {fault.code for fault in pipeline.faults(Project(tmp_path))}
    assert found == ({code} if example.expected == "Wrong" else set())


def test_the_pages_are_current() -> None:
    assert (PAGES / "faults.md").read_text("utf-8") == essays.faults(), "run `python -m scripts.make_rule_pages`"
    assert (PAGES / "README.md").read_text("utf-8") == essays.index(RULES), "run `python -m scripts.make_rule_pages`"


@pytest.mark.parametrize("asked", ["R101", "r101", "dangling-reference"])
def test_explain_knows_a_fault_by_code_and_name(asked: str) -> None:
    done = CliRunner().invoke(main, ["explain", asked])
    assert done.exit_code == 0
    assert done.output.startswith(
        "# R101 dangling-reference (error)\n\nA reference to an id that is defined nowhere.\n"
    )


# Severity and words agree


def _said() -> Mapping[str, set[Severity]]:
    """Return how grave the program says each code to be, wherever it makes a diagnostic or leads to one."""
    said: dict[str, set[Severity]] = {}
    for path in SOURCE.rglob("*.py"):
        for call in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(call, ast.Call) and getattr(call.func, "attr", getattr(call.func, "id", "")) in MADE_BY:
                name = getattr(call.func, "attr", getattr(call.func, "id", ""))
                mild = "warning" in name or any("WARNING" in ast.unparse(one.value) for one in call.keywords)
                for argument in call.args:
                    if isinstance(argument, ast.Attribute) and ast.unparse(argument.value) == "Code":
                        said.setdefault(argument.attr, set()).add(Severity.WARNING if mild else Severity.ERROR)
    return said


def test_a_fault_is_as_grave_as_its_page_says() -> None:
    said = _said()
    assert len(said) > 60
    of_faults = {name: grave for name, grave in said.items() if Code[name] in essays.FAULTS}
    assert of_faults == {
        name: {Severity(word) for word in essays.grave(Code[name]).split(" or ")} for name in of_faults
    }


@pytest.mark.parametrize("code", [code for code in Code if essays.grave(code) == "warning"])
def test_no_essay_of_a_warning_says_that_a_build_stops(code: Code) -> None:
    assert not re.search(
        r"\b(?:stop|halt|prevent|end)s?\b[^.]*\bbuild|\bbuilds?\b[^.]*\bstop|error", essays.every()[code]
    )


def test_explain_and_the_pages_say_how_grave_a_fault_is() -> None:
    for asked, said in (("M005", "warning"), ("R101", "error"), ("W003", "error or warning"), ("E209", "warning")):
        done = CliRunner().invoke(main, ["explain", asked])
        assert done.output.startswith(f"# {asked} {Code(asked).slug} ({said})\n\n")
    assert "## M005 day-outside-meeting\n\n*Warning.* A day" in essays.faults()
    assert "(faults.md#r101-dangling-reference) | error |" in essays.index(RULES)
