"""Footnotes of the Page -> Word's footnotes part, in the order of their marks (ISO/IEC 29500-1, 17.11)."""

from xml.etree.ElementTree import Element

from neaspec_docs.write.docx import fields
from neaspec_docs.write.docx.inlines import MARK, Line
from neaspec_docs.write.docx.manuscript import Manuscript, Story
from neaspec_docs.write.docx.numbering import Mismatch
from neaspec_docs.write.docx.wordml import Markup, paragraph, w
from neaspec_docs.write.styled import classes


class Footnotes:
    """The notes of one paper; `root` is the template's `w:footnotes`, which already holds the separators (-1 and 0)."""

    def __init__(self, manuscript: Manuscript, story: Story, root: Markup) -> None:
        self._manuscript = manuscript
        self._story = story
        self.root = root
        self._numbers: dict[str, str] = {}
        self._count = 0

    def add(self, note: Element) -> int:
        """Write a note and return its id, which is its number too: Word counts notes in the order of their marks."""
        self._count += 1
        if note.get("data-number") != str(self._count):
            given = note.get("data-number")
            raise Mismatch(f"Word would number a footnote {self._count}; the Page has {given}")
        self._numbers[note.get("id", "")] = str(self._count)
        number = self._count
        written = w("footnote", id=number)
        passages = [child for child in note if "passage" in classes(child)] or [note]
        for place, passage in enumerate(passages):
            written.append(self._passage(passage, first=place == 0))
        self.root.append(written)
        return number

    def cited(self, anchor: str, number: str) -> None:
        """Check a second citation: nothing but Word works a NOTEREF out, so its number must be right here."""
        if self._numbers.get(anchor) != number:
            raise Mismatch(f"footnote `{anchor}` is cited as {number}; Word has it as {self._numbers.get(anchor)}")

    def _passage(self, passage: Element, *, first: bool) -> Markup:
        written = paragraph("FootnoteText")
        if first:
            written.append(fields.run(w("footnoteRef"), MARK.properties()))
            written.append(fields.run(w("tab")))
        line = Line(self._manuscript, self._story, written, None)
        line.write(passage)
        line.close()
        return written
