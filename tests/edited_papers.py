"""Chance and a paper -> the same paper after some of the edits that an officer makes."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from random import Random
from typing import TypeAlias

from every_block import w
from written_papers import STYLES, WORDS, Author, mended

from neaspec_docs.model.block import (
    Block,
    Box,
    Column,
    Figure,
    Item,
    List,
    PageBreak,
    Paragraph,
    Programme,
    Quote,
    Section,
    Table,
    Unnumbered,
)
from neaspec_docs.model.document import Document
from neaspec_docs.model.inline import (
    FootnoteCall,
    LineBreak,
    Link,
    Reference,
    Strong,
    Text,
    Words,
)
from neaspec_docs.model.node import Node
from neaspec_docs.model.scheme import Numeral, Sample
from neaspec_docs.model.walk import nodes, rewrite


def edited(paper: Document, chance: Random, times: int) -> Document:
    """Return the paper after so many edits."""
    author = Author(chance)
    author.count = 1000
    for _ in range(times):
        paper = chance.choice(EDITS)(paper, author)
    return mended(paper)


Change: TypeAlias = Callable[[Node], object]


def _at_one(paper: Document, author: Author, fits: Callable[[Node], bool], change: Change) -> Document:
    """Return the paper with one node, chosen by chance from those that fit, changed."""
    under = [node.under for node in nodes((paper,)) if isinstance(node, Item)]
    found = [node for node in nodes((paper,)) if fits(node) and not any(node is one for one in under)]
    if not found:
        return paper
    chosen = author.chance.choice(found)
    return rewrite(paper, lambda node: change(node) if node is chosen else node)


BLOCKS = (Paragraph, Unnumbered, List, Quote, Box, Table, Figure, Programme, PageBreak, Section)


def _is_block(node: Node) -> bool:
    return isinstance(node, BLOCKS)


def change_words(paper: Document, author: Author) -> Document:
    def change(node: Node) -> object:
        assert isinstance(node, Text)
        words = node.value.split(" ")
        at = author.chance.randrange(len(words))
        how = author.chance.randrange(4)
        if how == 0:
            words[at : at + 1] = ["anew", "said"]
        elif how == 1:
            words.insert(at, author.chance.choice(WORDS))
        elif how == 2 and len(words) > 2:
            del words[at]
        else:
            words = author.text().split(" ")
        return Text(" ".join(words))

    return _at_one(paper, author, lambda node: isinstance(node, Text) and len(node.value) > 3, change)


def break_line(paper: Document, author: Author) -> Document:
    """Put a line break for a blank, as an officer does who sets a line of its own."""

    def change(node: Node) -> object:
        assert isinstance(node, Text)
        said = node.value.split(" ")
        at = author.chance.randrange(1, len(said))
        return Text(" ".join(said[:at])), LineBreak(), Text(" ".join(said[at:]))

    return _at_one(paper, author, lambda node: isinstance(node, Text) and " " in node.value.strip(), change)


def change_look(paper: Document, author: Author) -> Document:
    return _at_one(paper, author, lambda node: isinstance(node, Text), lambda node: Strong((node,)))  # type: ignore[arg-type]


def write_anew(paper: Document, author: Author) -> Document:
    return _at_one(paper, author, lambda node: isinstance(node, Words), lambda _: Words(author.inlines()))


def add_passage(paper: Document, author: Author) -> Document:
    return _at_one(paper, author, lambda node: isinstance(node, Words), lambda node: (node, *author.prose()))


def drop_inline(paper: Document, author: Author) -> Document:
    things = FootnoteCall | Reference | Link | LineBreak
    return _at_one(paper, author, lambda node: isinstance(node, things), lambda _: ())


def insert_block(paper: Document, author: Author) -> Document:
    if not paper.body:
        return replace(paper, body=(author.block(1),))
    both = author.block(1), author.chance.random() < 0.5
    return _at_one(paper, author, _is_block, lambda node: (node, both[0]) if both[1] else (both[0], node))


def delete_block(paper: Document, author: Author) -> Document:
    return _at_one(paper, author, _is_block, lambda _: ())


def move_block(paper: Document, author: Author) -> Document:
    taken: list[Node] = []

    def take(node: Node) -> object:
        taken.append(node)
        return ()

    without = _at_one(paper, author, _is_block, take)
    if not taken:
        return paper
    return _at_one(without, author, _is_block, lambda node: (node, taken[0])) if without.body else paper


def split_paragraph(paper: Document, author: Author) -> Document:
    def split(node: Node) -> object:
        assert isinstance(node, Paragraph)
        if len(node.text) > 1:
            return replace(node, text=node.text[:1], body=()), Paragraph(node.text[1:], node.body)
        first = node.text[0] if node.text else Words(())
        if isinstance(first, Words) and len(first.children) > 1:
            return replace(node, text=(Words(first.children[:1]),)), Paragraph((Words(first.children[1:]),))
        return node

    return _at_one(paper, author, lambda node: isinstance(node, Paragraph), split)


def join_paragraphs(paper: Document, _: Author) -> Document:
    def join(body: tuple[Block, ...]) -> tuple[Block, ...]:
        for at in range(len(body) - 1):
            one, other = body[at], body[at + 1]
            if isinstance(one, Paragraph) and isinstance(other, Paragraph) and one.text and other.text:
                both = replace(one, text=(*one.text, *other.text), body=(*one.body, *other.body))
                return (*body[:at], both, *body[at + 2 :])
        return body

    return replace(paper, body=join(paper.body))


def broken_in_two(paper: Document, author: Author) -> Document:
    """Return the paper with many of its paragraphs broken in two within a sentence, as an officer breaks them."""

    def halves(words: Words) -> tuple[Words, Words] | None:
        long = [at for at, part in enumerate(words.children) if isinstance(part, Text) and part.value.count(" ") > 5]
        if not long:
            return None
        at = author.chance.choice(long)
        part = words.children[at]
        assert isinstance(part, Text)
        said = part.value.split(" ")
        first, second = " ".join(said[: len(said) // 2]), " ".join(said[len(said) // 2 :])
        more = author.chance.choice(["", "", "Moreover, "])
        return Words((*words.children[:at], Text(first))), Words((Text(more + second), *words.children[at + 1 :]))

    def cut(node: Node) -> object:
        if not isinstance(node, Paragraph | Unnumbered) or not node.text or not isinstance(node.text[0], Words):
            return node
        both = halves(node.text[0]) if author.chance.random() < 0.7 else None
        if both is None:
            return node
        named = author.chance.random() < 0.5
        first = replace(node, text=both[:1], id=node.id if named else None)
        if isinstance(first, Paragraph):
            first = replace(first, body=())
        return first, replace(node, text=(*both[1:], *node.text[1:]), id=None if named else node.id)

    return mended(rewrite(paper, cut))


def wrap_in_section(paper: Document, author: Author) -> Document:
    return _at_one(
        paper,
        author,
        lambda node: _is_block(node) and not isinstance(node, Section),
        lambda node: Section(author.line(), (node,)),  # type: ignore[arg-type]
    )


def unwrap_section(paper: Document, author: Author) -> Document:
    def body(node: Node) -> object:
        return node.body if isinstance(node, Section) else node

    return _at_one(paper, author, lambda node: isinstance(node, Section), body)


def headings_of_its_own(paper: Document, author: Author) -> Document:
    scheme = (Sample(Numeral.ARABIC), Sample(Numeral.LOWER_LETTER, "(", ")"), None)

    def change(node: Node) -> object:
        assert isinstance(node, Section)
        return replace(node, headings=None if node.headings else scheme, numbered=not node.numbered)

    return _at_one(paper, author, lambda node: isinstance(node, Section), change)


def edit_rows(paper: Document, author: Author) -> Document:
    def change(node: Node) -> object:
        assert isinstance(node, Table)
        rows = [*node.rows]
        at = author.chance.randrange(len(rows))
        how = author.chance.randrange(6)
        plain = not any(cell.rows > 1 for row in rows for cell in row.cells)
        if how == 0 and plain and len(rows) > 1:
            del rows[at]
        elif how == 1 and plain:
            rows.insert(at, author.row(len(node.columns)))
        elif how == 2 and plain:
            author.chance.shuffle(rows)
        elif how == 3 and plain:
            return replace(
                node,
                columns=(*node.columns, Column(w("More"))),
                rows=tuple(row if row.group else replace(row, cells=(*row.cells, author.cell())) for row in rows),
            )
        elif how == 4:
            return replace(node, caption=() if node.caption else author.line(), landscape=not node.landscape)
        elif not rows[at].group:
            cells = [*rows[at].cells]
            one = author.chance.randrange(len(cells))
            cells[one] = replace(cells[one], text=author.cell().text)
            rows[at] = replace(rows[at], cells=tuple(cells))
        return replace(node, rows=tuple(rows))

    return _at_one(paper, author, lambda node: isinstance(node, Table), change)


def edit_items(paper: Document, author: Author) -> Document:
    def change(node: Node) -> object:
        assert isinstance(node, List)
        items = [*node.items]
        at = author.chance.randrange(len(items))
        how = author.chance.randrange(5)
        if how == 0 and len(items) > 1:
            del items[at]
        elif how == 1:
            items.insert(at, author.item(1))
        elif how == 2:
            author.chance.shuffle(items)
        elif how == 3:
            return replace(node, style=author.chance.choice(STYLES))
        else:
            items[at] = replace(items[at], under=None if items[at].under else author.list(0))
        return replace(node, items=tuple(items))

    return _at_one(paper, author, lambda node: isinstance(node, List), change)


def edit_figure(paper: Document, author: Author) -> Document:
    def change(node: Node) -> object:
        assert isinstance(node, Figure)
        return replace(author.figure(), id=node.id, caption=author.chance.choice([node.caption, author.line(), ()]))

    return _at_one(paper, author, lambda node: isinstance(node, Figure), change)


def edit_front(paper: Document, author: Author) -> Document:
    other = author.paper()
    names = "title subtitle symbol agenda date status presenter toc summary kind distribution"
    name = author.chance.choice(names.split())
    return replace(paper, **{name: getattr(other, name)})


def edit_annexes(paper: Document, author: Author) -> Document:
    annexes = [*paper.annexes]
    how = author.chance.randrange(3)
    if how == 0 and annexes:
        del annexes[author.chance.randrange(len(annexes))]
    elif how == 1:
        author.chance.shuffle(annexes)
    else:
        annexes.insert(author.chance.randint(0, len(annexes)), author.annex())
    return replace(paper, annexes=tuple(annexes))


EDITS: Sequence[Callable[[Document, Author], Document]] = (
    *(change_words, break_line, change_look, write_anew, add_passage, drop_inline),
    *(insert_block, delete_block, move_block, split_paragraph, join_paragraphs),
    *(wrap_in_section, unwrap_section, headings_of_its_own),
    *(edit_rows, edit_rows, edit_items, edit_figure, edit_front, edit_annexes),
)
