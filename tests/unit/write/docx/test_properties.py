"""What a file says of itself, and that it is the same file each time."""

import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree as ET
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from lxml import etree
from unit.write.docx.word_file import HERE, WordFile, own, page, write

from neaspec_docs.model.page import Page


def core(word: WordFile) -> dict[str, str]:
    return {etree.QName(element).localname: element.text or "" for element in word.part("docProps/core.xml")}


def test_properties_are_the_papers(word: WordFile) -> None:
    assert core(word) == {
        "title": "Sharing the waters of the Lark and the Heron",
        "subject": "LARK/MOOT(3)/2",
        "creator": "United Rivers, Commission for the Lark Basin",
        "lastModifiedBy": "United Rivers, Commission for the Lark Basin",
        "language": "en-GB",
        "revision": "1",
        "created": "2031-05-04T00:00:00Z",
        "modified": "2031-05-04T00:00:00Z",
    }


def test_the_day_of_the_build_can_be_given(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "86400")
    assert core(write(page('<p class="text">Words.</p>')))["created"] == "1970-01-02T00:00:00Z"


def test_the_date_of_the_paper_goes_before_the_day_of_the_build(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "86400")
    made = page('<p class="text">Words.</p>')
    head = made.root.find("head")
    assert head is not None
    ET.SubElement(head, "meta", name="date", content="2031-05-04")
    assert core(write(made))["created"] == "2031-05-04T00:00:00Z"


@pytest.mark.parametrize("seconds", ["99999999999999", "9" * 30, "9" * 5000, "soon", "-1"])
def test_a_day_that_no_calendar_has_is_none(seconds: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", seconds)
    assert "created" not in core(write(page('<p class="text">Words.</p>')))


@pytest.mark.parametrize(("title", "cut"), [("word " * 60, "word " * 50 + "word…"), ("w" * 300, "w" * 254 + "…")])
def test_words_longer_than_a_property_may_be_are_cut(title: str, cut: str) -> None:
    made = page('<p class="text">Words.</p>')
    head = made.root.find("head")
    assert head is not None
    head[:] = [ET.Element("meta", name=name, content=title.strip()) for name in ("author", "symbol")]
    ET.SubElement(head, "title").text = title.strip()
    found = core(write(made))
    assert [found[name] for name in ("title", "creator", "lastModifiedBy", "subject")] == [cut] * 4


def test_a_paper_without_a_date_has_none() -> None:
    assert "created" not in core(write(page('<p class="text">Words.</p>')))


def test_no_other_program_signs(word: WordFile) -> None:
    assert all("python" not in word.text(name) for name in word.entries if name.endswith((".xml", ".rels")))
    assert next(element.text for element in word.part("docProps/app.xml")) == "neaspec-docs"


@pytest.mark.parametrize(
    ("lang", "spoken", "font"),
    [
        ("en", {"val": "en-GB", "eastAsia": "zh-CN", "bidi": "ar-SA"}, "Noto Serif CJK SC"),
        ("ja", {"val": "en-GB", "eastAsia": "ja-JP", "bidi": "ar-SA"}, "Noto Serif CJK JP"),
        ("mn", {"val": "mn-MN", "eastAsia": "zh-CN", "bidi": "ar-SA"}, "Noto Serif CJK SC"),
    ],
)
def test_the_papers_language_is_that_of_all_text(lang: str, spoken: dict[str, str], font: str) -> None:
    styles = write(page('<p class="text">Words.</p>', lang=lang)).part("word/styles.xml")
    assert own(styles, "w:docDefaults//w:lang") == spoken
    assert own(styles, "w:docDefaults//w:rFonts")["eastAsia"] == font


def test_a_part_in_another_language_says_so() -> None:
    markup = '<section class="annex" lang="ru" data-headings="|"><p class="text">Слова.</p></section>'
    made = write(page(f'{markup}<p class="text">Words.</p>'))
    assert own(made.paragraph("Слова"), "w:r/w:rPr/w:lang") == {"val": "ru-RU"}
    assert own(made.paragraph("Words"), "w:r/w:rPr/w:lang") == {}


def test_addresses_are_written_as_addresses() -> None:
    link = '<a class="link" href="https://example.org/ä b?x=1&amp;y=2">here</a>'
    made = write(page(f'<p class="text">{link} and {link}</p>'))
    outward = [
        relationship.get("Target")
        for relationship in made.part("word/_rels/document.xml.rels")
        if relationship.get("TargetMode") == "External"
    ]
    assert outward == ["https://example.org/%C3%A4%20b?x=1&y=2"]


def test_entries_have_one_date_and_a_fixed_order(word: WordFile, tmp_path: Path) -> None:
    path = tmp_path / "sample.docx"
    path.write_bytes(word.data)
    with ZipFile(path) as package:
        assert {entry.date_time for entry in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert {entry.compress_type for entry in package.infolist()} == {ZIP_DEFLATED}
    assert word.entries == ["[Content_Types].xml", *sorted(word.entries[1:])]


_WRITE = """
import sys
from pathlib import Path
from xml.etree import ElementTree
from neaspec_docs.model.page import Page
from neaspec_docs.project import Project
from neaspec_docs.write.docx import writer
here = Path(sys.argv[1])
page = Page("moot-3/waters", ElementTree.parse(here / "sample.xhtml").getroot())
sys.stdout.buffer.write(writer.write(page, Project(here)).data)
"""


SURROUNDINGS = [{"PYTHONHASHSEED": "1", "TZ": "Asia/Seoul"}, {"PYTHONHASHSEED": "2", "LANG": "C"}]


@pytest.mark.parametrize("surroundings", SURROUNDINGS)
def test_another_process_writes_the_same_bytes(sample: Page, tmp_path: Path, surroundings: dict[str, str]) -> None:
    command = [sys.executable, "-c", _WRITE, str(HERE)]
    other = subprocess.run(command, check=True, capture_output=True, env=surroundings, cwd=tmp_path).stdout
    assert other == write(sample).data
