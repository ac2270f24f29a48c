"""The looks of scripts/word_looks.py -> templates/styles.docx, the same bytes each time.

`python -m scripts.make_word_styles [FILE]` after a change there. Or change the styles in Word and save: then the file
is the source, and this script is no longer run.
"""

import sys
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

from lxml import etree

from neaspec_docs.write.docx.numbering import PARAGRAPH_LEVELS, Numbering, heading_levels
from neaspec_docs.write.docx.stylesheet import Stylesheet
from neaspec_docs.write.docx.wordml import NAMESPACES, Markup, paragraph, part, text, w
from neaspec_docs.write.languages import EAST_ASIAN_FONT
from neaspec_docs.write.office_package import same_bytes
from scripts.word_looks import COLUMN, MARGINS, PAGE, STEP, STYLES, points
from scripts.word_stylesheet import styles

TARGET = Path(__file__).parents[1] / "templates" / "styles.docx"
HEADINGS = "I.|A.|1.|(a)|"

FONTS = {"Times New Roman": None, "Courier New": None, EAST_ASIAN_FONT: "SimSun"}
FONTS |= {"Noto Serif CJK JP": "MS Mincho", "Noto Serif CJK KR": "Batang"}
"""The fonts that styles and languages name, and what stands in on a computer without them."""


def settings() -> Markup:
    """Return the root of settings.xml (ISO/IEC 29500-1, 17.15; the mode of compatibility is [MS-DOCX] 2.4.1)."""
    word = "http://schemas.microsoft.com/office/word"
    modes = {
        "compatibilityMode": 15,
        "overrideTableStyleFontSizeAndJustification": 1,
        "enableOpenTypeFeatures": 1,
        "doNotFlipMirrorIndents": 1,
        "differentiateMultirowTableHeaders": 1,
    }
    return w(
        "settings",
        w("zoom", percent=100),
        w("defaultTabStop", val=STEP),
        w("autoHyphenation", val=0),
        w("evenAndOddHeaders"),
        w("characterSpacingControl", val="doNotCompress"),
        w("footnotePr", w("footnote", id=-1), w("footnote", id=0)),
        w(
            "compat",
            w("doNotExpandShiftReturn"),
            *(w("compatSetting", name=name, uri=word, val=value) for name, value in modes.items()),
        ),
        w("decimalSymbol", val="."),
        w("listSeparator", val=","),
    )


def footnotes() -> Markup:
    """Return the root of footnotes.xml: the separators alone, in the column (17.11.23)."""
    root = w("footnotes")
    for number, kind, tag in ((-1, "separator", "separator"), (0, "continuationSeparator", "continuationSeparator")):
        line = w(
            "p", w("pPr", w("spacing", before=0, after=points(4), line=240, lineRule="auto"), w("ind", left=COLUMN))
        )
        line.append(w("r", w(tag)))
        root.append(w("footnote", line, type=kind, id=number))
    return root


def fonts() -> Markup:
    """Return the root of fontTable.xml."""
    root = w("fonts")
    for name, instead in FONTS.items():
        font = w("font", name=name)
        if instead is not None:
            font.append(w("altName", val=instead))
        root.append(font)
    return root


def theme() -> bytes:
    """Return theme1.xml, which Word must have though no style here uses it (20.1.6.9)."""
    black, white, blue = "000000", "FFFFFF", "003F87"
    slots = {"dk1": black, "lt1": white, "dk2": black, "lt2": white, "hlink": blue, "folHlink": blue}
    slots |= {f"accent{count}": blue for count in range(1, 7)}
    order = ("dk1", "lt1", "dk2", "lt2", *(f"accent{count}" for count in range(1, 7)), "hlink", "folHlink")
    colours = "".join(f'<a:{slot}><a:srgbClr val="{slots[slot]}"/></a:{slot}>' for slot in order)
    face = '<a:latin typeface="Times New Roman"/><a:ea typeface=""/><a:cs typeface=""/>'
    fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    effect = "<a:effectStyle><a:effectLst/></a:effectStyle>"
    return (
        f'<a:theme xmlns:a="{NAMESPACES["a"]}" name="Papers"><a:themeElements>'
        f'<a:clrScheme name="Papers">{colours}</a:clrScheme>'
        f'<a:fontScheme name="Papers"><a:majorFont>{face}</a:majorFont><a:minorFont>{face}</a:minorFont></a:fontScheme>'
        f'<a:fmtScheme name="Papers"><a:fillStyleLst>{fill * 3}</a:fillStyleLst>'
        f"<a:lnStyleLst>{f'<a:ln>{fill}</a:ln>' * 3}</a:lnStyleLst><a:effectStyleLst>{effect * 3}</a:effectStyleLst>"
        f"<a:bgFillStyleLst>{fill * 3}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>"
    ).encode()


