"""A file of content -> its canonical text, if it says the same."""

from collections import Counter
from dataclasses import replace

from neaspec_docs.diagnostics.codes import Code
from neaspec_docs.diagnostics.diagnostic import Diagnostics, Severity
from neaspec_docs.load import facts, meetings, papers, terms
from neaspec_docs.load.canonical import branches, comments, layout
from neaspec_docs.load.canonical.comments import Place
from neaspec_docs.load.source import Source
from neaspec_docs.load.yaml_nodes import ScalarNode, compose


def canonical(source: Source, name: str) -> str | None:
    """Return the text that the file of this name ("facts", "terms", "som-24/meeting", "som-24/report") should have.

    None where the file has a fault, for what is not understood can't be put in order; and where the text would not say
    just what the file says now. Either is noted among the faults.
    """
    said, root = meaning(source, name), compose(source)
    if said is None or isinstance(root, ScalarNode | None):
        return None
    text = layout.text(branches.grown(root, source), source)
    anew = replace(source, text=text, faults=Diagnostics(), texts={}, orders={}, blamed=set())
    if meaning(anew, name) == said and _comments(anew) == _comments(source):
        return text
    source.faults.warning(
        Code.LEFT_AS_IT_IS,
        "the canonical form of this file would not say the same, so it is left as it is",
        source.span(0, 1),
        "this is a fault of neaspec-docs: please report it with the file",
    )
    return None


def meaning(source: Source, name: str) -> object | None:
    """Return what the file of this name says: facts, terms, a Meeting, a Document; None where it has a fault."""
    said: object | None
    match name.partition("/"):
        case ("facts", "", "") | (_, _, "facts"):
            said = facts.read(source)
        case ("terms", "", ""):
            said = terms.read(source)
        case (_, _, "meeting"):
            named = meetings.read(source)
            said = named and named.meeting
        case _:
            paper = papers.read(source, name)
            said = paper and paper.document
    return None if any(fault.severity is Severity.ERROR for fault in source.faults) else said


def _comments(source: Source) -> Counter[tuple[str, frozenset[Place]]]:
    root = compose(source)
    return comments.said(root, source) if root else Counter()
