"""Each rule, held against the examples of its own essay: what is wrong is found, what is right is left in peace."""

import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from neaspec_docs import pipeline
from neaspec_docs.check import essays, links, rules
from neaspec_docs.check.essays import Example
from neaspec_docs.check.rule import Rule
from neaspec_docs.check.ruleset import RULES
from neaspec_docs.check.settings import Settings
from neaspec_docs.diagnostics.diagnostic import Diagnostic
from neaspec_docs.project import Project

MEETING = """\
title: A meeting
short: M-1
dates: {start: 2020-10-12}
venue: Virtual meeting
papers: [p]
"""
PAPER = """\
kind: paper
title: A paper
body:
"""
PICTURE = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 48 20"/>'
RULE_FILES = Path(rules.__file__).parent
PAGES = Path(__file__).parents[1] / "docs" / "rules"


def _examples() -> Iterator[tuple[Rule, tuple[Example, ...]]]:
    for rule in RULES:
        yield from ((rule, together) for together in essays.examples(essays.of(rule)))


def _named(value: object) -> str:
    if isinstance(value, Rule):
        return value.name
    (first, *_) = value if isinstance(value, tuple) else ()
    return f"{first.expected}: {first.text.strip().splitlines()[0][:50]}"


def _write(folder: Path, together: tuple[Example, ...]) -> Project:
    files = {"content/m/meeting.yaml": MEETING, "content/m/images/tumen-estuary.svg": PICTURE}
    for example in together:
        body = "".join(f"  {line}" if line.strip() else line for line in example.text.splitlines(keepends=True))
        files |= {example.path: example.text} if example.path else {"content/m/p.yaml": PAPER + body}
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return Project(folder)


@pytest.fixture(autouse=True)
def offline(monkeypatch: pytest.MonkeyPatch) -> None:
    """Answer for the web as the addresses of examples say."""

    def answer(address: str) -> links.Answer:
        if "unreachable" in address:
            return links.Answer("unreachable", "no route to host")
        return links.Answer("gone", "404 not found") if "gone" in address else links.Answer("there")

    monkeypatch.setattr(links, "ask", lambda addresses: {address: answer(address) for address in addresses})


def _only(rule: Rule) -> Callable[[Settings], Settings]:
    return lambda own: replace(own, select=frozenset({rule.code}))


def _found(project: Project, rule: Rule) -> tuple[Diagnostic, ...]:
    return pipeline.checked(project, say=_only(rule))


@pytest.mark.parametrize(("rule", "together"), [*_examples()], ids=_named)
def test_an_example_is_found_or_left_in_peace(rule: Rule, together: tuple[Example, ...], tmp_path: Path) -> None:
    project = _write(tmp_path, together)
    assert [fault for fault in pipeline.faults(project) if fault.code is not rule.code] == []
    found = _found(project, rule)
    if together[0].expected != "Wrong":
        assert [fault.message for fault in found] == []
        return
    assert {fault.code for fault in found} == {rule.code}
    if all(fault.fix for fault in found):
        changed, left = pipeline.mend(project, say=_only(rule))
        assert changed
        assert left == ()
        assert [fault for fault in pipeline.faults(project) if fault.code is not rule.code] == []


@pytest.mark.parametrize("rule", RULES, ids=_named)
def test_an_essay_says_what_why_and_how(rule: Rule) -> None:
    essay = essays.of(rule)
    first, blank, *rest = essay.splitlines()
    assert first.endswith(".")
    assert blank == ""
    assert len(" ".join(rest).split()) > 25
    assert {together[0].expected for together in essays.examples(essay)} == {"Wrong", "Right", "Silent"}


@pytest.mark.parametrize("rule", RULES, ids=_named)
def test_its_page_is_current(rule: Rule) -> None:
    page = PAGES / f"{rule.name}.md"
    assert page.read_text("utf-8") == essays.page(rule), "run `python -m scripts.make_rule_pages`"


def test_folder_and_table_agree() -> None:
    modules = {path.stem for path in RULE_FILES.glob("*.py")} - {"__init__"}
    assert [rule.name.replace("-", "_") for rule in RULES] == [_module(rule) for rule in RULES]
    assert {_module(rule) for rule in RULES} == modules
    assert {path.stem for path in PAGES.glob("*.md")} - {"README", "faults"} == {rule.name for rule in RULES}
    assert len({rule.code for rule in RULES}) == len(RULES)


def _module(rule: Rule) -> str:
    find = rule.paper or rule.tree
    assert find is not None
    return sys.modules[find.__module__].__name__.rpartition(".")[2]
