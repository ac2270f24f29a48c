"""What is shipped, and some papers that nobody wrote, before every checker; `make conformance` does more of it."""

import re
from pathlib import Path
from zipfile import ZipFile

import conformance
import generated
import pypdf
import pytest
from conformance import CHECKERS, STYLES, Checker
from openxml_audit import FileFormat, OpenXmlValidator
from papers import IN_LANGUAGES, LANGUAGES, PAPERS, PROJECT, SAMPLE, SAMPLES, SLIDES, Built
from structure_tree import unread

DRAWN = 3
"""How many papers are drawn; by a seed of their own, so that `make conformance` draws others."""


@pytest.fixture(scope="module")
def files(built: Built, tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Return the papers shipped, those in six languages, a pack, redlines, and those drawn."""
    papers = (*PAPERS, *SLIDES, *SAMPLES, *IN_LANGUAGES)
    shipped = [built.file(paper, kind) for paper in papers for kind in ("pptx" if paper in SLIDES else "docx", "pdf")]
    folder = tmp_path_factory.mktemp("others")
    drawn = generated.project(folder / "drawn", generated.drawn(DRAWN, 6))
    return [
        *shipped,
        *conformance.packed(SAMPLE, "ex-1", folder),
        *conformance.redlined(SAMPLE, folder, papers=("ex-1/herons",)),
        *conformance.redlined(LANGUAGES, folder, papers=("ja/slides",)),
        *conformance.built(drawn, (generated.MEETING,), folder / "drawn" / "build", jobs=1),
    ]


@pytest.mark.parametrize("checker", CHECKERS, ids=lambda checker: checker.name)
def test_no_checker_finds_anything(checker: Checker, files: list[Path]) -> None:
    count, found = checker.check(files)
    assert found == {}
    assert count >= DRAWN + len(PAPERS) + len(IN_LANGUAGES) + len(STYLES)


def test_a_pack_and_redlines_are_among_what_is_checked(files: list[Path]) -> None:
    """Four of a paper, tracked and in brackets, in Word and PDF; two of slides."""
    names = [file.name for file in files]
    assert names.count("herons.redline.docx") == names.count("herons.redline.pdf") == len(STYLES)
    assert names.count("slides.redline.pdf") == len(STYLES)
    assert "ex-1.pdf" in names


def test_the_word_styles_are_office_open_xml() -> None:
    styles = PROJECT.template("styles.docx")
    assert styles is not None
    assert [str(error) for error in OpenXmlValidator(FileFormat.OFFICE_2016).validate(str(styles)).errors] == []


def test_all_that_stands_in_a_pdf_is_read(built: Built, paper: str) -> None:
    assert unread(pypdf.PdfReader(built.file(paper, "pdf"))) == []


def test_each_checker_finds_what_is_wrong(built: Built, tmp_path: Path) -> None:
    """A PDF without its tags and metadata, and a Word file with a blank paragraph and words outside of any run."""
    pdf, word = tmp_path / "spoilt.pdf", tmp_path / "spoilt.docx"
    writer = pypdf.PdfWriter(clone_from=built.file(PAPERS[0], "pdf"))
    for key in ("/MarkInfo", "/Metadata", "/StructTreeRoot"):
        del writer.root_object[key]
    writer.write(pdf)
    with ZipFile(built.file(PAPERS[0], "docx")) as whole, ZipFile(word, "w") as spoilt:
        for name in whole.namelist():
            lost = b"<w:body><w:p/><w:p><w:t>lost</w:t></w:p>"
            spoilt.writestr(name, whole.read(name).replace(b"<w:body>", lost))
    for checker in CHECKERS:
        count, found = checker.check([pdf, word])
        assert (checker.name, count, [*found]) == (checker.name, 1, [pdf if "pdf" in checker.endings else word])
        assert all(found.values())


def test_the_table_in_the_docs_is_one_that_was_printed() -> None:
    """Its checkers are those of today, each read a file of both sorts, and none found anything."""
    page = (PROJECT.root / "docs" / "conformance.md").read_text("utf-8")
    rows = re.findall(r"^\| (.+?) \| (\d+) \| (\d+) \| (\d+) \|$", page, re.MULTILINE)
    names = [checker.name for checker in CHECKERS]
    assert [row[0] for row in rows] == names
    assert all(int(shipped) and int(drawn) and not int(failures) for _, shipped, drawn, failures in rows)
    printed = conformance.table(names, [((int(row[1]), {}), (int(row[2]), {})) for row in rows])
    assert printed in page
