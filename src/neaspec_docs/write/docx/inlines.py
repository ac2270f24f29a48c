"""The words of a paragraph of the Page -> runs of Word: looks, links, references, footnotes and their marks."""

from collections.abc import Callable, Mapping, Sequence
from itertools import groupby
from operator import itemgetter
from typing import Protocol
from xml.etree.ElementTree import Element

from neaspec_docs.write.docx import bookmarks, fields, revisions
from neaspec_docs.write.docx.looks import MARK, PLAIN, Look
from neaspec_docs.write.docx.manuscript import Manuscript, Story
from neaspec_docs.write.docx.revisions import BOTH, Edition, Kind, Revision
from neaspec_docs.write.docx.wordml import Markup, text, w
from neaspec_docs.write.languages import language
from neaspec_docs.write.styled import classes, single_spaced

_SPAN_STYLES = {"lead": "Lead", "mark": "NoteMark"}
_PLAIN_SPANS = frozenset({"number", "words", "label", "ref", "passage"})


Part = Callable[["Line", Element, Look], None]
"""Writes a part of a heading or caption in its own way."""


class Notes(Protocol):
    """Where footnotes go."""

    def add(self, note: Element, revision: Revision | None) -> int:
        """Take a footnote, all of it new or gone if its mark is, and return the id that its mark names."""

    def cited(self, anchor: str, numbers: Mapping[Edition, str | None]) -> None:
        """Check the numbers under which a footnote is cited again."""


