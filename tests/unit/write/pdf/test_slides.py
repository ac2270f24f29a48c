"""Slides as PDF: a page each, everything where the PowerPoint file has it, tagged, and never a page too many."""

import io
import os
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import page as page_validation
import pypdf
import pytest
from structure_tree import kids, tree, unread
from unit.write.slides import decks
from unit.write.slides.decks import chart, image, items, panels, slide, table, text

from neaspec_docs.diagnostics.codes import Code
from neaspec_docs.model.page import Page, Written
from neaspec_docs.project import Project
from neaspec_docs.write.pdf.writer import write
from neaspec_docs.write.pptx import writer as pptx_writer
from neaspec_docs.write.slides import measures

PROJECT = Project(decks.HERE)


@cache
def sample() -> Written:
    return write(decks.sample(), PROJECT)


def read(written: Written) -> pypdf.PdfReader:
    return pypdf.PdfReader(io.BytesIO(written.data))


def pages(written: Written) -> list[str]:
    return [page.extract_text() for page in read(written).pages]


def test_nothing_is_to_be_said_of_the_sample_and_it_is_accessible() -> None:
    assert sample().diagnostics == ()
    report = page_validation.validate_pdf_bytes(sample().data, profile="ua1")
    assert [(fault.rule_id, fault.message) for fault in report.failures] == []
    assert report.is_compliant
    assert unread(read(sample())) == []


def test_each_slide_is_a_page_of_its_size() -> None:
    sizes = [(float(page.mediabox.width), float(page.mediabox.height)) for page in read(sample()).pages]
    assert len(sizes) == 8
    for width, height in sizes:
        assert width == pytest.approx(measures.WIDTH / measures.POINT, abs=0.1)
        assert height == pytest.approx(measures.HEIGHT / measures.POINT, abs=0.1)
    layout = sample().layout
    assert layout is not None
    assert layout.pages == 8


def below(node: Any) -> Iterator[Any]:  # noqa: ANN401 -- pypdf's objects are of any kind
    """Give each element of the structure tree."""
    for kid in kids(node):
        if isinstance(kid, dict) and "/S" in kid:
            yield kid
            yield from below(kid)


def test_panels_bear_their_description() -> None:
    described = panels(2).replace('class="figure"', 'class="figure" data-alt="Two shires"')
    reader = read(
        write(decks.deck(slide(described), slide(panels(2).replace('"panels"', '"others"'), number=3)), PROJECT)
    )
    (figure,) = [node for node in below(tree(reader)) if node["/S"] == "/Figure"]
    assert figure["/Alt"] == "Panels. Two shires"
    assert [kid["/S"] for kid in kids(figure["/P"])] == ["/Figure", "/Div", "/Div"]  # it hides none of the panels
    left, low, right, high = (float(length) for length in figure["/A"]["/BBox"])
    assert 0 < left < right < float(reader.pages[0].mediabox.width)
    assert 0 < low < high < float(reader.pages[0].mediabox.height)


def test_bookmarks_are_the_titles() -> None:
    outline = read(sample()).outline
    titles = [one.title for one in outline if not isinstance(one, list)]
    assert titles[0] == "Sharing the waters of the Lark and the Heron"
    assert titles[2:] == [
        "What the gauges say", "Water by shire", "Flow by season", "The weir at Larkhead", "A plan of the weir",
        "What comes next",
    ]  # fmt: skip


def test_number_head_and_draft_stand_on_the_pages() -> None:
    said = pages(sample())
    assert all("Draft" in page for page in said)
    assert ["LARK/MOOT(3)/4" in page for page in said] == [False, *[True] * 7]
    for number, page in enumerate(said[1:], 2):
        assert str(number) in page.split()


def test_what_the_speaker_says_is_not_printed() -> None:
    assert "Greet the keepers" not in "".join(pages(sample()))


def kinds(written: Written) -> list[str]:
    """Return the kinds of all structure elements, in the order in which they are read."""
    found: list[str] = []

    def walk(node: object) -> None:
        held = node.get_object() if hasattr(node, "get_object") else node
        if isinstance(held, list):
            for kid in held:
                walk(kid)
        elif isinstance(held, dict):
            if "/S" in held:
                found.append(str(held["/S"])[1:] + (f": {held['/Alt']}" if "/Alt" in held else ""))
            walk(held.get("/K"))

    walk(tree(read(written)))
    return found


def test_titles_lists_tables_and_figures_are_tagged_as_such() -> None:
    said = kinds(sample())
    assert [kind for kind in said if kind in ("H1", "H2")] == ["H1", *["H2"] * 7]
    assert [kind for kind in said if kind.startswith("Figure")] == [
        "Figure: Figure 1. Flow by season. Column chart of flow by season: highest in spring 2029",
        "Figure: The weir at Larkhead from the east",
        "Figure: Plan of the weir",
    ]
    assert said.count("Table") == 1
    assert said.count("THead") == 1
    assert said.count("Lbl") == said.count("LBody") == 10  # three, two below, two, one in a cell, two in a panel


@pytest.mark.parametrize(
    "blocks",
    [
        [text("words " * 600)],
        [items(*["an item of the list"] * 40)],
        [table(60, 3)],
        [text("words " * 300), table(9, 5)],
        [panels(3, 3, 3, words="a long item " * 40)],
        [text("words " * 200), image(900, 900), chart()],
    ],
)
def test_what_overflows_makes_no_page_and_touches_no_other_slide(blocks: list[str]) -> None:
    page = decks.deck(slide(*blocks, title="Crowded"), slide(text("Alone here.", id="alone"), title="Next", number=3))
    written = write(page, PROJECT)
    assert [fault.code for fault in written.diagnostics] == [Code.CROWDED_SLIDE]
    said = pages(written)
    assert len(said) == 3
    assert said[2].split() == ["Next", "Alone", "here.", "3"]


def test_both_formats_say_the_same_of_a_slide() -> None:
    page = decks.deck(slide(text("words " * 600)), slide("<hr/>", table(40, 4), number=3))
    ours, theirs = write(page, PROJECT), pptx_writer.write(page, PROJECT)
    assert len(ours.diagnostics) == 3
    assert set(ours.diagnostics) == set(theirs.diagnostics)


_WRITE = """
import sys
from pathlib import Path
from xml.etree import ElementTree
from neaspec_docs.model.page import Page
from neaspec_docs.project import Project
from neaspec_docs.write.pdf import writer
here = Path(sys.argv[1])
page = Page("moot-3/deck", ElementTree.parse(here / "sample.xhtml").getroot())
sys.stdout.buffer.write(writer.write(page, Project(here)).data)
"""


def test_another_process_writes_the_same_bytes(tmp_path: Path) -> None:
    around = os.environ | {"PYTHONHASHSEED": "5", "TZ": "Asia/Seoul", "LC_ALL": "C"}
    command = [sys.executable, "-c", _WRITE, str(decks.HERE)]
    other = subprocess.run(command, check=True, capture_output=True, env=around, cwd=tmp_path).stdout
    assert other == sample().data


def test_the_page_itself_stays_as_it_is() -> None:
    page: Page = decks.sample()
    before = [(element.tag, dict(element.attrib)) for element in page.root.iter()]
    write(page, PROJECT)
    assert [(element.tag, dict(element.attrib)) for element in page.root.iter()] == before
