"""A page that WeasyPrint has laid out -> the same page, which keeps under which mark each of its boxes is painted.

WeasyPrint tags page by page and box by box: what goes on over the page is tagged anew there. The tags are ours
(structure.py), made of all pages at once; so once a page is painted WeasyPrint is shown an empty one.

What a style sheet makes paler (`opacity`) is painted on a form, which the page then shows (ISO 32000-1 8.10).
"""

from collections.abc import Collection, Iterator
from typing import Any, TypeAlias

import pydyf  # type: ignore[import-untyped]
from weasyprint.document import Document, Page

Box: TypeAlias = Any
"""A box that WeasyPrint has laid out: it ships no types."""


class PaintedPage(Page):  # type: ignore[misc]  # WeasyPrint ships no types
    """A page, its boxes, their marks (the MCID of ISO 32000-1 14.7.4.2), and the operators that paint it.

    `forms` are those under whose marks something is painted that is not on the page itself, by mark.
    """

    marks: dict[Box, int]
    operators: list[Any]
    forms: dict[int, Any]
    _page_box: Box
    _laid_out: Box

    def paint(self, stream: Any, scale: float = 1) -> None:  # noqa: ANN401
        """Paint the page and keep the marks."""
        others = frozenset(stream._resources["XObject"])  # noqa: SLF001 -- no other door; all pages share it
        super().paint(stream, scale)
        self.marks = {box: mark["mcid"] for box, mark in stream._tags.items()}  # noqa: SLF001 -- no other door
        self.operators = stream.stream
        self.forms = {mark: form for form in _forms(stream, others) for mark in places(form.stream)}
        self._laid_out = self._page_box
        stream._tags.clear()  # noqa: SLF001
        self._page_box = self._page_box.copy_with_children([])

    def restore(self) -> None:
        """Give the page its boxes back, when WeasyPrint is done with its tags."""
        self._page_box = self._laid_out

    def mark_nothing(self) -> int:
        """Return a new mark, under which nothing is painted: something can stand on the page that is told alone."""
        mark = self.marks[object()] = len(self.marks)
        self.operators += ["/Figure", pydyf.Dictionary({"MCID": mark}), b"BDC", b"EMC"]
        return mark

    @property
    def box(self) -> Box:
        """Return the box of the whole page."""
        return self._page_box


def places(operators: list[Any]) -> dict[int, int]:
    """Return where in the operators of a page or a form each mark stands: after its name, `/Span << /MCID 7 >> BDC`."""
    return {
        operator["MCID"]: at
        for at, operator in enumerate(operators)
        if isinstance(operator, pydyf.Dictionary) and "MCID" in operator
    }


def _forms(stream: Any, others: Collection[str] = ()) -> Iterator[Any]:  # noqa: ANN401
    """Give what a stream shows that is painted apart, but for `others`, and what that shows."""
    for name, form in stream._resources["XObject"].items():  # noqa: SLF001
        if isinstance(form, pydyf.Stream) and name not in others:  # a picture is None as yet
            yield form
            yield from _forms(form)


def keep_marks(document: Document) -> None:
    """Have each page of a document keep its marks when it is painted."""
    for page in document.pages:
        page.__class__ = PaintedPage
