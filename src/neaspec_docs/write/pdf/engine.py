"""A tree and a project -> WeasyPrint's PDF of it, where each anchor stands, and what WeasyPrint said on the way."""

import hashlib
import logging
from collections.abc import Generator, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass
from functools import cache
from typing import Any, NamedTuple
from xml.etree.ElementTree import Element

from weasyprint import CSS, DEFAULT_OPTIONS
from weasyprint.document import Document
from weasyprint.formatting_structure.boxes import FootnoteAreaBox
from weasyprint.text.ffi import harfbuzz_subset

from neaspec_docs.diagnostics.codes import Code
from neaspec_docs.diagnostics.diagnostic import Diagnostic
from neaspec_docs.diagnostics.span import Span
from neaspec_docs.model.page import Layout, Page
from neaspec_docs.project import Project, shipped_templates
from neaspec_docs.write.pdf import archive
from neaspec_docs.write.pdf.document import FaithfulDocument, Tree
from neaspec_docs.write.pdf.fetcher import ROOT, ProjectFetcher
from neaspec_docs.write.pdf.finished import finish
from neaspec_docs.write.pdf.line_breaks import break_short
from neaspec_docs.write.pdf.painted import keep_marks
from neaspec_docs.write.pdf.patience import FOR_A_WORD, LEAST, patience
from neaspec_docs.write.pdf.tags import tag
from neaspec_docs.write.project_files import Refusal, read_text
from neaspec_docs.write.styled import STYLE_SHEET

SUMMARY = "changes"
"""The pages of the style sheet that hold the summary of a redline: those of the paper count from 1 after them."""


@dataclass(frozen=True, slots=True)
class Made:
    """A PDF: its bytes, its layout, what was not read, what is said of drawings, what WeasyPrint warned of."""

    data: bytes
    layout: Layout
    refused: tuple[Refusal, ...]
    said: tuple[Diagnostic, ...]
    warnings: tuple[str, ...]


class ShippedSheet(NamedTuple):
    """A style sheet, and what WeasyPrint makes of it."""

    text: str
    parsed: CSS


def fast_fonts() -> bool:
    """Say whether the library is there that cuts fonts down quickly."""
    return harfbuzz_subset is not None


def making(root: Element, page: Page, project: Project) -> Generator[Layout, None, Made]:
    """Lay the tree out by the project's style sheet and give its layout; then return its PDF (archive.py).

    The PDF is PDF/A-3a and PDF/UA-1 in one. Its identifier is that of the paper's name, so the same Page gives the same
    bytes. Where WeasyPrint stops at something in a style sheet of the project's own, or comes to no end, there are no
    pages and no bytes, and a refusal says so. Where the shipped one would do no better the fault is a bug of
    ours, and is raised.
    """
    fetcher = ProjectFetcher(project)
    with _warnings() as warnings:
        sheet = _sheet(project, fetcher)
        try:
            with _patience(root, project):
                document = _laid_out(root, sheet, fetcher)
        except Exception as fault:  # it asserts, and knows not every type of box in every place
            heard = tuple(warnings)
            if not (_has_own_sheet(project) and _goes_by_the_shipped_sheet(root, project)):
                raise
            yield Layout(0, {})
            return Made(b"", Layout(0, {}), (*fetcher.refused, _stopped(fault)), (), heard)
        layout = _layout(document)
        yield layout
        overfull = [f"The notes of page {number} are longer than the page" for number in _overfull(document)]
        archive.take_colours(document)
        keep_marks(document)

        def complete(document: Document, pdf: Any) -> None:  # noqa: ANN401 -- pydyf ships no types
            """Do what WeasyPrint leaves undone, just before the file is written."""
            tag(root, document, pdf)
            archive.finish(pdf, document, page, project)
            finish(pdf)

        identifier = hashlib.sha256(page.paper.encode()).hexdigest()[:32].encode()
        data = document.write_pdf(pdf_identifier=identifier, finisher=complete, **archive.OPTIONS)
    said = tuple(dict.fromkeys(fetcher.said))
    return Made(data, layout, tuple(fetcher.refused), said, tuple(dict.fromkeys((*warnings, *overfull))))


