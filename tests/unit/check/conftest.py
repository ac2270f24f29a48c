"""Words of a paper's file -> its document and its running text, with the file beside them."""

from collections.abc import Callable
from pathlib import Path

import pytest

from neaspec_docs.check import text
from neaspec_docs.check.files import Files
from neaspec_docs.check.text import Stretch
from neaspec_docs.diagnostics.diagnostic import Diagnostics
from neaspec_docs.load import papers
from neaspec_docs.load.source import Source
from neaspec_docs.model.document import Document
from neaspec_docs.project import Project

FILE = "content/m/p.yaml"


@pytest.fixture(scope="session")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of a project with one meeting."""
    folder = tmp_path_factory.mktemp("project")
    (folder / FILE).parent.mkdir(parents=True)
    return folder


@pytest.fixture(scope="session")
def document(root: Path) -> Callable[[str], Document]:
    """Return a function that writes the body of a paper to its file and reads it; it must load without a fault."""

    def read(body: str) -> Document:
        written = f"kind: paper\ntitle: A paper\nbody:\n{body}"
        (root / FILE).write_bytes(written.encode())
        faults = Diagnostics()
        paper = papers.read(Source(FILE, written, (root / FILE).parent, Project(root), faults), "m/p")
        assert [*faults] == []
        assert paper is not None
        return paper.document

    return read


@pytest.fixture(scope="session")
def stretches(document: Callable[[str], Document], root: Path) -> Callable[[str], tuple[Stretch, ...]]:
    """Return a function that writes and reads the body of a paper, and gives its running text."""
    return lambda body: text.of(document(body), Files(root))[1:]  # less the title
