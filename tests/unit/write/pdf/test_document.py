"""Of how pages were laid out nothing is left once they are there, but what a drawing takes when it is painted."""

import base64
import gc
import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import fromstring

import pypdf
import pytest
from unit.conftest import png
from weasyprint import CSS, DEFAULT_OPTIONS
from weasyprint import document as documents
from weasyprint.css.targets import CounterLookupItem, TargetLookupItem
from weasyprint.formatting_structure.boxes import PageBox
from weasyprint.layout import page as pages

from neaspec_docs.model.page import Page
from neaspec_docs.project import Project
from neaspec_docs.write.pdf.document import FaithfulDocument, Tree
from neaspec_docs.write.pdf.fetcher import ProjectFetcher
from neaspec_docs.write.pdf.writer import write

LINES = "".join(f'<li><a href="#s{n}">Part {n}</a></li>' for n in range(9))
PARTS = "".join(f'<h1 id="s{n}">Part {n}</h1><p>Words<span class="note">Of {n}.</span></p>' for n in range(9))
ROOT = f'<html lang="en"><head/><body><ol>{LINES}</ol>{PARTS}</body></html>'

SHEET = """
@page { size: 200px 200px; margin: 20px; @bottom-center { content: counter(page) } }
a::after { content: leader(".") target-counter(attr(href), page) }
.note { float: footnote }
h1 { break-before: page }
"""


@pytest.fixture
def no_collector() -> Iterator[None]:
    """Let what is in circles stay."""
    gc.collect()
    gc.disable()
    yield
    gc.enable()


def _laid_out(root: str, project: Project) -> Any:  # noqa: ANN401
    tree = Tree(fromstring(root), ProjectFetcher(project))  # noqa: S314
    return FaithfulDocument._render(tree, None, None, None, DEFAULT_OPTIONS | {"stylesheets": [CSS(string=SHEET)]})


def _there(*sorts: type) -> int:
    return sum(isinstance(thing, sorts) for thing in gc.get_objects())


@pytest.mark.usefixtures("no_collector")
def test_what_pages_were_tried_with_is_gone_without_a_look_through_memory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, waiting = _there(PageBox), _there(TargetLookupItem, CounterLookupItem)
    tried: list[int] = []
    make = pages.make_page

    def counted(*given: Any) -> Any:  # noqa: ANN401
        tried.append(1)
        return make(*given)

    monkeypatch.setattr(pages, "make_page", counted)
    document = _laid_out(ROOT, Project(tmp_path))
    assert len(tried) > len(document.pages) >= 10
    assert _there(PageBox) == before + len(document.pages)
    assert _there(TargetLookupItem, CounterLookupItem) == waiting
    document.pages.clear()
    assert _there(PageBox) == before


@pytest.mark.usefixtures("no_collector")
def test_of_a_layout_that_fails_nothing_is_left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = _there(PageBox)

    def failing(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(documents, "Page", failing)
    with pytest.raises(ZeroDivisionError):
        _laid_out(ROOT, Project(tmp_path))
    assert _there(PageBox) == before


def _shown(picture: str) -> Page:
    """Return a paper that shows a picture."""
    whole = (
        '<html lang="en"><head><title>A test</title></head><body class="paper" data-headings=""><main>'
        f'<div class="figure" id="f"><img src="{picture}" alt="A map" width="90" height="90"/></div>'
        "</main></body></html>"
    )
    return Page("m/p", fromstring(whole))  # noqa: S314 -- our own


def test_a_picture_in_a_drawing_is_read_when_the_drawing_is_painted(tmp_path: Path) -> None:
    data = base64.b64encode(png(9, 9)).decode()
    (tmp_path / "map.svg").write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" width="90" height="90">'
        f'<image href="data:image/png;base64,{data}" width="9" height="9"/></svg>'
    )
    made = write(_shown("map.svg"), Project(tmp_path))
    (sheet,) = pypdf.PdfReader(io.BytesIO(made.data)).pages
    assert [picture.image and picture.image.size for picture in sheet.images] == [(9, 9)]


def test_a_drawing_in_a_drawing_has_fonts_for_its_words(tmp_path: Path) -> None:
    inner = '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><text x="2" y="12">Herons</text></svg>'
    (tmp_path / "map.svg").write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" width="90" height="90">'
        f'<image href="data:image/svg+xml;base64,{base64.b64encode(inner.encode()).decode()}" width="40" height="20"/>'
        "</svg>"
    )
    made = write(_shown("map.svg"), Project(tmp_path))
    (sheet,) = pypdf.PdfReader(io.BytesIO(made.data)).pages
    assert "Herons" in sheet.extract_text()
