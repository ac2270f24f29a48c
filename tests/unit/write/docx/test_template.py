"""templates/styles.docx, and what becomes of a paper where it is missing or is something else."""

import subprocess
import sys
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from openxml_audit import FileFormat, OpenXmlValidator
from unit.write.docx.word_file import NAMESPACES, WordFile, own, page, write

from neaspec_docs.diagnostics.codes import Code
from neaspec_docs.model.page import Page
from neaspec_docs.project import CHECKOUT_TEMPLATES, Project
from neaspec_docs.write.docx import writer

STYLES = CHECKOUT_TEMPLATES / "styles.docx"


def styles(word: WordFile) -> dict[str, dict[str, str]]:
    """Return the indents of each style."""
    found = word.all("w:style", "word/styles.xml")
    w = f"{{{NAMESPACES['w']}}}"
    return {style.get(f"{w}styleId", ""): own(style, "w:pPr/w:ind") for style in found}


def test_the_script_makes_the_file_byte_by_byte(tmp_path: Path) -> None:
    made = tmp_path / "styles.docx"
    command = [sys.executable, "-m", "scripts.make_word_styles", str(made)]
    subprocess.run(command, check=True, capture_output=True, cwd=CHECKOUT_TEMPLATES.parent, env={"PYTHONHASHSEED": "7"})
    assert made.read_bytes() == STYLES.read_bytes()


@pytest.mark.parametrize("version", [FileFormat.OFFICE_2016, FileFormat.MICROSOFT_365])
def test_the_file_is_office_open_xml(version: FileFormat) -> None:
    assert [str(error) for error in OpenXmlValidator(version).validate(str(STYLES)).errors] == []


def test_every_style_that_a_paper_uses_is_there(word: WordFile) -> None:
    used = {
        value
        for name in word.entries
        if name.startswith("word/") and name.endswith(".xml")
        for kind in ("pStyle", "rStyle", "tblStyle")
        for found in word.all(f".//w:{kind}", name)
        if (value := found.get(f"{{{NAMESPACES['w']}}}val"))
    }
    assert len(used) > 50
    assert used <= styles(word).keys()


def _project(folder: Path, template: bytes) -> Project:
    (folder / "templates").mkdir()
    (folder / "templates" / "styles.docx").write_bytes(template)
    return Project(folder)


def test_a_template_that_is_no_word_file_is_a_diagnostic(tmp_path: Path, sample: Page) -> None:
    made = writer.write(sample, _project(tmp_path, b"not a zip"))
    (fault,) = made.diagnostics
    assert (fault.code, fault.at.file) == (Code.TEMPLATE_FAULT, "templates/styles.docx")
    assert made.data == b""
    assert "it is no Word file" in fault.message


def test_a_style_that_the_template_lacks_is_a_diagnostic(tmp_path: Path) -> None:
    changed = _with_styles(STYLES.read_bytes(), 'w:styleId="Quote"', 'w:styleId="Quotation"')
    _project(tmp_path, changed)
    made = write(page('<blockquote id="q"><p>Words.</p></blockquote>'), tmp_path)
    assert [(fault.code, "`Quote`" in fault.message) for fault in made.diagnostics] == [(Code.TEMPLATE_FAULT, True)]


def test_a_column_that_is_moved_in_the_template_moves_tables_and_lists(tmp_path: Path) -> None:
    """Whoever sets the text wider in Word needs to change nothing else."""
    changed = STYLES.read_bytes()
    for side in ("left", "right"):
        changed = _with_styles(changed, f'w:{side}="1134"', f'w:{side}="567"')
    _project(tmp_path, changed)
    rows = "<tbody><tr><td>a</td><td>b</td></tr></tbody>"
    table = f'<div class="table" id="t"><table data-widths="50 50">{rows}</table></div>'
    made = write(page(f'{table}<div class="para" id="p" data-number="1."><p>Words.</p></div>'), tmp_path)
    assert own(made.part(), ".//w:tblInd")["w"] == "567"
    assert own(made.part(), ".//w:tblW")["w"] == str(9638 - 2 * 567)
    levels = made.all(".//w:lvl", "word/numbering.xml")
    assert {own(level, "w:pPr/w:ind")["left"] for level in levels[:6]} == {"567"}


