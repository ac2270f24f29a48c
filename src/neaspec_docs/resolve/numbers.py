"""A paper -> the same paper with every number and every anchor assigned.

Sections count by their scheme of headings, paragraphs run on through the paper and begin again in an annex, tables
and figures run on through annexes too, items begin again in each list, slides count from the title slide. A paper
annexed whole keeps its own.
"""

from dataclasses import dataclass, replace
from typing import TypeVar, assert_never

from neaspec_docs.diagnostics.codes import Code
from neaspec_docs.diagnostics.diagnostic import Related
from neaspec_docs.diagnostics.span import Span
from neaspec_docs.model import scheme
from neaspec_docs.model.block import (
    Block,
    Blocks,
    Box,
    Day,
    Documents,
    Figure,
    List,
    PageBreak,
    Paragraph,
    Participants,
    Programme,
    Quote,
    Row,
    Section,
    Slide,
    Table,
    Unnumbered,
)
from neaspec_docs.model.document import Annex, Document
from neaspec_docs.model.node import Anchored, Number
from neaspec_docs.model.scheme import Mark, Numeral, Sample, Scheme, Style
from neaspec_docs.model.walk import nodes
from neaspec_docs.resolve.context import Context

Part = TypeVar("Part", Row, Day)


def assign(document: Document, context: Context) -> Document:
    """Return the paper with the numbers and anchors of all its blocks and annexes.

    An id used twice, a section deeper than its headings go, and a composite under a level without a number are errors.
    """
    return _Numbering(document, context).document(document)


@dataclass(frozen=True, slots=True)
class _Level:
    """The level that sections stand on: how far down, the scheme in force, and the number of the section above."""

    depth: int
    scheme: Scheme
    above: Number | None = None


