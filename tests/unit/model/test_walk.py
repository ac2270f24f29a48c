"""Nodes are found and changed where they stand, and nowhere else is looked."""

from collections.abc import Iterator
from dataclasses import fields, replace

import pytest
from papers import PROJECT

from neaspec_docs.load import tree
from neaspec_docs.model import block, document, inline, walk
from neaspec_docs.model.block import Cell, Column, Image, Item, List, Row, Section, Table
from neaspec_docs.model.document import Content, Document
from neaspec_docs.model.inline import (
    Answer,
    Emphasis,
    Fact,
    FootnoteCall,
    Inlines,
    Link,
    Reference,
    Strong,
    Text,
    Words,
)
from neaspec_docs.model.node import Node
from neaspec_docs.model.scheme import Mark
from neaspec_docs.model.walk import children, nodes, rewrite

KINDS = [
    kind
    for module in (block, inline, document)
    for kind in vars(module).values()
    if isinstance(kind, type) and issubclass(kind, Node)
]


@pytest.fixture(scope="module")
def content() -> Content:
    return tree.content(PROJECT)


def _all(tree: object) -> Iterator[Node]:
    """Give every node, by a look at every field there is; an answer is no part of what is written."""
    if isinstance(tree, tuple):
        if tree and isinstance(tree[0], Column):  # the first row of heads comes whole before the second
            for column in tree:
                yield column
                yield from _all(column.title)
            for column in tree:
                yield from _all(column.columns)
            return
        for part in tree:
            yield from _all(part)
    elif isinstance(tree, Node):
        yield tree
        for field in fields(tree):
            yield from _all(getattr(tree, field.name))


def test_every_node_is_met(content: Content) -> None:
    trees = (*content.papers.values(), *content.meetings.values())
    assert sum(1 for _ in nodes(trees)) > 2000
    assert [id(node) for node in nodes(trees)] == [id(node) for node in _all(trees)]


@pytest.mark.parametrize("kind", [*dict.fromkeys(KINDS)])
def test_nodes_of_a_kind_are_all_of_that_kind(kind: type[Node], content: Content) -> None:
    trees = (*content.papers.values(), *content.meetings.values())
    wanted = [id(node) for node in nodes(trees) if isinstance(node, kind)]
    assert [id(node) for node in nodes(trees, kind)] == wanted
    changed: list[int] = []

    def change(node: Node) -> Node:
        changed.append(id(node))
        return node

    assert rewrite(trees, change, kind) is trees
    assert sorted(changed) == sorted(wanted)


def test_nodes_of_several_kinds_come_in_one_order() -> None:
    heads = (Column((Words((Text("a"),)),), columns=(Column((Words((Text("b"),)),)),)), Column((Words((Text("c"),)),)))
    table = Table((Text("t"),), heads, (Row((Cell((Words((Text("d"),)),)),)),))
    said = [node.value if isinstance(node, Text) else node.__class__.__name__ for node in nodes(table, Text, Row)]
    assert said == ["t", "a", "c", "b", "Row", "d"]


def test_a_part_without_change_is_the_same_object() -> None:
    first = Section((Text("one"),), (List((Item((Words((Text("a"), Strong((Text("b"),)))),)),), Mark.DASH),))
    second = Section((Text("two"), Fact(("facts", "x"))))
    tree = (first, second)
    changed = rewrite(tree, lambda fact: Text(".".join(fact.path)), Fact)
    assert changed[0] is first
    assert changed[1] == replace(second, title=(Text("two"), Text("facts.x")))
    assert rewrite(tree, lambda text: replace(text, value="b!") if text.value == "b" else text, Text)[1] is second


def test_nodes_take_the_place_of_one_in_its_line() -> None:
    line: Inlines = (Text("a"), Emphasis((FootnoteCall("n"), Text("b"))), FootnoteCall("m"))
    assert rewrite(line, lambda _: (), FootnoteCall) == (Text("a"), Emphasis((Text("b"),)))
    doubled = rewrite(line, lambda text: (text, text), Text)
    assert doubled == (Text("a"), Text("a"), Emphasis((FootnoteCall("n"), Text("b"), Text("b"))), FootnoteCall("m"))


def test_the_inner_ones_are_changed_first() -> None:
    met: list[str] = []

    def change(node: Node) -> Node:
        met.append(node.__class__.__name__)
        return node

    rewrite((Link("https://x.example", (Strong((Text("a"),)),)),), change)
    assert met == ["Text", "Strong", "Link"]


@pytest.mark.parametrize("kind", [*dict.fromkeys(KINDS)])
def test_fields_name_kinds_that_stand_for_no_others(kind: type) -> None:
    """The walk goes by what a field names; of one that named a kind with others below it, it would miss these."""
    assert not [one for held in walk._held(kind).values() for one in held if one.__subclasses__()]


def test_only_fields_that_hold_nodes_are_children() -> None:
    assert children(Section) == ("title", "body")
    assert children(Reference) == ("children",)
    assert children(FootnoteCall) == ("note",)
    assert children(Text) == children(Image) == children(Answer) == children(str) == ()
    assert "annexes" in children(Document)
