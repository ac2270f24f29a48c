"""How each stage is run for a command: for several papers at once, with what is wrong collected on the way."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from neaspec_docs.diagnostics.codes import Code
from neaspec_docs.diagnostics.diagnostic import Diagnostic, Severity
from neaspec_docs.diagnostics.span import Span
from neaspec_docs.model.document import Content
from neaspec_docs.project import RESERVED, TEMPLATES, Project, UnknownTargetError, select

if TYPE_CHECKING:  # a command that lists or checks answers without them
    from neaspec_docs.model.page import Page
    from neaspec_docs.model.resolved import Resolved
    from neaspec_docs.orders import Order


@dataclass(frozen=True, slots=True)
class Formatted:
    """The files whose form was not the canonical one, and what is to be said of those that have no such form."""

    changed: tuple[Path, ...]
    diagnostics: tuple[Diagnostic, ...]


def stops(faults: Iterable[Diagnostic]) -> bool:
    """Say whether there is an error among the faults."""
    return any(fault.severity is Severity.ERROR for fault in faults)


def resolve(content: Content, names: Sequence[str]) -> "tuple[list[Resolved], tuple[Diagnostic, ...]]":
    """Resolve papers; the faults are theirs and those of all that they depend on."""
    from neaspec_docs.resolve import dependencies
    from neaspec_docs.resolve.passes import Resolver

    resolver = Resolver(content)
    resolved: list[Resolved] = []
    faults: list[Diagnostic] = []
    for name in names:
        faults += dependencies.faults(content, name)
        for other in dependencies.of(content, name) & content.papers.keys():
            faults += resolver.faults(other)
        if name in content.papers:
            paper, found = resolver.resolve(name)
            resolved.append(paper)
            faults += found
    return resolved, in_order(faults)


def prepare(content: Content, order: "Order") -> "tuple[list[Resolved], list[Page], tuple[Diagnostic, ...]]":
    """Return the order's papers, resolved and as Pages, with all that is wrong with them. Raises UnknownTargetError."""
    resolved, faults = resolve(content, select(content, order.targets))
    folders = tuple(f"content/{target.rstrip('/')}/" for target in order.targets)
    faults = in_order((*faults, *(fault for fault in content.diagnostics if fault.at.file.startswith(folders))))
    if stops(faults):
        return resolved, [], faults
    pages, found = render(resolved, order.project)
    grave = Severity.ERROR if "pdf" in (order.formats or ("pdf",)) else Severity.WARNING
    found += undrawn(resolved, pages, order.project, grave)
    return resolved, pages, in_order((*faults, *found))


def render(resolved: "Sequence[Resolved]", project: Project) -> "tuple[list[Page], list[Diagnostic]]":
    """Return the Pages of resolved papers, and what is wrong with the templates that make them."""
    from neaspec_docs.render import page as render

    pages: list[Page] = []
    faults: list[Diagnostic] = []
    for paper in resolved:
        page, found = render.render(paper, project)
        faults += found
        pages += [page] if page is not None else []
    return pages, faults


def undrawn(
    resolved: "Iterable[Resolved]", pages: "Iterable[Page]", project: Project, severity: Severity
) -> Iterator[Diagnostic]:
    """Give where papers have characters that no font of this machine draws; nothing where that can't be told.

    What is printed is read in their Pages; of a paper without one, all that is typed.
    """
    from neaspec_docs.check import characters
    from neaspec_docs.check.files import Files
    from neaspec_docs.write import fonts

    files = Files(project.root)
    made = {page.paper: page for page in pages}
    for paper in resolved:
        meeting, at, page = paper.meeting.id, Span(paper.document.at.file, 1, 1), made.get(paper.document.name)
        drawn = [*characters.drawings(page.pictures if page else characters.shown(paper), files)]
        shown = fonts.missing("".join(one.text for one in drawn))
        yield from characters.find(drawn, shown, meeting, files, severity)
        typed = [] if page else [*characters.words(paper)]
        if missing := fonts.missing(page.words if page else "".join(one.text for one in typed)):
            typed = typed or [*characters.words(paper)]
            yield from characters.find(typed, missing, meeting, files, severity)
            added = missing.difference(*(one.text for one in typed))
            yield from characters.added(added, project.templates, at, severity)


def sources(content: Content, project: Project, name: str) -> tuple[str, ...]:
    """Return the files of the project that a Page is made from, a paper's or the front of a meeting: templates too.

    What is printed of other papers, a number or a symbol, makes their files sources as well.
    """
    from neaspec_docs.render import environment, pack, page
    from neaspec_docs.resolve import dependencies

    papers = content.meetings[name].papers if "/" not in name else (name,)
    kinds = {content.papers[paper].kind for paper in papers if paper in content.papers}
    top = [f"{kind}{page.SUFFIX}" for kind in sorted({*kinds, *(() if "/" in name else (pack.TEMPLATE,))})]
    found = [file for paper in papers for file in dependencies.files(content, paper)]
    found += [f"{TEMPLATES}/{file}" for file in environment.used(tuple(top), project.templates)]
    return tuple(dict.fromkeys(found))


def empty(meeting: str) -> Diagnostic:
    """Return what is said of a meeting that has no papers to pack."""
    message = "the meeting has no papers, so there is nothing to pack"
    at = Span(f"content/{meeting}/meeting.yaml", 1, 1)
    return Diagnostic(Code.NOTHING_TO_PACK, message, at, help="write one, and name it under `papers`")


def in_order(faults: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Return the faults by file, line and column, each once."""
    return tuple(sorted(dict.fromkeys(faults), key=lambda fault: (fault.at, fault.code, fault.message)))


def beside(content: Content, targets: Sequence[str]) -> Iterable[Diagnostic]:
    """Give the faults of loading in the folders of the targets, or all where there is no target."""
    folders = tuple(f"content/{target.rstrip('/')}/" for target in targets)
    return (fault for fault in content.diagnostics if not targets or fault.at.file.startswith(folders))


def named(files: Mapping[str, Path], targets: Sequence[str]) -> dict[str, Path]:
    """Return the files that the targets name: a paper's, or all of a meeting; no target stands for all."""
    wanted = [target.rstrip("/") for target in targets]
    papers = {name for name in files if name.rpartition("/")[2] not in RESERVED}
    meetings = {name.partition("/")[0] for name in files if "/" in name}
    for target in wanted:
        if target not in papers | meetings:
            raise UnknownTargetError(target, papers | meetings)
    return {name: path for name, path in files.items() if not wanted or {name, name.partition("/")[0]} & {*wanted}}
