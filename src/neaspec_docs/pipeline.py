"""The map: each command of the program as its list of stages.

content/*.yaml -> load -> Content -> resolve -> Resolved -> render -> Page -> write -> build/*
                             |          |
                             |          +-> check -> diagnostics
                             |          +-> diff, of two versions -> Changes; their Pages -> a redline, a Page
                             +-> canonical -> content/*.yaml

A stage takes what the one before made; what is wrong is collected on the way. A command goes on after an error as long
as there is something to say of the content, shows all of it, and writes nothing. How each stage is run is in stages.py.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

from neaspec_docs import orders, stages
from neaspec_docs.diagnostics.diagnostic import Diagnostic, Diagnostics, Severity
from neaspec_docs.load import tree
from neaspec_docs.model.document import Content
from neaspec_docs.model.progress import Begin, unwatched
from neaspec_docs.project import Project, UnknownTargetError, papers, select, shipped_kinds, the_meeting

if TYPE_CHECKING:
    from neaspec_docs.check.settings import Settings
    from neaspec_docs.history.version import Versions
    from neaspec_docs.model.change import Changes
    from neaspec_docs.resolve.outline import Outline
    from neaspec_docs.write.workers import Crew

# What commands are given and give, named where those who call look for it.
Order: TypeAlias = orders.Order
Made: TypeAlias = orders.Made
Built: TypeAlias = orders.Built
Formatted: TypeAlias = stages.Formatted
Faults: TypeAlias = tuple[Diagnostic, ...]
stops = stages.stops


def build(order: Order, begin: Begin = unwatched, crew: "Crew | None" = None) -> Built:
    """Write the papers that the order names, keeping what would come out the same; nothing where there is an error.

    Raises UnknownTargetError, and UnfitFormatError where none of the papers can have a format that the order names.
    Before they are written `begin` gets their full names; what it returns is told of each step. A `crew` writes them.
    """
    from neaspec_docs import writing

    task = writing.begun("build", order, begin, crew)
    content = tree.content(order.project)
    _, pages, faults = stages.prepare(content, order)
    return Built((), faults) if stops(faults) else writing.papers(pages, faults, content, task)


def packed(order: Order, begin: Begin = unwatched, crew: "Crew | None" = None) -> Built:
    """Write all papers of the meeting that the order names into one PDF and one zip; nothing where there is an error.

    Raises UnknownTargetError and PaperGivenError. `begin` as for `build`; the PDF goes by the meeting's name.
    """
    from neaspec_docs import writing
    from neaspec_docs.render import pack

    task = writing.begun("pack", order, begin, crew)
    content = tree.content(order.project)
    meeting = the_meeting(content, order.targets)
    papers, pages, faults = stages.prepare(content, order)
    if stops(faults):
        return Built((), faults)
    if not papers:
        return Built((), (*faults, stages.empty(meeting)))
    front, found = pack.front(papers, order.project)
    if front is None:
        return Built((), stages.in_order((*faults, *found)))
    faults = stages.in_order((*faults, *found))
    return writing.pack(front, pages, faults, content, task)


def listing(project: Project) -> tuple[Content, Faults]:
    """Return the tree of content, and what is wrong with it."""
    content = tree.content(project)
    return content, stages.in_order(content.diagnostics)


def faults(project: Project) -> Faults:
    """Return all that is wrong with the tree of content, short of rules, templates and writers."""
    content = tree.content(project)
    _, found = stages.resolve(content, papers(content))
    return stages.in_order((*content.diagnostics, *found))


def checked(
    project: Project, targets: Sequence[str] = (), say: Callable[["Settings"], "Settings"] | None = None
) -> Faults:
    """Return all that is to be said of the content, by the rules too; of the targets alone where there are any.

    `say` changes the project's settings to those of the call. Raises UnknownTargetError.
    """
    from neaspec_docs.check import reading, run, settings

    content = tree.content(project)
    names = select(content, targets)
    resolved, faults = stages.resolve(content, names)
    faults = stages.in_order((*faults, *stages.beside(content, targets)))
    own, wrong = settings.read(project.root)
    used = say(own) if say else own
    meetings = [target.partition("/")[0] for target in targets] or content.meetings
    read = reading.of(content, [one.document for one in resolved], faults, project.root, used.words)
    found = run.findings(reading.with_others(read, names, meetings), used)
    undrawn = stages.undrawn(resolved, (), project, Severity.WARNING)
    return stages.in_order((*wrong, *faults, *found, *undrawn))


def _unnamed(_: Diagnostic) -> None:
    pass


def mending(
    project: Project,
    targets: Sequence[str] = (),
    say: Callable[["Settings"], "Settings"] | None = None,
    leave: Callable[[Diagnostic], None] = _unnamed,
) -> str:
    """Return what `mend` would change, as a unified diff. Raises UnknownTargetError, and OSError."""
    from neaspec_docs.check import fixes

    _, new = _mended(project, targets, say, leave)
    return "".join(fixes.shown(new, project.root))


def mend(
    project: Project,
    targets: Sequence[str] = (),
    say: Callable[["Settings"], "Settings"] | None = None,
    leave: Callable[[Diagnostic], None] = _unnamed,
) -> tuple[tuple[str, ...], Faults]:
    """Mend what can be mended without asking; return the files that changed, and all that is left to be said.

    A fix with which the content would not load as well as before is not made, and `leave` is told of it. Raises
    UnknownTargetError, and OSError where the disk refuses: then no file has changed.
    """
    from neaspec_docs.write import files

    was, new = _mended(project, targets, say, leave)
    files.rewrite(*({project.root / file: data for file, data in every.items()} for every in (new, was)))
    return tuple(new), checked(project, targets, say)


def _mended(
    project: Project,
    targets: Sequence[str],
    say: Callable[["Settings"], "Settings"] | None,
    leave: Callable[[Diagnostic], None],
) -> tuple[Mapping[str, bytes], Mapping[str, bytes]]:
    """Return the old and the new bytes of each file that mending changes, by its path; a copy of all is mended."""
    from shutil import copyfile, copytree
    from tempfile import TemporaryDirectory

    from neaspec_docs.check import fixes, settings
    from neaspec_docs.write import files

    def offline(own: "Settings") -> "Settings":  # nothing that the web says can be mended
        return replace(said := say(own) if say else own, besides=frozenset(), ignore=said.ignore | settings.ONLINE)

    if not any(fault.fix for fault in checked(project, targets, offline)):
        return {}, {}
    was: dict[Path, bytes] = {}

    def put(new: Mapping[Path, bytes]) -> None:
        for path, data in new.items():
            was.setdefault(path, path.read_bytes())
            path.unlink()  # it may be a link to a file that is no copy
            path.write_bytes(data)

    with files.refusing(), TemporaryDirectory(prefix="neaspec-docs-") as folder:
        copy, root = Project(Path(folder).resolve()), project.root.resolve()
        for path in {*root.iterdir()} - {root / project.content.name}:
            (copy.root / path.name).symlink_to(path)
        copytree(project.content, copy.content, symlinks=True, copy_function=copyfile)
        changed, _ = fixes.mend(copy.root, lambda: checked(copy, targets, offline), lambda: faults(copy), put, leave)
        new = {file: (copy.root / file).read_bytes() for file in changed}
        return {file: was[copy.root / file] for file in changed}, new


def changed(compared: "Versions", targets: Sequence[str] = ()) -> "tuple[Changes | None, Faults, Faults]":
    """Return what changed between two versions in what the targets name, or in all; None where one did not load.

    Then come the faults of the old version, and those of the new one. Raises UnknownTargetError.
    """
    from neaspec_docs.comparing import changes, reading

    chosen, old, new = reading.read(compared, targets)
    if old.stopping or new.stopping:
        return None, old.stopping, new.stopping
    return changes.of(chosen, old, new), (), ()


def redlined(
    compared: "Versions",
    order: Order,
    author: str | None = None,
    begin: Begin = unwatched,
    *,
    brackets: bool = False,
) -> Built:
    """Write the one paper that the order names with its changes marked; nothing where there is an error.

    What no commit holds is signed by `author`; `brackets` marks as negotiated texts do. `begin` as for `build`.
    Raises UnknownTargetError, MeetingGivenError, and UnfitFormatError.
    """
    from neaspec_docs import writing
    from neaspec_docs.comparing import changes, choosing, printable, reading, redline

    chosen, old, new = reading.read(compared, order.targets)
    name = choosing.the_paper(chosen, compared, order.targets)
    was, before = printable.of_the_old(old, chosen.papers[name], name)
    now, after = printable.of_the_new(new, name)
    if stops((*before, *after)):
        return Built((), after, before)
    page, found = redline.page(compared, (was, now), lambda language: changes.of(chosen, old, new, language), author)
    after = stages.in_order((*after, *found))
    if page is None or stops(after):
        return Built((), after, before)
    order = redline.ordered(order, page, compared)
    made, found_writing = writing.redline(redline.marked(page, brackets=brackets), order, begin)
    return Built(made, stages.in_order((*after, *found_writing)), before, redline.marks_nothing(page))


def outlined(project: Project, name: str) -> tuple["Outline | None", Faults]:
    """Return the outline of one paper, None where an error hides it. Raises UnknownTargetError."""
    from neaspec_docs.resolve import outline

    content = tree.content(project)
    known = papers(content)
    if name not in known:
        raise UnknownTargetError(name, known, "paper")
    resolved, faults = stages.resolve(content, (name,))
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
    was: dict[Path, bytes] = {}
    for name, path in stages.named(tree.files(project), targets).items():
        found = Diagnostics()
        file = source.read(path, project, found)
        was[path] = path.read_bytes() if file else b""
        text = source.reading(file, partial(form.canonical, name=name)) if file else None
        faults += found
        data = file.encoded(text) if file and text is not None else None
        if data is not None and was[path] != data:
            changed[path] = data
    if write:
        files.rewrite(changed, {path: was[path] for path in changed})
    return Formatted(tuple(changed), stages.in_order(faults))


def schema(file: str, project: Project | None) -> Mapping[str, Any]:
    """Return the JSON Schema of a "meeting", a "paper", "terms" or "facts"; a paper's kinds are the project's own."""
    from neaspec_docs.load import schema

    return schema.of(file, project.kinds() if project else shipped_kinds())


def begin_meeting(project: Project, id: str) -> Path:
    """Write a start for a meeting, and return its file. Raises CannotBeginError."""
    from neaspec_docs.render import starts
    from neaspec_docs.write import files

    path = starts.place_of_meeting(project, id)
    files.save({path: starts.meeting(project, path).encode()})
    return path


def begin_paper(project: Project, name: str, kind: str) -> tuple[tuple[Path, ...], Faults]:
    """Write a start for a paper and name it in its meeting's file; return both files, or why nothing is written.

    Raises CannotBeginError, and UnknownTargetError for a kind that has no template.
    """
    from neaspec_docs.load import paper_list
    from neaspec_docs.render import starts
    from neaspec_docs.write import files

    path = starts.place_of_paper(project, name, kind)
    (was, now), meeting, faults = paper_list.named(path, project)
    if meeting is None:
        return (), faults
    list_of_papers = path.with_name("meeting.yaml")
    files.rewrite({list_of_papers: now}, {list_of_papers: was}, {path: starts.paper(project, kind, meeting).encode()})
    return (path, list_of_papers), faults
