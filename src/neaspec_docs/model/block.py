"""What a paper is made of, block by block. Fields stand in the order in which they are read."""

from dataclasses import dataclass
from datetime import date as Date  # noqa: N812 -- a field is called date
from datetime import time
from decimal import Decimal
from enum import Enum
from typing import TypeAlias

from neaspec_docs.model.inline import Bullets, Inlines, Prose, Words
from neaspec_docs.model.node import Anchored, Node, Number
from neaspec_docs.model.scheme import Scheme, Style


@dataclass(frozen=True, slots=True)
class Section(Anchored):
    """A heading and what stands under it; `headings` numbers the levels below it, in place of the paper's.

    `level` counts from 1; like `number` it is assigned by resolve. `of_agenda`: it is headed by an item of the
    agenda, and cited as that.
    """

    title: Inlines
    body: "Blocks" = ()
    headings: Scheme | None = None
    numbered: bool = True
    level: int = 0
    number: Number | None = None
    of_agenda: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph(Anchored):
    """A numbered paragraph (`para`): its text, and what else belongs to it."""

    text: Prose
    body: "Blocks" = ()
    number: Number | None = None


@dataclass(frozen=True, slots=True)
class Unnumbered(Anchored):
    """A paragraph without a number (`text`)."""

    text: Prose


@dataclass(frozen=True, slots=True)
class Item(Anchored):
    """One item of a list, and the list under it."""

    text: Prose
    under: "List | None" = None
    number: Number | None = None


@dataclass(frozen=True, slots=True)
class List(Anchored):
    """A list of items, marked in one style."""

    items: tuple[Item, ...]
    style: Style


@dataclass(frozen=True, slots=True)
class Quote(Anchored):
    """A passage set in."""

    text: Prose


@dataclass(frozen=True, slots=True)
class Box(Anchored):
    """A passage in a frame, with or without a title."""

    title: Inlines
    text: Prose


class Align(Enum):
    """Where the text of a column stands."""

    LEFT = "left"
    RIGHT = "right"
    CENTER = "center"


@dataclass(frozen=True, slots=True)
class Column(Node):
    """A column, or a head over several: then `columns` holds them and the rest stands there.

    `width` is in per cent of the table; `total` says that each row's number here is the sum of its others;
    `format` is a sample such as "1,000".
    """

    title: Prose
    align: Align | None = None
    width: Decimal | None = None
    total: bool = False
    format: str | None = None
    columns: tuple["Column", ...] = ()


@dataclass(frozen=True, slots=True)
class Cell(Node):
    """A cell, over so many rows and columns; `head` says that it names what stands beside or below it."""

    text: Prose
    rows: int = 1
    cols: int = 1
    head: bool = False


@dataclass(frozen=True, slots=True)
class Row(Anchored):
    """A row of a table: the cells that begin in it. `group`: one cell across the whole table, a head of rows."""

    cells: tuple[Cell, ...]
    group: bool = False


@dataclass(frozen=True, slots=True)
class TableNote(Node):
    """A table's own note, marked with a small letter."""

    name: str
    text: Prose


@dataclass(frozen=True, slots=True)
class Table(Anchored):
    """A table: caption, columns, rows, and what stands below it. An empty caption has no number."""

    caption: Inlines
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    notes: tuple[TableNote, ...] = ()
    remark: Prose = ()
    note: Prose = ()
    source: Prose = ()
    landscape: bool = False
    row_heads: bool = False
    number: Number | None = None


class ChartType(Enum):
    """How a chart shows its values."""

    COLUMN = "column"
    BAR = "bar"
    STACKED_COLUMN = "stacked-column"
    STACKED_BAR = "stacked-bar"
    LINE = "line"
    PIE = "pie"


@dataclass(frozen=True, slots=True)
class Series(Node):
    """One row of values, a value a category (None: missing), with what is printed on them in place of the value."""

    name: str
    values: tuple[Decimal | None, ...]
    labels: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Chart(Node):
    """Values by category and series."""

    type: ChartType
    unit: str
    categories: tuple[str, ...]
    series: tuple[Series, ...]


@dataclass(frozen=True, slots=True)
class Panel(Node):
    """A box of short items or of running text; a wide one takes the row."""

    title: Inlines
    items: tuple[Inlines, ...] = ()
    text: Prose = ()
    wide: bool = False


@dataclass(frozen=True, slots=True)
class Panels(Node):
    """Boxes side by side."""

    panels: tuple[Panel, ...]


@dataclass(frozen=True, slots=True)
class Image(Node):
    """A picture: its path below the project's folder, and its size in pixels."""

    path: str
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Figure(Anchored):
    """A chart, panels or an image with its caption. An empty caption has no number."""

    caption: Inlines
    content: Chart | Panels | Image
    alt: str = ""
    remark: Prose = ()
    note: Prose = ()
    source: Prose = ()
    number: Number | None = None


@dataclass(frozen=True, slots=True)
class Session(Node):
    """One entry of a timetable; `end` may be open; `parts` are its text and items in the order written.

    A `pause` is a break in the meeting: coffee, lunch, the night. A `parallel` one is held beside another.
    """

    start: time
    end: time | None
    title: Inlines
    speakers: tuple[Inlines, ...] = ()
    parts: tuple[Words | Bullets, ...] = ()
    pause: bool = False
    parallel: bool = False


@dataclass(frozen=True, slots=True)
class Day(Anchored):
    """One day of a timetable; `timezone` is as written ("GMT+9") or empty."""

    date: Date
    timezone: str
    sessions: tuple[Session, ...]


@dataclass(frozen=True, slots=True)
class Programme(Anchored):
    """A meeting's timetable."""

    days: tuple[Day, ...]


@dataclass(frozen=True, slots=True)
class Participants(Anchored):
    """The list of participants, from meeting.yaml."""


@dataclass(frozen=True, slots=True)
class Documents(Anchored):
    """The list of the meeting's documents, from the register; of one agenda item, by its id, or of all."""

    item: str | None = None


@dataclass(frozen=True, slots=True)
class PageBreak(Anchored):
    """What follows begins a page."""


@dataclass(frozen=True, slots=True)
class Slide(Anchored):
    """A slide: its title, what stands on it, what the speaker says; without a body it opens a part.

    Its number counts from the title slide, which is 1 and made of the paper and its meeting.
    """

    title: Inlines
    body: "Blocks" = ()
    notes: Prose = ()
    number: Number | None = None


Block: TypeAlias = (
    Section
    | Paragraph
    | Unnumbered
    | List
    | Quote
    | Box
    | Table
    | Figure
    | Programme
    | Participants
    | Documents
    | PageBreak
    | Slide
)
Blocks: TypeAlias = tuple[Block, ...]
