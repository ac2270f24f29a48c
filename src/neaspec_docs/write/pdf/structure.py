"""Painted pages and the tree that they show -> the structure tree: one tag an element, however many pages it is on.

The tree of a paper says what is a table, a list, a note; the pages say where each of their words stands. So the
structure (ISO 32000-1 14.7) is that of the source, in the order of the source, and a paragraph, a list or a table that
goes on over the page is one all the same. What stands in the margins, the heads of a table said again on its next
page and the dots of the contents become artifacts: they are seen and not read.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, TypeAlias
from xml.etree.ElementTree import Element

import pydyf  # type: ignore[import-untyped]
from weasyprint.formatting_structure.boxes import MarginBox, TextBox
from weasyprint.layout.absolute import AbsolutePlaceholder

from neaspec_docs.write.languages import language
from neaspec_docs.write.pdf import roles
from neaspec_docs.write.pdf.painted import Box, PaintedPage, places
from neaspec_docs.write.redlined import words_now
from neaspec_docs.write.styled import classes, words


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a page that is painted under one mark; `part` is what the style sheet added it as: "before"."""

    page: int
    mark: int
    box: Box
    part: str = ""


@dataclass(frozen=True, slots=True)
class Annotation:
    """The place on a page that leads on when it is clicked: one for each line of a link."""

    page: int
    link: Any


@dataclass(eq=False, slots=True)
class Tag:
    """A structure element: its kind ("" only holds others), what it holds, its entries, its attributes by owner."""

    kind: str
    element: Element
    kids: list["Kid"] = field(default_factory=list)
    entries: dict[str, str] = field(default_factory=dict)
    attributes: dict[str, dict[str, Any]] = field(default_factory=dict)

    def tags(self) -> list["Tag"]:
        """Return the tags right in this one."""
        return [kid for kid in self.kids if isinstance(kid, Tag)]

    def below(self) -> Iterator["Tag"]:
        """Give every tag in this one, a parent before what it holds."""
        for tag in self.tags():
            yield tag
            yield from tag.below()

    def pieces(self) -> Iterator[Piece]:
        """Give every stretch of a page in this tag and in those that it holds."""
        for kid in self.kids:
            if isinstance(kid, Piece):
                yield kid
            elif isinstance(kid, Tag):
                yield from kid.pieces()


Kid: TypeAlias = Tag | Piece | Annotation


