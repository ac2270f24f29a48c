"""The looks of slides, as tables -> masters and layouts of the template. The measures are those of PDF."""

from dataclasses import dataclass, replace

from neaspec_docs.write.pptx import drawingml
from neaspec_docs.write.pptx.drawingml import Markup, colour, emu, hundredths, place, points, rectangle, x
from neaspec_docs.write.pptx.placeholders import BODY, DRAFT, FOOT, MEETING, NUMBER, ORGANIZATION, SECOND
from neaspec_docs.write.slides import measures, text
from neaspec_docs.write.slides.measures import Box
from neaspec_docs.write.slides.plan import SHARES, Design
from scripts.slide_theme import LATIN

LIGHT_RULE = "8FBADF"
"""The line below a title on a blue ground."""

_LEVELS = 9
_AFTER = 4
_BIG = 1.5
"""The weight of the line below a title, in points."""


@dataclass(frozen=True, slots=True)
class Placeholder:
    """A place for words on a layout: its name, type, number and box, and how its words look where that is its own.

    `prompt` is what PowerPoint shows in an empty one; `plain` ones have no bullets.
    """

    name: str
    type: str | None
    index: int | None
    box: Box
    prompt: str
    size: float | None = None
    colour: str | None = None
    anchor: str | None = None
    align: str | None = None
    plain: bool = False
    bold: bool = False


TITLE = Placeholder("Title", "title", None, measures.TITLE, "Title of the slide", anchor="b")
FOOTER = Placeholder("Running head", "ftr", FOOT, measures.FOOT, "", measures.SIZE_FOOT, "accent4", "ctr", "l")
NUMBERED = replace(FOOTER, name="Slide number", type="sldNum", index=NUMBER, box=measures.NUMBER, align="r")
STATUS = Placeholder(
    "Draft status",
    "body",
    DRAFT,
    measures.DRAFT,
    "Draft",
    measures.SIZE_DRAFT,
    "accent6",
    "ctr",
    "r",
    plain=True,
    bold=True,
)
TEXT = Placeholder("Text", None, BODY, measures.CONTENT, "Text of the slide")

_LEFT = measures.CONTENT.width * SHARES[0] - measures.GAP / 2
_RIGHT = measures.CONTENT.width - _LEFT - measures.GAP
_SECOND_LEFT = measures.CONTENT.right - _RIGHT
HALVES = (
    replace(TEXT, box=replace(measures.CONTENT, width=_LEFT)),
    replace(
        TEXT,
        name="Table or figure",
        index=SECOND,
        box=replace(measures.CONTENT, left=_SECOND_LEFT, width=_RIGHT),
        prompt="Table, chart or image",
    ),
)


def _on_blue(placeholder: Placeholder) -> Placeholder:
    return replace(placeholder, colour="bg1")


def _opening(name: str, index: int, box: Box, prompt: str, anchor: str = "t") -> Placeholder:
    return Placeholder(name, "body", index, box, prompt, measures.SIZE_MEETING, "bg1", anchor, plain=True)


BIG_TITLE = replace(TITLE, size=measures.SIZE_OPENING, colour="bg1")
LAYOUTS = {
    Design.TITLE: (
        _opening("Organization", ORGANIZATION, measures.OPENING, "Organization"),
        replace(BIG_TITLE, type="ctrTitle", box=measures.OPENING_TITLE),
        replace(
            _opening("Subtitle", BODY, measures.OPENING_UNDER, "Subtitle and presenter"),
            type="subTitle",
            size=measures.SIZE_UNDER,
        ),
        _opening("Meeting", MEETING, measures.OPENING_MEETING, "Meeting, place and dates"),
        _on_blue(STATUS),
    ),
    Design.SECTION: (
        replace(BIG_TITLE, box=measures.PART_TITLE),
        *map(_on_blue, (STATUS, FOOTER, NUMBERED)),
    ),
    Design.CONTENT: (TITLE, TEXT, STATUS, FOOTER, NUMBERED),
    Design.PARTS: (TITLE, *HALVES, STATUS, FOOTER, NUMBERED),
    Design.VISUAL: (TITLE, STATUS, FOOTER, NUMBERED),
}
"""The layouts, each with its placeholders in the order in which they are read."""

