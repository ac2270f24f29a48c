"""The nodes of a tree in the order they are read, and the tree with some of them changed.

Who wants nodes of some kinds names them. The types of fields say where such nodes can stand, and nothing else is looked
at: a table is found without a look at the sentences of a paper, which are most of it.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import cache
from typing import Any, TypeAlias, TypeVar, get_args, get_type_hints, overload

from neaspec_docs.model.block import Column
from neaspec_docs.model.node import Node

Tree = TypeVar("Tree")
Kind = TypeVar("Kind", bound=Node)
Change: TypeAlias = Callable[[Any], object]


@overload
def nodes(tree: object) -> Iterator[Node]: ...
@overload
def nodes(tree: object, *kinds: type[Kind]) -> Iterator[Kind]: ...
def nodes(tree: object, *kinds: type[Node]) -> Iterator[Node]:
    """Give the nodes below and at `tree`, of these kinds or all, a parent before its children, as a reader meets them.

    That is the order of their fields; but of a table's heads the first row comes whole before the second.
    """
    ways = _ways(kinds)
    waiting: list[Any] = [tree]  # a stack, for a generator within generators takes as many steps a node as it is deep
    while waiting:
        one = waiting.pop()
        kind = one.__class__
        if kind is tuple:
            if one and isinstance(one[0], Column):
                yield from _heads(one, kinds)
            else:
                waiting += one[::-1]
        elif way := ways[kind]:
            wanted, names = way
            if wanted:
                yield one
            for name in names[::-1]:
                if held := getattr(one, name):
                    waiting.append(held)


def _heads(columns: tuple[Column, ...], kinds: tuple[type[Node], ...]) -> Iterator[Node]:
    for column in columns:
        if isinstance(column, kinds or Node):
            yield column
        yield from nodes(column.title, *kinds)
    for column in columns:
        yield from nodes(column.columns, *kinds)


def rewrite(tree: Tree, change: Change, *kinds: type[Node]) -> Tree:
    """Return `tree` with each node of these kinds, or of all, replaced by what `change` makes of it, children first.

    `change` returns the node itself where it leaves it, another node, or a tuple of nodes that take its place in
    the tuple it stands in. A part in which nothing changed is the same object as before.
    """
    return _rewrite(tree, change, _ways(kinds))  # type: ignore[no-any-return]


def _rewrite(tree: Any, change: Change, ways: "_Ways") -> Any:  # noqa: ANN401 -- a tree of any shape
    if isinstance(tree, tuple):
        return _rewrite_tuple(tree, change, ways)
    way = ways[tree.__class__]
    if way is None:
        return tree
    wanted, names = way
    changed = {}
    for name in names:
        old = getattr(tree, name)
        if old and (new := _rewrite(old, change, ways)) is not old:
            changed[name] = new
    made = replace(tree, **changed) if changed else tree
    return change(made) if wanted else made


def _rewrite_tuple(parts: tuple[Any, ...], change: Change, ways: "_Ways") -> tuple[Any, ...]:
    changed = {}
    for place, part in enumerate(parts):
        if (new := _rewrite(part, change, ways)) is not part:
            changed[place] = new
    if not changed:
        return parts
    made: list[Any] = []
    for place, part in enumerate(parts):
        new = changed.get(place, part)
        made += new if isinstance(new, tuple) and isinstance(part, Node) else (new,)
    return tuple(made)


class _Ways(dict[type, tuple[bool, tuple[str, ...]] | None]):
    """For each kind of what stands in a tree: whether it is wanted, and its fields that lead to what is.

    None where it is not, and none does. Worked out when it is first met.
    """

    def __init__(self, kinds: tuple[type[Node], ...]) -> None:
        self._kinds = kinds or (Node,)

    def __missing__(self, kind: type) -> tuple[bool, tuple[str, ...]] | None:
        wanted = issubclass(kind, self._kinds)
        names = tuple(name for name, held in _held(kind).items() if any(self._leads(one) for one in held))
        self[kind] = way = (wanted, names) if wanted or names else None
        return way

    def _leads(self, kind: type) -> bool:
        return any(issubclass(one, self._kinds) for one in _below(kind))


_ways = cache(_Ways)


def children(kind: type) -> tuple[str, ...]:
    """Name the fields of a kind of node that can hold nodes."""
    return tuple(_held(kind))


@cache
def _held(kind: type) -> Mapping[str, frozenset[type]]:
    """Return the fields of a kind of node that can hold nodes, each with their kinds."""
    if not issubclass(kind, Node):
        return {}
    found = {name: frozenset(_named(hint)) for name, hint in get_type_hints(kind).items()}
    return {name: kinds for name, kinds in found.items() if kinds}


def _named(hint: Any) -> Iterator[type]:  # noqa: ANN401 -- what types are written in
    """Give the kinds of node that a field's type names."""
    if isinstance(hint, type) and issubclass(hint, Node):
        yield hint
    for part in get_args(hint):
        yield from _named(part)


@cache
def _below(kind: type) -> frozenset[type]:
    """Return a kind of node with all kinds that can stand in it, however deep."""
    found = {kind}
    waiting = [kind]
    while waiting:
        new = {one for held in _held(waiting.pop()).values() for one in held} - found
        found |= new
        waiting += new
    return frozenset(found)
