"""A folder of content -> the tree."""

from datetime import date
from pathlib import Path

import pytest

from neaspec_docs.load import tree
from neaspec_docs.model.document import (
    AgendaItem,
    Annex,
    AnnexedPaper,
    Content,
    Delegation,
    Document,
    Footnote,
    Meeting,
    Person,
    Purpose,
    Status,
)
from neaspec_docs.model.inline import Text, Words
from neaspec_docs.model.scheme import Numeral, Sample
from neaspec_docs.project import Project

MEETING = """\
title: Senior Officials Meeting (SOM) of NEASPEC
short: SOM-24
organization: [United Nations, Economic and Social Commission for Asia and the Pacific]
session: 24
dates: {start: 2020-10-12, end: 2020-10-13}
venue: Virtual meeting
host: Russian Federation
chair:
agenda:
  - id: plan
    title: NEASPEC *Strategic Plan*
papers: [strategic-plan, report]
participants:
  - delegation: Japan
    people:
      - {name: Ms. A, title: Director, organization: Ministry}
      - {name: Mr. B}
"""
PAPER = """\
kind: paper
symbol: NEASPEC/SOM(24)/5
title: NEASPEC Strategic Plan 2021-2025
subtitle: Note by the Secretariat
agenda: plan
for: decision
date: 2020-09-30
presenter: the Secretariat
distribution: General
language: en
status: draft
toc: true
headings: ["I.", "1.", "1.1.", ""]
summary: |
  What the paper says.

  And more.
body: []
footnotes:
  decision: See the report.
annexes:
  - title: Survey results
    id: results
    headings: ["A."]
    body: []
  - paper: nfp-2/background
"""
SMALL = "kind: report\ntitle: Report\nbody: []\n"


def write(root: Path, files: dict[str, str]) -> Content:
    for name, text in files.items():
        file = root / "content" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
    return tree.content(Project(root))


@pytest.fixture
def content(tmp_path: Path) -> Content:
    return write(
        tmp_path,
        {
            "som-24/meeting.yaml": MEETING,
            "som-24/strategic-plan.yaml": PAPER,
            "som-24/report.yaml": SMALL,
            "som-24/facts.yaml": "fund: {china: '$ 1', japan: NO}\n2016: x\n",
            "facts.yaml": "secretariat: ESCAP\n",
        },
    )


def test_nothing_is_wrong(content: Content) -> None:
    assert content.diagnostics == ()
    assert content.faulty == frozenset()


def test_the_meeting(content: Content) -> None:
    assert content.meetings == {
        "som-24": Meeting(
            "som-24",
            "Senior Officials Meeting (SOM) of NEASPEC",
            "SOM-24",
            date(2020, 10, 12),
            date(2020, 10, 13),
            "Virtual meeting",
            ("som-24/strategic-plan", "som-24/report"),
            ("United Nations", "Economic and Social Commission for Asia and the Pacific"),
            24,
            "Russian Federation",
            agenda=(AgendaItem("plan", content.meetings["som-24"].agenda[0].title),),
            participants=(Delegation("Japan", (Person("Ms. A", "Director", "Ministry"), Person("Mr. B"))),),
        )
    }


def test_a_meeting_of_one_day(tmp_path: Path) -> None:
    text = MEETING.replace(", end: 2020-10-13", "")
    meeting = write(tmp_path, {"som-24/meeting.yaml": text}).meetings["som-24"]
    assert (meeting.start, meeting.end) == (date(2020, 10, 12), date(2020, 10, 12))


def test_the_paper(content: Content) -> None:
    assert content.papers["som-24/strategic-plan"] == Document(
        "som-24/strategic-plan",
        "paper",
        (Text("NEASPEC Strategic Plan 2021-2025"),),
        (Text("Note by the Secretariat"),),
        "NEASPEC/SOM(24)/5",
        "plan",
        Purpose.DECISION,
        "General",
        "en",
        Status.DRAFT,
        date(2020, 9, 30),
        (Text("the Secretariat"),),
        toc=True,
        headings=(
            Sample(Numeral.UPPER_ROMAN),
            Sample(Numeral.ARABIC),
            Sample(Numeral.ARABIC, composite=True),
            None,
        ),
        summary=(Words((Text("What the paper says."),)), Words((Text("And more."),))),
        annexes=(
            Annex((Text("Survey results"),), headings=(Sample(Numeral.UPPER_LETTER),), id="results"),
            AnnexedPaper("nfp-2/background"),
        ),
        footnotes=(Footnote("decision", (Words((Text("See the report."),)),)),),
    )


def test_what_may_be_left_out(content: Content) -> None:
    assert content.papers["som-24/report"] == Document("som-24/report", "report", (Text("Report"),))


def test_papers_stand_in_the_order_of_their_meeting(content: Content) -> None:
    assert [*content.papers] == ["som-24/strategic-plan", "som-24/report"]
    assert [(at.line, at.column) for at in content.places.values()] == [(12, 10), (12, 26)]


def test_facts_are_as_typed(content: Content) -> None:
    assert content.facts == {
        "": {"secretariat": "ESCAP"},
        "som-24": {"fund": {"china": "$ 1", "japan": "NO"}, "2016": "x"},
    }


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        (SMALL + "tok: true\n", True),
        (SMALL + "date: tomorrow\n", True),
        (SMALL.replace("[]", "[{para: 'See {{ x y }}.'}]"), True),
        (SMALL.replace("[]", "[{section: A, body: B}]"), True),
        (SMALL.replace("[]", "[{section: A, body: 'B[^c]'}]"), False),
        (SMALL.replace("[]", "[{xyzzy: A}]"), True),
        (SMALL.replace("[]", "[{xyzzy: A, id: b}]"), False),
        (SMALL.replace("[]", "[{table: A, id: b, columns: [C], rows: [[[d]]]}]"), True),
        (SMALL.replace("[]", "[{table: A, data: d.csv}]"), False),
        (SMALL + "footnotes: [a]\n", False),
        (SMALL + "xyzzy: {id: b}\n", False),
        (SMALL + "title: 'B[^c]'\n", False),
        (SMALL + "? [{'id' : b}]\n: c\n", False),
        (SMALL + "a: [\n", False),
        ("", False),
    ],
)
def test_what_others_may_refer_to_is_never_half_there(tmp_path: Path, text: str, *, kept: bool) -> None:
    files = {"som-24/meeting.yaml": MEETING, "som-24/strategic-plan.yaml": PAPER, "som-24/report.yaml": text}
    content = write(tmp_path, files)
    assert content.diagnostics
    assert ("som-24/report" in content.papers) is kept
    assert ("som-24/report" in content.faulty) is not kept


def test_papers_of_a_meeting_that_is_no_yaml_are_faulty(tmp_path: Path) -> None:
    content = write(tmp_path, {"m/meeting.yaml": "a: [", "m/p.yaml": SMALL})
    assert not content.meetings
    assert not content.papers
    assert content.faulty == {"m/p"}


def test_a_paper_that_is_not_there_is_faulty(tmp_path: Path) -> None:
    content = write(tmp_path, {"som-24/meeting.yaml": MEETING, "som-24/report.yaml": SMALL})
    assert content.faulty == {"som-24/strategic-plan"}


def test_facts_that_are_half_there_are_named(tmp_path: Path) -> None:
    content = write(tmp_path, {"facts.yaml": "a: [b]\nc: d\n", "m/facts.yaml": "x", "m/meeting.yaml": MEETING})
    assert content.faulty_facts == {"", "m"}
    assert content.facts[""] == {"c": "d"}
