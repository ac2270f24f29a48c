"""What the speaker says -> a page of notes: the slide's image, the words, the number (ISO/IEC 29500-1, 19.3.1.26)."""

from collections.abc import Mapping, Sequence
from xml.etree.ElementTree import Element

from neaspec_docs.write.pptx import paragraphs
from neaspec_docs.write.pptx.drawingml import Markup, x
from neaspec_docs.write.pptx.inlines import Look
from neaspec_docs.write.pptx.scene import Scene
from neaspec_docs.write.slides import text
from neaspec_docs.write.slides.text import Setting

_NOTES = Setting(12, 12, 6, 3)


def write(scene: Scene, speech: Sequence[Element], places: Mapping[str, int]) -> Markup:
    """Return the root of a notes slide; `places` are the numbers of its placeholders by their types."""
    image = x(
        "p:sp",
        x(
            "p:nvSpPr",
            x("p:cNvPr", id=2, name="Slide 2"),
            x("p:cNvSpPr", x("a:spLocks", noGrp=1, noRot=1, noChangeAspect=1)),
            x("p:nvPr", x("p:ph", type="sldImg", idx=places.get("SLIDE_IMAGE"))),
        ),
        x("p:spPr"),
    )
    said = paragraphs.write(scene, text.paragraphs(speech, _NOTES), Look(scene.language), _NOTES)
    words = x(
        "p:sp",
        x(
            "p:nvSpPr",
            x("p:cNvPr", id=3, name="Notes 3"),
            x("p:cNvSpPr", x("a:spLocks", noGrp=1)),
            x("p:nvPr", x("p:ph", type="body", idx=places.get("BODY"))),
        ),
        x("p:spPr"),
        x("p:txBody", x("a:bodyPr"), x("a:lstStyle"), *said),
    )
    about = x("p:nvGrpSpPr", x("p:cNvPr", id=1, name=""), x("p:cNvGrpSpPr"), x("p:nvPr"))
    tree = x("p:spTree", about, x("p:grpSpPr"), image, words)
    return x("p:notes", x("p:cSld", tree), x("p:clrMapOvr", x("a:masterClrMapping")))
