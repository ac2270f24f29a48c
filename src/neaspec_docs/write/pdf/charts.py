"""A `div.chart` of the tree -> a picture of the chart, drawn for the width it has; its values are not printed."""

from base64 import b64encode
from xml.etree.ElementTree import Element

from neaspec_docs.write.charts import data, svg
from neaspec_docs.write.charts.lettering import FULL, MEASURE, SERIF, Font
from neaspec_docs.write.styled import classes


def draw(figure: Element) -> None:
    """Put a picture in place of each chart in a `div.figure`."""
    width = FULL if "wide" in classes(figure) else MEASURE
    for at, part in enumerate(figure):
        if "chart" in classes(part):
            figure[at] = picture(part, width)
            figure[at].tail = part.tail


def picture(element: Element, width: float, font: Font = SERIF, height: float | None = None) -> Element:
    """Return an `img` of a `div.chart`, so many millimetres wide and high (without a height, as high as it needs)."""
    chart = data.read(element)
    drawn = svg.draw(chart, width, font, height)
    return Element(
        "img",
        {
            "class": "chart",
            "src": f"data:image/svg+xml;base64,{b64encode(drawn.encode()).decode()}",
            "alt": chart.alt,
            "style": f"width: {width}mm",
        },
    )
