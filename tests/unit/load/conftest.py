"""Text of a paper's file -> what load makes of it."""

from collections.abc import Callable
from typing import TypeAlias

import pytest

from neaspec_docs.diagnostics.diagnostic import Diagnostics
from neaspec_docs.load import papers
from neaspec_docs.load.source import Source
from neaspec_docs.model.block import Block, Blocks
from neaspec_docs.project import Project

Opener: TypeAlias = Callable[[str], Source]


@pytest.fixture(scope="session")
def opened(tmp_path_factory: pytest.TempPathFactory) -> Opener:
    """Return a function that takes a text for that of a file in an empty project."""
    root = tmp_path_factory.mktemp("project")

    def open_text(text: str) -> Source:
        return Source("content/m/p.yaml", text, root / "content" / "m", Project(root), Diagnostics())

    return open_text


@pytest.fixture(scope="session")
def blocks(opened: Opener) -> Callable[[str], Blocks]:
    """Return a function that reads the blocks of a paper's body, which must be well."""

    def read(text: str) -> Blocks:
        lines = "".join(f"  {line}\n" if line else "\n" for line in text.split("\n"))
        kind = "slides" if text.startswith("- slide:") else "paper"
        file = opened(f"kind: {kind}\ntitle: A paper\nbody:\n{lines}")
        paper = papers.read(file, "m/p")
        assert [*file.faults] == []
        assert paper is not None
        return paper.document.body

    return read


@pytest.fixture(scope="session")
def block(blocks: Callable[[str], Blocks]) -> Callable[[str], Block]:
    """Return a function that reads one block."""

    def read(text: str) -> Block:
        (one,) = blocks(text)
        return one

    return read
