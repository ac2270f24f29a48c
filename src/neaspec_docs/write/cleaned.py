"""An SVG of the project -> what every file gets of it: nothing in it runs, moves or is fetched from elsewhere.

A PNG or JPEG that lies beside it in the project is put into it. What lies elsewhere is left out, and said once,
whichever formats are made. Scripts, handlers, animations, instructions and the marks of drawing programs go unsaid:
nothing of them is printed.
"""

import posixpath
import re
import warnings
from base64 import b64decode, b64encode
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from urllib.parse import unquote, unquote_to_bytes
from xml.etree import ElementTree as ET

from neaspec_docs import limits
from neaspec_docs.diagnostics.codes import Code
from neaspec_docs.diagnostics.diagnostic import Diagnostic, Severity
from neaspec_docs.diagnostics.span import Span
from neaspec_docs.project import Project
from neaspec_docs.write import cleaned_css, drawn_parts, project_files
from neaspec_docs.write.project_files import Refusal

_SVG, _XLINK, _XML = (
    "http://www.w3.org/2000/svg",
    "http://www.w3.org/1999/xlink",
    "http://www.w3.org/XML/1998/namespace",
)
_GONE = re.compile(
    "script|handler|listener|set|animate.*|discard|mpath|foreignObject|audio|video|canvas|iframe|embed|object"
)
"""Elements that run, move, or hold what is no drawing (SVG 2, 12.2, 15.3; SVG Animations 2)."""

_KEPT = {f"{{{_XLINK}}}href": "xlink:href", f"{{{_XML}}}space": "xml:space", f"{{{_XML}}}lang": "xml:lang"}
"""The attributes of another namespace that a drawing keeps, as they are written then; `xml:base` is none."""

_ADDRESSES = frozenset({"href", "xlink:href"})
_SOURCES = frozenset({"src", "srcset", "ping"})
_PICTURES = frozenset({"image", "feImage"})
_SHOWING = frozenset({"image", "use"})
"""Elements that show nothing but what lies at their address; WeasyPrint would look for one that they don't have."""

_DATA = re.compile(r"data:\s*(?P<kind>[^;,\s]*)(?P<more>[^,]*),(?P<content>.*)", re.IGNORECASE | re.DOTALL)
_FONT = re.compile(r"font/|application/(x-|vnd\.)?[\w.-]*font", re.IGNORECASE)
_ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|[/\\]", re.IGNORECASE)
"""How an address begins that leads out of the project: with a scheme, or with a stroke."""

