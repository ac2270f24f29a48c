"""Comments that allow a finding: what they speak of, and what is said of those that are wrong or not needed."""

from pathlib import Path

import pytest

from neaspec_docs import pipeline
from neaspec_docs.check import suppressions
from neaspec_docs.check.files import Files
from neaspec_docs.diagnostics.codes import Code
from neaspec_docs.diagnostics.diagnostic import Diagnostic, Severity
from neaspec_docs.diagnostics.span import Span
from neaspec_docs.project import Project

RULES = frozenset({Code.STRAIGHT_QUOTE, Code.TYPED_NUMBER})
COMMENT = "# neaspec-docs: allow straight-quote because it is so"


def _left(folder: Path, written: str, *lines: int, ran: frozenset[Code] = RULES) -> list[Diagnostic]:
    """Return what is left of a finding in each of these lines."""
    (folder / "f").write_text(written, "utf-8")
    found = [Diagnostic(Code.STRAIGHT_QUOTE, "so", Span("f", line, 1), severity=Severity.WARNING) for line in lines]
    return [*suppressions.apply(found, Files(folder), ["f"], RULES, ran)]


def _lines(left: list[Diagnostic]) -> list[int]:
    return [fault.at.line for fault in left]


@pytest.mark.parametrize(
    ("written", "allowed"),
    [
        (f"- text: one {COMMENT}\n- text: two\n", [1]),
        (f"{COMMENT}\n- text: one\n- text: two\n", [2]),
        (f"{COMMENT}\n\n# another comment\n- text: one\n- text: two\n", [4]),
        (f"- text: |  {COMMENT}\n    one\n\n    two\n- text: three\n", [1, 2, 3, 4]),
        (f"{COMMENT}\n- text: >-\n    one\n    two\n- text: three\n", [2, 3, 4]),
        (f"- section: one\n  body:\n    {COMMENT}\n    - text: two\n", [4]),
        (f"{COMMENT}\n- para: |\n    one\n  body:\n    - para: two\n", [2, 3]),
        (f"- para: |  {COMMENT}\n    one\n  body:\n    - para: two\n", [1, 2]),
        (f"{COMMENT}\n- |\n  one\n  two\n- three\n", [2, 3, 4]),
        (f"{COMMENT}\n- text: |2-\n    one\n- two\n", [2, 3]),
        (f"{COMMENT}\n- text: >1-\n    one\n- two\n", [2, 3]),
        (f"{COMMENT}\n- para: See <https://x.org>\n- two\n", [2]),
        (f"- para: See <https://x.org>\n  body:\n    - two {COMMENT}\n", [3]),
        (f"{COMMENT}\n- text: one\n    two\n\n    three\n- four\n", [2, 3, 4, 5]),
        (f'{COMMENT}\n- text: "one\n    two"\n- three\n', [2, 3]),
        (f"{COMMENT}\n- text:\n    one\n    two\n- three\n", [2, 3, 4]),
        (f"- {{text: 'a # b'}} {COMMENT}\n- three\n", [1]),
        (f"- text: a\u2028b\n- two {COMMENT}\n", [2]),
    ],
)
def test_a_comment_speaks_of_its_line_or_the_next_or_a_text_of_lines(
    written: str, allowed: list[int], tmp_path: Path
) -> None:
    every = range(1, written.count("\n") + 1)
    assert _lines(_left(tmp_path, written, *every)) == [line for line in every if line not in allowed]


@pytest.mark.parametrize(
    "written",
    [
        "- text: |\n    # neaspec-docs: allow straight-quote because this is text\n    'so'\n",
        "- text: a# neaspec-docs: allow straight-quote because no space is before it\n",
        "- text: 'a # neaspec-docs: allow straight-quote because this is text'\n",
        '- text: "a\n    # neaspec-docs: allow straight-quote because this is text"\n',
    ],
)
def test_what_is_no_comment_allows_nothing(written: str, tmp_path: Path) -> None:
    every = range(1, written.count("\n") + 1)
    assert _lines(_left(tmp_path, written, *every)) == [*every]


@pytest.mark.parametrize(
    "comment",
    [
        "# neaspec-docs allow E209 because a colon is missing",
        "# neaspec-docs: Allow E209 because of a capital",
        "# NEASPEC-docs: allow E209 because of capitals",
        "# neaspec_docs: allow E209 because of a stroke",
        "#neaspec-docs: allow E209 because a space is missing",
    ],
)
def test_a_comment_that_is_nearly_one_is_reported(comment: str, tmp_path: Path) -> None:
    near, finding = _left(tmp_path, f"{comment}\n- text: one\n", 1)[::-1]
    assert finding.code is Code.STRAIGHT_QUOTE
    assert (near.code, near.message, near.severity) == (
        Code.UNKNOWN_RULE, "this comment allows nothing", Severity.WARNING,
    )  # fmt: skip
    assert near.help == "write `# neaspec-docs: allow RULE because …`"


def test_prose_on_the_program_is_no_comment_that_allows(tmp_path: Path) -> None:
    assert _left(tmp_path, "# neaspec-docs allows comments; neaspec-docs: see above\n- text: one\n") == []


