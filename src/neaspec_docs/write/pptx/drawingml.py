"""Names and values -> elements of PresentationML and DrawingML (ISO/IEC 29500-1, clauses 19 to 21), and parts."""

from xml.etree.ElementTree import Element

from neaspec_docs.write import office_xml
from neaspec_docs.write.slides.measures import Box

Markup = office_xml.Markup
"""An element of PowerPoint, to tell it from one of the Page."""

NAMESPACES = {
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "p": "http://schemas.openxmlformats.org/presentationml/2006/main",
    "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
    "asvg": "http://schemas.microsoft.com/office/drawing/2016/SVG/main",
}

TABLE = "http://schemas.openxmlformats.org/drawingml/2006/table"

_THEME = frozenset({"tx1", "tx2", "bg1", "bg2", "hlink", "phClr", *(f"accent{count}" for count in range(1, 7))})

_PER_MM = 36000


def x(tag: str, *children: Markup, **attributes: str | int | None) -> Markup:
    """Return an element with its prefix, `x("a:off", x=0, y=0)`; an attribute that is None is left out."""
    element = Element(tag, {key: str(value) for key, value in attributes.items() if value is not None})
    element.extend(children)
    return element


def related(tag: str, attribute: str, relation: str, /, *children: Markup, **attributes: str | int | None) -> Markup:
    """Return an element with the id of a relationship: `related("a:blip", "embed", "rId2")`."""
    element = x(tag, *children, **attributes)
    element.set(f"r:{attribute}", relation)
    return element


def emu(length: float) -> int:
    """Return millimetres in English Metric Units."""
    return round(length * _PER_MM)


def points(length: float) -> int:
    """Return points in English Metric Units."""
    return round(length * office_xml.PER_POINT)


def hundredths(size: float) -> int:
    """Return points in hundredths, in which type is measured."""
    return round(size * 100)


def place(box: Box, tag: str = "a:xfrm") -> Markup:
    """Return where a shape stands and how large it is (20.1.7.6)."""
    return x(
        tag,
        x("a:off", x=emu(box.left), y=emu(box.top)),
        x("a:ext", cx=emu(box.width), cy=emu(box.height)),
    )


def colour(name: str) -> Markup:
    """Return a solid fill: a colour of the theme such as "tx1", or six hexadecimal digits."""
    return x("a:solidFill", x("a:schemeClr" if name in _THEME else "a:srgbClr", val=name))


def rectangle() -> Markup:
    """Return the geometry of a plain shape."""
    return x("a:prstGeom", x("a:avLst"), prst="rect")


def body(*, anchor: str | None = None, inside: float = 0.0) -> Markup:
    """Return the properties of a text that wraps, keeps its size and stands `inside` millimetres from its edges."""
    edge = emu(inside)
    return x("a:bodyPr", x("a:noAutofit"), wrap="square", lIns=edge, tIns=edge, rIns=edge, bIns=edge, anchor=anchor)


def part(root: Markup) -> bytes:
    """Return the bytes of a part with this root."""
    return office_xml.part(root, NAMESPACES)
