"""Boxes, summaries and quotations of the Page -> paragraphs in one frame, or set in.

Paragraphs with the same borders and indents share one frame in Word. A list stands further in and would break it, and
a box right below another would run into it: these become a table of one cell.
"""

from xml.etree.ElementTree import Element

from neaspec_docs.write.docx import paragraphs, revisions, rows
from neaspec_docs.write.docx.flow import Flow
from neaspec_docs.write.docx.list_styles import IN_BOX
from neaspec_docs.write.docx.lists import Lists
from neaspec_docs.write.docx.stylesheet import Area
from neaspec_docs.write.docx.wordml import style_of, w
from neaspec_docs.write.styled import classes

_STYLES = {"box": ("BoxTitle", "BoxText"), "summary": ("SummaryTitle", "SummaryText")}

_ABOVE, _BELOW = 120, 240
"""The space above and below a box, in twentieths of a point."""


def write(flow: Flow, lists: Lists, box: Element, column: Area) -> None:
    """Add an `aside` to the flow; a table, where it needs one, takes the column."""
    kind = next((kind for kind in sorted(classes(box)) if kind in _STYLES), None)
    if kind is None:
        flow.manuscript.unknown(box, "the text")
    title, text = _STYLES[kind or "box"]
    flow.wait(box)
    if box.find("ul") is not None or box.find("ol") is not None or _touching(flow, text, box):
        _table(flow, lists, box, column)
    else:
        flow.leave(_ABOVE)
        for part in box:
            flow.paragraph(title if part.get("class") == "box-title" else text, part)
    flow.leave(_BELOW)


def quotation(flow: Flow, lists: Lists, quote: Element) -> None:
    """Add a `blockquote` to the flow."""
    flow.wait(quote)
    for part in quote:
        if part.tag in ("ul", "ol"):
            lists.write(flow, part, 1)
        else:
            paragraphs.write(flow, part, "Quote")


def _touching(flow: Flow, style: str, box: Element) -> bool:
    """Return whether a box of the same style ends right above, in a version that has this one too."""
    seen, versions = flow.manuscript.revisions.seen, revisions.seen(revisions.of(box))
    above = next((written for written in reversed(flow.root) if seen(written) & versions), None)
    return above is not None and style_of(above) == style


def _table(flow: Flow, lists: Lists, box: Element, column: Area) -> None:
    cell = w("tc", w("tcPr", w("tcW", w=column.width, type="dxa")))
    inside = flow.within(cell)
    for part in box:
        if part.tag in ("ul", "ol"):
            lists.write(inside, part, shapes=IN_BOX)
        else:
            title = part.get("class") == "box-title"
            inside.paragraph("BoxCellTitle" if title else "BoxCellText", part)
    inside.finish()
    table = rows.table(flow, "BoxTable", column, [column.width])
    table.append(w("tr", cell))
    flow.manuscript.revisions.mark_row(table[-1], box)
    flow.table(table, revisions.of(box))
