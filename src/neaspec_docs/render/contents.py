"""A resolved paper -> the lines of its contents."""

from collections.abc import Iterator
from dataclasses import dataclass

from neaspec_docs.language.words import Words
from neaspec_docs.model.block import Blocks, Section
from neaspec_docs.model.document import Annex, Document
from neaspec_docs.model.inline import Inlines
from neaspec_docs.render import inline

DEEPEST = 3
"""Sections below this level are left out, as Word's own contents leave them out."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the contents: its level (from 1), where it leads, its number or "", its words without marks."""

    level: int
    anchor: str
    number: str
    words: Inlines


def lines(document: Document, words: Words) -> tuple[Line, ...]:
    """Return the lines of a paper's contents in order: its sections, then each annex at level 1 with its own.

    These are the lines that Word's own contents give when they are brought up to date, so that nothing changes then.
    """
    return (*_sections(document.body, 1), *_annexes(document, words))


def _sections(blocks: Blocks, level: int) -> Iterator[Line]:
    if level > DEEPEST:
        return
    for block in blocks:
        if isinstance(block, Section):
            number = block.number.printed if block.number else ""
            yield Line(level, block.anchor, number, inline.without_marks(block.title))
            yield from _sections(block.body, level + 1)


def _annexes(document: Document, words: Words) -> Iterator[Line]:
    for annex in document.annexes:
        if isinstance(annex, Annex):
            label = f"{words.annex} {annex.number.cited}" if annex.number else words.annex
            title = annex.title or (annex.document.title if annex.document else ())
            yield Line(1, annex.anchor, label, inline.without_marks(title))
            yield from _sections(annex.body, 1) if annex.document is None else lines(annex.document, words)
