"""What the speaker says -> a page of notes: the slide's image, the words, the number (ISO/IEC 29500-1, 19.3.1.26)."""

from collections.abc import Mapping

from neaspec_docs.write.pptx import paragraphs, placeholders
from neaspec_docs.write.pptx.drawingml import Markup, x
from neaspec_docs.write.pptx.inlines import Look
from neaspec_docs.write.pptx.scene import Scene
from neaspec_docs.write.slides import text
from neaspec_docs.write.slides.deck import Slide
from neaspec_docs.write.slides.text import Setting

_NOTES = Setting(12, 12, 6, 3)


def write(scene: Scene, slide: Slide, places: Mapping[str, int]) -> Markup:
    """Return the root of a notes slide; `places` are the numbers of its placeholders by their types."""
    said = paragraphs.write(scene, text.paragraphs(slide.speech, _NOTES), Look(scene.language), _NOTES)
    locks = x("a:spLocks", noGrp=1, noRot=1, noChangeAspect=1)
    shapes = [
        _shape(2, "Slide", x("p:ph", type="sldImg", idx=places.get("SLIDE_IMAGE")), locks),
        _shape(3, "Notes", x("p:ph", type="body", idx=places.get("BODY")), x("a:spLocks", noGrp=1), *said),
    ]
    if (number := places.get("SLIDE_NUMBER")) is not None:
        place, counted = x("p:ph", type="sldNum", sz="quarter", idx=number), placeholders.counted(scene, slide.number)
        shapes.append(_shape(4, "Slide number", place, x("a:spLocks", noGrp=1), counted))
    about = x("p:nvGrpSpPr", x("p:cNvPr", id=1, name=""), x("p:cNvGrpSpPr"), x("p:nvPr"))
    tree = x("p:spTree", about, x("p:grpSpPr"), *shapes)
    return x("p:notes", x("p:cSld", tree), x("p:clrMapOvr", x("a:masterClrMapping")))


def _shape(id: int, name: str, place: Markup, locks: Markup, *words: Markup) -> Markup:
    about = x("p:nvSpPr", x("p:cNvPr", id=id, name=f"{name} {id}"), x("p:cNvSpPr", locks), x("p:nvPr", place))
    body = [x("p:txBody", x("a:bodyPr"), x("a:lstStyle"), *words)] if words else []
    return x("p:sp", about, x("p:spPr"), *body)
