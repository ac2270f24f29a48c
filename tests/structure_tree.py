"""A PDF -> what of it a screen reader comes to, along its structure tree (ISO 32000-1 14.7), and what not."""

import re
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
        for id, parent in marked(reader, page):
            entry = parents.get(parent, ())
            if id is None:
                found.append(f"page {number}: content without a mark")
            elif (place, id) not in reached:
                found.append(f"page {number}: {id} is not in the tree")
            elif id >= len(entry) or (place, id) not in content(entry[id].get_object(), None):
                found.append(f"page {number}: {id} has no way back to the tree")
    return found


def marked(reader: pypdf.PdfReader, page: Any) -> Iterator[tuple[int | None, int]]:  # noqa: ANN401
    """Give the id under which each thing on a page or a form is painted, None without one, and the /StructParents.

    Artifacts are left out.
    """
    open_marks: list[int | str | None] = []
    parent = page.get("/StructParents", -1)
    painted = page["/Contents"].get_object() if "/Contents" in page else page
    for operands, operator in ContentStream(painted, reader).operations:
        if operator in {b"BDC", b"BMC"}:
            properties = operands[1] if operator == b"BDC" else {}
            open_marks.append("artifact" if operands[0] == "/Artifact" else properties.get("/MCID"))
        elif operator == b"EMC":
            open_marks.pop()
        elif operator in PAINTED and "artifact" not in open_marks:
            mark = next((mark for mark in reversed(open_marks) if isinstance(mark, int)), None)
            if mark is None and operator == b"Do" and (form := _form(page, operands[0])) is not None:
                yield from marked(reader, form)
            else:
                yield mark, parent


def _form(page: Any, name: str) -> Any:  # noqa: ANN401
    """Return what of a page, or of a form, is painted apart (ISO 32000-1 8.10); None for a picture."""
    shown = page["/Resources"]["/XObject"][name].get_object()
    return shown if shown["/Subtype"] == "/Form" else None


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


# ---------------------------------------------------------------- as text


_LARGE = ("/Document", "/Part", "/Sect", "/TOC", "/TOCI")
"""What is on several pages as a matter of course."""


def text(reader: pypdf.PdfReader, node: Any = None, words: int = 60) -> str:  # noqa: ANN401
    """Return the structure tree, or what is below an element of it, a line each: kind, what is said of it, its words.

    A line of words is cut after so many characters; "→" is where a link leads.
    """
    top = node if node is not None else kids(tree(reader))[0]
    return "".join(f"{line}\n" for line in _lines(Words(reader), top, 0, words))


def said(reader: pypdf.PdfReader, node: Any = None) -> str:  # noqa: ANN401
    """Return the words of a PDF, or of an element of its tree, in the order in which they are read."""
    known = Words(reader)
    top = node if node is not None else kids(tree(reader))[0]
    return " ".join(known.at(page, mark) for page, mark in content(top, None))


def _lines(known: "Words", node: Any, depth: int, width: int) -> Iterator[str]:  # noqa: ANN401
    pages = len({page for page, _ in content(node, None)})
    over = f" over {pages} pages" if pages > 1 and node["/S"] not in _LARGE else ""
    yield f"{'  ' * depth}{str(node['/S'])[1:]}{''.join(_described(node))}{over}"
    line = ""
    own = node.raw_get("/Pg").idnum if "/Pg" in node else None
    inside = "  " * (depth + 1)
    for kid in kids(node):
        if isinstance(kid, dict) and "/S" in kid:
            if line.strip():
                yield f"{inside}“{_cut(line, width)}”"
            line = ""
            yield from _lines(known, kid, depth + 1, width)
        elif isinstance(kid, dict) and kid.get("/Type") == "/OBJR":
            link = kid["/Obj"]
            yield f"{inside}→ {link['/Dest'] if '/Dest' in link else link['/A']['/URI']}"
        else:
            here = own if isinstance(kid, int) else kid.raw_get("/Pg").idnum
            mark = int(kid) if isinstance(kid, int) else int(kid["/MCID"])
            line = f"{line} {known.at(here, mark)}"
    if line.strip():
        yield f"{inside}“{_cut(line, width)}”"


def _described(node: Any) -> Iterator[str]:  # noqa: ANN401
    for name in ("/ID", "/Lang", "/T", "/Alt", "/ActualText"):
        if name in node:
            yield f" {name[1:]}={str(node[name])!r}"
    attributes = node.get("/A", [])
    for owned in attributes if isinstance(attributes, list) else [attributes]:
        for name, value in owned.get_object().items():
            if name == "/BBox":
                yield " BBox"
            elif name != "/O":
                plain = [str(part) for part in value] if isinstance(value, list) else str(value).lstrip("/")
                yield f" {name[1:]}={plain if isinstance(plain, str) else ','.join(plain)}"


def _cut(line: str, width: int) -> str:
    line = " ".join(line.split())
    return line if len(line) <= width else f"{line[: width // 2].rstrip()} … {line[-width // 2 :].lstrip()}"


class Words:
    """The words under each mark of each page, by the fonts' own tables of characters (ISO 32000-1 9.10.3)."""

    def __init__(self, reader: pypdf.PdfReader) -> None:
        self._reader = reader
        self._pages = {page.indirect_reference.idnum: page for page in reader.pages if page.indirect_reference}
        self._read: dict[int, dict[int, str]] = {}
        self._tables: dict[int, dict[str, str]] = {}

    def at(self, page: int | None, mark: int) -> str:
        if page is None:
            return ""
        if page not in self._read:
            self._read[page] = self._words(self._pages[page])
        return self._read[page].get(mark, "")

    def _words(self, page: Any) -> dict[int, str]:  # noqa: ANN401
        found: dict[int, str] = {}
        open_marks: list[int | None] = []
        fonts, font = page["/Resources"].get("/Font", {}), {}
        painted = page["/Contents"].get_object() if "/Contents" in page else page
        for operands, operator in ContentStream(painted, self._reader).operations:
            match operator:
                case b"BDC" | b"BMC":
                    properties = operands[1] if operator == b"BDC" else {}
                    open_marks.append(properties.get("/MCID"))
                case b"EMC":
                    open_marks.pop()
                case b"Tf":
                    font = self._characters(fonts[operands[0]])
                case b"Do" if (form := _form(page, operands[0])) is not None:
                    found |= self._words(form)
                case b"TJ" | b"Tj":
                    mark = next((mark for mark in reversed(open_marks) if mark is not None), None)
                    if mark is not None:
                        parts = operands[0] if operator == b"TJ" else operands
                        shown = "".join(_decoded(part, font) for part in parts if isinstance(part, str | bytes))
                        found[mark] = found.get(mark, "") + shown
        return found

    def _characters(self, font: Any) -> dict[str, str]:  # noqa: ANN401
        """Return the characters of a font by their codes, in hexadecimal digits; all codes of a font are as long."""
        if (key := id(font)) not in self._tables:
            table = font["/ToUnicode"].get_data().decode("ascii")
            pairs = re.findall(r"<([0-9a-fA-F]+)>\s*<([0-9a-fA-F]*)>\s*(?=<|endbfchar)", table)
            self._tables[key] = {code.lower(): bytes.fromhex(said).decode("utf-16-be") for code, said in pairs}
        return self._tables[key]


def _decoded(shown: str | bytes, font: dict[str, str]) -> str:
    original = getattr(shown, "original_bytes", shown)
    digits, width = original.hex() if isinstance(original, bytes) else "", len(next(iter(font), "0000"))
    return "".join(font.get(digits[at : at + width], "�") for at in range(0, len(digits), width))
