"""Two versions of a small paper, and the Page that holds both, as it is written and as negotiated text is shown.

`pytest --update` writes `expected/` anew; what it changed is to be read as code is.
"""

from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from lxml import etree

from neaspec_docs.diff import changes
from neaspec_docs.diff.matching.align import counterparts
from neaspec_docs.diff.redline import brackets, merge
from neaspec_docs.load import tree
from neaspec_docs.model.document import Content
from neaspec_docs.model.page import Page
from neaspec_docs.model.resolved import Resolved
from neaspec_docs.model.signature import OneHand, Signature
from neaspec_docs.project import Project
from neaspec_docs.render import page as render
from neaspec_docs.render.redline import with_summary
from neaspec_docs.resolve.passes import Resolver

FOLDER = Path(__file__).parent / "redline"
PAPER = "ex-1/paper"
SIGNATURE = Signature("A. Editor", datetime(2025, 9, 16, 8, 30, tzinfo=UTC))


def version(name: str) -> tuple[Content, Resolved, Page]:
    project = Project(FOLDER / name)
    content = tree.content(project)
    resolved, said = Resolver(content).resolve(PAPER)
    page, faults = render.render(resolved, project)
    assert (said, faults) == ((), [])
    assert page is not None
    return content, resolved, page


def made() -> Mapping[str, Page]:
    (old_content, old, was), (new_content, new, now) = version("old"), version("new")
    redline = merge.merged(was, now, counterparts(old.document, new.document), OneHand(SIGNATURE))
    before = changes.Snapshot("the draft of 1 September", old_content, {PAPER: old})
    after = changes.Snapshot("that of 15 September", new_content, {PAPER: new})
    whole, said = with_summary(redline, changes.of(before, after), Project(FOLDER / "new"))
    assert said == []
    return {"tracked.xhtml": whole, "brackets.xhtml": brackets.bracketed(redline)}


def pretty(page: Page) -> str:
    return etree.tostring(etree.fromstring(ET.tostring(page.root)), pretty_print=True, encoding="unicode")


def test_the_page_that_holds_two_versions(request: pytest.FixtureRequest) -> None:
    expected = FOLDER / "expected"
    for name, page in made().items():
        if request.config.getoption("--update"):
            (expected / name).write_text(pretty(page), "utf-8")
        assert pretty(page) == (expected / name).read_text("utf-8"), name
