"""The looks of scripts/word_looks.py -> styles.xml of the Word template (ISO/IEC 29500-1, 17.7)."""

from collections.abc import Iterator

from neaspec_docs.write.docx.wordml import Markup, w
from neaspec_docs.write.languages import EAST_ASIAN_FONT
from scripts.word_looks import STYLES, Style, points


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