class Line:
    """The words of one paragraph; `close` when all are written. In the versions `spaced` white space means nothing."""

    def __init__(
        self,
        manuscript: Manuscript,
        story: Story,
        paragraph: Markup,
        notes: "Notes | None",
        parts: Mapping[str, Part] | None = None,
    ) -> None:
        """Write into `paragraph`, a part of the file that `story` relates; `parts` are by class of span."""
        self.manuscript = manuscript
        self._story = story
        self._into = paragraph
        self._notes = notes
        self._parts = parts or {}
        self._revision = manuscript.revisions.whole(paragraph)
        self._others: dict[Edition, Revision] = {}
        self.spaced = BOTH
        self.set_apart = False
        self._last: Markup | None = None
        self.end = self._before = len(paragraph)

    def write(self, element: Element, look: Look = PLAIN) -> None:
        """Write all that an element holds: its words and the elements among them."""
        if element.text:
            self.say(element.text, look)
        for child in element:
            self._child(child, look)
            if child.tail:
                self.say(child.tail, look)

    def say(self, words: str, look: Look = PLAIN) -> None:
        """Write words; white space becomes one space, and none at the paragraph's start."""
        words = single_spaced(words).removeprefix(" " if self.set_apart else "")
        self.set_apart = False
        seen = revisions.seen(self._revision)
        if words.startswith(" ") and self.spaced & seen:
            words = words[1:]
            for version in seen - self.spaced:
                self._space(version, look)
        if words:
            self.spaced = self.spaced | seen if words.endswith(" ") else self.spaced - seen
            self._last = self._run(text(words), look.properties())
            self._before = self.end
            self.add(self._last)

    def close(self) -> None:
        """Take the white space away that is left at the end, unless the words run on in one version (a `mark`)."""
        known = self.manuscript.revisions.paragraphs.get(self._into)
        if known is None or not any(revision.mark for revision in known):
            self._trim()

    def begin_again(self) -> None:
        """Let no white space stand here, as after a tab."""
        self._trim()
        self.spaced, self._last = self.spaced | revisions.seen(self._revision), None

    def add(self, *content: Markup) -> None:
        """Write elements of Word as they are; what stands up to here is words, no mark of a footnote."""
        self.set_apart = False
        self._into.extend(content)
        self.end = len(self._into)

    def field(self, instruction: str, result: Element, look: Look = PLAIN) -> None:
        """Write a field that comes to the words of `result`.

        Where these changed, the field itself stays; where one version alone has words, it comes or goes with them.
        """
        pieces = list(revisions.pieces_of(result))
        around = self._revision
        if around is None and revisions.within(result) != BOTH:
            self._revision = next(own for words, own in pieces if words.strip())
        self.add(*self._field(instruction, pieces, look.properties()))
        self._worded()
        self._revision = around

    def _field(
        self, instruction: str, pieces: Sequence[tuple[str, Revision | None]], properties: Markup | None
    ) -> list[Markup]:
        results = []
        for revision, alike in groupby(pieces or [("", None)], itemgetter(1)):
            made = fields.run(text("".join(words for words, _ in alike)), properties)
            self.manuscript.revisions.note(self._revision or revision, [made])
            results.append(made)
        around = fields.field(instruction, [], properties)
        self.manuscript.revisions.note(self._revision, around)
        return [*around[:-1], *results, around[-1]]

    def _run(self, content: Markup, properties: Markup | None = None) -> Markup:
        """Return a run, noted as new or gone where it is."""
        made = fields.run(content, properties)
        self.manuscript.revisions.note(self._revision, [made])
        return made

    def _worded(self) -> None:
        """Note that something stands here after which white space is meant."""
        self.spaced, self._last = self.spaced - revisions.seen(self._revision), None

    def _space(self, version: Edition, look: Look) -> None:
        """Write a space that one version alone has, where the other has one already."""
        around, self._revision = self._revision, self._others.get(version)
        self.add(self._run(text(" "), look.properties()))
        self._revision = around

    def _changed(self, element: Element, look: Look) -> None:
        """Write what is new or gone among words that stay or that moved; what is so all through says it once."""
        around, own = self._revision, revisions.of(element)
        if around is None or around.kind is Kind.MOVED_TO:
            self._revision = own
        if self._revision is not None:
            self._others.update(dict.fromkeys(self._revision.seen, self._revision))
        self.write(element, look)
        self._revision = around

    def _trim(self) -> None:
        """Take the space that ends the last run, and a run that was no more, if all that have it have what comes."""
        if self._last is None or not self.spaced:
            return
        here = self.spaced & revisions.seen(self._revision)
        if not revisions.seen(self.manuscript.revisions.runs.get(self._last)) <= here:
            return
        written = self._last[-1]
        written.text = (written.text or "").rstrip(" ")
        if not written.text:
            self._into.remove(self._last)
            self.end = self._before

    def _child(self, child: Element, look: Look) -> None:
        match child.tag:
            case "em" if "upright" in classes(child):
                self.write(child, look._replace(bold=True))
            case "em":
                self.write(child, look._replace(italic=True))
            case "strong":
                self.write(child, look._replace(bold=True, underlined=look.underlined or "data-new" in child.attrib))
            case "sub":
                self.write(child, look._replace(height="subscript"))
            case "sup" if "mark" in classes(child):
                self.write(child, look._replace(style="NoteMark"))
            case "sup":
                self.write(child, look._replace(height="superscript"))
            case "code":
                self.write(child, look._replace(style="Code"))
            case "s":
                self.write(child, look._replace(struck=True))
            case "ins" | "del":
                self._changed(child, look)
            case "br":
                self.begin_again()
                self.add(self._run(w("br")))
            case "a":
                self._link(child, look)
            case "span":
                self._span(child, look)
            case _:
                self.manuscript.unknown(child, "a paragraph")
                self.write(child, look)

    def _span(self, span: Element, look: Look) -> None:
        if spoken := span.get("lang"):
            look = look._replace(language=language(spoken))
        known = classes(span)
        for kind in known & self._parts.keys():
            self._parts[kind](self, span, look)
            return
        if "footnote" in known:
            self._footnote(span)
        elif "live" in known:
            self._live(span, look)
        elif known & _SPAN_STYLES.keys():
            self.write(span, look._replace(style=_SPAN_STYLES[min(known & _SPAN_STYLES.keys())]))
        else:
            if not known <= _PLAIN_SPANS or not (known or spoken):
                self.manuscript.unknown(span, "a paragraph")
            self.write(span, look)

    def _link(self, link: Element, look: Look) -> None:
        address, marks = link.get("href", ""), self.manuscript.bookmarks
        match link.get("class"):
            case "noteref":
                self._noteref(link)
            case "ref" if address[1:] in self.manuscript.anchors.all:
                self._within(w("hyperlink", anchor=marks.refer(bookmarks.name(address[1:])), history=1), link, look)
            case "link":
                outward = w("hyperlink", history=1)
                outward.set("r:id", self._story.link(address))
                self._within(outward, link, look._replace(style="Hyperlink"))
            case _:
                self.manuscript.unknown(link, "a paragraph")
                self.write(link, look)

    def _within(self, hyperlink: Markup, link: Element, look: Look) -> None:
        around, self._into = self._into, hyperlink
        self.write(link, look)
        self._into = around
        if len(hyperlink):
            self.add(hyperlink)

    def _live(self, span: Element, look: Look) -> None:
        r"""Write what repeats a number or title: a REF field, which finds a list's number by `\n`."""
        anchors, marks = self.manuscript.anchors, self.manuscript.bookmarks
        anchor = span.get("data-anchor", "")
        if anchor not in anchors.all:
            self.manuscript.unknown(span, "a reference to what the paper has not")
            self.write(span, look)
        elif anchor in anchors.unnumbered and self._revision is None and len(span):
            for child in span:
                self._changed(_repeating(span, child), look)
        elif anchor in anchors.unnumbered and Edition.NEW not in revisions.seen(self._revision):
            self.write(span, look)
        elif span.get("data-what") != "title":
            mark = marks.refer(bookmarks.name(anchor))
            self.field(fields.reference(mark, number=anchor in anchors.listed), span, look)
        elif anchor in anchors.titled:
            mark = marks.refer(bookmarks.name(anchor, bookmarks.TITLE))
            self.field(fields.reference(mark, number=False), span, look)
        else:
            self.write(span, look)

    def _footnote(self, note: Element) -> None:
        """Write a footnote's mark, and the note into its own part."""
        if self._notes is None:
            self.manuscript.unknown(note, "a footnote")
            return
        number = self._notes.add(note, self._revision)
        mark = [self._run(w("footnoteReference", id=number), MARK.properties())]
        if anchor := note.get("id"):
            mark = self.manuscript.bookmarks.around(bookmarks.name(anchor), *mark)
        self._into.extend(mark)
        self._worded()

    def _noteref(self, link: Element) -> None:
        """Write the mark of a footnote cited before: a NOTEREF field."""
        anchor = link.get("href", "")[1:]
        mark = self.manuscript.bookmarks.refer(bookmarks.name(anchor))
        if self._notes is not None:
            given = revisions.numbers(link)
            self._notes.cited(anchor, {each: given[each] for each in revisions.seen(self._revision)})
        pieces = list(revisions.pieces_of(link))
        if (was := link.get("data-old-number")) is not None and self._revision is None:
            pieces = [(was, Revision(Kind.DELETED)), *((words, Revision(Kind.INSERTED)) for words, _ in pieces)]
        self._into.extend(self._field(fields.note_of(mark), pieces, MARK.properties()))
        self._worded()


def _repeating(span: Element, words: Element) -> Element:
    """Return the `ins` or `del` of what a reference repeats as one around the whole of it."""
    around, inner = Element(words.tag, words.attrib), Element(span.tag, span.attrib)
    inner.text = "".join(words.itertext())
    around.append(inner)
    return around


def bookmarked(paragraph: Markup, line: Line, marks: list[str]) -> None:
    """Set bookmarks around a paragraph's words, from its properties to where its line ended."""
    for mark in marks:
        start, end = line.manuscript.bookmarks.around(mark)
        paragraph.insert(line.end, end)
        paragraph.insert(1 if paragraph[0].tag == "w:pPr" else 0, start)
        line.end += 2
