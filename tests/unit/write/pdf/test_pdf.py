"""Papers as PDF: valid, tagged, linked, laid out, and the same bytes everywhere."""

import io
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import fromstring, tostring

import page as page_validation
import pypdf
import pytest
from every_block import LANDSCAPE, MEETING, PAPER, para, row, t

from neaspec_docs.model.block import Participants, Section
from neaspec_docs.model.document import Annex, Delegation, Person
from neaspec_docs.model.page import Page, Written
from neaspec_docs.model.resolved import Resolved
from neaspec_docs.project import Project
from neaspec_docs.render.page import render
from neaspec_docs.write.pdf.writer import write


@pytest.fixture(scope="module")
def written(page: Page, shared_project: Project) -> Written:
    return write(page, shared_project)


@pytest.fixture(scope="module")
def pdf(written: Written) -> pypdf.PdfReader:
    return pypdf.PdfReader(io.BytesIO(written.data))


def test_a_paper_with_every_block_is_valid_and_nothing_is_to_be_said_of_it(written: Written) -> None:
    assert written.diagnostics == ()
    report = page_validation.validate_pdf_bytes(written.data, profile="ua1")
    assert [(fault.rule_id, fault.message) for fault in report.failures] == []
    assert report.is_compliant


def test_the_page_is_left_as_it_was(page: Page, project: Project) -> None:
    before = tostring(page.root)
    write(page, project)
    assert tostring(page.root) == before


def test_properties_say_what_the_paper_is(pdf: pypdf.PdfReader) -> None:
    info = pdf.metadata
    assert info is not None
    assert (info.title, info.subject) == ("NEASPEC Strategic Plan 2021–2025", "NEASPEC/SOM(24)/5")
    assert info.author == ", ".join(MEETING.organization)
    assert [str(info[name]) for name in ("/CreationDate", "/ModDate")] == ["D:20200930"] * 2
    assert catalogue(pdf)["/Lang"] == "en"


def catalogue(pdf: pypdf.PdfReader) -> Any:  # noqa: ANN401 -- pypdf's objects are of any kind
    return pdf.trailer["/Root"]


# ---------------------------------------------------------------- where things stand


def test_the_layout_knows_every_anchor_of_the_page(page: Page, written: Written, pdf: pypdf.PdfReader) -> None:
    layout = written.layout
    assert layout is not None
    assert layout.pages == len(pdf.pages)
    anchors = {anchor for element in page.root.iter() if (anchor := element.get("id"))}
    assert set(layout.places) == anchors
    assert layout.places["intro"] == 1
    assert layout.places["results"] == layout.places["background"] - 1


def test_contents_show_the_pages_on_which_their_sections_stand(written: Written, pdf: pypdf.PdfReader) -> None:
    layout = written.layout
    assert layout is not None
    lines = [line for line in pdf.pages[0].extract_text().splitlines() if ". . . ." in line]
    shown = {line.split(" . ")[0].strip(" .0123456789"): int(line.split()[-1]) for line in lines}
    assert shown["I. Introduction"] == layout.places["intro"]
    assert shown["A. Mandate"] == layout.places["mandate"]
    assert shown["Annex I Survey results"] == layout.places["results"]


def test_running_heads_stand_at_the_outer_edge_and_numbers_below(pdf: pypdf.PdfReader) -> None:
    first, second, third = (list(text_at(page)) for page in pdf.pages[:3])
    assert [words for words, _, y in first if y < 60] == ["Draft"]
    assert not [words for words, _, y in first if y > 745]
    assert sorted((words, x < 300) for words, x, y in second if y < 90) == [
        ("Draft", False),
        ("NEASPEC/SOM(24)/5", True),
    ]
    assert sorted((words, x < 300) for words, x, y in third if y < 90) == [
        ("Draft", True),
        ("NEASPEC/SOM(24)/5", False),
    ]
    assert [(words, x < 300) for words, x, y in second if y > 745] == [("2", True)]
    assert [(words, x < 300) for words, x, y in third if y > 745] == [("3", False)]


def text_at(page: pypdf.PageObject) -> Iterator[tuple[str, float, float]]:
    """Give each stretch of text with its place in points from the left and from the top."""
    found: list[tuple[str, float, float]] = []
    height = float(page.mediabox.height)

    def visit(text: str, frame: list[float], place: list[float], *_: object) -> None:
        if text.strip():
            found.append((text.strip(), frame[0] * place[4] + frame[4], height - (frame[3] * place[5] + frame[5])))

    page.extract_text(visitor_text=visit)
    return iter(found)


