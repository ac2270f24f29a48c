"""The zip of a meeting: what is in it, under which names, read by Python and sha256sum."""

import io
import re
import subprocess
import sys
import zipfile
from pathlib import Path
from xml.etree.ElementTree import SubElement

import lxml.html
import pytest

from neaspec_docs.model.page import Layout, Page, Written
from neaspec_docs.project import Project
from neaspec_docs.write.pack.archive import archive
from neaspec_docs.write.pack.index import size
from neaspec_docs.write.paper import File

NAMES = ["index.html", "NEASPEC-SOM(24)-5.docx", "NEASPEC-SOM(24)-5.pdf", "Отчёт-1.pdf", "SHA256SUMS"]


def named(page: Page, paper: str, symbol: str | None, day: str) -> Page:
    """Return a paper of this name, with nothing of it but its head: no more of it is asked for."""
    root = type(page.root)("html")
    head = SubElement(root, "head")
    SubElement(head, "meta", name="date", content=day)
    if symbol:
        SubElement(head, "meta", name="symbol", content=symbol)
    return Page(paper, root)


@pytest.fixture
def zipped(page: Page, front: Page, project: Project) -> File:
    papers = [
        named(page, "som-24/strategic-plan", "NEASPEC/SOM(24)/5", "2020-09-30"),
        named(page, "som-24/report", "Отчёт/1", "1951-01-01"),
    ]
    files = [
        File("som-24/strategic-plan.docx", Written(b"word" * 500), 1.0),
        File("som-24/strategic-plan.pdf", Written(b"%PDF", Layout(12)), 2.0),
        File("som-24/report.pdf", Written(b"%PDF-", Layout(1)), 3.0),
    ]
    return archive(front, papers, files, project)


@pytest.fixture
def folder(zipped: File, tmp_path: Path) -> Path:
    """Return the folder into which the zip is unpacked."""
    (tmp_path / "som-24.zip").write_bytes(zipped.written.data)
    unpacked = tmp_path / "unpacked"
    program = [sys.executable, "-m", "zipfile", "--extract"]
    subprocess.run([*program, tmp_path / "som-24.zip", unpacked], check=True, capture_output=True, timeout=300)
    return unpacked


def test_files_lie_in_it_in_order_under_their_symbols(zipped: File) -> None:
    assert zipped.path == "som-24.zip"
    assert zipped.seconds > 6.0
    assert zipped.written.diagnostics == ()
    with zipfile.ZipFile(io.BytesIO(zipped.written.data)) as opened:
        assert opened.namelist() == NAMES
        assert opened.testzip() is None
        assert opened.read(NAMES[1]) == b"word" * 500


def test_what_it_says_of_a_file_comes_from_the_paper_and_not_from_this_machine(zipped: File) -> None:
    with zipfile.ZipFile(io.BytesIO(zipped.written.data)) as opened:
        entries = opened.infolist()
    days = [entry.date_time[:3] for entry in entries]
    assert days == [(2020, 10, 12), (2020, 9, 30), (2020, 9, 30), (1980, 1, 1), (2020, 10, 12)]
    assert {(entry.external_attr >> 16, entry.create_system, entry.compress_type) for entry in entries} == {
        (0o100644, 3, 0)
    }
    assert [bool(entry.flag_bits & 0x800) for entry in entries] == [
        False,
        False,
        False,
        True,
        False,
    ]  # said to be UTF-8


def test_unpacked_its_sums_are_right(folder: Path) -> None:
    assert sorted(path.name for path in folder.iterdir()) == sorted(NAMES)
    checked = subprocess.run(
        ["sha256sum", "--strict", "--check", "SHA256SUMS"], cwd=folder, check=True, capture_output=True, timeout=300
    )
    lines = checked.stdout.decode().splitlines()
    assert [line.rpartition(": ")[2] for line in lines] == ["OK"] * 4
    (folder / NAMES[1]).write_bytes(b"changed")
    broken = subprocess.run(
        ["sha256sum", "--check", "SHA256SUMS"], cwd=folder, check=False, capture_output=True, timeout=300
    )
    assert broken.returncode == 1


def test_the_index_leads_to_every_file_and_says_how_long_it_is(zipped: File) -> None:
    with zipfile.ZipFile(io.BytesIO(zipped.written.data)) as opened:
        root: lxml.html.HtmlElement = lxml.html.document_fromstring(opened.read("index.html").decode())
    rows = [[" ".join("".join(cell.itertext()).split()) for cell in row] for row in root.xpath("//tr")]
    assert rows == [
        ["Symbol", "Title", "Agenda item", "Files"],
        ["NEASPEC/SOM(24)/5", "NEASPEC Strategic Plan 2021–2025", "2", "DOCX (2 kB)PDF (12 pages, 1 kB)"],
        ["–", "Report of the Meeting", "–", "PDF (1 page, 1 kB)"],
    ]
    inside = [address for address in root.xpath("//a/@href") if not address.startswith("#")]
    assert inside == [
        "NEASPEC-SOM(24)-5.docx",
        "NEASPEC-SOM(24)-5.pdf",
        "%D0%9E%D1%82%D1%87%D1%91%D1%82-1.pdf",
    ]
    assert ["".join(heading.itertext()) for heading in root.xpath("//h1 | //h2")] == [
        "Twenty-fourth Senior Officials Meeting (SOM) of NEASPEC",
        "Contents",
    ]
    assert root.xpath("//script | //link | //img") == []


def test_slides_are_counted_as_slides(front: Page, project: Project) -> None:
    deck = named(front, "som-24/report", None, "2020-10-12")
    main = SubElement(SubElement(deck.root, "body"), "main")
    SubElement(main, "section", {"class": "slide", "data-layout": "title"})
    pages = {"pptx": 12, "pdf": 1}
    files = [File(f"som-24/report.{ending}", Written(b"%PDF", Layout(count)), 1.0) for ending, count in pages.items()]
    with zipfile.ZipFile(io.BytesIO(archive(front, [deck], files, project).written.data)) as opened:
        said = opened.read("index.html").decode()
    assert re.findall(r"</a> \(([^)]*)\)", said) == ["12 slides, 1 kB", "1 slide, 1 kB"]


@pytest.mark.parametrize(
    ("bytes", "said"),
    [(1, "1 kB"), (1499, "1 kB"), (1501, "2 kB"), (999_400, "999 kB"), (999_600, "1.0 MB"), (12_340_000, "12.3 MB")],
)
def test_sizes_read_as_people_write_them(bytes: int, said: str) -> None:
    assert size(bytes) == said
