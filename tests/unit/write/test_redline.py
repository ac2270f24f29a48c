"""A redline in PDF and on a screen: what came and what went is marked, set apart by more than colour, and told."""

import io
import re
import zipfile
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import XML, tostring

import page as page_validation
import pypdf
import pytest
import structure_tree
from every_block import MEETING, PAPER, REGISTER, note, para, t

from neaspec_docs.diff.matching.align import Counterparts, counterparts
from neaspec_docs.diff.redline import brackets, merge
from neaspec_docs.model.block import Paragraph, Section
from neaspec_docs.model.change import Changes
from neaspec_docs.model.node import Number
from neaspec_docs.model.page import Layout, Page, Written
from neaspec_docs.model.resolved import Resolved
from neaspec_docs.model.signature import OneHand, Signature
from neaspec_docs.project import Project
from neaspec_docs.render.page import render
from neaspec_docs.render.redline import with_summary
from neaspec_docs.write import html, redlined
from neaspec_docs.write.docx import writer as docx
from neaspec_docs.write.pdf import writer as pdf

SIGNATURE = Signature("A. Editor", datetime(2025, 9, 16, 8, 30, tzinfo=UTC))


@pytest.fixture(scope="module")
def redline(page: Page, shared_project: Project) -> Page:
    """Return the paper of every block and one in which words, a paragraph, a figure and a heading are others."""
    one, two, three = PAPER.body
    assert isinstance(one, Section)
    assert isinstance(two, Section)
    added = para(30, "Newly written.", note(20, "A new note."))
    cited = one.body[2]
    assert isinstance(cited, Paragraph)
    renumbered = replace(cited, number=Number("31.", "31"))
    first = replace(one, body=(*one.body[:2], added, renumbered, *one.body[3:]))
    second = replace(two, title=t("What was found"), body=(*two.body[:7], *two.body[8:]))
    document = replace(PAPER, body=(first, second, three), subtitle=t("Revised note by the Secretariat"))
    new = Resolved(document, MEETING, REGISTER)
    made, faults = render(new, shared_project)
    assert made is not None, faults
    whole = merge.merged(page, made, counterparts(PAPER, document), OneHand(SIGNATURE))
    with_it, said = with_summary(whole, Changes("May", "June", ()), shared_project)
    assert said == []
    return with_it


# ---------------------------------------------------------------- words of whole blocks


def spread(body: str) -> str:
    root = XML(f'<html lang="en"><body data-redline="tracked"><main>{body}</main></body></html>')
    redlined.spread(root)
    main = root.find("body/main")
    assert main is not None
    return "".join(tostring(part, encoding="unicode") for part in main)


@pytest.mark.parametrize(
    ("block", "marked"),
    [
        ('<p data-change="inserted">One <em>two</em>.</p>', "<ins>One <em>two</em>.</ins>"),
        ('<p data-change="deleted">One.</p>', "<del>One.</del>"),
        ('<p data-change="moved-from" data-by="Ann">One.</p>', '<del data-by="Ann" class="moved">One.</del>'),
        (
            '<p data-change="moved-to">One <del>two</del><ins>three</ins> four.</p>',
            '<ins class="moved">One </ins><del>two</del><ins>three</ins> <ins class="moved">four.</ins>',
        ),
        (
            '<div class="para" data-change="inserted"><p><span class="number">1.</span> One.</p></div>',
            '<p><span class="number"><ins>1.</ins></span> <ins>One.</ins></p>',
        ),
        (
            '<table data-change="deleted"><tbody><tr><td>5</td><td><p>a</p><p>b</p></td></tr></tbody></table>',
            "<tr><td><del>5</del></td><td><p><del>a</del></p><p><del>b</del></p></td></tr>",
        ),
        (
            '<p>One<ins data-on="x"><span class="footnote"><span class="passage">Text.</span></span></ins></p>',
            '<span class="passage"><ins data-on="x">Text.</ins></span>',
        ),
    ],
)
def test_words_of_a_whole_block_are_marked(block: str, marked: str) -> None:
    assert marked in spread(block)


MARKS = {"ins": "del", "del": "ins"}
"""What became of the blank where a break came or went."""


