"""A picture in its place -> one of PowerPoint with its alternative text; an SVG has a PNG beside it (19.3.1.37)."""

from neaspec_docs.diagnostics.codes import Code
from neaspec_docs.write import cleaned
from neaspec_docs.write.office_xml import SVG_EXTENSION
from neaspec_docs.write.pictures import UndrawableError, drawing
from neaspec_docs.write.pptx import drawingml
from neaspec_docs.write.pptx.drawingml import Markup, place, rectangle, related, x
from neaspec_docs.write.pptx.inlines import Look
from neaspec_docs.write.pptx.scene import Scene
from neaspec_docs.write.project_files import Refusal, read
from neaspec_docs.write.slides import measures
from neaspec_docs.write.slides.visuals import Picture


def write(scene: Scene, made: Picture, index: int | None) -> Markup:
    """Return a picture. What PowerPoint can't show is reported, and its alternative text stands in its place."""
    path = made.source.get("src", "")
    drawn = cleaned.is_drawing(path)
    found = _cleaned(scene, path) if drawn else read(path, scene.project)
    if isinstance(found, Refusal):
        scene.report.extend([found.diagnostic(scene.slide.at)])
    if found is None or isinstance(found, Refusal):
        return _instead(scene, made)
    try:
        blip = _drawn(scene, made, found) if drawn else _plain(scene, found)
    except (UndrawableError, ValueError) as why:
        scene.report.warning(
            Code.UNPRINTABLE,
            f"{scene.slide.called}: PowerPoint can't show `{path}`: {why}; its alternative text stands in its place",
            scene.slide.at,
            "save the picture as PNG or JPEG",
        )
        return _instead(scene, made)
    id = scene.number()
    kind = [] if index is None else [x("p:ph", sz="quarter", idx=index)]
    return x(
        "p:pic",
        x(
            "p:nvPicPr",
            x("p:cNvPr", id=id, name=f"Picture {id}", descr=made.source.get("alt", "")),
            x("p:cNvPicPr", x("a:picLocks", noGrp=None if index is None else 1, noChangeAspect=1)),
            x("p:nvPr", *kind),
        ),
        x("p:blipFill", blip, x("a:stretch", x("a:fillRect"))),
        x("p:spPr", place(made.box), rectangle()),
    )


def _plain(scene: Scene, data: bytes) -> Markup:
    return related("a:blip", "embed", scene.story.picture(data))


def _cleaned(scene: Scene, path: str) -> bytes | Refusal | None:
    """Return a drawing as every file gets it, None where it can't be read; what is said of it is reported."""
    found = cleaned.read(path, scene.project)
    if isinstance(found, Refusal):
        return found
    scene.report.extend(found.said)
    return found.svg


def _drawn(scene: Scene, made: Picture, data: bytes) -> Markup:
    """Return what fills a picture: a PNG, and the SVG for those who can show it."""
    own = int(made.source.get("width", "0")), int(made.source.get("height", "0"))
    drawn = drawing(data, own, (made.box.width / measures.POINT, made.box.height / measures.POINT))
    svg = related("asvg:svgBlip", "embed", scene.story.drawing(drawn.svg))
    blip = _plain(scene, drawn.png)
    blip.append(x("a:extLst", x("a:ext", svg, uri=SVG_EXTENSION)))
    return blip


def _instead(scene: Scene, made: Picture) -> Markup:
    id, words = scene.number(), x("a:t")
    words.text = f"[{made.source.get('alt', '')}]"
    return x(
        "p:sp",
        x("p:nvSpPr", x("p:cNvPr", id=id, name=f"Picture {id}"), x("p:cNvSpPr", txBox=1), x("p:nvPr")),
        x("p:spPr", place(made.box), rectangle()),
        x(
            "p:txBody",
            drawingml.body(anchor="t"),
            x("a:lstStyle"),
            x("a:p", x("a:r", Look(scene.language).properties(), words)),
        ),
    )
