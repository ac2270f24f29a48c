"""The redline of two versions of a small paper, as Word's revisions: its text, its notes and its running head.

`pytest --update` writes `word/` anew; what it changed is to be read as code is.
"""

from io import BytesIO
from zipfile import ZipFile

import pytest
from golden.test_redline import FOLDER, made
from lxml import etree

from neaspec_docs.model.page import Layout
from neaspec_docs.project import Project
from neaspec_docs.write.docx import writer

PAGES = {"lakes": 1, "marshes": 1, "figures": 1, "annex.1": 2}
PARTS = ("document", "footnotes", "header2")


def test_the_word_file_that_holds_two_versions(request: pytest.FixtureRequest) -> None:
    written = writer.write(made()["tracked.xhtml"], Project(FOLDER / "new"), Layout(2, PAGES))
    assert written.diagnostics == ()
    with ZipFile(BytesIO(written.data)) as package:
        roots = {f"{part}.xml": etree.fromstring(package.read(f"word/{part}.xml")) for part in PARTS}
    expected = FOLDER / "word"
    for name, root in roots.items():
        text = etree.tostring(root, pretty_print=True, encoding="unicode")
        if request.config.getoption("--update"):
            expected.mkdir(exist_ok=True)
            (expected / name).write_text(text, "utf-8")
        assert text == (expected / name).read_text("utf-8"), name
