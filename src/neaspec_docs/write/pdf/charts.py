"""The charts and pictures of a `div.figure` in the tree -> pictures of the size they are printed in.

A chart is drawn for the width it has, and its values are not printed. What is too tall for a page is made smaller.
"""

from base64 import b64encode
from xml.etree.ElementTree import Element

from neaspec_docs.write import room
from neaspec_docs.write.charts import data, look, svg
from neaspec_docs.write.charts.lettering import FULL, MEASURE, SERIF, Font
from neaspec_docs.write.styled import classes

_PIXEL = 25.4 / 96
"""A pixel of a picture in millimetres."""


def draw(figure: Element) -> None:
    """Put a picture in place of each chart in a `div.figure`, and give each picture its width."""
    width, most = FULL if "wide" in classes(figure) else MEASURE, room.highest(figure)
    for at, part in enumerate(figure):
        if part.tag == "img":
            measure(part, most)
        elif "chart" in classes(part):
            natural = look.height(data.read(part), width)
            figure[at] = picture(part, width, height=most if natural > most else None)
            figure[at].tail = part.tail


def measure(image: Element, most: float) -> None:
    """Give a picture its own width, which an SVG may leave open, or one in which it is no more than `most` mm high."""
    wide, high = float(image.get("width", "0")), float(image.get("height", "0"))
    scale = min(1.0, most / (high * _PIXEL)) if high else 1.0
    image.attrib.setdefault("style", f"width: {wide * scale:g}px")


def picture(element: Element, width: float, font: Font = SERIF, height: float | None = None) -> Element:
    """Return an `img` of a `div.chart`, so many millimetres wide and high (without a height, as high as it needs)."""
    chart = data.read(element)
    drawn = svg.draw(chart, width, font, height)
    change = element.get("data-change")
    return Element(
        "img",
        {
            **({} if change is None else {"data-change": change}),
            "class": "chart",
            "src": f"data:image/svg+xml;base64,{b64encode(drawn.encode()).decode()}",
            "alt": chart.alt,
            "style": f"width: {width}mm",
        },
    )