def test_lists_of_a_template_that_word_has_saved_are_ours_again(tmp_path: Path) -> None:
    """Word gives lists other numbers when it saves."""
    _project(tmp_path, _with_styles(STYLES.read_bytes(), '<w:numId w:val="1"/>', '<w:numId w:val="7"/>'))
    made = write(page('<section><h2 id="s" data-level="1" data-number="I.">Words</h2></section>'), tmp_path)
    tied = {own(style, "w:pPr/w:numPr/w:numId").get("val") for style in made.all("w:style", "word/styles.xml")}
    assert tied == {None, "1", "2"}


def _with_styles(template: bytes, old: str, new: str) -> bytes:
    changed = BytesIO()
    with ZipFile(BytesIO(template)) as given, ZipFile(changed, "w") as made:
        for name in given.namelist():
            data = given.read(name)
            if name == "word/styles.xml":
                assert old in data.decode()
                data = data.decode().replace(old, new).encode()
            made.writestr(name, data)
    return changed.getvalue()


@pytest.mark.parametrize("written", ["1134.4", "20mm", "2cm", "0.7875in", "56.7pt"])
def test_a_length_in_the_template_may_have_any_unit(written: str, tmp_path: Path) -> None:
    _project(tmp_path, _with_styles(STYLES.read_bytes(), 'w:left="1134"', f'w:left="{written}"'))
    rows = "<tbody><tr><td>a</td></tr></tbody>"
    made = write(page(f'<div class="table" id="t"><table data-widths="100">{rows}</table></div>'), tmp_path)
    assert made.diagnostics == ()
    assert own(made.part(), ".//w:tblInd")["w"] == "1134"


def test_what_is_no_length_in_the_template_is_told(tmp_path: Path, sample: Page) -> None:
    changed = _with_styles(STYLES.read_bytes(), 'w:left="1134"', 'w:left="wide"')
    (fault,) = writer.write(sample, _project(tmp_path, changed)).diagnostics
    assert "`wide` is no length" in fault.message


@pytest.mark.parametrize(
    ("part", "data", "said"),
    [
        ("word/footnotes.xml", b"<w:footnotes", "`footnotes.xml` is not well-formed XML"),
        ("word/document.xml", b"not XML", "a part of it is not well-formed XML"),
        ("word/document.xml", b"<empty/>", "it has no section"),
        ("word/styles.xml", b"", "a part of it is not well-formed XML"),
        ("word/footnotes.xml", None, "a part of it is missing"),
        ("[Content_Types].xml", None, "a part of it is missing"),
        ("word/_rels/document.xml.rels", None, "it has no part `footnotes.xml`"),
    ],
)
def test_a_template_with_a_broken_part_is_told_in_plain_words(
    part: str, data: bytes | None, said: str, tmp_path: Path, sample: Page
) -> None:
    made = writer.write(sample, _project(tmp_path, _with_part(STYLES.read_bytes(), part, data)))
    (fault,) = made.diagnostics
    assert (fault.code, fault.at.file, made.data) == (Code.TEMPLATE_FAULT, "templates/styles.docx", b"")
    assert said in fault.message


def _with_part(template: bytes, part: str, data: bytes | None) -> bytes:
    """Return the template with other bytes for a part, or without it."""
    changed = BytesIO()
    with ZipFile(BytesIO(template)) as given, ZipFile(changed, "w") as made:
        assert part in given.namelist()
        for name in given.namelist():
            if name != part or data is not None:
                made.writestr(name, data if name == part and data is not None else given.read(name))
    return changed.getvalue()
