"""Headings, annex headings and captions of the Page -> paragraphs whose numbers live: a list's, or a SEQ field's."""

from collections.abc import Sequence
from xml.etree.ElementTree import Element

from neaspec_docs.write.docx import bookmarks, fields, revisions
from neaspec_docs.write.docx.flow import Flow
from neaspec_docs.write.docx.inlines import Line, Part
from neaspec_docs.write.docx.lists import NUMBERED, Lists
from neaspec_docs.write.docx.looks import Look
from neaspec_docs.write.docx.revisions import Edition
from neaspec_docs.write.docx.wordml import Markup
from neaspec_docs.write.styled import classes

AFTER_NUMBER = "\u2003"
"""What parts "Annex I" from the title in the contents, where the line that ends there in the heading goes on."""


def heading(flow: Flow, lists: Lists, source: Element) -> None:
    """Add the heading of a section, which its style's list numbers."""
    depth = int(source.get("data-level", "1")) - 1
    style = f"Heading{depth + 1}"
    listed = lists.heading(depth, source)
    written = flow.paragraph(
        style,
        source,
        marks=_marks(flow, source),
        parts=NUMBERED,
        properties=listed.properties,
    )
    if listed.before is not None:
        flow.was(written, style, listed.before)


def annex_heading(flow: Flow, source: Element) -> None:
    """Add the heading of an annex. Its anchor is its number, so that a reference repeats that; "Annex" without one."""
    anchor = source.get("id")
    number = source.find(".//span[@class='label']//span[@class='number']")
    goes = number is not None and revisions.of(source) is None and Edition.NEW not in revisions.within(number)
    label = _bookmarked(anchor, bookmarks.OWN) if number is None or goes else _whole
    parts: dict[str, Part] = {"label": label if source.find("br") is None else _apart(label)}
    if number is not None:
        parts["number"] = counted(source.get("data-sequence", "Annex"), None if goes else anchor, roman=True)
    if anchor in flow.manuscript.anchors.titled:
        parts["words"] = _bookmarked(anchor, bookmarks.TITLE)
    marks = _marks(flow, source, title=False)
    flow.leave(0, revisions.BOTH)
    flow.paragraph("AnnexHeading", _without_id(source), marks=marks, parts=parts)


def caption(flow: Flow, block: Element, source: Element, properties: Sequence[Markup]) -> None:
    """Add the caption of a table or figure; the block's anchor is the caption's number."""
    kind = "Figure" if "figure" in classes(block) else "Table"
    parts: dict[str, Part] = {}
    if source.find(".//span[@class='number']") is not None:
        sequence = block.get("data-sequence") or block.get("data-old-sequence") or kind
        parts["number"] = counted(sequence, block.get("id") if names(block, source) else None)
    flow.paragraph("Caption", source, parts=parts, properties=properties)


def names(block: Element, source: Element) -> bool:
    """Return whether the block's anchor is the number of this caption: not where that goes and the block stays."""
    numbered = source.find(".//span[@class='number']") is not None
    return numbered and (revisions.of(block) is not None or Edition.NEW in revisions.seen(revisions.of(source)))


def counted(sequence: str, anchor: str | None, *, roman: bool = False) -> Part:
    """Return what writes a number as a SEQ field, its bookmark around it."""
    instruction = fields.sequence(bookmarks.identifier(sequence), roman=roman)

    def write(line: Line, span: Element, look: Look) -> None:
        start, end = _ends(line, anchor, bookmarks.OWN)
        line.add(*start)
        line.field(instruction, span, look)
        line.add(*end)

    return write


def _whole(line: Line, span: Element, look: Look) -> None:
    line.write(span, look)


def _apart(label: Part) -> Part:
    def write(line: Line, span: Element, look: Look) -> None:
        label(line, span, look)
        line.say(AFTER_NUMBER)

    return write


def _bookmarked(anchor: str | None, prefix: str) -> Part:
    def write(line: Line, span: Element, look: Look) -> None:
        start, end = _ends(line, anchor, prefix)
        line.add(*start)
        line.write(span, look)
        line.add(*end)

    return write


def _ends(line: Line, anchor: str | None, prefix: str) -> tuple[list[Markup], list[Markup]]:
    if anchor is None:
        return [], []
    start, end = line.manuscript.bookmarks.around(bookmarks.name(anchor, prefix))
    return [start], [end]


def _marks(flow: Flow, source: Element, *, title: bool = True) -> list[str]:
    """Return the bookmarks of a heading beside its own: that of the contents, and that of its title."""
    anchors, anchor = flow.manuscript.anchors, source.get("id", "")
    marks = [anchors.contents[anchor]] if anchor in anchors.contents else []
    return [*marks, bookmarks.name(anchor, bookmarks.TITLE)] if title and anchor in anchors.titled else marks


def _without_id(source: Element) -> Element:
    """Return the same heading without its id, whose bookmark one of its parts carries."""
    bare = revisions.bare(source)
    bare.text = source.text
    bare.extend(list(source))
    return bare
