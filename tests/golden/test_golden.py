"""Whole small projects, and what is made of them: the Page, Word's parts, the PDF's text, outline and tags.

`pytest --update` writes `expected/` anew; what it changed is to be read as code is.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path
from xml.etree import ElementTree as ET
from zipfile import ZipFile

import pypdf
import pytest
import structure_tree
from lxml import etree

from neaspec_docs import pipeline
from neaspec_docs.load import tree
from neaspec_docs.project import Project
from neaspec_docs.render import page as render
from neaspec_docs.resolve.passes import Resolver

FOLDER = Path(__file__).parent
PAPER = "ex-1/paper"
PARTS = ("document", "numbering", "footnotes", "header1", "footer1")
"""Word's parts that a paper shapes; styles.docx is the source of the others."""


def _pretty(xml: bytes) -> str:
    return etree.tostring(etree.fromstring(xml), pretty_print=True, encoding="unicode")


def _page(project: Project) -> str:
    resolved, _ = Resolver(tree.content(project)).resolve(PAPER)
    page, _ = render.render(resolved, project)
    assert page is not None
    return _pretty(ET.tostring(page.root))


def _word(file: Path) -> Iterator[tuple[str, str]]:
    with ZipFile(file) as parts:
        for part in PARTS:
            name = f"word/{part}.xml"
            if name in parts.namelist():
                yield f"{part}.xml", _pretty(parts.read(name))
        for name in parts.namelist():
            if name.startswith("word/charts/") and name.endswith(".xml"):
                yield name.rpartition("/")[2], _pretty(parts.read(name))


def _slides(file: Path) -> Iterator[tuple[str, str]]:
    """Give PowerPoint's slides and pages of notes: templates/slides.pptx is the source of the other parts."""
    with ZipFile(file) as parts:
        for name in parts.namelist():
            folder, _, part = name.removeprefix("ppt/").partition("/")
            if folder in ("slides", "notesSlides") and part.endswith(".xml"):
                yield part, _pretty(parts.read(name))


def _pdf(file: Path) -> str:
    reader = pypdf.PdfReader(file)
    info = reader.metadata
    assert info is not None
    said = [
        f"title: {info.title}",
        f"subject: {info.subject}",
        f"language: {reader.root_object['/Lang']}",
        "",
        "outline",
    ]
    said += _outline(reader, reader.outline, 1)
    for number, page in enumerate(reader.pages, 1):
        links = sum(one.get_object()["/Subtype"] == "/Link" for one in page.get("/Annots", ()))
        size = "turned" if page.mediabox.width > page.mediabox.height else "upright"
        said += [
            "",
            f"page {number}, {size}, links: {links}",
            *(line.rstrip() for line in page.extract_text().splitlines()),
        ]
    return "\n".join(said) + "\n"


def _outline(reader: pypdf.PdfReader, entries: object, depth: int) -> Iterator[str]:
    assert isinstance(entries, list)
    for entry in entries:
        if isinstance(entry, list):
            yield from _outline(reader, entry, depth + 1)
        else:
            yield f"{'  ' * depth}{entry.title}  p. {(reader.get_destination_page_number(entry) or 0) + 1}"


SLIDES = ("slides",)
"""Projects whose paper is a set of slides."""

NAMES = sorted(path.name for path in FOLDER.iterdir() if (path / "content").is_dir() and path.name not in SLIDES)


@pytest.mark.parametrize("name", SLIDES)
def test_what_is_made_of_slides(name: str, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    project = Project(FOLDER / name)
    built = pipeline.build(pipeline.Order(project, [PAPER], ("pptx", "pdf"), tmp_path, jobs=1))
    assert built.diagnostics == ()
    made = {
        "page.xhtml": _page(project),
        **dict(_slides(tmp_path / f"{PAPER}.pptx")),
        "pdf.txt": _pdf(tmp_path / f"{PAPER}.pdf"),
        "tree.txt": structure_tree.text(pypdf.PdfReader(tmp_path / f"{PAPER}.pdf"), words=100),
    }
    _compare(made, FOLDER / name / "expected", request)


@pytest.mark.parametrize("name", NAMES)
def test_what_is_made(name: str, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    project = Project(FOLDER / name)
    built = pipeline.build(pipeline.Order(project, [PAPER], ("docx", "pdf"), tmp_path, jobs=1))
    assert built.diagnostics == ()
    made = {
        "page.xhtml": _page(project),
        **dict(_word(tmp_path / f"{PAPER}.docx")),
        "pdf.txt": _pdf(tmp_path / f"{PAPER}.pdf"),
        "tree.txt": structure_tree.text(pypdf.PdfReader(tmp_path / f"{PAPER}.pdf"), words=100),
    }
    _compare(made, FOLDER / name / "expected", request)


def _compare(made: Mapping[str, str], expected: Path, request: pytest.FixtureRequest) -> None:
    """Hold what was made against what is expected, or write it there."""
    if request.config.getoption("--update"):
        expected.mkdir(exist_ok=True)
        for file, text in made.items():
            (expected / file).write_text(text, "utf-8")
    assert {path.name for path in expected.iterdir()} == set(made)
    for file, text in made.items():
        assert text == (expected / file).read_text("utf-8"), file
