"""WeasyPrint's structure tree -> the same tree as ISO 32000-1 14.8 and PDF/UA-1 (ISO 14289-1) want it.

WeasyPrint tags each page by itself. So a table over three pages is three tables, its repeated heads are read three
times, a footnote is a span at the foot of its page, the contents are a list, and heads and feet of pages are marked as
content that no one reads. Here a table becomes one again, a note is read where it is called, contents are such, and
what stands in the margins is an artifact. A paragraph, a list or a section that goes on to the next page stays as many
elements as it has pages, in the order in which they are read: PDF/UA-1 lets it, and nothing of it is lost.
It is done before the file is written, on WeasyPrint's own objects: they still know which element they came from.
"""

from collections.abc import Iterator
from typing import Any, TypeAlias

import pydyf  # type: ignore[import-untyped]

Node: TypeAlias = Any
"""A structure element: a dictionary of pydyf, which ships no types."""

Box: TypeAlias = Any
"""A box that WeasyPrint has laid out."""


class Structure:
    """The structure tree of a PDF in the making."""

    def __init__(self, pdf: Any) -> None:  # noqa: ANN401 -- pydyf ships no types
        """Take the PDF; its catalogue already leads to the tree."""
        self._pdf = pdf
        self._root = self.at(pdf.catalog["StructTreeRoot"])
        self._numbers = self.at(self._root["ParentTree"])["Nums"]
        self._marks: dict[bytes, dict[int, int]] = {}
        self.document: Node = self.at(self._root["K"][0])
        self.pages: tuple[bytes, ...] = pdf.page_references

    def at(self, reference: bytes) -> Node:
        """Return the object that a reference such as b"12 0 R" leads to."""
        return self._pdf.objects[int(reference.split()[0])]

    def parent(self, node: Node) -> Node:
        """Return the element above one."""
        return self.at(node["P"])

    def children(self, node: Node) -> Iterator[Node]:
        """Give the structure elements right below one."""
        for kid in list(node["K"]):
            if isinstance(kid, bytes) and "S" in (child := self.at(kid)):
                yield child

    def below(self, node: Node) -> Iterator[Node]:
        """Give every structure element below one, a parent before its children."""
        for child in self.children(node):
            yield child
            yield from self.below(child)

    def place(self, node: Node) -> int:
        """Return where an element stands among its parent's children."""
        return list(self.parent(node)["K"]).index(node.reference)

    def add(self, parent: Node, kind: str) -> Node:
        """Return a new element, the last child of another."""
        node = pydyf.Dictionary({"Type": "/StructElem", "S": f"/{kind}", "K": pydyf.Array(), "P": parent.reference})
        self._pdf.add_object(node)
        parent["K"].append(node.reference)
        return node

    def move(self, node: Node, parent: Node, at: int | None = None) -> None:
        """Move an element, with all below it, to a place among the children of another, else to their end."""
        self.remove(node)
        parent["K"].insert(len(parent["K"]) if at is None else at, node.reference)
        node["P"] = parent.reference

    def remove(self, node: Node) -> None:
        """Take an element from its parent; it can be put elsewhere."""
        self.parent(node)["K"].remove(node.reference)

    def take_over(self, node: Node, other: Node) -> None:
        """Give `node` what `other` holds, after its own, and remove `other`; both were parts of one thing."""
        for kid in list(other["K"]):
            if isinstance(kid, bytes) and "S" in (child := self.at(kid)):
                self.move(child, node)
        if not other["K"]:
            self.remove(other)

    def silence(self, node: Node) -> None:
        """Make the content of an element an artifact (14.8.2.2): it is seen and not read. Its links go."""
        for part in (node, *self.below(node)):
            for kid in list(part["K"]):
                if isinstance(kid, int):
                    self._unmark(part["Pg"], kid)
                elif "Obj" in (reference := self.at(kid)):
                    self.unlink(self.at(reference["Obj"]))
        self.remove(node)

    def silence_margins(self) -> None:
        """Make artifacts of the heads and feet of pages: WeasyPrint tags them, and puts their tags nowhere."""
        read = {node.reference for node in self.below(self.document)}
        for page in self.pages:
            entry = self._numbers[self._entry(self.at(page)["StructParents"]) + 1]
            for mcid, reference in enumerate(list(entry)):
                if reference not in read:
                    self._unmark(page, mcid)

    def prune(self) -> None:
        """Remove elements that hold nothing, but cells: an empty cell keeps its place in a row."""
        for node in reversed(list(self.below(self.document))):
            if not node["K"] and node["S"] not in {"/TD", "/TH"}:
                self.remove(node)

    def stream(self, page: bytes) -> list[Any]:
        """Return the operators that draw a page."""
        operators: list[Any] = self.at(self.at(page)["Contents"]).stream
        return operators

    def linked(self, annotation: Node) -> Node:
        """Return the structure element of a link's annotation."""
        return self.at(self._numbers[self._entry(annotation["StructParent"]) + 1])

    def unlink(self, annotation: Node) -> None:
        """Take a link away: its annotation, and what the tree says of it (14.7.4.4)."""
        tag = self.linked(annotation)
        for kid in list(tag["K"]):
            if isinstance(kid, bytes) and self.at(kid).get("Obj") == annotation.reference:
                tag["K"].remove(kid)
                self.at(self.at(kid)["Pg"])["Annots"].remove(annotation.reference)
        at = self._entry(annotation["StructParent"])
        del self._numbers[at : at + 2]

    def _entry(self, key: int) -> int:
        """Return where an entry of the parent tree stands: its key, then what it leads to."""
        return list(self._numbers[::2]).index(key) * 2

    def _unmark(self, reference: bytes, mcid: int) -> None:
        """Turn a stretch of a page, `/Span << /MCID 7 >> BDC`, into an artifact, in as many places of its stream."""
        page = self.at(reference)
        operators = self.at(page["Contents"]).stream
        marks = self._marks.setdefault(reference, {}) or self._marked(reference, operators)
        at = marks[mcid]
        operators[at - 1 : at + 2] = ["/Artifact", b"BMC", b""]
        self._numbers[self._entry(page["StructParents"]) + 1][mcid] = "null"

    def _marked(self, reference: bytes, operators: list[Any]) -> dict[int, int]:
        """Return where in a page's stream each of its marked stretches begins."""
        self._marks[reference] = {
            operator["MCID"]: at
            for at, operator in enumerate(operators)
            if isinstance(operator, pydyf.Dictionary) and "MCID" in operator
        }
        return self._marks[reference]


def boxes(document: Any) -> Iterator[Box]:  # noqa: ANN401 -- WeasyPrint ships no types
    """Give every box of every page, a parent before its children."""
    for page in document.pages:
        yield from page._page_box.descendants(placeholders=True)  # noqa: SLF001 -- the boxes have no other door
