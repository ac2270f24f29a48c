"""A resolved paper -> the words that it must say, passage by passage; not by way of its templates."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import assert_never

from reading import tokens

from neaspec_docs.language.words import Words as Added
from neaspec_docs.language.words import words
from neaspec_docs.model.block import (
    Blocks,
    Box,
    Chart,
    Column,
    Documents,
    Figure,
    Image,
    List,
    PageBreak,
    Panels,
    Paragraph,
    Participants,
    Programme,
    Quote,
    Section,
    Slide,
    Table,
    Unnumbered,
)
from neaspec_docs.model.document import Annex, Document
from neaspec_docs.model.inline import (
    Bullets,
    Code,
    Emphasis,
    Fact,
    FootnoteCall,
    Inlines,
    LineBreak,
    Link,
    Prose,
    Reference,
    Strong,
    Subscript,
    Superscript,
    TableNoteCall,
    Text,
    Words,
)
from neaspec_docs.model.node import Number


@dataclass(frozen=True)
class Passage:
    """Words that stand together; before and after those that are `loose` a template may set others."""

    words: list[str]
    loose: bool = False


@dataclass
class Spoken:
    """What a paper says: its passages in order, its notes by number, what it says in place of pictures."""

    added: Added
    passages: list[Passage] = field(default_factory=list)
    notes: dict[str, list[str]] = field(default_factory=dict)
    pictures: list[list[str]] = field(default_factory=list)


def spoken(document: Document) -> Spoken:
    """Return what a paper says from its title on."""
    said = Spoken(words(document.language))
    title = _line(document.title, said)
    _say(said, title.upper() if document.kind == "report" else title)
    _say(said, _line(document.subtitle, said))
    if document.presenter:
        _say(said, said.added.presented_by.format(_line(document.presenter, said)))
    _summary(document.summary, said)
    _blocks(document.body, said)
    _annexes(document, said)
    return said


def _say(said: Spoken, text: str, *, loose: bool = False) -> None:
    if found := tokens(text):
        said.passages.append(Passage(found, loose))


def _annexes(document: Document, said: Spoken) -> None:
    for annex in document.annexes:
        assert isinstance(annex, Annex)
        one, several = ("only_appendix", "appendix") if annex.appendix else ("only_annex", "annex")
        _say(
            said, getattr(said.added, several).format(annex.number.cited) if annex.number else getattr(said.added, one)
        )
        _say(said, _line(annex.title or (annex.document.title if annex.document else ()), said))
        if annex.document is None:
            _blocks(annex.body, said)
        else:
            _say(said, annex.document.symbol or "")
            _summary(annex.document.summary, said)
            _blocks(annex.document.body, said)
            _annexes(annex.document, said)


def _summary(prose: Prose, said: Spoken) -> None:
    _say(said, said.added.summary if prose else "")
    _prose(prose, said)


def _blocks(blocks: Blocks, said: Spoken) -> None:
    for block in blocks:
        match block:
            case Section():
                _say(said, f"{_printed(block.number)}{_line(block.title, said)}")
                _blocks(block.body, said)
            case Paragraph():
                _say(said, _printed(block.number))
                _prose(block.text, said)
                _blocks(block.body, said)
            case Unnumbered() | Quote():
                _prose(block.text, said)
            case List():
                _list(block, said)
            case Box():
                _say(said, _line(block.title, said))
                _prose(block.text, said)
            case Table():
                _table(block, said)
            case Figure():
                _figure(block, said)
            case Programme() | Participants() | Documents() | Slide():
                _in_a_form_of_its_own(block, said)
            case PageBreak():
                pass
            case _:
                assert_never(block)


def _printed(number: Number | None) -> str:
    return f"{number.printed} " if number else ""


def _list(block: List, said: Spoken) -> None:
    for item in block.items:
        _say(said, _printed(item.number))
        _prose(item.text, said)
        if item.under:
            _list(item.under, said)


def _caption(block: Table | Figure, label: str, said: Spoken) -> None:
    caption = _line(block.caption, said)
    if block.number:
        caption = said.added.captioned.format(label=label.format(block.number.cited), caption=caption)
    _say(said, caption)


def _table(block: Table, said: Spoken) -> None:
    _caption(block, said.added.table, said)
    _heads(block.columns, said)
    for row in block.rows:
        for cell in row.cells:
            _prose(cell.text, said)
    for note in block.notes:
        _say(said, note.name)
        _prose(note.text, said)
    _below(block, said)


def _heads(columns: tuple[Column, ...], said: Spoken) -> None:
    for column in columns:
        _prose(column.title, said)
    if below := tuple(inner for column in columns for inner in column.columns):
        _heads(below, said)


def _below(block: Table | Figure, said: Spoken) -> None:
    _prose(block.remark, said)
    for lead, prose in ((said.added.note, block.note), (said.added.source, block.source)):
        _say(said, lead if prose else "")
        _prose(prose, said)


def _figure(block: Figure, said: Spoken) -> None:
    _caption(block, said.added.figure, said)
    match block.content:
        case Panels(panels):
            for panel in panels:
                _say(said, _line(panel.title, said))
                _prose(panel.text, said)
                for item in panel.items:
                    _say(said, _line(item, said))
        case Chart() | Image():
            said.pictures.append(tokens(block.alt))
        case _:
            assert_never(block.content)
    _below(block, said)


def _in_a_form_of_its_own(block: Programme | Participants | Documents | Slide, said: Spoken) -> None:
    """Say what is printed for sure; the template has words and a form for the rest."""
    sessions = [session for day in block.days for session in day.sessions] if isinstance(block, Programme) else []
    for session in sessions:
        for line in (session.title, *session.speakers):
            _say(said, _line(line, said), loose=True)
    said.passages.append(Passage([], loose=True))


def _prose(prose: Prose, said: Spoken) -> None:
    for passage in prose:
        match passage:
            case Words(children):
                _say(said, _line(children, said))
            case Bullets(items):
                for item in items:
                    _say(said, _line(item, said))
            case _:
                assert_never(passage)


def _line(inlines: Inlines, said: Spoken) -> str:
    return "".join(_words(inlines, said))


def _words(inlines: Inlines, said: Spoken) -> Iterator[str]:
    for node in inlines:
        match node:
            case Text(value) | Code(value):
                yield value
            case Emphasis(children) | Strong(children) | Link(_, children):
                yield from _words(children, said)
            case Subscript(children) | Superscript(children):
                yield f" {_line(children, said)} "
            case Reference(children=children, answer=answer):
                assert answer is not None
                yield _line(children, said) if children else answer.text
            case LineBreak():
                yield " "
            case FootnoteCall():
                yield f" {node.number} "
                if node.note is not None:
                    aside = Spoken(said.added)
                    _prose(node.note, aside)
                    said.notes[str(node.number)] = [word for passage in aside.passages for word in passage.words]
            case TableNoteCall(name):
                yield f" {name} "
            case Fact():
                raise AssertionError(node)
            case _:
                assert_never(node)
