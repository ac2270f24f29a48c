"""Inlines of a resolved paper -> XHTML of the Page (docs/page.md, "Inside a paragraph")."""

from html import escape
from typing import assert_never

from markupsafe import Markup

from neaspec_docs.model.inline import (
    Answer,
    Bullets,
    Code,
    Emphasis,
    Fact,
    FootnoteCall,
    Inline,
    Inlines,
    LineBreak,
    Link,
    Prose,
    Reference,
    Repeated,
    Said,
    Strong,
    Subscript,
    Superscript,
    TableNoteCall,
    Text,
    Words,
)
from neaspec_docs.model.node import Node
from neaspec_docs.model.walk import nodes, rewrite
from neaspec_docs.render.white_space import single


def markup(inlines: Inlines) -> Markup:
    """Return the XHTML of a line of text; two footnote marks in a row get a raised comma between them."""
    return Markup(_line(inlines))  # noqa: S704 -- each part escapes what was typed


def without_marks(inlines: Inlines) -> Inlines:
    """Return the text without the marks of its notes, as a list of contents shows it."""
    return rewrite(inlines, lambda _: (), FootnoteCall, TableNoteCall)


def in_capitals(inlines: Inlines) -> Inlines:
    """Return the text in capitals; code, addresses and the text of footnotes stay as they are."""
    notes = {node.name: node for node in nodes(inlines, FootnoteCall) if node.note is not None}

    def capital(node: Node) -> Node:
        match node:
            case Text(value):
                return Text(value.upper(), at=node.at)
            case FootnoteCall(name=name, note=note) if note is not None:
                return notes[name]
            case _:
                return node

    return rewrite(inlines, capital)


def paragraphs(prose: Prose) -> tuple[Inlines, ...]:
    """Return each paragraph of the text; a line of a list begins with a dash where no list can stand."""
    lines: list[Inlines] = []
    for passage in prose:
        match passage:
            case Words(children):
                lines.append(children)
            case Bullets(items):
                lines.extend((Text("– "), *item) for item in items)
            case _:
                assert_never(passage)
    return tuple(lines)


def _line(inlines: Inlines) -> str:
    parts: list[str] = []
    before: Inline | None = None
    for node in inlines:
        if isinstance(node, FootnoteCall) and isinstance(before, FootnoteCall):
            parts.append("<sup>, </sup>")
        parts.append(_part(node))
        before = node
    return "".join(parts)


def _part(node: Inline) -> str:
    match node:
        case Text(value):
            return escape(single(value))
        case Emphasis(children):
            return f"<em>{_line(children)}</em>"
        case Strong(children):
            return f"<strong>{_line(children)}</strong>"
        case Subscript(children):
            return f"<sub>{_line(children)}</sub>"
        case Superscript(children):
            return f"<sup>{_line(children)}</sup>"
        case Code(value):
            return f"<code>{escape(single(value))}</code>"
        case LineBreak():
            return "<br/>"
        case Link(href, children):
            return f'<a class="link" href="{escape(href)}">{_line(without_marks(children))}</a>{_marks(children)}'
        case Reference(children=children, answer=answer):
            if answer is None:
                raise ValueError("a reference without an answer reached the page")
            return _reference(answer, children) + _marks(children)
        case FootnoteCall():
            return _footnote(node)
        case TableNoteCall(name):
            return f'<sup class="mark">{escape(name)}</sup>'
        case Fact():
            raise ValueError("a fact without its value reached the page")
        case _:
            assert_never(node)


def _marks(children: Inlines) -> str:
    """Return the footnote marks inside a link, to stand after it: a note is no part of what one clicks on."""
    return _line(tuple(nodes(children, FootnoteCall, TableNoteCall)))


def _reference(answer: Answer, children: Inlines) -> str:
    words = _line(without_marks(children)) if children else _said(answer)
    if answer.paper is not None:
        target = f'data-paper="{escape(answer.paper)}" data-anchor="{escape(answer.anchor)}"'
        return f'<span class="ref" {target}>{words}</span>'
    return f'<a class="ref" href="#{escape(answer.anchor)}">{words}</a>'


def _said(answer: Answer) -> str:
    parts: list[str] = []
    for part in answer.parts:
        match part:
            case Repeated(anchor, what, value) if answer.paper is None:
                live = f'<span class="live" data-anchor="{escape(anchor)}" data-what="{what.value}">'
                parts.append(f"{live}{escape(value)}</span>")
            case Said(value) | Repeated(_, _, value):
                parts.append(escape(value))
            case _:
                assert_never(part)
    return "".join(parts)


def _footnote(call: FootnoteCall) -> str:
    anchor = escape(call.anchor)
    if call.note is None:
        return f'<a class="noteref" href="#{anchor}" data-number="{call.number}">{call.number}</a>'
    passages = "".join(f'<span class="passage">{_line(line)}</span>' for line in paragraphs(call.note))
    return f'<span class="footnote" id="{anchor}" data-number="{call.number}">{passages}</span>'
