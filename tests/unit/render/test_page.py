"""Templates: what they print, that a user's own wins, and where their faults are."""

import typing
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from xml.etree.ElementTree import Element

import pytest
from every_block import BODY, MEETING, PAPER, REGISTER, SLIDES, t

from neaspec_docs.diagnostics.codes import Code
from neaspec_docs.model.block import Block
from neaspec_docs.model.document import Document, Meeting, Status
from neaspec_docs.model.page import Page
from neaspec_docs.model.resolved import Resolved
from neaspec_docs.model.walk import nodes
from neaspec_docs.project import Project
from neaspec_docs.render.page import render


def made(document: Document, project: Project, meeting: Meeting = MEETING) -> Element:
    page, faults = render(Resolved(document, meeting, REGISTER), project)
    assert faults == []
    assert page is not None
    return page.root


def texts(root: Element, path: str) -> list[str]:
    return ["".join(found.itertext()) for found in root.findall(path)]


def shape(found: Sequence[Element]) -> list[tuple[str, str | None, str]]:
    return [(part.tag, part.get("class"), "".join(part.itertext())) for part in found]


def test_the_samples_hold_every_block_and_each_is_printed_at_its_anchor(page: Page, slides: Page) -> None:
    used = {type(node) for node in nodes((PAPER, SLIDES))}
    assert set(typing.get_args(Block)) <= used
    for body, root in ((BODY, page.root), (SLIDES.body, slides.root)):
        anchors = {element.get("id") for element in root.iter()}
        wanted = {anchor for node in nodes((body,)) if (anchor := getattr(node, "anchor", "")) and anchor != "list.1.u"}
        assert wanted - anchors == set()


def test_the_masthead_of_a_paper(page: Page) -> None:
    parts = page.root.findall("body/header//p")
    assert [(part.get("class"), part.text) for part in parts] == [
        ("organ", "United Nations"),
        ("symbol", "NEASPEC/SOM(24)/5"),
        ("body-name", "Economic and Social Commission for Asia and the Pacific"),
        ("distribution", "Distr.: General"),
        ("distribution", "30 September 2020"),
        ("distribution", "Original: English"),
        ("meeting", "Twenty-fourth Senior Officials Meeting (SOM) of NEASPEC"),
        ("meeting-place", "Virtual meeting, 12–13 October 2020"),
        ("agenda-item", "Item 2 of the provisional agenda"),
        ("agenda-title", "NEASPEC Strategic Plan 2021–2025"),
    ]


def test_what_a_paper_does_not_have_leaves_no_hole(project: Project) -> None:
    bare = Document("som-24/bare", "paper", t("Bare"))
    meeting = replace(MEETING, organization=(), session=None, agenda=())
    root = made(bare, project, meeting)
    assert shape(list(root.iterfind("body/*"))) == [
        ("header", "masthead", "Senior Officials Meeting (SOM) of NEASPECVirtual meeting, 12–13 October 2020"),
        ("h1", "title", "Bare"),
        ("main", None, ""),
    ]
    metas = {found.get("name"): found.get("content") for found in root.iterfind("head/meta")}
    assert metas == {
        "paper": "som-24/bare",
        "meeting": "Senior Officials Meeting (SOM) of NEASPEC",
        "date": "2020-10-12",
        "running-head": "SOM-24",
    }


def test_the_masthead_of_a_report_is_centred_and_its_title_in_capitals(project: Project) -> None:
    report = replace(PAPER, kind="report", symbol=None, title=t("Report of the Meeting"), status=Status.FINAL)
    root = made(report, project)
    assert shape(list(root.iterfind("body/header/*"))) == [
        ("p", "organ-centred", "UNITED NATIONS"),
        ("p", "body-name-centred", "ECONOMIC AND SOCIAL COMMISSION FOR ASIA AND THE PACIFIC"),
        ("p", "meeting-centred", "Twenty-fourth Senior Officials Meeting (SOM) of NEASPEC"),
        ("p", "place-centred", "12–13 October 2020"),
        ("p", "place-centred", "Virtual meeting"),
    ]
    assert texts(root, "body/h1") == ["REPORT OF THE MEETING"]
    assert texts(root, "head/title") == ["Report of the Meeting"]


