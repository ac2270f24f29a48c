"""`div.chart` of the Page -> a chart of Word's own, whose data a double-click opens (ISO/IEC 29500-1, 21.2)."""

from xml.etree.ElementTree import Element, SubElement

from neaspec_docs.write.charts import data, office
from neaspec_docs.write.docx import drawings
from neaspec_docs.write.docx.drawings import Shown
from neaspec_docs.write.docx.flow import Flow, Setting
from neaspec_docs.write.office_xml import PER_POINT

_MM = 25.4 / 1440
"""Millimetres in a twentieth of a point."""


def write(flow: Flow, source: Element, setting: Setting) -> None:
    """Add a paragraph with a chart as wide as its area; one that would be higher than a page is made to fit."""
    chart = data.read(source)
    width, highest = setting.area.width * _MM, drawings.highest(flow, setting)
    language = flow.spoken.tag
    made = office.part(chart, width, language=language)
    if made.height * 20 > highest:
        made = office.part(chart, width, height_mm=highest * _MM, language=language)
    graphic = Element("a:graphicData", {"uri": office.DRAWING})
    SubElement(graphic, "c:chart", {"r:id": flow.story.chart(made)})
    shown = Shown("Chart", chart.alt, round(made.width * PER_POINT), round(made.height * PER_POINT))
    drawings.show(flow, source, shown, graphic, setting)
