"""The formats there are: the name on the command line is the file's ending and the writer's name.

A writer is `write(page, project, layout) -> Written`; `layout`, where it is known, says on which page each anchor is.
It is imported when it is first used, for WeasyPrint and python-docx take longer to import than all else together.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from importlib import import_module
from typing import Protocol, cast

from neaspec_docs.model.page import Layout, Page, Written
from neaspec_docs.project import Project


@dataclass(frozen=True, slots=True)
class Format:
    """A format: the module of its writer, and whether it is for papers of text, for slides, or for both."""

    module: str
    text: bool = True
    slides: bool = True


FORMATS: Mapping[str, Format] = {
    "docx": Format("neaspec_docs.write.docx.writer", slides=False),
    "pptx": Format("neaspec_docs.write.pptx.writer", text=False),
    "pdf": Format("neaspec_docs.write.pdf.writer"),
    "html": Format("neaspec_docs.write.html"),
}
USUAL: tuple[str, ...] = ("docx", "pptx", "pdf")
"""What is made where nobody names a format, each paper in those that it can have."""


class UnfitFormatError(Exception):
    """A format is asked for that none of the papers can have; the message says why."""


class Writer(Protocol):
    """What makes one format of a Page."""

    def __call__(self, page: Page, project: Project, layout: Layout | None = None) -> Written:
        """Return the paper in this format, and what of it could not be said."""


def writer(name: str) -> Writer:
    """Return the writer of a format by its name in FORMATS."""
    return cast("Writer", import_module(FORMATS[name].module).write)


def fitting(page: Page, wanted: Sequence[str]) -> tuple[str, ...]:
    """Return those formats, of the wanted ones, in which a Page can be written; the usual ones where none is wanted."""
    return tuple(name for name in wanted or USUAL if _fits(page, FORMATS[name]))


def require_fitting(pages: Iterable[Page], wanted: Iterable[str]) -> None:
    """Raise UnfitFormatError for the first format that none of the Pages can have."""
    known = tuple(pages)
    for name in wanted:
        if known and not any(_fits(page, FORMATS[name]) for page in known):
            what = "slides" if FORMATS[name].slides else "papers of text"
            raise UnfitFormatError(f"`{name}` is for {what}, and there are none among the targets")


def _fits(page: Page, form: Format) -> bool:
    return form.slides if page.slides else form.text
