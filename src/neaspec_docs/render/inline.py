"""Inlines of a resolved paper -> XHTML of the Page (docs/page.md, "Inside a paragraph")."""

import re
from itertools import pairwise
from typing import assert_never

from markupsafe import Markup, escape

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

_SPACE = re.compile(r"[ \t\r\n]+")


def markup(inlines: Inlines) -> Markup:
    """Return the XHTML of a line of text; two footnote marks in a row get a raised comma between them."""
    if not inlines:
        return Markup()
    parts = [_markup(inlines[0])]
    for before, node in pairwise(inlines):
        if isinstance(before, FootnoteCall) and isinstance(node, FootnoteCall):
            parts.append(Markup("<sup>, </sup>"))
        parts.append(_markup(node))
    return Markup().join(parts)


def without_marks(inlines: Inlines) -> Inlines:
    """Return the text without the marks of its notes, as a list of contents shows it."""
    return rewrite(inlines, lambda node: () if isinstance(node, FootnoteCall | TableNoteCall) else node)


def in_capitals(inlines: Inlines) -> Inlines:
    """Return the text in capitals; code, addresses and the text of footnotes stay as they are."""
    notes = {node.name: node for node in nodes(inlines) if isinstance(node, FootnoteCall) and node.note is not None}

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


def _markup(node: Inline) -> Markup:
    match node:
        case Text(value):
            return escape(_SPACE.sub(" ", value))
        case Emphasis(children):
            return Markup("<em>{}</em>").format(markup(children))
        case Strong(children):
            return Markup("<strong>{}</strong>").format(markup(children))
        case Subscript(children):
            return Markup("<sub>{}</sub>").format(markup(children))
        case Superscript(children):
            return Markup("<sup>{}</sup>").format(markup(children))
        case Code(value):
            return Markup("<code>{}</code>").format(_SPACE.sub(" ", value))
        case LineBreak():
            return Markup("<br/>")
        case Link(href, children):
            words = markup(without_marks(children))
            return Markup('<a class="link" href="{}">{}</a>').format(href, words) + _marks(children)
        case Reference(children=children, answer=answer):
            if answer is None:
                raise ValueError("a reference without an answer reached the page")
            return _reference(answer, children) + _marks(children)
        case FootnoteCall():
            return _footnote(node)
        case TableNoteCall(name):
            return Markup('<sup class="mark">{}</sup>').format(name)
        case Fact():
            raise ValueError("a fact without its value reached the page")
        case _:
            assert_never(node)


def _marks(children: Inlines) -> Markup:
    """Return the footnote marks inside a link, to stand after it: a note is no part of what one clicks on."""
    return markup(tuple(node for node in nodes(children) if isinstance(node, FootnoteCall | TableNoteCall)))


def _reference(answer: Answer, children: Inlines) -> Markup:
    words = markup(without_marks(children)) if children else _said(answer)
    if answer.paper is not None:
        tag = Markup('<span class="ref" data-paper="{}" data-anchor="{}">{}</span>')
        return tag.format(answer.paper, answer.anchor, words)
    return Markup('<a class="ref" href="#{}">{}</a>').format(answer.anchor, words)


def _said(answer: Answer) -> Markup:
    parts: list[Markup] = []
    for part in answer.parts:
        match part:
            case Repeated(anchor, what, value) if answer.paper is None:
                live = Markup('<span class="live" data-anchor="{}" data-what="{}">{}</span>')
                parts.append(live.format(anchor, what.value, value))
            case Said(value) | Repeated(_, _, value):
                parts.append(escape(value))
            case _:
                assert_never(part)
    return Markup().join(parts)


def _footnote(call: FootnoteCall) -> Markup:
    if call.note is None:
        mark = Markup('<a class="noteref" href="#{0}" data-number="{1}">{1}</a>')
        return mark.format(call.anchor, call.number)
    passages = Markup().join(
        Markup('<span class="passage">{}</span>').format(markup(line)) for line in paragraphs(call.note)
    )
    note = Markup('<span class="footnote" id="{}" data-number="{}">{}</span>')
    return note.format(call.anchor, call.number, passages)
