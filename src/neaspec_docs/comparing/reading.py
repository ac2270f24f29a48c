"""Two versions of a project -> both read and resolved, each paper under the name it has now, and what stops that.

A version need only load to be compared: a reference that leads nowhere, or a fact that is not there, stands as typed.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256

from neaspec_docs import stages
from neaspec_docs.comparing import choosing
from neaspec_docs.comparing.choosing import Chosen
from neaspec_docs.diagnostics.codes import Code
from neaspec_docs.diagnostics.diagnostic import Diagnostic, Severity
from neaspec_docs.history.version import Version, Versions
from neaspec_docs.load import tree
from neaspec_docs.model.block import Image
from neaspec_docs.model.document import Content
from neaspec_docs.model.resolved import Resolved
from neaspec_docs.model.walk import nodes, rewrite
from neaspec_docs.project import OLD_FILES, Project
from neaspec_docs.resolve import dependencies
from neaspec_docs.resolve.passes import Resolver

LEAVES_NOTHING_OUT = frozenset({
    Code.PAPER_NOT_THERE, Code.PAPER_NOT_NAMED, Code.DUPLICATE_SYMBOL, Code.UNKNOWN_AGENDA_ITEM,
})  # fmt: skip
"""Faults of loading after which all is there that was written."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """A version as it was read: all its papers that loaded, resolved, by the names they have now.

    `stopping` is what keeps it from being compared.
    """

    version: Version
    content: Content
    papers: Mapping[str, Resolved]
    stopping: tuple[Diagnostic, ...]


def read(versions: Versions, targets: Sequence[str]) -> tuple[Chosen, Loaded, Loaded]:
    """Read both versions; compared is what the targets name in either, or all. Raises UnknownTargetError."""
    from neaspec_docs.diff.matching import leading

    old, new = tree.content(versions.old.project), tree.content(versions.new.project)
    chosen, renamed = choosing.chosen(versions, (old, new), targets)
    every = not targets and not versions.files
    became = {before: after for after, before in renamed.items()}
    here = Loaded(versions.new, new, _resolved(new, {}), _stopping(new, chosen.papers, chosen.meetings, every=every))
    there = _stopping(old, chosen.papers.values(), chosen.meetings, every=every)
    pictures = _compared_pictures(versions, here.papers.values())
    were = leading.led_on(_with(_resolved(old, became), pictures), here.papers, became)
    return chosen, Loaded(versions.old, old, were, there), here


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
    wrong = (fault for fault in errors if fault.code not in LEAVES_NOTHING_OUT)
    return stages.in_order(fault for fault in wrong if concerns(fault))


def _compared_pictures(versions: Versions, now: Iterable[Resolved]) -> Callable[[Image], Image]:
    """Return what gives a picture of an old paper the path under which it is to be found beside the new ones.

    That is its own where the same picture is there still, that of an equal one where it moved, else one of OLD_FILES.
    """
    new = {picture.path for paper in now for picture in nodes(paper.document, Image)}
    equal = {_sum(versions.new.project, path): path for path in sorted(new)}

    def change(picture: Image) -> Image:
        mark = _sum(versions.old.project, picture.path)
        if mark == _sum(versions.new.project, picture.path):
            return picture
        return replace(picture, path=equal.get(mark) or f"{OLD_FILES}/{picture.path}")

    return change


def _sum(project: Project, path: str) -> bytes:
    try:
        return sha256((project.root / path).read_bytes()).digest()
    except OSError:
        return b""


def _with(found: Mapping[str, Resolved], change: Callable[[Image], Image]) -> dict[str, Resolved]:
    return {name: replace(one, document=rewrite(one.document, change, Image)) for name, one in found.items()}