@pytest.mark.parametrize(("change", "tag"), [("split", "ins"), ("joined", "del")])
def test_a_break_that_came_or_went_has_its_sign_and_the_words_stay(change: str, tag: str) -> None:
    said = f'<p><span class="number">1.</span> One.<{MARKS[tag]}> </{MARKS[tag]}></p>'
    marked = spread(f'<div class="para" data-change="{change}" data-by="Ann">{said}</div>')
    number = f'<span class="number"><{tag} data-by="Ann">1.</{tag}></span>'
    assert f'<p>{number} One.<{tag} data-by="Ann" class="break">\u00b6</{tag}></p>' in marked


def test_a_picture_says_what_became_of_it() -> None:
    said = '<img alt="Deletion: A map" data-change="deleted" />'
    assert said in spread('<div class="figure" data-change="deleted"><img alt="A map" /></div>')


def test_no_other_page_is_touched(page: Page) -> None:
    before = tostring(page.root)
    redlined.spread(page.root)
    assert tostring(page.root) == before


# ---------------------------------------------------------------- pages of the contents

CONTENTS = (
    '<nav class="contents"><ol><li><a href="#kept">Kept</a></li><li data-change="deleted"><a href="#old:gone">Gone</a>'
    '</li><li data-change="deleted"><a href="#lost">Lost</a></li></ol></nav>'
)


def contents(markup: str, **versions: Page | None) -> Page:
    root = XML(f'<html lang="en"><body data-redline="tracked">{markup}<main /></body></html>')
    return Page("moot-1/paper", root, (versions.get("old"), versions.get("new")))


PLACES = {
    "old": Layout(9, {"kept": 7, "gone": 8, "lost": 9}),
    "new": Layout(6, {"kept": 5, "gone": 6}),
    "redline": Layout(12, {"kept": 10, "old:gone": 11, "gone": 11, "lost": 12}),
}


@pytest.mark.parametrize(
    ("there", "places"),
    [
        (("old", "new"), {"kept": 5, "gone": 6, "old:gone": 8, "lost": 9}),
        (("new",), PLACES["new"].places),
        (("old",), PLACES["old"].places),
        ((), PLACES["redline"].places),
    ],
)
def test_contents_say_the_page_in_the_version_that_has_the_heading(
    there: tuple[str, ...], places: dict[str, int]
) -> None:
    versions = {name: contents("") for name in there}
    whole = contents(CONTENTS, **versions)
    names = {id(page): name for name, page in {**versions, "redline": whole}.items()}
    found = redlined.layout(whole, lambda page: PLACES[names[id(page)]])
    assert found is not None
    assert found.places == places


def test_a_redline_in_which_no_heading_went_asks_for_the_new_version_alone() -> None:
    old, new = contents(""), contents("")
    asked: list[Page] = []
    redlined.layout(contents(CONTENTS.replace(' data-change="deleted"', ""), old=old, new=new), asked.append)
    assert asked == [new]


# ---------------------------------------------------------------- on a screen


@pytest.fixture(scope="module")
def screen(redline: Page, shared_project: Project) -> str:
    made = html.write(redline, shared_project)
    assert made.diagnostics == ()
    return made.data.decode()


def test_marks_say_who_and_when_and_what_they_are(screen: str) -> None:
    said = 'data-said="insertion" title="Insertion by A. Editor, 2025-09-16" datetime="2025-09-16T08:30:00Z"'
    assert f"<ins {said}>Newly written." in screen
    assert "data-by" not in screen


def test_the_summary_stands_before_the_masthead_and_is_no_part_of_the_text(screen: str) -> None:
    assert screen.index('<aside class="changes">') < screen.index('<header class="masthead">')
    assert screen.index('<header class="masthead">') < screen.index("<main")


# ---------------------------------------------------------------- printed


@pytest.fixture(scope="module")
def written(redline: Page, shared_project: Project) -> Written:
    return pdf.write(redline, shared_project)


def test_it_is_valid(written: Written) -> None:
    assert written.diagnostics == ()
    report = page_validation.validate_pdf_bytes(written.data, profile="ua1")
    assert [(fault.rule_id, fault.message) for fault in report.failures] == []


