"""Sections, numbered paragraphs and lists of the Page -> Word's live lists, which come to the Page's numbers."""

from collections.abc import Mapping
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from lxml import etree

from neaspec_docs.model import scheme
from neaspec_docs.model.scheme import Mark, Sample
from neaspec_docs.write.docx import numbering
from neaspec_docs.write.docx.flow import Flow
from neaspec_docs.write.docx.inlines import Line, Look, Part
from neaspec_docs.write.docx.numbering import Level, Numbering
from neaspec_docs.write.docx.wordml import Markup, W, settle, w

_DEPTHS = range(1, 6)
_MARKS = {"bullet": Mark.BULLET, "dash": Mark.DASH}

_BELOW = 120
"""The space below a whole list, as below a paragraph of text, in twentieths of a point."""

HEADINGS, PARAGRAPHS = 1, 2
"""The instances that styles bring with them: Heading 1 to 5, Numbered paragraph."""

_TIED = {f"Heading{depth}": HEADINGS for depth in _DEPTHS} | {"NumberedParagraph": PARAGRAPHS}


@dataclass(frozen=True, slots=True)
class Shapes:
    """The styles of a list by depth: of items that count, items that don't, and an item's further paragraphs."""

    counted: tuple[str, ...]
    marked: tuple[str, ...]
    further: tuple[str, ...]


def _by_depth(style: str) -> tuple[str, ...]:
    return tuple(style if depth == 1 else f"{style}{depth}" for depth in _DEPTHS)


IN_TEXT = Shapes(_by_depth("ListNumber"), _by_depth("ListBullet"), _by_depth("ListContinue"))


def _in_cell(style: str) -> Shapes:
    items = style, f"{style}2"
    return Shapes(items, items, (f"{style}Continue", f"{style}Continue2"))


IN_TABLE = _in_cell("TableList")
IN_BOX = _in_cell("BoxCellList")
IN_PANEL = _in_cell("PanelList")


def unwritten(line: Line, span: Element, look: Look) -> None:
    """Leave out a number that the list of the paragraph makes itself."""


NUMBERED: Mapping[str, Part] = {"number": unwritten}
"""How the parts of a numbered paragraph or heading are written."""


@dataclass(frozen=True, slots=True)
class _Written:
    """A list on its way into Word: its instance, how deep it stands (from 0), whether it counts, and its styles."""

    instance: int
    depth: int
    counted: bool
    styles: tuple[str, ...]
    shapes: Shapes

    def at_depth(self, styles: tuple[str, ...]) -> str:
        """Return the style for this depth; the last is for all below."""
        return styles[min(self.depth, len(styles) - 1)]


