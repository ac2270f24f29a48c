"""Paragraphs and tables one after another -> the body of a file or of a cell, with what binds each to the one before.

A page break, the anchor of something that leaves no paragraph, and the space below a table, which Word gives none, wait
here for the next paragraph.
"""

from collections.abc import Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from neaspec_docs.write.docx import bookmarks, revisions
from neaspec_docs.write.docx.inlines import Line, Notes, Part, bookmarked
from neaspec_docs.write.docx.looks import PLAIN, Look
from neaspec_docs.write.docx.manuscript import Manuscript, Story
from neaspec_docs.write.docx.revisions import BOTH, Edition, Revision
from neaspec_docs.write.docx.stylesheet import Area
from neaspec_docs.write.docx.wordml import Markup, own, paragraph, settle, w
from neaspec_docs.write.languages import Language, language

BELOW_TABLE = 240
"""The space between a table and what follows, in twentieths of a point."""

_TABLE = "w:tbl"
_PARAGRAPH = "w:p"

_BOUND = frozenset({"w:pageBreakBefore", "w:spacing", "w:keepNext"})
"""What a paragraph has of its neighbours."""


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
        self._breaks: frozenset[Edition] = frozenset()
        self._waiting: list[tuple[str, Edition]] = []
        self._space = dict.fromkeys(BOTH, 0)
        self._tables: frozenset[Edition] = frozenset()
        self._seen = BOTH
        self._latest: Revision | None = None
        self._look = PLAIN
        self._spaced = BOTH

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

        One that has neither is bookmarked by its place. It is new or gone if its source is.
        """
        self.manuscript.stylesheet.ask(style)
        written = paragraph(style)
        revision = revisions.of(source)
        self.manuscript.revisions.mark(written, revision)
        self._seen = revisions.seen(revision)
        self._latest = revision or self._latest
        line = Line(self.manuscript, self.story, written, self.notes, parts)
        line.spaced, self._spaced = self._spaced, BOTH
        if source is not None:
            line.write(source, self._look)
            line.close()
            if revision is not None and revision.mark:
                self._spaced = revision.seen | line.spaced
        marks = [*self._taken(), *(self.anchored(source) if source is not None else ()), *marks]
        if source is not None and not marks:
            marks = self.placed(source)
        bookmarked(written, line, marks)
        settle(written, *properties)
        self._bind(written, style)
        self.root.append(written)
        return written

    def was(self, written: Markup, style: str, properties: Sequence[Markup]) -> None:
        """Note that a paragraph of both versions had another style or other properties in the old one."""
        self.manuscript.stylesheet.ask(style)
        known = self.manuscript.revisions.was
        bound = (part for part in known.get(written, written[0]) if part.tag in _BOUND)
        settle(before := paragraph(style), *properties, *map(deepcopy, bound))
        known[written] = before[0]

    def table(self, table: Markup, changed: Revision | None = None) -> None:
        """Add a table; `changed` says that the whole of it is new or gone.

        Two that would touch get the smallest of paragraphs between them: Word would make one of them. So does one that
        begins a file with footnotes, above it: LibreOffice would put a whole empty line there.
        """
        self._seen = revisions.seen(changed)
        self._latest = changed or self._latest
        touching = self._tables & self._seen
        if touching or self._after_table() or (len(self.root) == 0 and self._noted()):
            between = revisions.only_in(touching, self._latest) if len(self.root) else ()
            settle(self.spacer(*between), w("spacing", before=self._above()))
        self._tables |= self._seen
        seen = self.manuscript.revisions.seen
        first = next(cell for cell in table.iter(_PARAGRAPH) if _version(self._seen) in seen(cell))
        for mark in self._taken():
            start, end = self.manuscript.bookmarks.around(mark)
            first.insert(1, start)
            first.append(end)
        self._break(first)
        self.root.append(table)
        self.leave(BELOW_TABLE)

    def spacer(self, *changed: Revision) -> Markup:
        """Add a paragraph nobody sees, where the format asks for one: after a cell's or the body's last table."""
        self.manuscript.stylesheet.ask("Spacer")
        spacer = paragraph("Spacer")
        self.manuscript.revisions.mark(spacer, *changed)
        self._tables -= revisions.seen(*changed)
        self.root.append(spacer)
        return spacer

    def finish(self) -> None:
        """End the flow: a body or a cell ends in a paragraph (ISO/IEC 29500-1, 17.4.65), a body in one that stays.

        Where the last one came or went, the mark of one before it goes in its place, if both versions end in the same
        run of paragraphs.
        """
        if len(self.root) == 0 or self.root[-1].tag != _PARAGRAPH:
            self.spacer()
        elif self._goes(self.root[-1]):
            if last := self._ending():
                self.manuscript.revisions.ends.append(last)
            else:
                self.spacer()
        for mark, _ in self._waiting:
            self.root[-1].extend(self.manuscript.bookmarks.around(mark))
        self._waiting = []

    def leave(self, space: int, seen: frozenset[Edition] | None = None) -> None:
        """Leave at least this space above the next paragraph, in twentieths of a point.

        Of the space below a paragraph and that above the next Word gives the greater, as CSS does. `seen` are the
        versions in which it is left, those that have the last paragraph if not given.
        """
        for version in self._seen if seen is None else seen:
            self._space[version] = space

    def keep_last(self) -> None:
        """Keep the last paragraph on the page of what follows: it says what that is for."""
        if len(self.root) and self.root[-1].tag == _PARAGRAPH:
            settle(self.root[-1], w("keepNext"))

    def break_page(self, seen: frozenset[Edition] = BOTH) -> None:
        """Let what follows begin a page, in the versions that have the break."""
        self._breaks |= seen

    def wait(self, element: Element) -> None:
        """Keep the anchor of something that is no paragraph for the next paragraph that stays where it does."""
        version = _version(revisions.seen(revisions.of(element)))
        self._waiting += ((mark, version) for mark in self.anchored(element))

    def anchored(self, element: Element) -> list[str]:
        """Return the bookmark of an element's id, if it has one."""
        anchor = element.get("id")
        return [] if anchor is None else [bookmarks.name(anchor)]

    def placed(self, element: Element) -> list[str]:
        """Return the bookmark of an element's id, or that of its place where it has none."""
        place = self.manuscript.anchors.places.get(element)
        return self.anchored(element) if place is None else [bookmarks.name(place)]

    def _taken(self) -> list[str]:
        if not self._waiting:
            return []
        taken = [mark for mark, version in self._waiting if version in self._seen]
        self._waiting = [(mark, version) for mark, version in self._waiting if version not in self._seen]
        return taken

    def _bind(self, written: Markup, style: str) -> None:
        if self._breaks & self._seen:
            self.leave(0)
            self._break(written)
        if (space := self._above()) > self.manuscript.stylesheet.before(style):
            settle(written, w("spacing", before=space))
        self.leave(0)
        self._tables -= self._seen

    def _above(self) -> int:
        """Return the space that is left above what comes now: that of the new version, where it has this."""
        return self._space[_version(self._seen)]

    def _break(self, written: Markup) -> None:
        """Let a paragraph begin a page, in those of its versions that have a break before it."""
        due = self._breaks & self._seen
        if not due:
            return
        self._breaks -= self._seen
        known = self.manuscript.revisions.was
        if due != self._seen:
            known.setdefault(written, deepcopy(written[0]))
        if Edition.OLD in due and written in known:
            settle(w("p", known[written]), w("pageBreakBefore"))
        if due == self._seen or Edition.NEW in due:
            settle(written, w("pageBreakBefore"))

    def _ending(self) -> list[Markup]:
        """Return the last paragraphs, from the last that is in both versions; none where that is not theirs alone."""
        known = self.manuscript.revisions
        paragraphs: list[Markup] = []
        for child in reversed(self.root):
            marks = known.paragraphs.get(child, ())
            if child.tag != _PARAGRAPH or own(child, "pPr", "sectPr") is not None or any(one.move for one in marks):
                return []
            paragraphs.insert(0, child)
            if not marks:
                return paragraphs
        return []

    def _goes(self, written: Markup) -> bool:
        return self.root.tag == "w:body" and self.manuscript.revisions.seen(written) != BOTH

    def _noted(self) -> bool:
        return self.manuscript.page.root.find(".//span[@class='footnote']") is not None

    def _after_table(self) -> bool:
        return len(self.root) > 0 and self.root[-1].tag == _TABLE


def _version(seen: frozenset[Edition]) -> Edition:
    """Return the new version where it is among these, else the old one."""
    return Edition.NEW if Edition.NEW in seen else Edition.OLD
