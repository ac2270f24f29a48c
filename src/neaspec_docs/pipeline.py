"""The map: each command of the program as its list of stages.

content/*.yaml -> load -> Content -> resolve -> Resolved -> render -> Page -> write -> build/*

A stage takes what the one before made; what is wrong is collected on the way. A command goes on after an error as long
as there is something to say of the content, shows all of it, and writes nothing.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from neaspec_docs.diagnostics.codes import Code
from neaspec_docs.diagnostics.diagnostic import Diagnostic, Diagnostics, Severity
from neaspec_docs.load import tree
from neaspec_docs.model.document import Content
from neaspec_docs.model.page import Page
from neaspec_docs.model.resolved import Resolved
from neaspec_docs.project import RESERVED, Project, UnknownTargetError, papers, select, shipped_kinds
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


@dataclass(frozen=True, slots=True)
class Formatted:
    """The files whose form was not the canonical one, and what is to be said of those that have no such form."""

    changed: tuple[Path, ...]
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
    faults = _in_order((*faults, *_beside(content, targets)))
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
    from neaspec_docs.check import reading, run, settings

    content = tree.content(project)
    names = select(content, targets)
    resolved, faults = _resolve(content, names)
    faults = _in_order((*faults, *_beside(content, targets)))
    own, wrong = settings.read(project.root)
    used = say(own) if say else own
    papers = reading.of(content, [one.document for one in resolved], faults, project.root, used.words)
    found = run.findings(papers, used)
    asked = say(settings.Settings()) if say else settings.Settings()  # a project's settings hide no fault of loading
    return _in_order((*wrong, *(fault for fault in faults if asked.hears(fault.code)), *found))


def _beside(content: Content, targets: Sequence[str]) -> Iterable[Diagnostic]:
    """Give the faults of loading in the folders of the targets, or all where there is no target."""
    folders = tuple(f"content/{target.rstrip('/')}/" for target in targets)
    return (fault for fault in content.diagnostics if not targets or fault.at.file.startswith(folders))


def mending(project: Project, found: Sequence[Diagnostic]) -> str:
    """Return what mending these findings would change, as a unified diff."""
    from neaspec_docs.check import fixes

    return "".join(fixes.shown(fixes.mended(found, project.root), project.root))


def mend(
    project: Project, targets: Sequence[str] = (), say: Callable[["Settings"], "Settings"] | None = None
) -> tuple[tuple[str, ...], tuple[Diagnostic, ...]]:
    """Mend what can be mended without asking; return the files that changed, and all that is left to be said.

    A file that would not load as well as before is left as it was. Raises UnknownTargetError, and OSError where the
    disk refuses: then no file has changed.
    """
    from neaspec_docs.check import fixes
    from neaspec_docs.write import files

    return fixes.mend(project.root, lambda: checked(project, targets, say), lambda: faults(project), files.rewrite)


def outlined(project: Project, name: str) -> tuple[outline.Outline | None, tuple[Diagnostic, ...]]:
    """Return the outline of one paper, None where an error hides it. Raises UnknownTargetError."""
    content = tree.content(project)
    known = papers(content)
    if name not in known:
        raise UnknownTargetError(name, known, "paper")
    resolved, faults = _resolve(content, (name,))
    return (None if stops(faults) else outline.of(resolved[0])), faults


def formatted(project: Project, targets: Sequence[str], *, write: bool) -> Formatted:
    """Bring content into canonical form: the files of the targets (meetings or papers), or all; `write` saves them.

    A file with a fault is left as it is, and stops no other. Raises UnknownTargetError, and OSError where the disk
    refuses: then no file has changed.
    """
    from neaspec_docs.load import source
    from neaspec_docs.load.canonical import form
    from neaspec_docs.write import files

    faults: list[Diagnostic] = []
    changed: dict[Path, bytes] = {}
    for name, path in _named(tree.files(project), targets).items():
        found = Diagnostics()
        file = source.read(path, project, found)
        text = form.canonical(file, name) if file else None
        faults += found
        if text is not None and path.read_bytes() != text.encode():
            changed[path] = text.encode()
    if write:
        files.rewrite(changed)
    return Formatted(tuple(changed), _in_order(faults))


def _named(files: Mapping[str, Path], targets: Sequence[str]) -> dict[str, Path]:
    """Return the files that the targets name: a paper's, or all of a meeting; no target stands for all."""
    wanted = [target.rstrip("/") for target in targets]
    papers = {name for name in files if name.rpartition("/")[2] not in RESERVED}
    meetings = {name.partition("/")[0] for name in files if "/" in name}
    for target in wanted:
        if target not in papers | meetings:
            raise UnknownTargetError(target, papers | meetings)
    return {name: path for name, path in files.items() if not wanted or {name, name.partition("/")[0]} & {*wanted}}


def schema(file: str, project: Project | None) -> Mapping[str, Any]:
    """Return the JSON Schema of a "meeting" or a "paper", with the kinds of paper of the project, if there is one."""
    from neaspec_docs.load import schema

    return schema.of(file, project.kinds() if project else shipped_kinds())


def begin_meeting(project: Project, id: str) -> Path:
    """Write a start for a meeting, and return its file. Raises CannotBeginError."""
    from neaspec_docs.render import starts
    from neaspec_docs.write import files

    path = starts.place_of_meeting(project, id)
    files.save({path: starts.meeting(project, path).encode()})
    return path


def begin_paper(project: Project, name: str, kind: str) -> tuple[tuple[Path, ...], tuple[Diagnostic, ...]]:
    """Write a start for a paper and name it in its meeting's file; return both files, or why nothing is written.

    Raises CannotBeginError, and UnknownTargetError for a kind that has no template.
    """
    from neaspec_docs.load import paper_list
    from neaspec_docs.render import starts
    from neaspec_docs.write import files

    path = starts.place_of_paper(project, name, kind)
    file, meeting, faults = paper_list.named(path, project)
    if meeting is None:
        return (), faults
    files.save({path: starts.paper(project, kind, meeting).encode(), path.with_name("meeting.yaml"): file})
    return (path, path.with_name("meeting.yaml")), faults


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
