"""Two versions of a project -> both read and resolved, each paper under the name it has now, and what stops that.

A version need only load to be compared: a reference that leads nowhere, or a fact that is not there, stands as typed.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

from neaspec_docs import stages
from neaspec_docs.diagnostics.codes import Code
from neaspec_docs.diagnostics.diagnostic import Diagnostic, Severity
from neaspec_docs.history import renames
from neaspec_docs.history.git import CannotCompareError
from neaspec_docs.history.version import Version, Versions
from neaspec_docs.load import tree
from neaspec_docs.model.block import Image
from neaspec_docs.model.change import Changes
from neaspec_docs.model.document import Content
from neaspec_docs.model.inline import FootnoteCall, Reference, Text
from neaspec_docs.model.node import Node
from neaspec_docs.model.page import Page
from neaspec_docs.model.resolved import Resolved
from neaspec_docs.model.walk import nodes, rewrite
from neaspec_docs.project import OLD_FILES, MeetingGivenError, Project, UnknownTargetError, papers
from neaspec_docs.resolve import dependencies, facts
from neaspec_docs.resolve.passes import Resolver

_LEAVES_NOTHING_OUT = frozenset({
    Code.PAPER_NOT_THERE, Code.PAPER_NOT_NAMED, Code.DUPLICATE_SYMBOL, Code.UNKNOWN_AGENDA_ITEM,
})  # fmt: skip
"""Faults of loading after which all is there that was written."""

_STANDS_AS_TYPED = frozenset({
    Code.DANGLING_REFERENCE, Code.UNNUMBERED_TARGET, Code.UNKNOWN_PAPER, Code.UNKNOWN_FACT, Code.UNKNOWN_FILTER,
    Code.UNFIT_FILTER, Code.MISSING_FOOTNOTE, Code.UNCITED_FOOTNOTE,
})  # fmt: skip
"""Faults of resolving with which a version can be printed all the same."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """What is compared: papers, each by the name it has now, with the one it had; and meetings."""

    papers: Mapping[str, str]
    meetings: frozenset[str]


@dataclass(frozen=True, slots=True)
class Side:
    """A version as it was read: all its papers that loaded, resolved, by the names they have now.

    `stopping` is what keeps it from being compared.
    """

    version: Version
    content: Content
    papers: Mapping[str, Resolved]
    stopping: tuple[Diagnostic, ...]


def read(versions: Versions, targets: Sequence[str]) -> tuple[Chosen, Side, Side]:
    """Read both versions; compared is what the targets name in either, or all. Raises UnknownTargetError."""
    from neaspec_docs.diff import leading

    old, new = tree.content(versions.old.project), tree.content(versions.new.project)
    was, now = _files(versions.old, old), _files(versions.new, new)
    if versions.files:
        renamed = _renamed_file(versions)
        chosen = _of_files(versions, now)
    else:
        gone, come = was.keys() - now.keys(), now.keys() - was.keys()
        renamed = renames.of({name: was[name] for name in gone}, {name: now[name] for name in come})
        named = {name: renamed.get(name, name) for name in (*now, *was) if name not in renamed.values()}
        chosen = _of_targets(named, frozenset((*old.meetings, *new.meetings)), targets)
    every = not targets and not versions.files
    became = {before: after for after, before in renamed.items()}
    here = Side(versions.new, new, _resolved(new, {}), _stopping(new, chosen.papers, chosen.meetings, every=every))
    there = _stopping(old, chosen.papers.values(), chosen.meetings, every=every)
    pictures = _compared_pictures(versions, here.papers.values())
    were = leading.led_on(_with(_resolved(old, became), pictures), here.papers, became)
    return chosen, Side(versions.old, old, were, there), here


def changes(chosen: Chosen, old: Side, new: Side) -> Changes:
    """Return what changed in what was chosen."""
    from neaspec_docs.diff import changes

    was, now = (changes.Version(side.version.name, _stated(side.content), side.papers) for side in (old, new))
    return changes.of(was, now, only=chosen.papers.keys(), meetings=chosen.meetings)


def _stated(content: Content) -> Content:
    """Return the content with the facts in what its meetings say looked up; what is wrong there is said elsewhere."""
    meetings = {id: facts.of_the_agenda(meeting, content) for id, meeting in content.meetings.items()}
    return replace(content, meetings=meetings)


def the_paper(chosen: Chosen, versions: Versions, targets: Sequence[str]) -> str:
    """Return the name of the one paper that is compared. Raises MeetingGivenError, and CannotCompareError."""
    if versions.files and len(chosen.papers) != 1:
        raise CannotCompareError("a redline is of one paper, and these files are none")
    if chosen.meetings:
        raise MeetingGivenError(targets[0].rstrip("/"), chosen.papers)
    return next(iter(chosen.papers))


def printable(old: Side, was: str, name: str) -> tuple[Resolved | None, tuple[Diagnostic, ...]]:
    """Return a paper of the old version fit to be printed, and what is wrong with it; None where it is not there.

    `was` is its name then, `name` now. What leads nowhere in it stands as typed, and is a warning.
    """
    if name not in old.papers and was not in old.content.faulty:
        return None, ()
    _, faults = stages.resolve(old.content, (was,))
    errors = [fault for fault in faults if fault.severity is Severity.ERROR]
    stopping = tuple(fault for fault in errors if fault.code not in _LEAVES_NOTHING_OUT | _STANDS_AS_TYPED)
    if stopping or name not in old.papers:
        named_only = all(fault.code is Code.PAPER_NOT_THERE for fault in errors)
        return None, () if named_only else stopping
    paper = old.papers[name]
    warnings = tuple(replace(fault, severity=Severity.WARNING) for fault in errors)
    return replace(paper, document=rewrite(paper.document, _as_typed)), warnings


def sound(new: Side, name: str) -> tuple[Resolved | None, tuple[Diagnostic, ...]]:
    """Return a paper of the new version, and all that is wrong with it; None where it is not there."""
    if not (new.version.project.content / f"{name}.yaml").is_file():
        return None, ()
    _, faults = stages.resolve(new.content, (name,))
    return new.papers.get(name), faults


def redline(
    versions: Versions, papers: tuple[Resolved | None, Resolved | None], changed: Changes, author: str | None
) -> tuple[Page | None, tuple[Diagnostic, ...]]:
    """Return the Page that holds both versions of a paper, with a summary, and what is wrong with the templates."""
    from neaspec_docs.diff.align import Pairs, pairs
    from neaspec_docs.diff.redline import merge
    from neaspec_docs.history import dated, signatures
    from neaspec_docs.render.redline import with_summary
    from neaspec_docs.write.epoch import epoch

    old, new = (paper.document if paper else None for paper in papers)
    was, wrong_there = _page(papers[0], versions.old.project)
    now, wrong_here = _page(papers[1], versions.new.project)
    faults = (*wrong_there, *wrong_here)
    if stages.stops(faults):
        return None, faults
    same = pairs(old, new) if old and new else Pairs({}, {}, frozenset())
    merged = merge.merged(was, now, same, signatures.of(versions, old, new, author, epoch()))
    before, after = dated.names(versions, merged.root.get("lang", ""))
    page, found = with_summary(merged, replace(changed, old=before, new=after), versions.new.project)
    return page, (*faults, *found)


def marks_nothing(page: Page) -> bool:
    """Say whether a redline has no change in it; the summary in front of it is none."""
    body = page.root.find("body")
    parts = (part for part in (() if body is None else body) if part.get("class") != "changes")
    return not any(
        element.tag in ("ins", "del") or "data-change" in element.attrib for part in parts for element in part.iter()
    )


def _page(paper: Resolved | None, project: Project) -> tuple[Page | None, Sequence[Diagnostic]]:
    pages, faults = stages.render([paper] if paper else [], project)
    return next(iter(pages), None), faults


def marked(page: Page, *, brackets: bool) -> Page:
    """Return the redline in the style that is wanted: tracked changes, or bold and [brackets]."""
    from neaspec_docs.diff.redline.brackets import bracketed

    return bracketed(page) if brackets else page


def of_redline(order: stages.Order, page: Page, versions: Versions) -> stages.Order:
    """Return the order for writing the redline: with the old version's pictures, in the formats that it can have."""
    project = replace(order.project, old=versions.old.project.root)
    usual = ("pdf",) if page.slides else ("docx", "pdf")
    return replace(order, project=project, formats=order.formats or usual, mark=".redline")


