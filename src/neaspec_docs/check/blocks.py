"""A paper -> its blocks, in the order in which they are read; those of a paper annexed whole are that one's own."""

from collections.abc import Iterator

from neaspec_docs.model.block import Block, Blocks
from neaspec_docs.model.document import Annex, Document


def of(document: Document) -> Iterator[Block]:
    """Give every block of a paper, one that holds others before them."""
    yield from _within(document.body)
    for annex in document.annexes:
        if isinstance(annex, Annex) and annex.document is None:
            yield from _within(annex.body)


def _within(blocks: Blocks) -> Iterator[Block]:
    for block in blocks:
        yield block
        below: Blocks = getattr(block, "body", ())  # of a section, a paragraph, a slide
        yield from _within(below)
