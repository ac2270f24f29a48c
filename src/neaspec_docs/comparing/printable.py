"""A paper of either version -> the same, fit to be printed, and what is wrong with it."""

from dataclasses import replace

from neaspec_docs import stages
from neaspec_docs.comparing.reading import LEAVES_NOTHING_OUT, Loaded
from neaspec_docs.diagnostics.codes import Code
from neaspec_docs.diagnostics.diagnostic import Diagnostic, Severity
from neaspec_docs.model.inline import FootnoteCall, Reference, Text
from neaspec_docs.model.node import Node
from neaspec_docs.model.resolved import Resolved
from neaspec_docs.model.walk import rewrite

_STANDS_AS_TYPED = frozenset({
    Code.DANGLING_REFERENCE, Code.UNNUMBERED_TARGET, Code.UNKNOWN_PAPER, Code.UNKNOWN_FACT, Code.UNKNOWN_FILTER,
    Code.UNFIT_FILTER, Code.MISSING_FOOTNOTE, Code.UNCITED_FOOTNOTE,
})  # fmt: skip
"""Faults of resolving with which a version can be printed all the same."""

_OF_A_COPY = frozenset({Code.DUPLICATE_SYMBOL, Code.PAPER_NOT_NAMED})
"""Faults that a paper has only because it stands beside another one."""


def of_the_old(old: Loaded, was: str, name: str) -> tuple[Resolved | None, tuple[Diagnostic, ...]]:
    """Return a paper of the old version fit to be printed, and what is wrong with it; None where it is not there.

    `was` is its name then, `name` now. What leads nowhere in it stands as typed, and is a warning.
    """
    if name not in old.papers and was not in old.content.faulty:
        return None, ()
    faults = _faults(old, was)
    errors = [fault for fault in faults if fault.severity is Severity.ERROR]
    stopping = tuple(fault for fault in errors if fault.code not in LEAVES_NOTHING_OUT | _STANDS_AS_TYPED)
    if stopping or name not in old.papers:
        named_only = all(fault.code is Code.PAPER_NOT_THERE for fault in errors)
        return None, () if named_only else stopping
    paper = old.papers[name]
    warnings = tuple(replace(fault, severity=Severity.WARNING) for fault in errors)
    return replace(paper, document=rewrite(paper.document, _as_typed, Reference, FootnoteCall)), warnings


def of_the_new(new: Loaded, name: str) -> tuple[Resolved | None, tuple[Diagnostic, ...]]:
    """Return a paper of the new version, and all that is wrong with it; None where it is not there."""
    if not (new.version.project.content / f"{name}.yaml").is_file():
        return None, ()
    return new.papers.get(name), _faults(new, name)


def _faults(side: Loaded, name: str) -> tuple[Diagnostic, ...]:
    """Return what is wrong with a paper, by the name that it has in its version.

    A file that the call gives may be a copy of a paper beside which it is read: both may have one symbol, and the
    meeting need not name it.
    """
    _, faults = stages.resolve(side.content, (name,))
    return tuple(
        fault
        for fault in faults
        if fault.code not in _OF_A_COPY
        or side.version.given.keys().isdisjoint((fault.at.file, *(other.at.file for other in fault.related)))
    )


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
