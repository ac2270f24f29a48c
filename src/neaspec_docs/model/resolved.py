"""A paper with every number and every reference answered: what templates get."""

from dataclasses import dataclass

from neaspec_docs.model.document import Document, Meeting, Purpose
from neaspec_docs.model.inline import Inlines


@dataclass(frozen=True, slots=True)
class Listed:
    """A line of a meeting's list of documents; `item` is the number of its agenda item, from 1."""

    paper: str
    symbol: str | None
    title: Inlines
    item: int | None = None
    item_title: Inlines = ()
    purpose: Purpose | None = None


@dataclass(frozen=True, slots=True)
class Resolved:
    """A paper ready for its template.

    In `document` every section, paragraph, item, table, figure and annex that has a number carries it, every block
    its anchor, every reference its answer, every footnote call its number (the first also the note), and facts are
    text. `register` lists the meeting's documents in their order.
    """

    document: Document
    meeting: Meeting
    register: tuple[Listed, ...]
