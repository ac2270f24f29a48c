"""Papers and settings -> what the rules object to, less what comments in the files allow."""

from collections.abc import Iterable, Mapping, Sequence

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

    `files` of the tree are read for comments too: those of its papers and of their meetings.
    """
    heard = [rule for rule in rules if settings.hears(rule.code)]
    found = [fault for rule in heard for fault in _found(rule, tree, settings)]
    names = _files(tree.papers)
    every = frozenset(rule.code for rule in rules)
    left = suppressions.apply(dict.fromkeys(found), tree.files, names, every, frozenset(rule.code for rule in heard))
    return tuple(fault for fault in left if fault.code not in OF_COMMENTS or settings.hears(fault.code))


def _found(rule: Rule, tree: Tree, settings: Settings) -> Iterable[Diagnostic]:
    severity = settings.severity.get(rule.code, rule.severity)
    for finding in _of(rule, tree):
        yield Diagnostic(rule.code, finding.message, finding.at, finding.help, finding.related, severity, finding.fix)


def _of(rule: Rule, tree: Tree) -> Iterable[Finding]:
    if rule.tree is not None:
        yield from rule.tree(tree)
    if rule.paper is not None:
        for paper in tree.papers.values():
            yield from rule.paper(paper)


def _files(papers: Mapping[str, Reading]) -> tuple[str, ...]:
    """Return the files that the papers are written in, and those of their meetings, each once."""
    names = (
        file for name in papers for file in (f"content/{name}.yaml", f"content/{name.partition('/')[0]}/meeting.yaml")
    )
    return tuple(dict.fromkeys(names))
