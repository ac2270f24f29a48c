"""`slide:` -> Slide; and a paper's Document -> whether slides, and nothing but slides, stand where they may."""

from collections.abc import Mapping

from neaspec_docs.diagnostics.codes import Code
from neaspec_docs.load.records import Record, may, need
from neaspec_docs.load.shapes import WRONG, Shape, Wrong, complain, is_empty
from neaspec_docs.load.source import Source
from neaspec_docs.load.text import PROSE, TITLE
from neaspec_docs.load.values import ID
from neaspec_docs.load.yaml_nodes import ListNode, MappingNode, YamlNode
from neaspec_docs.model import type_word
from neaspec_docs.model.block import (
    Block,
    Blocks,
    Figure,
    List,
    PageBreak,
    Paragraph,
    Section,
    Slide,
    Table,
    Unnumbered,
)
from neaspec_docs.model.document import SLIDES, Document
from neaspec_docs.model.walk import nodes

STAND_ON_A_SLIDE = frozenset({"text", "list", "table", "figure"})
"""The blocks that a slide can hold, by their keys."""

ON_A_SLIDE = "on a slide may stand `text`, `list`, `table` and `figure`"
LOST: Mapping[str, str] = {
    "annexes": "write it on slides, or in a paper of its own",
    "distribution": "a title slide shows no distribution: take it out",
    "headings": "slides have no numbered headings: take it out",
    "summary": "write it on a slide",
    "toc": "write a slide that lists the parts, if there should be one",
}
"""What a paper may have and slides can't show, with what to do instead."""


class _OnSlide(Shape[Blocks]):
    """What stands on a slide: text, lists, tables and figures."""

    def __init__(self, blocks: Shape[Blocks], such: Shape[Blocks]) -> None:
        """Take the shape of any blocks, and that of such as a slide can hold."""
        self.blocks = blocks
        self.such = such

    def alike(self) -> Shape[Blocks]:
        """Return the blocks that a slide can hold."""
        return self.such

    @property
    def says(self) -> str:  # type: ignore[override]
        """Return what the blocks' shape says."""
        return self.blocks.says

    def read(self, node: YamlNode, source: Source, name: str) -> Blocks | Wrong:
        """Return the blocks that may stand on a slide."""
        if isinstance(node, ListNode) and not node.items:
            help = "leave `body` out where the slide opens a part with its title alone"
            complain(Code.WRONG_SHAPE, f"{name} must hold at least one block", node, source, help)
        read = self.blocks.read(node, source, name)
        if read is not WRONG:
            for block in read:
                _check_on_slide(block, source)
        return read


def slide(blocks: Shape[Blocks], such: Shape[Blocks]) -> Record[Slide]:
    """Return the block `slide`, whose body is read as any `blocks`; a schema gets `such` as a slide can hold."""
    return Record(
        "a slide",
        Slide,
        (
            need("slide", TITLE, into="title"),
            may("id", ID),
            may("body", _OnSlide(blocks, such), ()),
            may("notes", PROSE, ()),
        ),
    )


def _check_on_slide(block: Block, source: Source) -> None:
    match block:
        case Table(landscape=True):
            help = "take `landscape` out: a slide lies on its side already"
            source.error(Code.WRONG_SHAPE, "a table on a slide can't be turned", block.at, help)
        case Unnumbered() | List() | Table() | Figure():
            pass
        case Slide():
            help = "move it out, to the level of the other slides"
            source.error(Code.WRONG_SHAPE, "a slide can't stand on a slide", block.at, help)
        case _:
            message = f"`{type_word.key(block)}` can't stand on a slide"
            source.error(Code.WRONG_SHAPE, message, block.at, _instead(block))


def _instead(block: Block) -> str:
    """Return what to write for a block that slides do not have."""
    match block:
        case Paragraph():
            return "write `text` for `para`"
        case PageBreak():
            return "begin another slide"
        case _:
            return ON_A_SLIDE


def check(document: Document, node: MappingNode, source: Source) -> None:
    """Report slides in a paper of another kind; and, in a paper of slides, whatever is no slide or would be lost."""
    if document.is_slides:
        _check_body(document, source)
        _check_keys(document, node, source)
    elif document.kind:  # else it is not known what the paper is
        _check_other(document, source)


def _check_body(document: Document, source: Source) -> None:
    for block in document.body:
        match block:
            case Slide():
                continue
            case Section():
                help = "write `slide` for `section`; a slide without a `body` opens a part"
            case Unnumbered() | List() | Table() | Figure():
                help = "put it into the `body` of a slide"
            case Paragraph():
                help = "put it into the `body` of a slide, as `text`"
            case _:
                help = _instead(block)
        source.error(Code.WRONG_SHAPE, f"`{type_word.key(block)}` can't stand among slides", block.at, help)


def _check_keys(document: Document, node: MappingNode, source: Source) -> None:
    for key, value in node.entries:
        if key.value in LOST and not is_empty(value) and (key.value != "toc" or document.toc):
            at = source.span(key.start, key.end)
            source.error(Code.WRONG_SHAPE, f"slides can't have `{key.value}`", at, LOST[key.value])


def _check_other(document: Document, source: Source) -> None:
    """Report each slide; but only the first of a body that is slides alone, whose `kind` then is the fault."""
    slides = list(nodes(document, Slide))
    reported = {id(inner) for one in slides for inner in nodes(one.body, Slide)}
    alone = all(isinstance(block, Slide) for block in document.body)
    for one in slides[:1] if alone else slides:
        if id(one) not in reported:
            help = f"write `kind: {SLIDES}`" if alone else f"slides stand in a paper of `kind: {SLIDES}`"
            message = f"a slide can't stand in a paper of the kind `{document.kind}`"
            source.error(Code.WRONG_SHAPE, message, one.at, help)
