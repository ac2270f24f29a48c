"""All that the rules of the editorial style find in their wrong examples, what their fixes write, and who is spared."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from neaspec_docs import pipeline
from neaspec_docs.check import essays, run
from neaspec_docs.check.files import Files
from neaspec_docs.check.reading import Reading, Tree
from neaspec_docs.check.ruleset import RULES
from neaspec_docs.check.settings import Settings
from neaspec_docs.model.document import Content, Document, Meeting
from neaspec_docs.project import Project

MEETING = "title: A meeting\nshort: M-1\ndates: {start: 2020-10-12}\nvenue: Virtual meeting\npapers: [p]\n"
PAPER = "kind: paper\ntitle: A paper\nbody:\n"
FOUND: Mapping[str, tuple[tuple[str, str | None], ...]] = {
    "per-cent": (
        ("%", " per cent"),
        (" %", " per cent"),
        ("percent", "per cent"),
        ("-percent", " per cent"),
        ("%", " per cent"),
        *[("%", " per cent")] * 2,
        ("percent", None),
        ("%", None),
        ("%", None),
        ("pct.", None),
    ),
    "ize-spelling": (
        ("organised", "organized"),
        ("recognised", "recognized"),
        ("realisation", "realization"),
        ("Organisation", "Organization"),
        ("analyzed", "analysed"),
        ("Organisation", "Organization"),
        ("supervizes", "supervises"),
    ),
    "programme-spelling": (
        ("program", "programme"),
        ("program", "programme"),
        ("Program", "Programme"),
        ("Program", "Programme"),
        ("Program", "Programme"),
        *[("Program", None)] * 2,
    ),
    "number-in-figures": (
        ("5", None),
        ("2", None),
        ("3rd", None),
        ("12", None),
        ("6", None),
        ("3", None),
        *[(figure, None) for figure in "45362"],
    ),
    "date-form": (
        ("October 12, 2020", "12 October 2020"),
        ("13th October 2020", "13 October 2020"),
        ("2020-11-02", "2 November 2020"),
        ("the 3rd of November 2020", "3 November 2020"),
        ("12 Oct. 2020", "12 October 2020"),
        ("12 October, 2020", "12 October 2020"),
        ("12/10/2020", None),
        ("13.10.2020", None),
        ("Sept 2020", None),
        *[(date, None) for date in ("30/6/20", "2020/06/30", "March, 2020", "2020.6.30", "30-09-2020")],
        ("April 2, 2026", None),
        ("4th of March 2020", None),
        ("12 Oct.", None),
    ),
    "hyphen-in-range": (
        ("2016-2020", "–"),
        ("12-13", "–"),
        ("14:00-18:30", "–"),
        ("March-April", "–"),
        ("3-5", "–"),
        ("122-129", "–"),
        ("52-73", "–"),
        ("10-20", "–"),
        ("40-60", "–"),
        ("2018 - 2021", "–"),
        ("2016-2019", "–"),
        ("60-65%", "–"),
        ("2016-17", None),
        ("2018-2020", None),
        ("3-5", None),
    ),
    "thousands-separator": (
        ("187730", "187,730"),
        ("1147", "1,147"),
        ("2000", "2,000"),
        ("44985", "44,985"),
        ("1234.5", "1,234.5"),
        ("10 000", None),
        ("4500", None),
        ("12 500", "12,500"),
        *[(figure, None) for figure in ("12 500", "3 450")],
        ("1500", "1,500"),
        ("2000", "2,000"),
        ("1172", None),
    ),
    "double-space": (
        ("  ", " "),
        ("  ", " "),
    ),
    "straight-quote": (
        ('"', "“"),
        ('"', "”"),
        ("'", "’"),
        ("'", "‘"),
        ("'", "’"),
        ('"', "“"),
        ('"', "”"),
        ("'", "’"),
        *[('"', None)] * 2,
        ("'", None),
        ('"', None),
        *[("'", None)] * 2,
        *[('"', None)] * 3,
    ),
    "unexplained-acronym": (
        ("CF", None),
        ("SPC", None),
        *[(name, None) for name in ("ADB", "SUV", "ROAP", "EAAFP", "LPP", "UNOG", "MPF", "LPQ", "UNOD")],
        ("ABRC", None),
    ),
    "acronym-explained-twice": (("CF", None), ("MHC", None)),
    "name-of-subregion": (
        ("Northeast Asia", "North-East Asia"),
        ("North East Asia", "North-East Asia"),
        ("NE Asia", "North-East Asia"),
        ("Northeast Asian", "North-East Asian"),
        ("Southeast Asia", "South-East Asia"),
        ("Northeast Asia", "North-East Asia"),
    ),
    "name-of-member": (
        ("North Korea", None),
        ("South Korea", None),
        ("Russia", None),
        ("PRC", None),
        ("DPR Korea", None),
        ("Korea", None),
        ("ROK", None),
        ("DPRK", None),
        ("Russia", None),
        ("Russia", None),
    ),
    "bold-emphasis": (
        ("strongly", None),
        ("new", None),
        ("All members", None),
    ),
}
"""What is underlined in the wrong examples of each rule, in its order, and what the fix writes there."""

UNFIXED: Mapping[str, tuple[str, ...]] = {
    "date-form": (
        "on March 2-3, 2026",
        "March 30-April 2, 2026",
        "from March 30 to April 2, 2026",
        "May 3 and June 5, 2020",
        "March 2, 3 and 4, 2026",
        "March 2nd and 3rd, 2026",
        "the 3rd and 4th of March 2020",
        "2nd-3rd March 2026",
        "Held on 12 Oct. The next one is on 31 Dec. It was good.",
        "5 Mar del Plata",
        "3rd of March Committee",
        "On October 12, 2020 birds came",
        "the file 2020-11-02",
        "signed on 30/6/20",
        "in March, 2020",
    ),
    "thousands-separator": (
        *("by 2200", "by 2300", "in 1492", "from 1270 to 1368", "A.D. 1200", "at 1300 local time", "hotline 1365"),
        *("the 1325 agenda", "the 1267 list", "decree 5432", "circular 5432", "file 5432", "station 5432"),
        *("chip 5432", "release 2021.1", "2015 dollars", "1211 Geneva 10", "1202 Geneva", "125993 Moscow"),
        "some 12 500 guests",
        *("10117 Berlin", "in 2016 countries agreed", "the 1267 sanctions", "buoy 5432 drifts", "in 2015 tons of it"),
    ),
    "hyphen-in-range": (
        *("a Boeing 737-800", "a Room 3-15", "a Door 13-15", "a Route 66-67", "an ICAO 4444-5555", "a Windows 10-11"),
        *("a Landsat 8-9", "an RCP 4-5", "8-14 avenue de la Paix", "12-34 Reed Street", "project number 2019-2021"),
        *("the 9-11 attacks", "from 2016-2018", "between 2016-2018", "with 3-5 friends"),
    ),
    "straight-quote": (
        *(
            'semi-"closed" lake',
            '"f"/"g" and "c"/"d"',
            '{"i"}',
            "the '10' of",
            "the '45%' of",
            "\"a 'b' c\"",
            '"a "b" c"',
        ),
        *('the "plan 10" of', "'tis so", "of '90s music'"),
    ),
    "programme-spelling": (
        "the program code",
        "a program in Python",
        "programs running on a PC",
        "computer program(s)",
        "the Reed Program",
    ),
    "per-cent": ("a ten-percent rise", "of 5%-10% here", "10 pct. The next"),
    "ize-spelling": ("les organisations non gouvernementales", "organisations de jeunes"),
    "number-in-figures": (
        *("At its 5th plenary meeting, it", "the 2nd and 3rd meetings", "a boy 9 years old", "a cub 6 weeks old"),
        "a girl 3 years of age",
    ),
}
"""What no fix may touch."""

FIXED: Mapping[str, tuple[tuple[str, str], ...]] = {
    "thousands-separator": (
        ("some 1500 people came", "1,500"),
        ("a total of 2500 experts", "2,500"),
        ("the sum of $1365", "1,365"),
    ),
    "hyphen-in-range": (("in 2016-2020 it", "–"), ("see pp. 3-5 of it", "–"), ("some 3-5 km of it", "–")),
}

STYLE = tuple(rule for rule in RULES if rule.name in FOUND)
SLIPS = """\
  - text: Some 42% of 1147 programs  were organised by "Russia" in Northeast Asia during 2010-2012, on May 5, 2013.
  - text: The Core Fund (CF) and the Core Fund (CF) of the SPC had **many** friends in 5 towns.
