"""A Page -> its files, in the formats that it is wanted in.

Word's contents have the page numbers of the PDF. They are known as soon as that is laid out: its painting, a third of
the work, is left out where nobody wants the PDF, and Word's file may be written meanwhile (jobs.py).
"""

from collections.abc import Generator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from time import perf_counter
from types import MappingProxyType
from typing import TypeAlias

from neaspec_docs.model.page import Layout, Page, Written
from neaspec_docs.project import Project
from neaspec_docs.write import redlined
from neaspec_docs.write.formats import writer
from neaspec_docs.write.project_files import PASSING, noted
from neaspec_docs.write.steps import returned

Call: TypeAlias = tuple[Page, Sequence[str], Project]
"""A paper, the names of the formats to write it in, and its project."""

Asked: TypeAlias = Mapping[str, str | None]
"""The project's files that a writer asked for, as `project_files.noted` gives them."""

_NOTHING: Asked = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class File:
    """A file to be: its path below the folder of what is made, what stands in it, the seconds it took.

    `read` are the project's files that its writer asked for.
    """

    path: str
    written: Written
    seconds: float
    read: Asked = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class LaidOut:
    """How a paper falls on pages (None: that can't be told), and what was asked for to find it."""

    layout: Layout | None
    read: Asked


def files(call: Call) -> tuple[File, ...]:
    """Return the files of a paper, in the order of the formats."""
    page, formats, project = call
    made: dict[str, File] = {}
    laid = None
    if "pdf" in formats:
        steps = _pdf(page, project)
        laid, made["pdf"] = next(steps), returned(steps)
    for name in formats:
        if name == "docx":
            made[name] = word(page, project, laid)
        elif name != "pdf":
            made[name] = _written(page, name, project)
    return tuple(made[name] for name in formats)


def files_but_word(call: Call) -> Generator[LaidOut, None, tuple[File, ...]]:
    """Give how a paper falls on pages, for who writes Word's file; then return its others. The PDF must be wanted."""
    page, formats, project = call
    pdf = yield from _pdf(page, project)
    return tuple(pdf if name == "pdf" else _written(page, name, project) for name in formats if name != "docx")


def word(page: Page, project: Project, laid: LaidOut | None = None) -> File:
    """Return Word's file of a paper, whose contents need to know how it is laid out; here, where nobody did it yet."""
    if page.root.find(".//nav") is None:
        return _written(page, "docx", project)
    asked: dict[str, str | None] = {}

    def layout_of(one: Page) -> Layout | None:
        if laid and one is page:
            found = laid
        else:
            with closing(_pdf(one, project)) as steps:
                found = next(steps)
        asked.update(found.read)
        return found.layout

    layout = redlined.layout(page, layout_of)
    return _written(page, "docx", project, layout, asked if layout else {**asked, **PASSING})


def _pdf(page: Page, project: Project) -> Generator[LaidOut, None, File]:
    """Give how a paper falls on pages, then return its PDF."""
    from neaspec_docs.write.pdf import writer as pdf

    started = perf_counter()
    with noted() as read:
        steps = pdf.writing(page, project)
        yield LaidOut(next(steps), dict(read))
        written = returned(steps)
    return File(f"{page.paper}.pdf", written, perf_counter() - started, dict(read))


def _written(page: Page, name: str, project: Project, layout: Layout | None = None, by: Asked = _NOTHING) -> File:
    """Write one format; one that tells pages as the PDF has them is made from what the PDF was laid out `by`."""
    started = perf_counter()
    with noted() as read:
        written = writer(name)(page, project, layout)
    return File(f"{page.paper}.{name}", written, perf_counter() - started, {**by, **read})
