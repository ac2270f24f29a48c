"""Papers and settings -> what the rules object to, less what comments in the files allow."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from neaspec_docs.check import suppressions
from neaspec_docs.check.reading import Reading, Tree
from neaspec_docs.check.rule import Finding, Rule
from neaspec_docs.check.ruleset import RULES
from neaspec_docs.check.settings import Settings
from neaspec_docs.diagnostics.codes import Code
from neaspec_docs.diagnostics.diagnostic import Diagnostic

OF_COMMENTS = (Code.UNKNOWN_RULE, Code.MISSING_REASON, Code.UNUSED_SUPPRESSION)
"""What is found in the comments themselves."""


def findings(tree: Tree, settings: Settings, rules: Sequence[Rule] = RULES) -> tuple[Diagnostic, ...]:
    """Return what the rules that the settings hear object to in these papers, in no order.

    The files of the papers and of their meetings are read for comments too.
    """
    heard = [rule for rule in rules if settings.hears(rule.code)]
    found = [fault for rule in heard for fault in _found(rule, tree)]
    names = _files(tree.readings)
    every = frozenset(rule.code for rule in rules)
    left = suppressions.apply(dict.fromkeys(found), tree.files, names, every, frozenset(rule.code for rule in heard))
    return tuple(
        replace(fault, severity=settings.severity.get(fault.code, fault.severity))
        for fault in left
        if (fault.code not in OF_COMMENTS or settings.hears(fault.code))
        and not (fault.code is Code.UNUSED_SUPPRESSION and fault.at.file in tree.hidden)
    )


def _found(rule: Rule, tree: Tree) -> Iterable[Diagnostic]:
    for one in _of(rule, tree):
        yield Diagnostic(rule.code, one.message, one.at, one.help, one.related, rule.severity, one.fix)


def _of(rule: Rule, tree: Tree) -> Iterable[Finding]:
    if rule.tree is not None:
        yield from rule.tree(tree)
    if rule.paper is not None:
        for paper in tree.readings.values():
            yield from rule.paper(paper)


def _files(read: Mapping[str, Reading]) -> tuple[str, ...]:
    """Return the files that were read, and those of the papers' meetings, each once."""
    names = (
        file for name in read for file in (f"content/{name}.yaml", f"content/{name.partition('/')[0]}/meeting.yaml")
    )
    return tuple(dict.fromkeys(names))