"""


@pytest.mark.parametrize("name", FOUND)
def test_a_rule_finds_each_of_these_and_no_other(name: str, tmp_path: Path) -> None:
    rule = next(rule for rule in RULES if rule.name == name)
    found: list[tuple[str, str | None]] = []
    for count, together in enumerate(essays.examples(essays.of(rule))):
        if together[0].expected != "Wrong":
            continue
        path = tmp_path / str(count) / "content" / "m" / "p.yaml"
        path.parent.mkdir(parents=True)
        (path.parent / "meeting.yaml").write_text(MEETING, "utf-8")
        (example,) = together
        path.write_text(PAPER + "".join(f"  {line}" for line in example.text.splitlines(keepends=True)), "utf-8")
        lines = path.read_text("utf-8").split("\n")
        project = Project(tmp_path / str(count))
        for fault in pipeline.checked(project, say=lambda own: replace(own, select=frozenset({rule.code}))):
            start = fault.at.column - 1
            new = fault.fix[0].new if fault.fix else None
            found.append((lines[fault.at.line - 1][start : start + fault.at.length], new))
    assert tuple(found) == FOUND[name]


def _fixes(name: str, words: str, folder: Path) -> list[str]:
    path = folder / "content" / "m" / "p.yaml"
    path.parent.mkdir(parents=True)
    (path.parent / "meeting.yaml").write_text(MEETING, "utf-8")
    path.write_text(f"{PAPER}  - text: |\n      {words}\n", "utf-8")
    code = next(rule.code for rule in RULES if rule.name == name)
    found = pipeline.checked(Project(folder), say=lambda own: replace(own, select=frozenset({code})))
    return [edit.new for fault in found for edit in fault.fix]


@pytest.mark.parametrize(("name", "words"), [(name, words) for name, several in UNFIXED.items() for words in several])
def test_what_may_mean_something_else_is_left_alone(name: str, words: str, tmp_path: Path) -> None:
    assert _fixes(name, words, tmp_path) == []


@pytest.mark.parametrize(
    ("name", "words", "new"), [(name, *pair) for name, several in FIXED.items() for pair in several]
)
def test_what_is_certain_is_fixed(name: str, words: str, new: str, tmp_path: Path) -> None:
    assert _fixes(name, words, tmp_path) == [new]


def _heard(document: Document, root: Path) -> set[str]:
    content = Content(papers={document.name: document})
    meeting = Meeting("m", "A meeting", "M-1", date(2020, 10, 12), date(2020, 10, 12), "Klow", (document.name,))
    paper = Reading(document, None, meeting, content, Files(root), 8500)
    return {
        fault.code.slug for fault in run.findings(Tree(content, {document.name: paper}, paper.files), Settings(), STYLE)
    }


def test_style_is_that_of_english(document: Callable[[str], Document], root: Path) -> None:
    paper = document(SLIPS)
    assert _heard(paper, root) == FOUND.keys() - {"name-of-member"}  # a name in quotation marks is another's
    assert _heard(replace(paper, language="en-GB"), root) == FOUND.keys() - {"name-of-member"}
    assert _heard(replace(paper, language="fr"), root) == set()


def test_slides_are_spared_what_is_for_readers(document: Callable[[str], Document], root: Path) -> None:
    spared = {"per-cent", "number-in-figures", "unexplained-acronym", "acronym-explained-twice", "bold-emphasis"}
    assert _heard(replace(document(SLIPS), kind="slides"), root) == FOUND.keys() - spared - {"name-of-member"}
