"""`img` of the Page -> a drawing in the line with its alternative text (ISO/IEC 29500-1, 20.4.2.8)."""

from xml.etree.ElementTree import Element, SubElement

from neaspec_docs.diagnostics.codes import Code
from neaspec_docs.write.docx.flow import Flow, Setting
from neaspec_docs.write.docx.wordml import NAMESPACES, Markup, w

_PER_PIXEL = 9525
"""English Metric Units to a pixel of 96 to the inch."""

_PER_TWIP = 635
"""English Metric Units to a twentieth of a point."""

_MOST_HEIGHT = 0.8
"""How much of a page's height a picture may take, so that its caption and notes find room."""


def write(flow: Flow, source: Element, setting: Setting) -> None:
    """Add a paragraph with a picture, at most as wide as its area.

    What Word can't show is reported, and its alternative text stands in its place.
    """
    properties = [w("keepNext")] if setting.followed else []
    path, alt = source.get("src", ""), source.get("alt", "")
    try:
        relationship = flow.story.picture(flow.manuscript.root / path)
    except (OSError, ValueError):
        flow.manuscript.report.warning(
            Code.UNPRINTABLE,
            f"Word can't show `{path}`: its alternative text stands in its place",
            flow.manuscript.at,
            "save the picture as PNG or JPEG",
        )
        instead = Element("p")
        instead.text = f"[{alt}]"
        flow.paragraph("Figure", instead, properties=properties)
        return
    size = _size(source, setting.area.width * _PER_TWIP, flow.manuscript.sheet.text_height * _PER_TWIP)
    paragraph = flow.paragraph("Figure", properties=properties)
    paragraph.append(w("r", w("drawing", _drawing(flow.manuscript.picture_number(), relationship, alt, size))))


def _size(source: Element, width: int, height: int) -> tuple[int, int]:
    """Return the picture's width and height in English Metric Units, made smaller where it would not fit."""
    own = int(source.get("width", "0")) * _PER_PIXEL, int(source.get("height", "0")) * _PER_PIXEL
    if 0 in own:
        return width, width // 2
    scale = min(1.0, width / own[0], height * _MOST_HEIGHT / own[1])
    return round(own[0] * scale), round(own[1] * scale)


def _drawing(number: int, relationship: str, alt: str, size: tuple[int, int]) -> Markup:
    extent = {"cx": str(size[0]), "cy": str(size[1])}
    named = {"id": str(number), "name": f"Picture {number}", "descr": alt}
    inline = Element("wp:inline", dict.fromkeys(("distT", "distB", "distL", "distR"), "0"))
    SubElement(inline, "wp:extent", extent)
    SubElement(inline, "wp:docPr", named)
    SubElement(SubElement(inline, "wp:cNvGraphicFramePr"), "a:graphicFrameLocks", {"noChangeAspect": "1"})
    data = SubElement(SubElement(inline, "a:graphic"), "a:graphicData", {"uri": NAMESPACES["pic"]})
    picture = SubElement(data, "pic:pic")
    about = SubElement(picture, "pic:nvPicPr")
    SubElement(about, "pic:cNvPr", named)
    SubElement(about, "pic:cNvPicPr")
    fill = SubElement(picture, "pic:blipFill")
    SubElement(fill, "a:blip", {"r:embed": relationship})
    SubElement(SubElement(fill, "a:stretch"), "a:fillRect")
    shape = SubElement(picture, "pic:spPr")
    frame = SubElement(shape, "a:xfrm")
    SubElement(frame, "a:off", {"x": "0", "y": "0"})
    SubElement(frame, "a:ext", extent)
    SubElement(SubElement(shape, "a:prstGeom", {"prst": "rect"}), "a:avLst")
    return inline
