"""Where WeasyPrint may put a footnote: on the page of its call, and nowhere else.

WeasyPrint 70 makes room for the second line of a paragraph, where the page is full and one line may not stand alone,
by moving notes of earlier lines to the next page (`_linebox_layout` of its `layout/block.py`). A paper must not:
the paragraph goes to the next page instead. `footnote-policy: line` in the style sheet does the rest.

And it lays all notes of a page out anew with each that comes or goes: of sixty in a page that is seconds. Here each is
measured once, below the one before it. And for each piece of each line it looks through all notes that are to come
whether "no note" is one of them.
"""

from math import inf
from typing import Any

from weasyprint.formatting_structure.build import create_anonymous_boxes
from weasyprint.layout import LayoutContext
from weasyprint.layout.block import block_level_layout


class NotesOfPage(list[Any]):
    """The notes of the page that is being laid out. It says that it has none, so none is taken from it for room."""

    def __bool__(self) -> bool:
        """Return False: only the loop that moves notes away asks."""
        return False


class NotesToCome(list[Any]):
    """The notes that are on no page yet."""

    def __contains__(self, note: object) -> bool:
        """Say whether a note is one of them; most pieces of a line call none."""
        return note is not None and super().__contains__(note)

    def copy(self) -> "NotesToCome":
        """Return them for another round."""
        return NotesToCome(self)


class FaithfulContext(LayoutContext):  # type: ignore[misc]  # WeasyPrint ships no types
    """A layout that keeps each note on the page of its call; `tried` are all pages that were laid out, WeasyPrint's."""

    tried: list[Any]
    _area: Any
    _measured: Any = None
    _heights: dict[tuple[Any, Any], float]

    @property
    def current_page_footnotes(self) -> list[Any]:
        """Return the notes of this page."""
        return self._notes

    @current_page_footnotes.setter
    def current_page_footnotes(self, notes: list[Any]) -> None:
        self._notes: list[Any] = NotesOfPage(notes)

    @property
    def current_footnote_area(self) -> Any:  # noqa: ANN401
        """Return the area of the notes of this page."""
        return self._area

    @current_footnote_area.setter
    def current_footnote_area(self, area: Any) -> None:  # noqa: ANN401
        self._area = area
        self.tried.append(area.page)

    def _update_footnote_area(self) -> bool:
        """Make room for the notes of this page, and say whether they are more than the style sheet lets it have.

        The area gets a plain list, for WeasyPrint asks it whether there are notes to draw.
        """
        notes, area = list(self._notes), self.current_footnote_area
        if self.in_column or not notes or area.style["max_height"].value != inf or area.style["height"] != "auto":
            return self._laid_out_anew(notes)
        if self._measured is not area:  # a new page, of which the notes may be as wide as they like
            self._measured, self._heights = area, {}
        if area.height != "auto":
            self.page_bottom += area.margin_height()
        area.children = notes
        area.height = sum(self._added(*pair) for pair in zip([None, *notes], notes, strict=False))
        self.page_bottom -= area.margin_height()
        return False

    def _laid_out_anew(self, notes: list[Any]) -> bool:
        faithful, self._notes = self._notes, notes
        try:
            return bool(super()._update_footnote_area())
        finally:
            self._notes = faithful

    def _added(self, before: Any | None, note: Any) -> float:  # noqa: ANN401
        """Return by how much a note makes the area higher, below the note before it; with its margins, if they meet."""
        if (before, note) not in self._heights:
            self._heights[before, note] = (
                self._height([note]) if before is None else self._height([before, note]) - self._added(None, before)
            )
        return self._heights[before, note]

    def _height(self, notes: list[Any]) -> float:
        area = self.current_footnote_area.copy_with_children(notes)
        area.height = "auto"
        area = create_anonymous_boxes(area.deepcopy())
        return float(block_level_layout(self, area, -inf, None, area.page)[0].height)
