"""`img` of the Page -> a picture in its line: PNG, JPEG, or SVG with a PNG to fall back on (ISO/IEC 29500-1, 20.2)."""

from xml.etree.ElementTree import Element, SubElement

from neaspec_docs.diagnostics.codes import Code
from neaspec_docs.write import cleaned, project_files
from neaspec_docs.write.docx import drawings, revisions
from neaspec_docs.write.docx.drawings import Shown
from neaspec_docs.write.docx.flow import Flow, Setting
from neaspec_docs.write.docx.wordml import NAMESPACES, Markup
from neaspec_docs.write.office_xml import PER_POINT, SVG_EXTENSION
from neaspec_docs.write.pictures import UndrawableError, drawing
from neaspec_docs.write.project_files import Refusal

_PER_PIXEL = 9525
"""English Metric Units to a pixel of 96 to the inch."""

_PER_TWIP = 635


def write(flow: Flow, source: Element, setting: Setting) -> None:
    """Add a paragraph with a picture in its own size, or smaller to fit its area and the page.

    What Word can't show is reported, and its alternative text stands in its place.
    """
    own = int(source.get("width", "0")), int(source.get("height", "0"))
    width, height = _size(own, setting.area.width * _PER_TWIP, drawings.highest(flow, setting) * _PER_TWIP)
    path = source.get("src", "")
    file = project_files.place(path, flow.manuscript.project)
    try:
        if cleaned.is_drawing(path):
            relationships = _drawn(flow, path, own, (width / PER_POINT, height / PER_POINT))
        else:
            relationships = (flow.story.picture(file),)
    except (OSError, ValueError, UndrawableError) as why:
        _report(flow, path, why)
        relationships = ()
    if not relationships:
        _instead(flow, source, setting)
        return
    shown = Shown("Picture", source.get("alt", ""), width, height)
    drawings.show(flow, source, shown, _graphic(shown, relationships), setting)


def _size(own: tuple[int, int], width: float, height: float) -> tuple[int, int]:
    """Return the picture's width and height in English Metric Units, made smaller where it would not fit."""
    across, down = own[0] * _PER_PIXEL, own[1] * _PER_PIXEL
    if 0 in own:
        return round(width), round(width / 2)
    scale = min(1.0, width / across, height / down)
    return round(across * scale), round(down * scale)


def _drawn(flow: Flow, path: str, own: tuple[int, int], printed: tuple[float, float]) -> tuple[str, ...]:
    """Return the relationships to the PNG and the SVG of a drawing, none where that is reported."""
    found = cleaned.read(path, flow.manuscript.project)
    if isinstance(found, Refusal):
        flow.manuscript.report.extend([found.diagnostic(flow.manuscript.at)])
        return ()
    flow.manuscript.report.extend(found.said)
    return () if found.svg is None else flow.story.drawing(drawing(found.svg, own, printed))


def _report(flow: Flow, path: str, why: Exception) -> None:
    drawn = isinstance(why, UndrawableError)
    flow.manuscript.report.warning(
        Code.UNPRINTABLE,
        f"Word can't show `{path}`{f', for {why}' if drawn else ''}: its alternative text stands in its place",
        flow.manuscript.at,
        "save the picture as PNG or JPEG",
    )


def _instead(flow: Flow, source: Element, setting: Setting) -> None:
    """Let the picture's alternative text stand in its place."""
    instead = revisions.bare(source)
    instead.text = f"[{source.get('alt', '')}]"
    flow.paragraph("Figure", instead, properties=setting.kept())


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
        extension = SubElement(SubElement(blip, "a:extLst"), "a:ext", {"uri": SVG_EXTENSION})
        SubElement(extension, "asvg:svgBlip", {"r:embed": svg})
    SubElement(SubElement(fill, "a:stretch"), "a:fillRect")
    shape = SubElement(picture, "pic:spPr")
    frame = SubElement(shape, "a:xfrm")
    SubElement(frame, "a:off", {"x": "0", "y": "0"})
    SubElement(frame, "a:ext", {"cx": str(shown.width), "cy": str(shown.height)})
    SubElement(SubElement(shape, "a:prstGeom", {"prst": "rect"}), "a:avLst")
    return data
