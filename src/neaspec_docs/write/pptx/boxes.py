"""Words and a box -> a shape with text that is no placeholder: captions, notes, panels, further text."""

from collections.abc import Iterable, Sequence
from xml.etree.ElementTree import Element

from neaspec_docs.write.pptx import drawingml, paragraphs
from neaspec_docs.write.pptx.drawingml import Markup, colour, place, rectangle, x
from neaspec_docs.write.pptx.inlines import Look
from neaspec_docs.write.pptx.scene import Scene
from neaspec_docs.write.slides import measures, text
from neaspec_docs.write.slides.measures import Box
from neaspec_docs.write.slides.plan import Text
from neaspec_docs.write.slides.text import Paragraph, Setting
from neaspec_docs.write.slides.visuals import Panels, is_bare

CAPTION = Setting(measures.SIZE_CAPTION, measures.SIZE_CAPTION, 0, 0)


def caption(scene: Scene, box: Box, source: Element) -> Markup:
    """Return the caption of a table or figure."""
    words = paragraphs.write(scene, [Paragraph(source)], Look(scene.language, colour="tx2"), CAPTION)
    return _shape(scene, "Caption", box, words)


def notes(scene: Scene, box: Box, sources: Sequence[Element]) -> Markup:
    """Return what stands below a table or figure: notes and sources."""
    look = Look(scene.language, colour="accent4")
    return _shape(scene, "Notes", box, paragraphs.write(scene, map(Paragraph, sources), look, text.NOTE))


def words(scene: Scene, part: Text) -> Markup:
    """Return running text for which no placeholder is left."""
    made = paragraphs.write(
        scene, text.paragraphs(part.blocks, scene.scale.body), Look(scene.language), scene.scale.body
    )
    return _shape(scene, "Text", part.box, made)


def panels(scene: Scene, body: Panels, alt: str) -> Markup:
    """Return panels as shapes in one group, in the order in which they are read."""
    id = scene.number()
    about = x("p:nvGrpSpPr", x("p:cNvPr", id=id, name=f"Panels {id}", descr=alt), x("p:cNvGrpSpPr"), x("p:nvPr"))
    frame = place(body.box)
    frame.extend((x("a:chOff", **dict(frame[0].items())), x("a:chExt", **dict(frame[1].items()))))
    made = []
    for box, cell in body.panels:
        shape = _shape(scene, "Panel", box, _panel(scene, cell), ground="bg2")
        shape[-1][0].set("anchor", "ctr" if is_bare(cell) else "t")
        made.append(shape)
    return x("p:grpSp", about, x("p:grpSpPr", frame), *made)


def _panel(scene: Scene, cell: Element) -> list[Markup]:
    head = cell.find("p[@class='panel-title']")
    made: list[Markup] = []
    if head is not None:
        look = Look(scene.language, colour="tx2")
        made = paragraphs.write(scene, [Paragraph(head)], look, scene.scale.panel_title)
    rest = [part for part in cell if part is not head]
    inside = text.paragraphs(rest, scene.scale.panel)
    look = Look(scene.language, colour="tx1")
    return made + paragraphs.write(scene, inside, look, scene.scale.panel) if rest or not made else made


def _shape(scene: Scene, name: str, box: Box, words: Iterable[Markup], ground: str | None = None) -> Markup:
    id = scene.number()
    fill = x("a:noFill") if ground is None else colour(ground)
    about = x("p:cNvSpPr", txBox=1) if ground is None else x("p:cNvSpPr")
    inside = 0.0 if ground is None else measures.PANEL_INSIDE
    return x(
        "p:sp",
        x("p:nvSpPr", x("p:cNvPr", id=id, name=f"{name} {id}"), about, x("p:nvPr")),
        x("p:spPr", place(box), rectangle(), fill, x("a:ln", x("a:noFill"))),
        x("p:txBody", drawingml.body(anchor="t", inside=inside), x("a:lstStyle"), *words),
    )
