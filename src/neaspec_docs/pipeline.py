"""The map: each command of the program as its list of stages.

content/*.yaml -> load -> Content -> resolve -> Resolved -> render -> Page -> write -> build/*

A stage takes what the one before made; what is wrong is collected on the way. A command goes on after an error as long
as there is something to say of the content, shows all of it, and writes nothing.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from neaspec_docs.diagnostics.codes import Code
from neaspec_docs.diagnostics.diagnostic import Diagnostic, Severity
from neaspec_docs.diagnostics.span import Span
from neaspec_docs.load import tree
from neaspec_docs.model.document import Content
from neaspec_docs.model.page import Page
from neaspec_docs.model.resolved import Resolved
from neaspec_docs.project import Project, UnknownTargetError, papers, select, the_meeting
from neaspec_docs.resolve import dependencies, outline
from neaspec_docs.resolve.passes import Resolver


@dataclass(frozen=True, slots=True)
class Order:
    """What to build: targets (meetings or papers), formats (none: the usual ones), the folder to write below.

    `jobs` is how many papers are written side by side, 0 for one a processor.
    """

    project: Project
    targets: Sequence[str]
    formats: Sequence[str]
    out: Path
    jobs: int = 0


@dataclass(frozen=True, slots=True)
class Made:
    """A file that a build wrote: its pages where its format has them, and the seconds its writer took.

    The pages of a set of `slides` are slides.
    """

    path: Path
    pages: int | None
    seconds: float
    slides: bool = False


@dataclass(frozen=True, slots=True)
class Built:
    """What a build made, and what is to be said of it."""

    made: tuple[Made, ...]
    diagnostics: tuple[Diagnostic, ...]


def _unwatched(_: object) -> Callable[[str], None]:
    return lambda _: None


def build(order: Order, begin: Callable[[Sequence[str]], Callable[[str], None]] = _unwatched) -> Built:
    """Write the papers that the order names; nothing where there is an error.

    Raises UnknownTargetError, and UnfitFormatError where none of the papers can have a format that the order names.

    Before they are written `begin` gets their full names; what it returns is told of each one that is done.
    """
    _, pages, faults = _prepare(tree.content(order.project), order)
    if stops(faults):
        return Built((), faults)
    made, found = _write(pages, order, begin([page.paper for page in pages]))
    return Built(made, _in_order((*faults, *found)))


def packed(order: Order, begin: Callable[[Sequence[str]], Callable[[str], None]] = _unwatched) -> Built:
    """Write all papers of the meeting that the order names into one PDF and one zip; nothing where there is an error.

    Raises UnknownTargetError and PaperGivenError. `begin` as for `build`; the PDF goes by the meeting's name.
    """
    from neaspec_docs.render import pack

    content = tree.content(order.project)
    meeting = the_meeting(content, order.targets)
    papers, pages, faults = _prepare(content, order)
    if stops(faults):
        return Built((), faults)
    if not papers:
        return Built((), (*faults, _empty(meeting)))
    front, found = pack.front(papers, order.project)
    if front is None:
        return Built((), _in_order((*faults, *found)))
    made, found_writing = _pack(front, pages, order, begin([meeting, *(page.paper for page in pages)]))
    return Built(made, _in_order((*faults, *found, *found_writing)))


def listing(project: Project) -> tuple[Content, tuple[Diagnostic, ...]]:
    """Return the tree of content, and what is wrong with it."""
    content = tree.content(project)
    return content, _in_order(content.diagnostics)


def checked(project: Project) -> tuple[Diagnostic, ...]:
    """Return all that is wrong with the tree of content, short of templates and writers."""
    content = tree.content(project)
    _, faults = _resolve(content, papers(content))
    return _in_order((*content.diagnostics, *faults))


def outlined(project: Project, name: str) -> tuple[outline.Outline | None, tuple[Diagnostic, ...]]:
    """Return the outline of one paper, None where an error hides it. Raises UnknownTargetError."""
    content = tree.content(project)
    known = papers(content)
    if name not in known:
        raise UnknownTargetError(name, known, "paper")
    resolved, faults = _resolve(content, (name,))
    return (None if stops(faults) else outline.of(resolved[0])), faults


def stops(faults: Iterable[Diagnostic]) -> bool:
    """Say whether there is an error among the faults."""
    return any(fault.severity is Severity.ERROR for fault in faults)


def _resolve(content: Content, names: Sequence[str]) -> tuple[list[Resolved], tuple[Diagnostic, ...]]:
    """Resolve papers; the faults are theirs and those of all that they depend on."""
    resolver = Resolver(content)
    resolved: list[Resolved] = []
    faults: list[Diagnostic] = []
    for name in names:
        faults += (fault for fault in content.diagnostics if dependencies.concern(content, name, fault))
        for other in dependencies.of(content, name) & content.papers.keys():
            faults += resolver.faults(other)
        if name in content.papers:
            paper, found = resolver.resolve(name)
            resolved.append(paper)
            faults += found
    return resolved, _in_order(faults)


def _prepare(content: Content, order: Order) -> tuple[list[Resolved], list[Page], tuple[Diagnostic, ...]]:
    """Return the order's papers, resolved and as Pages, with all that is wrong with them. Raises UnknownTargetError."""
    resolved, faults = _resolve(content, select(content, order.targets))
    folders = tuple(f"content/{target.rstrip('/')}/" for target in order.targets)
    faults = _in_order((*faults, *(fault for fault in content.diagnostics if fault.at.file.startswith(folders))))
    if stops(faults):
        return resolved, [], faults
    pages, found = _render(resolved, order.project)
    return resolved, pages, _in_order((*faults, *found))


