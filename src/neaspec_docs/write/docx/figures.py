"""Tables and figures of the Page -> caption, what it stands over, and the notes below, kept together."""

from collections.abc import Sequence
from xml.etree.ElementTree import Element

from neaspec_docs.write.docx import captions, paragraphs, rows, tables
from neaspec_docs.write.docx.flow import BELOW_TABLE, Flow, Setting
from neaspec_docs.write.docx.lists import Lists
from neaspec_docs.write.docx.stylesheet import Area
from neaspec_docs.write.docx.wordml import Markup, w
from neaspec_docs.write.styled import classes, words

_ABOVE_NOTES = 80
"""The space between a table or figure and its notes, in twentieths of a point."""


def write(flow: Flow, lists: Lists, block: Element, area: Area, *, outset: bool) -> None:
    """Add a `div.table` or `div.figure` in this area; `outset`: caption and notes begin at the margin as it does."""
    parts = list(block)
    caption = block.find("p[@class='caption']")
    title = "" if caption is None else words(caption)
    if not any(captions.names(block, part) for part in block.iterfind("p[@class='caption']")):
        flow.wait(block)
    while parts:
        part = parts.pop(0)
        match part.tag:
            case "p" if "caption" in classes(part):
                captions.caption(flow, block, part, _to_margins(outset=outset))
            case "p":
                kept = [w("keepNext")] if parts else []
                paragraphs.write(flow, part, "TableNote", [*kept, *_to_margins(outset=outset)])
            case "table":
                tables.write(flow, lists, part, Setting(area, title, followed=bool(parts)))
                flow.leave(_ABOVE_NOTES)
            case "ul" | "ol":
                lists.write(flow, part)
            case "img":
                from neaspec_docs.write.docx import pictures

                pictures.write(flow, part, Setting(area, followed=bool(parts), outset=outset, figure=block))
                flow.leave(_ABOVE_NOTES)
            case "div" if "chart" in classes(part):
                from neaspec_docs.write.docx import charts

                charts.write(flow, part, Setting(area, followed=bool(parts), outset=outset, figure=block))
                flow.leave(_ABOVE_NOTES)
            case "div" if "row" in classes(part):
                run = [part, *_rows(parts)]
                del parts[: len(run) - 1]
                said = block.get("data-alt", "")
                rows.write(flow, lists, run, Setting(area, title, followed=bool(parts), description=said))
                flow.leave(_ABOVE_NOTES)
            case _:
                flow.manuscript.unknown(part, "a table or figure")
                flow.paragraph("TableNote", part)
    flow.leave(BELOW_TABLE)


def _to_margins(*, outset: bool) -> list[Markup]:
    """Return the indents that let a paragraph begin and end at the page's margins."""
    return [w("ind", left=0, right=0)] if outset else []


def _rows(parts: Sequence[Element]) -> list[Element]:
    """Return the rows that these parts begin with."""
    found: list[Element] = []
    for part in parts:
        if part.tag != "div" or "row" not in classes(part):
            break
        found.append(part)
    return found
