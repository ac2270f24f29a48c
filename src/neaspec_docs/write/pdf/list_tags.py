"""Lists and contents as WeasyPrint tags them -> their marks as labels, the contents as such, links said once.

ISO 32000-1 14.8.4.3.3 (L, LI, Lbl, LBody) and 14.8.4.2 (TOC, TOCI); ISO 14289-1 7.18.5 (links have a description).
"""

from collections.abc import Iterable
from xml.etree.ElementTree import Element

import pydyf  # type: ignore[import-untyped]

from neaspec_docs.write.pdf.structure import Box, Node, Structure
from neaspec_docs.write.styled import words


def label(structure: Structure) -> None:
    """Tag the mark of each list item as its label: the style sheet made it, at the head of the first paragraph."""
    for item in list(structure.below(structure.document)):
        if item["S"] == "/LI":
            body = next(structure.children(item))
            text = next(structure.children(body), None)
            mark = next(structure.children(text), None) if text is not None else None
            if mark is not None and mark["S"] == "/NonStruct":
                mark["S"] = "/Lbl"
                structure.move(mark, item, 0)


def link(structure: Structure, boxes: Iterable[Box]) -> None:
    """Keep one link where each word of it had its own, and let it say its words: its target's name says nothing."""
    for box in boxes:
        annotation = box.link_annotation
        if not annotation:
            continue
        if box.element is None or box.element.tag != "a":
            structure.unlink(annotation)
        elif "Dest" in annotation:
            annotation["Contents"] = pydyf.String(words(box.element))


def contents(structure: Structure, boxes: Iterable[Box], root: Element) -> None:
    """Tag the list in `nav` as contents; the dots that lead to the page numbers are not read."""
    links = set(root.iterfind(".//nav//a"))
    for box in boxes:
        if box.link_annotation and box.element in links:
            entry = _above(structure, structure.linked(box.link_annotation), "/LI", "/TOCI")
            if entry["S"] == "/LI":
                _enter(structure, entry)


def _enter(structure: Structure, entry: Node) -> None:
    entry["S"] = "/TOCI"
    structure.parent(entry)["S"] = "/TOC"
    for body in structure.children(entry):
        body["S"] = "/P"
        for part in list(structure.below(body)):
            if part["S"] == "/NonStruct" and structure.parent(part)["S"] == "/NonStruct":
                structure.silence(part)


def _above(structure: Structure, node: Node, *kinds: str) -> Node:
    while node["S"] not in kinds:
        node = structure.parent(node)
    return node