def test_a_landscape_table_turns_its_pages_and_no_others(written: Written, pdf: pypdf.PdfReader) -> None:
    layout = written.layout
    assert layout is not None
    turned = [number for number, page in enumerate(pdf.pages, 1) if page.mediabox.width > page.mediabox.height]
    assert turned == list(range(layout.places["work"], layout.places["para-7"]))
    assert "NEASPEC/SOM(24)/5" in pdf.pages[turned[0] - 1].extract_text()


def test_the_last_person_of_a_delegation_does_not_begin_a_page_alone(shared_project: Project) -> None:
    def pages(*sizes: int) -> list[list[str]]:
        seated = tuple(Delegation(f"D{size}", tuple(Person(f"Person {n}") for n in range(size))) for size in sizes)
        paper = replace(PAPER, body=(Participants(anchor="people"),), annexes=(), toc=False)
        made, faults = render(Resolved(paper, replace(MEETING, participants=seated), ()), shared_project)
        assert made is not None, faults
        read = pypdf.PdfReader(io.BytesIO(write(made, shared_project).data)).pages
        return [re.findall(r"Person \d+", page.extract_text()) for page in read]

    whole = len(pages(90)[0])
    for sizes in ((whole + 1,), (whole + 1, 3)):  # one more than the page holds, at the list's end and before its end
        first, second, *_ = pages(*sizes)
        assert (len(first), second[:2]) == (whole - 1, [f"Person {whole - 1}", f"Person {whole}"])


def test_headings_right_above_a_landscape_table_stand_on_its_page(shared_project: Project) -> None:
    under = Section(t("Deeper"), (replace(LANDSCAPE, number=None),), anchor="deeper")
    alone = Section(t("Alone"), (under, para(2, "After.")), anchor="alone")
    body = (para(1, "Before."), Section(t("Text"), (para(3, "Text."), alone), anchor="text"))
    again = replace(LANDSCAPE, rows=(row("again.r1", *"abcdefg"),), anchor="again", number=None)
    annex = Annex(t("Figures"), (again,), anchor="figures")
    paper = replace(PAPER, body=body, annexes=(annex,), toc=False)
    made, faults = render(Resolved(paper, MEETING, ()), shared_project)
    assert made is not None, faults
    written = write(made, shared_project)
    assert written.layout is not None
    places = written.layout.places
    assert places["text"] == places["para-3"] == 1
    assert places["alone"] == places["deeper"] == places["work"] == 2
    assert places["figures"] == places["again"] == places["para-2"] + 1
    turned = [page.mediabox.width > page.mediabox.height for page in pypdf.PdfReader(io.BytesIO(written.data)).pages]
    assert [turned[places[anchor] - 1] for anchor in ("text", "work", "para-2", "again")] == [False, True, False, True]
    assert page_validation.validate_pdf_bytes(written.data, profile="ua1").is_compliant


def test_bookmarks_have_numbers_and_no_marks_and_nest_annexes(pdf: pypdf.PdfReader) -> None:
    assert outline(pdf.outline) == [
        "I. Introduction",
        ["A. Mandate", ["1. Deeper", "2. Deepest", ["(a) Under it", ["At the bottom"]]], "B. Purpose"],
        "II. Findings of the stakeholder survey and of the independent evaluation of the Strategic Plan",
        "Meeting",
        "Annex I Survey results",
        ["I. Method"],
        "Annex II Background for the Strategic Plan",
        ["1. Survey", "Appendix Questionnaire"],
    ]


def outline(entries: Any) -> list[Any]:  # noqa: ANN401 -- pypdf nests lists in lists
    return [outline(entry) if isinstance(entry, list) else entry.title for entry in entries]


def test_every_reference_is_a_link_to_its_target_that_says_its_words(page: Page, pdf: pypdf.PdfReader) -> None:
    links = {(str(link["/Dest"]), str(link["/Contents"])) for _, link in annotations(pdf) if "/Dest" in link}
    wanted = {(a.get("href", "")[1:], "".join(a.itertext())) for a in page.root.iter("a") if a.get("class") == "ref"}
    assert len(wanted) == 4
    assert wanted <= links
    outer = {str(link["/A"]["/URI"]) for _, link in annotations(pdf) if "/A" in link}
    assert outer == {"https://www.unescap.org/?a=1&b=2"}


