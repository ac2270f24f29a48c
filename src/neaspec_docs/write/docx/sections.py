"""Portrait and landscape, running heads and page numbers -> sections of Word with their headers and footers.

The first page carries the masthead and no running head; then even and odd pages have the symbol and the page number
at their outer edge, and a draft its mark on every page (ISO/IEC 29500-1, 17.6.17 and 17.10).
"""

from collections.abc import Callable

from neaspec_docs.write.docx import fields
from neaspec_docs.write.docx.flow import Flow
from neaspec_docs.write.docx.manuscript import Manuscript
from neaspec_docs.write.docx.stylesheet import Sheet
from neaspec_docs.write.docx.wordml import Markup, own, paragraph, settle, style_of, text, w
from neaspec_docs.write.styled import meta

Relate = Callable[[str, Markup], str]
"""Takes "header" or "footer" and its root, makes the part, and returns the id of its relationship."""

_HEADINGS = frozenset({"Heading1", "Heading2", "Heading3", "Heading4", "Heading5", "AnnexHeading", "AnnexSymbol"})


class Sections:
    """The sections of one paper, closed one after another; the last stands at the body's end."""

    def __init__(self, manuscript: Manuscript, relate: Relate) -> None:
        self._manuscript = manuscript
        self._relate = relate
        self._symbol = meta(manuscript.page.root, "running-head") or ""
        self._draft = meta(manuscript.page.root, "draft") or ""
        self._landscape = False
        self._first = True
        self._heads: dict[bool, list[tuple[str, str]]] = {}
        self._feet = [("even", self._foot("left")), ("default", self._foot("right"))]
        self._opening = [
            ("header", relate("header", w("hdr", self._first_head()))),
            ("footer", relate("footer", w("ftr", paragraph("Footer")))),
        ]

    @property
    def sheet(self) -> Sheet:
        """Return the page as it lies now."""
        sheet = self._manuscript.sheet
        return sheet.turned() if self._landscape else sheet

    def turn(self, flow: Flow, *, landscape: bool) -> None:
        """Let what follows stand on pages that lie so; headings right above go with it to the new page."""
        if landscape == self._landscape:
            return
        root = flow.root
        end = len(root)
        while end > 0 and _is_heading(root[end - 1]):
            end -= 1
        last = root[end - 1] if end > 0 else None
        if last is not None and own(last, "pPr", "sectPr") is None:
            if last.tag != "w:p":
                last = flow.spacer()
                root.remove(last)
                root.insert(end, last)
            settle(last, self.properties())
        self._landscape = landscape
        flow.leave(0)

    def properties(self) -> Markup:
        """Return the `w:sectPr` of the section that ends here."""
        sheet = self.sheet
        properties = w("sectPr")
        first, self._first = self._first, False
        for kind, relationship in self._opening if first else []:
            properties.append(_reference(f"{kind}Reference", "first", relationship))
        for side, relationship in self._running():
            properties.append(_reference("headerReference", side, relationship))
        for side, relationship in self._feet:
            properties.append(_reference("footerReference", side, relationship))
        size = w("pgSz", w=sheet.width, h=sheet.height)
        if self._landscape:
            size = w("pgSz", w=sheet.width, h=sheet.height, orient="landscape")
        margins = {side: getattr(sheet, side) for side in ("top", "right", "bottom", "left", "header", "footer")}
        properties.extend((size, w("pgMar", **margins, gutter=0), w("cols", space=720)))
        if first:
            properties.append(w("titlePg"))
        return properties

    def _running(self) -> list[tuple[str, str]]:
        """Return the running heads for pages as they lie now, made when first asked for."""
        if self._landscape not in self._heads:
            width = self.sheet.text.width
            self._heads[self._landscape] = [
                (side, self._relate("header", w("hdr", self._head(width, draft_left=draft_left))))
                for side, draft_left in (("even", False), ("default", True))
            ]
        return self._heads[self._landscape]

    def _head(self, width: int, *, draft_left: bool) -> Markup:
        """Return the line of a running head: the symbol at one edge of the text, the draft's mark at the other."""
        line = paragraph("Header" if self._symbol or self._draft else "HeaderFirst")
        settle(line, w("tabs", w("tab", val="right", pos=width)))
        edges = [self._draft_mark(), [fields.run(text(self._symbol))] if self._symbol else []]
        left, right = edges if draft_left else reversed(edges)
        line.extend([*left, fields.run(w("tab")), *right] if right else left)
        return line

    def _first_head(self) -> Markup:
        return paragraph("HeaderFirst", *self._draft_mark())

    def _draft_mark(self) -> list[Markup]:
        return [fields.run(text(self._draft), w("rPr", w("rStyle", val="DraftMark")))] if self._draft else []

    def _foot(self, edge: str) -> str:
        line = paragraph("Footer", *fields.field("PAGE", [fields.run(text("2" if edge == "left" else "3"))]))
        settle(line, w("jc", val=edge))
        return self._relate("footer", w("ftr", line))


def _reference(tag: str, side: str, relationship: str) -> Markup:
    reference = w(tag, type=side)
    reference.set("r:id", relationship)
    return reference


def _is_heading(element: Markup) -> bool:
    return style_of(element) in _HEADINGS and own(element, "pPr", "sectPr") is None
