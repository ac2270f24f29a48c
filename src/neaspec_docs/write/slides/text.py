"""Blocks of running text -> its paragraphs one after another, each with its level, its indent and its mark."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from xml.etree.ElementTree import Element

from neaspec_docs.write.slides import lines, measures
from neaspec_docs.write.styled import classes

MARKS = {"bullet": "•", "dash": "–"}
"""What stands before the items of a list that doesn't count, by its `data-style`."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph: `level` from 0, `left` where its words begin and `hang` how far its mark stands out (mm).

    `mark` is "" without one; `style` the sample of a list that counts, and `place` the item's number in it. `closes` is
    the level of what follows where that is a level above.
    """

    source: Element
    level: int = 0
    left: float = 0.0
    hang: float = 0.0
    mark: str = ""
    style: str = ""
    place: int = 0
    closes: int | None = None


_BOLD = frozenset({"organ", "meeting", "caption", "panel-title"})


def is_bold(paragraph: Element) -> bool:
    """Say whether all of a paragraph is set bold, for what it is."""
    return bool(classes(paragraph) & _BOLD)


@dataclass(frozen=True, slots=True)
class Setting:
    """How running text is set: the type of the first level and of those below, the space after each, in points."""

    size: float
    deeper: float
    after: float
    after_deeper: float
    indent: float = 1.0

    def type(self, paragraph: Paragraph) -> float:
        """Return the size of a paragraph's type in points."""
        return self.deeper if paragraph.level else self.size

    def space(self, paragraph: Paragraph) -> float:
        """Return the space below a paragraph in points."""
        level = paragraph.level if paragraph.closes is None else paragraph.closes
        return self.after_deeper if level else self.after


@dataclass(frozen=True, slots=True)
class Scale:
    """How the text of a slide, its tables and panels are set; the style sheet knows it by its name."""

    name: str
    body: Setting
    cell: Setting
    panel: Setting
    panel_title: Setting


def _small(size: float) -> Setting:
    return Setting(size, size, 2, 2, indent=measures.SMALL * size / 14)


FULL = Scale("", Setting(18, 16, 8, 4), _small(14), _small(14), Setting(16, 16, 4, 4))
AIRY = Scale("airy", Setting(24, 20, 12, 6, indent=1.25), _small(18), _small(20), Setting(22, 22, 5, 5))
"""The usual type of a slide, and that of one with so little on it that all fits in larger type."""

NOTE = Setting(measures.SIZE_NOTE, measures.SIZE_NOTE, 2, 2)


def paragraphs(blocks: Iterable[Element], setting: Setting) -> list[Paragraph]:
    """Return the paragraphs of these blocks: `p`, and lists with those in them."""
    made: list[Paragraph] = []
    for block in blocks:
        made += _items(block, setting, 0, 0.0) if block.tag in ("ol", "ul") else [Paragraph(block)]
    for at, (one, after) in enumerate(pairwise(made)):
        if after.level < one.level:
            made[at] = replace(one, closes=after.level)
    return made


def height(paragraphs: Iterable[Paragraph], width: float, setting: Setting, *, bold: bool = False) -> float:
    """Return how high paragraphs stand in a column, in millimetres; the space below the last is none of it."""
    total = space = 0.0
    for paragraph in paragraphs:
        size = setting.type(paragraph)
        strong = bold or is_bold(paragraph.source)
        number = lines.count(paragraph.source, width - paragraph.left, size, bold=strong)
        total += space + lines.height(number, size)
        space = setting.space(paragraph) * measures.POINT
    return total


def _items(items: Element, setting: Setting, level: int, left: float) -> Iterator[Paragraph]:
    style = items.get("data-style", "bullet")
    hang = setting.indent * (measures.BULLET if style in MARKS else measures.NUMERAL)
    for place, item in enumerate(items, 1):
        mark = item.get("data-number") or MARKS.get(style, "")
        for part in item:
            if part.tag in ("ol", "ul"):
                yield from _items(part, setting, level + 1, left + hang)
            else:
                yield Paragraph(part, level, left + hang, hang if mark else 0.0, mark, style, place)
                mark = ""
