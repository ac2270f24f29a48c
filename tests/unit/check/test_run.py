"""How rules are run: which, over what, how grave their findings are, and what an error hides from them."""

from pathlib import Path

import pytest

from neaspec_docs import pipeline
from neaspec_docs.check import reading, run
from neaspec_docs.check.reading import Reading, Tree
from neaspec_docs.check.rule import Finding, Findings, Rule
from neaspec_docs.check.settings import Settings
from neaspec_docs.diagnostics.codes import Code
from neaspec_docs.diagnostics.diagnostic import Severity
from neaspec_docs.load import tree
from neaspec_docs.project import Project
from neaspec_docs.stages import stops

MEETING = "title: M\nshort: M\ndates: {start: 2020-10-12}\nvenue: V\npapers: [p, q]\n"
PAPER = "kind: paper\ntitle: A paper\nbody:\n  - para: Words.\n"
TABLE = (
    "kind: paper\ntitle: A paper\nbody:\n  - table: T\n    columns: [A, B]\n    rows: [[x, 1], [y, 2], [Total, 4]]\n"
)


@pytest.fixture
def project(tmp_path: Path) -> Project:
    folder = tmp_path / "content" / "m"
    folder.mkdir(parents=True)
    for name, text in (("meeting", MEETING), ("p", PAPER), ("q", PAPER)):
        (folder / f"{name}.yaml").write_text(text, "utf-8")
    return Project(tmp_path)


def papers(project: Project, *names: str) -> Tree:
    content = tree.content(project)
    return reading.of(content, [content.papers[name] for name in names], (), project.root, 8500)


def each(paper: Reading) -> Findings:
    yield Finding(f"a paper, {paper.document.name}", paper.document.at)


def whole(papers: Tree) -> Findings:
    (first, *_) = papers.papers.values()
    yield Finding(f"{len(papers.papers)} of {len(papers.content.papers)}", first.document.at)


EACH = Rule(Code.STRAIGHT_QUOTE, paper=each)
WHOLE = Rule(Code.DUPLICATE_SYMBOL, Severity.ERROR, tree=whole)


def said(tree: Tree, settings: Settings) -> list[tuple[str, str]]:
    return [(one.message, one.severity.value) for one in run.findings(tree, settings, (EACH, WHOLE))]


def test_a_rule_is_run_over_each_paper_or_once_over_all(project: Project) -> None:
    assert said(papers(project, "m/p", "m/q"), Settings()) == [
        ("a paper, m/p", "warning"),
        ("a paper, m/q", "warning"),
        ("2 of 2", "error"),
    ]
    assert said(papers(project, "m/q"), Settings()) == [("a paper, m/q", "warning"), ("1 of 2", "error")]
    assert said(papers(project), Settings(select=frozenset({EACH.code}))) == []


def test_settings_choose_and_weigh(project: Project) -> None:
    read = papers(project, "m/p")
    assert said(read, Settings(ignore=frozenset({EACH.code}))) == [("1 of 2", "error")]
    weighed = {EACH.code: Severity.ERROR, WHOLE.code: Severity.WARNING}
    assert said(read, Settings(severity=weighed)) == [("a paper, m/p", "error"), ("1 of 2", "warning")]


def test_the_same_finding_twice_is_one(project: Project) -> None:
    def twice(paper: Reading) -> Findings:
        yield from (*each(paper), *each(paper))

    assert len(run.findings(papers(project, "m/p"), Settings(), (Rule(Code.STRAIGHT_QUOTE, paper=twice),))) == 1


def _codes(project: Project) -> set[Code]:
    return {fault.code for fault in pipeline.checked(project)}


def _append(project: Project, file: str) -> None:
    """Put a fault into a file: one that leaves the paper readable, and any other not."""
    path = project.content / file
    before = path.read_text("utf-8") if path.exists() else ""
    path.write_text(before + ("  - para: See [](#nowhere).\n" if "p.yaml" in file else "broken: [\n"), "utf-8")


@pytest.mark.parametrize("file", ["facts.yaml", "m/facts.yaml", "m/meeting.yaml", "m/p.yaml"])
def test_an_error_that_may_hide_a_figure_hides_the_sums(project: Project, file: str) -> None:
    (project.content / "m" / "p.yaml").write_text(TABLE, "utf-8")
    assert Code.WRONG_COLUMN_SUM in _codes(project)
    _append(project, file)
    assert Code.WRONG_COLUMN_SUM not in _codes(project)


def test_an_error_in_another_paper_hides_nothing(project: Project) -> None:
    (project.content / "m" / "p.yaml").write_text(TABLE, "utf-8")
    (project.content / "m" / "q.yaml").write_text("broken: [\n", "utf-8")
    assert {Code.WRONG_COLUMN_SUM, Code.NOT_YAML} <= _codes(project)


def test_a_fact_is_a_figure_like_another(project: Project) -> None:
    (project.content / "facts.yaml").write_text('sum: "3"\n', "utf-8")
    (project.content / "m" / "p.yaml").write_text(TABLE.replace("4]]", '"{{ facts.sum }}"]]'), "utf-8")
    assert Code.WRONG_COLUMN_SUM not in _codes(project)
    (project.content / "facts.yaml").write_text('sum: "5"\n', "utf-8")
    assert Code.WRONG_COLUMN_SUM in _codes(project)


