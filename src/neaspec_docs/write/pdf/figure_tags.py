"""The tags of tables, pictures and panels -> each with its caption in it, pictures with what they show and where.

ISO 32000-1 14.8.4.5 (Figure), 14.8.4.2 (Caption), 14.9.3 (Alt), 14.8.5.4.3 (BBox). Programs that read pages aloud say
what /Alt holds in place of what the figure holds, its caption too. So a caption is in its figure and begins its
alternative text; and panels, whose words are to be heard themselves, stand beside the figure that describes them.
"""

from collections.abc import Sequence

from neaspec_docs.write.pdf.painted import PaintedPage
from neaspec_docs.write.pdf.structure import Piece, Tag
from neaspec_docs.write.redlined import words_now
from neaspec_docs.write.styled import classes

_POINT = 72 / 96
"""A pixel of CSS in points."""

_HOLDERS = frozenset({"table", "figure", "visual"})

_STOPS = (".", "。", "?", "!", ":", "…")


def mend(document: Tag, pages: Sequence[PaintedPage]) -> None:
    """Mend all of a document."""
    for tag in [document, *document.below()]:
        if tag.kind == "Figure":
            tag.entries["Alt"] = tag.element.get("alt", "")
    for tag in [document, *document.below()]:
        tag.kids = [_shown(kid, pages) if isinstance(kid, Tag) else kid for kid in tag.kids]
    for tag in document.below():
        if tag.kind == "Figure" and not tag.attributes:
            tag.attributes["Layout"] = {"BBox": _box([*tag.pieces()], pages)}


def _shown(holder: Tag, pages: Sequence[PaintedPage]) -> Tag:
    """Return what holds a table or a figure with its caption in it, or that alone where nothing is beside it."""
    if holder.kind != "Div" or not _HOLDERS & classes(holder.element):
        return holder
    if alt := holder.element.get("data-alt"):
        holder.kids.insert(0, _description(holder, alt, pages))
    caption = next((tag for tag in holder.tags() if tag.kind == "Caption"), None)
    shown = next((tag for tag in holder.tags() if tag.kind in {"Table", "Figure"}), None)
    if shown is not None and caption is not None:
        holder.kids.remove(caption)
        shown.kids.insert(0, caption)
        if shown.kind == "Figure":
            said = words_now(caption.element)
            shown.entries["Alt"] = f"{said}{'' if said.endswith(_STOPS) else '.'} {shown.entries['Alt']}"
    return shown if holder.kids == [shown] and shown is not None else holder


def _description(panels: Tag, alt: str, pages: Sequence[PaintedPage]) -> Tag:
    """Return a figure as large as some panels, which says what they show; it stands before them and hides none."""
    pieces = [*panels.pieces()]
    first = pieces[0].page
    mark = Piece(first, pages[first].mark_nothing(), pieces[0].box)
    attributes = {"Layout": {"BBox": _box(pieces, pages)}}
    return Tag("Figure", panels.element, kids=[mark], entries={"Alt": alt}, attributes=attributes)


def _box(pieces: Sequence[Piece], pages: Sequence[PaintedPage]) -> list[float]:
    """Return the corners of what stands on the first page of some pieces, in points from its lower left corner."""
    first = pieces[0].page
    boxes = [piece.box for piece in pieces if piece.page == first]
    left, top = min(box.content_box_x() for box in boxes), min(box.content_box_y() for box in boxes)
    right = max(box.content_box_x() + box.width for box in boxes)
    bottom = max(box.content_box_y() + box.height for box in boxes)
    height = pages[first].height
    return [round(length * _POINT, 2) for length in (left, height - bottom, right, height - top)]