def _files(version: Version, content: Content) -> dict[str, Path]:
    """Return the files of a version's papers by full name; one that is named and not there has none."""
    paths = {name: version.project.content / f"{name}.yaml" for name in papers(content)}
    return {name: path for name, path in paths.items() if path.is_file()}


def _renamed_file(versions: Versions) -> dict[str, str]:
    was, now = versions.files or ("", "")
    old, new = versions.old.project.paper(was), versions.new.project.paper(now)
    return {new: old} if old and new and old != new else {}


def _of_files(versions: Versions, now: Mapping[str, Path]) -> Chosen:
    """Return what two given files are: a paper, a meeting, or facts, which all papers may state."""
    was, file = versions.files or ("", "")
    paper = versions.new.project.paper(file)
    if paper:
        return Chosen({paper: versions.old.project.paper(was) or paper}, frozenset())
    folder = file.removeprefix("content/").rpartition("/")[0]
    if file.endswith("/meeting.yaml"):
        return Chosen({}, frozenset((folder,)))
    return Chosen({name: name for name in now if name.startswith(f"{folder}/" if folder else "")}, frozenset())


def _of_targets(named: Mapping[str, str], meetings: frozenset[str], targets: Sequence[str]) -> Chosen:
    """Return what targets name, a paper by either of its names. Raises UnknownTargetError."""
    became = {before: after for after, before in named.items()}
    known = meetings | {name.partition("/")[0] for name in named}
    wanted = {became.get(target, target) for target in (target.rstrip("/") for target in targets)}
    for target in sorted(wanted - named.keys() - known):
        raise UnknownTargetError(target, (*known, *named), meetings=known)
    chosen = {name: was for name, was in named.items() if not wanted or {name, name.partition("/")[0]} & wanted}
    return Chosen(chosen, known & wanted if wanted else known)