class Structure:
    """The tags of a document; each has what it holds in the order of the source."""

    def __init__(self, root: Element, pages: list[PaintedPage], pdf: Any) -> None:  # noqa: ANN401 -- pydyf has no types
        """Take the tree that was laid out, its pages, and the PDF in the making."""
        self.pages = pages
        self.document = Tag("Document", root)
        self.artifacts = Artifacts(pages)
        self._pdf = pdf
        self._references: tuple[bytes, ...] = pdf.page_references  # which pydyf makes anew whenever it is asked
        self._above = {child: parent for parent in root.iter() for child in parent}
        self._tags = {root: self.document}
        self._repeated: set[Element] = set()
        self._firsts: dict[Element, int] = {}
        for number, page in enumerate(pages):
            for box in page.box.children:
                if isinstance(box, MarginBox):
                    self._silence(number, box, "Pagination", "Header" if "@top" in box.at_keyword else "Footer")
                else:
                    self._take(number, box)

    def _take(self, page: int, box: Box) -> None:
        """Put what a box shows, and what is in it, where it belongs."""
        if isinstance(box, AbsolutePlaceholder):
            box = box._box  # noqa: SLF001 -- as WeasyPrint does itself
        if box.is_leader:  # the dots of the contents
            self._silence(page, box, "Layout")
            return
        if box.style["position"] == "fixed" and "::" not in box.element_tag:  # WeasyPrint shows it on every page
            self._repeated.add(box.element)
        if box.link_annotation:
            self._link(page, box)
        if (mark := self.pages[page].marks.get(box)) is not None:
            self._place(page, box, mark)
        for child in box.children:
            self._take(page, child)

    def _place(self, page: int, box: Box, mark: int) -> None:
        """Give a stretch of a page to its element; the page has blanks by themselves, which nobody hears."""
        if isinstance(box, TextBox) and not box.text.strip():
            self.artifacts.silence(page, mark, "Layout")
        elif self._is_said(page, box.element):
            part = box.element_tag.partition("::")[2]
            self._tag(box.element).kids.append(Piece(page, mark, box, part))
        else:
            self.artifacts.silence(page, mark, "Pagination")

    def _link(self, page: int, box: Box) -> None:
        """Keep one annotation a line of a link, though what is in it has its own, and let it say the link's words."""
        annotation = box.link_annotation
        if box.element.tag == "a" and self._is_said(page, box.element):
            if "Dest" in annotation:  # the address of what is outside stays: it says more than "here"
                annotation["Contents"] = pydyf.String(words_now(box.element))
            self._tag(box.element).kids.append(Annotation(page, annotation))
        else:
            self._pdf.objects[int(self._references[page].split()[0])]["Annots"].remove(annotation.reference)
            annotation.clear()

    def _is_said(self, page: int, element: Element) -> bool:
        """Say whether an element is read on a page: what is shown on many, as a table's heads, is on the first."""
        above: Element | None = element
        while above is not None:
            is_shown_again = above.tag == "thead" or above in self._repeated
            if is_shown_again and self._firsts.setdefault(above, page) != page:
                return False
            above = self._above.get(above)
        return True

    def _tag(self, element: Element) -> Tag:
        """Return the tag of an element; those of a table and of a note come at the place of the source."""
        if element not in self._tags:
            parent = self._tag(self._above[element])
            if element not in self._tags:  # a table makes the tags of all that is in it
                self._make(element, parent)
        return self._tags[element]

    def _make(self, element: Element, parent: Tag) -> None:
        tag = self._tags[element] = Tag(self._kind(element, parent), element)
        parent.kids.append(tag)
        if (spoken := element.get("lang")) is not None:
            tag.entries["Lang"] = spoken
            if element.tag == "span" and language(spoken).right_to_left:  # they are painted from the left, backwards
                tag.entries["ActualText"] = words(element)
        if element.tag in {"table", "thead", "tbody", "tr"}:
            for part in element:
                self._tag(part)
        elif "call" in classes(element):
            beside = list(self._above[element])
            self._tag(beside[beside.index(element) + 1])

    def _kind(self, element: Element, parent: Tag) -> str:
        if element.tag not in roles.HEADINGS:
            return roles.kind(element, parent.element)
        annexes = -1 if "annex-heading" in classes(element) else 0
        above = element
        while above in self._above:
            above = self._above[above]
            annexes += "annex" in classes(above)
        return roles.heading(int(element.tag[1]), annexes)

    def _silence(self, page: int, box: Box, kind: str, place: str | None = None) -> None:
        """Make artifacts of all that a box shows."""
        for part in box.descendants(placeholders=True):
            if (mark := self.pages[page].marks.get(part)) is not None:
                self.artifacts.silence(page, mark, kind, place)


class Artifacts:
    """What is seen on the pages and not read (ISO 32000-1 14.8.2.2)."""

    def __init__(self, pages: list[PaintedPage]) -> None:
        """Take the painted pages."""
        self._pages = pages
        self._places: dict[int, dict[int, int]] = {}

    def silence(self, page: int, mark: int, kind: str, place: str | None = None) -> None:
        """Turn a marked stretch of a page into an artifact of a kind."""
        form = self._pages[page].forms.get(mark)
        operators = self._pages[page].operators if form is None else form.stream
        if (key := id(operators)) not in self._places:
            self._places[key] = places(operators)
        at = self._places[key][mark]
        properties = {"Type": f"/{kind}"} | ({} if place is None else {"Subtype": f"/{place}"})
        operators[at - 1 : at + 1] = ["/Artifact", pydyf.Dictionary(properties)]