class _Numbering:
    """The counters of one paper, moved on while its blocks are read in order."""

    def __init__(self, document: Document, context: Context) -> None:
        self.report = context.report
        self.chosen = {node.id for node in nodes(document, Anchored)}  # by the author
        self.ids: dict[str, Span] = {}
        self.paragraphs = self.tables = self.figures = 0
        self.slides = 1  # the title slide, which is made from the paper and its meeting

    def document(self, document: Document) -> Document:
        body = self._blocks(document.body, "body", _Level(1, document.headings))
        several = len(document.annexes) > 1
        annexes = []
        for count, annex in enumerate(document.annexes, 1):
            assert isinstance(annex, Annex)  # noqa: S101 -- annexes.include has been here
            annexes.append(self._annex(annex, count, document.headings, several=several))
        return replace(document, body=body, annexes=tuple(annexes))

    def _annex(self, annex: Annex, count: int, headings: Scheme, *, several: bool) -> Annex:
        roman = scheme.numeral(Numeral.UPPER_ROMAN, count)
        number = Number(roman, roman) if several else None
        if annex.document is not None:
            return replace(annex, number=number)
        anchor = self._anchor(annex, f"annex.{count}")
        self.paragraphs = 0
        body = self._blocks(annex.body, anchor, _Level(1, annex.headings or headings))
        return replace(annex, number=number, anchor=anchor, body=body)

    def _blocks(self, blocks: Blocks, above: str, level: _Level) -> Blocks:
        counter = 0
        numbered: list[Block] = []
        for place, block in enumerate(blocks, 1):
            anchor = self._anchor(block, f"{above}.{place}")
            if isinstance(block, Section):
                counter += block.numbered and self._sample(level) is not None
                numbered.append(self._section(block, anchor, counter, level))
            else:
                numbered.append(self._block(block, anchor, level))
        return tuple(numbered)

    def _anchor(self, node: Anchored, place: str) -> str:
        """Return where a block can be found: under its id, or where it stands."""
        if node.id is None:
            return place if place not in self.chosen else self._anchor(node, f"{place}-")
        if node.id in self.ids:
            first = Related(self.ids[node.id], "first used here")
            self.report.error(Code.DUPLICATE_ID, f"the id `{node.id}` is used twice", node.id_at, related=(first,))
        self.ids.setdefault(node.id, node.id_at)
        return node.id

    def _sample(self, level: _Level) -> Sample | None:
        return level.scheme[level.depth - 1] if level.depth <= len(level.scheme) else None

    def _section(self, section: Section, anchor: str, counter: int, level: _Level) -> Section:
        if level.depth > min(len(level.scheme), scheme.DEEPEST):
            deepest = min(len(level.scheme), scheme.DEEPEST)
            self.report.error(
                Code.TOO_DEEP,
                f"a section at level {level.depth}, where `headings` goes to level {deepest}",
                section.at,
                "add a sample to `headings`, at most five" if deepest < scheme.DEEPEST else "bring it one level up",
            )
        sample = self._sample(level) if section.numbered else None
        number = self._joined(sample, counter, level.above, section.at)
        own = section.headings
        below = level.scheme[: level.depth] + own if own is not None else level.scheme
        deeper = _Level(level.depth + 1, below, number)
        body = self._blocks(section.body, anchor, deeper)
        return replace(section, anchor=anchor, level=level.depth, number=number, body=body)

    def _joined(self, sample: Sample | None, count: int, above: Number | None, at: Span) -> Number | None:
        if sample is None:
            return None
        own = f"{sample.before}{scheme.numeral(sample.numeral, count)}"
        if sample.composite:
            if above is None:
                self.report.error(
                    Code.COMPOSITE_WITHOUT_PARENT,
                    f"`{sample.written}` joins the level above, which has no number here",
                    at,
                    "number the level above, or write a sample that stands alone, such as `1.`",
                )
                return None
            own = f"{above.cited}.{own}"
        return _number(own, sample.after)

    def _block(self, block: Block, anchor: str, level: _Level) -> Block:
        match block:
            case Paragraph():
                self.paragraphs += 1
                number = _number(str(self.paragraphs), ".")
                body = self._blocks(block.body, anchor, level)
                return replace(block, anchor=anchor, number=number, body=body)
            case List():
                return self._items(block, anchor)
            case Table():
                rows = self._placed(block.rows, f"{anchor}.r")
                self.tables += bool(block.caption)
                number = _number(str(self.tables), "")
                return replace(block, anchor=anchor, rows=rows, number=number if block.caption else None)
            case Figure():
                self.figures += bool(block.caption)
                number = _number(str(self.figures), "")
                return replace(block, anchor=anchor, number=number if block.caption else None)
            case Programme():
                return replace(block, anchor=anchor, days=self._placed(block.days, f"{anchor}.d"))
            case Slide():
                self.slides += 1
                number = _number(str(self.slides), "")
                body = self._blocks(block.body, anchor, level)
                return replace(block, anchor=anchor, number=number, body=body)
            case Unnumbered() | Quote() | Box() | Participants() | Documents() | PageBreak() | Section():
                return replace(block, anchor=anchor)
        assert_never(block)

    def _items(self, written: List, anchor: str) -> List:
        items = []
        for place, item in enumerate(written.items, 1):
            own = self._anchor(item, f"{anchor}.{place}")
            under = item.under and self._items(item.under, f"{own}.1")
            items.append(replace(item, anchor=own, number=_marked(written.style, place), under=under))
        return replace(written, anchor=anchor, items=tuple(items))

    def _placed(self, parts: tuple[Part, ...], lead: str) -> tuple[Part, ...]:
        """Give rows or days their anchors."""
        return tuple(replace(part, anchor=self._anchor(part, f"{lead}{place}")) for place, part in enumerate(parts, 1))


def _marked(style: Style, count: int) -> Number:
    if isinstance(style, Mark):
        return Number(style.value, style.value)
    return _number(f"{style.before}{scheme.numeral(style.numeral, count)}", style.after)


def _number(own: str, after: str) -> Number:
    """Return a number as printed, and as cited: less its closing full stop."""
    return Number(own + after, own + after.rstrip("."))