COMMENT = "# neaspec-docs: allow wrong-column-sum, E201, name-of-member because the ministry's figures are cited"
DATA = "A,B\nx percent,1\nSouth Korea,2\nTotal,4\n"


@pytest.mark.parametrize(
    ("data", "left"),
    [
        ("data: data.csv", [(2, "per-cent"), (3, "name-of-member"), (4, "wrong-column-sum")]),
        (f"data: data.csv  {COMMENT}", []),
        (f"{COMMENT}\n    data: './data.csv'", []),
        (f"{COMMENT}\n    # another\n    data: ../m/data.csv", []),
        (f"data:\n      data.csv {COMMENT}", [(2, "per-cent"), (3, "name-of-member"), (4, "wrong-column-sum")]),
    ],
)
def test_what_is_found_in_a_file_of_data_is_allowed_where_a_paper_names_it(
    data: str, left: list[tuple[int, str]], project: Project
) -> None:
    (project.content / "m" / "data.csv").write_text(DATA, "utf-8")
    (project.content / "m" / "p.yaml").write_text(f"{PAPER}  - table: ''\n    {data}\n", "utf-8")
    found = [one for one in pipeline.checked(project) if one.code is not Code.UNUSED_SUPPRESSION]
    assert [(one.at.line, one.code.slug) for one in found] == left
    assert {one.at.file for one in found} <= {"content/m/data.csv"}


def test_a_comment_on_a_file_of_data_allows_no_more_than_it_says_and_is_reported_where_it_is_not_needed(
    project: Project,
) -> None:
    (project.content / "m" / "data.csv").write_text("A,B\nx percent,1\n", "utf-8")
    paper = f"{PAPER}  - table: ''\n    {COMMENT}\n    data: data.csv\n  - text: In percent.\n"
    (project.content / "m" / "p.yaml").write_text(paper, "utf-8")
    assert [(one.at.line, one.code.slug) for one in pipeline.checked(project)] == [
        (6, "unused-suppression"),
        (6, "unused-suppression"),
        (8, "per-cent"),
    ]


# What an error hides, and what it does not

SLIP = PAPER.replace("Words.", "In percent.")
FAULTS = {
    "a reference that leads nowhere": "  - para: See [](#nowhere).\n",
    "a key that nobody knows": "  - para: One.\n    idd: one\n",
    "a block that is lost with its id": "  - unknowable: One.\n    id: one\n",
}


@pytest.mark.parametrize("fault", FAULTS.values(), ids=FAULTS)
def test_an_error_hides_no_word_of_the_paper_or_of_another(fault: str, project: Project) -> None:
    (project.content / "m" / "p.yaml").write_text(SLIP + fault, "utf-8")
    (project.content / "m" / "q.yaml").write_text(SLIP, "utf-8")
    found = pipeline.checked(project)
    assert [one.at.file[-6:] for one in found if one.code is Code.PER_CENT] == ["p.yaml", "q.yaml"]
    assert stops(found)
    (alone,) = (one for one in pipeline.checked(project, ("m/q",)) if one.code is Code.PER_CENT)
    assert alone.at.file == "content/m/q.yaml"


@pytest.mark.parametrize("meeting", ["title: [\n", MEETING.replace("[p, q]", "{}"), None])
def test_a_broken_file_of_a_meeting_hides_no_word_of_its_papers(meeting: str | None, project: Project) -> None:
    for name in "pq":
        (project.content / "m" / f"{name}.yaml").write_text(SLIP, "utf-8")
    path = project.content / "m" / "meeting.yaml"
    path.write_text(meeting, "utf-8") if meeting else path.unlink()
    found = pipeline.checked(project)
    assert [one.at.file[-6:] for one in found if one.code is Code.PER_CENT] == ["p.yaml", "q.yaml"]
    assert stops(found)


PART = (
    "kind: paper\ntitle: A paper\nbody:\n  - section: One\n    body:\n      - section: Lone\n"
    "        body:\n          - para: The SOMX met.\n  - table: Never cited\n    columns: [A]\n    rows: [[1]]\n"
)


def test_nothing_is_missed_in_a_paper_of_which_a_part_is_lost(project: Project) -> None:
    (project.content / "m" / "p.yaml").write_text(PART, "utf-8")
    missed = {Code.LONE_SUBHEADING, Code.UNCITED_TABLE, Code.UNEXPLAINED_ACRONYM}
    assert _codes(project) == missed
    (project.content / "m" / "p.yaml").write_text(PART + "  - unknowable: One.\n    id: one\n", "utf-8")
    assert _codes(project) == {Code.UNKNOWN_BLOCK}


@pytest.mark.parametrize("fault", FAULTS.values(), ids=FAULTS)
def test_a_comment_is_not_called_needless_where_an_error_may_hide_what_it_allows(fault: str, project: Project) -> None:
    allowed = TABLE.replace("rows: ", "# neaspec-docs: allow T201 because the source has it so\n    rows: ")
    (project.content / "m" / "p.yaml").write_text(allowed, "utf-8")
    assert _codes(project) == {Code.UNCITED_TABLE}
    (project.content / "m" / "p.yaml").write_text(allowed + fault, "utf-8")
    assert Code.UNUSED_SUPPRESSION not in _codes(project)
    (project.content / "m" / "p.yaml").write_text(allowed.replace("4]]", "3]]"), "utf-8")
    assert Code.UNUSED_SUPPRESSION in _codes(project)
