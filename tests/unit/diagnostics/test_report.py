"""Findings as programs read them: GitHub's commands, JSON, and SARIF, which its own schema judges."""

import json
from typing import Any

import pytest
from sarif_kit.validate import validation_errors

from neaspec_docs.check import essays
from neaspec_docs.diagnostics.codes import Code
from neaspec_docs.diagnostics.diagnostic import Diagnostic, Edit, Related, Severity
from neaspec_docs.diagnostics.report import github, sarif, short
from neaspec_docs.diagnostics.report import json as report_json
from neaspec_docs.diagnostics.span import Span

QUOTE = Diagnostic(
    Code.STRAIGHT_QUOTE,
    "a straight quotation mark, 100% so:\nit is",
    Span("content/m/p.yaml", 5, 15),
    "write `“`",
    severity=Severity.WARNING,
    fix=(Edit(Span("content/m/p.yaml", 5, 15), "“"), Edit(Span("content/m/q, r.yaml", 6, 1, 3), "")),
)
TWICE = Diagnostic(
    Code.DUPLICATE_ID,
    "`a` is used twice",
    Span("content/m/q, r.yaml", 7, 3, 4),
    related=(Related(Span("content/m/p.yaml", 1, 1), "the first `a`"),),
)


def log(*found: Diagnostic) -> Any:  # noqa: ANN401 -- JSON of any shape
    return json.loads(sarif.text(found, essays.every()))


@pytest.mark.parametrize("found", [(), (QUOTE,), (TWICE,), (QUOTE, TWICE, QUOTE)])
def test_sarif_is_valid_against_its_schema(found: tuple[Diagnostic, ...]) -> None:
    assert validation_errors(log(*found)) == []
    assert validation_errors(json.loads(sarif.text(found))) == []


def test_the_schema_of_sarif_would_object() -> None:
    broken = log(QUOTE)
    broken["runs"][0]["results"][0]["levle"] = "warning"
    broken["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["region"]["startLine"] = 0
    assert len(validation_errors(broken)) == 2


def test_sarif_of_every_code_is_valid() -> None:
    every = [Diagnostic(code, "m", Span("a.yaml", 1, 1), severity=severity) for code in Code for severity in Severity]
    assert validation_errors(log(*every)) == []
    assert len(log(*every)["runs"][0]["tool"]["driver"]["rules"]) == len(Code)


def test_sarif_says_rule_place_and_fix() -> None:
    (run,) = log(TWICE, QUOTE)["runs"]
    twice, quote = run["results"]
    rules = run["tool"]["driver"]["rules"]
    assert [rules[one["ruleIndex"]]["id"] for one in (twice, quote)] == ["N001", "E209"]
    assert [one["level"] for one in (twice, quote)] == ["error", "warning"]
    place = twice["locations"][0]["physicalLocation"]
    assert place["artifactLocation"] == {"uri": "content/m/q%2C%20r.yaml"}
    assert place["region"] == {"startLine": 7, "startColumn": 3, "endColumn": 7}
    assert twice["relatedLocations"][0]["message"] == {"text": "the first `a`"}
    (fix,) = quote["fixes"]
    assert [change["artifactLocation"]["uri"] for change in fix["artifactChanges"]] == [
        "content/m/p.yaml",
        "content/m/q%2C%20r.yaml",
    ]
    assert fix["artifactChanges"][0]["replacements"] == [
        {"deletedRegion": {"startLine": 5, "startColumn": 15, "endColumn": 16}, "insertedContent": {"text": "“"}}
    ]


def test_github_escapes_what_would_end_a_property_or_the_line() -> None:
    quote, twice = github.text([QUOTE, TWICE]).splitlines()
    place = "line=5,endLine=5,col=15,endColumn=16,title=E209 straight-quote"
    said = "a straight quotation mark, 100%25 so:%0Ait is%0Awrite `“`"
    assert quote == f"::warning file=content/m/p.yaml,{place}::{said}"
    place = "line=7,endLine=7,col=3,endColumn=7,title=N001 duplicate-id"
    assert twice == f"::error file=content/m/q%2C r.yaml,{place}::`a` is used twice"


def test_short_stays_on_one_line() -> None:
    assert short.text([QUOTE, TWICE]).splitlines() == [
        "content/m/p.yaml:5:15: warning[E209] straight-quote: a straight quotation mark, 100% so: it is",
        "content/m/q, r.yaml:7:3: error[N001] duplicate-id: `a` is used twice",
    ]


def test_json_counts_and_names_all_places() -> None:
    said = json.loads(report_json.text([TWICE, QUOTE], {"content/m/p.yaml": "m/p"}.get))
    assert (said["errors"], said["warnings"]) == (1, 1)
    twice, quote = said["diagnostics"]
    assert (twice["paper"], quote["paper"]) == (None, "m/p")
    assert twice["related"] == [
        {"message": "the first `a`", "file": "content/m/p.yaml", "line": 1, "column": 1, "length": 1}
    ]
    assert [edit["new"] for edit in quote["fix"]] == ["“", ""]
    assert quote["message"] == QUOTE.message
