"""Panels with an alternative text -> tags that bear it as their title, and leave the boxes' own words to be read.

ISO 32000-1 14.7.2 (T): what is in /Alt would be read in place of all that the element holds.
"""

from collections.abc import Sequence
from xml.etree.ElementTree import Element

import pydyf  # type: ignore[import-untyped]
from weasyprint.formatting_structure.boxes import LineBox

from neaspec_docs.write.pdf.structure import Box, Structure
from neaspec_docs.write.styled import classes


def name(structure: Structure, boxes: Sequence[Box]) -> None:
    """Give each figure that says what it shows as a whole that title.

    The tree must be as WeasyPrint made it: it has tagged one box after another but lines, each division as one element.
    """
    tagged = (box for box in boxes if box.element is not None and not isinstance(box, LineBox))
    divisions = [box.element for box in tagged if box.element_tag == "div"]
    if not any(_said(division) for division in divisions):
        return
    tags = (tag for tag in structure.below(structure.document) if tag["S"] == "/Div")
    for division, tag in zip(divisions, tags, strict=True):
        if said := _said(division):
            tag["T"] = pydyf.String(said)


def _said(division: Element) -> str:
    return division.get("data-alt", "") if {"figure", "visual"} & classes(division) else ""
