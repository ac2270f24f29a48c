"""What a line of text is made of. Fields stand in the order in which they are read."""

from dataclasses import dataclass
from enum import Enum
from typing import TypeAlias

from neaspec_docs.model.node import Node


@dataclass(frozen=True, slots=True)
class Text(Node):
    """Plain characters."""

    value: str


@dataclass(frozen=True, slots=True)
class Emphasis(Node):
    """Words in italics: `*so*`."""

    children: "Inlines"


@dataclass(frozen=True, slots=True)
class Strong(Node):
    """Words in bold: `**so**`."""

    children: "Inlines"


@dataclass(frozen=True, slots=True)
class Subscript(Node):
    """Lowered characters: `H~2~O`."""

    children: "Inlines"


@dataclass(frozen=True, slots=True)
class Superscript(Node):
    """Raised characters: `m^3^`."""

    children: "Inlines"


@dataclass(frozen=True, slots=True)
class Code(Node):
    """Characters as typed, in a fixed-width face."""

    value: str


@dataclass(frozen=True, slots=True)
class LineBreak(Node):
    """A line broken by a backslash at its end."""


@dataclass(frozen=True, slots=True)
class Link(Node):
    """Words that lead to an address outside the papers."""

    href: str
    children: "Inlines"


@dataclass(frozen=True, slots=True)
class Fact(Node):
    """A value stated once elsewhere: `{{ facts.core_fund.china | number }}`."""

    path: tuple[str, ...]
    filters: tuple[str, ...] = ()


class Form(Enum):
    """How much of a reference is said: "paragraph 7", "para. 7" or "7"."""

    FULL = "full"
    SHORT = "short"
    NUMBER = "number"


@dataclass(frozen=True, slots=True)
class Said(Node):
    """A part of an answered reference that stays as it is: "paragraph "."""

    value: str


class Live(Enum):
    """What a live part of an answered reference repeats of its target."""

    NUMBER = "number"
    TITLE = "title"


@dataclass(frozen=True, slots=True)
class Repeated(Node):
    """A part of an answered reference that repeats its target's number or title: "7"."""

    anchor: str
    what: Live
    value: str


@dataclass(frozen=True, slots=True)
class Answer:
    """What a reference reads as, and where it leads.

    `anchor` is in this paper where `paper` is None, else in the paper named; "" is that paper's beginning.
    """

    parts: tuple[Said | Repeated, ...]
    anchor: str
    paper: str | None = None

    @property
    def text(self) -> str:
        """Return the words, as plain text: "Annex I, Table 1"."""
        return "".join(part.value for part in self.parts)


@dataclass(frozen=True, slots=True)
class Reference(Node):
    """A cross-reference: `[](#adoption "short")`, `[](nfp-2/background#findings)`, `[own words](#adoption)`.

    `paper` is another paper's full name or None, `target` an id or None for the paper as a whole.
    """

    paper: str | None
    target: str | None
    form: Form = Form.FULL
    children: "Inlines" = ()
    answer: Answer | None = None


@dataclass(frozen=True, slots=True)
class FootnoteCall(Node):
    """The mark of a footnote: `[^decision]`.

    resolve gives it the number that all calls of this name share, and to the first one the note's text.
    """

    name: str
    number: int | None = None
    anchor: str = ""
    note: "Prose | None" = None


@dataclass(frozen=True, slots=True)
class TableNoteCall(Node):
    """The mark of a table's own note, a small letter; resolve makes it of a FootnoteCall that a table answers."""

    name: str


Inline: TypeAlias = (
    Text
    | Emphasis
    | Strong
    | Subscript
    | Superscript
    | Code
    | LineBreak
    | Link
    | Fact
    | Reference
    | FootnoteCall
    | TableNoteCall
)
Inlines: TypeAlias = tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Words(Node):
    """One paragraph of running text."""

    children: Inlines


@dataclass(frozen=True, slots=True)
class Bullets(Node):
    """Lines of a cell that began with `- `."""

    items: tuple[Inlines, ...]


Passage: TypeAlias = Words | Bullets
Prose: TypeAlias = tuple[Passage, ...]
"""Text that may have several paragraphs: a cell, a footnote, a quotation."""


def plain(inlines: Inlines) -> str:
    """Return the characters that a reader would read aloud, without footnote marks."""
    return "".join([_plain(node) for node in inlines])


def plain_prose(prose: Prose) -> str:
    """Return the characters of several paragraphs, joined by spaces."""
    lines: list[str] = []
    for passage in prose:
        match passage:
            case Words(children):
                lines.append(plain(children))
            case Bullets(items):
                lines.extend(plain(item) for item in items)
    return " ".join(lines)


def _plain(node: Inline) -> str:
    match node:
        case Text() | Code():
            return node.value
        case Emphasis(children) | Strong(children) | Subscript(children) | Superscript(children):
            return plain(children)
        case Link(_, children):
            return plain(children)
        case Reference(children=children, answer=answer):
            return plain(children) if children else (answer.text if answer else "")
        case LineBreak():
            return " "
        case Fact() | FootnoteCall() | TableNoteCall():
            return ""
