"""The colours and typefaces of slides -> the theme of the template (ISO/IEC 29500-1, 20.1.6.9)."""

from neaspec_docs.write.languages import EAST_ASIAN_FONT
from neaspec_docs.write.pptx import drawingml
from neaspec_docs.write.pptx.drawingml import colour, points, x
from neaspec_docs.write.slides import measures

LATIN = "Arial"
EAST_ASIAN = EAST_ASIAN_FONT.replace("Serif", "Sans")

COLOURS = {"dk1": measures.INK, "lt1": measures.WHITE, "dk2": measures.BLUE, "lt2": measures.PALE}
COLOURS |= {"accent1": measures.BLUE, "accent2": measures.SKY, "accent3": "B45309", "accent4": measures.GREY}
COLOURS |= {"accent5": "2F7D5B", "accent6": measures.RED, "hlink": measures.SKY, "folHlink": measures.BLUE}


def theme(name: str) -> bytes:
    """Return a theme (20.1.6.9): colours that also print well in grey, Arial and a font for East Asian characters."""
    slots = [x(f"a:{slot}", x("a:srgbClr", val=value)) for slot, value in COLOURS.items()]
    faces = [
        x(kind, x("a:latin", typeface=LATIN), x("a:ea", typeface=EAST_ASIAN), x("a:cs", typeface=""))
        for kind in ("a:majorFont", "a:minorFont")
    ]
    effect = x("a:effectStyle", x("a:effectLst"))
    fill = colour("phClr")
    looks = (
        x("a:fillStyleLst", fill, fill, fill),
        x("a:lnStyleLst", *(x("a:ln", fill, w=points(weight)) for weight in (0.75, 1, 1.5))),
        x("a:effectStyleLst", effect, effect, effect),
        x("a:bgFillStyleLst", fill, fill, fill),
    )
    return drawingml.part(
        x(
            "a:theme",
            x(
                "a:themeElements",
                x("a:clrScheme", *slots, name=name),
                x("a:fontScheme", *faces, name=name),
                x("a:fmtScheme", *looks, name=name),
            ),
            name=name,
        )
    )