TYPES = {Design.TITLE: "title", Design.SECTION: "secHead", Design.CONTENT: "obj", Design.PARTS: "twoObj"}
TYPES |= {Design.VISUAL: "titleOnly"}
RULES = {Design.TITLE: measures.OPENING_RULE, Design.SECTION: measures.OPENING_RULE}
"""The layouts on a blue ground, and where the line below their title runs."""


def layout(design: Design) -> Markup:
    """Return the root of a slide layout (19.3.1.39)."""
    rule = RULES.get(design)
    shapes = [] if rule is None else [_rule(2, rule, LIGHT_RULE)]
    shapes += [_placeholder(number, one) for number, one in enumerate(LAYOUTS[design], 3)]
    data = x("p:cSld", *([] if rule is None else [_ground("tx2")]), _tree(shapes), name=design.value)
    root = x("p:sldLayout", data, x("p:clrMapOvr", x("a:masterClrMapping")), type=TYPES[design], preserve=1)
    if rule is not None:
        root.set("showMasterSp", "0")
    return root


def master(layouts: list[tuple[int, str]]) -> Markup:
    """Return the root of the slide master (19.3.1.42), with the numbers and relationships of its layouts."""
    body = Placeholder("Text", "body", BODY, measures.CONTENT, "Text of the slide")
    shapes = [_rule(2, measures.RULE, "accent2")]
    shapes += [_placeholder(number, one) for number, one in enumerate((TITLE, body, FOOTER, NUMBERED), 3)]
    listed = [drawingml.related("p:sldLayoutId", "id", relation, id=number) for number, relation in layouts]
    return x(
        "p:sldMaster",
        x("p:cSld", _ground("bg1"), _tree(shapes)),
        _colours(),
        x("p:sldLayoutIdLst", *listed),
        x("p:hf", hdr=0, dt=0),
        x("p:txStyles", x("p:titleStyle", _title_level()), _levels("p:bodyStyle"), _other_style()),
        preserve=1,
    )


def notes_master() -> Markup:
    """Return the root of the master of pages of notes (19.3.1.27)."""
    page = Box(25, 20, 140.5, 79)
    words = Placeholder("Notes", "body", BODY, Box(19, 110, 152.5, 125), "What the speaker says", plain=True)
    number = Placeholder("Page number", "sldNum", NUMBER, Box(130, 240, 41.5, 8), "‹#›", measures.SIZE_FOOT, align="r")
    image = x(
        "p:sp",
        x(
            "p:nvSpPr",
            x("p:cNvPr", id=2, name="Slide"),
            x("p:cNvSpPr", x("a:spLocks", noGrp=1, noRot=1, noChangeAspect=1)),
            x("p:nvPr", x("p:ph", type="sldImg", idx=2)),
        ),
        x("p:spPr", place(page), rectangle(), x("a:noFill"), x("a:ln", colour("accent4"), w=points(0.75))),
    )
    levels = x("p:notesStyle", *(_level(number, 12) for number in range(1, _LEVELS + 1)))
    shapes = [image, _placeholder(3, words), _placeholder(4, number)]
    return x("p:notesMaster", x("p:cSld", _ground("bg1"), _tree(shapes)), _colours(), x("p:hf", hdr=0, dt=0), levels)


def default_levels() -> Markup:
    """Return how words look that stand in no placeholder (19.2.1.8)."""
    return x("p:defaultTextStyle", *_plain_levels())


def _other_style() -> Markup:
    return x("p:otherStyle", *_plain_levels())


def _plain_levels() -> list[Markup]:
    return [_level(number, text.FULL.body.size) for number in range(1, _LEVELS + 1)]


def _levels(tag: str) -> Markup:
    made = []
    for number in range(1, _LEVELS + 1):
        size = text.FULL.body.size if number == 1 else text.FULL.body.deeper
        after = text.FULL.body.after if number == 1 else text.FULL.body.after_deeper
        made.append(_level(number, size, bullets=True, after=after))
    return x(tag, *made)


