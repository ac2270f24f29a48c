"""A figure of the Page and the height of a page -> how high what it shows may be; lengths are millimetres.

Word and PDF ask here, so that a picture too tall for its page is made smaller alike in both.
"""

from dataclasses import replace
from xml.etree.ElementTree import Element

from neaspec_docs.write.charts.lettering import FULL, MEASURE, MM, SERIF, wrap
from neaspec_docs.write.styled import classes, words

PAGE = 232.0
"""How high the text of a page is, from margin to margin."""

_MOST = 0.8
"""How much of a page a picture or chart may take."""

_LEAST = 0.4
"""So much it may take, however long its notes are: these then go on overleaf."""

_CAPTION = replace(SERIF, size=10.8)
"""Bold type is so much wider than that of 10 points."""

_CAPTION_LINE, _NOTE_LINE = 12 / MM, 10 / MM
_AROUND_CAPTION, _BELOW_NOTE, _APART = 13 / MM, 2 / MM, 8 / MM
"""The lines of captions and notes, the space around a caption, below a note, above the first note."""


def highest(figure: Element | None, page: float = PAGE) -> float:
    """Return how high a picture or chart may be for its caption and its notes to stand on the same page."""
    around = 0.0 if figure is None else sum(_height(part, figure) for part in figure.iterfind("p"))
    return max(min(page * _MOST, page - around - _APART), page * _LEAST)


def _height(part: Element, figure: Element) -> float:
    caption = "caption" in classes(part)
    width = (FULL if "wide" in classes(figure) else MEASURE) * MM
    lines = len(wrap(words(part), width, _CAPTION if caption else SERIF))
    return lines * (_CAPTION_LINE if caption else _NOTE_LINE) + (_AROUND_CAPTION if caption else _BELOW_NOTE)
