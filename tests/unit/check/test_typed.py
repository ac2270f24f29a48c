"""Typed numbers: in which part of the paper what they are of is looked for, and which are another document's."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from neaspec_docs import pipeline
from neaspec_docs.check.rules import typed_number
from neaspec_docs.diagnostics.diagnostic import Diagnostic
from neaspec_docs.project import Project

MEETING = "title: A meeting\nshort: M-1\ndates: {start: 2020-10-12}\nvenue: Virtual meeting\npapers: [p]\n"
ANNEXED = """\
kind: paper
title: A paper
body:
  - para: IN THE TEXT
    id: main
annexes:
  - title: One
    id: one
    body:
      - para: IN AN ANNEX
        id: first
  - title: Two
    id: two
    body:
      - para: Words.
        id: second
      - para: Words.
        id: third
"""


@pytest.fixture
def found(tmp_path: Path) -> Callable[[str], list[Diagnostic]]:
    """Return a function that says which typed numbers are found in a paper."""

    def read(paper: str) -> list[Diagnostic]:
        folder = tmp_path / "content" / "m"
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "meeting.yaml").write_text(MEETING, "utf-8")
        (folder / "p.yaml").write_text(paper, "utf-8")
        only = frozenset({typed_number.RULE.code})
        return [*pipeline.checked(Project(tmp_path), say=lambda own: replace(own, select=only))]

    return read


@pytest.mark.parametrize(
    ("place", "words", "id"),
    [
        ("IN THE TEXT", "paragraph 1", "main"),
        ("IN THE TEXT", "paragraph 2", "third"),
        ("IN THE TEXT", "paragraph 1 of annex II", "second"),
        ("IN THE TEXT", "paragraph 1 of the annex II", "second"),
        ("IN THE TEXT", "paragraph 1 in [](#one)", "first"),
        ("IN AN ANNEX", "paragraph 1", "first"),
        ("IN AN ANNEX", "paragraph 1 of this annex", "first"),
        ("IN AN ANNEX", "paragraph 1 of the main text", "main"),
        ("IN AN ANNEX", "paragraph 2 of annex II", "third"),
    ],
)
def test_a_number_is_looked_for_in_its_part(
    place: str, words: str, id: str, found: Callable[[str], list[Diagnostic]]
) -> None:
    first, *_ = found(ANNEXED.replace(place, f"Members saw {words}."))
    assert first.help == f"write `[](#{id})`, if that is what is meant"


@pytest.mark.parametrize("words", ["paragraph 2 of this annex", "paragraph 2 of annex I"])
def test_what_its_part_has_not_is_no_other_parts(words: str, found: Callable[[str], list[Diagnostic]]) -> None:
    first, *_ = found(ANNEXED.replace("IN AN ANNEX", f"Members saw {words}."))
    assert first.help == "write a reference: `[](#id)`"


@pytest.mark.parametrize(
    "words",
    [
        "For birds, see table 1 in January 2020.",
        "They grew, as figure 1 from March 2019 shows.",
        "After the review, table 1 was updated.",
        "In line with the survey, table 1 lists them.",
    ],
)
def test_a_table_beside_a_month_or_a_review_is_ours(words: str, found: Callable[[str], list[Diagnostic]]) -> None:
    assert len(found(f"kind: paper\ntitle: A paper\nbody:\n  - para: {words}\n")) == 1


@pytest.mark.parametrize(
    "words",
    [
        "It grew, as table 1 in Roe 2019 says.",
        "It grew (World Bird Survey, table 1).",
        "After the review of 2019, table 1 differs.",
        "After the survey by the Bank, table 1 differs.",
        "See the assessment 2019, table 1.",
    ],
)
def test_a_table_of_a_survey_that_is_named_is_anothers(words: str, found: Callable[[str], list[Diagnostic]]) -> None:
    assert found(f"kind: paper\ntitle: A paper\nbody:\n  - para: {words}\n") == []


def test_sources_and_footnotes_name_reports_in_small_letters(found: Callable[[str], list[Diagnostic]]) -> None:
    table = "  - table: Birds\n    columns: [A]\n    rows: [[1]]\n"
    source = '    source: "Ministry of Environment, annual report, table 3."\n'
    note = "footnotes:\n  a: ESCAP, second assessment report, table 2; see the synthesis report, figure 3.\n"
    paper = f"kind: paper\ntitle: A paper\nbody:\n  - para: Words.[^a]\n{table}{source}{note}"
    assert found(paper) == []
    assert len(found(paper.replace("annual report, ", "annual ").replace("synthesis report, ", "synthesis "))) == 2
