"""Where WeasyPrint may put a footnote: on the page of its call, and nowhere else.

WeasyPrint 70 makes room for the second line of a paragraph, where the page is full and one line may not stand alone,
by moving notes of earlier lines to the next page (`_linebox_layout` of its `layout/block.py`). A paper must not:
the paragraph goes to the next page instead. `footnote-policy: line` in the style sheet does the rest.
"""

from typing import Any

from weasyprint.document import Document
from weasyprint.layout import LayoutContext


class NotesOfPage(list[Any]):
    """The notes of the page that is being laid out. It says that it has none, so none is taken from it for room."""

    def __bool__(self) -> bool:
        """Return False: only the loop that moves notes away asks."""
        return False


class FaithfulContext(LayoutContext):  # type: ignore[misc]  # WeasyPrint ships no types
    """A layout that keeps each note on the page of its call."""

    @property
    def current_page_footnotes(self) -> list[Any]:
        """Return the notes of this page."""
        return self._notes

    @current_page_footnotes.setter
    def current_page_footnotes(self, notes: list[Any]) -> None:
        self._notes: list[Any] = NotesOfPage(notes)

    def _update_footnote_area(self) -> bool:
        """Give the area a plain list, for WeasyPrint asks it whether there are notes to draw."""
        faithful, self._notes = self._notes, list(self._notes)
        try:
            return bool(super()._update_footnote_area())
        finally:
            self._notes = faithful


class FaithfulDocument(Document):  # type: ignore[misc]  # WeasyPrint ships no types
    """A document laid out so."""

    @classmethod
    def _build_layout_context(cls, *arguments: Any, **options: Any) -> LayoutContext:  # noqa: ANN401
        context = super()._build_layout_context(*arguments, **options)
        notes = context.__dict__.pop("current_page_footnotes")
        context.__class__ = FaithfulContext
        context.current_page_footnotes = notes
        return context
