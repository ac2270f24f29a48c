"""The pack of a meeting: one PDF that reads as its papers do, and all of which a screen reader reaches; and a zip."""

import hashlib
import io
import re
import subprocess
import zipfile
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import page as page_validation
import pypdf
import pytest
from papers import PROJECT, SAMPLE, Built
from structure_tree import kids, kinds, marked, tree, unread

from neaspec_docs import pipeline
from neaspec_docs.project import Project

MEETINGS = {"som-24": PROJECT, "nfp-2": PROJECT, "workshop-2024": PROJECT, "ex-1": SAMPLE}


@dataclass(frozen=True, slots=True)
class Pack:
    meeting: str
    project: Project
    made: tuple[pipeline.Made, ...]

    @property
    def papers(self) -> tuple[str, ...]:
        return pipeline.listing(self.project)[0].meetings[self.meeting].papers

    @property
    def pdf(self) -> pypdf.PdfReader:
        return pypdf.PdfReader(self.made[0].path)


@pytest.fixture(scope="module")
def packs(tmp_path_factory: pytest.TempPathFactory) -> Any:  # noqa: ANN401 -- a function of the fixture's own
    folder = tmp_path_factory.mktemp("packs")

    @cache
    def make(meeting: str) -> Pack:
        packed = pipeline.packed(pipeline.Order(MEETINGS[meeting], (meeting,), (), folder, jobs=1))
        assert [fault.message for fault in packed.diagnostics] == []
        return Pack(meeting, MEETINGS[meeting], packed.made)

    return make


@pytest.fixture(params=MEETINGS)
def pack(request: pytest.FixtureRequest, packs: Any) -> Pack:  # noqa: ANN401
    found = packs(request.param)
    assert isinstance(found, Pack)
    return found


@pytest.fixture
def som(packs: Any) -> Pack:  # noqa: ANN401
    found = packs("som-24")
    assert isinstance(found, Pack)
    return found


@pytest.fixture
def herons(packs: Any) -> Pack:  # noqa: ANN401
    found = packs("ex-1")
    assert isinstance(found, Pack)
    return found


def starts(pack: Pack) -> dict[str, int]:
    """Return the page, from 0, on which each paper begins: that of its anchor."""
    reader = pack.pdf
    places = {name: reader.get_destination_page_number(place) for name, place in reader.named_destinations.items()}
    found = {paper: places[paper] for paper in pack.papers}
    assert None not in found.values()
    return {paper: place for paper, place in found.items() if place is not None}


def text(file: Path, number: int, top: int = 0, height: int = 745, left: int = 0) -> str:
    """Return what stands on a page, from 0, between two heights in points from its upper edge."""
    crop = ["-x", str(left), "-y", str(top), "-W", "2000", "-H", str(height - top)]
    page = ["-f", str(number + 1), "-l", str(number + 1)]
    read = subprocess.run(
        ["pdftotext", "-layout", *crop, *page, file, "-"], check=True, capture_output=True, timeout=300
    )
    return read.stdout.decode()


def links(reader: pypdf.PdfReader, number: int) -> list[str]:
    """Return the names of the places to which the links of a page, from 0, lead inside the file."""
    notes: Any = reader.pages[number].get("/Annots", [])
    return [str(note.get_object()["/Dest"]) for note in notes if "/Dest" in note.get_object()]


# ---------------------------------------------------------------- read aloud


def test_all_that_stands_on_a_page_is_read(pack: Pack) -> None:
    assert sum(1 for page in pack.pdf.pages for _ in marked(pack.pdf, page)) > 100
    assert unread(pack.pdf) == []


def test_a_page_from_elsewhere_would_not_be(som: Pack, built: Built) -> None:
    """Validators pass such a file: what is put in beside the tree is found here and nowhere else."""
    writer = pypdf.PdfWriter(clone_from=som.pdf)
    writer.add_page(pypdf.PdfReader(built.file("som-24/report", "pdf")).pages[0])
    merged = io.BytesIO()
    writer.write(merged)
    foreign = unread(pypdf.PdfReader(merged))
    assert len(foreign) > 10
    assert {line.partition(":")[0] for line in foreign} == {f"page {len(som.pdf.pages) + 1}"}


