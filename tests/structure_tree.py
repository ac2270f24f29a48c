"""A PDF -> what of it a screen reader comes to, along its structure tree (ISO 32000-1 14.7), and what not."""

from collections.abc import Iterator
from typing import Any

import pypdf
from pypdf.generic import ContentStream

PAINTED = frozenset(
    {b"Tj", b"TJ", b"'", b'"', b"Do", b"sh", b"f", b"f*", b"F", b"S", b"s", b"B", b"B*", b"b", b"b*", b"INLINE IMAGE"}
)
"""What leaves a mark on a page (ISO 32000-1, table 51): text, paths, pictures."""


def tree(reader: pypdf.PdfReader) -> Any:  # noqa: ANN401 -- pypdf's objects are of any kind
    """Return the root of the structure tree."""
    root: Any = reader.root_object
    return root["/StructTreeRoot"]


def unread(reader: pypdf.PdfReader) -> list[str]:
    """Return what of a PDF no screen reader comes to: content that is not marked, or marked and not in the tree."""
    root = tree(reader)
    parents = numbers(root["/ParentTree"])
    reached = set(content(root, None))
    found: list[str] = []
    for number, page in enumerate(reader.pages, 1):
        place = page.indirect_reference.idnum if page.indirect_reference else None
        entry = parents.get(page.get("/StructParents", -1), ())
        for id in marked(reader, page):
            if id is None:
                found.append(f"page {number}: content without a mark")
            elif (place, id) not in reached:
                found.append(f"page {number}: {id} is not in the tree")
            elif id >= len(entry) or id not in kids(entry[id].get_object()):
                found.append(f"page {number}: {id} has no way back to the tree")
    return found


def marked(reader: pypdf.PdfReader, page: Any) -> Iterator[int | None]:  # noqa: ANN401 -- pypdf's objects are of any kind
    """Give the id under which each thing on a page is painted, None where it has none; artifacts are left out."""
    open_marks: list[int | str | None] = []
    for operands, operator in ContentStream(page["/Contents"].get_object(), reader).operations:
        if operator in {b"BDC", b"BMC"}:
            properties = operands[1] if operator == b"BDC" else {}
            open_marks.append("artifact" if operands[0] == "/Artifact" else properties.get("/MCID"))
        elif operator == b"EMC":
            open_marks.pop()
        elif operator in PAINTED and "artifact" not in open_marks:
            yield next((mark for mark in reversed(open_marks) if isinstance(mark, int)), None)


def kids(node: Any) -> list[Any]:  # noqa: ANN401
    """Return what is right below an element of the tree, a number being content of its page."""
    below = node.get("/K", [])
    return [kid.get_object() for kid in (below if isinstance(below, list) else [below])]


def content(node: Any, page: int | None) -> Iterator[tuple[int | None, int]]:  # noqa: ANN401
    """Give the page and the id of all content below an element of the tree."""
    page = node.raw_get("/Pg").idnum if "/Pg" in node else page
    for kid in kids(node):
        if isinstance(kid, int):
            yield page, int(kid)
        elif kid.get("/Type") == "/MCR":
            yield (kid.raw_get("/Pg").idnum if "/Pg" in kid else page), int(kid["/MCID"])
        elif "/S" in kid:
            yield from content(kid, page)


def numbers(tree: Any) -> dict[int, Any]:  # noqa: ANN401
    """Return a number tree (ISO 32000-1 7.9.7) as a dictionary."""
    flat = tree.get("/Nums", [])
    found = {int(key): value.get_object() for key, value in zip(flat[::2], flat[1::2], strict=True)}
    for kid in tree.get("/Kids", []):
        found |= numbers(kid.get_object())
    return found


def kinds(node: Any) -> Iterator[str]:  # noqa: ANN401
    """Give the kind of each element below one, in the order in which they are read."""
    for kid in kids(node):
        if not isinstance(kid, int) and "/S" in kid:
            yield str(kid["/S"])
            yield from kinds(kid)
