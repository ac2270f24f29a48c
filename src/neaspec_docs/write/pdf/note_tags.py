"""Footnotes tagged as spans at the foot of a page -> notes that are read where they are called.

ISO 32000-1 14.8.4.4 (Note, Lbl), ISO 14289-1 7.9 (each Note has an ID of its own).
"""

from collections.abc import Iterator, Sequence
from typing import Any
from xml.etree.ElementTree import Element

import pydyf  # type: ignore[import-untyped]
from weasyprint.formatting_structure.boxes import FootnoteAreaBox

from neaspec_docs.write.pdf.structure import Box, Node, Structure
from neaspec_docs.write.styled import classes


def mend(structure: Structure, boxes: Sequence[Box], document: Any) -> None:  # noqa: ANN401 -- no types shipped
    """Move each note to its call. A note that goes on to a second page is one note again."""
    calls = _calls(structure, boxes)
    notes: dict[Element, Node] = {}
    for element, tag in _notes(structure, document):
        if element in notes:
            structure.take_over(notes[element], tag)
            continue
        notes[element] = tag
        tag["S"] = "/Note"
        tag["ID"] = pydyf.String(element.get("id"))
        marker = next(structure.children(tag))
        marker["S"] = "/Lbl"
        call = calls[f"#{element.get('id')}"]
        structure.move(tag, structure.parent(call), structure.place(call) + 1)


def _calls(structure: Structure, boxes: Sequence[Box]) -> dict[str, Node]:
    """Return the tag of each call by the address of its note; in a head that is repeated, the first."""
    found: dict[str, Node] = {}
    for box in boxes:
        if box.link_annotation and box.element is not None and "call" in classes(box.element):
            note = box.element.get("href")
            if note not in found:
                found[note] = structure.linked(box.link_annotation)
    return found


def _notes(structure: Structure, document: Any) -> Iterator[tuple[Element, Node]]:  # noqa: ANN401
    """Give each note's element and tag, page by page: the last element of a page holds its notes in their order."""
    for page, reference in zip(document.pages, structure.pages, strict=True):
        areas = [box for box in page._page_box.children if isinstance(box, FootnoteAreaBox)]  # noqa: SLF001
        for area in areas:
            tags = [tag for tag in structure.children(structure.document) if tag["Pg"] == reference]
            for box, tag in zip(area.children, list(structure.children(tags[-1])), strict=True):
                yield box.element, tag
