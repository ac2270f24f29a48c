"""A resolved paper -> its outline: every numbered thing and every reference, in the order they are read."""

from collections.abc import Iterator
from dataclasses import dataclass

from neaspec_docs.diagnostics.span import Span
from neaspec_docs.language.words import Words, words
from neaspec_docs.model import type_word
from neaspec_docs.model.block import Figure, Paragraph, Section, Slide, Table
from neaspec_docs.model.document import Annex, Document
from neaspec_docs.model.inline import FootnoteCall, Reference, plain, plain_prose
from neaspec_docs.model.node import Node, Number
from neaspec_docs.model.resolved import Resolved
from neaspec_docs.model.walk import nodes


@dataclass(frozen=True, slots=True)
class Entry:
    """A section, paragraph, table, figure, footnote, annex or slide.

    `number` is as printed, `label` what a reference reads as, both None where there is none; `text` is plain.
    """

    type: str
    id: str | None
    number: str | None
    label: str | None
    at: Span
    level: int | None = None
    title: str | None = None
    text: str | None = None


@dataclass(frozen=True, slots=True)
class Cited:
    """A reference: the full name of what it leads to ("som-24/report#redlist"), and what it reads as."""

    target: str
    text: str
    at: Span


@dataclass(frozen=True, slots=True)
class Outline:
    """The entries and the references of one paper."""

    paper: str
    symbol: str | None
    title: str
    entries: tuple[Entry, ...]
    references: tuple[Cited, ...]


def of(resolved: Resolved) -> Outline:
    """Return the outline of a paper, its annexes and the papers annexed to it included."""
    document = resolved.document
    read = tuple(nodes(document))
    owners = dict(_owners(document))
    said = words(document.language)
    return Outline(
        document.name,
        document.symbol,
        plain(document.title),
        tuple(entry for node in read for entry in _entry(node, said)),
        tuple(_cited(node, owners[id(node)]) for node in read if isinstance(node, Reference)),
    )


def _owners(document: Document) -> Iterator[tuple[int, str]]:
    """Give the name of the paper that each reference stands in; an annexed paper is read after its host."""
    for node in nodes(document):
        if isinstance(node, Reference):
            yield id(node), document.name
    for annex in document.annexes:
        if isinstance(annex, Annex) and annex.document is not None:
            yield from _owners(annex.document)


def _cited(node: Reference, paper: str) -> Cited:
    target = node.paper or paper
    text = plain(node.children) or (node.answer.text if node.answer else "")
    return Cited(f"{target}#{node.target}" if node.target else target, text, node.at)


def _entry(node: Node, said: Words) -> Iterator[Entry]:
    match node:
        case Section(title=title, number=number, id=id, level=level, of_agenda=of_agenda):
            label = _label(said.cited_item if of_agenda else said.section, number) or plain(title)
            yield Entry(type_word.of(node), id, _printed(number), label, node.at, level, plain(title))
        case Paragraph(text=text, number=number, id=id):
            cited = _label(said.paragraph, number)
            yield Entry(type_word.of(node), id, _printed(number), cited, node.at, text=plain_prose(text))
        case Table(caption=caption, number=number, id=id):
            cited = _label(said.cited_table, number)
            yield Entry(type_word.of(node), id, _printed(number), cited, node.at, title=plain(caption) or None)
        case Figure(caption=caption, number=number, id=id):
            cited = _label(said.cited_figure, number)
            yield Entry(type_word.of(node), id, _printed(number), cited, node.at, title=plain(caption) or None)
        case Annex(title=title, number=number, id=id, appendix=appendix):
            cited = _label(said.cited_appendix if appendix else said.cited_annex, number)
            alone = said.cited_only_appendix if appendix else said.cited_only_annex
            yield Entry(type_word.of(node), id, _printed(number), cited or alone, node.at, title=plain(title) or None)
        case Slide(title=title, number=number, id=id):
            cited = _label(said.slide, number)
            yield Entry(type_word.of(node), id, _printed(number), cited, node.at, title=plain(title))
        case FootnoteCall(name=name, number=int(count), note=note) if note is not None:
            label = said.footnote.format(count)
            yield Entry("footnote", name, str(count), label, node.at, text=plain_prose(note))
        case _:
            return


def _printed(number: Number | None) -> str | None:
    return number.printed if number else None


def _label(phrase: str, number: Number | None) -> str | None:
    return phrase.format(number.cited) if number else None
