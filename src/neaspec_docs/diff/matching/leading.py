"""The old papers, resolved -> the same, with references to what has another name now by the name it has now.

The file of a paper may have got another name, and so may a block: both are the author's, and no reader sees them. What
is the same block is what `diff` takes for it.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import cache

from neaspec_docs.diff.matching.align import counterparts
from neaspec_docs.model.document import Annex, Document
from neaspec_docs.model.inline import Reference
from neaspec_docs.model.node import Anchored, Node
from neaspec_docs.model.resolved import Resolved
from neaspec_docs.model.walk import nodes, rewrite


def led_on(old: Mapping[str, Resolved], new: Mapping[str, Resolved], became: Mapping[str, str]) -> dict[str, Resolved]:
    """Return the old papers, keyed as both are by the names of now; `became` are these by the names then.

    Where a reference leads within its own paper stays, for that is a place in the old version. Only what it is written
    as follows; of one into another paper both do. One still written as it was, that leads nowhere now, is let be.
    """

    @cache
    def names(paper: str) -> Mapping[str, tuple[str, str]]:
        return _renamed(old[paper].document, new[paper].document) if paper in old and paper in new else {}

    @cache
    def lost(paper: str) -> frozenset[tuple[str, str | None]]:
        found = nodes(new[paper].document, Reference) if paper in new else ()
        return frozenset((node.paper or paper, node.target) for node in found if node.answer is None)

    def within(own: str) -> Callable[[Node], Node]:
        def change(node: Node) -> Node:
            match node:
                case Reference():
                    return _reference(node, own)
                case Annex(document=Document(name=name) as document) if name in became:
                    return replace(node, document=replace(document, name=became[name]))
                case _:
                    return node

        return change

    def _reference(node: Reference, own: str) -> Reference:
        paper = became.get(node.paper, node.paper) if node.paper else node.paper
        answer = node.answer
        if answer is None or (paper or own, node.target) in lost(own):
            return replace(node, paper=paper)
        leads = became.get(answer.paper, answer.paper) if answer.paper else None
        target, anchor = names(leads or own).get(answer.anchor, (node.target, answer.anchor))
        answer = replace(answer, paper=leads, anchor=anchor if leads else answer.anchor)
        return replace(node, paper=paper, target=target if node.target else None, answer=answer)

    return {
        name: replace(
            paper,
            document=rewrite(paper.document, within(name), Reference, Annex),
            register=tuple(replace(one, paper=became.get(one.paper, one.paper)) for one in paper.register),
        )
        for name, paper in old.items()
    }


def _renamed(old: Document, new: Document) -> dict[str, tuple[str, str]]:
    """Return, by its anchor, the name and the anchor now of each block that goes by an id of which no block is now."""
    there = {node.id: node.anchor for node in nodes(new, Anchored) if node.id}
    gone = {node.anchor for node in nodes(old, Anchored) if node.id and node.id not in there}
    if not gone:
        return {}
    ids = {anchor: id for id, anchor in there.items()}
    new_of = counterparts(old, new).new_of
    return {was: (ids.get(now, now), now) for was, now in new_of.items() if was in gone}