def annotations(pdf: pypdf.PdfReader) -> Iterator[tuple[int, Any]]:
    for number, page in enumerate(pdf.pages, start=1):
        for link in page.get("/Annots", ()):
            yield number, link.get_object()


# ---------------------------------------------------------------- what is read aloud


def tags(pdf: pypdf.PdfReader) -> Iterator[tuple[list[str], Any]]:
    """Give each structure element with the kinds of elements it stands in, its own last."""

    def walk(node: Any, above: list[str]) -> Iterator[tuple[list[str], Any]]:  # noqa: ANN401
        here = [*above, str(node["/S"])[1:]]
        yield here, node
        for kid in node["/K"] if isinstance(node["/K"], list) else [node["/K"]]:
            child = kid.get_object()
            if isinstance(child, dict) and "/S" in child:
                yield from walk(child, here)

    (document,) = catalogue(pdf)["/StructTreeRoot"]["/K"]
    return walk(document.get_object(), [])


def kinds(node: Any) -> list[str]:  # noqa: ANN401
    return [str(child["/S"])[1:] for kid in node["/K"] if isinstance(child := kid.get_object(), dict) and "/S" in child]


def test_a_table_over_three_pages_is_one_table_whose_heads_are_read_once(
    page: Page, written: Written, pdf: pypdf.PdfReader
) -> None:
    places = written.layout.places if written.layout else {}
    assert places["evaluation.r11"] - places["evaluation.g1"] == 2
    tables = [node for path, node in tags(pdf) if path[-1] == "Table"]
    sources = [table for table in page.root.iter("table") if table.get("class") != "chart-data"]
    assert len(tables) == len(sources)
    for table, source in zip(tables, sources, strict=True):
        groups = [group.get_object() for group in table["/K"] if group.get_object()["/S"] != "/Caption"]
        parts = [{"thead": "THead", "tbody": "TBody"}[str(group.tag)] for group in source]
        assert kinds(table) in ([*parts], ["Caption", *parts])
        rows = [(group, row) for group, part in zip(groups, source, strict=True) for row in part]
        assert sum(len(kinds(group)) for group in groups) == len(rows)


def test_a_chart_is_a_figure_of_live_text_and_its_table_is_not_printed(
    page: Page, written: Written, pdf: pypdf.PdfReader
) -> None:
    chart = page.root.find(".//div[@class='chart']")
    assert chart is not None
    figures = [str(node["/Alt"]) for path, node in tags(pdf) if path[-1] == "Figure"]
    alt = chart.get("data-alt", "")
    assert [figure for figure in figures if figure.endswith(f". {alt}")] == [
        f"Figure 1. Stakeholder response on performance. {alt}"
    ]
    places = written.layout.places if written.layout else {}
    shown = pdf.pages[places["performance"] - 1]
    said = shown.extract_text()
    assert all(words in said for words in ("Coordinated actions", "20.3 (15)", "78.2", "percentage", "Partially"))
    assert "not available" not in said


def test_panels_bear_their_description_and_are_read_themselves(pdf: pypdf.PdfReader) -> None:
    said = "The issues in three groups, and what they have in common"
    ((path, node),) = [(path, node) for path, node in tags(pdf) if str(node.get("/Alt", "")).endswith(said)]
    assert path[-2:] == ["Div", "Figure"]
    assert kinds(node) == ["Caption"]
    assert kinds(node["/P"]) == ["Figure", "Div", "Div", "Div", "Div"]  # three boxes in a row, a wide one


def test_a_head_that_is_seen_on_three_pages_is_read_on_the_first(pdf: pypdf.PdfReader) -> None:
    pages = [{content.indirect_reference for content in contents(node)} for path, node in tags(pdf) if path[-1] == "TH"]
    assert {len(found) for found in pages} == {1}


def contents(node: Any) -> Iterator[Any]:  # noqa: ANN401
    """Give the page of each stretch of content below a structure element."""
    for kid in node["/K"]:
        child = kid.get_object()
        if isinstance(child, int):
            yield node["/Pg"]
        elif "/S" in child:
            yield from contents(child)
        elif "/MCID" in child:
            yield child["/Pg"]


