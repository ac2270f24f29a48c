"""The structure tree of a paper with everything in it, as a screen reader comes to it: read once, and held to that."""

from pathlib import Path

import pypdf
import pytest
import structure_tree
from papers import Built

PAGE = Path(__file__).parents[2] / "docs" / "accessibility.md"
EXPECTED = Path(__file__).parent / "herons-tree.txt"


def test_the_tree_of_a_paper_with_everything(built: Built, request: pytest.FixtureRequest) -> None:
    said = structure_tree.text(pypdf.PdfReader(built.file("ex-1/herons", "pdf")), words=100)
    if request.config.getoption("--update"):
        EXPECTED.write_text(said, "utf-8")
    assert said == EXPECTED.read_text("utf-8")


def test_the_tree_in_the_docs_is_that_of_the_plans_table(built: Built) -> None:
    """The page shows some of its lines, in their order; the first is the table's, for its division holds the notes."""
    shown = PAGE.read_text("utf-8").split("What this program makes of it:\n\n```\n")[1].split("\n```")[0]
    lines = shown.splitlines()
    said = structure_tree.text(pypdf.PdfReader(built.file("som-24/strategic-plan", "pdf")), words=100).splitlines()
    at = next(place for place, line in enumerate(said) if "IUCN Red List" in line) - 2
    deeper = len(said[at]) - len(said[at].lstrip()) - 2
    rest = iter(line[deeper:] for line in said[at - 1 :])
    assert [line for line in lines if line not in rest] == []
