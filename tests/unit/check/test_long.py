"""What is very long is read as what is short: each mark in it is found, and each total added up."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from neaspec_docs import pipeline
from neaspec_docs.check.rule import Rule
from neaspec_docs.check.rules import bold_emphasis, number_in_figures, straight_quote, wrong_column_sum
from neaspec_docs.project import Project

MEETING = "title: A meeting\nshort: M-1\ndates: {start: 2020-10-12}\nvenue: Virtual meeting\npapers: [p]\n"
GROUPS = 20


@pytest.fixture
def messages(tmp_path: Path) -> Callable[[str, Rule], list[str]]:
    """Return a function that says what a rule finds in a paper's body."""

    def found(body: str, rule: Rule) -> list[str]:
        path = tmp_path / "content" / "m" / "p.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        (path.parent / "meeting.yaml").write_text(MEETING, "utf-8")
        path.write_text(f"kind: paper\ntitle: A paper\nbody:\n{body}", "utf-8")
        only = frozenset({rule.code})
        return [
            fault.message for fault in pipeline.checked(Project(tmp_path), say=lambda own: replace(own, select=only))
        ]

    return found


@pytest.mark.parametrize(
    ("words", "rule", "each"),
    [
        ("' ", straight_quote.RULE, 1),
        ('" ', straight_quote.RULE, 1),
        ("it's ", straight_quote.RULE, 1),
        ("5 nests ", number_in_figures.RULE, 1),
        ("! **a** ! ", bold_emphasis.RULE, 1),
        ("‘ « 5 nests ", number_in_figures.RULE, 1),  # marks that open and never close quote nothing
        ("“ a ” 5 nests ", number_in_figures.RULE, 1),
    ],
)
def test_each_of_many_is_found(words: str, rule: Rule, each: int, messages: Callable[[str, Rule], list[str]]) -> None:
    assert len(messages(f"  - text: |\n      So {words * 2_500}\n", rule)) == 2_500 * each


@pytest.mark.parametrize(("total", "wrong"), [(GROUPS * 3, 0), (3, 0), (GROUPS * 3 + 1, 1)])
def test_a_total_below_many_parts_is_that_of_all_or_of_the_last(
    total: int, wrong: int, messages: Callable[[str, Rule], list[str]]
) -> None:
    part = "      - [Reeds, 1]\n      - [Fields, 2]\n      - [Total, 3]\n"
    rows = part * (GROUPS - 1) + part.replace("Total, 3", f"Total, {total}")
    body = f"  - table: Nests\n    columns: [Where, Nests]\n    rows:\n{rows}"
    assert len(messages(body, wrong_column_sum.RULE)) == wrong


def test_of_the_sums_that_a_total_may_be_the_nearest_is_told(messages: Callable[[str, Rule], list[str]]) -> None:
    groups = "      - group: Coast\n      - [Reeds, 50]\n      - [Bay, 41]\n      - group: Steppe\n      - [Lake, 60]\n"
    body = f"  - table: Nests\n    columns: [Where, Nests]\n    rows:\n{groups}      - [Total, %d]\n"
    assert messages(body % 151, wrong_column_sum.RULE) == []
    for total, right in ((150, 151), (61, 60)):
        said = f"the total is {total}, but the figures above it add up to {right}"
        assert messages(body % total, wrong_column_sum.RULE) == [said]


def test_a_grand_total_is_held_against_all_above_it(messages: Callable[[str, Rule], list[str]]) -> None:
    part = "      - [Reeds, 1]\n      - [Fields, 2]\n      - [Total, 3]\n"
    body = f"  - table: Nests\n    columns: [Where, Nests]\n    rows:\n{part * GROUPS}      - [Grand total, 61]\n"
    assert messages(body, wrong_column_sum.RULE) == ["the total is 61, but the figures above it add up to 60"]
