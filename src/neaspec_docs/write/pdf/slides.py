"""A copy of a Page of slides -> the same tree with everything in its place: what write/slides/plan.py worked out.

A slide is a page. Its section begins at the page's margins; all that stands on it is a box set from there, as in the
PowerPoint file. What the speaker says is not printed.
"""

from collections.abc import Iterable, Iterator
from typing import assert_never
from xml.etree.ElementTree import Element, SubElement

from neaspec_docs.model.page import Page
from neaspec_docs.write.charts.lettering import SANS
from neaspec_docs.write.pdf import charts
from neaspec_docs.write.redlined import words_now
from neaspec_docs.write.slides import measures, plan
from neaspec_docs.write.slides.deck import Kind
from neaspec_docs.write.slides.measures import Box
from neaspec_docs.write.slides.plan import Plan, Text
from neaspec_docs.write.slides.text import Scale
from neaspec_docs.write.slides.visuals import Body, Chart, Panels, Picture, Table, Visual, is_bare, panel_height

ORIGIN = measures.TITLE.top
"""How far from the page's upper edge its section begins; from the left edge, as far as the text."""


RULES = {Kind.TITLE: measures.OPENING_RULE, Kind.SECTION: measures.OPENING_RULE}
"""Where the line below a title runs, but on slides of content."""


def set_out(page: Page, root: Element) -> None:
    """Set each slide in `root`, a copy of the Page's own, into its boxes."""
    for made in plan.plans(page, root):
        _set(made)


def _set(made: Plan) -> None:
    section, title = made.slide.source, made.slide.title
    boxes = [box for part in made.parts for box in _part(part, made.scale)]
    before = 1 if made.parts and isinstance(made.parts[0], Text) and made.parts[0].kind == "opening" else 0
    boxes.insert(before, _title(made.title, title))
    boxes.append(
        _at(Box(measures.MARGIN, RULES.get(made.slide.kind, measures.RULE), measures.TEXT_WIDTH, 0), "rule", ())
    )
    section[:] = boxes
    section.set("class", f"slide {made.scale.name}".strip())
    section.text = None


def _title(box: Box, title: Element) -> Element:
    """Return the box of a title, which stands on its foot."""
    title.set("data-bookmark", words_now(title))
    foot = measures.FOOT.top - box.bottom
    return _div("slide-title", [title], left=box.left - measures.MARGIN, bottom=foot, width=box.width)


def _part(part: Text | Visual, scale: Scale) -> Iterator[Element]:
    if isinstance(part, Text):
        yield _at(part.box, f"slide-text {part.kind}", part.blocks)
        return
    inside = [] if part.caption is None else [_at(part.caption[0], "", [part.caption[1]])]
    inside += _body(part.body, scale)
    if part.notes is not None:
        inside.append(_at(part.notes[0], "", part.notes[1]))
    visual = Element("div", {"class": "visual"})
    if (anchor := part.source.get("id")) is not None:
        visual.set("id", anchor)
    if alt := part.source.get("data-alt"):
        visual.set("data-alt", alt)
    visual.extend(inside)
    yield visual


def _body(body: Body, scale: Scale) -> Iterator[Element]:
    match body:
        case Table():
            _measure(body)
            yield _at(body.box, "", [body.source])
        case Chart():
            yield _at(body.box, "", [charts.picture(body.source, body.box.width, SANS, body.box.height)])
        case Picture():
            body.source.set("style", f"width: {body.box.width:.2f}mm; height: {body.box.height:.2f}mm")
            yield _at(body.box, "", [body.source])
        case Panels():
            for box, cell in body.panels:
                panel = _at(box, "panel", list(cell), height=box.height)
                if is_bare(cell):
                    above = max(0.0, (box.height - panel_height(cell, box.width, scale)) / 2)
                    panel.set("style", f"{panel.get('style')}; padding-top: {above + measures.PANEL_INSIDE:.2f}mm")
                yield panel
        case unknown:
            assert_never(unknown)


def _measure(table: Table) -> None:
    """Give a table the widths of its columns and the heights of its rows."""
    columns = Element("colgroup")
    for width in table.widths:
        columns.append(Element("col", style=f"width: {width:.2f}mm"))
    table.source.attrib.pop("data-widths", None)
    table.source.insert(0, columns)
    for row, height in zip(table.source.iter("tr"), table.heights, strict=True):
        row.set("style", f"height: {height:.2f}mm")


def _at(box: Box, named: str, content: Iterable[Element], height: float | None = None) -> Element:
    lengths = {"left": box.left - measures.MARGIN, "top": box.top - ORIGIN, "width": box.width}
    return _div(named, content, **(lengths if height is None else lengths | {"height": height}))


def _div(named: str, content: Iterable[Element], **lengths: float) -> Element:
    """Return a box. What it holds is a whole, which WeasyPrint leaves whole: a rest would stand on the next slide."""
    style = "; ".join(f"{name}: {length:.2f}mm" for name, length in lengths.items())
    made = Element("div", {"class": f"at {named}".strip(), "style": style})
    whole = SubElement(made, "div", {"class": "whole"})
    whole.extend(content)
    for child in whole:
        child.tail = None
    return made
