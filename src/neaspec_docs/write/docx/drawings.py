"""A picture or chart, its size and alternative text -> a paragraph with it in its line (ISO/IEC 29500-1, 20.4.2.8)."""

from dataclasses import dataclass
from xml.etree.ElementTree import Element, SubElement

from neaspec_docs.write import room
from neaspec_docs.write.docx import revisions
from neaspec_docs.write.docx.flow import Flow, Setting
from neaspec_docs.write.docx.wordml import Markup, w

_MM = 1440 / 25.4
"""Twentieths of a point in a millimetre."""


@dataclass(frozen=True, slots=True)
class Shown:
    """What is shown: its kind ("Picture"), what is said to who can't see it, its size in English Metric Units."""

    kind: str
    alt: str
    width: int
    height: int


def show(flow: Flow, source: Element, shown: Shown, graphic: Markup, setting: Setting) -> None:
    """Add a paragraph with what `source` shows in it; `graphic` is the `a:graphicData`."""
    number = flow.manuscript.picture_number()
    inline = Element("wp:inline", dict.fromkeys(("distT", "distB", "distL", "distR"), "0"))
    SubElement(inline, "wp:extent", {"cx": str(shown.width), "cy": str(shown.height)})
    SubElement(inline, "wp:effectExtent", dict.fromkeys("ltrb", "0"))
    SubElement(inline, "wp:docPr", {"id": str(number), "name": f"{shown.kind} {number}", "descr": shown.alt})
    SubElement(SubElement(inline, "wp:cNvGraphicFramePr"), "a:graphicFrameLocks", {"noChangeAspect": "1"})
    SubElement(inline, "a:graphic").append(graphic)
    paragraph = flow.paragraph("Figure", revisions.bare(source), properties=setting.kept())
    paragraph.append(w("r", w("drawing", inline)))


def highest(flow: Flow, setting: Setting) -> float:
    """Return how high a drawing may be, in twentieths of a point."""
    return room.highest(setting.figure, flow.manuscript.sheet.text_height / _MM) * _MM
