"""The pages of each paper of a pack -> one tagged part a paper, in its language.

ISO 32000-1 14.8.4.2 (Part), 14.9.2.2 (Lang of an element).
"""

from typing import Any
from xml.etree.ElementTree import Element

import pydyf  # type: ignore[import-untyped]

from neaspec_docs.write.pdf.structure import Node, Structure


def mend(structure: Structure, document: Any) -> None:  # noqa: ANN401 -- no types shipped
    """Join what stands on the pages of a paper: WeasyPrint tags its `article` anew on each of them."""
    parts: dict[Element, Node] = {}
    tags = {tag["Pg"]: tag for tag in structure.children(structure.document) if tag["S"] == "/Art"}
    for page, reference in zip(document.pages, structure.pages, strict=True):
        article = _article(page)
        if article is None or reference not in tags:
            continue
        tag = tags[reference]
        if article in parts:
            structure.take_over(parts[article], tag)
        else:
            parts[article] = tag
            tag["S"] = "/Part"
            tag["Lang"] = pydyf.String(article.get("lang", ""))


def _article(page: Any) -> Element | None:  # noqa: ANN401
    """Return the paper that stands on a page: each begins a page of its own."""
    boxes = page._page_box.descendants()  # noqa: SLF001 -- the boxes have no other door
    return next((box.element for box in boxes if box.element is not None and box.element.tag == "article"), None)