@pytest.fixture(scope="module")
def read(written: Written) -> pypdf.PdfReader:
    return pypdf.PdfReader(io.BytesIO(written.data))


def test_what_came_and_went_has_tags_of_its_own(read: pypdf.PdfReader) -> None:
    said = structure_tree.text(read)
    assert (
        "    H2\n"
        "      “II.”\n"
        "      Del T='deletion' TextDecorationType=LineThrough\n"
        "        “Findings of the stakeholder su … aluation of the Strategic Plan”\n"
        "      Ins T='insertion' TextDecorationType=Underline\n"
        "        “What was found”\n"
    ) in said
    roles = structure_tree.tree(read)["/RoleMap"]
    assert {roles["/Ins"], roles["/Del"]} == {"/Span"}


def test_the_summary_is_an_aside_before_the_paper(read: pypdf.PdfReader) -> None:
    title, versions = "“Changes to NEASPEC/SOM(24)/5 N … ASPEC Strategic Plan 2021–2025”", "“From May to June"
    assert structure_tree.text(read).startswith(f"Document\n  Aside\n    P\n      {title}\n    P\n      {versions}")


def test_bars_are_seen_and_not_read_and_all_else_is_read(read: pypdf.PdfReader) -> None:
    assert any(bars(page) for page in read.pages)
    assert structure_tree.unread(read) == []


def test_a_list_of_bookmarks_and_what_a_link_says_have_the_new_words_alone(read: pypdf.PdfReader) -> None:
    assert "II. What was found" in titles(read.outline)
    links = [link.get_object() for page in read.pages for link in page.get("/Annots", ())]
    said = {str(link["/Contents"]) for link in links if link.get("/Dest") == "findings"}
    assert said == {"What was found"}


def titles(outline: Any) -> list[str]:  # noqa: ANN401 -- pypdf nests lists of destinations
    return [title for part in outline for title in (titles(part) if isinstance(part, list) else [part.title])]


@pytest.mark.parametrize(
    ("heading", "now"),
    [
        ("Lakes", "Lakes"),
        ("<del>II.</del><ins>I.</ins> Lakes <del>and <em>ponds</em></del>", "I. Lakes"),
        ("<del>Lakes</del> <del>and ponds</del>", "Lakes and ponds"),
    ],
)
def test_words_now_are_the_new_ones_and_the_old_where_there_are_no_others(heading: str, now: str) -> None:
    element = XML(f"<h2>{heading}</h2>")
    assert redlined.words_now(element) == now
    assert tostring(element, encoding="unicode") == f"<h2>{heading}</h2>"


def drawn(page: pypdf.PageObject) -> bytes:
    contents = page.get_contents()
    assert contents is not None
    return contents.get_data()


def bars(page: pypdf.PageObject) -> list[tuple[float, float]]:
    """Return from where to where each bar in the margin of a page runs, in points from its upper edge."""
    found = re.findall(rb"39\.69 ([\d.]+) 1\.20 ([\d.]+) re f", drawn(page))
    return [(float(top), float(top) + float(height)) for top, height in found]


def lines(page: pypdf.PageObject, words: str) -> float:
    """Return how far below the upper edge of a page a line with these words stands."""
    at: list[float] = []
    height = float(page.mediabox.height)

    def visit(text: str, frame: list[float], place: list[float], *_: object) -> None:
        if words in text:
            at.append(height - (frame[3] * place[5] + frame[5]))

    page.extract_text(visitor_text=visit)
    return at[0]


def test_a_bar_stands_beside_what_changed_and_nothing_else(written: Written) -> None:
    pages = pypdf.PdfReader(io.BytesIO(written.data)).pages
    there = next(page for page in pages if "Newly written" in page.extract_text())
    at = lines(there, "Newly written")
    assert any(top < at < bottom for top, bottom in bars(there))
    other = lines(there, "Cited again")
    assert not any(top < other < bottom for top, bottom in bars(there))
    assert bars(pages[0]) == []


def test_a_picture_that_went_is_crossed_out_and_no_other(read: pypdf.PdfReader) -> None:
    crossed = [page for page in read.pages if len(re.findall(rb" m [\d. ]+ l S", drawn(page))) == len("/\\")]
    assert ["Stakeholder response on performance" in page.extract_text() for page in crossed] == [True]


