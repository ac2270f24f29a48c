"""Each footnote stands on the page of its call, and captions and headings with what they head, wherever pages break."""

import io
import random
from dataclasses import replace

import pypdf
import pytest
from every_block import LONG, MEETING, PAPER, para, row, t, w

from neaspec_docs.diagnostics.diagnostic import Severity
from neaspec_docs.model.block import Block, Cell, Column, Item, List, Section, Table
from neaspec_docs.model.inline import FootnoteCall, Inline, Text
from neaspec_docs.model.node import Number
from neaspec_docs.model.page import Layout, Written
from neaspec_docs.model.resolved import Resolved
from neaspec_docs.model.scheme import Mark
from neaspec_docs.project import Project
from neaspec_docs.render.page import render
from neaspec_docs.write.pdf.writer import write


def laid_out(body: tuple[Block, ...], project: Project) -> tuple[Written, Layout]:
    paper = replace(PAPER, title=t("Pages"), body=body, annexes=(), toc=False, summary=())
    page, faults = render(Resolved(paper, MEETING, ()), project)
    assert page is not None, faults
    written = write(page, project)
    assert written.layout is not None
    return written, written.layout


class Writer:
    """Writes a paper full of notes, by chance but always the same for a seed."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)  # noqa: S311 -- chance, not secrecy
        self.notes = 0

    def note(self) -> FootnoteCall:
        self.notes += 1
        length = self.chance.choice([0, 0, 0, 1, 2])
        return FootnoteCall(f"n{self.notes}", self.notes, f"fn.n{self.notes}", w("See there. ", LONG * length))

    def paragraph(self, number: int) -> Block:
        parts: list[str | Inline] = [LONG * self.chance.randint(0, 2), "Words"]
        for _ in range(self.chance.choice([0, 0, 1, 1, 2, 3])):
            parts += [self.note(), " and more", LONG * self.chance.randint(0, 1)]
        return para(number, *parts)

    def table(self, number: int) -> Table:
        caption = (Text("Figures"), self.note())
        rows = [
            row(f"t{number}.{at}", "a", LONG * self.chance.randint(0, 1)) for at in range(self.chance.randint(1, 9))
        ]
        rows.append(row(f"t{number}.end", "b", Cell(w("cell", self.note()))))
        columns = (Column(w("A")), Column(w("B")))
        return Table(caption, columns, tuple(rows), number=Number(str(number), str(number)), anchor=f"t{number}")

    def body(self) -> tuple[Block, ...]:
        blocks: list[Block] = []
        for number in range(1, 30):
            if self.chance.random() < 0.1:
                blocks.append(Section((Text("Heading"), self.note()), anchor=f"h{number}"))
            if self.chance.random() < 0.1:
                blocks.append(self.table(number))
            blocks.append(self.paragraph(number))
        return tuple(blocks)


@pytest.mark.parametrize("seed", [1, 8, 10, 11, 14, 17])
def test_each_note_is_on_the_page_of_its_call(project: Project, seed: int) -> None:
    """With each of these seeds WeasyPrint, left to itself, puts a note on the page after its call."""
    writer = Writer(seed)
    written, layout = laid_out(writer.body(), project)
    calls: dict[str, int] = {}
    for number, page in enumerate(pypdf.PdfReader(io.BytesIO(written.data)).pages, start=1):
        for link in page.get("/Annots", ()):
            calls.setdefault(str(link.get_object().get("/Dest")), number)
    assert len(calls) == writer.notes > 20
    assert {name: layout.places[name] for name in calls} == calls


def test_notes_longer_than_a_page_are_said_to_be(project: Project) -> None:
    note = FootnoteCall("n1", 1, "fn.n1", w(LONG * 30))
    written, _ = laid_out((para(1, "A line."), para(2, "Called here.", note)), project)
    (fault,) = written.diagnostics
    assert fault.message == "in the PDF: the notes of page 3 are longer than the page"
    assert fault.severity is Severity.WARNING


ITEMS = List((Item(w(LONG), anchor="under"),), Mark.BULLET, anchor="list")
TABLE = Table(
    t("Caption"),
    (Column(w("A")), Column(w("B"))),
    (row("under", "a", LONG), *(row(f"r{at}", "a", "b") for at in range(9))),
    anchor="table",
)


@pytest.mark.parametrize("block", [ITEMS, TABLE, para(1, LONG, anchor="under")], ids=["list", "table", "paragraph"])
def test_nothing_that_heads_something_is_left_at_the_foot_of_a_page(project: Project, block: Block) -> None:
    """So many lines before them bring heading, caption and what they head to the page's end in each possible way."""
    pages: set[int] = set()
    for lines in range(12, 34):
        filler = tuple(para(number, "A line.") for number in range(100, 100 + lines))
        _, layout = laid_out((*filler, Section(t("Heading"), (block,), anchor="heading")), project)
        assert layout.places["heading"] == layout.places["under"], lines
        pages.add(layout.places["heading"])
    assert pages == {1, 2}
