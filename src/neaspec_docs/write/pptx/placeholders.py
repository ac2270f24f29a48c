"""Words and a placeholder of the layout -> the shape on the slide that fills it (ISO/IEC 29500-1, 19.3.1.36)."""

from collections.abc import Mapping
from xml.etree.ElementTree import Element

from neaspec_docs.write.pptx import drawingml, inlines, paragraphs
from neaspec_docs.write.pptx.drawingml import Markup, emu, hundredths, place, rectangle, x
from neaspec_docs.write.pptx.inlines import Look
from neaspec_docs.write.pptx.scene import Scene
from neaspec_docs.write.slides import measures, text
from neaspec_docs.write.slides.measures import Box
from neaspec_docs.write.slides.plan import Design, Text, setting
from neaspec_docs.write.slides.text import Paragraph, Setting

TITLE, BODY, SECOND = 0, 1, 2
FOOT, NUMBER = 11, 12
ORGANIZATION, MEETING = 13, 14
DRAFT = 20
"""The numbers of placeholders on the layouts of templates/slides.pptx; PowerPoint keeps them when it saves."""

_TITLED = {TITLE: "title"}
_FOOTED = {FOOT: "running head", NUMBER: "slide number", DRAFT: "draft status"}
_OPENING = {ORGANIZATION: "organization", BODY: "subtitle", MEETING: "meeting", DRAFT: "draft status"}
_PLACES = {"opening": ORGANIZATION, "under": BODY, "meeting": MEETING}

NEEDED: Mapping[Design, Mapping[int, str]] = {
    Design.TITLE: _TITLED | _OPENING,
    Design.SECTION: _TITLED | _FOOTED,
    Design.CONTENT: _TITLED | {BODY: "text"} | _FOOTED,
    Design.PARTS: _TITLED | {BODY: "text", SECOND: "table or figure"} | _FOOTED,
    Design.VISUAL: _TITLED | _FOOTED,
}
"""The placeholders that a layout must have, with what they are for."""

_LEVELS = 5

_FIELD = "{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}"
"""The identifier of the field of a slide's number: one for all, for they say the same."""


def title(scene: Scene, source: Element, design: Design, box: Box) -> Markup:
    """Return the title of a slide."""
    kind = "ctrTitle" if design is Design.TITLE else "title"
    words = x("a:p", *inlines.runs(scene, source, Look(scene.language)))
    return _shape(scene, "Title", x("p:ph", type=kind), [words], _own(scene, TITLE, box))


def words(scene: Scene, part: Text, index: int | None = None) -> Markup:
    """Return running text in a placeholder; the title slide's go by their kind, others into that of this number."""
    index = _PLACES.get(part.kind, index or BODY)
    kind = "subTitle" if part.kind == "under" else "body" if part.kind in _PLACES else None
    how = setting(part.kind, scene.scale)
    made = paragraphs.write(scene, text.paragraphs(part.blocks, how), Look(scene.language))
    levels = _levels(how) if part.kind == "body" and scene.scale is not text.FULL else x("a:lstStyle")
    name = {"opening": "Organization", "under": "Subtitle", "meeting": "Meeting"}.get(part.kind, "Text")
    size = None if index == BODY else "quarter"
    shape = _shape(scene, name, x("p:ph", type=kind, sz=size, idx=index), made, _own(scene, index, part.box))
    shape[-1][1] = levels
    return shape


def _levels(how: Setting) -> Markup:
    """Return how the levels of a text look that is not set as the layout's (21.1.2.4.12)."""
    made = x("a:lstStyle")
    for level in range(_LEVELS):
        about = Paragraph(Element("p"), level)
        look = x("a:defRPr", sz=hundredths(how.type(about)))
        space = x("a:spcAft", x("a:spcPts", val=hundredths(how.space(about))))
        hang = emu(how.indent * measures.BULLET)
        made.append(x(f"a:lvl{level + 1}pPr", space, look, marL=hang * (level + 1), indent=-hang))
    return made


def draft(scene: Scene, status: str) -> Markup:
    """Return what says that the paper is a draft."""
    return _said(scene, "Draft status", x("p:ph", type="body", sz="quarter", idx=DRAFT), status)


def foot(scene: Scene, running_head: str) -> Markup:
    """Return the running head at the foot of a slide."""
    return _said(scene, "Running head", x("p:ph", type="ftr", sz="quarter", idx=FOOT), running_head)


def number(scene: Scene, shown: str) -> Markup:
    """Return the slide's number: a field, which PowerPoint counts anew."""
    return _shape(
        scene, "Slide number", x("p:ph", type="sldNum", sz="quarter", idx=NUMBER), [counted(scene, shown)], None
    )


def counted(scene: Scene, shown: str) -> Markup:
    """Return a paragraph with the number of its slide."""
    look, words = Look(scene.language).properties(), x("a:t")
    words.text = shown
    return x("a:p", x("a:fld", look, words, id=_FIELD, type="slidenum"))


def _said(scene: Scene, name: str, kind: Markup, said: str) -> Markup:
    words = x("a:t")
    words.text = said
    return _shape(scene, name, kind, [x("a:p", x("a:r", Look(scene.language).properties(), words))], None)


def _own(scene: Scene, index: int, box: Box) -> Box | None:
    """Return the box where the layout's placeholder stands elsewhere."""
    return None if scene.story.stands(index, box) else box


def _shape(scene: Scene, name: str, kind: Markup, words: list[Markup], box: Box | None) -> Markup:
    id = scene.number()
    return x(
        "p:sp",
        x(
            "p:nvSpPr",
            x("p:cNvPr", id=id, name=f"{name} {id}"),
            x("p:cNvSpPr", x("a:spLocks", noGrp=1)),
            x("p:nvPr", kind),
        ),
        x("p:spPr", *([] if box is None else [place(box), rectangle()])),
        x("p:txBody", drawingml.body(), x("a:lstStyle"), *words),
    )
