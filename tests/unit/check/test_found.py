"""All that the rules on references, numbering, footnotes and symbols find in their wrong examples: these very words."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from neaspec_docs import pipeline
from neaspec_docs.check import essays
from neaspec_docs.check.ruleset import RULES
from neaspec_docs.project import Project

MEETING = "title: A meeting\nshort: M-1\ndates: {start: 2020-10-12}\nvenue: Virtual meeting\npapers: [p]\n"
PAPER = "kind: paper\ntitle: A paper\nbody:\n"
FOUND: Mapping[str, tuple[str, ...]] = {
    "self-reference": ("[](m/p)", "[](#background)", "[](#adoption)", "[](#goals)", "[](#species)"),
    "typed-number": (
        "para. 1",
        "paragraph 1",
        "Table 1",
        "paragraph 12",
        "section II.A",
        "figures 3–5",
        "Annexes I and II",
        "footnote 4",
        "figure II",
        "table II.3",
        "table 4",
        "figure 2",
        "annex I",
        "paragraph 5",
        "Table 2",
        "paras. 5 and ",
        "Table 1",
    ),
    "ambiguous-reference": ("[](#goals)", '[](#goals "number")', "[](#money)"),
    "cited-page": ("pp. 3–5", "page 4", "p. 12", "page 7"),
    "lone-subheading": ("section",),
    "skipped-level": ("section", "section"),
    "uncited-annex": ("title",),
    "uncited-table": ("table",),
    "uncited-figure": ("figure",),
    "mark-before-punctuation": (
        "[^plan]",
        "[^som]",
        "[^som]",
        "[^som]",
        "[^plan]",
        "[^som]",
        "[^plan]",
        "[^som]",
    ),
    "repeated-footnote": ("plan-again", "b"),
    "odd-symbol": (
        "SOM-24-5",
        "neaspec/som(24)/5",
        "NEASPEC/SOM",
        "NEASPEC/SOM(24)/Rev.1/5",
        "NEASPEC/SOM(24)/5/Rev.1/Rev.2",
        "NEASPEC/SOM()/5",
        "NEASPEC/SOM(24)5",
        "NEASPEC/SOM(24)/6/CORR.1",
        "NEASPEC/SOM(24)/5/Rev1",
    ),
    "cited-without-symbol": ("[](m/note)", "[](m/note#short)"),
    "revision-without-original": (
        "NEASPEC/SOM(24)/6",
        "NEASPEC/SOM(24)/7/Add.1",
        "NEASPEC/SOM(24)/7/Add.2",
        "NEASPEC/SOM(24)/5/Rev.1",
    ),
}


@pytest.mark.parametrize("name", FOUND)
def test_a_rule_finds_each_of_these_words_and_no_other(name: str, tmp_path: Path) -> None:
    rule = next(rule for rule in RULES if rule.name == name)
    underlined: list[str] = []
    for count, together in enumerate(essays.examples(essays.of(rule))):
        if together[0].expected != "Wrong":
            continue
        root = tmp_path / str(count)
        files = {"content/m/meeting.yaml": MEETING}
        for example in together:
            body = "".join(f"  {line}" for line in example.text.splitlines(keepends=True))
            files |= {example.path: example.text} if example.path else {"content/m/p.yaml": PAPER + body}
        for path, text in files.items():
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_text(text, "utf-8")
        for fault in pipeline.checked(Project(root), say=lambda own: replace(own, select=frozenset({rule.code}))):
            line = files[fault.at.file].split("\n")[fault.at.line - 1]
            underlined.append(line[fault.at.column - 1 : fault.at.column - 1 + fault.at.length])
    assert tuple(underlined) == FOUND[name]
