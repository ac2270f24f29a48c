"""Where a template stands, and the lines of the contents."""

from dataclasses import replace

from every_block import PAPER, note, t

from neaspec_docs.language.words import ENGLISH
from neaspec_docs.model.block import Section
from neaspec_docs.model.document import DEFAULT_HEADINGS, Annex
from neaspec_docs.model.inline import Text, plain
from neaspec_docs.model.node import Number
from neaspec_docs.model.page import Page
from neaspec_docs.model.scheme import Numeral, Sample
from neaspec_docs.render import contents
from neaspec_docs.render.place import Place

COMPOSITE = (Sample(Numeral.ARABIC, composite=True), None)


def test_headings_of_a_section_stand_after_those_above_it() -> None:
    top = Place(DEFAULT_HEADINGS)
    assert top.written == "I.|A.|1.|(a)"
    below = top.under(Section(t("x"), headings=COMPOSITE))
    assert (below.level, below.written) == (2, "I.|1.1.|")
    assert below.under(Section(t("y"))).written == "I.|1.1.|"


def test_headings_below_the_last_level_leave_levels_without_a_number() -> None:
    deep = Place((Sample(Numeral.UPPER_ROMAN),), level=3)
    assert deep.under(Section(t("x"), headings=COMPOSITE)).written == "I.|||1.1.|"


def test_an_annexed_paper_counts_by_itself_and_an_annex_written_here_does_not() -> None:
    top = Place(DEFAULT_HEADINGS)
    assert top.annexed(Annex(t("x"))).sequence("Table") == "Table"
    whole = top.annexed(Annex((), document=replace(PAPER, name="nfp-2/background", headings=COMPOSITE)))
    assert (whole.sequence("Table"), whole.written) == ("Table nfp-2/background", "1.1.|")


def test_contents_go_three_levels_deep_without_marks_and_name_the_annexes() -> None:
    fourth = Section(t("fourth"), anchor="d")
    third = Section((Text("third"), note(1, "N")), (fourth,), anchor="c", number=Number("1.", "1"))
    body = (Section(t("first"), (Section(t("second"), (third,), anchor="b"),), anchor="a", number=Number("I.", "I")),)
    annexes = (Annex(t("Survey"), anchor="s", number=Number("II", "II")), Annex((), document=PAPER, anchor="p"))
    lines = contents.lines(replace(PAPER, body=body, annexes=annexes), ENGLISH)
    assert [(line.level, line.anchor, line.number, plain(line.words)) for line in lines] == [
        (1, "a", "I.", "first"),
        (2, "b", "", "second"),
        (3, "c", "1.", "third"),
        (1, "s", "Annex II", "Survey"),
        (1, "p", "Annex", "NEASPEC Strategic Plan 2021–2025"),
        *((line.level + 1, line.anchor, line.number, plain(line.words)) for line in contents.lines(PAPER, ENGLISH)),
    ]
    assert lines[2].words == t("third")


def test_the_lines_of_a_paper_annexed_whole_lead_to_headings_of_the_page(page: Page) -> None:
    ids = {element.get("id") for element in page.root.iter()}
    wanted = [line.anchor for line in contents.lines(PAPER, ENGLISH)]
    whole = next(annex for annex in PAPER.annexes if isinstance(annex, Annex) and annex.document)
    assert whole.document is not None
    inner = [line.anchor for line in contents.lines(whole.document, ENGLISH)]
    assert len(inner) == 2
    assert wanted[-len(inner) - 1 :] == [whole.anchor, *inner]
    links = [link.get("href", "") for link in page.root.iterfind(".//nav//a")]
    assert links == [f"#{anchor}" for anchor in wanted]
    assert set(wanted) <= ids
