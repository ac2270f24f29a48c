"""Names, colours and words -> elements of a DrawingML chart (ISO/IEC 29500-1, clauses 20.1 and 21.2)."""

from collections.abc import Iterable
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from neaspec_docs.write import office_xml
from neaspec_docs.write.charts.colours import BLACK
from neaspec_docs.write.charts.lettering import SERIF, Font
from neaspec_docs.write.languages import language
from neaspec_docs.write.office_xml import PER_POINT, Markup

CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart"
NAMESPACES = {
    "c": CHART,
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "c15": "http://schemas.microsoft.com/office/drawing/2012/chart",
}

_UPWARDS = -5_400_000
"""A quarter turn to the left, in sixty-thousandths of a degree."""

_FACES = {"Liberation Serif": "Times New Roman", "Liberation Sans": "Arial"}
"""What office programs know each typeface as: its letters are as wide."""


@dataclass(frozen=True, slots=True)
class Type:
    """How words are set: in which font, colour and language (BCP 47), and whether they read upwards.

    `free` words the program may slant where it finds no room for them.
    """

    font: Font
    language: str
    colour: str = BLACK
    upwards: bool = False
    free: bool = False


def c(tag: str, *children: Markup, **attributes: str | float) -> Markup:
    """Return an element of a chart with these children and attributes: `c("gapWidth", val=70)`."""
    return _element(f"c:{tag}", children, attributes)


def a(tag: str, *children: Markup, **attributes: str | float) -> Markup:
    """Return an element of DrawingML itself: `a("srgbClr", val="000000")`."""
    return _element(f"a:{tag}", children, attributes)


def c15(tag: str, *children: Markup, **attributes: str | float) -> Markup:
    """Return an element of an extension of Office 2013: `c15("showLeaderLines", val=1)`."""
    return _element(f"c15:{tag}", children, attributes)


def _element(tag: str, children: Iterable[Markup], attributes: dict[str, str | float]) -> Markup:
    element = Element(tag, {key: str(value) for key, value in attributes.items()})
    element.extend(children)
    return element


def saying(element: Markup, words: str) -> Markup:
    """Return the element with these words in it."""
    element.text = words
    return element


def written(root: Markup) -> bytes:
    """Return the bytes of a part with this root."""
    return office_xml.part(root, NAMESPACES)


def fill(colour: str) -> Markup:
    """Return a fill of one colour, such as "#12305e"."""
    return a("solidFill", a("srgbClr", val=colour.removeprefix("#").upper()))


def line(colour: str | None, points: float = 0, dash: str = "solid") -> Markup:
    """Return a line of this colour and thickness; none at all where the colour is None."""
    if colour is None:
        return a("ln", a("noFill"))
    return a("ln", fill(colour), a("prstDash", val=dash), a("round"), w=round(points * PER_POINT), cap="flat")


def placed(
    x: float, y: float, width: float | None = None, height: float | None = None, *, inner: bool = False
) -> Markup:
    """Return a place in the chart by shares of its width and height (21.2.2.88); `inner`: the room between the axes."""
    made = c("manualLayout", *([c("layoutTarget", val="inner")] if inner else []))
    made.extend((c("xMode", val="edge"), c("yMode", val="edge")))
    return c("layout", _shares(made, x=x, y=y, w=width, h=height))


def moved(x: float, y: float) -> Markup:
    """Return how far a label is moved right and down from its place, by the same shares."""
    return c("layout", _shares(c("manualLayout"), x=x, y=y))


def sized(width: float, height: float) -> Markup:
    """Return the size of a label, by the same shares."""
    return _shares(c("manualLayout"), w=width, h=height)


def _shares(layout: Markup, **sides: float | None) -> Markup:
    layout.extend(c(side, val=round(share, 5)) for side, share in sides.items() if share is not None)
    return layout


def set_in(type: Type, aligned: str | None = None) -> Markup:
    """Return the properties of words that the program itself puts there; `aligned` as for `words`."""
    paragraph = a("pPr", _characters("defRPr", type), **({} if aligned is None else {"algn": aligned}))
    return c("txPr", _frame(type), a("lstStyle"), a("p", paragraph, _end(type)))


def words(lines: Iterable[str], type: Type, aligned: str = "ctr") -> Markup:
    """Return words of our own, line by line; `aligned` is "l", "ctr" or "r"."""
    frame = _frame(type)
    frame.set("wrap", "none")
    rich = c("rich", frame, a("lstStyle"))
    for one in lines:
        said = a("r", _characters("rPr", type), saying(a("t"), one))
        rich.append(a("p", a("pPr", _characters("defRPr", type), algn=aligned), said))
    return c("tx", rich)


def _frame(type: Type) -> Markup:
    if type.free:
        return a("bodyPr")
    return a("bodyPr", rot=_UPWARDS if type.upwards else 0, vert="horz")


def _characters(tag: str, type: Type) -> Markup:
    face = _FACES.get(type.font.family, type.font.family)
    spoken: dict[str, str | float] = {} if tag == "defRPr" else {"lang": type.language}
    east_asian = language(type.language)
    ea = east_asian.font if type.font.family == SERIF.family else east_asian.sans
    fonts = (a("latin", typeface=face), a("ea", typeface=ea), a("cs", typeface=face))
    return a(tag, fill(type.colour), *fonts, **spoken, sz=round(type.font.size * 100), b=0)


def _end(type: Type) -> Markup:
    return a("endParaRPr", lang=type.language)
