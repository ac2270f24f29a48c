"""A resolved paper with every block and every inline in it, and the words to build another, for several folders."""

from dataclasses import replace
from datetime import date, time
from decimal import Decimal

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
    Image,
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
from neaspec_docs.model.document import (
    AgendaItem,
    Annex,
    Delegation,
    Document,
    Meeting,
    Person,
    Standing,
    Status,
)
from neaspec_docs.model.inline import (
    Answer,
    Bullets,
    Code,
    Emphasis,
    FootnoteCall,
    Inline,
    Inlines,
    LineBreak,
    Link,
    Live,
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
from neaspec_docs.model.node import Number
from neaspec_docs.model.resolved import Listed
from neaspec_docs.model.scheme import Mark, Numeral, Sample

LONG = (
    "The member States reviewed the activities carried out in the five programmatic areas, took note of the "
    "findings of the independent evaluation and the stakeholder survey, and asked the Secretariat to bring the "
    "remaining work into line with the goals agreed at the previous session, within the means of the Core Fund. "
)


def t(text: str) -> Inlines:
    return (Text(text),)


def w(*parts: str | Inline) -> Prose:
    return (Words(tuple(Text(part) if isinstance(part, str) else part for part in parts)),)


def para(number: int, *parts: str | Inline, body: tuple[Block, ...] = (), anchor: str = "") -> Paragraph:
    return Paragraph(w(*parts), body, number=Number(f"{number}.", str(number)), anchor=anchor or f"para-{number}")


def note(number: int, *parts: str | Inline) -> FootnoteCall:
    return FootnoteCall(f"n{number}", number, f"fn.n{number}", w(*parts))


def ref(said: str, value: str, anchor: str, what: Live = Live.NUMBER) -> Reference:
    return Reference(None, anchor, answer=Answer((Said(said), Repeated(anchor, what, value)), anchor))


def row(anchor: str, *cells: str | Cell) -> Row:
    return Row(tuple(c if isinstance(c, Cell) else Cell(w(c) if c else ()) for c in cells), anchor=anchor)


REDLIST = Table(
    (Text("Threatened species in each country"), note(6, "A note called from a caption.")),
    (
        Column(w("Country")),
        *(
            Column(w(name), align=Align.RIGHT)
            for name in (
                "Mammals",
                "Birds",
                "Reptiles",
                "Amphibians",
                "Fishes",
                "Molluscs",
                "Other inverts",
                "Plants",
                "Chromists",
                "Total",
            )
        ),
    ),
    tuple(
        row(f"redlist.r{at}", name, *(str((at * 37 + column * 53) % 240) for column in range(9)), f"1,{at}47")
        for at, name in enumerate(
            (
                "China",
                "Democratic People’s Republic of Korea",
                "Japan",
                "Mongolia",
                "Republic of Korea",
                "Russian Federation",
            ),
            start=1,
        )
    ),
    remark=w("(Last updated 19 March 2020)"),
    note=w("The groups have not all been assessed."),
    source=w("IUCN Red List, summary statistics, 2020."),
    row_heads=True,
    number=Number("1", "1"),
    anchor="redlist",
)

EVALUATION = Table(
    t("Evaluation of the plan by area"),
    (
        Column(w("Area", note(7, "A note called from a head that is repeated."))),
        Column(w("Implementation"), columns=(Column(w("Activity")), Column(w("Rating")))),
        Column(w("Year"), align=Align.RIGHT),
        Column(w("Remarks", TableNoteCall("a"))),
    ),
    (
        Row((Cell(w("Key achievements of the area")),), group=True, anchor="evaluation.g1"),
        row(
            "evaluation.r1",
            Cell(w("Air pollution"), rows=2),
            "Modelling of the movement of pollutants across borders",
            "Partially met",
            "2018",
            Cell((Words(t(LONG)), Bullets((t("first finding"), t("second finding"))))),
        ),
        row(
            "evaluation.r2",
            "Emission inventories shared among the six countries",
            "Minimally met",
            Cell(w("2019", TableNoteCall("b"))),
            LONG + LONG,
        ),
        Row((Cell(w("Other work")),), group=True, anchor="evaluation.g2"),
        *(
            row(f"evaluation.r{at}", f"Area {at}", "Peer reviews of cities", "Fully met", str(2000 + at), LONG)
            for at in range(3, 12)
        ),
    ),
    notes=(
        TableNote("a", w("Remarks as given by the evaluator.")),
        TableNote("b", w("Estimated.")),
    ),
    number=Number("2", "2"),
    anchor="evaluation",
)

BARE = Table(
    (),
    (Column(()), Column(())),
    (row("bare.r1", "Air pollution", "Goal 3"), row("bare.r2", Cell(w("Low carbon cities"), head=True), "Goal 11")),
    anchor="bare",
)

LANDSCAPE = Table(
    t("Plan of work"),
    tuple(Column(w(title)) for title in ("Output", "Activities", "Partners", "2021", "2022", "2023", "Resources")),
    tuple(
        row(
            f"work.r{at}",
            f"Output {at}",
            LONG,
            "Member States, ESCAP, Ramsar Regional Center East Asia",
            "x",
            "x",
            "",
            "$120,000",
        )
        for at in range(1, 9)
    ),
    landscape=True,
    number=Number("3", "3"),
    anchor="work",
)

PERFORMANCE = Figure(
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
            Series("Knowledge", (Decimal("2.8"), Decimal(19), Decimal("78.2"))),
        ),
    ),
    note=w("74 persons answered."),
    number=Number("1", "1"),
    anchor="performance",
)

