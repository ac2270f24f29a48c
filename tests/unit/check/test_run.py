"""How rules are run: which, over what, how grave their findings are, and what an error hides from them."""

from dataclasses import replace
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


def test_a_total_in_a_file_of_data_is_found_at_its_table(project: Project) -> None:
    (project.content / "m" / "data.csv").write_text("A,B\nx,1\ny,2\nTotal,4\n", "utf-8")
    (project.content / "m" / "p.yaml").write_text(f"{PAPER}  - table: T\n    data: data.csv\n", "utf-8")
    chosen = frozenset({Code.WRONG_COLUMN_SUM})
    (found,) = pipeline.checked(project, say=lambda own: replace(own, select=chosen))
    assert (found.at.file, found.at.line) == ("content/m/p.yaml", 5)