def test_a_programme_says_nothing_of_distribution(project: Project) -> None:
    root = made(replace(PAPER, kind="programme"), project)
    assert root.find(".//p[@class='distribution']") is None
    assert texts(root, ".//p[@class='agenda-item']") == ["Item 2 of the provisional agenda"]


def test_an_original_is_in_the_language_of_the_paper(project: Project) -> None:
    assert made(replace(PAPER, language="en-GB"), project).get("lang") == "en-GB"


def test_contents_stand_only_where_asked_for_and_lead_to_their_headings(page: Page, project: Project) -> None:
    links = page.root.findall(".//nav//a")
    assert [link.get("href") for link in links][:3] == ["#intro", "#mandate", "#deeper"]
    assert texts(page.root, ".//nav//li")[-5:] == [
        "Annex I Survey results",
        "I. Method",
        "Annex II Background for the Strategic Plan",
        "1. Survey",
        "Appendix Questionnaire",
    ]
    assert made(replace(PAPER, toc=False), project).find(".//nav") is None


def test_captions_say_their_number_and_sequence(page: Page) -> None:
    tables = page.root.findall(".//div[@data-sequence]")
    found = [(part.get("data-sequence"), "".join(part.find("p").itertext())[:8]) for part in tables]  # type: ignore[union-attr]
    assert found == [
        ("Table", "Table 1."),
        ("Table", "Table 2."),
        ("Table", "Table 3."),
        ("Figure", "Figure 1"),
        ("Figure", "Figure 2"),
        ("Figure", "Figure 3"),
        ("Table nfp-2/background", "Table 1."),
    ]


def test_annexes_and_papers_annexed_whole(page: Page) -> None:
    written, whole = page.root.findall("body/section")
    assert (written.get("data-headings"), written.get("data-paper")) == ("I.|A.|1.|(a)", None)
    assert (whole.get("data-headings"), whole.get("data-paper")) == ("1.", "nfp-2/background")
    assert texts(whole, "p") == ["NEASPEC/NFP-2/1"]
    inner = whole.find("section[@class='annex']/h2")
    assert inner is not None
    said = (inner.get("data-sequence"), "".join(inner.itertext()))
    assert said == ("Appendix nfp-2/background", "AppendixQuestionnaire")


def test_the_timetable(page: Page) -> None:
    rows = page.root.findall(".//table[@class='programme']/tbody/tr")
    assert [texts(row, "th")[0] for row in rows] == [
        "Thursday, 6 August 2020 (GMT+9)",
        "14:00–14:15",
        "14:15–16:50",
        "16:50–17:00",
        "18:00",
    ]
    assert [part.tag for part in rows[2].findall("td/*")] == ["p", "p", "ul"]
    assert [part[0].tag for part in (rows[2][1][0], rows[3][1][0])] == ["strong", "em"]
    assert texts(rows[4], "td/p") == ["Conclusions", "Ms. A. Example", "Mr. B"]
    assert texts(page.root, ".//table[@class='programme']/thead/tr/th") == ["Time", "Item"]


def test_lists_of_participants_and_documents(page: Page) -> None:
    looks = ("standing", "delegation", "person")
    people = [(part.get("class"), part.text) for part in page.root.iter("p") if part.get("class") in looks]
    assert people == [
        ("standing", "Delegations"),
        ("delegation", "Japan"),
        ("person", "Ms. A. Example, Director, Ministry of the Environment"),
        ("person", "Mr. B"),
        ("delegation", "Mongolia"),
        ("person", "Mr. C. Example, Ministry of Environment"),
        ("standing", "Observers"),
        ("delegation", "Friends of Herons"),
        ("person", "Ms. D. Example, Chair"),
    ]
    rows = page.root.findall(".//table[@class='documents']//tr")
    assert [texts(row, "*") for row in rows] == [
        ["Symbol", "Title", "Agenda item"],
        ["NEASPEC/SOM(24)/5", "NEASPEC Strategic Plan 2021–2025", "2"],
        ["–", "Report of the Meeting", "–"],
    ]


# ---------------------------------------------------------------- a user's own templates