class Lists:
    """The lists of one paper."""

    def __init__(self, lists: Numbering, headings: str) -> None:
        """Begin with headings numbered by these samples, and paragraphs from 1."""
        self._lists = lists
        self._abstracts: dict[tuple[Sample | Mark, tuple[str, ...]], int] = {}
        self._bullets: dict[int, int] = {}
        self._levels = numbering.heading_levels(headings)
        self._heading_list = lists.abstract(self._levels)
        self._headings = lists.instance(self._heading_list)
        self._paragraph_list = lists.abstract(numbering.PARAGRAPH_LEVELS)
        self._paragraphs = lists.instance(self._paragraph_list)
        self._known = {headings: (self._headings, self._levels)}
        self._unnumbered: int | None = None
        self._afresh: set[int] = set()

    def enter_annex(self, headings: str | None) -> None:
        """Let sections and paragraphs begin again.

        The annex's headings may stand under several instances, which share one count: the first heading of a level,
        under whichever, lets it begin again (`_begun_again`), and none after it does.
        """
        levels = self._levels if headings is None else numbering.heading_levels(headings)
        self._headings = self._lists.instance(self._heading_list, {}, dict(enumerate(levels)))
        self._levels = levels
        self._known = {} if headings is None else {headings: (self._headings, levels)}
        self._afresh = set(range(len(levels)))
        self._paragraphs = self._lists.instance(self._paragraph_list, {0: 1})

    def headings(self, samples: str) -> tuple[int, tuple[Level, ...]]:
        """Number the headings by these samples from here on, and return what they were numbered by before."""
        before = self._headings, self._levels
        if samples not in self._known:
            levels = numbering.heading_levels(samples)
            self._known[samples] = self._lists.instance(self._heading_list, {}, dict(enumerate(levels))), levels
        self._headings, self._levels = self._known[samples]
        return before

    def headings_again(self, before: tuple[int, tuple[Level, ...]]) -> None:
        """Go back to what `headings` returned."""
        self._headings, self._levels = before

    def heading(self, depth: int, number: str | None) -> list[Markup]:
        """Return the properties that give a heading its number, or take it away; depth counts from 0."""
        if number is None and self._levels[depth].shows:
            return [*_listed(self._without_number(), depth, HEADINGS), w("ind", hanging=0)]
        self._begun_again(depth)
        if number is not None:
            return _listed(self._lists.follow(self._headings, depth, number), depth, HEADINGS)
        return [*_listed(self._lists.unseen(self._headings, depth), depth, HEADINGS), w("ind", hanging=0)]

    def _begun_again(self, depth: int) -> None:
        """Let a level begin again at the first heading that an annex has of it; what is below then does by itself."""
        if depth in self._afresh:
            self._lists.begin_again(self._headings, depth)
        self._afresh -= set(range(depth, len(self._levels)))

    def _without_number(self) -> int:
        """Return the instance of a list that shows nothing and counts for itself.

        A `w:numId` of 0 takes a number away too (ISO/IEC 29500-1, 17.9.18), but checkers of files look for a list 0.
        """
        if self._unnumbered is None:
            self._unnumbered = self._lists.instance(self._lists.abstract(numbering.blank_levels()))
        return self._unnumbered

    def paragraph(self, number: str) -> list[Markup]:
        """Return the properties that give a numbered paragraph its number."""
        return _listed(self._lists.count(self._paragraphs, 0, number), 0, PARAGRAPHS)

    def write(self, flow: Flow, source: Element, depth: int = 0, shapes: Shapes = IN_TEXT) -> None:
        """Write a list and those in its items; depth counts from 0, one more within a numbered paragraph."""
        self._list(flow, source, depth, shapes)
        if shapes is IN_TEXT and len(flow.root):
            settle(flow.root[-1], w("spacing", after=_BELOW))

    def _list(self, flow: Flow, source: Element, depth: int, shapes: Shapes) -> None:
        sample = source.get("data-style", "bullet")
        style = _MARKS.get(sample) or scheme.read(sample)
        if style is None:
            flow.manuscript.unknown(source, f"a list of style `{sample}`")
            style = Mark.BULLET
        flow.wait(source)
        counted = isinstance(style, Sample)
        styles = shapes.counted if counted else shapes.marked
        own = _Written(self._instance(style, styles, depth), depth, counted, styles, shapes)
        for item in source:
            if item.tag != "li":
                flow.manuscript.unknown(item, "a list")
            self._item(flow, item, own)

    def _instance(self, style: Sample | Mark, styles: tuple[str, ...], depth: int) -> int:
        """Return a new instance for a list that counts, and one for all lists of the same mark."""
        key = style, styles
        if key not in self._abstracts:
            self._abstracts[key] = self._lists.abstract(numbering.list_levels(style, styles))
        abstract = self._abstracts[key]
        if isinstance(style, Sample):
            return self._lists.instance(abstract, {depth: 1})
        if abstract not in self._bullets:
            self._bullets[abstract] = self._lists.instance(abstract)
        return self._bullets[abstract]

    def _item(self, flow: Flow, item: Element, own: _Written) -> None:
        if own.counted:
            self._lists.count(own.instance, own.depth, item.get("data-number", ""))
        listed = _listed(own.instance, own.depth, 0)
        passages = [item] if item.find("p") is None else list(item)
        for place, passage in enumerate(passages):
            match passage.tag:
                case "ol" | "ul":
                    self._list(flow, passage, own.depth + 1, own.shapes)
                case _ if place == 0:
                    marks = () if passage is item else flow.anchored(item)
                    flow.paragraph(own.at_depth(own.styles), passage, marks=marks, parts=NUMBERED, properties=listed)
                case _:
                    flow.paragraph(own.at_depth(own.shapes.further), passage)


def tie(styles: etree._Element) -> None:
    """Let the styles that bring a list name ours: Word gives lists other numbers when it saves a template.

    `styles` is the root of styles.xml, which is changed.
    """
    stem = f"{{{W}}}"
    for style in styles.iter(f"{stem}style"):
        listed = style.find(f"{stem}pPr/{stem}numPr/{stem}numId")
        instance = _TIED.get(str(style.get(f"{stem}styleId")))
        if listed is not None and instance is not None:
            listed.set(f"{stem}val", str(instance))


def _listed(instance: int, depth: int, by_style: int) -> list[Markup]:
    """Return `w:numPr`, or nothing where the paragraph's style brings it."""
    if instance == by_style:
        return []
    return [w("numPr", w("ilvl", val=depth), w("numId", val=instance))]