def test_heads_say_what_they_head_and_cells_what_they_span(pdf: pypdf.PdfReader) -> None:
    heads = [node["/A"].get("/Scope") for path, node in tags(pdf) if path[-1] == "TH"]
    assert set(heads) == {"/Column", "/Row"}
    spans = [
        (node["/A"].get("/RowSpan"), node["/A"].get("/ColSpan"))
        for path, node in tags(pdf)
        if path[-1] in {"TH", "TD"} and "/A" in node
    ]
    assert (2, None) in spans
    assert (None, 5) in spans


def test_each_footnote_is_a_note_read_after_its_call(pdf: pypdf.PdfReader) -> None:
    notes = [(path, node) for path, node in tags(pdf) if path[-1] == "Note"]
    assert [str(node["/ID"]) for _, node in notes] == [f"fn.n{number}" for number in range(1, 9)]
    assert [path[-2] for path, _ in notes] == ["Document", "Sect", "P", "P", "P", "Caption", "TH", "P"]
    assert all(kinds(node)[0] == "Lbl" for _, node in notes)
    for _, node in notes:
        siblings = kinds(node["/P"])
        assert siblings[siblings.index("Note") - 1] in {"Reference", "H1", "H2"}  # after a heading, never in it


def test_lists_have_labels_and_the_contents_are_such(page: Page, pdf: pypdf.PdfReader) -> None:
    items = [kinds(node) for path, node in tags(pdf) if path[-1] == "LI"]
    assert len(items) == sum(len(found) for found in page.root.iter() if (found.get("class") or "") == "list")
    assert all(item == ["Lbl", "LBody"] for item in items)
    entries = [node for path, node in tags(pdf) if path[-2:] == ["TOC", "TOCI"]]
    assert len(entries) == len(page.root.findall(".//nav//li"))


# ---------------------------------------------------------------- the same bytes

SCRIPT = """
import pickle, sys, pathlib
from neaspec_docs.project import Project
from neaspec_docs.write.pdf.writer import write
page = pickle.loads(pathlib.Path(sys.argv[1]).read_bytes())
sys.stdout.buffer.write(write(page, Project(pathlib.Path(sys.argv[2]))).data)
"""


def test_the_same_bytes_in_another_folder_time_zone_locale_and_hash_seed(
    page: Page, project: Project, written: Written, tmp_path: Path
) -> None:
    import pickle
    import shutil

    (tmp_path / "page").write_bytes(pickle.dumps(page))
    elsewhere = tmp_path / "another folder" / "é"
    shutil.copytree(project.content, elsewhere / "content")
    source = str(Path(__file__).parents[4] / "src")
    environment = os.environ | {"PYTHONHASHSEED": "7", "TZ": "Asia/Seoul", "LC_ALL": "C", "PYTHONPATH": source}
    command = [sys.executable, "-c", SCRIPT, str(tmp_path / "page"), str(elsewhere)]
    made = subprocess.run(command, check=True, capture_output=True, env=environment, cwd="/")
    assert made.stdout == written.data
    assert str(tmp_path).encode() not in written.data


def test_a_drawing_that_leaves_its_size_open_is_not_made_larger(tmp_path: Path) -> None:
    (tmp_path / "map.svg").write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 96 48"><text x="0" y="20" font-size="8">Weir</text></svg>'
    )
    figure = '<div class="figure" id="f"><img src="map.svg" alt="A map" width="96" height="48"/></div>'
    whole = (
        '<html lang="en"><head><title>A test</title></head><body class="paper" data-headings="">'
        f"<main>{figure}</main></body></html>"
    )
    made = write(Page("m/p", fromstring(whole)), Project(tmp_path))  # noqa: S314 -- our own
    (sheet,) = pypdf.PdfReader(io.BytesIO(made.data)).pages
    sizes: list[float] = []

    def seen(text: str, cm: list[float], tm: list[float], _font: object, size: float) -> None:
        if "Weir" in text:
            sizes.append(size * abs(cm[0]) * abs(tm[0]))

    sheet.extract_text(visitor_text=seen)
    assert sizes == [pytest.approx(8 * 0.75, abs=0.1)]  # pixels of CSS in points
