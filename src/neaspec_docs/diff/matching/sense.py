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
from neaspec_docs.model.inline import FootnoteCall, Reference, Text
from neaspec_docs.model.node import Anchored, Node
from neaspec_docs.model.walk import children

_FOLLOWS = {"at", "id", "id_at", "anchor", "number", "answer", "level", "of_agenda", "appendix", "align"}
"""Fields that say where a thing stands, or that resolve works out."""

_BLOCKS = {"body", "items", "rows", "days", "under", "document"}
"""Fields of a block that hold blocks of their own."""

_TELLING: dict[type, tuple[str, ...]] = {}


def key(block: Anchored) -> Hashable:
    """Return what the block itself says, without the blocks in it."""
    return (type(block).__name__, *map(_key, values(block)))


def words(block: Anchored) -> list[str]:
    """Return the words of the block itself, in small letters; signs and blanks are none."""
    return said(values(block))


def values(block: Anchored) -> tuple[object, ...]:
    """Return what the fields of the block hold, but for those of blocks in it and what follows from elsewhere."""
    return tuple(getattr(block, name) for name in _telling(block) if name not in _BLOCKS)


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


def said(text: tuple[object, ...]) -> list[str]:
    """Return the words of a text of any shape, in small letters."""
    found: list[str] = []
    _add(text, found)
    return found


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


def _telling(node: Node) -> tuple[str, ...]:
    """Return the fields of a node that say something of their own."""
    kind = type(node)
    if kind not in _TELLING:
        _TELLING[kind] = tuple(field.name for field in fields(kind) if field.name not in _FOLLOWS)
    return _TELLING[kind]


def _key(value: Any) -> Hashable:  # noqa: ANN401 -- the value of any field
    if isinstance(value, tuple):
        return _joined(value) if value and isinstance(value[0], Node) else tuple(map(_key, value))
    if isinstance(value, Node):
        return (type(value).__name__, *(_key(getattr(value, name)) for name in _telling(value)))
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


def _add(value: object, found: list[str]) -> None:
    """Add the words of the value of any field to those that were found."""
    match value:
        case str():
            found += lettering.words(value)
        case tuple():
            for part in value:
                _add(part, found)
        case Reference(target=target, paper=paper, children=()):
            found.append(f"#{paper or ''}{target or ''}")
        case Reference(children=children):
            _add(children, found)
        case FootnoteCall():
            pass
        case Node():
            for name in _telling(value):
                if name != "width":
                    _add(getattr(value, name), found)
        case Decimal() | date() | time():
            found.append(str(value))
        case _:
            pass  # a style, a span: nothing that is read