PANELS = Figure(
    t("New issues suggested"),
    Panels(
        (
            Panel(t("Biodiversity"), items=(t("Urban biodiversity"), t("Data"))),
            Panel(t("Cities"), items=(t("Waste"), t("Transport"), t("Building stock"))),
            Panel(t("Land"), items=(t("Grassland"),)),
            Panel((), text=w("A box of running text over the whole width. ", LONG), wide=True),
        )
    ),
    alt="The issues in three groups, and what they have in common",
    number=Number("2", "2"),
    anchor="issues",
)

MAP = Figure(
    t("The Tumen estuary"),
    Image("content/som-24/images/map.png", 480, 200),
    alt="Map of the estuary and its three wetlands",
    source=w("Secretariat."),
    number=Number("3", "3"),
    anchor="map",
)

TIMETABLE = Programme(
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
                    parts=(Words(t("What the session aims at.")), Bullets((t("Presentation"), t("Comments")))),
                ),
                Session(time(16, 50), time(17), t("Coffee"), pause=True),
                Session(time(18), None, t("Conclusions"), (t("Ms. A. Example"), t("Mr. B"))),
            ),
            anchor="day-1",
        ),
    ),
    anchor="timetable",
)

LISTS = List(
    (
        Item(
            w("first, with a list under it:"),
            List(
                (
                    Item(w("nested one"), number=Number("(i)", "(i)"), anchor="list.1.1"),
                    Item(w("nested two, ", LONG), number=Number("(ii)", "(ii)"), anchor="list.1.2"),
                ),
                Sample(Numeral.LOWER_ROMAN, "(", ")"),
                anchor="list.1.u",
            ),
            number=Number("(a)", "(a)"),
            anchor="list.1",
        ),
        Item((*w("second, ", LONG), *w("with a second paragraph")), number=Number("(b)", "(b)"), anchor="list.2"),
    ),
    Sample(Numeral.LOWER_LETTER, "(", ")"),
    anchor="list",
)

BULLETS = List(
    (Item(w("a bullet"), List((Item(w("a dash")),), Mark.DASH)), Item(w("another bullet: ", LONG))),
    Mark.BULLET,
    anchor="bullets",
)

