"""A block -> what it says itself: a key that two versions share where it says the same, and its words.

Left out are numbers, anchors, places, what references read as, and the marks of footnotes, which are told by
themselves.
"""

from collections.abc import Hashable, Iterator
from dataclasses import fields
from datetime import date, time
from decimal import Decimal
from typing import Any

from neaspec_docs.language import lettering
from neaspec_docs.model.block import Day, Row
from neaspec_docs.model.inline import FootnoteCall, Inlines, Prose, Reference, Text
from neaspec_docs.model.node import Anchored, Node
from neaspec_docs.model.walk import children

_FOLLOWS = {"at", "id", "id_at", "anchor", "number", "answer", "level", "of_agenda", "appendix", "align"}
"""Fields that say where a thing stands, or that resolve works out."""

_BLOCKS = {"body", "items", "rows", "days", "under", "document"}
"""Fields of a block that hold blocks of their own."""

_OWN: dict[type, tuple[str, ...]] = {}


def key(block: Anchored) -> Hashable:
    """Return what the block itself says, without the blocks in it."""
    return (type(block).__name__, *map(_key, values(block)))


def words(block: Anchored) -> Iterator[str]:
    """Give the words of the block itself, in small letters; signs and blanks are none."""
    yield from _words(values(block))


def values(block: Anchored) -> tuple[object, ...]:
    """Return what the fields of the block hold, but for those of blocks in it and what follows from elsewhere."""
    return tuple(getattr(block, name) for name in _own(block))


def calls(block: Anchored) -> Iterator[str]:
    """Give the anchors of the footnotes that the block itself calls, or their names where they have none."""
    yield from _calls(values(block))


def _calls(value: object) -> Iterator[str]:
    match value:
        case tuple():
            for part in value:
                yield from _calls(part)
        case FootnoteCall(name=name, anchor=anchor):
            yield anchor or name
        case Node():
            for child in children(type(value)):
                yield from _calls(getattr(value, child))
        case _:
            pass


def said(text: Prose | Inlines | tuple[Inlines, ...]) -> Iterator[str]:
    """Give the words of a text of any shape, in small letters."""
    yield from _words(text)


def name(block: Anchored) -> Hashable:
    """Return what a reader knows the block by: a heading, a caption, a row's first cell, a day; None where nothing."""
    match block:
        case Row(cells=cells, group=group):
            return (group, _key(cells[0].text)) if cells and cells[0].text else None
        case Day(date=day):
            return day
        case _:
            title = getattr(block, "title", None) or getattr(block, "caption", None)
            return _key(title) if title else None


def _own(block: Anchored) -> tuple[str, ...]:
    kind = type(block)
    if kind not in _OWN:
        names = (field.name for field in fields(block))
        _OWN[kind] = tuple(name for name in names if name not in _FOLLOWS | _BLOCKS)
    return _OWN[kind]


def _key(value: Any) -> Hashable:  # noqa: ANN401 -- the value of any field
    if isinstance(value, tuple):
        return _joined(value) if value and isinstance(value[0], Node) else tuple(map(_key, value))
    if isinstance(value, Node):
        names = (field.name for field in fields(value) if field.name not in _FOLLOWS)
        return (type(value).__name__, *(_key(getattr(value, name)) for name in names))
    return lettering.composed(value) if isinstance(value, str) else value


def _joined(nodes: tuple[Node, ...]) -> Hashable:
    """Return the key of several nodes; characters that follow each other are one, whatever they were made of."""
    found: list[Hashable] = []
    text = ""
    for node in nodes:
        match node:
            case FootnoteCall():
                pass
            case Text(value):
                text += value
            case _:
                found += [_line(text)] if text else []
                found.append(_key(node))
                text = ""
    return (*found, _line(text))


def _line(text: str) -> str:
    return " ".join(lettering.composed(text).split())


def _words(value: Any) -> Iterator[str]:  # noqa: ANN401 -- the value of any field
    match value:
        case str():
            yield from lettering.words(value)
        case tuple():
            for part in value:
                yield from _words(part)
        case Reference(target=target, paper=paper, children=children):
            yield from _words(children) if children else (f"#{paper or ''}{target or ''}",)
        case FootnoteCall():
            pass
        case Node():
            for field in fields(value):
                if field.name not in _FOLLOWS and field.name != "width":
                    yield from _words(getattr(value, field.name))
        case Decimal() | date() | time():
            yield str(value)
        case _:
            pass  # a style, a span: nothing that is read
