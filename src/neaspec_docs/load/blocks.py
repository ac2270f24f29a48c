"""A list of blocks -> the model's blocks. A block is a mapping whose first key names its type: see BLOCKS."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from neaspec_docs.diagnostics.codes import Code
from neaspec_docs.diagnostics.diagnostic import did_you_mean, nearest
from neaspec_docs.load.figures import FIGURE
from neaspec_docs.load.programmes import PROGRAMME
from neaspec_docs.load.records import Key, Record, Together, may, need
from neaspec_docs.load.registers import DOCUMENTS
from neaspec_docs.load.shapes import WRONG, ByForm, Later, ListOf, Made, Shape, Wrong, wrong_shape
from neaspec_docs.load.slides import STAND_ON_A_SLIDE, slide
from neaspec_docs.load.source import Source, quoted
from neaspec_docs.load.tables import TABLE
from neaspec_docs.load.text import PROSE, TITLE
from neaspec_docs.load.values import FLAG, HEADINGS_BELOW, ID, STYLE, TRUE
from neaspec_docs.load.yaml_nodes import MappingNode, ScalarNode, YamlNode, place
from neaspec_docs.model.block import (
    Block,
    Blocks,
    Box,
    Item,
    List,
    PageBreak,
    Paragraph,
    Participants,
    Quote,
    Section,
    Unnumbered,
)
from neaspec_docs.model.inline import Prose
from neaspec_docs.model.scheme import Mark, Style


@dataclass(frozen=True, slots=True)
class AnyBlock(Shape[Block]):
    """One block. Those that `but` names have no place here; who reads a list of blocks reports them."""

    but: frozenset[str] = frozenset()
    says: str = "a mapping whose first key names the block"

    @property
    def sorts(self) -> Mapping[str, Shape[Block]]:
        """Return the blocks that have a place here, by the key that names each."""
        return {key: shape for key, shape in BLOCKS.items() if key not in self.but}

    def read(self, node: YamlNode, source: Source, name: str) -> Block | Wrong:
        """Return the block that the first key names."""
        if not isinstance(node, MappingNode) or not node.entries:
            help = "write `- para: ...` or `- text: ...`" if isinstance(node, ScalarNode) else None
            return wrong_shape(node, source, name, self.says, help)
        first, value = node.entries[0]
        if first.value in BLOCKS:
            return BLOCKS[first.value].read(node, source, f"`{first.value}`")
        kind = self._meant(node, first, source)
        if kind is None:
            return WRONG
        if all(key.value != kind for key, _ in node.entries):
            node = replace(node, entries=((replace(first, value=kind), value), *node.entries[1:]))
        return BLOCKS[kind].read(node, source, f"`{kind}`")

    @staticmethod
    def _meant(node: MappingNode, first: ScalarNode, source: Source) -> str | None:
        """Report a block that its first key does not name, and return what it was most likely meant to be."""
        at = source.span(first.start, first.end)
        if kind := next((key.value for key, _ in node.entries if key.value in BLOCKS), None):
            help = f"put `{kind}` before {quoted(first.value)}"
            source.error(Code.UNKNOWN_BLOCK, "the first key of a block must name it", at, help)
            return kind
        help = did_you_mean(first.value, BLOCKS) or f"there are {', '.join(f'`{kind}`' for kind in BLOCKS)}"
        source.error(Code.UNKNOWN_BLOCK, f"unknown block {quoted(first.value)}", at, help)
        kind = nearest(first.value, BLOCKS)
        if kind is None:
            source.drop(node.start, node.end)
        return kind


BODY: Shape[Blocks] = ListOf(AnyBlock(), "blocks", "a block")


def _blocks_but(keys: Iterable[str]) -> Shape[Blocks]:
    """Return a list of blocks, but for some."""
    return ListOf(AnyBlock(but=frozenset(keys)), "blocks", "a block")


class _InParagraph(Shape[Blocks]):
    """What belongs to a numbered paragraph: any blocks but sections."""

    says = BODY.says

    def read(self, node: YamlNode, source: Source, name: str) -> Blocks | Wrong:
        read = BODY.read(node, source, name)
        if read is not WRONG:
            for block in read:
                if isinstance(block, Section):
                    help = "move it out, to the level of the paragraph"
                    source.error(Code.WRONG_SHAPE, "a section can't stand in a paragraph", block.at, help)
        return read

    def alike(self) -> Shape[Blocks]:
        """Return a list of blocks without sections."""
        return _blocks_but({"section"})


def _item(text: Prose, list: tuple[Item, ...] | None, style: Style, **named: Any) -> Item:  # noqa: ANN401 -- as below
    return Item(text, List(list, style, at=list[0].at) if list else None, **named)


def _check_item(read: Together) -> None:
    if "style" in read.written and "list" not in read.written:
        help = "the style of this list stands beside its own `list`"
        at = place(read.written["style"], read.source)
        read.source.error(Code.MISSING_KEY, "`style` is that of a list under this item, and there is none", at, help)


_ITEM = Record(
    "an item",
    _item,
    (
        need("text", PROSE),
        may("id", ID),
        may("list", Later(lambda: ITEMS)),
        may("style", STYLE, Mark.BULLET),
    ),
    check=_check_item,
    beside={"style": "list"},
)
_TEXT_OR_ITEM = ByForm("text, or a mapping with `text`", text=Made(PROSE, Item), mapping=_ITEM)
ITEMS: Shape[tuple[Item, ...]] = ListOf(_TEXT_OR_ITEM, "items", "an item", filled=True)


def _block(what: str, make: Callable[..., Block], name: Key, *keys: Key) -> Record[Block]:
    """Return a block with the key that names it, an id, and these keys."""
    return Record(what, make, (name, may("id", ID), *keys))


def _flag(what: str, name: str, make: Callable[..., Block]) -> Record[Block]:
    """Return a block that is there or not: `page_break: true`."""

    def made(there: bool, **rest: Any) -> Block:  # noqa: ANN401, ARG001, FBT001 -- it can only be true
        return make(**rest)

    return _block(what, made, need(name, TRUE, default=True, into="there"))


BLOCKS: Mapping[str, Shape[Block]] = {
    "section": _block(
        "a section",
        Section,
        need("section", TITLE, into="title"),
        may("numbered", FLAG, default=True),
        may("headings", HEADINGS_BELOW),
        may("body", Later(lambda: BODY), ()),
    ),
    "para": _block("a paragraph", Paragraph, need("para", PROSE, into="text"), may("body", Later(_InParagraph), ())),
    "text": _block("an unnumbered paragraph", Unnumbered, need("text", PROSE)),
    "list": _block(
        "a list",
        List,
        need("list", ITEMS, into="items"),
        may("style", STYLE, Mark.BULLET),
    ),
    "quote": _block("a quote", Quote, need("quote", PROSE, into="text")),
    "box": _block("a box", Box, need("box", PROSE, into="text"), may("title", TITLE, ())),
    "table": TABLE,
    "figure": FIGURE,
    "programme": PROGRAMME,
    "participants": _flag("a list of participants", "participants", Participants),
    "documents": DOCUMENTS,
    "page_break": _flag("a page break", "page_break", PageBreak),
    "slide": slide(Later(lambda: BODY), Later(lambda: _blocks_but(BLOCKS.keys() - STAND_ON_A_SLIDE))),
}
"""Every block by the key that names it."""