EVERY_INLINE = (
    "H",
    Subscript(t("2")),
    "O, 20 m",
    Superscript(t("3")),
    ", ",
    Emphasis(t("italic")),
    " and ",
    Strong((Text("bold "), Emphasis(t("italic")))),
    ", ",
    Code("a < b"),
    ", a broken",
    LineBreak(),
    "line, ",
    Link("https://www.unescap.org/?a=1&b=2", t("a link")),
    ", 中文, 日本語, 한국어, Улаанбаатар, ",
    Emphasis(t("丹頂鶴")),
    ".",
)

BODY = (
    Section(
        (Text("Introduction"), note(2, "A note called from a heading.")),
        (
            para(1, LONG, note(3, "See ", ref("paragraph ", "2", "inlines"), ". ", LONG), body=(LISTS,)),
            para(2, *EVERY_INLINE, anchor="inlines"),
            para(
                3,
                "Cited again",
                FootnoteCall("n3", 3, "fn.n3"),
                " and two in a row",
                note(4, "Four."),
                note(5, "Five."),
            ),
            Section(
                t("Mandate"),
                (
                    para(
                        4,
                        "As ",
                        ref("paragraph ", "2", "inlines"),
                        " says, ",
                        ref("", "Purpose", "purpose", Live.TITLE),
                        ", ",
                        ref("Table ", "1", "redlist"),
                        " and ",
                        Reference(
                            "nfp-2/background",
                            "survey",
                            answer=Answer((Said("NEASPEC/NFP-2/1, paragraph 11"),), "survey", "nfp-2/background"),
                        ),
                        "; ",
                        Reference(None, "redlist", children=t("the table"), answer=Answer((), "redlist")),
                        ".",
                        body=(
                            Unnumbered(w("A second, unnumbered part of the same paragraph."), anchor="part"),
                            Quote((*w("A passage set in. ", LONG), *w("And its end.")), anchor="quote"),
                        ),
                    ),
                    Section(t("Deeper"), (para(5, LONG),), number=Number("1.", "1"), anchor="deeper"),
                    Section(
                        t("Deepest"),
                        (
                            Section(
                                t("Under it"),
                                (para(6, LONG), Section(t("At the bottom"), anchor="bottom")),
                                number=Number("(a)", "(a)"),
                                anchor="under",
                            ),
                        ),
                        number=Number("2.", "2"),
                        anchor="deepest",
                    ),
                ),
                number=Number("A.", "A"),
                anchor="mandate",
            ),
            Section(
                t("Purpose"),
                (Unnumbered(w(LONG), anchor="purpose-text"), BULLETS),
                number=Number("B.", "B"),
                anchor="purpose",
            ),
        ),
        number=Number("I.", "I"),
        anchor="intro",
    ),
    Section(
        t("Findings of the stakeholder survey and of the independent evaluation of the Strategic Plan"),
        (
            REDLIST,
            EVALUATION,
            Box(t("Good practice"), w(LONG, note(8, "A note called from a box.")), anchor="box"),
            Box((), w("A box without a title."), anchor="box-2"),
            BARE,
            LANDSCAPE,
            para(7, LONG * 3),
            PERFORMANCE,
            PANELS,
            MAP,
        ),
        number=Number("II.", "II"),
        anchor="findings",
        headings=(Sample(Numeral.ARABIC, composite=True), None),
    ),
    Section(
        t("Meeting"),
        (TIMETABLE, Participants(anchor="people"), PageBreak(anchor="break"), Documents(anchor="papers")),
        numbered=False,
        anchor="meeting",
    ),
)

