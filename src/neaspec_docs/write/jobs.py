"""Pages, each with the formats it is wanted in -> files in memory, several papers side by side."""

import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, nullcontext, suppress
from dataclasses import dataclass, field
from time import perf_counter
from types import MappingProxyType
from typing import TypeAlias

from neaspec_docs.model.page import Layout, Page, Written
from neaspec_docs.model.progress import Begun, Done, Watch
from neaspec_docs.orders import Order
from neaspec_docs.project import Project
from neaspec_docs.write import redlined, workers
from neaspec_docs.write.formats import USUAL, writer
from neaspec_docs.write.project_files import PASSING, noted
from neaspec_docs.write.workers import Crew

Wanted: TypeAlias = tuple[Page, Sequence[str]]
"""A paper, and the names of the formats to write it in."""

Asked: TypeAlias = Mapping[str, str | None]
"""The project's files that a writer asked for, as `project_files.noted` gives them."""

_NOTHING: Asked = MappingProxyType({})


_WARM = "from neaspec_docs.write.jobs import warm; warm()"


class UnwrittenError(Exception):
    """The process that wrote a paper was ended from outside; the message says what may help."""


@dataclass(frozen=True, slots=True)
class File:
    """A file to be: its path below the folder of what is made, what stands in it, the seconds it took.

    `read` are the project's files that its writer asked for.
    """

    path: str
    written: Written
    seconds: float
    read: Asked = field(default_factory=dict)


@contextmanager
def ready(order: Order) -> Iterator[Crew]:
    """Give the workers that an order may need, at most one a paper and a processor, or none where one process will do.

    They import what writers need while the papers are loaded, which takes about as long.
    """
    at_a_time = order.jobs or os.cpu_count() or 1
    names = [target.rstrip("/") for target in order.targets]
    counts = (1 if "/" in name else len([*(order.project.content / name).glob("*.yaml")]) - 1 for name in names)
    heavy = {"docx", "pdf"} & {*(order.formats or USUAL)}
    number = min(at_a_time, sum(counts)) if at_a_time > 1 and heavy else 0
    with workers.started(max(0, number), _WARM) as crew:
        yield crew


def warm() -> None:
    """Import what laying out a PDF takes; what is missing is said when it is used.

    Word's library is left for later: with it there, Python keeps a tenth more memory while the PDF is made.
    """
    with suppress(Exception):
        from neaspec_docs.write.pdf.writer import prepare

        prepare()


def write(
    wanted: Sequence[Wanted], project: Project, jobs: int, watch: Watch, crew: Crew | None = None
) -> tuple[File, ...]:
    """Return each paper in each of its formats, in order; `jobs` papers are written at a time (0: one a processor).

    By the `crew`, where one is there; else, for more than one paper at a time, by workers that are started now. `watch`
    is told of each paper when it is taken in hand, and when it is written. Raises UnwrittenError.
    """
    side_by_side = min(jobs or os.cpu_count() or 1, len(wanted))
    if not crew and side_by_side <= 1:
        return tuple(file for page, formats in wanted for file in _watched(page, formats, project, watch))
    longest_first = sorted(range(len(wanted)), key=lambda at: -_length(wanted[at][0]))
    names = [wanted[at][0].paper for at in longest_first]
    try:
        with nullcontext(crew) if crew else workers.started(side_by_side) as at_hand:
            papers = at_hand.results(
                _paper,
                [(*wanted[at], project) for at in longest_first],
                lambda number: watch(Begun(names[number])),
                lambda number, files: watch(_done(names[number], files)),
            )
    except workers.EndedError as ended:
        by = f"signal {-ended.code}" if ended.code < 0 else f"exit code {ended.code}"
        message = f"{names[ended.number]} can't be written: the process that wrote it was ended from outside, {by}"
        raise UnwrittenError(f"{message}\n  = help: where memory is short, `--jobs 1` needs less") from None
    return tuple(file for _, files in sorted(zip(longest_first, papers, strict=True)) for file in files)


def _length(page: Page) -> int:
    """Return how much there is to be laid out, in elements."""
    return sum(1 for _ in page.root.iter())


def _watched(page: Page, formats: Sequence[str], project: Project, watch: Watch) -> tuple[File, ...]:
    watch(Begun(page.paper))
    files = _paper((page, formats, project))
    watch(_done(page.paper, files))
    return files


def _done(paper: str, files: Sequence[File]) -> Done:
    lengths = [file.written.layout.pages for file in files if file.written.layout]
    return Done(paper, lengths[0] if lengths else None)


def _paper(wanted: tuple[Page, Sequence[str], Project]) -> tuple[File, ...]:
    """Write one paper. The PDF comes first: Word's table of contents takes its page numbers."""
    page, formats, project = wanted
    files: dict[str, File] = {}
    if "pdf" in formats:
        files["pdf"] = _written(page, "pdf", project)
    layout, read = None, _NOTHING
    if "docx" in formats and page.root.find(".//nav") is not None:
        layout, read = _laid_out(page, files.get("pdf"), project)
    for name in (name for name in formats if name != "pdf"):
        files[name] = _written(page, name, project, *((layout, read) if name == "docx" else ()))
    return tuple(files[name] for name in formats)


def _laid_out(page: Page, pdf: File | None, project: Project) -> tuple[Layout | None, Asked]:
    """Return where the headings stand that contents list, and what was asked for to find that."""
    asked: list[File] = []

    def lay_out(one: Page) -> Layout | None:
        asked.append(pdf if pdf and one is page else _written(one, "pdf", project))
        return asked[-1].written.layout

    layout = redlined.layout(page, lay_out)
    found = {path: digest for file in asked for path, digest in file.read.items() if path != page.source}
    return layout, found if layout else {**found, **PASSING}


def _written(page: Page, name: str, project: Project, layout: Layout | None = None, by: Asked = _NOTHING) -> File:
    """Write one format; one that tells pages as the PDF has them is made from what the PDF was laid out `by`."""
    started = perf_counter()
    with noted() as read:
        written = writer(name)(page, project, layout)
    return File(f"{page.paper}.{name}", written, perf_counter() - started, {**by, **read})
