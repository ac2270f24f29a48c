"""Pages, each with the formats it is wanted in -> files in memory, several papers side by side."""

import os
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from dataclasses import dataclass
from multiprocessing import get_context
from time import perf_counter
from typing import TypeAlias

from neaspec_docs.model.page import Layout, Page, Written
from neaspec_docs.project import Project
from neaspec_docs.write import redlined
from neaspec_docs.write.formats import writer

Watch: TypeAlias = Callable[[str], None]
"""Told the full name of each paper that is done."""

Wanted: TypeAlias = tuple[Page, Sequence[str]]
"""A paper, and the names of the formats to write it in."""


@dataclass(frozen=True, slots=True)
class File:
    """A file to be: its path below the folder of what is made, what stands in it, the seconds it took."""

    path: str
    written: Written
    seconds: float


def write(wanted: Sequence[Wanted], project: Project, jobs: int, watch: Watch) -> tuple[File, ...]:
    """Return each paper in each of its formats, in order; `jobs` papers are written at a time (0: one a processor).

    `watch` is told of each paper when it is written.
    """
    side_by_side = min(jobs or os.cpu_count() or 1, len(wanted))
    if side_by_side <= 1:
        return tuple(file for page, formats in wanted for file in _watched(page, formats, project, watch))
    with ProcessPoolExecutor(side_by_side, mp_context=get_context("spawn")) as pool:
        papers = {pool.submit(_paper, page, formats, project): page.paper for page, formats in wanted}
        for paper in as_completed(papers):
            watch(papers[paper])
        return tuple(file for paper in papers for file in paper.result())


def _watched(page: Page, formats: Sequence[str], project: Project, watch: Watch) -> tuple[File, ...]:
    files = _paper(page, formats, project)
    watch(page.paper)
    return files


def _paper(page: Page, formats: Sequence[str], project: Project) -> tuple[File, ...]:
    """Write one paper. The PDF comes first: Word's table of contents takes its page numbers."""
    files: dict[str, File] = {}
    layout: Layout | None = None
    first = [name for name in formats if name == "pdf"]
    for name in first:
        files[name] = _written(page, name, project, None)
        layout = files[name].written.layout
    if "docx" in formats and page.root.find(".//nav") is not None:
        layout = redlined.layout(page, lambda one: layout if one is page and layout else _laid_out(one, project))
    for name in formats:
        if name not in files:
            files[name] = _written(page, name, project, layout)
    return tuple(files[name] for name in formats)


def _laid_out(page: Page, project: Project) -> Layout | None:
    return _written(page, "pdf", project, None).written.layout


def _written(page: Page, name: str, project: Project, layout: Layout | None) -> File:
    started = perf_counter()
    written = writer(name)(page, project, layout)
    return File(f"{page.paper}.{name}", written, perf_counter() - started)
