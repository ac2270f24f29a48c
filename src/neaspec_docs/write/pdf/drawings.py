"""The SVG drawings in a tree -> PNG in place of those that would not look in the PDF as they were drawn.

WeasyPrint 70 draws shapes and texts rightly. It sets gradients as tiles, which some readers leave blank and others show
seams of, and knows next to nothing of filters, masks and what else is rare.
"""

import re
from base64 import b64encode
from collections.abc import Iterator
from xml.etree import ElementTree as ET

from neaspec_docs.diagnostics.diagnostic import Diagnostic
from neaspec_docs.project import Project
from neaspec_docs.write import cleaned
from neaspec_docs.write.charts.lettering import FULL, MM
from neaspec_docs.write.pictures import UndrawableError, drawing
from neaspec_docs.write.project_files import Refusal

RESOLUTION = 300
"""Pixels to the inch of what is printed."""

_SVG = "{http://www.w3.org/2000/svg}"
_RIGHT = frozenset(
    f"{_SVG}{name}"
    for name in (
        *(
            "svg",
            "g",
            "defs",
            "title",
            "desc",
            "metadata",
            "style",
            "a",
            "use",
            "symbol",
            "clipPath",
            "marker",
            "image",
        ),
        *("path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "text", "tspan"),
    )
)
"""What WeasyPrint draws as it should be."""

_WIDTH = re.compile(r"width: ([\d.]+)(px|mm)")
_PIXEL = 72 / 96
"""A pixel of CSS in points."""


def draw(root: ET.Element, project: Project) -> Iterator[Diagnostic]:
    """Put a PNG in place of each such drawing, and give what is to be said; what can't be read or drawn stays."""
    for image in root.iter("img"):
        path = image.get("src", "")
        if not cleaned.is_drawing(path):
            continue
        found = cleaned.read(path, project)
        if isinstance(found, Refusal) or found.svg is None or is_plain(found.svg):
            continue
        own = int(image.get("width", "0")), int(image.get("height", "0"))
        try:
            drawn = drawing(found.svg, own, _printed(image, own), resolution=RESOLUTION, ground="#ffffff")
        except UndrawableError:
            continue
        image.set("src", f"data:image/png;base64,{b64encode(drawn.png).decode()}")
        yield from found.said


def is_plain(source: bytes) -> bool:
    """Say whether WeasyPrint draws all that is used in a drawing; what is no drawing is not for us to judge."""
    try:
        root = ET.fromstring(source)  # noqa: S314 -- load refuses entities, and expat bounds what they come to
    except (ET.ParseError, ValueError):
        return True
    texts = (element.text or "" for element in root.iter(f"{_SVG}style"))
    said = " ".join([*texts, *(value for element in root.iter() for value in element.attrib.values())])
    return not any(_shows(element, said) for element in root.iter())


def _shows(element: ET.Element, said: str) -> bool:
    """Say whether an element is one that is not drawn rightly and that something asks for."""
    if not element.tag.startswith(_SVG) or element.tag in _RIGHT:
        return False
    name = element.get("id")
    asked = name is not None and re.search(rf"#{re.escape(name)}(?![\w-])", said) is not None
    return asked or element.tag in _ALONE


_ALONE = frozenset(f"{_SVG}{name}" for name in ("switch", "foreignObject", "textPath", "tref"))
"""What shows by itself, without being asked for."""


def _printed(image: ET.Element, own: tuple[int, int]) -> tuple[float, float]:
    """Return the width and height of a picture on the page, in points."""
    found = _WIDTH.search(image.get("style", ""))
    if found is None or 0 in own:
        return own[0] * _PIXEL, own[1] * _PIXEL
    width = float(found[1]) * MM if found[2] == "mm" else min(float(found[1]) * _PIXEL, FULL * MM)
    return width, width * own[1] / own[0]
