"""A numbered paper -> what each of its ids is called: the kind of thing, its number, and the annex it stands in."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from enum import Enum

from neaspec_docs.diagnostics.span import Span
from neaspec_docs.model.block import Figure, Paragraph, Section, Slide, Table
from neaspec_docs.model.document import Annex, Document
from neaspec_docs.model.inline import Inlines, Reference, plain
from neaspec_docs.model.node import Anchored, Node, Number
from neaspec_docs.model.walk import nodes


class Kind(Enum):
    """What a reference can lead to; the value is how a diagnostic calls it."""

    SECTION = "section"
    AGENDA_ITEM = "agenda item"
    PARAGRAPH = "paragraph"
    TABLE = "table"
    FIGURE = "figure"
    ANNEX = "annex"
    APPENDIX = "appendix"
    SLIDE = "slide"
    OTHER = "block"


@dataclass(frozen=True, slots=True)
class Label:
    """What one id stands for.

    `annex` is the annex around it, None in the body; `title` are a heading's words, "" where a reference in it is still
    to be answered. `whole`: an annex that is another
    paper, with numbers of its own.
    """

    kind: Kind
    anchor: str
    at: Span
    number: Number | None = None
    title: str = ""
    annex: "Label | None" = None
    whole: bool = False

    @property
    def around(self) -> "tuple[Label, ...]":
        """Return the annexes that it stands in, the outermost first."""
        return (*self.annex.around, self.annex) if self.annex is not None else ()


def of(document: Document) -> Mapping[str, Label]:
    """Return the labels of a paper by id; those of papers annexed whole are under `meeting/paper#id`."""
    labels = dict(_within(document.body, None))
    written = (annex for annex in document.annexes if isinstance(annex, Annex))
    for annex, around in zip(written, annexes(document), strict=True):
        if annex.id is not None:
            labels[annex.id] = around
        if annex.document is None:
            labels |= _within(annex.body, around)
        else:
            name = annex.document.name
            labels[name] = around
            for id, label in of(annex.document).items():
                key = id if "/" in id else f"{name}#{id}"
                labels.setdefault(key, _further_in(label, around))
    return labels


def _further_in(label: Label, around: Label) -> Label:
    """Return the label of a thing that stands, with the annexes about it, in one annex more."""
    return replace(label, annex=around if label.annex is None else _further_in(label.annex, around))


def words(title: Inlines) -> str:
    """Return the words by which a title can be cited; "" where a reference in it is still to be answered.

    Else titles could say each other without end.
    """
    return "" if any(not found.children for found in nodes(title, Reference)) else plain(title)


def annexes(document: Document) -> tuple[Label, ...]:
    """Return the label of each annex, in their order."""
    return tuple(_annex(annex) for annex in document.annexes if isinstance(annex, Annex))


def _annex(annex: Annex) -> Label:
    kind = Kind.APPENDIX if annex.appendix else Kind.ANNEX
    return Label(kind, annex.anchor, annex.at, annex.number, plain(annex.title), whole=annex.document is not None)


def _within(tree: tuple[Node, ...], annex: Label | None) -> Iterator[tuple[str, Label]]:
    for node in nodes(tree, Anchored):
        if node.id is not None:
            yield node.id, _label(node, annex)


def _label(node: Anchored, annex: Label | None) -> Label:
    match node:
        case Section(title=title, number=number, of_agenda=of_agenda):
            kind = Kind.AGENDA_ITEM if of_agenda else Kind.SECTION
            return Label(kind, node.anchor, node.at, number, words(title), annex)
        case Paragraph(number=number):
            return Label(Kind.PARAGRAPH, node.anchor, node.at, number, "", annex)
        case Table(number=number, caption=caption):
            return Label(Kind.TABLE, node.anchor, node.at, number, plain(caption), annex)
        case Figure(number=number, caption=caption):
            return Label(Kind.FIGURE, node.anchor, node.at, number, plain(caption), annex)
        case Slide(title=title, number=number):
            return Label(Kind.SLIDE, node.anchor, node.at, number, plain(title), annex)
        case _:
            return Label(Kind.OTHER, node.anchor, node.at, None, "", annex)
