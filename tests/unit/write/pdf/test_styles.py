"""What is added to an element, and a page, look as WeasyPrint would have it, and nobody works out what nobody asks."""

import re
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import fromstring

from weasyprint import CSS, DEFAULT_OPTIONS, HTML
from weasyprint.css.properties import INITIAL_VALUES
from weasyprint.document import Document
from weasyprint.html import UA, UA_STYLESHEET

from neaspec_docs.project import Project
from neaspec_docs.write.pdf.document import FaithfulDocument, Tree
from neaspec_docs.write.pdf.fetcher import ProjectFetcher
from neaspec_docs.write.pdf.styles import own_sheet, parted

ROOT = """
<html lang="en"><head/><body>
  <ol><li id="one">One</li><li id="two" style="color: teal">Two</li></ol>
  <p>A heron<span class="note" id="note">Of some size.</span></p>
  <p>A crane<span class="note own" id="own">Tall.</span></p>
</body></html>
"""

SHEET = """
.note { float: footnote }
.own::footnote-call { content: "x"; font-size: 3pt; color: red }
.own::footnote-marker { content: "y" }
#two::marker { color: inherit; white-space: normal }
html { font-size: 10px }
html::marker { font-size: 2rem }
html::note-call, p::note-callback { content: "z" }
p::before { content: "p" }
"""

ADDED = ("marker", "footnote-call", "footnote-marker", "note-call", "note-marker", "note-callback")


def _laid_out(sort: type[Document], tree: HTML, sheet: str) -> Any:  # noqa: ANN401
    return sort._render(tree, None, None, None, DEFAULT_OPTIONS | {"stylesheets": [CSS(string=sheet)]})


def _styles(sort: type[Document], tree: HTML, sheet: str) -> Any:  # noqa: ANN401
    options = DEFAULT_OPTIONS | {"stylesheets": [CSS(string=sheet)]}
    return sort._build_layout_context(tree, None, None, {}, options).style_for


class Kept(FaithfulDocument):
    """A document that keeps the styles which it was laid out with."""

    styles: Any

    @classmethod
    def _build_layout_context(cls, html: Tree, *arguments: Any, **options: Any) -> Any:  # noqa: ANN401
        context = super()._build_layout_context(html, *arguments, **options)
        cls.styles = context.style_for
        return context


def _ours(project: Project) -> Tree:
    return Tree(fromstring(ROOT), ProjectFetcher(project))  # noqa: S314


def _theirs(project: Project) -> Tree:
    tree = _ours(project)
    tree._ua_stylesheets = lambda *_: [UA_STYLESHEET]  # type: ignore[method-assign]
    return tree


def _said(style: Any) -> dict[str, Any] | None:  # noqa: ANN401
    return None if style is None else {name: repr(style[name]) for name in (*INITIAL_VALUES, "anchor", "lang")}


def test_only_what_is_added_to_every_element_is_parted_from_the_sheet() -> None:
    assert {*own_sheet().added} == {*ADDED} == {*re.findall(r"^::([\w-]+) \{", UA, re.MULTILINE)}
    assert len(own_sheet().sheet.matcher.other_selectors) == len(UA_STYLESHEET.matcher.other_selectors) - len(ADDED)
    assert not own_sheet().added.keys() & {sort[3] for sort in own_sheet().sheet.matcher.other_selectors}


def test_what_is_added_to_some_elements_stays_in_the_sheet() -> None:
    whole = CSS(string="::marker { color: red } [hidden]::marker { color: teal } p::marker { color: blue }")
    sheet, added = parted(whole)
    assert {*added} == {"marker"}
    assert {*added["marker"]} == {"color"}
    assert [sort[1] for sort in sheet.matcher.other_selectors] == [(0, 1, 1)]
    assert len(whole.matcher.other_selectors) == 2
    assert sheet.matcher.lower_local_name_selectors == whole.matcher.lower_local_name_selectors


def test_all_that_can_be_asked_for_is_as_weasyprint_works_it_out(tmp_path: Path) -> None:
    ours, theirs = _ours(Project(tmp_path)), _theirs(Project(tmp_path))
    asked, known = _styles(FaithfulDocument, ours, SHEET), _styles(Document, theirs, SHEET)
    pairs = list(zip(ours.etree_element.iter(), theirs.etree_element.iter(), strict=True))
    assert len(pairs) == 10
    for one, other in pairs:
        for name in (None, "before", "after", "first-line", *ADDED):
            assert _said(asked(one, name)) == _said(known(other, name)), (one.tag, name)
            assert asked(one, name) is asked(one, name)  # what is changed in it on the way stays


def test_what_nobody_asks_for_is_not_worked_out(tmp_path: Path) -> None:
    _laid_out(Kept, _ours(Project(tmp_path)), ".note { float: footnote }")
    found = [(element.tag, name) for element, name in Kept.styles._computed_styles if name in ADDED]
    assert sorted(found) == [
        ("li", "marker"),
        ("li", "marker"),
        ("span", "footnote-call"),
        ("span", "footnote-call"),
        ("span", "footnote-marker"),
        ("span", "footnote-marker"),
    ]


PAGES = """
@page { size: 100px 100px; margin: 20px; @bottom-center { content: counter(page) } }
@page :first { margin-top: 30px; @top-left { content: "first" } }
@page :left { @top-left { content: "left" } }
@page wide { size: 200px 100px; @bottom-center { content: "wide"; color: red } }
li, span { break-after: page }
p { page: wide }
"""


def _margins(document: Any) -> list[list[tuple[Any, ...]]]:  # noqa: ANN401
    """Return how large each page is, and what its margins say in which colour."""
    return [
        [
            (page.width, *(part.text for part in box.descendants() if hasattr(part, "text")), box.style["color"])
            for box in page._page_box.children
        ]
        for page in document.pages
    ]


def test_each_page_has_its_own_rules_and_no_others(tmp_path: Path) -> None:
    ours = _laid_out(Kept, _ours(Project(tmp_path)), PAGES)
    assert len(ours.pages) == 4
    assert _margins(ours) == _margins(_laid_out(Document, _theirs(Project(tmp_path)), PAGES))
    assert len({page for page, _ in Kept.styles._cascaded_styles}) == 1
