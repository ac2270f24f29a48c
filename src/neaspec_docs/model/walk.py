"""The nodes of a tree in the order they are read, and the tree with some of them changed."""

from collections.abc import Callable, Iterator
from dataclasses import fields, replace
from typing import Any, TypeVar

from neaspec_docs.model.block import Column
from neaspec_docs.model.node import Node

Tree = TypeVar("Tree")


def nodes(tree: object) -> Iterator[Node]:
    """Give every node below and at `tree`, a parent before its children, as a reader meets them.

    That is the order of their fields; but of a table's heads the first row comes whole before the second.
    """
    waiting = [tree]  # a stack, for a generator within generators takes as many steps a node as it is deep
    while waiting:
        one = waiting.pop()
        if isinstance(one, tuple):
            if one and isinstance(one[0], Column):
                yield from _heads(one)
            else:
                waiting.extend(reversed(one))
        elif isinstance(one, Node):
            yield one
            waiting.extend([getattr(one, name) for name in reversed(children(one.__class__))])


def _heads(columns: tuple[Column, ...]) -> Iterator[Node]:
    for column in columns:
        yield column
        yield from nodes(column.title)
    for column in columns:
        yield from nodes(column.columns)


def rewrite(tree: Tree, change: Callable[[Node], object]) -> Tree:
    """Return `tree` with each node replaced by what `change` makes of it, children first.

    `change` returns the node itself where it leaves it, another node, or a tuple of nodes that take its place in
    the tuple it stands in. A part in which nothing changed is the same object as before.
    """
    return _rewrite(tree, change)  # type: ignore[no-any-return]


def _rewrite(tree: Any, change: Callable[[Node], object]) -> Any:  # noqa: ANN401 -- a tree of any shape
    if isinstance(tree, tuple):
        return _rewrite_tuple(tree, change)
    if not isinstance(tree, Node):
        return tree
    changed = {}
    for name in children(tree.__class__):
        old = getattr(tree, name)
        new = _rewrite(old, change)
        if new is not old:
            changed[name] = new
    return change(replace(tree, **changed) if changed else tree)


def _rewrite_tuple(parts: tuple[Any, ...], change: Callable[[Node], object]) -> tuple[Any, ...]:
    new: list[Any] = []
    same = True
    for part in parts:
        made = _rewrite(part, change)
        same = same and made is part
        if isinstance(made, tuple) and isinstance(part, Node):
            new.extend(made)
        else:
            new.append(made)
    return parts if same else tuple(new)


_PLAIN = {"at", "id", "anchor", "number", "answer", "headings", "style", "name", "value", "kind", "form", "level"}
_KNOWN: dict[type, tuple[str, ...]] = {}


def children(kind: type) -> tuple[str, ...]:
    """Name the fields of a kind of node that can hold nodes, worked out once a kind."""
    if kind not in _KNOWN:
        _KNOWN[kind] = tuple(field.name for field in fields(kind) if field.name not in _PLAIN)
    return _KNOWN[kind]
