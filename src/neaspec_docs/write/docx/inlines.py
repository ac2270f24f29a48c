"""The words of a paragraph of the Page -> runs of Word: looks, links, references, footnotes and their marks."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Protocol
from xml.etree.ElementTree import Element

from neaspec_docs.write.docx import bookmarks, fields
from neaspec_docs.write.docx.manuscript import Manuscript, Story
from neaspec_docs.write.docx.wordml import Markup, text, w
from neaspec_docs.write.languages import Language, language
from neaspec_docs.write.styled import classes

_SPACES = re.compile(r"[ \t\r\n]+")
"""White space that a Page doesn't mean; a space that doesn't break is no such."""

_SPAN_STYLES = {"lead": "Lead", "mark": "NoteMark"}
_PLAIN_SPANS = frozenset({"number", "words", "label", "ref", "passage"})


@dataclass(frozen=True, slots=True)
class Look:
    """How words look: a character style, and what the text asks for besides."""

    style: str | None = None
    bold: bool = False
    italic: bool = False
    height: str | None = None
    language: Language | None = None

    def properties(self) -> Markup | None:
        """Return the `w:rPr` of a run, or None for words that look like their paragraph."""
        if self == PLAIN:
            return None
        own = w("rPr")
        if self.style:
            own.append(w("rStyle", val=self.style))
        if self.language and self.language.east_asian:
            own.append(w("rFonts", eastAsia=self.language.font, hint="eastAsia"))
        if self.bold:
            own.extend((w("b"), w("bCs")))
        if self.italic:
            own.extend((w("i"), w("iCs")))
        if self.height:
            own.append(w("vertAlign", val=self.height))
        if self.language:
            own.extend(_spoken(self.language))
        return own


PLAIN = Look()

MARK = Look(style="FootnoteReference")
"""The look of a footnote's mark."""

Part = Callable[["Line", Element, Look], None]
"""Writes a part of a heading or caption in its own way."""


class Notes(Protocol):
    """Where footnotes go."""

    def add(self, note: Element) -> int:
        """Take a footnote and return the id that its mark names."""

    def cited(self, anchor: str, number: str) -> None:
        """Check the number under which a footnote is cited again."""


def _spoken(spoken: Language) -> list[Markup]:
    if spoken.right_to_left:
        return [w("rtl"), w("lang", bidi=spoken.tag)]
    if spoken.east_asian:
        return [w("lang", val=spoken.tag, eastAsia=spoken.tag)]
    return [w("lang", val=spoken.tag)]


class Line:
    """The words of one paragraph, written one after another; `close` when all are."""

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
        self._spaced = True
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
        words = _SPACES.sub(" ", words)
        if self._spaced and words.startswith(" "):
            words = words[1:]
        if words:
            self._spaced = words.endswith(" ")
            self._last = fields.run(text(words), look.properties())
            self._before = self.end
            self.add(self._last)

    def close(self) -> None:
        """Take the white space away that is left at the paragraph's end."""
        self._trim()

    def begin_again(self) -> None:
        """Let no white space stand here, as after a tab."""
        self._trim()
        self._spaced, self._last = True, None

    def add(self, *content: Markup) -> None:
        """Write elements of Word as they are; what stands up to here is words, no mark of a footnote."""
        self._into.extend(content)
        self.end = len(self._into)

    def field(self, instruction: str, result: str, look: Look = PLAIN) -> None:
        """Write a field that comes to these words."""
        properties = look.properties()
        self.add(*fields.field(instruction, [fields.run(text(result), properties)], properties))
        self._spaced, self._last = False, None

    def _trim(self) -> None:
        """Take the space from the end of the run written last, and the run where that is all it had."""
        if self._last is None or not self._spaced:
            return
        written = self._last[-1]
        written.text = (written.text or "").rstrip(" ")
        if not written.text:
            self._into.remove(self._last)
            self.end = self._before

    def _child(self, child: Element, look: Look) -> None:
        match child.tag:
            case "em" if "upright" in classes(child):
                self.write(child, replace(look, bold=True))
            case "em":
                self.write(child, replace(look, italic=True))
            case "strong":
                self.write(child, replace(look, bold=True))
            case "sub":
                self.write(child, replace(look, height="subscript"))
            case "sup" if "mark" in classes(child):
                self.write(child, replace(look, style="NoteMark"))
            case "sup":
                self.write(child, replace(look, height="superscript"))
            case "code":
                self.write(child, replace(look, style="Code"))
            case "br":
                self.begin_again()
                self.add(fields.run(w("br")))
            case "a":
                self._link(child, look)
            case "span":
                self._span(child, look)
            case _:
                self.manuscript.unknown(child, "a paragraph")
                self.write(child, look)

    def _span(self, span: Element, look: Look) -> None:
        if spoken := span.get("lang"):
            look = replace(look, language=language(spoken))
        known = classes(span)
        for kind in known & self._parts.keys():
            self._parts[kind](self, span, look)
            return
        if "footnote" in known:
            self._footnote(span)
        elif "live" in known:
            self._live(span, look)
        elif known & _SPAN_STYLES.keys():
            self.write(span, replace(look, style=_SPAN_STYLES[min(known & _SPAN_STYLES.keys())]))
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
                self._within(outward, link, replace(look, style="Hyperlink"))
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
        anchor, words = span.get("data-anchor", ""), "".join(span.itertext())
        if anchor not in anchors.all:
            self.manuscript.unknown(span, "a reference to what the paper has not")
            self.write(span, look)
        elif span.get("data-what") != "title":
            mark = marks.refer(bookmarks.name(anchor))
            self.field(fields.reference(mark, number=anchor in anchors.listed), words, look)
        elif anchor in anchors.titled:
            mark = marks.refer(bookmarks.name(anchor, bookmarks.TITLE))
            self.field(fields.reference(mark, number=False), words, look)
        else:
            self.write(span, look)

    def _footnote(self, note: Element) -> None:
        """Write a footnote's mark, and the note into its own part."""
        if self._notes is None:
            self.manuscript.unknown(note, "a footnote")
            return
        number = self._notes.add(note)
        mark = [fields.run(w("footnoteReference", id=number), MARK.properties())]
        if anchor := note.get("id"):
            mark = self.manuscript.bookmarks.around(bookmarks.name(anchor), *mark)
        self._into.extend(mark)
        self._spaced, self._last = False, None

    def _noteref(self, link: Element) -> None:
        """Write the mark of a footnote cited before: a NOTEREF field."""
        anchor = link.get("href", "")[1:]
        mark = self.manuscript.bookmarks.refer(bookmarks.name(anchor))
        if self._notes is not None:
            self._notes.cited(anchor, link.get("data-number", ""))
        shown = "".join(link.itertext())
        properties = MARK.properties()
        result = [fields.run(text(shown), properties)]
        self._into.extend(fields.field(fields.note_of(mark), result, properties))
        self._spaced, self._last = False, None


def bookmarked(paragraph: Markup, line: Line, marks: list[str]) -> None:
    """Set bookmarks around a paragraph's words, from its properties to where its line ended."""
    for mark in marks:
        start, end = line.manuscript.bookmarks.around(mark)
        paragraph.insert(line.end, end)
        paragraph.insert(1 if paragraph[0].tag == "w:pPr" else 0, start)
        line.end += 2