def test_several_rules_are_split_by_commas_and_may_be_codes(tmp_path: Path) -> None:
    written = "- text: one  # neaspec-docs: allow E209, typed-number because they are\n"
    (fault,) = _left(tmp_path, written, 1)
    assert fault.code is Code.UNUSED_SUPPRESSION
    assert fault.message == "`typed-number` finds nothing here: this comment allows what is not there"
    assert written[fault.at.column - 1 :].startswith("typed-number")
    assert fault.at.length == len("typed-number")


def test_a_comment_that_is_not_needed_is_reported_only_if_its_rule_ran(tmp_path: Path) -> None:
    written = f"{COMMENT}\n- text: one\n"
    (fault,) = _left(tmp_path, written)
    assert (fault.code, fault.at.line, fault.severity) == (Code.UNUSED_SUPPRESSION, 1, Severity.WARNING)
    assert _left(tmp_path, written, ran=frozenset()) == []


@pytest.mark.parametrize(
    ("written", "line", "help"),
    [
        (f"{COMMENT}\n- list:\n    - one\n    - two\n", 3, "it speaks of line 2 only; the finding is at line 3"),
        (f"{COMMENT}\n- text: |\n    one\n- two\n", 4, "it speaks of lines 2 to 3 only; the finding is at line 4"),
        (f"- one\n{COMMENT}\n- two\n", 1, "take it out"),
        (COMMENT + "\n- one\n" + "- two\n" * 40, 40, "take it out"),
    ],
)
def test_a_comment_above_what_it_does_not_reach_says_of_what_it_speaks(
    written: str, line: int, help: str, tmp_path: Path
) -> None:
    fault = _left(tmp_path, written, line)[-1]
    assert (fault.code, fault.help) == (Code.UNUSED_SUPPRESSION, help)


def test_a_comment_that_lacks_its_space_is_no_error_of_the_file(tmp_path: Path) -> None:
    folder = tmp_path / "content" / "m"
    folder.mkdir(parents=True)
    meeting = "title: A meeting\nshort: M-1\ndates: {start: 2020-10-12}\nvenue: Klow\npapers: [p]\n"
    (folder / "meeting.yaml").write_text(meeting, "utf-8")
    paper = (
        "kind: paper\ntitle: A paper\nbody:\n  - text: It's.  #neaspec-docs: allow straight-quote because it is so\n"
    )
    (folder / "p.yaml").write_text(paper, "utf-8")
    assert [fault.code for fault in pipeline.checked(Project(tmp_path))] == [Code.STRAIGHT_QUOTE, Code.UNKNOWN_RULE]


def test_what_comments_speak_of_is_not_looked_for_among_all_comments(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[tuple[int, int]] = []
    holds = suppressions._Text.holds

    def counted(text: suppressions._Text, at: tuple[int, int]) -> bool:
        asked.append(at)
        return holds(text, at)

    monkeypatch.setattr(suppressions._Text, "holds", counted)
    many = 500
    assert _left(tmp_path, f"- text: one  {COMMENT}\n" * many, *range(1, many + 1)) == []
    assert len(asked) <= 2 * many


def test_a_comment_without_a_reason_still_allows(tmp_path: Path) -> None:
    (fault,) = _left(tmp_path, "- text: one # neaspec-docs: allow straight-quote\n", 1)
    assert (fault.code, fault.at.column) == (Code.MISSING_REASON, 13)


def test_a_rule_that_there_is_not_is_named_with_the_nearest(tmp_path: Path) -> None:
    (fault, finding) = sorted(
        _left(tmp_path, "- text: one # neaspec-docs: allow straight-quotes because so\n", 1),
        key=lambda fault: fault.code,
    )
    assert (fault.code, fault.help) == (Code.UNKNOWN_RULE, "did you mean `straight-quote`?")
    assert finding.code is Code.STRAIGHT_QUOTE


def test_a_comment_that_names_no_rule_is_reported(tmp_path: Path) -> None:
    (fault,) = _left(tmp_path, "- text: one # neaspec-docs: allow because so\n")
    assert (fault.code, fault.message) == (Code.UNKNOWN_RULE, "this comment allows nothing")


def test_a_fault_that_stops_a_build_cannot_be_allowed(tmp_path: Path) -> None:
    (tmp_path / "f").write_text("- text: one # neaspec-docs: allow dangling-reference because so\n", "utf-8")
    error = Diagnostic(Code.DANGLING_REFERENCE, "so", Span("f", 1, 1))
    left = suppressions.apply([error], Files(tmp_path), ["f"], RULES, RULES)
    assert [fault.code for fault in left] == [Code.DANGLING_REFERENCE, Code.UNKNOWN_RULE]
    assert (left[1].message, left[1].help) == ("`dangling-reference` stops a build and can't be left out", None)


def test_comments_of_files_that_are_not_read_allow_nothing(tmp_path: Path) -> None:
    (tmp_path / "f").write_text(f"- text: one {COMMENT}\n", "utf-8")
    found = Diagnostic(Code.STRAIGHT_QUOTE, "so", Span("f", 1, 1))
    assert suppressions.apply([found], Files(tmp_path), [], RULES, RULES) == (found,)
