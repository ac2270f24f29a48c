"""A chart or a table, made -> the frame that shows it on a slide, with its alternative text (19.3.1.21)."""

from dataclasses import dataclass

from neaspec_docs.write.pptx.drawingml import Markup, place, x
from neaspec_docs.write.pptx.scene import Scene
from neaspec_docs.write.slides.measures import Box


@dataclass(frozen=True, slots=True)
class Frame:
    """A frame: its name and alternative text, where it stands, the number of the placeholder that it fills, if any."""

    name: str
    alt: str
    box: Box
    index: int | None


def frame(scene: Scene, made: Frame, content: Markup, uri: str) -> Markup:
    """Return the frame of this content, which `uri` says the kind of."""
    id = scene.number()
    kind = [] if made.index is None else [x("p:ph", sz="quarter", idx=made.index)]
    return x(
        "p:graphicFrame",
        x(
            "p:nvGraphicFramePr",
            x("p:cNvPr", id=id, name=f"{made.name} {id}", descr=made.alt),
            x("p:cNvGraphicFramePr", x("a:graphicFrameLocks", noGrp=1)),
            x("p:nvPr", *kind),
        ),
        place(made.box, "p:xfrm"),
        x("a:graphic", x("a:graphicData", content, uri=uri)),
    )
