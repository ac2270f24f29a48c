"""The looks of a paper's paragraphs, as tables, and of its page. The measures are those of templates/style.css."""

from dataclasses import dataclass, replace


def mm(length: float) -> int:
    """Return millimetres in twentieths of a point."""
    return round(length * 1440 / 25.4)


def points(length: float) -> int:
    """Return points in twentieths of a point."""
    return round(length * 20)


COLUMN = mm(20)
"""How far the text stands in from each margin; 170 mm less two of it is the measure of 130 mm."""

STEP = mm(10)
"""How far numbers hang, and how far each level of list stands in."""

PAGE = {"w": 11906, "h": 16838}
MARGINS = {"top": mm(20), "right": mm(20), "bottom": mm(35), "left": mm(20), "header": mm(11.5), "footer": mm(20)}
"""The running head and the space below it push the text down to 30 mm; the first page has none and begins at 20."""


@dataclass(frozen=True, slots=True)
class Style:
    """A paragraph style: lengths in twentieths of a point, type and lines in points; None is as its base has it."""

    name: str
    based: str | None = "Normal"
    size: float | None = None
    line: float | None = None
    before: int | None = None
    after: int | None = None
    left: int | None = None
    right: int | None = None
    hanging: int | None = None
    align: str | None = None
    bold: bool | None = None
    italic: bool | None = None
    keep: bool = False
    page: bool = False
    outline: int | None = None
    tabs: tuple[tuple[str, int], ...] = ()
    listed: tuple[int, int] | None = None
    frame: int | None = None
    next: str | None = None
    built_in: bool = False


def _column(name: str, **look: object) -> Style:
    """Return a style set in the column, as all text is."""
    return Style(name, **{"left": COLUMN, "right": COLUMN, **look})  # type: ignore[arg-type]


def _heading(level: int, size: float, line: float, before: float, after: float) -> Style:
    return _column(
        f"heading {level}",
        size=size,
        line=line,
        before=points(before),
        after=points(after),
        hanging=mm(4),
        align="left",
        bold=True,
        keep=True,
        outline=level - 1,
        listed=(1, level - 1),
        next="BodyText",
        built_in=True,
    )


def _listed(name: str, level: int, *, hanging: bool) -> Style:
    return _column(
        name if level == 1 else f"{name} {level}",
        left=COLUMN + STEP * level,
        hanging=STEP if hanging else None,
        after=points(3),
        align="both",
        built_in=True,
    )


def _contents(level: int) -> Style:
    return _column(
        f"toc {level}",
        line=14,
        left=COLUMN + STEP * level,
        hanging=STEP,
        tabs=(("left", COLUMN + STEP * level), ("dots", mm(170) - COLUMN)),
        align="left",
        built_in=True,
    )


CENTRED = {"align": "center", "left": 0, "right": 0}
BOX = mm(3.2)

