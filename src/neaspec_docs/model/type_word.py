"""A block, an annex or a footnote -> the word for its type, of scripts and templates; a block -> its key in content."""

from typing import TypeAlias, assert_never

from neaspec_docs.model.block import (
    Block,
    Box,
    Documents,
    Figure,
    List,
    PageBreak,
    Paragraph,
    Participants,
    Programme,
    Quote,
    Section,
    Slide,
    Table,
    Unnumbered,
)
from neaspec_docs.model.document import Annex, AnnexedPaper, Footnote

Part: TypeAlias = Block | Annex | AnnexedPaper | Footnote
"""What a paper is made of, as a reader counts it."""


def of(part: Part) -> str:
    """Return the word that `outline --json` and templates have for it, which is a promise to scripts."""
    match part:
        case Section():
            return "section"
        case Paragraph():
            return "paragraph"
        case Unnumbered():
            return "text"
        case List():
            return "list"
        case Quote():
            return "quote"
        case Box():
            return "box"
        case Table():
            return "table"
        case Figure():
            return "figure"
        case Programme():
            return "programme"
        case Participants():
            return "participants"
        case Documents():
            return "documents"
        case PageBreak():
            return "page_break"
        case Slide():
            return "slide"
        case Annex() | AnnexedPaper():
            return "annex"
        case Footnote():
            return "footnote"
        case _:
            assert_never(part)


def key(block: Block) -> str:
    """Return the key that names the block in content: the word for its type, but for a paragraph, which is `para`."""
    return "para" if isinstance(block, Paragraph) else of(block)
