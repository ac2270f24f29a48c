"""The structure tree of a paper with everything in it, as a screen reader comes to it: read once, and held to that."""

from pathlib import Path

import pypdf
import pytest
import structure_tree
from papers import Built

EXPECTED = Path(__file__).parent / "herons-tree.txt"


def test_the_tree_of_a_paper_with_everything(built: Built, request: pytest.FixtureRequest) -> None:
    said = structure_tree.text(pypdf.PdfReader(built.file("ex-1/herons", "pdf")), words=100)
    if request.config.getoption("--update"):
        EXPECTED.write_text(said, "utf-8")
    assert said == EXPECTED.read_text("utf-8")
