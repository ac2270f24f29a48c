"""The formats there are: the name on the command line is the file's ending and the writer's name.

A writer is `write(page, project, layout) -> Written`; `layout`, where it is known, says on which page each anchor is.
It is imported when it is first used, for WeasyPrint and python-docx take longer to import than all else together.
"""

from collections.abc import Mapping
from importlib import import_module
from typing import Protocol, cast

from neaspec_docs.model.page import Layout, Page, Written
from neaspec_docs.project import Project

FORMATS: Mapping[str, str] = {
    "docx": "neaspec_docs.write.docx.writer",
    "pdf": "neaspec_docs.write.pdf.writer",
    "html": "neaspec_docs.write.html",
}
DEFAULT: tuple[str, ...] = ("docx", "pdf")


class Writer(Protocol):
    """What makes one format of a Page."""

    def __call__(self, page: Page, project: Project, layout: Layout | None = None) -> Written:
        """Return the paper in this format, and what of it could not be said."""


def writer(name: str) -> Writer:
    """Return the writer of a format by its name in FORMATS."""
    return cast("Writer", import_module(FORMATS[name]).write)
