"""Paragraphs and tables one after another -> the body of a file or of a cell, with what binds each to the one before.

A page break, the anchor of something that leaves no paragraph, and the space below a table, which Word gives none, wait
here for the next paragraph.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from neaspec_docs.write.docx import bookmarks
from neaspec_docs.write.docx.inlines import PLAIN, Line, Look, Notes, Part, bookmarked
from neaspec_docs.write.docx.manuscript import Manuscript, Story
from neaspec_docs.write.docx.stylesheet import Area
from neaspec_docs.write.docx.wordml import Markup, paragraph, settle, w
from neaspec_docs.write.languages import Language, language

BELOW_TABLE = 240
"""The space between a table and what follows, in twentieths of a point."""

_TABLE = "w:tbl"
_PARAGRAPH = "w:p"


@dataclass(frozen=True, slots=True)
class Setting:
    """Where a table, a row or a picture is set: its area; its title and what it says to a reader who can't see it.

    `followed`: what stands below (notes) must stay on the page of its end. `outset`: it begins and ends where the area
    does, and not where the indents of its style would have it. `figure` is what it is a part of.
    """

    area: Area
    title: str = ""
    followed: bool = False
    description: str = ""
    outset: bool = False
    figure: Element | None = None

    def kept(self) -> list[Markup]:
        """Return what a paragraph set here has of its own."""
        together = [w("keepNext")] if self.followed else []
        return [*together, w("ind", left=0, right=0)] if self.outset else together


class Flow:
    """What a body or a cell holds so far; `root` is its `w:body`, `w:tc` or `w:hdr`."""

    def __init__(self, manuscript: Manuscript, story: Story, notes: Notes | None, root: Markup) -> None:
        self.manuscript = manuscript
        self.story = story
        self.notes = notes
        self.root = root
        self._breaks = False
        self._waiting: list[str] = []
        self._space = 0
        self._look = PLAIN

    def within(self, root: Markup) -> "Flow":
        """Return the flow of a cell in the same part."""
        cell = Flow(self.manuscript, self.story, self.notes, root)
        cell._look = self._look
        return cell

    @property
    def spoken(self) -> Language:
        """Return the language of what is written here."""
        return self._look.language or self.manuscript.language

    def speak(self, tag: str | None) -> None:
        """Let what follows be in another language; None is the paper's own again."""
        self._look = PLAIN if tag is None else Look(language=language(tag))

    def paragraph(
        self,
        style: str,
        source: Element | None = None,
        *,
        marks: Sequence[str] = (),
        parts: Mapping[str, Part] | None = None,
        properties: Sequence[Markup] = (),
    ) -> Markup:
        """Add a paragraph of this style with the words of `source`, bookmarked by its id and by `marks`.

        One that has neither is bookmarked by its place.
        """
        self.manuscript.stylesheet.ask(style)
        written = paragraph(style)
        line = Line(self.manuscript, self.story, written, self.notes, parts)
        if source is not None:
            line.write(source, self._look)
            line.close()
        own = self.anchored(source) if source is not None else []
        marks = [*self._taken(), *own, *marks]
        if source is not None and not marks:
            marks = self.placed(source)
        bookmarked(written, line, marks)
        settle(written, *properties)
        self._bind(written, style)
        self.root.append(written)
        return written

    def table(self, table: Markup) -> None:
        """Add a table.

        Two that would touch get the smallest of paragraphs between them: Word would make one of them. So does one that
        begins a file with footnotes, above it: LibreOffice would put a whole empty line there.
        """
        if self._after_table() or (len(self.root) == 0 and self._noted()):
            settle(self.spacer(), w("spacing", before=self._space))
        first = next(table.iter(_PARAGRAPH))
        for mark in self._taken():
            start, end = self.manuscript.bookmarks.around(mark)
            first.insert(1, start)
            first.append(end)
        if self._breaks:
            self._breaks = False
            settle(first, w("pageBreakBefore"))
        self.root.append(table)
        self._space = BELOW_TABLE

    def spacer(self) -> Markup:
        """Add a paragraph nobody sees, where the format asks for one: after a cell's or the body's last table."""
        self.manuscript.stylesheet.ask("Spacer")
        spacer = paragraph("Spacer")
        self.root.append(spacer)
        return spacer

    def finish(self) -> None:
        """End the flow: a body or a cell ends in a paragraph (ISO/IEC 29500-1, 17.4.65)."""
        if len(self.root) == 0 or self.root[-1].tag != _PARAGRAPH:
            self.spacer()
        for mark in self._taken():
            self.root[-1].extend(self.manuscript.bookmarks.around(mark))

    def leave(self, space: int) -> None:
        """Leave at least this space above the next paragraph, in twentieths of a point.

        Of the space below a paragraph and that above the next Word gives the greater, as CSS does.
        """
        self._space = space

    def keep_last(self) -> None:
        """Keep the last paragraph on the page of what follows: it says what that is for."""
        if len(self.root) and self.root[-1].tag == _PARAGRAPH:
            settle(self.root[-1], w("keepNext"))

    def break_page(self) -> None:
        """Let what follows begin a page."""
        self._breaks = True

    def wait(self, element: Element) -> None:
        """Keep the anchor of something that is no paragraph for the next paragraph."""
        self._waiting += self.anchored(element)

    def anchored(self, element: Element) -> list[str]:
        """Return the bookmark of an element's id, if it has one."""
        anchor = element.get("id")
        return [] if anchor is None else [bookmarks.name(anchor)]

    def placed(self, element: Element) -> list[str]:
        """Return the bookmark of an element's id, or that of its place where it has none."""
        place = self.manuscript.anchors.places.get(element)
        return self.anchored(element) if place is None else [bookmarks.name(place)]

    def _taken(self) -> list[str]:
        taken, self._waiting = self._waiting, []
        return taken

    def _bind(self, written: Markup, style: str) -> None:
        if self._breaks:
            self._breaks, self._space = False, 0
            settle(written, w("pageBreakBefore"))
        if self._space > self.manuscript.stylesheet.before(style):
            settle(written, w("spacing", before=self._space))
        self._space = 0

    def _noted(self) -> bool:
        return self.manuscript.page.root.find(".//span[@class='footnote']") is not None

    def _after_table(self) -> bool:
        return len(self.root) > 0 and self.root[-1].tag == _TABLE
