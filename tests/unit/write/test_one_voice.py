"""What is said of a drawing is the same in all formats and said once; what they show of it is the same too."""

import re
import zipfile
from base64 import b64decode, b64encode
from io import BytesIO
from pathlib import Path

import pypdf
import pytest
from PIL import Image

from neaspec_docs import pipeline
from neaspec_docs.diagnostics.codes import Code
from neaspec_docs.diagnostics.diagnostic import Severity
from neaspec_docs.pipeline import Built, Order
from neaspec_docs.project import Project

DRAWING = """<svg xmlns="http://www.w3.org/2000/svg" width="200" height="100" onload="alert(1)">
<script>alert(1)</script><text y="20">Weir</text>
<image href="photo.png" width="30" height="30"/>
<image href="http://127.0.0.1:9/map.png" width="30" height="30"/>
<image href="file:///etc/passwd" width="30" height="30"/>
</svg>"""
BROKEN = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9">' + "<g>" * 3000 + "</g>" * 3000 + "</svg>"
FIGURE = "{figure: F, image: images/map.svg, alt: A map}"
FORMATS = [("paper", "docx"), ("paper", "pdf"), ("paper", "html"), ("slides", "pptx"), ("slides", "pdf")]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "content/m"
    (folder / "images").mkdir(parents=True)
    (folder / "meeting.yaml").write_text(
        "title: M\nshort: M\ndates: {start: 2020-10-12}\nvenue: V\npapers: [paper, slides]\n", "utf-8"
    )
    (folder / "paper.yaml").write_text(f"kind: paper\ntitle: A\nbody:\n  - {FIGURE}\n  - {FIGURE}\n", "utf-8")
    (folder / "slides.yaml").write_text(f"kind: slides\ntitle: A\nbody:\n  - slide: S\n    body: [{FIGURE}]\n", "utf-8")
    Image.new("RGB", (9, 9), "#123456").save(folder / "images/photo.png")
    (folder / "images/map.svg").write_text(DRAWING, "utf-8")
    return folder


def build(folder: Path, *formats: str, paper: str = "") -> Built:
    project = Project(folder.parents[1])
    return pipeline.build(Order(project, (f"m/{paper}" if paper else "m",), formats, project.build, jobs=1))


@pytest.mark.parametrize(("paper", "format"), [("", ""), *FORMATS])
def test_what_lies_elsewhere_is_said_once_and_alike_whatever_is_made(folder: Path, paper: str, format: str) -> None:
    built = build(folder, *filter(None, [format]), paper=paper)
    assert [(fault.code, fault.severity, fault.at.line, fault.message) for fault in built.diagnostics] == [
        (
            Code.LEFT_OUT_OF_DRAWING,
            Severity.WARNING,
            line,
            f"`content/m/images/map.svg` asks for `{address}`, which lies outside the project and is left out",
        )
        for line, address in ((4, "http://127.0.0.1:9/map.png"), (5, "file:///etc/passwd"))
    ]
    assert built.made


@pytest.mark.parametrize(("paper", "format"), FORMATS)
def test_what_is_no_drawing_within_is_said_alike_too(folder: Path, paper: str, format: str) -> None:
    (folder / "images/map.svg").write_text(BROKEN, "utf-8")
    built = build(folder, format, paper=paper)
    assert [(fault.code, fault.severity, fault.message) for fault in built.diagnostics] == [
        (
            Code.UNPRINTABLE,
            Severity.WARNING,
            (
                "`content/m/images/map.svg` can't be shown, for its parts are nested too deep: "
                "its alternative text stands in its place"
            ),
        )
    ]


def test_every_file_has_the_same_drawing_with_the_picture_beside_it(folder: Path) -> None:
    photo = b64encode((folder / "images/photo.png").read_bytes())
    made = {made.path.name: made.path.read_bytes() for made in build(folder, "docx", "pptx", "html").made}
    drawings = {
        zipped.read(name)
        for zipped in (zipfile.ZipFile(BytesIO(made[file])) for file in ("paper.docx", "slides.pptx"))
        for name in zipped.namelist()
        if name.endswith(".svg")
    }
    for page in ("paper.html", "slides.html"):
        drawings |= {b64decode(found) for found in re.findall(rb"data:image/svg\+xml;base64,([^\"]*)", made[page])}
    (drawing,) = drawings
    assert b"data:image/png;base64," + photo in drawing
    for gone in (b"alert", b"script", b"127", b"passwd"):
        assert gone not in drawing


@pytest.mark.parametrize("paper", ["paper", "slides"])
def test_the_pdf_shows_the_picture_beside_the_drawing(folder: Path, paper: str) -> None:
    (made,) = build(folder, "pdf", paper=paper).made
    colours = {
        image.image.convert("RGB").getpixel((0, 0))
        for page in pypdf.PdfReader(made.path).pages
        for image in page.images
        if image.image is not None
    }
    assert colours == {(0x12, 0x34, 0x56)}