_SHEET = re.compile(rb"""<\?xml-stylesheet\b[^>]*?\bhref\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_PNG, _JPEG = b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff"
_PIXELS = re.compile(rb"\x89PNG\r\n\x1a\n|\xff\xd8\xff|GIF8[79]a|RIFF....WEBP|BM", re.DOTALL)
_LONGEST = 80
"""At most so many characters of an address are said."""

_LARGE = f"makes its pictures more than {limits.MOST_PIXELS // 1_000_000} million pixels"
_LARGE_HELP = "save it with fewer pixels: twice as many as it has on paper show no more"
_HELP = "put it into the drawing itself, or as PNG or JPEG into the project and beside the drawing"
_WEB = "is a piece of a web page"
_WEB_HELP = "let the program that drew it save words as text of SVG, or as outlines"


class UncleanError(Exception):
    """A file that is no SVG, with the reason."""


class _LeftOutError(Exception):
    """An address that is left out, with the reason."""


@dataclass(frozen=True, slots=True)
class Cleaned:
    """A drawing as every file gets it, None where it can't be read; and what is to be said of it."""

    svg: bytes | None
    said: tuple[Diagnostic, ...]


def is_drawing(path: str) -> bool:
    """Say whether a path is that of an SVG."""
    return path.lower().endswith(".svg")


def read(path: str, project: Project) -> Cleaned | Refusal:
    """Return the drawing at a path from the project's folder; a Refusal where the file itself may not be read."""
    source = project_files.read(path, project)
    if isinstance(source, Refusal):
        return source
    cleaner = _Cleaner(path, project)
    try:
        svg = cleaner.clean(source)
    except UncleanError as why:
        message = f"`{path}` can't be shown, for {why}: its alternative text stands in its place"
        at = Span(path, 1, 1)
        help = "save it again as SVG, or as PNG"
        return Cleaned(None, (Diagnostic(Code.UNPRINTABLE, message, at, help, severity=Severity.WARNING),))
    return Cleaned(svg, tuple(_said(path, source, cleaner.left_out)))


def _said(path: str, source: bytes, left_out: dict[str, str]) -> Iterator[Diagnostic]:
    """Give each address that is left out, at its place in the drawing."""
    text = source.decode(errors="replace")
    for address, why in left_out.items():
        begins = max(0, text.find(address))
        line, column = text.count("\n", 0, begins) + 1, begins - (text.rfind("\n", 0, begins) + 1) + 1
        short = address if len(address) <= _LONGEST else f"{address[:_LONGEST]}…"
        message = f"`{path}` {'holds a' if why == _WEB else 'asks for'} `{short}`, which {why} and is left out"
        at = Span(path, line, column, max(1, len(address) if address in text else 1))
        help = {_WEB: _WEB_HELP, _LARGE: _LARGE_HELP}.get(why, _HELP)
        yield Diagnostic(Code.LEFT_OUT_OF_DRAWING, message, at, help, severity=Severity.WARNING)


@dataclass(slots=True)
class _Cleaner:
    """One drawing of the project, or one that lies inside another; `left_out` are addresses, and why.

    `pixels` are those of all pictures in it.
    """

    path: str
    project: Project
    left_out: dict[str, str] = field(default_factory=dict)
    depth: int = 0
    pixels: int = 0

    def clean(self, source: bytes) -> bytes:
        """Return a drawing without what it may not have. Raises UncleanError."""
        try:
            root = ET.fromstring(source)  # noqa: S314 -- expat reads no other file, and bounds what entities come to
        except (ET.ParseError, LookupError, ValueError) as why:
            raise UncleanError(f"it is not XML: {why}") from None
        if root.tag != f"{{{_SVG}}}svg":
            raise UncleanError("it is no SVG")
        for found in _SHEET.finditer(source):
            self._address("style", (found[1] or found[2] or b"").decode(errors="replace"))
        self._clean_element(root)
        waiting = [root]
        while waiting:
            element = waiting.pop()
            self._keep_drawn(element)
            waiting += reversed(element)
        try:
            drawn_parts.check(root)
        except drawn_parts.UnboundedError as why:
            raise UncleanError(str(why)) from None
        root.set("xmlns", _SVG)
        root.set("xmlns:xlink", _XLINK)
        try:
            written: bytes = ET.tostring(root, encoding="UTF-8", xml_declaration=True)
        except RecursionError:
            raise UncleanError("its parts are nested too deep") from None
        return written

    def _keep_drawn(self, parent: ET.Element) -> None:
        """Clean the children, and take out those that are no drawing; the text behind each stays."""
        kept: list[ET.Element] = []
        for child in parent:
            namespace, _, name = child.tag.rpartition("}")
            if namespace[1:] == _SVG and not _GONE.fullmatch(name):
                self._clean_element(child)
                if name not in _SHOWING or not _ADDRESSES.isdisjoint(child.attrib):
                    kept.append(child)
                    continue
            if name == "foreignObject" and parent.tag != "switch":  # which holds something in its place
                self.left_out.setdefault(name, _WEB)
            if kept:
                kept[-1].tail = (kept[-1].tail or "") + (child.tail or "")
            else:
                parent.text = (parent.text or "") + (child.tail or "")
        parent[:] = kept

    def _clean_element(self, element: ET.Element) -> None:
        """Write the names of an element without their namespaces, and clean its attributes and its style rules."""
        name = element.tag.rpartition("}")[2]
        element.tag = name
        attributes = [(_KEPT.get(key, key), value) for key, value in element.attrib.items()]
        element.attrib.clear()
        for key, value in attributes:
            if key.startswith(("{", "on")) or key in _SOURCES:
                continue
            if key not in _ADDRESSES:
                element.set(key, cleaned_css.clean(value, self._in_css))
            elif (address := self._address(name, value.strip())) is not None:
                element.set(key, address)
        if name == "style":
            element.text = cleaned_css.clean(element.text or "", self._in_css)

    def _in_css(self, address: str) -> str | None:
        return self._address("style", address)

    def _address(self, element: str, address: str) -> str | None:
        """Return the address that stands in its place; None where it is left out."""
        try:
            return self._answer(element, address)
        except _LeftOutError as why:
            self.left_out.setdefault(address, str(why))
            return None

    def _answer(self, element: str, address: str) -> str | None:
        """Return an address as above. A link goes unsaid: no one clicks in a picture."""
        if not address or address.startswith("#"):
            return address or None
        if element == "a":
            return None
        if (data := _DATA.fullmatch(address)) is not None:
            return self._data(data)
        if _ELSEWHERE.match(address) or self.depth:
            raise _LeftOutError("lies outside the project")
        if element not in _PICTURES:
            raise _LeftOutError("lies outside the drawing")
        return self._beside(address)

    def _beside(self, address: str) -> str:
        """Return a picture of the project, which is named from the folder of the drawing, as an address of its own."""
        path = posixpath.normpath(posixpath.join(posixpath.dirname(self.path), unquote(address)))
        if "\0" in path:
            raise _LeftOutError("is not there")
        found = project_files.read(path, self.project)
        if isinstance(found, Refusal):
            outside = found.code is Code.OUTSIDE_PROJECT
            raise _LeftOutError("lies outside the project" if outside else "is not there")
        if not found.startswith((_PNG, _JPEG)):
            raise _LeftOutError("is neither PNG nor JPEG")
        self._count(found)
        return _address_of("png" if found.startswith(_PNG) else "jpeg", found)

    def _count(self, picture: bytes) -> None:
        """Count the pixels of a picture. Raises _LeftOutError where those of the drawing are too many with it."""
        width, height = _size(picture)
        if self.pixels + width * height > limits.MOST_PIXELS:
            raise _LeftOutError(_LARGE)
        self.pixels += width * height

    def _data(self, data: re.Match[str]) -> str:
        """Return a picture or font that is written into the drawing; a drawing in the drawing is cleaned as well.

        What it is called does not count: readers look at what it is.
        """
        if _FONT.match(data["kind"]):
            return data[0]
        if not data["kind"].lower().startswith("image/") or self.depth == limits.DEEPEST_DRAWINGS:
            raise _LeftOutError("is no picture")
        content = unquote_to_bytes(data["content"].strip())
        try:
            if data["more"].lower().rstrip().endswith("base64"):
                content = b64decode(content)
            if _PIXELS.match(content):
                self._count(content)
                return data[0]
            inside = _Cleaner(self.path, self.project, self.left_out, self.depth + 1, self.pixels)
            svg = inside.clean(content)
            self.pixels = inside.pixels
            return _address_of("svg+xml", svg)
        except (UncleanError, ValueError):
            raise _LeftOutError("is no picture") from None


def _size(picture: bytes) -> tuple[int, int]:
    """Return the size that the header of a picture states; none of one that can't be read, which nobody will draw."""
    from PIL import Image

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)  # the limit is ours
            with Image.open(BytesIO(picture)) as opened:
                return opened.size
    except Image.DecompressionBombError:
        return limits.MOST_PIXELS, 2
    except Exception:  # noqa: BLE001 -- broken files make Pillow raise SyntaxError, struct.error and more
        return 0, 0


def _address_of(kind: str, content: bytes) -> str:
    return f"data:image/{kind};base64,{b64encode(content).decode()}"
