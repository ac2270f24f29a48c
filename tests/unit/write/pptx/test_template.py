"""templates/slides.pptx, and what becomes of slides where it is missing or is something else."""

import subprocess
import sys
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pptx
import pytest
from openxml_audit import FileFormat, OpenXmlValidator
from unit.write.slides import decks
from unit.write.slides.decks import slide, text

from neaspec_docs.diagnostics.codes import Code
from neaspec_docs.project import CHECKOUT_TEMPLATES, Project
from neaspec_docs.write.pptx import writer

TEMPLATE = CHECKOUT_TEMPLATES / "slides.pptx"


def test_the_script_makes_the_file_byte_by_byte(tmp_path: Path) -> None:
    made = tmp_path / "slides.pptx"
    command = [sys.executable, "-m", "scripts.make_slide_template", str(made)]
    subprocess.run(command, check=True, capture_output=True, cwd=CHECKOUT_TEMPLATES.parent, env={"PYTHONHASHSEED": "7"})
    assert made.read_bytes() == TEMPLATE.read_bytes()


@pytest.mark.parametrize("version", [FileFormat.OFFICE_2016, FileFormat.MICROSOFT_365])
def test_the_file_is_office_open_xml(version: FileFormat) -> None:
    assert [str(error) for error in OpenXmlValidator(version).validate(str(TEMPLATE)).errors] == []


def test_the_file_holds_its_layouts_and_nothing_of_another_program() -> None:
    file = pptx.Presentation(str(TEMPLATE))
    assert [layout.name for layout in file.slide_layouts] == [
        "Title slide", "Section header", "Title and content", "Title and two parts", "Title only",
    ]  # fmt: skip
    assert len(file.slides) == 0
    assert (file.core_properties.author, file.core_properties.created) == ("", None)
    with ZipFile(TEMPLATE) as package:
        assert not [name for name in package.namelist() if "thumbnail" in name or "printer" in name]
        assert b"python" not in b"".join(package.read(name) for name in package.namelist())


def _project(folder: Path, template: bytes) -> Project:
    (folder / "templates").mkdir()
    (folder / "templates" / "slides.pptx").write_bytes(template)
    return Project(folder)


def _changed(part: str, data: bytes | None = None, old: str = "", new: str = "") -> bytes:
    """Return the template with other bytes for a part, or other words in it, or without it."""
    changed = BytesIO()
    with ZipFile(TEMPLATE) as given, ZipFile(changed, "w") as made:
        assert part in given.namelist()
        for name in given.namelist():
            held = given.read(name)
            if name == part and old:
                assert old in held.decode()
                held = held.decode().replace(old, new).encode()
            elif name == part and data is None:
                continue
            elif name == part and data is not None:
                held = data
            made.writestr(name, held)
    return changed.getvalue()


CONTENT = "ppt/slideLayouts/slideLayout3.xml"


@pytest.mark.parametrize(
    ("template", "said"),
    [
        (b"not a zip", "it is no PowerPoint file"),
        ((CHECKOUT_TEMPLATES / "styles.docx").read_bytes(), "it is no PowerPoint file"),
        (_changed(CONTENT, b"<p:sldLayout"), "a part of it is not well-formed XML"),
        (_changed("[Content_Types].xml"), "a part of it is missing"),
        (_changed(CONTENT, old='"Title and content"', new='"Content"'), "no layout of the name `Title and content`"),
        (_changed(CONTENT, old='idx="1"', new='idx="77"'), "has lost the placeholder for the text (number 1)"),
        (_changed("ppt/presentation.xml", old='cx="12192000"', new='cx="9144000"'), "not 13.333 inches wide"),
    ],
)  # fmt: skip
def test_a_template_that_does_not_fit_is_told_in_plain_words(template: bytes, said: str, tmp_path: Path) -> None:
    made = writer.write(decks.sample(), _project(tmp_path, template))
    (fault,) = made.diagnostics
    assert (fault.code, fault.at.file, made.data) == (Code.TEMPLATE_FAULT, "templates/slides.pptx", b"")
    assert said in fault.message


def test_slides_of_the_template_are_left_out(tmp_path: Path) -> None:
    file = pptx.Presentation(str(TEMPLATE))
    file.slides.add_slide(file.slide_layouts[2])
    given = BytesIO()
    file.save(given)
    made = writer.write(decks.deck(slide(text("Words"))), _project(tmp_path, given.getvalue()))
    assert made.diagnostics == ()
    assert [one.shapes.title.text_frame.text for one in pptx.Presentation(BytesIO(made.data)).slides] == [
        "A test",
        "Words",
    ]


def test_a_title_that_is_moved_in_the_template_is_put_where_the_pdf_has_it(tmp_path: Path) -> None:
    template = _changed(CONTENT, old='y="324000"', new='y="524000"')
    made = writer.write(decks.deck(slide(text("Words"))), _project(tmp_path, template))
    usual = writer.write(decks.deck(slide(text("Words"))), Project(tmp_path / "none"))
    tops = [pptx.Presentation(BytesIO(one.data)).slides[1].shapes.title.top for one in (made, usual)]
    assert tops == [324000, 324000]
