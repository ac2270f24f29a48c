"""A redline laid out by WeasyPrint -> tags that say which words came and which went.

ISO 32000-1 has no element for either; its 14.8.5.4.5 has the attribute TextDecorationType, by which a reader tells
underlined words from struck ones, and 14.7.2 a title (T) for each element.
"""

from typing import Any

import pydyf  # type: ignore[import-untyped]
from weasyprint.formatting_structure.boxes import LineBox, TextBox

from neaspec_docs.language.words import Words
from neaspec_docs.write.pdf.structure import Structure, boxes

_STAND_IN, _TAGGED = "figcaption", "/Caption"
"""An element that no Page has, and how WeasyPrint tags it: it has no tag for `ins` and `del`."""

_LOOKS = {"ins": "/Underline", "del": "/LineThrough"}


def prepare(document: Any) -> None:  # noqa: ANN401 -- WeasyPrint ships no types
    """Have WeasyPrint give each mark an element of its own."""
    for box in boxes(document):
        if box.element is not None and box.element_tag in _LOOKS and not isinstance(box, LineBox | TextBox):
            box.element_tag = _STAND_IN


def mend(structure: Structure, document: Any, words: Words) -> None:  # noqa: ANN401
    """Say of each mark what it is. The tree must be as WeasyPrint made it: one tag after another, box by box."""
    marks = [box for box in boxes(document) if box.element is not None and box.element_tag == _STAND_IN]
    tags = [tag for tag in structure.below(structure.document) if tag["S"] == _TAGGED]
    titles = {"ins": words.insertion, "del": words.deletion}
    for box, tag in zip(marks, tags, strict=True):
        tag["S"] = "/Span"
        tag["T"] = pydyf.String(titles[box.element.tag])
        tag["A"] = pydyf.Dictionary({"O": "/Layout", "TextDecorationType": _LOOKS[box.element.tag]})