def _layout(document: Document) -> Layout:
    """Return where each anchor stands; the pages of a summary are not counted."""
    places: dict[str, int] = {}
    before = sum(page._page_box.page_type.name == SUMMARY for page in document.pages)  # noqa: SLF001 -- no other door
    for number, page in enumerate(document.pages, start=1 - before):
        for anchor in page.anchors:
            places.setdefault(anchor, number)
    return Layout(len(document.pages), places)


def _laid_out(root: Element, sheet: CSS, fetcher: ProjectFetcher) -> FaithfulDocument:
    break_short()
    options = DEFAULT_OPTIONS | {"stylesheets": [sheet], "pdf_variant": archive.VARIANT}
    return FaithfulDocument._render(Tree(root, fetcher), None, None, None, options)  # noqa: SLF001 -- no other door


def _goes_by_the_shipped_sheet(root: Element, project: Project) -> bool:
    """Say whether the tree can be laid out without the project's own sheet; else what went wrong is a bug of ours."""
    fetcher = ProjectFetcher(project)
    shipped = (project.templates[-1] / STYLE_SHEET).read_text("utf-8")
    try:
        _laid_out(root, _parsed(shipped, fetcher), fetcher)
    except Exception:  # noqa: BLE001 -- whatever it is, the first one is raised
        return False
    return True


def _overfull(document: FaithfulDocument) -> Iterator[int]:
    """Give the pages on which there is no room for their notes: WeasyPrint cuts no note in two."""
    for number, page in enumerate(document.pages, start=1):
        box = page._page_box  # noqa: SLF001 -- the boxes have no other door
        if any(area.margin_height() > box.height for area in box.children if isinstance(area, FootnoteAreaBox)):
            yield number


def _sheet(project: Project, fetcher: ProjectFetcher) -> CSS:
    found = read_text(f"templates/{STYLE_SHEET}", project)
    if isinstance(found, Refusal):
        fetcher.refused.append(found)
        found = ""
    sheet = shipped_sheet()
    return sheet.parsed if found == sheet.text else _parsed(found, fetcher)


@cache
def shipped_sheet() -> ShippedSheet:
    """Return the style sheet that comes with the program: it names no other file, so one is enough for all papers."""
    text = (shipped_templates() / STYLE_SHEET).read_text("utf-8")
    return ShippedSheet(text, CSS(string=text, base_url=f"{ROOT}templates/{STYLE_SHEET}"))


def _parsed(sheet: str, fetcher: ProjectFetcher) -> CSS:
    return CSS(string=sheet, base_url=f"{ROOT}templates/{STYLE_SHEET}", url_fetcher=fetcher)


def _has_own_sheet(project: Project) -> bool:
    file = project.template(STYLE_SHEET)
    return file is not None and file.is_relative_to(project.root)


def _patience(root: Element, project: Project) -> AbstractContextManager[None]:
    """Return how long a layout may take: the shipped style sheet comes to an end."""
    if not _has_own_sheet(project):
        return nullcontext()
    return patience(LEAST + FOR_A_WORD * sum(len(text.split()) for text in root.itertext()))


def _stopped(fault: Exception) -> Refusal:
    said = f"{type(fault).__name__} {fault}".strip()
    message = f"WeasyPrint can't lay out what this asks for ({said}); what was changed in it last, take back"
    return Refusal(Code.TEMPLATE_FAULT, message, Span(f"templates/{STYLE_SHEET}", 1, 1))


@contextmanager
def _warnings() -> Iterator[list[str]]:
    """Collect what WeasyPrint logs, in place of letting it out on the terminal."""
    logger = logging.getLogger("weasyprint")
    found: list[str] = []
    handler = logging.Handler(logging.WARNING)
    handler.emit = lambda record: found.append(record.getMessage())  # type: ignore[method-assign]
    propagate, logger.propagate = logger.propagate, False
    logger.addHandler(handler)
    try:
        yield found
    finally:
        logger.removeHandler(handler)
        logger.propagate = propagate
