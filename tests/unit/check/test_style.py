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
    ),
    "number-in-figures": (
        ("5", None),
        ("2", None),
        ("3rd", None),
        ("12", None),
        ("6", None),
        ("3", None),
    ),
    "date-form": (
        ("October 12, 2020", "12 October 2020"),
        ("13th October 2020", "13 October 2020"),
        ("2020-11-02", "2 November 2020"),
        ("the 3rd of November 2020", "3 November 2020"),
        ("12/10/2020", None),
        ("13.10.2020", None),
        ("12 Oct. 2020", "12 October 2020"),
        ("Sept 2020", "September 2020"),
        ("12 October, 2020", "12 October 2020"),
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
    ),
    "thousands-separator": (
        ("187730", "187,730"),
        ("1147", "1,147"),
        ("2000", "2,000"),
        ("44985", "44,985"),
        ("1234.5", "1,234.5"),
        ("10 000", None),
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
        ('"', "“"),
        ('"', "”"),
        ("'", "’"),
        ('"', "“"),
        ("'", "‘"),
        ("'", "’"),
        ('"', "”"),
        ('"', "“"),
        ('"', "”"),
    ),
    "unexplained-acronym": (
        ("CF", None),
        ("SPC", None),
        ("ABRC", None),
    ),
    "acronym-explained-twice": (("CF", None),),
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
