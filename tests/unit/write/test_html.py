"""Papers as one HTML file each."""

import re
from dataclasses import replace
from html.parser import HTMLParser
from xml.etree.ElementTree import Element

import lxml.html
import pytest
from every_block import BARE, MEETING, PAPER, REGISTER, t

from neaspec_docs.diagnostics.codes import Code
from neaspec_docs.model.block import Block, Section
from neaspec_docs.model.page import Page
from neaspec_docs.model.resolved import Resolved
from neaspec_docs.project import Project
from neaspec_docs.render.page import render
from neaspec_docs.write.html import write


@pytest.fixture
def text(page: Page, project: Project) -> str:
    written = write(page, project)
    assert written.diagnostics == ()
    assert written.layout is None
    return written.data.decode()


@pytest.fixture
def root(text: str) -> lxml.html.HtmlElement:
    return lxml.html.document_fromstring(text)


def test_it_is_one_file_that_asks_nothing_of_the_network(root: lxml.html.HtmlElement) -> None:
    assert root.get("lang") == "en"
    assert [
        link for link in root.iterlinks() if link[1] == "src" and not link[2].startswith("data:image/png;base64,")
    ] == []
    assert root.xpath("//script | //link | //iframe | //@onclick") == []
    policy = root.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    assert policy == ["default-src 'none'; img-src data:; style-src 'unsafe-inline'"]


def test_every_tag_is_closed(text: str) -> None:
    class Balance(HTMLParser):
        void = frozenset({"meta", "br", "col", "hr", "img"})
        open: list[str] = []  # noqa: RUF012 -- one test, one parser

        def handle_starttag(self, tag: str, _: object) -> None:
            if tag not in self.void:
                self.open.append(tag)

        def handle_endtag(self, tag: str) -> None:
            assert self.open.pop() == tag

    balance = Balance()
    balance.feed(text)
    assert balance.open == []


def test_it_has_landmarks_and_a_way_past_the_masthead(root: lxml.html.HtmlElement) -> None:
    assert [part.tag for part in root.body][1:] == ["p", "header", "main"]
    skip = root.body[0]
    assert (skip.text, skip.get("href")) == ("Skip to the text", f"#{root.find('.//main').get('id')}")
    assert root.xpath("count(//main)") == 1
    assert root.xpath("count(//main//h1)") == 1
    assert root.xpath("string(//p[@class='draft'])") == "Draft"


def test_notes_stand_at_the_end_and_lead_back(root: lxml.html.HtmlElement) -> None:
    notes = root.xpath("//section[@role='doc-endnotes']/ol/li")
    assert [note.get("value") for note in notes] == [str(number) for number in range(1, len(notes) + 1)]
    assert len(notes) == 8
    calls = root.xpath("//a[@role='doc-noteref']")
    assert [call.get("href")[1:] for call in calls if call.get("id")] == [note.get("id") for note in notes]
    again = [call for call in calls if not call.get("id")]
    assert [(call.text, call.get("href")) for call in again] == [("3", "#fn.n3")]
    ids = set(root.xpath("//@id"))
    for note in notes:
        (back,) = note.xpath(".//a[@role='doc-backlink']")
        assert back.get("href")[1:] in ids
        assert back.get("aria-label") == "Back to the text"


def test_every_link_in_the_paper_leads_somewhere_and_no_id_is_there_twice(root: lxml.html.HtmlElement) -> None:
    ids = root.xpath("//@id")
    assert len(ids) == len(set(ids))
    inner = [href for href in root.xpath("//a/@href") if href.startswith("#")]
    assert len(inner) > 15
    assert {href[1:] for href in inner} <= set(ids)


def test_a_chart_is_one_picture_in_words_with_its_values_below(page: Page, root: lxml.html.HtmlElement) -> None:
    given = page.root.find(".//div[@class='chart']")
    assert given is not None
    (chart,) = root.xpath("//div[@class='chart']")
    drawing, values = chart
    assert (drawing.tag, drawing.get("role"), drawing.get("aria-label")) == ("svg", "img", given.get("data-alt"))
    assert [text for text in drawing.itertext() if text.strip() in {"20.3 (15)", "78.2"}] == ["20.3 (15)", "78.2"]
    assert drawing.xpath(".//*/@role | .//*/@*[starts-with(name(), 'aria-')]") == []
    assert values.tag == "details"
    cells = [cell.text_content() for cell in values.xpath(".//tbody//td")]
    assert cells == ["1.4 (1)", "2.8", "20.3 (15)", "19", "not available", "78.2"]
    (name,) = values.xpath(".//table/@aria-labelledby")
    assert root.get_element_by_id(name).text_content().startswith("Figure 1.")


def test_panels_are_described_and_read_themselves(root: lxml.html.HtmlElement) -> None:
    (figure,) = root.xpath("//div[@aria-description]")
    assert figure.get("aria-description") == "The issues in three groups, and what they have in common"
    assert figure.get("role") == "figure"
    assert figure.xpath("./*[@aria-hidden] | ./@aria-label | ./@data-alt") == []
    assert "Urban biodiversity" in figure.text_content()


