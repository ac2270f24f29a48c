"""Tables and figures with a number -> those that no text refers to: what two rules find alike."""

from collections.abc import Iterator

from neaspec_docs.check import citations
from neaspec_docs.check.reading import Reading, Tree
from neaspec_docs.check.rule import Finding, Findings
from neaspec_docs.check.typed import Sort
from neaspec_docs.model.block import Block, Figure, PageBreak, Section, Table
from neaspec_docs.model.document import Annex
from neaspec_docs.model.inline import plain
from neaspec_docs.model.node import Node
from neaspec_docs.model.walk import nodes


def uncited(tree: Tree, kind: type[Table | Figure], sort: Sort) -> Findings:
    """Give those of one kind that have a number and that nothing refers to, by reference or by a typed number."""
    for name, paper in tree.papers.items():
        things = [node for node in nodes(paper.document, kind) if node.caption]
        if not things or paper.slides:
            continue
        spared = {id(node) for node in _alone(paper)}
        named = set(_named(paper, sort))
        left = {id(thing) for thing in citations.uncited(name, things, tree.cited.get(name, ()))} - spared
        for number, thing in enumerate(things, 1):
            if id(thing) in left and str(number) not in named:
                yield _finding(thing, number, sort)


def _named(paper: Reading, sort: Sort) -> Iterator[str]:
    """Give the numbers of this sort that the text types, with those between the ends of a range."""
    for _, one in paper.typed:
        if one.sort is sort:
            yield from one.numbers
            whole = [int(number) for number in one.numbers if number.isdigit()]
            yield from map(str, range(min(whole, default=0), max(whole, default=-1) + 1))


def _alone(paper: Reading) -> Iterator[Node]:
    """Give what stands in an annex without any text, so that what names the annex names it."""
    for annex in paper.document.annexes:
        if isinstance(annex, Annex) and not any(_is_text(block) for block in annex.body):
            yield from nodes(annex)


def _is_text(block: Block) -> bool:
    if isinstance(block, Section):
        return any(_is_text(one) for one in block.body)
    return not isinstance(block, Table | Figure | PageBreak)


def _finding(thing: Table | Figure, number: int, sort: Sort) -> Finding:
    name = sort.value.capitalize()
    help = f"say in the text what it shows: `[](#{thing.id or 'id'})`"
    return Finding(f"nothing refers to {name} {number}, `{plain(thing.caption)}`", thing.at, help)