def _resolved(content: Content, became: Mapping[str, str]) -> dict[str, Resolved]:
    """Return all papers that loaded, resolved, by the names they have now; what is wrong with them is let be."""
    resolver = Resolver(content)
    found: dict[str, Resolved] = {}
    for name in content.papers:
        paper, _ = resolver.resolve(name)
        now = became.get(name, name)
        found[now] = replace(paper, document=replace(paper.document, name=now))
    return found


def _stopping(
    content: Content, names: Iterable[str], meetings: frozenset[str], *, every: bool
) -> tuple[Diagnostic, ...]:
    """Return the errors for which papers or meetings did not load as they were written."""
    chosen = tuple(names)
    folders = tuple(f"content/{meeting}/" for meeting in meetings)

    def concerns(fault: Diagnostic) -> bool:
        beside = fault.at.file.startswith(folders)
        return every or beside or any(dependencies.concern(content, name, fault) for name in chosen)

    errors = (fault for fault in content.diagnostics if fault.severity is Severity.ERROR)
    wrong = (fault for fault in errors if fault.code not in _LEAVES_NOTHING_OUT)
    return stages.in_order(fault for fault in wrong if concerns(fault))


def _compared_pictures(versions: Versions, now: Iterable[Resolved]) -> Callable[[Node], Node]:
    """Return what gives a picture of an old paper the path under which it is to be found beside the new ones.

    That is its own where the same picture is there still, that of an equal one where it moved, else one of OLD_FILES.
    """
    new = {node.path for paper in now for node in nodes(paper.document) if isinstance(node, Image)}
    equal = {_sum(versions.new.project, path): path for path in sorted(new)}

    def change(node: Node) -> Node:
        if not isinstance(node, Image):
            return node
        mark = _sum(versions.old.project, node.path)
        if mark == _sum(versions.new.project, node.path):
            return node
        return replace(node, path=equal.get(mark) or f"{OLD_FILES}/{node.path}")

    return change


def _sum(project: Project, path: str) -> bytes:
    try:
        return sha256((project.root / path).read_bytes()).digest()
    except OSError:
        return b""


def _with(found: Mapping[str, Resolved], change: Callable[[Node], Node]) -> dict[str, Resolved]:
    return {name: replace(one, document=rewrite(one.document, change)) for name, one in found.items()}


def _as_typed(node: Node) -> object:
    """Return what is printed of a node that nothing answered: a reference and the mark of a footnote as typed."""
    match node:
        case Reference(answer=None, children=children):
            where = f"{node.paper or ''}{f'#{node.target}' if node.target else ''}"
            return children or Text(f"[]({where})", at=node.at)
        case FootnoteCall(number=None):
            return Text(f"[^{node.name}]", at=node.at)
        case _:
            return node
