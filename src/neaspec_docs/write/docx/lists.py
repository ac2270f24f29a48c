"""Sections, numbered paragraphs and lists of the Page -> Word's live lists, which come to the Page's numbers."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from xml.etree.ElementTree import Element

from neaspec_docs.model import scheme
from neaspec_docs.model.scheme import Mark, Sample
from neaspec_docs.write.docx import looks, numbering, revisions
from neaspec_docs.write.docx.flow import Flow
from neaspec_docs.write.docx.inlines import Line, Part
from neaspec_docs.write.docx.list_styles import HEADINGS, IN_TEXT, PARAGRAPHS, Shapes
from neaspec_docs.write.docx.looks import Look
from neaspec_docs.write.docx.numbering import Level, Numbering
from neaspec_docs.write.docx.revisions import BOTH, Edition, Samples
from neaspec_docs.write.docx.wordml import Markup, settle, w
from neaspec_docs.write.styled import classes

_MARKS = {"bullet": Mark.BULLET, "dash": Mark.DASH}

_BELOW = 120
"""The space below a whole list, as below a paragraph of text, in twentieths of a point."""


def unwritten(line: Line, _span: Element, _look: Look) -> None:
    """Leave out a number that the list of the paragraph makes itself, and the white space behind it."""
    line.set_apart = True


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


@dataclass(frozen=True, slots=True)
class Listed:
    """What puts a paragraph into a list: its properties, and those it had in the old version where they were others."""

    properties: Sequence[Markup]
    before: Sequence[Markup] | None = None


@dataclass(frozen=True, slots=True)
class _Scheme:
    """How headings are numbered: under which abstract list, which instance of it, and by which levels."""

    abstract: int
    instance: int
    levels: tuple[Level, ...]


class Lists:
    """The lists of one paper, and where each of its versions stands in them."""

    def __init__(self, lists: Numbering, headings: str, old: str | None = None) -> None:
        """Begin with headings numbered by these samples, by `old` in the old version, and paragraphs from 1."""
        self._lists = lists
        self._abstracts: dict[tuple[Sample | Mark, tuple[str, ...]], int] = {}
        self._bullets: dict[int, int] = {}
        levels = numbering.heading_levels(headings)
        abstract = lists.abstract(levels)
        first = _Scheme(abstract, lists.instance(abstract), levels)
        self._headings = dict.fromkeys(Edition, first)
        self._paragraph_list = lists.abstract(numbering.PARAGRAPH_LEVELS)
        self._paragraphs = dict.fromkeys(Edition, lists.instance(self._paragraph_list))
        known = {headings: first}
        self._known = dict.fromkeys(Edition, known)
        self._unnumbered: int | None = None
        self._afresh: dict[Edition, set[int]] = {version: set() for version in Edition}
        self._gone: list[tuple[int, _Scheme]] = []
        if old is not None:
            self.headings({Edition.OLD: old})

    def enter_annex(self, annex: Element) -> None:
        """Let sections and paragraphs begin again.

        The annex's headings may stand under several instances, which share one count: the first heading of a level,
        under whichever, lets it begin again (`_begun_again`), and none after it does. An annex whose first paragraph
        or some of whose headings are new or gone counts in lists of its own, as do items (`_instance`).
        """
        known: dict[str, _Scheme] = {}
        schemes: dict[tuple[Level, ...], _Scheme] = {}
        headings = revisions.samples(annex)
        apart = any(revisions.differ(annex, part) for part in annex.iter() if part.get("data-level") is not None)
        for version, samples in headings.items():
            before = self._headings[version]
            levels = before.levels if samples is None else numbering.heading_levels(samples)
            if levels not in schemes:
                schemes[levels] = self._scheme(self._apart(levels) if apart else before.abstract, levels)
            self._headings[version], self._known[version] = schemes[levels], known
            self._afresh[version] = set(range(len(levels)))
            if samples is not None:
                known[samples] = schemes[levels]
        first = next((part for part in annex.iter("div") if "para" in classes(part)), None)
        abstract = self._paragraph_list
        if first is not None and revisions.differ(annex, first):
            abstract = self._apart(numbering.PARAGRAPH_LEVELS)
        self._paragraphs.update(dict.fromkeys(headings, self._lists.instance(abstract, {0: 1})))
        if Edition.OLD in headings:
            self._gone.clear()

    def _apart(self, levels: Sequence[Level]) -> int:
        """Return an abstract list that no style names."""
        return self._lists.abstract([replace(level, linked=False) for level in levels])

    def headings(self, samples: Samples) -> Mapping[Edition, _Scheme]:
        """Number the headings by these samples from here on, and return what they were numbered by before."""
        before = {version: self._headings[version] for version in samples}
        for version, own in samples.items():
            if own is not None:
                known = self._known[version]
                if own not in known:
                    known[own] = self._scheme(self._headings[version].abstract, numbering.heading_levels(own))
                self._headings[version] = known[own]
        return before

    def headings_again(self, before: Mapping[Edition, _Scheme]) -> None:
        """Go back to what `headings` returned."""
        self._headings.update(before)

    def heading(self, depth: int, source: Element) -> Listed:
        """Return what gives a heading its number, or takes it away; depth counts from 0."""
        given = revisions.numbers(source)
        self._leave_gone(depth, source)
        follows: dict[int, dict[Edition, str]] = {}
        under: dict[Edition, tuple[int, bool]] = {}
        for version, number in given.items():
            scheme = self._headings[version]
            if number is None and scheme.levels[depth].shows:
                under[version] = self._without_number(), False
                continue
            self._begun_again(version, depth)
            if number is None:
                under[version] = self._lists.unseen(scheme.instance, depth, [version]), False
            else:
                follows.setdefault(scheme.instance, {})[version] = number
        for instance, wanted in follows.items():
            found = self._lists.follow(instance, depth, wanted)
            under.update({version: (found[version], True) for version in wanted})

        def properties(version: Edition) -> list[Markup]:
            instance, shown = under[version]
            return [*_listed(instance, depth, HEADINGS), *([] if shown else [w("ind", hanging=0)])]

        if len(set(under.values())) > 1:
            return Listed(properties(Edition.NEW), properties(Edition.OLD))
        return Listed(properties(next(iter(under))))

    def _leave_gone(self, depth: int, source: Element) -> None:
        """Number a heading that is gone, which no section holds any more, and those below it, by its own samples."""
        if Edition.OLD not in revisions.seen(revisions.of(source)):
            return
        while self._gone and self._gone[-1][0] >= depth:
            self._headings[Edition.OLD] = self._gone.pop()[1]
        if samples := source.get("data-headings"):
            self._gone.append((depth, self._headings[Edition.OLD]))
            self.headings({Edition.OLD: samples})

    def _begun_again(self, version: Edition, depth: int) -> None:
        """Let a level begin again at the first heading that an annex has of it; what is below then does by itself."""
        afresh = self._afresh[version]
        if depth in afresh:
            self._lists.begin_again(self._headings[version].instance, depth, version)
        self._afresh[version] = {level for level in afresh if level < depth}

    def _scheme(self, abstract: int, levels: tuple[Level, ...]) -> _Scheme:
        return _Scheme(abstract, self._lists.instance(abstract, {}, dict(enumerate(levels))), levels)

    def _without_number(self) -> int:
        """Return the instance of a list that shows nothing and counts for itself.

        A `w:numId` of 0 takes a number away too (ISO/IEC 29500-1, 17.9.18), but checkers of files look for a list 0.
        """
        if self._unnumbered is None:
            self._unnumbered = self._lists.instance(self._lists.abstract(numbering.blank_levels()))
        return self._unnumbered

    def paragraph(self, source: Element) -> Listed:
        """Return what gives a numbered paragraph its number."""
        under = {
            version: self._lists.count(self._paragraphs[version], 0, {version: number or ""})
            for version, number in revisions.numbers(source).items()
        }
        return Listed(_listed(next(iter(under.values())), 0, PARAGRAPHS))

    def write(self, flow: Flow, source: Element, depth: int = 0, shapes: Shapes = IN_TEXT) -> None:
        """Write a list and those in its items; depth counts from 0, one more within a numbered paragraph."""
        begun = len(flow.root)
        self._list(flow, source, depth, shapes)
        if shapes is IN_TEXT:
            written, seen = flow.root[begun:], flow.manuscript.revisions.seen
            last = (next((item for item in reversed(written) if each in seen(item)), None) for each in Edition)
            for item in last:
                if item is not None:
                    settle(item, w("spacing", after=_BELOW))

    def _list(self, flow: Flow, source: Element, depth: int, shapes: Shapes) -> None:
        sample = source.get("data-style", "bullet")
        style = _MARKS.get(sample) or scheme.read(sample)
        if style is None:
            flow.manuscript.unknown(source, f"a list of style `{sample}`")
            style = Mark.BULLET
        flow.wait(source)
        counted = isinstance(style, Sample)
        styles = shapes.counted if counted else shapes.marked
        own = _Written(self._instance(source, style, styles, depth), depth, counted, styles, shapes)
        for item in source:
            if item.tag != "li":
                flow.manuscript.unknown(item, "a list")
            self._item(flow, item, own)

    def _instance(self, source: Element, style: Sample | Mark, styles: tuple[str, ...], depth: int) -> int:
        """Return a new instance for a list that counts, and one for all lists of the same mark.

        An instance begins again at its first item. There are readers that forget it with that item: a list that has
        another first item in each version is an abstract list of its own, which begins by itself.
        """
        if isinstance(style, Sample) and len(source) and revisions.differ(source, source[0]):
            return self._lists.instance(self._lists.abstract(numbering.list_levels(style, styles)))
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
            wanted = {version: number or "" for version, number in revisions.numbers(item).items()}
            self._lists.count(own.instance, own.depth, wanted)
        passages = [item] if item.find("p") is None else list(item)
        opening = {version: _first(passages, version) for version in BOTH}
        for passage in passages:
            if passage.tag in ("ol", "ul"):
                self._list(flow, passage, own.depth + 1, own.shapes)
            else:
                opens = frozenset(version for version in BOTH if opening[version] is passage)
                marked = passage is (opening[Edition.NEW] if opening[Edition.NEW] is not None else passages[0])
                written = self._passage(
                    flow, passage, own, opens, flow.anchored(item) if marked and passage is not item else []
                )
                if opens:
                    settle(written, *looks.of_number(item))

    def _passage(
        self, flow: Flow, passage: Element, own: _Written, opens: frozenset[Edition], marks: Sequence[str]
    ) -> Markup:
        """Return a paragraph of an item: with its number in the versions where it `opens` the item, else below that."""
        numbered = own.at_depth(own.styles), _listed(own.instance, own.depth, 0)
        further: tuple[str, list[Markup]] = own.at_depth(own.shapes.further), []
        seen = revisions.seen(revisions.of(passage))
        now, before = numbered, further
        if not opens or (Edition.NEW in seen and Edition.NEW not in opens):
            now, before = further, numbered
        parts = NUMBERED if opens else None
        written = flow.paragraph(now[0], passage, marks=marks, parts=parts, properties=now[1])
        if opens and opens != seen:
            flow.was(written, *before)
        return written


def _first(passages: Sequence[Element], version: Edition) -> Element | None:
    for one in passages:
        if version in revisions.seen(revisions.of(one)):
            return one
    return None


def _listed(instance: int, depth: int, by_style: int) -> list[Markup]:
    """Return `w:numPr`, or nothing where the paragraph's style brings it."""
    if instance == by_style:
        return []
    return [w("numPr", w("ilvl", val=depth), w("numId", val=instance))]