def _render(resolved: Sequence[Resolved], project: Project) -> tuple[list[Page], list[Diagnostic]]:
    from neaspec_docs.render import page as render

    pages: list[Page] = []
    faults: list[Diagnostic] = []
    for paper in resolved:
        page, found = render.render(paper, project)
        faults += found
        pages += [page] if page is not None else []
    return pages, faults


def _write(
    pages: Sequence[Page], order: Order, watch: Callable[[str], None]
) -> tuple[tuple[Made, ...], tuple[Diagnostic, ...]]:
    """Write the pages and save the files. A format whose library is missing is left out; any other error saves none."""
    from neaspec_docs.write import files, formats
    from neaspec_docs.write.jobs import write

    formats.require_fitting(pages, order.formats)
    wanted = [(page, formats.fitting(page, order.formats)) for page in pages]
    written = write(wanted, order.project, order.jobs, watch)
    faults = tuple(fault for file in written for fault in file.written.diagnostics)
    if stops(fault for fault in faults if fault.code is not Code.MISSING_LIBRARY):
        return (), faults
    whole = [file for file in written if file.written.data]
    files.save({order.out / file.path: file.written.data for file in whole})
    pages_of = {file.path: file.written.layout.pages for file in whole if file.written.layout}
    slides = {page.paper for page in pages if page.slides}
    return tuple(
        Made(order.out / file.path, pages_of.get(file.path), file.seconds, file.path.rpartition(".")[0] in slides)
        for file in whole
    ), faults


def _pack(
    front: Page, papers: Sequence[Page], order: Order, watch: Callable[[str], None]
) -> tuple[tuple[Made, ...], tuple[Diagnostic, ...]]:
    """Write the papers, and all of them in one, side by side; then the zip. Any error saves neither file."""
    from neaspec_docs.write import files, formats
    from neaspec_docs.write.jobs import write
    from neaspec_docs.write.pack.archive import archive
    from neaspec_docs.write.pack.joined import joined

    wanted = [(joined(front, papers), ("pdf",)), *((page, formats.fitting(page, ())) for page in papers)]
    pdf, *single = write(wanted, order.project, order.jobs, watch)
    faults = tuple(fault for file in single for fault in file.written.diagnostics)
    said = {(fault.code, fault.message) for fault in faults}  # what is wrong in a paper is not said of the pack again
    zipped = archive(front, papers, single, order.project)
    for file in (pdf, zipped):
        faults += tuple(fault for fault in file.written.diagnostics if (fault.code, fault.message) not in said)
    if stops(faults):
        return (), faults
    both = (pdf, zipped)
    files.save({order.out / file.path: file.written.data for file in both})
    pages = pdf.written.layout.pages if pdf.written.layout else None
    lengths = (pages, None)
    return tuple(
        Made(order.out / file.path, length, file.seconds) for file, length in zip(both, lengths, strict=True)
    ), faults


def _empty(meeting: str) -> Diagnostic:
    message = "the meeting has no papers, so there is nothing to pack"
    at = Span(f"content/{meeting}/meeting.yaml", 1, 1)
    return Diagnostic(Code.NOTHING_TO_PACK, message, at, help="write one, and name it under `papers`")


def _in_order(faults: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Return the faults by file, line and column, each once."""
    return tuple(sorted(dict.fromkeys(faults), key=lambda fault: (fault.at, fault.code, fault.message)))
