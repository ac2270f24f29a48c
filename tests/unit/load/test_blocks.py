"""Every block of the format, as the manual writes it -> the block it is."""

from collections.abc import Callable
from datetime import date, time
from decimal import Decimal

import pytest

from neaspec_docs.load.blocks import BLOCKS
from neaspec_docs.model import type_word
from neaspec_docs.model.block import (
    Align,
    Block,
    Box,
    Cell,
    Chart,
    ChartType,
    Column,
    Day,
    Documents,
    Figure,
    Item,
    List,
    PageBreak,
    Panel,
    Panels,
    Paragraph,
    Participants,
    Programme,
    Quote,
    Row,
    Section,
    Series,
    Session,
    Slide,
    Table,
    TableNote,
    Unnumbered,
)
from neaspec_docs.model.document import Annex, AnnexedPaper, Footnote
from neaspec_docs.model.inline import Bullets, FootnoteCall, Inlines, Prose, Text, Words
from neaspec_docs.model.node import Node
from neaspec_docs.model.scheme import Mark, Numeral, Sample
from neaspec_docs.model.walk import nodes


def t(text: str) -> Inlines:
    return (Text(text),)


def w(text: str) -> Prose:
    return (Words(t(text)),)


def cells(*texts: str) -> tuple[Cell, ...]:
    return tuple(Cell(w(text)) for text in texts)


CASES: dict[str, tuple[str, Block]] = {
    "section": (
        """\
- section: Introduction
  id: intro
  headings: ["1.1.", ""]
  numbered: false
  body:
    - section: Mandate""",
        Section(
            t("Introduction"),
            (Section(t("Mandate")),),
            (Sample(Numeral.ARABIC, composite=True), None),
            numbered=False,
            id="intro",
        ),
    ),
    "para": (
        """\
- para: |
    The plan was adopted in 2016.
    One sentence a line.
  id: adoption
  body:
    - list: [first, second]
      style: (a)
    - text: A second, unnumbered part.""",
        Paragraph(
            w("The plan was adopted in 2016. One sentence a line."),
            (
                List((Item(w("first")), Item(w("second"))), Sample(Numeral.LOWER_LETTER, "(", ")")),
                Unnumbered(w("A second, unnumbered part.")),
            ),
            id="adoption",
        ),
    ),
    "text": ("- text: An unnumbered paragraph.", Unnumbered(w("An unnumbered paragraph."))),
    "list": (
        """\
- list:
    - first
    - text: second
      id: two
      list: [nested one, nested two]
      style: dash
    - - third
  style: bullet""".replace("- - third", "- third"),
        List(
            (
                Item(w("first")),
                Item(w("second"), List((Item(w("nested one")), Item(w("nested two"))), Mark.DASH), id="two"),
                Item(w("third")),
            ),
            Mark.BULLET,
        ),
    ),
    "quote": ("- quote: A passage set in.", Quote(w("A passage set in."))),
    "box": (
        "- box: A passage in a frame.\n  title: Good practice",
        Box(t("Good practice"), w("A passage in a frame.")),
    ),
    "table": (
        """\
- table: "Threatened species in each country"
  id: redlist
  columns:
    - Country
    - {title: Mammals, align: right, width: 20%}
    - {title: Total, align: right, total: true, format: "1,000"}
  rows:
    - [China, 74, 74]
    - [Mongolia, 1.10, NO]
  remark: (Last updated 19 March 2020)
  note: The groups have not all been assessed.
  source: IUCN, 2020
  landscape: false
  row_heads: true
  notes: {a: Estimated., b: Since 2019.}""",
        Table(
            t("Threatened species in each country"),
            (
                Column(w("Country")),
                Column(w("Mammals"), Align.RIGHT, Decimal(20)),
                Column(w("Total"), Align.RIGHT, total=True, format="1,000"),
            ),
            (Row(cells("China", "74", "74")), Row(cells("Mongolia", "1.10", "NO"))),
            (TableNote("a", w("Estimated.")), TableNote("b", w("Since 2019."))),
            w("(Last updated 19 March 2020)"),
            w("The groups have not all been assessed."),
            w("IUCN, 2020"),
            row_heads=True,
            id="redlist",
        ),
    ),
    "table: spans": (
        """\
- table: Evaluation of the plan
  columns: ["", {title: Area, columns: [Land, {title: Sea, align: right}]}]
  rows:
    - {group: Key achievement, id: key}
    - [{text: Air pollution, rows: 2}, {text: "x[^a]", cols: 2}]
    - ["", {text: 10:00, head: true}]""",
        Table(
            t("Evaluation of the plan"),
            (Column(()), Column(w("Area"), columns=(Column(w("Land")), Column(w("Sea"), Align.RIGHT)))),
            (
                Row((Cell(w("Key achievement"), head=True),), group=True, id="key"),
                Row(
                    (
                        Cell(w("Air pollution"), rows=2),
                        Cell((Words((Text("x"), FootnoteCall("a"))),), cols=2),
                    )
                ),
                Row((Cell(()), Cell(w("10:00"), head=True))),
            ),
        ),
    ),
    "figure: chart": (
        """\
- figure: Stakeholder response on performance
  id: performance
  chart:
    type: column
    unit: percentage
    categories: [Unsatisfactory, Partially met, Met]
    series:
      - {name: Coordinated actions, values: [1.4, 20.3, null], labels: ["1.4 (1)", "20.3 (15)", ""]}
  note: So it is.""",
        Figure(
            t("Stakeholder response on performance"),
            Chart(
                ChartType.COLUMN,
                "percentage",
                ("Unsatisfactory", "Partially met", "Met"),
                (
                    Series(
                        "Coordinated actions",
                        (Decimal("1.4"), Decimal("20.3"), None),
                        ("1.4 (1)", "20.3 (15)", ""),
                    ),
                ),
            ),
            note=w("So it is."),
            id="performance",
        ),
    ),
    "figure: panels": (
        """\
- figure: ""
  panels:
    - {title: Biodiversity, items: [Urban biodiversity, Data]}
    - {text: A box of running text over the whole width., wide: true}""",
        Figure(
            (),
            Panels(
                (
                    Panel(t("Biodiversity"), (t("Urban biodiversity"), t("Data"))),
                    Panel((), text=w("A box of running text over the whole width."), wide=True),
                )
            ),
        ),
    ),
    "programme": (
        """\
- programme:
    - day: 2020-08-06
      timezone: GMT+9
      sessions:
        - {time: 14:00-14:15, title: Opening, items: [Opening remarks]}
        - {time: 14:15–16:50, title: Session 1, text: What it aims at., items: [A]}
        - {time: 16:50-17:00, break: Coffee, text: In the garden.}
        - {time: 17:00-18:00, title: Talk, speakers: Ms. A, parallel: true}
        - {time: 18:00, title: End, speakers: [Ms. A, Mr. B], items: [A], text: And then.}""",
        Programme(
            (
                Day(
                    date(2020, 8, 6),
                    "GMT+9",
                    (
                        Session(time(14), time(14, 15), t("Opening"), parts=(Bullets((t("Opening remarks"),)),)),
                        Session(
                            time(14, 15),
                            time(16, 50),
                            t("Session 1"),
                            parts=(Words(t("What it aims at.")), Bullets((t("A"),))),
                        ),
                        Session(time(16, 50), time(17), t("Coffee"), parts=w("In the garden."), pause=True),
                        Session(time(17), time(18), t("Talk"), (t("Ms. A"),), parallel=True),
                        Session(
                            time(18),
                            None,
                            t("End"),
                            (t("Ms. A"), t("Mr. B")),
                            (Bullets((t("A"),)), Words(t("And then."))),
                        ),
                    ),
                ),
            )
        ),
    ),
    "participants": ("- participants: true", Participants()),
    "documents": ("- documents: true\n  id: list", Documents(id="list")),
    "documents: of an agenda item": ("- documents: plan", Documents("plan")),
    "page_break": ("- page_break: true", PageBreak()),
    "slide": (
        "- slide: Members\n  id: members\n  body:\n    - text: Six.\n  notes: |\n    Name them.\n\n    Thank them.",
        Slide(t("Members"), (Unnumbered(w("Six.")),), (*w("Name them."), *w("Thank them.")), id="members"),
    ),
    "slide: opens a part": ("- slide: Members", Slide(t("Members"))),
}