def own(project: Project, name: str, text: str) -> None:
    file = project.root / "templates" / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, "utf-8")


def faulty(project: Project, kind: str = "note") -> list[tuple[Code, str, str, int]]:
    page, faults = render(Resolved(replace(PAPER, kind=kind), MEETING, REGISTER), project)
    assert page is None
    return [(fault.code, fault.message, fault.at.file, fault.at.line) for fault in faults]


def test_a_new_kind_is_one_template(project: Project) -> None:
    own(project, "note.html.j2", '{% extends "macros/page.html.j2" %}{% block subtitle %}{% endblock %}')
    root = made(replace(PAPER, kind="note"), project)
    assert root.find("body/p[@class='subtitle']") is None
    assert root.find("body/h1") is not None


def test_a_template_of_the_users_own_wins(project: Project) -> None:
    own(project, "macros/masthead.html.j2", "{% macro session() %}S{% endmacro %}{% macro official() %}{% endmacro %}")
    assert made(PAPER, project).find("body/header") is None


@pytest.mark.parametrize(
    ("text", "message", "line"),
    [
        ("one\n{% if %}", "Expected an expression, got `end of statement block`", 2),
        ("one\ntwo\n{{ document.tilte }}", "`Document object` has no attribute `tilte`", 3),
        ("{{ document.title | shout }}", "No filter named `shout`", 1),
        ("\n{{ 1 + 'a' }}", "unsupported operand type(s) for +: `int` and `str`", 2),
        ('{% include "gone.html.j2" %}', "there is no template `gone.html.j2`", 1),
        (
            '{% import "macros/masthead.html.j2" as masthead with context %}\n{{ masthead.lite() }}',
            "there is no macro `lite` in `macros/masthead.html.j2`; did you mean `light`?",
            2,
        ),
        (
            '{% import "macros/masthead.html.j2" as masthead with context %}\n{{ masthead.light(7) }}',
            "macro `light` takes not more than 0 argument(s)",
            2,
        ),
        ("\n{{ document.__class__.__mro__ }}", "access to attribute `__class__` of `Document` object is unsafe", 2),
        ("{{ ''.__class__ }}", "access to attribute `__class__` of `str` object is unsafe", 1),
        ("{{ [].append(1) }}", "access to attribute `append` of `list` object is unsafe", 1),
        (
            "{{ range(1000000000) | list }}",
            "Range too big. The sandbox blocks ranges larger than MAX_RANGE (100000)",
            1,
        ),
    ],
)
def test_a_fault_is_shown_at_its_line(project: Project, text: str, message: str, line: int) -> None:
    own(project, "note.html.j2", text)
    assert faulty(project) == [(Code.TEMPLATE_FAULT, message, "templates/note.html.j2", line)]


@pytest.mark.parametrize("name", ["note.html.j2", "macros/masthead.html.j2"])
def test_a_template_that_is_not_utf_8_is_a_fault_at_its_line(project: Project, name: str) -> None:
    own(project, "note.html.j2", '{% extends "macros/page.html.j2" %}')
    own(project, name, "")
    (project.root / "templates" / name).write_bytes("one\n{# é #}".encode("latin-1"))
    assert faulty(project) == [(Code.TEMPLATE_FAULT, "it is not written in UTF-8", f"templates/{name}", 2)]


def test_a_kind_without_a_template_is_a_fault_of_the_paper(project: Project) -> None:
    message = "there is no template `memo.html.j2` for this kind of paper"
    assert faulty(project, "memo") == [(Code.TEMPLATE_FAULT, message, PAPER.at.file, 1)]


def test_tags_that_do_not_match_are_a_fault_near_their_words(project: Project) -> None:
    own(project, "note.html.j2", "<html>\n<p>so <em>it is</p></html>")
    page, (fault,) = render(Resolved(replace(PAPER, kind="note"), MEETING, REGISTER), project)
    assert page is None
    assert fault.message == "the template makes no well-formed XHTML: mismatched tag"
    assert fault.help == "near `<p>so <em>it is</p></html>`"


