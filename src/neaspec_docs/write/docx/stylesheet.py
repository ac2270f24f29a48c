"""templates/styles.docx -> what the writer must know of it: its styles, their indents, the page and its column.

The look is the template's alone: whoever moves an indent or a margin there moves it in lists and tables too, since
these are measured here and nowhere written down.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from neaspec_docs.write.docx.wordml import Markup, own

_MEASURE = re.compile(r"(-?\d+(?:\.\d+)?)(mm|cm|in|pt|pc|pi)?")
_TWENTIETHS = {"mm": 1440 / 25.4, "cm": 1440 / 2.54, "in": 1440.0, "pt": 20.0, "pc": 240.0, "pi": 240.0}


@dataclass(frozen=True, slots=True)
class Area:
    """Where text may stand on a page, in twentieths of a point from the left margin: `left` inclusive, to `right`."""

    left: int
    right: int

    @property
    def width(self) -> int:
        """Return the width, in twentieths of a point."""
        return self.right - self.left


@dataclass(frozen=True, slots=True)
class Sheet:
    """A4 or whatever the template's page is, in twentieths of a point."""

    width: int
    height: int
    top: int
    right: int
    bottom: int
    left: int
    header: int
    footer: int

    @property
    def text(self) -> Area:
        """Return the whole width between the margins."""
        return Area(0, self.width - self.left - self.right)

    @property
    def text_height(self) -> int:
        """Return the height between the margins."""
        return self.height - self.top - self.bottom

    def turned(self) -> "Sheet":
        """Return the sheet on its side, for a table that needs room.

        Its lower margin is no deeper than the left one, and the page number in it stands half as far from the edge,
        where an upright page leaves a deep foot for it.
        """
        return replace(
            self, width=self.height, height=self.width, bottom=self.left, footer=min(self.footer, self.left // 2)
        )


def sheet(section: Markup) -> Sheet:
    """Return the page that a `w:sectPr` describes (ISO/IEC 29500-1, 17.6.13 and 17.6.11).

    Raises ValueError where it describes none.
    """
    size, margins = own(section, "pgSz"), own(section, "pgMar")
    if size is None or margins is None:
        raise ValueError("it gives no size and margins of a page")
    sides = ("top", "right", "bottom", "left", "header", "footer")
    return Sheet(_number(size, "w"), _number(size, "h"), *(_number(margins, side) for side in sides))


class Stylesheet:
    """The styles of the template, by id."""

    def __init__(self, styles: Markup) -> None:
        """Read the root of styles.xml. Raises ValueError where a style's space or indent is no length."""
        for measures in (*styles.iter("w:ind"), *styles.iter("w:spacing")):
            for name in ("left", "right", "hanging", "firstLine", "before", "after"):
                _number(measures, name)
        self._styles = {style.get("w:styleId"): style for style in styles.iter("w:style")}
        self._before: dict[str, int] = {}
        self.missing: dict[str, None] = {}
        """The styles asked for that the template has not."""

    def ask(self, style: str) -> None:
        """Note that a style is used, so that a missing one can be told."""
        if style not in self._styles:
            self.missing[style] = None

    def indent(self, style: str) -> Markup | None:
        """Return the style's `w:ind`, its own or the nearest it is based on."""
        return next(self._properties(style, "ind"), None)

    def tabs(self, style: str) -> Markup | None:
        """Return the style's `w:tabs`, its own or the nearest it is based on."""
        return next(self._properties(style, "tabs"), None)

    def before(self, style: str) -> int:
        """Return the space before a paragraph of this style, in twentieths of a point."""
        if style not in self._before:
            self._before[style] = self._measured_before(style)
        return self._before[style]

    def _measured_before(self, style: str) -> int:
        for spacing in self._properties(style, "spacing"):
            if spacing.get("w:before") is not None:
                return _number(spacing, "before")
        return 0

    def column(self, sheet: Sheet, style: str = "BodyText") -> Area:
        """Return the column that a style's text is set in."""
        indent = self.indent(style)
        left, right = (0, 0) if indent is None else (_number(indent, "left"), _number(indent, "right"))
        return Area(left, sheet.text.right - right)

    def _properties(self, style: str | None, tag: str) -> Iterator[Markup]:
        while style is not None and (found := self._styles.get(style)) is not None:
            properties = own(found, "pPr", tag)
            if properties is not None:
                yield properties
            based = own(found, "basedOn")
            style = None if based is None else based.get("w:val")


def _number(element: Markup, attribute: str) -> int:
    """Return a length in twentieths of a point, which may be given in another unit (ISO/IEC 29500-1, 22.9.2.15)."""
    written = element.get(f"w:{attribute}") or "0"
    found = _MEASURE.fullmatch(written.strip())
    if found is None:
        raise ValueError(f"`{written}` is no length, where it gives `{attribute}`")
    return round(float(found[1]) * _TWENTIETHS.get(found[2], 1.0))