def test_tables_and_figures_are_named_by_their_captions(root: lxml.html.HtmlElement) -> None:
    names = {part.get("id"): "".join(part.itertext()) for part in root.xpath("//p[@class='caption']")}
    tables = [names[name] for name in root.xpath("//table/@aria-labelledby")]
    assert tables[:2] == ["Table 1. Threatened species in each country6", "Table 2. Evaluation of the plan by area"]
    figures = [names[name] for name in root.xpath("//div[@role='figure']/@aria-labelledby")]
    assert figures[2] == "Figure 3. The Tumen estuary"
    assert root.xpath("//th[not(@scope)]") == []


def test_a_table_without_a_caption_is_no_region(project: Project) -> None:
    page, _ = render(Resolved(replace(PAPER, body=(BARE,), annexes=()), MEETING, REGISTER), project)
    assert page is not None
    made = lxml.html.document_fromstring(write(page, project).data.decode())
    assert made.xpath("//*[@role='region'] | //*[@aria-labelledby]/self::table") == []


def test_no_id_of_an_author_is_taken_and_selectors_find_the_writers_own(project: Project) -> None:
    names = ("text", "notes", "caption.bare", "call.fn.n1")
    table = replace(BARE, caption=t("Bare"), anchor="bare")
    body: tuple[Block, ...] = (*(Section(t(name), (), anchor=name) for name in names), table)
    page, faults = render(Resolved(replace(PAPER, body=body, annexes=(), toc=False), MEETING, REGISTER), project)
    assert page is not None, faults
    made = lxml.html.document_fromstring(write(page, project).data.decode())
    ids = [element.get("id") for element in made.iter() if element.get("id")]
    assert len(ids) == len(set(ids))
    assert {*names, ":text", ":notes", ":caption.bare", ":call.fn.n1"} <= set(ids)
    tied = {
        str(value).removeprefix("#")
        for element in made.iter()
        for name, value in element.items()
        if name in {"aria-labelledby", "aria-describedby"} or (name == "href" and str(value).startswith("#"))
    }
    assert {":notes", ":caption.bare", ":text", ":call.fn.n1"} <= tied <= set(ids)


def test_a_style_sheet_that_is_not_utf_8_is_a_fault_at_its_line(page: Page, project: Project) -> None:
    (project.root / "templates").mkdir()
    (project.root / "templates/style.css").write_bytes("p {}\n/* é */".encode("latin-1"))
    (fault,) = write(page, project).diagnostics
    assert (fault.code, fault.at.file, fault.at.line) == (Code.TEMPLATE_FAULT, "templates/style.css", 2)
    assert fault.message == "`templates/style.css` is not written in UTF-8"


def test_lists_show_their_numbers(root: lxml.html.HtmlElement) -> None:
    first = root.xpath("//ol[@data-style='(a)']/li/@style")
    assert first == [r'list-style-type: "(a)\00a0 "', r'list-style-type: "(b)\00a0 "']


def test_the_words_are_those_of_the_page(page: Page, root: lxml.html.HtmlElement) -> None:
    """Notes apart, nothing is lost, added or moved."""
    for call in root.xpath("//a[@role='doc-noteref']"):
        call.text = ""
    main = root.find(".//main")
    main.remove(root.xpath("//section[@role='doc-endnotes']")[0])
    for added in main.xpath(".//*[@class='chart']/*[name() = 'svg'] | .//*[@class='chart']//summary"):
        added.getparent().remove(added)
    assert solid("".join(main.itertext())) == solid(without_notes(page.root))


def without_notes(root: Element) -> str:
    body = root.find("body")
    assert body is not None
    return "".join(words(part) for part in body if part.tag != "header")


def words(element: Element) -> str:
    if {"footnote", "noteref"} & set((element.get("class") or "").split()):
        return ""
    return (element.text or "") + "".join(words(child) + (child.tail or "") for child in element)


def solid(text: str) -> str:
    return re.sub(r"\s", "", text)


def test_no_mark_of_the_writers_own_is_left(text: str) -> None:
    assert set(re.findall(r" (data-[a-z]+)=", text)) == {"data-level", "data-style"}


def test_a_picture_that_is_not_there_is_a_diagnostic(page: Page, project: Project) -> None:
    (project.root / "content/som-24/images/map.png").unlink()
    (fault,) = write(page, project).diagnostics
    assert (fault.code, fault.at.file) == (Code.MISSING_FILE, "content/som-24/strategic-plan.yaml")


def test_the_page_itself_is_left_as_it_was(page: Page, project: Project) -> None:
    from xml.etree.ElementTree import tostring

    before = tostring(page.root)
    write(page, project)
    assert tostring(page.root) == before


def test_a_slide_has_a_foot_and_what_the_speaker_says_is_opened_below_it(slides: Page, project: Project) -> None:
    made: lxml.html.HtmlElement = lxml.html.document_fromstring(write(slides, project).data.decode())
    body = made.xpath("//div[@class='body']")[0]
    assert [(part.tag, part.get("data-layout")) for part in body] == [
        ("section", "title"),
        ("section", "section"),
        ("section", "content"),
        ("details", None),
        *[("section", "content")] * 4,
        ("details", None),
    ]
    feet = [[part.text for part in foot] for foot in made.xpath("//p[@class='slide-foot']")]
    assert feet == [["SOM-24", str(number)] for number in range(2, 8)]
    first = body.find("details")
    assert [(part.tag, part.text_content()) for part in first] == [
        ("summary", "Speaker’s notes"),
        ("p", "Say why."),
        ("p", "And when."),
    ]
    assert made.xpath("//aside") == []