def test_what_no_writer_knows_is_named(project: Project) -> None:
    text = '{% extends "macros/page.html.j2" %}{% block subtitle %}<marquee>x</marquee>{% endblock %}'
    own(project, "note.html.j2", text)
    assert [fault[:3] for fault in faulty(project)] == [
        (Code.UNPRINTABLE, "`marquee`: no such element in a page", "templates/note.html.j2"),
        (Code.UNPRINTABLE, "`body`: `marquee` may not stand in it", "templates/note.html.j2"),
    ]


def test_a_fault_of_the_program_is_no_fault_of_the_template(project: Project) -> None:
    broken = replace(PAPER, body=(replace(BODY[0], title=(object(),)),))  # type: ignore[arg-type]
    with pytest.raises(AssertionError):
        render(Resolved(broken, MEETING, REGISTER), project)


def test_text_that_looks_like_markup_stays_text(project: Project) -> None:
    root = made(replace(PAPER, title=t("<script>alert(1)</script> {{ 7 * 7 }}")), project)
    assert texts(root, "body/h1") == ["<script>alert(1)</script> {{ 7 * 7 }}"]


def test_the_shipped_kinds(project: Project) -> None:
    assert {"paper", "report", "programme"} <= set(project.kinds())
    assert not (Path(project.root) / "templates").exists()


def test_the_first_slide_is_made_of_the_paper_and_its_meeting(slides: Page) -> None:
    assert [part.tag for part in slides.root.findall("body/*")] == ["main"]
    first = slides.root.find("body/main/section")
    assert first is not None
    assert (first.get("data-layout"), first.get("data-number")) == ("title", "1")
    assert shape(list(first)) == [
        ("p", "organ", "United Nations"),
        ("p", "body-name", "Economic and Social Commission for Asia and the Pacific"),
        ("h1", "title", "Cranes of the steppe"),
        ("p", "subtitle", "What was counted"),
        ("p", "presenter", "A. N. Example, Officer"),
        ("p", "meeting", "Twenty-fourth Senior Officials Meeting (SOM) of NEASPEC"),
        ("p", "meeting-place", "Virtual meeting, 12–13 October 2020"),
    ]
    metas = {meta.get("name"): meta.get("content") for meta in slides.root.findall("head/meta")}
    assert (metas["running-head"], metas["draft"]) == ("SOM-24", "Draft")
    assert slides.slides


def test_slides_of_a_day_show_that_day_and_no_place_where_none_is_known(project: Project) -> None:
    slides = replace(SLIDES, date=date(2020, 10, 13))
    assert texts(made(slides, project), ".//p[@class='meeting-place']") == ["Virtual meeting, 13 October 2020"]
    nowhere = replace(MEETING, venue="")
    assert texts(made(slides, project, nowhere), ".//p[@class='meeting-place']") == ["13 October 2020"]
    assert texts(made(SLIDES, project, nowhere), ".//p[@class='meeting-place']") == ["12–13 October 2020"]


def test_a_report_of_a_meeting_without_a_venue_leaves_its_line_out(project: Project) -> None:
    report = made(replace(PAPER, kind="report"), project, replace(MEETING, venue=""))
    assert texts(report, ".//p[@class='place-centred']") == ["12–13 October 2020"]


def test_the_slides_of_the_body(slides: Page) -> None:
    others = slides.root.findall("body/main/section")[1:]
    assert [(slide.get("data-layout"), slide.get("data-number"), slide[0].get("id")) for slide in others] == [
        ("section", "2", "lakes"),
        ("content", "3", "pairs"),
        *(("content", str(number), f"body.{number - 1}") for number in (4, 5, 6, 7)),
    ]
    pairs = others[1]
    assert [(part.tag, part.get("class")) for part in pairs] == [
        ("h2", None),
        ("p", "text"),
        ("ul", "list"),
        ("ol", "list"),
        ("aside", "speaker-notes"),
    ]
    assert shape(list(pairs)[:2]) == [("h2", None, "Pairs at two lakes"), ("p", "text", "As slide 2 says:")]
    assert texts(pairs, "aside/p") == ["Say why.", "And when."]
    assert [len(slide.findall("aside")) for slide in others] == [0, 1, 0, 0, 0, 1]
