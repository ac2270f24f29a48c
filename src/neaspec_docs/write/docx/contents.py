"""`nav.contents` of the Page -> a TOC field with its entries already in (ISO/IEC 29500-1, 17.16.5.68)."""

from collections.abc import Sequence
from xml.etree.ElementTree import Element

from neaspec_docs.diagnostics.codes import Code
from neaspec_docs.write.docx import fields, paragraphs, revisions
from neaspec_docs.write.docx.captions import AFTER_NUMBER
from neaspec_docs.write.docx.flow import Flow
from neaspec_docs.write.docx.inlines import Line
from neaspec_docs.write.docx.looks import Look
from neaspec_docs.write.docx.wordml import Markup, settle, text, w

_BELOW = 360
"""The space between the contents and what follows, in twentieths of a point."""

_BOTH = 567
"""So much further in stand the words behind an old and a new number, in twentieths of a point."""

_STYLES = 3
"""The template has a style for each of so many levels; what is below looks like the last."""


def write(flow: Flow, source: Element) -> None:
    """Add the contents: their title, and an entry a heading, each a link with the page it stands on.

    The sections of an annex are set in below it. Word takes the level of an entry from its heading alone: the same
    lines stand there when it has brought them up to date, but these then begin where the annexes do.

    Pages are those of the PDF, which has the same measures. Without them the field asks Word to work them out.
    """
    entries = source.findall("ol/li")
    for title in source.findall("p"):
        paragraphs.write(flow, title, "TOCHeading")
    if not entries:
        return
    known = flow.manuscript.layout is not None
    if not known:
        flow.manuscript.report.warning(
            Code.UNPRINTABLE,
            "the contents in Word have no page numbers yet",
            flow.manuscript.at,
            "write the PDF too, which says on which page each heading stands; or press F9 in Word",
        )
    written = [_entry(flow, entry) for entry in entries]
    field = fields.field(fields.contents(_deepest(flow, entries)), [], dirty=not known)
    for place, run in enumerate(field[:-1], 1):
        written[0].insert(place, run)
    written[-1].append(field[-1])
    flow.manuscript.revisions.runs.update(dict.fromkeys(field, revisions.of(source)))
    flow.manuscript.revisions.ends.append(written)
    flow.leave(_BELOW, revisions.BOTH)


def _level(entry: Element) -> int:
    return min(int(entry.get("data-level", "1")), _STYLES)


def _deepest(flow: Flow, entries: Sequence[Element]) -> int:
    """Return the deepest level of the headings listed; that of an annex is the first."""
    levels = flow.manuscript.anchors.levels
    return max(int(levels.get(link.get("href", "")[1:], "1")) for entry in entries for link in entry.iterfind("a"))


def _entry(flow: Flow, entry: Element) -> Markup:
    """Add one entry: number, tab, words, tab, page. The number of an annex is words to Word, so spaces follow it."""
    written = flow.paragraph(f"TOC{_level(entry)}", revisions.bare(entry))
    link = entry.find("a")
    if link is None:
        flow.manuscript.unknown(entry, "the contents")
        return written
    anchor = link.get("href", "")[1:]
    mark = flow.manuscript.anchors.contents[anchor]
    hyperlink = w("hyperlink", anchor=mark, history=1)
    parts = {"number": _lettered if anchor in flow.manuscript.anchors.annexes else _numbered}
    line = Line(flow.manuscript, flow.story, hyperlink, None, parts)
    line.write(link)
    line.close()
    hyperlink.append(fields.run(w("tab")))
    hyperlink.extend(_page(flow, anchor, mark))
    written.append(hyperlink)
    if sum(len(span) for span in link if span.get("class") == "number") > 1:
        left = flow.manuscript.stylesheet.column(flow.manuscript.sheet, f"TOC{_level(entry)}").left
        settle(written, w("tabs", w("tab", val="left", pos=left + _BOTH)))
    return written


def _numbered(line: Line, span: Element, look: Look) -> None:
    line.write(span, look)
    line.add(fields.run(w("tab")))
    line.begin_again()


def _lettered(line: Line, span: Element, look: Look) -> None:
    """Write the number of an annex with the space that its heading has after it, where a line ends there."""
    line.write(span, look)
    line.say(AFTER_NUMBER)


def _page(flow: Flow, anchor: str, mark: str) -> list[Markup]:
    layout = flow.manuscript.layout
    page = layout.places.get(anchor) if layout is not None else None
    result = [] if page is None else [fields.run(text(str(page)))]
    return fields.field(fields.page_of(mark), result, dirty=page is None)
