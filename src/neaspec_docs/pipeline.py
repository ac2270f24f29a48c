"""The map: each command of the program as its list of stages.

content/*.yaml -> load -> Content -> resolve -> Resolved -> render -> Page -> write -> build/*

A stage takes what the one before made; what is wrong is collected on the way. A command goes on after an error as long
as there is something to say of the content, shows all of it, and writes nothing.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from neaspec_docs.diagnostics.codes import Code
from neaspec_docs.diagnostics.diagnostic import Diagnostic, Severity
from neaspec_docs.load import tree
from neaspec_docs.model.document import Content
from neaspec_docs.model.page import Page
from neaspec_docs.model.resolved import Resolved
from neaspec_docs.project import Project, UnknownTargetError, papers, select
from neaspec_docs.resolve import dependencies, outline
from neaspec_docs.resolve.passes import Resolver

if TYPE_CHECKING:
    from neaspec_docs.check.settings import Settings


@dataclass(frozen=True, slots=True)
class Order:
    """What to build: targets (meetings or papers), formats, the folder to write below.

    `jobs` is how many papers are written side by side, 0 for one a processor.
    """

    project: Project
    targets: Sequence[str]
    formats: Sequence[str]
    out: Path
    jobs: int = 0


@dataclass(frozen=True, slots=True)
class Made:
    """A file that a build wrote: its pages where its format has them, and the seconds its writer took."""

    path: Path
    pages: int | None
    seconds: float


@dataclass(frozen=True, slots=True)
class Built:
    """What a build made, and what is to be said of it."""

    made: tuple[Made, ...]
    diagnostics: tuple[Diagnostic, ...]


def _unwatched(_: object) -> Callable[[str], None]:
    return lambda _: None


def build(order: Order, begin: Callable[[Sequence[str]], Callable[[str], None]] = _unwatched) -> Built:
    """Write the papers that the order names; nothing where there is an error. Raises UnknownTargetError.

    Before they are written `begin` gets their full names; what it returns is told of each one that is done.
    """
    project, targets = order.project, order.targets
    content = tree.content(project)
    resolved, faults = _resolve(content, select(content, targets))
    folders = tuple(f"content/{target.rstrip('/')}/" for target in targets)
    faults = _in_order((*faults, *(fault for fault in content.diagnostics if fault.at.file.startswith(folders))))
    if stops(faults):
        return Built((), faults)
    pages, found = _render(resolved, project)
    if stops(found):
        return Built((), _in_order((*faults, *found)))
    made, found_writing = _write(pages, order, begin([page.paper for page in pages]))
    return Built(made, _in_order((*faults, *found, *found_writing)))


def listing(project: Project) -> tuple[Content, tuple[Diagnostic, ...]]:
    """Return the tree of content, and what is wrong with it."""
    content = tree.content(project)
    return content, _in_order(content.diagnostics)


def faults(project: Project) -> tuple[Diagnostic, ...]:
    """Return all that is wrong with the tree of content, short of rules, templates and writers."""
    content = tree.content(project)
    _, found = _resolve(content, papers(content))
    return _in_order((*content.diagnostics, *found))


def checked(
    project: Project, targets: Sequence[str] = (), say: Callable[["Settings"], "Settings"] | None = None
) -> tuple[Diagnostic, ...]:
    """Return all that is to be said of the content, by the rules too; of the targets alone where there are any.

    `say` changes the project's settings to those of the call. Raises UnknownTargetError.
    """
    from neaspec_docs.check import run, settings
    from neaspec_docs.check.files import Files
    from neaspec_docs.check.reading import Reading, Tree

    content = tree.content(project)
    names = select(content, targets)
    resolved, found = _resolve(content, names)
    own, wrong = settings.read(project.root)
    used = say(own) if say else own
    known = {one.document.name: one.document for one in resolved}
    files = Files(project.root)
    papers_read = {
        name: Reading(
            content.papers[name], known.get(name), content.meetings[name.partition("/")[0]], content, files, used.words
        )
        for name in names
        if name in content.papers
    }
    if not targets:
        found = (*content.diagnostics, *found)
    else:
        folders = tuple(f"content/{target.rstrip('/')}/" for target in targets)
        found = (*found, *(fault for fault in content.diagnostics if fault.at.file.startswith(folders)))
    asked = say(settings.Settings()) if say else settings.Settings()  # a project's settings hide no fault of loading
    found = tuple(fault for fault in found if asked.hears(fault.code))
    return _in_order((*wrong, *found, *run.findings(Tree(content, papers_read, files), used)))


def mending(project: Project, found: Sequence[Diagnostic]) -> tuple[str, ...]:
    """Return what mending these findings would change, as the lines of a unified diff."""
    from neaspec_docs.check import fixes

    return tuple(fixes.shown(fixes.mended(found, project.root), project.root))


def mend(project: Project, found: Sequence[Diagnostic]) -> tuple[str, ...]:
    """Mend what can be mended in these findings without asking, and return the files that changed.

    A file that would not load as well as before is left as it was. Raises OSError where the disk refuses.
    """
    from neaspec_docs.check import fixes
    from neaspec_docs.write import files

    new = fixes.mended(found, project.root)
    old = {file: (project.root / file).read_bytes() for file in new}
    before = _errors(faults(project))
    files.save({project.root / file: data for file, data in new.items()})
    worse = {file for file, errors in _errors(faults(project)).items() if errors > before.get(file, 0)} & new.keys()
    files.save({project.root / file: old[file] for file in worse})
    return tuple(file for file in new if file not in worse)


def _errors(found: Iterable[Diagnostic]) -> Counter[str]:
    return Counter(fault.at.file for fault in found if fault.severity is Severity.ERROR)


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
    from neaspec_docs.write import files
    from neaspec_docs.write.jobs import write

    written = write(pages, order.formats, order.project, order.jobs, watch)
    faults = tuple(fault for file in written for fault in file.written.diagnostics)
    if stops(fault for fault in faults if fault.code is not Code.MISSING_LIBRARY):
        return (), faults
    whole = [file for file in written if file.written.data]
    files.save({order.out / file.path: file.written.data for file in whole})
    pages_of = {file.path: file.written.layout.pages for file in whole if file.written.layout}
    return tuple(Made(order.out / file.path, pages_of.get(file.path), file.seconds) for file in whole), faults


def _in_order(faults: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Return the faults by file, line and column, each once."""
    return tuple(sorted(dict.fromkeys(faults), key=lambda fault: (fault.at, fault.code, fault.message)))
