"""A scalar -> the inlines of a title or the paragraphs of a passage, each node with its place."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from neaspec_docs.diagnostics.codes import Code
from neaspec_docs.load.excerpt import Excerpt, of_scalar
from neaspec_docs.load.inlines import inlines
from neaspec_docs.load.shapes import Shape, Wrong, check_cut, complain, wrong_shape
from neaspec_docs.load.source import Source, Text
from neaspec_docs.load.yaml_nodes import ScalarNode, YamlNode
from neaspec_docs.model.inline import Bullets, Inlines, Prose, Words

_BULLET = "- "
_LINE = re.compile(r"[^\n]+")
_NO_LIST = re.compile(r"\s*-(?:[ \t]*\d[\d., ]*%?)?\s*")
"""A dash for nil, or a figure below it: what a sheet says so is no list of one item."""


@dataclass(frozen=True, slots=True)
class Title(Shape[Inlines]):
    """One paragraph of text: a title, a caption."""

    may_be_empty: bool = False
    says: str = "text"

    def read(self, node: YamlNode, source: Source, name: str) -> Inlines | Wrong:
        """Return the inlines."""
        if not isinstance(node, ScalarNode):
            return wrong_shape(node, source, name, self.says)
        check_cut(node, source)
        source.texts[node.start] = Text.TITLE
        excerpt = of_scalar(node, source)
        first, *others = list(excerpt.paragraphs()) or [(0, 0)]
        if others:
            message = f"{name} must be one paragraph, without a blank line"
            source.error(Code.WRONG_VALUE, message, excerpt.span(*others[0]))
        if not self.may_be_empty:
            _check_empty(node, source, name)
        start, end = first[0], others[-1][1] if others else first[1]
        return inlines(excerpt, start, end, excerpt.span(start, end))


@dataclass(frozen=True, slots=True)
class Running(Shape[Prose]):
    """Text of one or several paragraphs. In a cell, lines that begin with `- ` are a list (`bullets`)."""

    may_be_empty: bool = False
    bullets: bool = False
    says: str = "text"

    def read(self, node: YamlNode, source: Source, name: str) -> Prose | Wrong:
        """Return the paragraphs."""
        if not isinstance(node, ScalarNode):
            return wrong_shape(node, source, name, self.says)
        check_cut(node, source)
        if not self.may_be_empty:
            _check_empty(node, source, name)
        source.texts[node.start] = Text.CELL if self.bullets else Text.PROSE
        excerpt = of_scalar(node, source)
        return cell(excerpt) if self.bullets else prose(excerpt)


def prose(excerpt: Excerpt) -> Prose:
    """Return the paragraphs of running text."""
    return tuple(_words(excerpt, start, end) for start, end in excerpt.paragraphs() if excerpt.value[start:end].strip())


def cell(excerpt: Excerpt) -> Prose:
    """Return the paragraphs and lists of a cell."""
    return tuple(
        _bullets(excerpt, part) if isinstance(part, list) else _words(excerpt, *part)
        for start, end in excerpt.paragraphs()
        for part in parts_of_cell(excerpt.value, start, end)
        if isinstance(part, list) or excerpt.value[slice(*part)].strip()
    )


def parts_of_cell(value: str, start: int, end: int) -> Iterator[tuple[int, int] | list[tuple[int, int]]]:
    """Give the parts of one paragraph of a cell: the beginning and end of words, or those of each item of a list.

    A line that begins with a bullet is an item, with the indented lines after it; its bullet is left out. A dash that
    is all there is, or that a figure alone follows, is no bullet.
    """
    if _NO_LIST.fullmatch(value):
        yield start, end
        return
    items: list[tuple[int, int]] = []
    words: tuple[int, int] | None = None
    for line in _LINE.finditer(value, start, end):
        text = line.group()
        if text.lstrip().startswith(_BULLET) or text.strip() == "-":
            if words:
                yield words
                words = None
            items.append((line.start() + text.index("-") + 1, line.end()))
        elif items and text.startswith((" ", "\t")):
            items[-1] = (items[-1][0], line.end())
        else:
            if items:
                yield items
                items = []
            words = (words[0] if words else line.start(), line.end())
    if items:
        yield items
    if words:
        yield words


def _words(excerpt: Excerpt, start: int, end: int) -> Words:
    at = excerpt.span(start, end)
    return Words(inlines(excerpt, start, end, at), at=at)


def _bullets(excerpt: Excerpt, items: list[tuple[int, int]]) -> Bullets:
    at = excerpt.span(items[0][0] - 1, items[0][1])
    return Bullets(tuple(inlines(excerpt, start, end, excerpt.span(start, end)) for start, end in items), at=at)


def _check_empty(node: ScalarNode, source: Source, name: str) -> None:
    if not node.value.strip():
        help = "write the text" if name.startswith("`") else "write the text, or take this out"
        if node.style in ("|", ">"):
            help = f"write the text below `{node.style}`, further in than its key"
        complain(Code.EMPTY_TEXT, f"{name} is empty", node, source, help)


TITLE = Title()
CAPTION = Title(may_be_empty=True)
PROSE = Running()
CELL = Running(may_be_empty=True, bullets=True)
