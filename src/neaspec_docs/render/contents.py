"""A resolved paper -> the lines of its contents."""

from collections.abc import Iterator
from dataclasses import dataclass

from neaspec_docs.language.words import Words
from neaspec_docs.model.block import Blocks, Section
from neaspec_docs.model.document import Annex, Document
from neaspec_docs.model.inline import Inlines
from neaspec_docs.render import inline

DEEPEST = 3
"""Sections below this level, in the paper or in an annex, are left out, as Word's own contents leave them out."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the contents: its level (from 1), where it leads, its number or "", its words without marks."""

    level: int
    anchor: str
    number: str
    words: Inlines


def lines(document: Document, words: Words) -> tuple[Line, ...]:
    """Return the lines of a paper's contents in order: its sections, then each annex at level 1 with its own below it.

    These are the lines that Word's own contents give when they are brought up to date, so that none comes or goes then.
    """
    return tuple(_lines(document, words, 0))


def _lines(document: Document, words: Words, above: int) -> Iterator[Line]:
    """Give the lines of a paper that stands so many levels below the contents' first: as deep as it is annexed."""
    yield from _sections(document.body, 1, above)
    yield from _annexes(document, words, above)


def _sections(blocks: Blocks, level: int, above: int) -> Iterator[Line]:
    if level > DEEPEST:
        return
    for block in blocks:
        if isinstance(block, Section):
            number = block.number.printed if block.number else ""
            yield Line(above + level, block.anchor, number, inline.without_marks(block.title))
            yield from _sections(block.body, level + 1, above)


def _annexes(document: Document, words: Words, above: int) -> Iterator[Line]:
    for annex in document.annexes:
        if isinstance(annex, Annex):
            if annex.number:
                label = (words.appendix if annex.appendix else words.annex).format(annex.number.cited)
            else:
                label = words.only_appendix if annex.appendix else words.only_annex
            title = annex.title or (annex.document.title if annex.document else ())
            yield Line(above + 1, annex.anchor, label, inline.without_marks(title))
            if annex.document is None:
                yield from _sections(annex.body, 1, above + 1)
            else:
                yield from _lines(annex.document, words, above + 1)
