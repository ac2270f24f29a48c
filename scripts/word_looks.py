"""The looks of a paper, as tables -> styles.xml of the Word template. The measures are those of templates/style.css."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from neaspec_docs.write.docx.wordml import Markup, w
from neaspec_docs.write.languages import EAST_ASIAN_FONT


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


def _paragraph_style(id: str, style: Style) -> Markup:
    element = w("style", w("name", val=style.name), type="paragraph", styleId=id)
    if style.based is None:
        element.set("w:default", "1")
    if not style.built_in:
        element.set("w:customStyle", "1")
    if style.based is not None:
        element.append(w("basedOn", val=style.based))
    if style.next is not None:
        element.append(w("next", val=style.next))
    element.extend((w("qFormat"), w("pPr", *_shape(style)), w("rPr", *_type(style))))
    return element


def _shape(style: Style) -> Iterator[Markup]:
    """Yield the properties of the paragraph in their schema's order (ISO/IEC 29500-1, 17.3.1.26)."""
    if style.keep:
        yield w("keepNext")
        yield w("keepLines")
    if style.page:
        yield w("pageBreakBefore")
    if style.based is None:
        yield w("widowControl")
    if style.listed is not None:
        yield w("numPr", w("ilvl", val=style.listed[1]), w("numId", val=style.listed[0]))
    if style.frame is not None:
        sides = ("top", "left", "bottom", "right")
        yield w("pBdr", *(w(side, val="single", sz=4, space=style.frame, color="auto") for side in sides))
    if style.name == "header":
        yield w("pBdr", w("bottom", val="single", sz=4, space=3, color="auto"))
    if style.tabs:
        yield w("tabs", *(_tab(kind, place) for kind, place in style.tabs))
    if style.based is None:
        yield w("suppressAutoHyphens")
    spacing: dict[str, int | str] = {}
    if style.before is not None or style.based is None:
        spacing["before"] = style.before or 0
    if style.after is not None or style.based is None:
        spacing["after"] = style.after or 0
    if style.line is not None:
        spacing |= (
            {"line": points(style.line), "lineRule": "exact"} if style.line else {"line": 240, "lineRule": "auto"}
        )
    if spacing:
        yield w("spacing", **spacing)
    lengths = {"left": style.left, "right": style.right, "hanging": style.hanging}
    if given := {side: length for side, length in lengths.items() if length is not None}:
        yield w("ind", **given)
    if style.align is not None:
        yield w("jc", val=style.align)
    if style.outline is not None:
        yield w("outlineLvl", val=style.outline)


def _tab(kind: str, place: int) -> Markup:
    return w("tab", val="right", leader="dot", pos=place) if kind == "dots" else w("tab", val=kind, pos=place)


def _type(style: Style) -> Iterator[Markup]:
    for tag, value in (("b", style.bold), ("i", style.italic)):
        if value is not None:
            yield from (w(tag), w(f"{tag}Cs")) if value else (w(tag, val=0), w(f"{tag}Cs", val=0))
    if style.size is not None:
        yield from (w("sz", val=round(style.size * 2)), w("szCs", val=round(style.size * 2)))


def _character_style(id: str, name: str, *look: Markup, own: bool = True) -> Markup:
    element = w("style", w("name", val=name), type="character", styleId=id)
    if own:
        element.set("w:customStyle", "1")
    element.extend((w("basedOn", val="DefaultParagraphFont"), w("qFormat"), w("rPr", *look)))
    return element


def _character_styles() -> list[Markup]:
    courier = w("rFonts", ascii="Courier New", hAnsi="Courier New", cs="Courier New")
    return [
        w(
            "style",
            w("name", val="Default Paragraph Font"),
            w("uiPriority", val=1),
            w("semiHidden"),
            w("unhideWhenUsed"),
            type="character",
            default=1,
            styleId="DefaultParagraphFont",
        ),
        _character_style("FootnoteReference", "footnote reference", w("vertAlign", val="superscript"), own=False),
        _character_style("Hyperlink", "Hyperlink", w("color", val="003F87"), own=False),
        _character_style("Code", "Code", courier, w("sz", val=18), w("szCs", val=18)),
        _character_style("Lead", "Lead of a note", w("i"), w("iCs")),
        _character_style("NoteMark", "Mark of a table note", w("i"), w("iCs"), w("vertAlign", val="superscript")),
        _character_style("DraftMark", "Draft mark", w("b"), w("bCs"), w("sz", val=18), w("szCs", val=18)),
    ]


def _cell_margins(top: float, side: float) -> Markup:
    sides = {"top": top, "left": side, "bottom": top, "right": side}
    return w("tblCellMar", *(w(name, w=points(length), type="dxa") for name, length in sides.items()))


def _rules(**weights: int) -> Markup:
    """Return borders of a table by their side, in eighths of a point."""
    return w(
        "tblBorders", *(w(side, val="single", sz=weight, space=0, color="auto") for side, weight in weights.items())
    )


def _table_style(id: str, name: str, *look: Markup, default: bool = False) -> Markup:
    element = w("style", w("name", val=name), type="table", styleId=id)
    if default:
        element.set("w:default", "1")
        element.extend((w("uiPriority", val=99), w("semiHidden"), w("unhideWhenUsed")))
    else:
        element.set("w:customStyle", "1")
        element.extend((w("basedOn", val="TableNormal"), w("qFormat")))
    element.append(w("tblPr", *look))
    return element


def _table_styles() -> list[Markup]:
    return [
        _table_style("TableNormal", "Normal Table", w("tblInd", w=0, type="dxa"), _cell_margins(0, 5.4), default=True),
        _table_style("ReportTable", "Report table", _rules(top=4, bottom=8), _cell_margins(2, 3)),
        _table_style("LayoutTable", "Layout table", _cell_margins(0, 0)),
        _table_style(
            "PanelTable",
            "Panel table",
            _rules(top=4, left=4, bottom=4, right=4, insideH=4, insideV=4),
            _cell_margins(4, 6),
        ),
        _table_style("BoxTable", "Box table", _rules(top=4, left=4, bottom=4, right=4), _cell_margins(6, 9)),
        w(
            "style",
            w("name", val="No List"),
            w("uiPriority", val=99),
            w("semiHidden"),
            w("unhideWhenUsed"),
            type="numbering",
            default=1,
            styleId="NoList",
        ),
    ]


def styles() -> Markup:
    """Return the root of styles.xml."""
    roman = "Times New Roman"
    defaults = w(
        "docDefaults",
        w(
            "rPrDefault",
            w(
                "rPr",
                w("rFonts", ascii=roman, eastAsia=EAST_ASIAN_FONT, hAnsi=roman, cs=roman),
                w("lang", val="en-GB", eastAsia="zh-CN", bidi="ar-SA"),
            ),
        ),
        w("pPrDefault"),
    )
    paragraphs = [_paragraph_style(id, style) for id, style in STYLES.items()]
    return w("styles", defaults, *paragraphs, *_character_styles(), *_table_styles())