ANNEXED = Document(
    "nfp-2/background",
    "paper",
    t("Background for the Strategic Plan"),
    symbol="NEASPEC/NFP-2/1",
    headings=(Sample(Numeral.ARABIC),),
    summary=w("What the background says."),
    body=(
        Section(
            t("Survey"),
            (
                para(1, LONG, anchor="nfp-2/background:survey-1"),
                replace(
                    BARE,
                    caption=t("A table"),
                    rows=(row("nfp-2/background:t.r1", "Air pollution", "Goal 3"),),
                    number=Number("1", "1"),
                    anchor="nfp-2/background:t",
                ),
            ),
            number=Number("1.", "1"),
            anchor="nfp-2/background:survey",
        ),
    ),
    annexes=(
        Annex(
            t("Questionnaire"),
            (Unnumbered(w("Questions."), anchor="nfp-2/background:q"),),
            anchor="nfp-2/background:questionnaire",
            appendix=True,
        ),
    ),
)

PAPER = Document(
    "som-24/strategic-plan",
    "paper",
    (Text("NEASPEC Strategic Plan 2021–2025"), note(1, "A note called from the title.")),
    subtitle=t("Note by the Secretariat"),
    symbol="NEASPEC/SOM(24)/5",
    agenda="plan",
    distribution="General",
    status=Status.DRAFT,
    date=date(2020, 9, 30),
    presenter=t("the Secretariat"),
    toc=True,
    summary=(*w("What the paper says. ", LONG), *w("And more.")),
    body=BODY,
    annexes=(
        Annex(
            t("Survey results"),
            (Section(t("Method"), (para(1, LONG, anchor="annex-1"),), number=Number("I.", "I"), anchor="method"),),
            number=Number("I", "I"),
            anchor="results",
        ),
        Annex((), document=ANNEXED, number=Number("II", "II"), anchor="background"),
    ),
)

SLIDES = Document(
    "som-24/overview",
    "slides",
    t("Cranes of the steppe"),
    subtitle=t("What was counted"),
    presenter=t("A. N. Example, Officer"),
    status=Status.DRAFT,
    body=(
        Slide(t("Lakes"), number=Number("2", "2"), anchor="lakes"),
        Slide(
            (Text("Pairs at "), Emphasis(t("two")), Text(" lakes")),
            (
                Unnumbered(w("As ", ref("slide ", "2", "lakes"), " says:"), anchor="body.2.1"),
                replace(BULLETS, anchor="body.2.2"),
                replace(LISTS, anchor="body.2.3"),
            ),
            notes=(*w("Say why."), *w("And ", Strong(t("when")), ".")),
            number=Number("3", "3"),
            anchor="pairs",
        ),
        Slide(t("A table"), (replace(BARE, anchor="body.3.1"),), number=Number("4", "4"), anchor="body.3"),
        Slide(t("A chart"), (replace(PERFORMANCE, anchor="body.4.1"),), number=Number("5", "5"), anchor="body.4"),
        Slide(t("Panels"), (replace(PANELS, anchor="body.5.1"),), number=Number("6", "6"), anchor="body.5"),
        Slide(t("A map"), (replace(MAP, anchor="body.6.1"),), w("Point."), number=Number("7", "7"), anchor="body.6"),
    ),
)

MEETING = Meeting(
    "som-24",
    "Senior Officials Meeting (SOM) of NEASPEC",
    "SOM-24",
    date(2020, 10, 12),
    date(2020, 10, 13),
    "Virtual meeting",
    ("som-24/strategic-plan", "som-24/report"),
    organization=("United Nations", "Economic and Social Commission for Asia and the Pacific"),
    session=24,
    agenda=(AgendaItem("opening", t("Opening")), AgendaItem("plan", t("NEASPEC Strategic Plan 2021–2025"))),
    participants=(
        Delegation("Japan", (Person("Ms. A. Example", "Director", "Ministry of the Environment"), Person("Mr. B"))),
        Delegation("Mongolia", (Person("Mr. C. Example", "", "Ministry of Environment"),)),
        Delegation("Friends of Herons", (Person("Ms. D. Example", "Chair"),), Standing.OBSERVER),
    ),
)

REGISTER = (
    Listed("som-24/strategic-plan", "NEASPEC/SOM(24)/5", t("NEASPEC Strategic Plan 2021–2025"), 2, t("Plan")),
    Listed("som-24/report", None, t("Report of the Meeting")),
)