def _level(number: int, size: float, *, bullets: bool = False, after: float = 0) -> Markup:
    """Return how paragraphs of a level look (21.1.2.4.13)."""
    left, hang = (number * measures.BULLET, measures.BULLET) if bullets else (0.0, 0.0)
    return x(
        f"a:lvl{number}pPr",
        x("a:lnSpc", x("a:spcPct", val=100000)),
        x("a:spcBef", x("a:spcPts", val=0)),
        x("a:spcAft", x("a:spcPts", val=hundredths(after))),
        *([x("a:buFont", typeface=LATIN), x("a:buChar", char="•")] if bullets else [x("a:buNone")]),
        _type(size, "tx1"),
        marL=emu(left),
        indent=-emu(hang),
        algn="l",
        eaLnBrk=1,
        latinLnBrk=0,
        hangingPunct=1,
    )


def _title_level() -> Markup:
    return x(
        "a:lvl1pPr",
        x("a:lnSpc", x("a:spcPct", val=100000)),
        x("a:spcBef", x("a:spcPts", val=0)),
        x("a:buNone"),
        _type(measures.SIZE_TITLE, "tx2", "+mj", bold=True),
        algn="l",
    )


def _type(size: float, ink: str, face: str = "+mn", *, bold: bool = False) -> Markup:
    faces = [x("a:latin", typeface=f"{face}-lt"), x("a:ea", typeface=f"{face}-ea"), x("a:cs", typeface=f"{face}-cs")]
    return x(
        "a:defRPr",
        colour(ink),
        *faces,
        sz=hundredths(size),
        b=int(bold),
        kern=0,
    )


def _placeholder(number: int, one: Placeholder) -> Markup:
    kind = x("p:ph", type=one.type, sz=None if one.index in (None, BODY) else "quarter", idx=one.index)
    return x(
        "p:sp",
        x(
            "p:nvSpPr",
            x("p:cNvPr", id=number, name=one.name),
            x("p:cNvSpPr", x("a:spLocks", noGrp=1)),
            x("p:nvPr", kind),
        ),
        x("p:spPr", place(one.box), rectangle()),
        x("p:txBody", drawingml.body(anchor=one.anchor), _own_levels(one), _prompt(one)),
    )


def _own_levels(one: Placeholder) -> Markup:
    if one.size is None and one.colour is None and not one.plain:
        return x("a:lstStyle")
    look = x("a:defRPr", sz=None if one.size is None else hundredths(one.size), b=None if not one.bold else 1)
    if one.colour is not None:
        look.append(colour(one.colour))
    level = x("a:lvl1pPr", algn=one.align)
    if one.plain:
        level.set("marL", "0")
        level.set("indent", "0")
        level.append(x("a:spcAft", x("a:spcPts", val=hundredths(0 if one.bold else _AFTER))))
        level.append(x("a:buNone"))
    level.append(look)
    return x("a:lstStyle", level)


def _prompt(one: Placeholder) -> Markup:
    words = x("a:t")
    words.text = one.prompt
    look = x("a:rPr", lang="en-GB")
    if one.type == "sldNum":
        field = x("a:fld", look, words, id="{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}", type="slidenum")
        return x("a:p", field)
    return x("a:p", x("a:r", look, words)) if one.prompt else x("a:p", x("a:endParaRPr", lang="en-GB"))


def _tree(shapes: list[Markup]) -> Markup:
    about = x("p:nvGrpSpPr", x("p:cNvPr", id=1, name=""), x("p:cNvGrpSpPr"), x("p:nvPr"))
    return x("p:spTree", about, x("p:grpSpPr"), *shapes)


def _rule(number: int, top: float, ink: str) -> Markup:
    """Return the line below a title, as far as the text reaches."""
    return x(
        "p:cxnSp",
        x("p:nvCxnSpPr", x("p:cNvPr", id=number, name="Line below the title"), x("p:cNvCxnSpPr"), x("p:nvPr")),
        x(
            "p:spPr",
            place(Box(measures.MARGIN, top, measures.TEXT_WIDTH, 0)),
            x("a:prstGeom", x("a:avLst"), prst="line"),
            x("a:ln", colour(ink), w=points(_BIG)),
        ),
    )


def _ground(ink: str) -> Markup:
    return x("p:bg", x("p:bgPr", colour(ink), x("a:effectLst")))


def _colours() -> Markup:
    own = {f"accent{count}": f"accent{count}" for count in range(1, 7)}
    return x("p:clrMap", bg1="lt1", tx1="dk1", bg2="lt2", tx2="dk2", **own, hlink="hlink", folHlink="folHlink")
