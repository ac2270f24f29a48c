"""Pages, each with the formats it is wanted in -> files in memory, several papers side by side."""

import os
from collections.abc import Generator, Iterator, Sequence
from contextlib import contextmanager, nullcontext, suppress
from typing import TypeAlias

from neaspec_docs import collector
from neaspec_docs.model.page import Page
from neaspec_docs.model.progress import Begun, Done, Watch
from neaspec_docs.orders import Order
from neaspec_docs.project import RESERVED, Project
from neaspec_docs.write import project_files, workers
from neaspec_docs.write.formats import USUAL, writer
from neaspec_docs.write.paper import Call, File, LaidOut, files, files_but_word, word
from neaspec_docs.write.workers import Crew

Wanted: TypeAlias = tuple[Page, Sequence[str]]
"""A paper, and the names of the formats to write it in."""

_WARM = "from neaspec_docs.write.jobs import warm; warm({!r})"

_CONTENTS = b"\ntoc: true"
"""What a paper with contents says, as `fmt` writes it. Where it says so in another way, this process lays it out."""


class UnwrittenError(Exception):
    """The process that wrote a paper was ended from outside; the message says what may help."""


@contextmanager
def ready(order: Order) -> Iterator[Crew]:
    """Give the workers that an order may need, at most one a paper and a processor, or none where one process will do.

    They import what writing takes while the papers are loaded, which takes about as long. Pages are laid out for a PDF,
    and for the contents of a Word file, which have its page numbers; Word alone, of one paper, needs no worker.
    """
    at_a_time = order.jobs or os.cpu_count() or 1
    papers = [paper for target in order.targets for paper in _papers(target.rstrip("/"), order.project)]
    wanted = {"docx", "pdf"} & {*(order.formats or USUAL)}
    laid_out = "pdf" in wanted or (bool(wanted) and any(_has_contents(paper, order.project) for paper in papers))
    helps = at_a_time > 1 and (laid_out or (bool(wanted) and len(papers) > 1))
    number = min(at_a_time, len(papers)) if helps else 0
    with workers.started(number, _WARM.format("pdf" if laid_out else "docx")) as crew:
        yield crew


def _papers(target: str, project: Project) -> list[str]:
    """Name the paper that is a target, or all papers of a meeting."""
    if "/" in target:
        return [target]
    stems = (file.stem for file in (project.content / target).glob("*.yaml"))
    return [f"{target}/{stem}" for stem in stems if stem not in RESERVED]


def _has_contents(paper: str, project: Project) -> bool:
    """Say whether a paper has contents, as far as its file tells; what can't be read is said when it is loaded."""
    found = project_files.read(f"content/{paper}.yaml", project)
    return isinstance(found, bytes) and _CONTENTS in b"\n" + found


def warm(form: str) -> None:
    """Import what writing a format takes; what is missing is said when it is used.

    With a PDF Word's library is left for later: with it there, Python keeps a tenth more memory while the PDF is made.
    """
    with suppress(Exception):
        if form == "pdf":
            from neaspec_docs.write.pdf.writer import prepare

            prepare()
        else:
            writer(form)


def write(
    wanted: Sequence[Wanted], project: Project, jobs: int, watch: Watch, crew: Crew | None = None
) -> tuple[File, ...]:
    """Return each paper in each of its formats, in order; `jobs` papers are written at a time (0: one a processor).

    By the `crew`, where one is there; else, for more than one paper at a time, by workers that are started now. `watch`
    is told of each paper when it is taken in hand, and when it is written. Raises UnwrittenError.
    """
    collector.go_on()
    side_by_side = min(jobs or os.cpu_count() or 1, len(wanted))
    calls = [(page, formats, project) for page, formats in wanted]
    if not crew and side_by_side <= 1:
        return tuple(file for call in calls for file in _watched(call, watch))
    longest_first = sorted(calls, key=lambda call: -_length(call[0]))
    desk = _Desk(longest_first, watch)
    try:
        with nullcontext(crew) if crew else workers.started(side_by_side) as at_hand:
            papers = at_hand.results(_by_worker, longest_first, desk)
    except workers.EndedError as ended:
        by = f"signal {-ended.code}" if ended.code < 0 else f"exit code {ended.code}"
        paper = longest_first[ended.number][0].paper
        message = f"{paper} can't be written: the process that wrote it was ended from outside, {by}"
        raise UnwrittenError(f"{message}\n  = help: where memory is short, `--jobs 1` needs less") from None
    made = {file.path: file for files in (*papers, desk.words) for file in files}
    return tuple(made[f"{page.paper}.{name}"] for page, formats in wanted for name in formats)


class _Desk:
    """Where Word's files are written, while workers paint what they have laid out."""

    def __init__(self, calls: Sequence[Call], watch: Watch) -> None:
        """Take what the workers are called with, by number."""
        self._calls = calls
        self._watch = watch
        self.words: list[File] = []

    def taken(self, number: int) -> None:
        """Tell that a paper is begun, and have Word's library at hand when it is laid out."""
        self._watch(Begun(self._calls[number][0].paper))
        if _is_for_two(self._calls[number]):
            writer("docx")

    def given(self, number: int, laid: LaidOut) -> None:
        """Write Word's file of a paper that is laid out."""
        page, _, project = self._calls[number]
        self.words.append(word(page, project, laid))

    def answered(self, number: int, made: Sequence[File]) -> None:
        """Tell that a paper is written."""
        self._watch(_done(self._calls[number][0].paper, made))


def _is_for_two(call: Call) -> bool:
    """Say whether a worker makes the PDF of a paper, and its Word file is written here."""
    page, formats, _ = call
    return {"pdf", "docx"} <= {*formats} and page.versions == (None, None)


def _by_worker(call: Call) -> tuple[File, ...] | Generator[LaidOut, None, tuple[File, ...]]:
    return files_but_word(call) if _is_for_two(call) else files(call)


def _watched(call: Call, watch: Watch) -> tuple[File, ...]:
    watch(Begun(call[0].paper))
    made = files(call)
    watch(_done(call[0].paper, made))
    return made


def _done(paper: str, made: Sequence[File]) -> Done:
    lengths = [file.written.layout.pages for file in made if file.written.layout]
    return Done(paper, lengths[0] if lengths else None)


def _length(page: Page) -> int:
    """Return how much there is to be laid out, in elements."""
    return sum(1 for _ in page.root.iter())