def test_it_is_an_accessible_pdf(pack: Pack) -> None:
    report = page_validation.validate_pdf(pack.made[0].path, profile="ua1")
    assert [f"{failure.rule_id}: {failure.message}" for failure in report.failures] == []
    assert report.is_compliant


def test_each_paper_is_a_part_with_its_language_and_one_title(pack: Pack) -> None:
    (document,) = kids(tree(pack.pdf))
    parts = kids(document)
    assert [(part["/S"], part["/Lang"]) for part in parts] == [("/Part", "en")] * (1 + len(pack.papers))
    for part in parts:
        levels = [int(kind[2:]) for kind in kinds(part) if re.fullmatch(r"/H\d", kind)]
        assert levels[0] == 1
        assert levels.count(1) == 1
        assert all(after <= before + 1 for before, after in pairwise(levels))


def test_properties_are_those_of_the_meeting(som: Pack) -> None:
    info = som.pdf.metadata
    assert info is not None
    assert info.title == "Twenty-fourth Senior Officials Meeting (SOM) of NEASPEC: documents of the meeting"
    assert str(info["/CreationDate"]) == "D:20201012"
    assert str(som.pdf.root_object["/Lang"]) == "en"


# ---------------------------------------------------------------- read with the eyes


def test_the_cover_says_what_meeting_it_is_and_nothing_of_today(som: Pack) -> None:
    words = " ".join(text(som.made[0].path, 0, height=842).split())
    assert words == (
        "United Nations Economic and Social Commission for Asia and the Pacific "
        "Twenty-fourth Senior Officials Meeting (SOM) of NEASPEC "
        "Documents of the meeting 12–13 October 2020 Virtual meeting"
    )


def test_the_contents_name_each_paper_with_its_page_and_lead_there(pack: Pack) -> None:
    reader = pack.pdf
    listed = " ".join(text(pack.made[0].path, 1).split())
    content = pipeline.listing(pack.project)[0]
    began = starts(pack)
    assert list(began.values()) == sorted(began.values())
    for paper, page in began.items():
        symbol = content.papers[paper].symbol
        assert symbol is None or symbol in listed
        assert f" {page + 1} " in f"{listed} "
    assert list(dict.fromkeys(links(reader, 1))) == list(pack.papers)


def test_each_page_of_a_paper_reads_as_in_its_own_file(pack: Pack, built: Built) -> None:
    for paper, first in starts(pack).items():
        alone = built.file(paper, "pdf")
        for number, page in enumerate(pypdf.PdfReader(alone).pages):
            for top, height in ((0, 78), (78, int(page.mediabox.height) - 97)):
                expected, found = (
                    [line for line in text(file, place, top, height).splitlines() if " . ." not in line]
                    for file, place in ((alone, number), (pack.made[0].path, first + number))
                )
                if top:
                    assert found == expected
                else:  # the running head stands at the outer edge, which may be the other one
                    assert sorted(" ".join(found).split()) == sorted(" ".join(expected).split())


@pytest.mark.parametrize("meeting", ["som-24", "ex-1"])
def test_all_pages_but_the_cover_are_numbered_through_at_the_outer_edge(packs: Any, meeting: str) -> None:  # noqa: ANN401
    pack = packs(meeting)
    for number, page in enumerate(pack.pdf.pages):
        foot = text(pack.made[0].path, number, int(page.mediabox.height) - 97, int(page.mediabox.height))
        assert foot.split() == ([str(number + 1)] if number else [])
        right = text(pack.made[0].path, number, int(page.mediabox.height) - 97, int(page.mediabox.height), left=300)
        assert right.split() == ([str(number + 1)] if number and number % 2 == 0 else [])


def test_by_itself_the_first_page_of_a_paper_has_no_number(som: Pack, built: Built) -> None:
    for paper in som.papers:
        alone = built.file(paper, "pdf")
        feet = [text(alone, number, 745, 842).split() for number in range(len(pypdf.PdfReader(alone).pages))]
        assert feet == [[], *([str(number)] for number in range(2, len(feet) + 1))]