def test_the_pages_of_the_paper_count_from_one_after_the_summary(written: Written) -> None:
    assert written.layout is not None
    assert written.layout.places["intro"] == 1
    pages = pypdf.PdfReader(io.BytesIO(written.data)).pages
    assert written.layout.pages == len(pages)
    assert pages[0].extract_text().startswith("Changes to ")
    assert "United Nations" in pages[1].extract_text()
    assert "2" in pages[2].extract_text().split("\n")


def test_annexes_of_a_redline_have_their_own_pages(shared_project: Project) -> None:
    heading = '<h2 class="annex-heading" data-level="1"><span class="words">{0}</span></h2>'
    annex = f'<section class="annex" id="{{0}}">{heading}</section>'
    summary = '<aside class="changes"><p class="changes-title">Changes</p></aside>'
    body = f'{summary}<header class="masthead"><p>M</p></header><main><p class="text">x</p></main>'
    root = XML(
        '<html lang="en"><head><title>T</title></head><body class="paper" data-headings="" data-redline="tracked">'
        f"{body}{annex.format('one')}{annex.format('two')}</body></html>"
    )
    made = pdf.write(Page("moot-1/paper", root), shared_project)
    assert made.layout is not None
    assert made.layout.places["two"] == 3
    foot = pypdf.PdfReader(io.BytesIO(made.data)).pages[3].extract_text().split()
    assert "3" in foot


def test_negotiated_text_is_bold_and_in_brackets(redline: Page, shared_project: Project) -> None:
    made = pdf.write(brackets.bracketed(redline), shared_project)
    assert made.diagnostics == ()
    text = " ".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(made.data)).pages)
    assert re.search(r"\[Findings\s+of\s+the\s+stakeholder\s+survey", text)
    assert page_validation.validate_pdf_bytes(made.data, profile="ua1").is_compliant


def test_new_words_in_bold_type_are_underlined_in_word_too(shared_project: Project) -> None:
    para = '<div class="para" id="p" data-number="1."><p><span class="number">1.</span> Newly written.</p></div>'
    items = '<ol class="list" id="l" data-style="(a)"><li id="i" data-number="(a)"><p>An item.</p></li></ol>'
    head = '<html lang="en"><head><title>T</title></head><body class="paper" data-headings="I.">'
    old, new = (
        Page("moot-1/paper", XML(f'{head}<h1 class="title">{title}</h1><main>{main}</main></body></html>'))
        for title, main in (("Herons", ""), ("Herons and egrets", para + items))
    )
    merged = merge.merged(old, new, Counterparts({}, {}, frozenset()), OneHand(SIGNATURE))
    made = docx.write(brackets.bracketed(merged), shared_project)
    with zipfile.ZipFile(io.BytesIO(made.data)) as file:
        document = file.read("word/document.xml").decode()
    assert re.search(r'<w:b/><w:bCs/><w:u w:val="single"/></w:rPr><w:t[^>]*> and egrets', document)
    for words in ("Newly written.", "An item."):
        mark = document[: document.index(words)].rpartition("<w:pPr>")[2].partition("</w:pPr>")[0]
        assert "<w:rPr><w:b/><w:bCs/></w:rPr>" in mark


@pytest.mark.parametrize("layout", ["title", "section"])
def test_marks_are_light_on_a_dark_slide(layout: str) -> None:
    sheet = (Path(__file__).parents[3] / "templates/style.css").read_text("utf-8")
    for tag in ("ins", "del"):
        (color,) = re.findall(rf'\.slide\[data-layout="{layout}"\] {tag} {{ color: #(\w+); }}', sheet)
        assert contrast(color, "003f87") >= LEGIBLE


LEGIBLE = 4.5
"""The ratio that WCAG 2.2 asks for (1.4.3)."""


def contrast(one: str, other: str) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def luminance(color: str) -> float:
    """Return the relative luminance of a colour, as WCAG 2.2 defines it."""
    parts = (int(color[at : at + 2], 16) / 255 for at in (0, 2, 4))
    linear = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))
