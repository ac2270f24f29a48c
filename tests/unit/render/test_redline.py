"""The summary before a redline, and the list of what a redline may hold."""

from dataclasses import replace
from pathlib import Path
from xml.etree.ElementTree import XML

import pytest

from neaspec_docs.diagnostics.codes import Code
from neaspec_docs.diagnostics.span import NOWHERE
from neaspec_docs.model.change import Change, Changes, Kind, PaperChanges, Renumbered, Reread, Side, Words
from neaspec_docs.model.page import Page
from neaspec_docs.project import Project
from neaspec_docs.render.redline import with_summary
from neaspec_docs.render.redline_vocabulary import REDLINE_RULES, faults
from neaspec_docs.render.vocabulary import RULES
from neaspec_docs.render.vocabulary import faults as plain_faults

HEAD = '<html lang="en"><head><title>T</title></head>'
BODY = '<body class="paper" data-headings="I." data-redline="tracked">'


def redline(main: str) -> Page:
    return Page("moot-1/paper", XML(f"{HEAD}{BODY}<main>{main}</main></body></html>"))


def side(number: str, text: str, anchor: str) -> Side:
    return Side(f"{number}.", text, NOWHERE, f"paragraph {number}", anchor=anchor)


def changes(*some: Change) -> Changes:
    return Changes("May", "June <b>", (PaperChanges("moot-1/paper", "T", some),))


CHANGED = Change(
    Kind.CHANGED,
    "paragraph",
    None,
    side("1", "It was good.", "a"),
    side("2", "It was best.", "a"),
    (Words("It was ", "It was "), Words("good", "best"), Words(".", ".")),
)
REMOVED = Change(Kind.REMOVED, "paragraph", None, side("3", "Words " * 30, "b"), None)


def rows(page: Page) -> list[list[str]]:
    return [["".join(cell.itertext()) for cell in row] for row in page.root.iterfind("body/aside/table/tbody/tr")]


def test_it_says_what_changed_and_leads_there(tmp_path: Path) -> None:
    page, said = with_summary(
        redline('<p class="text" id="a">x</p><p class="text" id="old:b">y</p><p class="text" id="b">z</p>'),
        changes(CHANGED, REMOVED),
        Project(tmp_path),
    )
    assert said == []
    assert faults(page.root) == []
    assert page.root.findtext("body/aside/p") == "Changes to T"
    assert page.root.findall("body/aside/p")[1].text == "From May to June <b>: 2 changes (1 changed, 1 removed)."
    assert rows(page)[0] == ["Paragraph 1 → 2", "Changed: “good” → “best”"]
    assert rows(page)[1][0] == "Paragraph 3"
    assert rows(page)[1][1].endswith("Words Words…”")
    assert [link.get("href") for link in page.root.iterfind("body/aside//a")] == ["#a", "#old:b"]


def test_of_a_paper_in_which_nothing_changed_it_says_so(tmp_path: Path) -> None:
    page, _ = with_summary(redline(""), Changes("May", "June", ()), Project(tmp_path))
    assert [part.text for part in page.root.iterfind("body/aside/p")][2:] == ["The two versions are the same."]


@pytest.mark.parametrize(
    "marked",
    ['<p class="text" id="a"><ins>Ulaanbaatar</ins></p>', '<p class="text" id="a" data-change="inserted">x</p>',
     '<p id="a" data-number="2." data-old-number="1.">x</p>'],
)  # fmt: skip
def test_a_marked_page_is_never_the_same(marked: str, tmp_path: Path) -> None:
    page, _ = with_summary(redline(marked), Changes("May", "June", ()), Project(tmp_path))
    said = [part.text for part in page.root.iterfind("body/aside/p")][2:]
    assert said == ["No words of the paper itself changed. What is marked follows from changes elsewhere."]