def document() -> Markup:
    """Return the root of document.xml: a line in each style, for whoever opens the file to change one."""
    body = w("body")
    for id, style in STYLES.items():
        body.append(paragraph(id, w("r", text(f"{style.name}: words that show how this style looks"))))
    section = w("sectPr", w("pgSz", **PAGE), w("pgMar", **MARGINS, gutter=0), w("cols", space=720))
    body.append(section)
    return w("document", body)


def numbering(looks: Markup) -> Markup:
    """Return the root of numbering.xml: the two lists that styles bring with them, headings and paragraphs."""
    lists = Numbering(Stylesheet(looks))
    lists.instance(lists.abstract(heading_levels(HEADINGS)))
    lists.instance(lists.abstract(PARAGRAPH_LEVELS))
    return lists.xml()


_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_PARTS = {"document": "document.main", "styles": "styles", "settings": "settings", "footnotes": "footnotes"}
_PARTS |= {"fontTable": "fontTable", "numbering": "numbering"}


def _relationships(targets: dict[str, str]) -> bytes:
    root = etree.fromstring(f'<Relationships xmlns="{_PACKAGE}/relationships"/>')
    for count, (target, kind) in enumerate(targets.items(), 1):
        etree.SubElement(
            root, f"{{{_PACKAGE}/relationships}}Relationship", {"Id": f"rId{count}", "Type": kind, "Target": target}
        )
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _content_types() -> bytes:
    root = etree.fromstring(f'<Types xmlns="{_PACKAGE}/content-types"/>')
    types = f"{{{_PACKAGE}/content-types}}"
    relationships = "application/vnd.openxmlformats-package.relationships+xml"
    for extension, kind in (("rels", relationships), ("xml", "application/xml")):
        etree.SubElement(root, f"{types}Default", {"Extension": extension, "ContentType": kind})
    kinds = {f"/word/{name}.xml": f"{_WORD}.{kind}+xml" for name, kind in _PARTS.items()}
    kinds["/word/theme/theme1.xml"] = "application/vnd.openxmlformats-officedocument.theme+xml"
    kinds["/docProps/core.xml"] = "application/vnd.openxmlformats-package.core-properties+xml"
    for name, kind in kinds.items():
        etree.SubElement(root, f"{types}Override", {"PartName": name, "ContentType": kind})
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _core() -> bytes:
    core, terms = f"{_PACKAGE}/metadata/core-properties", "http://purl.org/dc/elements/1.1/"
    root = etree.Element(f"{{{core}}}coreProperties", None, {"cp": core, "dc": terms})
    etree.SubElement(root, f"{{{terms}}}title").text = "Styles of neaspec-docs"
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def package() -> bytes:
    """Return the bytes of styles.docx."""
    looks = styles()
    roots = {"document": document(), "settings": settings(), "footnotes": footnotes(), "fontTable": fonts()}
    roots |= {"numbering": numbering(looks), "styles": looks}
    written = BytesIO()
    with ZipFile(written, "w") as made:
        made.writestr("[Content_Types].xml", _content_types())
        main = {"word/document.xml": f"{_OFFICE}/relationships/officeDocument"}
        core = {"docProps/core.xml": f"{_PACKAGE}/relationships/metadata/core-properties"}
        made.writestr("_rels/.rels", _relationships(main | core))
        made.writestr("docProps/core.xml", _core())
        others = {f"{name}.xml": f"{_OFFICE}/relationships/{name}" for name in _PARTS if name != "document"}
        others["theme/theme1.xml"] = f"{_OFFICE}/relationships/theme"
        made.writestr("word/_rels/document.xml.rels", _relationships(others))
        made.writestr("word/theme/theme1.xml", theme())
        for name, root in roots.items():
            made.writestr(f"word/{name}.xml", part(root))
    return same_bytes(written.getvalue())


if __name__ == "__main__":
    target = Path(sys.argv[1]) if len(sys.argv) > 1 else TARGET
    target.write_bytes(package())
    print(f"{target}: {len(STYLES)} styles of paragraphs")