def test_a_papers_own_contents_show_the_pages_of_the_pack(som: Pack) -> None:
    first = starts(som)["som-24/strategic-plan"]
    reader = som.pdf
    lines = [line for line in text(som.made[0].path, first).splitlines() if " . . ." in line]
    assert len(lines) > 20
    pages = [reader.get_destination_page_number(reader.named_destinations[name]) for name in links(reader, first)]
    assert [line.split()[-1] for line in lines] == [str((page or 0) + 1) for page in pages[: len(lines)]]


def test_a_landscape_table_lies_on_its_page_and_what_follows_is_no_first_page(herons: Pack) -> None:
    reader = herons.pdf
    wide = [number for number, page in enumerate(reader.pages) if page.mediabox.width > page.mediabox.height]
    assert len(wide) == 1
    for number in (wide[0], wide[0] + 1):
        assert "EX(1)/2/Rev.1" in text(herons.made[0].path, number, height=85)


def test_slides_keep_their_shape_and_their_own_numbers_beside_the_packs(packs: Any, built: Built) -> None:  # noqa: ANN401
    pack = packs("workshop-2024")
    slides = pack.pdf.pages[2:]
    assert {(int(page.mediabox.width), int(page.mediabox.height)) for page in slides} == {(960, 540)}
    feet = [" ".join(text(pack.made[0].path, 2 + place, 500, 540).split()) for place in range(len(slides))]
    alone = [" ".join(text(built.file(pack.papers[0], "pdf"), place, 500, 540).split()) for place in range(len(slides))]
    head = "Nature Conservation Workshop 2024"
    assert alone == ["", *(f"{head} {number}" for number in range(2, len(slides) + 1))]
    assert feet == ["Page 3", *(f"{head} Page {number + 2} {number}" for number in range(2, len(slides) + 1))]
    with zipfile.ZipFile(pack.made[1].path) as opened:
        assert [name.rpartition(".")[2] for name in opened.namelist()[1:-1]] == ["pptx", "pdf"]


def test_bookmarks_are_the_papers_and_below_each_its_sections(som: Pack) -> None:
    tops: list[str] = []
    below: dict[str, list[str]] = {}
    for entry in som.pdf.outline:
        if isinstance(entry, list):
            below[tops[-1]] = [str(section.title) for section in entry if not isinstance(section, list)]
        else:
            tops.append(str(entry.title))
    assert tops[0] == "Contents"
    assert "NEASPEC/SOM(24)/5 NEASPEC Strategic Plan 2021-2025" in tops
    assert len(tops) == 1 + len(som.papers)
    assert below["NEASPEC/SOM(24)/5 NEASPEC Strategic Plan 2021-2025"][0] == "I. Introduction"


def test_references_between_papers_lead_inside_the_pack(som: Pack) -> None:
    first = starts(som)
    reader = som.pdf
    report = range(first["som-24/report"], first["som-24/report"] + 3)
    found = [name for number in report for name in links(reader, number)]
    assert "som-24/strategic-plan" in found
    assert any(link.startswith("som-24/strategic-plan:") for link in found)
    assert set(found) <= set(reader.named_destinations)
    assert not any(link.startswith("nfp-2") for link in found)


# ---------------------------------------------------------------- the files


def test_the_zip_holds_what_a_build_makes(som: Pack, built: Built) -> None:
    with zipfile.ZipFile(som.made[1].path) as opened:
        assert opened.read("NEASPEC-SOM(24)-5.docx") == built.file("som-24/strategic-plan", "docx").read_bytes()
        assert opened.read("SOM-24-report.pdf") == built.file("som-24/report", "pdf").read_bytes()
        assert len(opened.namelist()) == 2 * len(som.papers) + 2


def test_the_same_content_makes_the_same_bytes(herons: Pack, tmp_path: Path) -> None:
    again = pipeline.packed(pipeline.Order(SAMPLE, ("ex-1",), (), tmp_path, jobs=2))
    assert [made.path.name for made in again.made] == ["ex-1.pdf", "ex-1.zip"]
    assert [made.pages for made in again.made] == [len(herons.pdf.pages), None]
    sums = [[hashlib.sha256(made.path.read_bytes()).hexdigest() for made in run] for run in (herons.made, again.made)]
    assert sums[0] == sums[1]
