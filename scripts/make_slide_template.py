"""The looks of scripts/slide_looks.py -> templates/slides.pptx, the same bytes each time.

`python -m scripts.make_slide_template [FILE]` after a change there. Or change the file in PowerPoint (View, Slide
Master) and save: then the file is the source, and this script is no longer run.
"""

import sys
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

from neaspec_docs.write.office_package import same_bytes
from neaspec_docs.write.pptx import drawingml, tables
from neaspec_docs.write.pptx.drawingml import Markup, emu, related, x
from neaspec_docs.write.slides import measures
from scripts import slide_looks, slide_theme

TARGET = Path(__file__).parents[1] / "templates" / "slides.pptx"

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_KINDS = "application/vnd.openxmlformats-officedocument.presentationml"
_THEME = "application/vnd.openxmlformats-officedocument.theme+xml"
_FIRST_ID = 2147483648
"""The least number of a master or a layout (19.7.13)."""

_NOTES = (190.5, 254.0)
"""A page of notes, in millimetres."""


def presentation() -> Markup:
    """Return the root of presentation.xml: a master, a master of notes, no slides (19.2.1.26)."""
    return x(
        "p:presentation",
        x("p:sldMasterIdLst", related("p:sldMasterId", "id", "rId1", id=_FIRST_ID)),
        x("p:notesMasterIdLst", related("p:notesMasterId", "id", "rId2")),
        x("p:sldSz", cx=emu(measures.WIDTH), cy=emu(measures.HEIGHT)),
        x("p:notesSz", cx=emu(_NOTES[0]), cy=emu(_NOTES[1])),
        slide_looks.default_levels(),
        saveSubsetFonts=1,
        autoCompressPictures=0,
    )


def _relationships(*targets: tuple[str, str]) -> bytes:
    """Return a part of relationships: the kind and target of each, in their order."""
    inside = "".join(
        f'<Relationship Id="rId{count}" Type="{kind}" Target="{target}"/>'
        for count, (kind, target) in enumerate(targets, 1)
    )
    return f'{_DECLARED}<Relationships xmlns="{_PACKAGE}/relationships">{inside}</Relationships>'.encode()


_DECLARED = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def _content_types(parts: dict[str, str]) -> bytes:
    defaults = {"rels": "application/vnd.openxmlformats-package.relationships+xml", "xml": "application/xml"}
    inside = "".join(f'<Default Extension="{name}" ContentType="{kind}"/>' for name, kind in defaults.items())
    inside += "".join(f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, kind in parts.items())
    return f'{_DECLARED}<Types xmlns="{_PACKAGE}/content-types">{inside}</Types>'.encode()


def _core() -> bytes:
    names = f'xmlns:cp="{_PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"'
    title = "<dc:title>Slides of neaspec-docs</dc:title>"
    return f"{_DECLARED}<cp:coreProperties {names}>{title}</cp:coreProperties>".encode()


def parts() -> tuple[dict[str, bytes], dict[str, str]]:
    """Return the parts of the file with their bytes, and the content type of each that has one of its own."""
    layouts = {f"ppt/slideLayouts/slideLayout{count}.xml": one for count, one in enumerate(slide_looks.LAYOUTS, 1)}
    numbered = [(_FIRST_ID + count, f"rId{count}") for count in range(1, len(layouts) + 1)]
    roots = {
        "ppt/presentation.xml": presentation(),
        "ppt/slideMasters/slideMaster1.xml": slide_looks.master(numbered),
        "ppt/notesMasters/notesMaster1.xml": slide_looks.notes_master(),
        "ppt/presProps.xml": x("p:presentationPr"),
        "ppt/viewProps.xml": x("p:viewPr"),
        "ppt/tableStyles.xml": x("a:tblStyleLst", **{"def": tables.PLAIN_STYLE}),
        **{name: slide_looks.layout(one) for name, one in layouts.items()},
    }
    kinds = {
        "ppt/presentation.xml": f"{_KINDS}.presentation.main+xml",
        "ppt/slideMasters/slideMaster1.xml": f"{_KINDS}.slideMaster+xml",
        "ppt/notesMasters/notesMaster1.xml": f"{_KINDS}.notesMaster+xml",
        "ppt/presProps.xml": f"{_KINDS}.presProps+xml",
        "ppt/viewProps.xml": f"{_KINDS}.viewProps+xml",
        "ppt/tableStyles.xml": f"{_KINDS}.tableStyles+xml",
        **dict.fromkeys(layouts, f"{_KINDS}.slideLayout+xml"),
        "ppt/theme/theme1.xml": _THEME,
        "ppt/theme/theme2.xml": _THEME,
        "docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
    }
    made = {name: drawingml.part(root) for name, root in roots.items()}
    made |= {f"ppt/theme/theme{count}.xml": slide_theme.theme("Slides") for count in (1, 2)}
    made["docProps/core.xml"] = _core()
    return made | _related(list(layouts)), kinds


def _related(layouts: list[str]) -> dict[str, bytes]:
    theme, master = f"{_OFFICE}/theme", f"{_OFFICE}/slideMaster"
    own = [(f"{_OFFICE}/slideLayout", f"../slideLayouts/{Path(name).name}") for name in layouts]
    made = {
        "_rels/.rels": _relationships(
            (f"{_OFFICE}/officeDocument", "ppt/presentation.xml"),
            (f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
        ),
        "ppt/_rels/presentation.xml.rels": _relationships(
            (master, "slideMasters/slideMaster1.xml"),
            (f"{_OFFICE}/notesMaster", "notesMasters/notesMaster1.xml"),
            (theme, "theme/theme1.xml"),
            *((f"{_OFFICE}/{name}", f"{name}.xml") for name in ("presProps", "viewProps", "tableStyles")),
        ),
        "ppt/slideMasters/_rels/slideMaster1.xml.rels": _relationships(*own, (theme, "../theme/theme1.xml")),
        "ppt/notesMasters/_rels/notesMaster1.xml.rels": _relationships((theme, "../theme/theme2.xml")),
    }
    for name in layouts:
        rels = f"ppt/slideLayouts/_rels/{Path(name).name}.rels"
        made[rels] = _relationships((master, "../slideMasters/slideMaster1.xml"))
    return made


def package() -> bytes:
    """Return the bytes of slides.pptx."""
    made, kinds = parts()
    written = BytesIO()
    with ZipFile(written, "w") as file:
        file.writestr("[Content_Types].xml", _content_types(kinds))
        for name, data in made.items():
            file.writestr(name, data)
    return same_bytes(written.getvalue())


if __name__ == "__main__":
    target = Path(sys.argv[1]) if len(sys.argv) > 1 else TARGET
    target.write_bytes(package())
    print(f"{target}: {len(slide_looks.LAYOUTS)} layouts")
