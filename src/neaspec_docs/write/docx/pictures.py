"""`img` of the Page -> a picture in its line: PNG, JPEG, or SVG with a PNG to fall back on (ISO/IEC 29500-1, 20.2)."""

from pathlib import Path
from xml.etree.ElementTree import Element, SubElement

from neaspec_docs.diagnostics.codes import Code
from neaspec_docs.write.docx import drawings
from neaspec_docs.write.docx.drawings import Shown
from neaspec_docs.write.docx.flow import Flow, Setting
from neaspec_docs.write.docx.wordml import NAMESPACES, Markup, w
from neaspec_docs.write.pictures import UndrawableError, drawing

_PER_PIXEL = 9525
"""English Metric Units to a pixel of 96 to the inch."""

_PER_TWIP = 635
_PER_POINT = 12700

_SVG_EXTENSION = "{96DAC541-7B7A-43D3-8B79-37D633B846F1}"
"""The extension of a picture that holds its SVG ([MS-ODRAWXML] 2.3.3)."""


def write(flow: Flow, source: Element, setting: Setting) -> None:
    """Add a paragraph with a picture in its own size, or smaller to fit its area and the page.

    What Word can't show is reported, and its alternative text stands in its place.
    """
    own = int(source.get("width", "0")), int(source.get("height", "0"))
    width, height = _size(own, setting.area.width * _PER_TWIP, drawings.highest(flow) * _PER_TWIP)
    path = source.get("src", "")
    file = flow.manuscript.root / path
    try:
        if file.suffix.lower() == ".svg":
            relationships: tuple[str, ...] = _drawn(flow, file, path, own, (width / _PER_POINT, height / _PER_POINT))
        else:
            relationships = (flow.story.picture(file),)
    except (OSError, ValueError, UndrawableError) as why:
        _instead(flow, source, why, setting)
        return
    shown = Shown("Picture", source.get("alt", ""), width, height)
    drawings.show(flow, shown, _graphic(shown, relationships), setting)


def _size(own: tuple[int, int], width: float, height: float) -> tuple[int, int]:
    """Return the picture's width and height in English Metric Units, made smaller where it would not fit."""
    across, down = own[0] * _PER_PIXEL, own[1] * _PER_PIXEL
    if 0 in own:
        return round(width), round(width / 2)
    scale = min(1.0, width / across, height / down)
    return round(across * scale), round(down * scale)


def _drawn(flow: Flow, file: Path, path: str, own: tuple[int, int], printed: tuple[float, float]) -> tuple[str, str]:
    """Return the relationships to the PNG and the SVG of a drawing; what lies outside it is reported."""
    drawn = drawing(file.read_bytes(), own, printed)
    for address in drawn.outside:
        flow.manuscript.report.warning(
            Code.UNPRINTABLE,
            f"`{path}` shows `{address}`, which is not in it and is left out in Word",
            flow.manuscript.at,
            "embed that picture in the drawing, and save it again",
        )
    return flow.story.drawing(drawn)


def _instead(flow: Flow, source: Element, why: Exception, setting: Setting) -> None:
    """Report a picture, and let its alternative text stand in its place."""
    drawn = isinstance(why, UndrawableError)
    flow.manuscript.report.warning(
        Code.UNPRINTABLE,
        f"Word can't show `{source.get('src', '')}`{f', for {why}' if drawn else ''}: "
        "its alternative text stands in its place",
        flow.manuscript.at,
        "save the picture as PNG or JPEG",
    )
    instead = Element("p")
    instead.text = f"[{source.get('alt', '')}]"
    flow.paragraph("Figure", instead, properties=[w("keepNext")] if setting.followed else [])


def _graphic(shown: Shown, relationships: tuple[str, ...]) -> Markup:
    """Return the picture as a graphic: of its relationships the first is to pixels, the second to SVG."""
    data = Element("a:graphicData", {"uri": NAMESPACES["pic"]})
    picture = SubElement(data, "pic:pic")
    about = SubElement(picture, "pic:nvPicPr")
    SubElement(about, "pic:cNvPr", {"id": "0", "name": shown.kind, "descr": shown.alt})
    SubElement(about, "pic:cNvPicPr")
    fill = SubElement(picture, "pic:blipFill")
    blip = SubElement(fill, "a:blip", {"r:embed": relationships[0]})
    for svg in relationships[1:]:
        extension = SubElement(SubElement(blip, "a:extLst"), "a:ext", {"uri": _SVG_EXTENSION})
        SubElement(extension, "asvg:svgBlip", {"r:embed": svg})
    SubElement(SubElement(fill, "a:stretch"), "a:fillRect")
    shape = SubElement(picture, "pic:spPr")
    frame = SubElement(shape, "a:xfrm")
    SubElement(frame, "a:off", {"x": "0", "y": "0"})
    SubElement(frame, "a:ext", {"cx": str(shown.width), "cy": str(shown.height)})
    SubElement(SubElement(shape, "a:prstGeom", {"prst": "rect"}), "a:avLst")
    return data