@pytest.mark.parametrize(("written", "meant"), CASES.values(), ids=CASES.keys())
def test_a_block(block: Callable[[str], Block], written: str, meant: Block) -> None:
    assert block(written) == meant


def test_every_block_is_shown_here() -> None:
    assert {name.partition(":")[0] for name in CASES} == BLOCKS.keys()


@pytest.mark.parametrize(("name", "meant"), [(name, meant) for name, (_, meant) in CASES.items()], ids=CASES.keys())
def test_a_block_is_called_by_the_key_that_names_it(name: str, meant: Block) -> None:
    assert type_word.key(meant) == name.partition(":")[0]


def test_a_block_has_the_word_that_scripts_know() -> None:
    """The outline's words, but for those of annexes and footnotes, and those of the blocks that it passes over."""
    words = {type_word.of(meant) for _, meant in CASES.values()}
    assert words == (BLOCKS.keys() - {"para"}) | {"paragraph"}
    assert type_word.of(Annex(())) == type_word.of(AnnexedPaper("m/p")) == "annex"
    assert type_word.of(Footnote("one", ())) == "footnote"


@pytest.mark.parametrize("written", [written for written, _ in CASES.values()], ids=CASES.keys())
def test_every_node_has_its_place(block: Callable[[str], Block], written: str) -> None:
    placeless = [node for node in nodes(block(written)) if not node.at.file]
    assert placeless == []


def test_a_block_stands_at_its_first_key(block: Callable[[str], Block]) -> None:
    read = block("- section: A\n  body:\n    - table: T\n      columns: [B]\n      rows: [[c]]")
    assert isinstance(read, Section)
    (table,) = read.body
    assert isinstance(table, Table)
    places: list[Node] = [read, *read.title, table, *table.columns, *table.rows, *table.rows[0].cells]
    assert [(node.at.line, node.at.column, node.at.length) for node in places] == [
        (4, 5, 7),
        (4, 14, 1),
        (6, 9, 5),
        (7, 19, 1),
        (8, 16, 3),
        (8, 17, 1),
    ]
