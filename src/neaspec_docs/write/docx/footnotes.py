"""Footnotes of the Page -> Word's footnotes part, in the order of their marks (ISO/IEC 29500-1, 17.11)."""

from collections import Counter
from collections.abc import Mapping
from xml.etree.ElementTree import Element

from neaspec_docs.write.docx import fields, revisions
from neaspec_docs.write.docx.inlines import Line
from neaspec_docs.write.docx.looks import MARK
from neaspec_docs.write.docx.manuscript import Manuscript, Story
from neaspec_docs.write.docx.numbering import Mismatch
from neaspec_docs.write.docx.revisions import Edition, Revision
from neaspec_docs.write.docx.wordml import Markup, paragraph, w
from neaspec_docs.write.styled import classes


class Footnotes:
    """The notes of one paper; `root` is the template's `w:footnotes`, which already holds the separators (-1 and 0)."""

    def __init__(self, manuscript: Manuscript, story: Story, root: Markup) -> None:
        self._manuscript = manuscript
        self._story = story
        self.root = root
        self._numbers: dict[tuple[Edition, str], str] = {}
        self._counts: Counter[Edition] = Counter()
        self._written = 0

    def add(self, note: Element, revision: Revision | None) -> int:
        """Write a note and return its id. Word counts notes in the order of their marks, in each version its own."""
        given = revisions.numbers(note)
        for version in revisions.seen(revision):
            self._counts[version] += 1
            if given[version] != str(self._counts[version]):
                raise Mismatch(f"Word would number a footnote {self._counts[version]}; the Page has {given[version]}")
            self._numbers[version, note.get("id", "")] = str(self._counts[version])
        self._written += 1
        written = w("footnote", id=self._written)
        passages = [child for child in note if "passage" in classes(child)] or [note]
        for place, passage in enumerate(passages):
            written.append(self._passage(passage, revision and revision.plain, first=place == 0))
        self.root.append(written)
        return self._written

    def cited(self, anchor: str, numbers: Mapping[Edition, str | None]) -> None:
        """Check a second citation: nothing but Word works a NOTEREF out, so its number must be right here."""
        for version, number in numbers.items():
            if (known := self._numbers.get((version, anchor))) != number:
                raise Mismatch(f"footnote `{anchor}` is cited as {number}; Word has it as {known}")

    def _passage(self, passage: Element, revision: Revision | None, *, first: bool) -> Markup:
        written = paragraph("FootnoteText")
        known = self._manuscript.revisions
        known.mark(written, revision or _whole(passage))
        if first:
            written.append(fields.run(w("footnoteRef"), MARK.properties()))
            written.append(fields.run(w("tab")))
            known.runs.update(dict.fromkeys(written[1:], revision))
        line = Line(self._manuscript, self._story, written, None)
        line.write(passage)
        line.close()
        return written


def _whole(passage: Element) -> Revision | None:
    """Return the revision that all words of a passage have: then its paragraph comes or goes with them."""
    text = (passage.text or "") + "".join(child.tail or "" for child in passage)
    return revisions.of(passage[0]) if len(passage) == 1 and not text.strip() else None