def test_the_changes_of_its_meeting_stand_in_the_summary(tmp_path: Path) -> None:
    whole = Side(None, "", NOWHERE, "meeting")
    venue = Change(
        Kind.CHANGED, "field", None, Side(None, "Seoul", NOWHERE, "venue"), Side(None, "Tokyo", NOWHERE, "venue"),
        (Words("Seoul", "Tokyo"),),
    )  # fmt: skip
    meeting = PaperChanges("moot-1", "Moot", (Change(Kind.CHANGED, "meeting", "moot-1", whole, whole, (), (venue,)),))
    page, _ = with_summary(redline(""), Changes("May", "June", (meeting,)), Project(tmp_path))
    assert rows(page) == [["Meeting", "Changed: venue: “Seoul” → “Tokyo”"]]


def test_its_title_names_the_paper_by_symbol_and_title(tmp_path: Path) -> None:
    page = redline("")
    page.root[0].append(XML('<meta name="symbol" content="UL/1"/>'))
    made, _ = with_summary(page, Changes("May", "June", ()), Project(tmp_path))
    title = made.root.find("body/aside/p")
    assert title is not None
    assert list(title.itertext()) == ["Changes to UL/1", "T"]


def test_words_that_went_or_came_alone_say_so(tmp_path: Path) -> None:
    went, came = (replace(CHANGED, words=words) for words in ((Words("gladly", ""),), (Words("", "well"),)))
    page, _ = with_summary(redline(""), changes(went, came), Project(tmp_path))
    assert [row[1] for row in rows(page)] == ["Changed: “gladly” deleted", "Changed: “well” inserted"]


def test_references_that_read_differently_are_listed(tmp_path: Path) -> None:
    reread = (
        Reread("moot-1/paper", "a", "paragraph 3", "paragraph 2", NOWHERE),
        Reread("moot-1/paper", "a", "paragraph 3", "paragraph 2", NOWHERE),
        Reread("moot-1/report", "a", "paragraph 3", "paragraph 2", NOWHERE),
    )
    mine = PaperChanges("moot-1/paper", "T", (CHANGED,), references=reread)
    page, _ = with_summary(redline(""), Changes("May", "June", (mine,)), Project(tmp_path))
    assert page.root.findall("body/aside/p[@class='remark']")[-1].text == (
        "3 references read differently: “paragraph 3” is now “paragraph 2” (2 times); "
        "“paragraph 3” is now “paragraph 2” in moot-1/report."
    )


def test_the_redline_itself_stays_as_it_was(tmp_path: Path) -> None:
    page = redline("")
    with_summary(page, changes(CHANGED), Project(tmp_path))
    assert page.root.find("body/aside") is None


@pytest.mark.parametrize("template", ["{{ 1 / 0 }}", "<aside>"])
def test_a_template_of_ones_own_may_fail(tmp_path: Path, template: str) -> None:
    own = tmp_path / "templates/review/summary.html.j2"
    own.parent.mkdir(parents=True)
    own.write_text(template)
    page, said = with_summary(redline(""), changes(CHANGED), Project(tmp_path))
    assert [fault.code for fault in said] == [Code.TEMPLATE_FAULT]
    assert page.root.find("body/aside") is None


# ---------------------------------------------------------------- the vocabulary


@pytest.mark.parametrize(
    ("main", "fault"),
    [
        ('<p class="text" id="a" data-change="gone">x</p>', "`p`: `data-change` is one of"),
        ('<p class="text" id="a"><ins>x<del>y</del></ins></p>', "may not stand in it"),
        ('<p class="text" id="a" data-change="inserted">x<del>y</del></p>', "`del`: a mark within what is marked"),
        ('<p class="text" id="a"><ins><p>x</p></ins></p>', "`p` may not stand in it"),
        ('<p class="text" id="a" data-change="moved-to" data-move="1">x</p>', "the move 1 has not both its ends"),
        ('<p class="text" id="a"><ins class="new">x</ins></p>', "it may not have the class `new`"),
    ],
)
def test_what_a_redline_may_not_hold(main: str, fault: str) -> None:
    assert fault in " ".join(faults(redline(main).root))


