"""The body of the Page -> paragraphs and tables of Word, block by block, in the order of the page."""

from xml.etree.ElementTree import Element

from neaspec_docs.write.docx import boxes, captions, contents, figures, looks, paragraphs, revisions, rows
from neaspec_docs.write.docx.flow import Flow, Setting
from neaspec_docs.write.docx.lists import NUMBERED, Lists
from neaspec_docs.write.docx.sections import Sections
from neaspec_docs.write.docx.stylesheet import Area
from neaspec_docs.write.docx.wordml import Markup, w
from neaspec_docs.write.styled import classes

_HEADINGS = frozenset({"h2", "h3", "h4", "h5", "h6"})
_TURNING = frozenset({"landscape", "table"})


class Blocks:
    """Writes the blocks of one paper into its body."""

    def __init__(self, flow: Flow, lists: Lists, sections: Sections) -> None:
        self._flow = flow
        self._lists = lists
        self._sections = sections
        self._centred = False

    def write(self, parent: Element, inside: int = 0) -> None:
        """Write all blocks of an element; `inside` is 1 within a numbered paragraph, whose lists stand further in."""
        waiting: list[Element] = []
        for child in parent:
            row = child.tag == "div" and "row" in classes(child)
            if waiting and not row:
                rows.write(self._flow, self._lists, waiting, Setting(self._sheet_area()))
                waiting = []
            if row:
                waiting.append(child)
            else:
                self._turn_back(child)
                self._block(child, inside)
        if waiting:
            rows.write(self._flow, self._lists, waiting, Setting(self._sheet_area()))

    def finish(self) -> Markup:
        """End the body and return the last section's properties."""
        self._flow.finish()
        return self._sections.properties()

    def _block(self, block: Element, inside: int) -> None:
        match block.tag:
            case "main":
                self.write(block)
            case "section":
                self._section(block)
            case "div":
                self._division(block)
            case "p" if "symbol" in classes(block):
                self._flow.paragraph("SymbolAbove", block)
            case "p":
                paragraphs.write(self._flow, block, "BodyText", self._aligned(block))
            case "ol" | "ul":
                self._lists.write(self._flow, block, inside)
            case "blockquote":
                boxes.quotation(self._flow, self._lists, block)
            case "aside":
                boxes.write(self._flow, self._lists, block, self._column())
            case "hr":
                self._flow.break_page(revisions.seen(revisions.of(block)))
                self._flow.wait(block)
            case "nav":
                contents.write(self._flow, block)
            case "header":
                self._centred = block.find("p[@class='organ-centred']") is not None
                self.write(block)
            case "h1":
                self._flow.paragraph("TitleCentred" if self._centred else "Title", block)
            case tag if tag in _HEADINGS:
                self._heading(block)
            case _:
                self._flow.manuscript.unknown(block, "the text")
                self._flow.paragraph("BodyText", block)

    def _aligned(self, paragraph: Element) -> list[Markup]:
        """Return what centres the lines below a title that a centred masthead centres."""
        return [w("jc", val="center")] if self._centred and classes(paragraph) & {"subtitle", "presenter"} else []

    def _heading(self, heading: Element) -> None:
        if "annex-heading" in classes(heading):
            captions.annex_heading(self._flow, heading)
        else:
            captions.heading(self._flow, self._lists, heading)

    def _section(self, section: Element) -> None:
        spoken = section.get("lang")
        if spoken is not None:
            self._flow.speak(spoken)
        samples = revisions.samples(section)
        if "annex" in classes(section):
            self._lists.enter_annex(section)
            self.write(section)
        elif not any(samples.values()):
            self.write(section)
        else:
            before = self._lists.headings(samples)
            self.write(section)
            self._lists.headings_again(before)
        if spoken is not None:
            self._flow.speak(None)

    def _division(self, division: Element) -> None:
        known = classes(division)
        if "para" in known:
            self._paragraph(division)
        elif known & {"table", "figure"}:
            self._figure(division)
        else:
            self._flow.manuscript.unknown(division, "the text")
            self.write(division)

    def _paragraph(self, division: Element) -> None:
        first, *rest = list(division) or [Element("p")]
        number = self._lists.paragraph(division)
        self._flow.paragraph(
            "NumberedParagraph",
            first,
            marks=self._flow.anchored(division),
            parts=NUMBERED,
            properties=[*number.properties, *looks.of_number(division)],
        )
        body = Element("div")
        body.extend(rest)
        self.write(body, inside=1)

    def _figure(self, block: Element) -> None:
        """Write a table or figure: in the column, over the text's whole width, or on a page of its own that lies."""
        landscape = "landscape" in classes(block)
        if block.find("table[@class='documents']") is not None:
            self._flow.keep_last()
        self._sections.turn(self._flow, landscape=landscape, changed=revisions.of(block))
        outset = landscape or "wide" in classes(block)
        area = self._sheet_area() if outset else self._column()
        figures.write(self._flow, self._lists, block, area, outset=outset)

    def _turn_back(self, block: Element) -> None:
        """Turn the page upright for what is no landscape table; sections look for themselves."""
        if self._sections.upright or block.tag in ("section", "main"):
            return
        if classes(block).isdisjoint(_TURNING):
            self._sections.turn(self._flow, landscape=False, changed=revisions.of(block))

    def _sheet_area(self) -> Area:
        return self._sections.sheet.text

    def _column(self) -> Area:
        return self._flow.manuscript.stylesheet.column(self._flow.manuscript.sheet)
