"""A tree -> WeasyPrint's document of it, laid out as a paper is to be; of the pages tried on the way none is kept.

WeasyPrint 70 keeps all that pages were tried with in circles (a list of who waits for a page's number holds functions
that hold the list), which only Python's collector finds: it goes through all that there is, some seconds for 700 pages.
"""

from typing import Any
from xml.etree.ElementTree import Element

from cssselect2 import ElementWrapper  # type: ignore[import-untyped]
from weasyprint import CSS, HTML
from weasyprint.document import Document
from weasyprint.formatting_structure.boxes import FootnoteAreaBox
from weasyprint.layout import LayoutContext

from neaspec_docs.write.pdf.fetcher import ROOT, ProjectFetcher
from neaspec_docs.write.pdf.notes import FaithfulContext, NotesToCome
from neaspec_docs.write.pdf.styles import StylesAsked, own_sheet
from neaspec_docs.write.pdf.targets import TargetsByAnchor

_FOR_DRAWINGS = ("font_config", "get_image_from_uri")
"""What of a layout the pictures in an SVG take, which are read when it is painted."""


class Tree(HTML):  # type: ignore[misc]  # WeasyPrint ships no types
    """A document that is already a tree: WeasyPrint's own class would parse text."""

    context: FaithfulContext | None = None

    def __init__(self, root: Element, fetcher: ProjectFetcher) -> None:
        """Take the tree; addresses in it are those of the project's files."""
        self.base_url = ROOT
        self.url_fetcher = fetcher
        self.media_type = "print"
        self.wrapper_element = ElementWrapper.from_html_root(root, content_language=None)
        self.etree_element = self.wrapper_element.etree_element

    def _ua_stylesheets(self, forms: bool = False) -> list[CSS]:  # noqa: FBT001, FBT002 -- as WeasyPrint calls it
        return [own_sheet().sheet, *super()._ua_stylesheets(forms)[1:]]


class FaithfulDocument(Document):  # type: ignore[misc]
    """A document whose notes are on the pages of their calls; what it is laid out with does no more than it must."""

    @classmethod
    def _build_layout_context(cls, html: Tree, *arguments: Any, **options: Any) -> LayoutContext:  # noqa: ANN401
        context = super()._build_layout_context(html, *arguments, **options)
        notes = context.__dict__.pop("current_page_footnotes")
        context.__class__ = FaithfulContext
        context.current_page_footnotes = notes
        context.footnotes = NotesToCome()
        context.tried = []
        context.target_collector.__class__ = TargetsByAnchor
        context.style_for.__class__ = StylesAsked
        html.context = context
        return context

    @classmethod
    def _render(cls, html: Tree, *arguments: Any) -> "FaithfulDocument":  # noqa: ANN401
        try:
            document: FaithfulDocument = super()._render(html, *arguments)
        finally:
            if html.context:
                _let_go(html.context)
        return document


def _let_go(context: FaithfulContext) -> None:
    """Forget all but what is painted, and cut each page from the area of its notes, which knows it."""
    for page in context.tried:
        for area in page.children:
            if isinstance(area, FootnoteAreaBox):
                area.page = None
    context.target_collector.__dict__.clear()
    context.__dict__ = {name: context.__dict__[name] for name in _FOR_DRAWINGS}