def test_what_it_may_hold() -> None:
    moved = '<p class="text" id="{}" data-change="{}" data-move="1" data-by="Ann" data-on="x">x{}</p>'
    main = moved.format("old:a", "moved-from", "") + moved.format("a", "moved-to", "<ins>y</ins>")
    bare = (
        '<h2 id="h" data-level="1" data-number="I." data-change="deleted" data-headings="I."><span class="words"/></h2>'
    )
    assert faults(redline(main + bare).root) == []


def test_no_other_page_may_hold_marks() -> None:
    body = '<body class="paper" data-headings=""><main><p class="text">x<ins>y</ins></p></main></body>'
    assert plain_faults(XML(f"{HEAD}{body}</html>")) == ["`ins`: no such element in a page"]


def test_the_page_of_the_docs_names_what_a_redline_adds() -> None:
    docs = (Path(__file__).parents[3] / "docs/page.md").read_text("utf-8")
    redlines = docs[docs.index("## The redline") : docs.index("## Inside a paragraph")]
    classes = {name for rule in REDLINE_RULES.values() for name in rule.classes or ()}
    known = {name for rule in RULES.values() for name in rule.classes or ()}
    for word in (set(REDLINE_RULES) - set(RULES)) | (classes - known):
        assert word in redlines


def test_what_moved_as_it_was_is_told_by_its_first_words(tmp_path: Path) -> None:
    """Its type alone, and that it moved, would say nothing."""
    there = Side(None, "Evaluation will include an assessment.", NOWHERE, "text", anchor="a")
    moved = Change(Kind.MOVED, "text", None, replace(there, anchor="old:a"), there)
    page, _ = with_summary(redline('<p class="text" id="a">x</p>'), changes(moved), Project(tmp_path))
    assert rows(page) == [["Text", "Moved: “Evaluation will include an assessment.”"]]


def test_what_moved_within_one_place_says_from_where_to_where(tmp_path: Path) -> None:
    first, third = (
        Side(None, "It rained.", NOWHERE, f"{nth} text in section 1", anchor="a") for nth in ("first", "third")
    )
    moved = Change(Kind.MOVED, "text", None, first, third)
    page, _ = with_summary(redline('<p class="text" id="a">x</p>'), changes(moved), Project(tmp_path))
    assert rows(page) == [["Text", "Moved from first text in section 1 to third text in section 1: “It rained.”"]]


def test_of_words_in_another_type_it_says_so_without_markup(tmp_path: Path) -> None:
    italic = replace(CHANGED, words=(Words("Panthera uncia", "*Panthera uncia*", "Panthera uncia"),))
    page, _ = with_summary(redline(""), changes(italic), Project(tmp_path))
    assert rows(page)[0][1] == "Changed: “Panthera uncia” is set or linked otherwise"


def test_it_is_said_in_the_language_of_the_paper(tmp_path: Path) -> None:
    page = redline("")
    page.root.set("lang", "fr")
    labels = replace(CHANGED, type="text", old=Side(None, "", NOWHERE), new=Side(None, "", NOWHERE))
    renumbered = Renumbered("paragraph", None, *(Side(n, "", NOWHERE, f"paragraphe {n[0]}") for n in ("3.", "4.")))
    paper = PaperChanges("moot-1/paper", "T", (labels, labels), (renumbered,))
    made, _ = with_summary(page, Changes("mai", "juin", (paper,)), Project(tmp_path))
    assert made.root.findall("body/aside/p")[1].text == "Mai → juin\xa0: 2 changements (modifications\xa0: 2)."
    assert rows(made)[0] == ["Texte", "Modification\xa0: «\xa0good\xa0» → «\xa0best\xa0»"]
    remark = made.root.findtext("body/aside/p[@class='remark']")
    assert remark == "Nouvelle numérotation\xa0: paragraphe 3 → paragraphe 4."


def test_words_are_marked_in_a_paragraph_of_which_the_end_alone_came() -> None:
    split = '<p class="text" id="a" data-change="{}">One <ins>two</ins>.</p><p class="text" id="b">Three.</p>'
    assert faults(redline(split.format("split")).root) == []
    assert faults(redline(split.format("inserted")).root) == ["`ins`: a mark within what is marked"]
