"""Where rules are silent for the sake of the whole paper: its language, its kind."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path

import pytest

from neaspec_docs.check import run
from neaspec_docs.check.files import Files
from neaspec_docs.check.reading import Reading, Tree
from neaspec_docs.check.rule import Rule
from neaspec_docs.check.rules import (
    cited_page,
    mark_before_punctuation,
    typed_number,
    uncited_figure,
    uncited_table,
)
from neaspec_docs.check.settings import Settings
from neaspec_docs.model.document import Content, Document

BODY = """\
  - text: It was adopted[^a], as Table 1 shows on page 4 of the present document.
  - table: A table
    columns: [A]
    rows: [[1]]
  - table: Another table
    columns: [A]
    rows: [[1]]
  - figure: A figure
    panels: [{title: Birds, items: [Herons]}]
"""
OF_ENGLISH = (typed_number.RULE, cited_page.RULE, mark_before_punctuation.RULE)
OF_PAPERS = (uncited_table.RULE, uncited_figure.RULE)


def _found(document: Document, rules: Iterable[Rule], root: Path) -> list[str]:
    content = Content(papers={document.name: document})
    files = Files(root)
    meeting = None
    paper = Reading(document, None, meeting, content, files, 8500)  # type: ignore[arg-type]  # no rule here asks for it
    tree = Tree(content, {document.name: paper}, files)
    return sorted(fault.code.slug for fault in run.findings(tree, Settings(), [*rules]))


@pytest.mark.parametrize(("language", "heard"), [("en", True), ("en-GB", True), ("ru", False), ("zh-Hans", False)])
def test_rules_of_english_are_for_no_other_language(
    language: str, *, heard: bool, document: Callable[[str], Document], root: Path
) -> None:
    paper = replace(document(BODY), language=language)
    expected = ["cited-page", "mark-before-punctuation", "typed-number"]
    assert _found(paper, OF_ENGLISH, root) == (expected if heard else [])


def test_tables_and_figures_on_slides_need_no_reference(document: Callable[[str], Document], root: Path) -> None:
    paper = document(BODY)
    assert _found(paper, OF_PAPERS, root) == ["uncited-figure", "uncited-table"]
    assert _found(replace(paper, kind="slides"), OF_PAPERS, root) == []
