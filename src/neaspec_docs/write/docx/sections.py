"""Portrait and landscape, running heads and page numbers -> sections of Word with their headers and footers.

The first page carries the masthead and no running head; then even and odd pages have the symbol and the page number
at their outer edge, and a draft its mark on every page (ISO/IEC 29500-1, 17.6.17 and 17.10).
"""

from collections.abc import Callable

from neaspec_docs.write.docx import fields, revisions, tracked
from neaspec_docs.write.docx.flow import Flow
from neaspec_docs.write.docx.manuscript import Manuscript
from neaspec_docs.write.docx.revisions import BOTH, Edition, Kind, Revision
from neaspec_docs.write.docx.stylesheet import Sheet
from neaspec_docs.write.docx.wordml import Markup, own, paragraph, settle, style_of, text, w

_Said = list[tuple[str, Revision | None]]
"""The words of a head, each with who put them there or took them away."""

Relate = Callable[[str, Markup], str]
"""Takes "header" or "footer" and its root, makes the part, and returns the id of its relationship."""

_HEADINGS = frozenset({"Heading1", "Heading2", "Heading3", "Heading4", "Heading5", "AnnexHeading", "AnnexSymbol"})


class Sections:
    """The sections of one paper, closed one after another; the last stands at the body's end."""

    def __init__(self, manuscript: Manuscript, relate: Relate) -> None:
        self._manuscript = manuscript
        self._relate = relate
        self._symbol = _said(manuscript, "running-head")
        self._draft = _said(manuscript, "draft")
        self._landscape = False
        self._lying = dict.fromkeys(Edition, False)
        self._first = BOTH
        self._heads: dict[bool, list[tuple[str, str]]] = {}
        self._feet = [("even", self._foot("left")), ("default", self._foot("right"))]
        self._opening = [
            ("header", self._related_head(self._first_head())),
            ("footer", relate("footer", w("ftr", paragraph("Footer")))),
        ]

    @property
    def sheet(self) -> Sheet:
        """Return the page as it lies now."""
        return self._sheet(self._landscape)

    @property
    def upright(self) -> bool:
        """Return whether what follows stands upright already, in each version."""
        return not (self._landscape or any(self._lying.values()))

    def turn(self, flow: Flow, *, landscape: bool, changed: Revision | None) -> None:
        """Let what follows stand on pages that lie so; headings right above go with it to the new page.

        It is new or gone if `changed` says so. A version turns its pages for what it has: a section that it alone
        needs ends in a paragraph of its own, which is new or gone too.
        """
        turning = frozenset(each for each in revisions.seen(changed) if self._lying[each] != landscape)
        self._landscape = landscape
        if not turning:
            return
        self._lying.update(dict.fromkeys(turning, landscape))
        root, known = flow.root, flow.manuscript.revisions
        end = len(root)
        while end > 0 and _is_heading(root[end - 1]):
            end -= 1
        last = root[end - 1] if end > 0 else None
        if last is not None and (turning != BOTH or own(last, "pPr", "sectPr") is None):
            if last.tag != "w:p" or turning != BOTH or known.seen(last) != BOTH:
                last = flow.spacer(*revisions.only_in(turning, changed))
                root.remove(last)
                root.insert(end, last)
            settle(last, self._ended(not landscape, turning))
        flow.leave(0, BOTH)

    def properties(self) -> Markup:
        """Return the `w:sectPr` of the last section: as it is in the new version, and what was other in the old one."""
        opens = self._first
        properties = self._ended(self._lying[Edition.NEW], BOTH)
        if self._lying[Edition.OLD] != self._lying[Edition.NEW] or opens not in (BOTH, frozenset()):
            was = w("sectPr", *self._measures(self._lying[Edition.OLD], opens=Edition.OLD in opens))
            properties.append(self._manuscript.revisions.element("sectPrChange", Revision(Kind.INSERTED), was))
        return properties

    def _ended(self, landscape: bool, seen: frozenset[Edition]) -> Markup:  # noqa: FBT001 -- how the pages lie
        """Return the `w:sectPr` of a section that ends here in these versions; a version's first has its own head."""
        properties = w("sectPr")
        opens, self._first = self._first & seen, self._first - seen
        for kind, relationship in self._opening if opens else []:
            properties.append(_reference(f"{kind}Reference", "first", relationship))
        for side, relationship in self._running(landscape):
            properties.append(_reference("headerReference", side, relationship))
        for side, relationship in self._feet:
            properties.append(_reference("footerReference", side, relationship))
        properties.extend(self._measures(landscape, opens=Edition.NEW in opens or opens == seen))
        return properties

    def _sheet(self, landscape: bool) -> Sheet:  # noqa: FBT001 -- as above
        return self._manuscript.sheet.turned() if landscape else self._manuscript.sheet

    def _measures(self, landscape: bool, *, opens: bool) -> list[Markup]:  # noqa: FBT001 -- as above
        """Return the size of a section's pages, their margins, and whether the first has a head of its own."""
        sheet = self._sheet(landscape)
        size = w("pgSz", w=sheet.width, h=sheet.height)
        if landscape:
            size = w("pgSz", w=sheet.width, h=sheet.height, orient="landscape")
        margins = {side: getattr(sheet, side) for side in ("top", "right", "bottom", "left", "header", "footer")}
        return [size, w("pgMar", **margins, gutter=0), w("cols", space=720), *([w("titlePg")] if opens else [])]

    def _running(self, landscape: bool) -> list[tuple[str, str]]:  # noqa: FBT001 -- as above
        """Return the running heads for pages that lie so, made when first asked for."""
        if landscape not in self._heads:
            width = self._sheet(landscape).text.width
            self._heads[landscape] = [
                (side, self._related_head(self._head(width, draft_left=draft_left)))
                for side, draft_left in (("even", False), ("default", True))
            ]
        return self._heads[landscape]

    def _related_head(self, line: Markup) -> str:
        root = w("hdr", line)
        tracked.draw(self._manuscript.revisions, root)
        return self._relate("header", root)

    def _head(self, width: int, *, draft_left: bool) -> Markup:
        """Return the line of a running head: the symbol at one edge of the text, the draft's mark at the other."""
        line = paragraph("Header" if self._symbol or self._draft else "HeaderFirst")
        settle(line, w("tabs", w("tab", val="right", pos=width)))
        edges = [self._draft_mark(), self._runs(self._symbol)]
        left, right = edges if draft_left else reversed(edges)
        line.extend([*left, fields.run(w("tab")), *right] if right else left)
        return line

    def _first_head(self) -> Markup:
        return paragraph("HeaderFirst", *self._draft_mark())

    def _draft_mark(self) -> list[Markup]:
        return self._runs(self._draft, w("rPr", w("rStyle", val="DraftMark")))

    def _runs(self, said: _Said, properties: Markup | None = None) -> list[Markup]:
        """Return the words of a head: those that were there before, where these are others, and those of now."""
        made = []
        for words, revision in said:
            made.append(fields.run(text(words), properties))
            self._manuscript.revisions.note(revision, made[-1:])
        return made

    def _foot(self, edge: str) -> str:
        line = paragraph("Footer", *fields.field("PAGE", [fields.run(text("2" if edge == "left" else "3"))]))
        settle(line, w("jc", val=edge))
        return self._relate("footer", w("ftr", line))


def _said(manuscript: Manuscript, name: str) -> _Said:
    """Return what the head of the Page says under a name, and before it what it said in the old version."""
    found = manuscript.page.root.find(f"head/meta[@name='{name}']")
    if found is None:
        return []
    now, was = found.get("content", ""), found.get("data-old")
    if was is None:
        return [(now, None)] if now else []
    both = ((was, Revision(Kind.DELETED)), (now, Revision(Kind.INSERTED)))
    return [(words, revision) for words, revision in both if words]


def _reference(tag: str, side: str, relationship: str) -> Markup:
    reference = w(tag, type=side)
    reference.set("r:id", relationship)
    return reference


def _is_heading(element: Markup) -> bool:
    return style_of(element) in _HEADINGS and own(element, "pPr", "sectPr") is None