STYLES: dict[str, Style] = {
    "Normal": Style("Normal", None, size=10, line=12, built_in=True),
    "BodyText": _column("Body Text", after=points(6), align="both", built_in=True),
    "NumberedParagraph": Style("Numbered paragraph", "BodyText", tabs=(("num", COLUMN + STEP),), listed=(2, 0)),
    "Heading1": _heading(1, 14, 17, 18, 9),
    "Heading2": _heading(2, 12, 15, 12, 6),
    "Heading3": _heading(3, 10, 12, 9, 4),
    "Heading4": _heading(4, 10, 12, 9, 4),
    "Heading5": replace(_heading(5, 10, 12, 9, 4), bold=None, italic=True),
    "AnnexHeading": _column(
        "Annex heading", size=14, line=17, after=points(9), bold=True, keep=True, page=True, outline=0, next="BodyText"
    ),
    "AnnexSymbol": _column("Annex symbol", after=points(6), bold=True, keep=True),
    "Title": _column(
        "Title", size=14, line=17, before=points(20), after=points(10), bold=True, keep=True, built_in=True
    ),
    "TitleCentred": Style("Title centred", "Title", before=points(22), after=points(18), align="center"),
    "Subtitle": _column("Subtitle", size=12, line=15, after=points(10), bold=True, built_in=True),
    "Presenter": _column("Presenter", after=points(10)),
    "Caption": _column("caption", before=points(9), after=points(4), bold=True, keep=True, built_in=True),
    "Quote": Style("Quote", "BodyText", left=COLUMN + STEP, right=COLUMN + STEP, built_in=True),
    "Figure": _column("Figure", line=0, after=points(4), align="center"),
    "BoxText": _column("Box text", left=COLUMN + BOX, right=COLUMN + BOX, after=points(6), align="both", frame=9),
    "BoxTitle": Style("Box title", "BoxText", align="left", bold=True, keep=True, next="BoxText"),
    "BoxCellText": Style("Box cell text", after=points(6), align="both"),
    "BoxCellTitle": Style("Box cell title", "BoxCellText", align="left", bold=True, next="BoxCellText"),
    "BoxCellList": Style("Box cell list", left=mm(5), hanging=mm(5), after=points(3), align="both"),
    "BoxCellList2": Style("Box cell list 2", "BoxCellList", left=mm(10), hanging=mm(5)),
    "BoxCellListContinue": Style("Box cell list continue", "BoxCellList", left=mm(5), hanging=0),
    "BoxCellListContinue2": Style("Box cell list continue 2", "BoxCellList", left=mm(10), hanging=0),
    "SummaryText": _column("Summary text", after=points(6), align="both", frame=9),
    "SummaryTitle": Style("Summary title", "SummaryText", align="center", italic=True, keep=True, next="SummaryText"),
    "Standing": _column(
        "Standing", size=12, line=15, before=points(15), after=points(3), bold=True, keep=True, next="Delegation"
    ),
    "Delegation": _column("Delegation", before=points(9), after=points(3), bold=True, keep=True, next="Person"),
    "Person": _column("Person", left=COLUMN + STEP, hanging=mm(5), after=points(2)),
    "TableText": Style("Table text", size=9, line=11),
    "TableHead": Style("Table head", "TableText", size=8.5, line=10, italic=True, keep=True),
    "TableRowHead": Style("Table row head", "TableText"),
    "TableGroup": Style("Table group", "TableText", before=points(3), bold=True, keep=True),
    "TableList": Style("Table list", "TableText", left=mm(4), hanging=mm(4)),
    "TableList2": Style("Table list 2", "TableText", left=mm(8), hanging=mm(4)),
    "TableListContinue": Style("Table list continue", "TableText", left=mm(4)),
    "TableListContinue2": Style("Table list continue 2", "TableText", left=mm(8)),
    "TableNote": _column("Table note", size=8.5, line=10, after=points(2), align="left"),
    "PanelTitle": Style("Panel title", "TableText", after=points(3), bold=True),
    "PanelText": Style("Panel text", "TableText", after=points(3)),
    "PanelList": Style("Panel list", "TableList", after=points(3)),
    "PanelList2": Style("Panel list 2", "TableList2", after=points(3)),
    "PanelListContinue": Style("Panel list continue", "TableListContinue", after=points(3)),
    "PanelListContinue2": Style("Panel list continue 2", "TableListContinue2", after=points(3)),
    "Spacer": Style("Spacer", size=1, line=1),
    "Organ": Style("Organ", size=14, line=16),
    "Symbol": Style("Symbol", size=14, line=16, align="right"),
    "SymbolAbove": Style("Symbol above a centred masthead", size=12, line=15, after=points(12), align="right"),
    "BodyName": Style("Body name", size=14, line=17, right=mm(8), bold=True),
    "Distribution": Style("Distribution", after=points(2)),
    "Meeting": Style("Meeting", size=12, line=15, bold=True, next="MeetingPlace"),
    "MeetingPlace": Style("Meeting place"),
    "AgendaItem": Style("Agenda item", before=points(3)),
    "AgendaTitle": Style("Agenda title", bold=True),
    "OrganCentred": Style("Organ centred", size=12, line=15, after=points(6), align="center"),
    "BodyNameCentred": Style("Body name centred", "OrganCentred"),
    "MeetingCentred": Style("Meeting centred", "OrganCentred", before=points(12)),
    "PlaceCentred": Style("Place centred", "OrganCentred", size=11, after=points(3)),
    "TOCHeading": _column(
        "TOC Heading", size=12, line=15, before=points(6), after=points(6), bold=True, keep=True, built_in=True
    ),
    "FootnoteText": _column("footnote text", size=9, line=10.5, tabs=(("left", COLUMN + mm(4)),), built_in=True),
    "Header": Style("header", size=9, line=11, before=mm(5), bold=True, after=mm(8.6), built_in=True),
    "HeaderFirst": Style("Header of the first page", size=9, line=9, align="right"),
    "Footer": Style("footer", size=9, line=11, bold=True, built_in=True),
}
for _level in range(1, 6):
    _suffix = "" if _level == 1 else str(_level)
    STYLES[f"ListNumber{_suffix}"] = _listed("List Number", _level, hanging=True)
    STYLES[f"ListBullet{_suffix}"] = _listed("List Bullet", _level, hanging=True)
    STYLES[f"ListContinue{_suffix}"] = _listed("List Continue", _level, hanging=False)
    STYLES[f"TOC{_level}"] = _contents(_level)
