"""A redline laid out by WeasyPrint -> bars beside the lines in which something came or went, crosses over old pictures.

CSS has nothing that stands beside a line of its own, and what it makes paler leaves the page for a form, where no tag
reaches it. So bars and crosses are drawn on the pages when these are done, as artifacts (ISO 32000-1 14.8.2.2): they
are seen and not read.
"""

from collections.abc import Iterator
from typing import Any, TypeAlias
from xml.etree.ElementTree import Element

from weasyprint.formatting_structure.boxes import LineBox, ReplacedBox, TableRowBox

from neaspec_docs.write.pdf.painted import Box
from neaspec_docs.write.redlined import CHANGE, MARKS
from neaspec_docs.write.styled import classes

POINT = 0.75
"""A pixel of CSS in points."""

LEFT, WIDTH = 14 * 72 / 25.4, 1.2
"""Where the bars stand, from the left edge of the page, and how wide they are, in points."""

_GREY = 0.25
_BROWN = (0.541, 0.196, 0.0)
"""The colour of what went, that of `del` in the style sheet."""

_APART = 4.0
"""Bars closer than so many pixels are one."""

Stretch: TypeAlias = tuple[float, float]
"""From where to where a bar runs, in pixels from the upper edge of the page."""


def draw(document: Any, root: Element) -> None:  # noqa: ANN401 -- WeasyPrint ships no types
    """Draw the bars of a whole document."""
    changed = frozenset(_changed(root))
    for page in document.pages:
        stretches = _joined(_stretches(page.box, changed))
        if stretches:
            page.operators.extend(_operators(stretches, _gone(page.box)))


def _changed(root: Element) -> Iterator[Element]:
    """Give what came or went, and what stands in it; a number that follows from other changes did not."""
    for part in root.iter():
        if part.get(CHANGE) in MARKS or (part.tag in {"ins", "del"} and "renumbered" not in classes(part)):
            yield from part.iter()


def _stretches(page: Box, changed: frozenset[Element]) -> Iterator[Stretch]:
    for box in page.descendants(placeholders=True):
        if isinstance(box, LineBox):
            if any(inside.element in changed for inside in box.descendants()):
                yield box.position_y, box.position_y + box.height
        elif isinstance(box, ReplacedBox) and box.element in changed:
            yield box.border_box_y(), box.border_box_y() + box.border_height()
        elif isinstance(box, TableRowBox) and box.element in changed:
            yield box.position_y, box.position_y + box.height


def _gone(page: Box) -> Iterator[Box]:
    """Give the pictures that went: they have no words that could be struck."""
    for box in page.descendants(placeholders=True):
        if isinstance(box, ReplacedBox) and MARKS.get(box.element.get(CHANGE, "")) == "del":
            yield box


def _joined(stretches: Iterator[Stretch]) -> list[Stretch]:
    found: list[Stretch] = []
    for top, bottom in sorted(stretches):
        if found and top <= found[-1][1] + _APART:
            found[-1] = (found[-1][0], max(found[-1][1], bottom))
        else:
            found.append((top, bottom))
    return found


def _operators(stretches: list[Stretch], gone: Iterator[Box]) -> Iterator[object]:
    """Give what draws bars and crosses (ISO 32000-1 8.5); a page begins at its upper left corner, in points."""
    yield b"/Artifact <</Type /Layout>> BDC q"
    yield b"%.2f g" % _GREY
    for top, bottom in stretches:
        yield b"%.2f %.2f %.2f %.2f re f" % (LEFT, top * POINT, WIDTH, (bottom - top) * POINT)
    yield b"%.3f %.3f %.3f RG %.2f w" % (*_BROWN, WIDTH)
    for box in gone:
        left, top = box.border_box_x() * POINT, box.border_box_y() * POINT
        right, bottom = left + box.border_width() * POINT, top + box.border_height() * POINT
        for begin, end in ((top, bottom), (bottom, top)):
            yield b"%.2f %.2f m %.2f %.2f l S" % (left, begin, right, end)
    yield b"Q EMC"
