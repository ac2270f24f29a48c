"""What a PowerPoint file says of itself, that it is valid, and that it is the same file each time."""

import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest
from lxml import etree
from openxml_audit import FileFormat, OpenXmlValidator
from unit.write.pptx.slide_file import sample, write
from unit.write.slides import decks
from unit.write.slides.decks import chart, image, items, panels, slide, table, text

KINDS = ("column", "bar", "stacked-column", "stacked-bar", "line")


def core() -> dict[str, str]:
    return {etree.QName(one).localname: one.text or "" for one in sample().part("docProps/core.xml")}


def test_properties_are_the_papers() -> None:
    assert core() == {
        "title": "Sharing the waters of the Lark and the Heron",
        "subject": "LARK/MOOT(3)/4",
        "creator": "United Rivers, Commission for the Lark Basin",
        "lastModifiedBy": "United Rivers, Commission for the Lark Basin",
        "language": "en-GB",
        "revision": "1",
        "created": "2031-05-04T00:00:00Z",
        "modified": "2031-05-04T00:00:00Z",
    }


def test_no_other_program_signs() -> None:
    written = [sample().bytes(name) for name in sample().entries if name.endswith((".xml", ".rels"))]
    assert all(b"python" not in part for part in written)
    assert sample().part("docProps/app.xml")[0].text == "neaspec-docs"


@pytest.mark.parametrize("version", [FileFormat.OFFICE_2016, FileFormat.MICROSOFT_365])
def test_files_are_office_open_xml(version: FileFormat, tmp_path: Path) -> None:
    many = decks.deck(
        *(slide(text("Words"), chart(kind), number=at) for at, kind in enumerate(KINDS, 2)),
        slide(chart("pie", 5, 1), number=7),
        slide(text("one"), table(12, 4), text("two"), text("three"), number=8),
        slide(items("a", "b"), image(400, 600), number=9, notes="<p>Say it.</p>"),
        *(slide(panels(*rows), number=at) for at, rows in enumerate([(1,), (2,), (3, 1), (3, 3, 3)], 10)),
        slide(layout="section", number=14),
    )
    for name, file in (("sample", sample()), ("many", write(many))):
        path = tmp_path / f"{name}.pptx"
        path.write_bytes(file.data)
        result = OpenXmlValidator(version).validate(str(path))
        assert [str(error) for error in result.errors] == []
        assert result.is_valid


def test_entries_have_one_date_and_a_fixed_order(tmp_path: Path) -> None:
    path = tmp_path / "sample.pptx"
    path.write_bytes(sample().data)
    with ZipFile(path) as package:
        assert {entry.date_time for entry in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert sample().entries == ["[Content_Types].xml", *sorted(sample().entries[1:])]


_WRITE = """
import sys
from pathlib import Path
from xml.etree import ElementTree
from neaspec_docs.model.page import Page
from neaspec_docs.project import Project
from neaspec_docs.write.pptx import writer
here = Path(sys.argv[1])
page = Page("moot-3/deck", ElementTree.parse(here / "sample.xhtml").getroot())
sys.stdout.buffer.write(writer.write(page, Project(here)).data)
"""


@pytest.mark.parametrize("around", [{"PYTHONHASHSEED": "1", "TZ": "Asia/Seoul"}, {"PYTHONHASHSEED": "2", "LANG": "C"}])
def test_another_process_writes_the_same_bytes(tmp_path: Path, around: dict[str, str]) -> None:
    command = [sys.executable, "-c", _WRITE, str(decks.HERE)]
    other = subprocess.run(command, check=True, capture_output=True, env=around, cwd=tmp_path).stdout
    assert other == sample().data
