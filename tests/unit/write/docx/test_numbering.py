"""What Word will show at each paragraph of a list, worked out while writing."""

from collections.abc import Sequence
from xml.etree.ElementTree import Element

import pytest
from lxml import etree
from unit.write.docx.word_file import own, page, write

from neaspec_docs.write.docx.lists import Lists
from neaspec_docs.write.docx.numbering import Mismatch, Numbering, heading_levels
from neaspec_docs.write.docx.revisions import Edition
from neaspec_docs.write.docx.stylesheet import Stylesheet
from neaspec_docs.write.docx.wordml import Markup, part, w


@pytest.fixture
def numbering() -> Numbering:
    return Numbering(Stylesheet(w("styles")))


def numbered(number: str | None) -> Element:
    return Element("h2") if number is None else Element("h2", {"data-number": number})


def heading(lists: Lists, depth: int, number: str | None) -> Sequence[Markup]:
    """Return what numbers a heading that no redline knows of: the same in both its versions."""
    listed = lists.heading(depth, numbered(number))
    assert listed.before is None
    return listed.properties


def annex(samples: str | None) -> Element:
    return Element("section", {} if samples is None else {"data-headings": samples})


def both(samples: str | None) -> dict[Edition, str | None]:
    return dict.fromkeys(Edition, samples)


def instances(numbering: Numbering) -> dict[str, dict[str, str]]:
    """Return of each `w:num` what each of its overridden levels begins at or shows."""
    root = etree.fromstring(part(numbering.xml()))
    w_ = f"{{{root.nsmap['w']}}}"
    return {
        num.get(f"{w_}numId", ""): {
            override.get(f"{w_}ilvl", ""): " ".join(
                element.get(f"{w_}val", "") for element in override.iter(f"{w_}startOverride", f"{w_}lvlText")
            )
            for override in num.iter(f"{w_}lvlOverride")
        }
        for num in root.iter(f"{w_}num")
    }


@pytest.mark.parametrize(
    ("samples", "shown"),
    [
        ("I.|A.|1.|(a)|", ["%1.", "%2.", "%3.", "(%4)", ""]),
        ("I.|1.|1.1.|", ["%1.", "%2.", "%2.%3.", "", ""]),
        ("1.|1.1.|1.1.1|1.1.1.1|a)", ["%1.", "%1.%2.", "%1.%2.%3", "%1.%2.%3.%4", "%5)"]),
        ("(1)|1.1.", ["(%1)", "(%1).%2.", "", "", ""]),
        ("||", ["", "", "", "", ""]),
    ],
)
def test_samples_become_the_text_of_levels(samples: str, shown: list[str]) -> None:
    assert [level.shows for level in heading_levels(samples)] == shown


def test_levels_below_begin_again(numbering: Numbering) -> None:
    lists = Lists(numbering, "I.|A.|1.|(a)|")
    for depth, number in ((0, "I."), (1, "A."), (2, "1."), (2, "2."), (1, "B."), (2, "1."), (0, "II."), (1, "A.")):
        assert heading(lists, depth, number) == []


def test_a_composite_joins_the_level_above(numbering: Numbering) -> None:
    lists = Lists(numbering, "I.|1.|1.1.||")
    for depth, number in (
        (0, "I."),
        (1, "1."),
        (1, "2."),
        (2, "2.1."),
        (2, "2.2."),
        (0, "II."),
        (1, "1."),
        (2, "1.1."),
    ):
        assert heading(lists, depth, number) == []


def test_a_level_without_a_number_counts_unseen_so_that_the_next_begins_again(numbering: Numbering) -> None:
    lists = Lists(numbering, "I.||1.||")
    heading(lists, 0, "I.")
    for _ in range(2):
        heading(lists, 1, None)
        assert heading(lists, 2, "1.") == []
        assert heading(lists, 2, "2.") == []
    assert len(instances(numbering)) == 2


def test_under_a_heading_that_lost_its_number_a_new_instance_begins_again(numbering: Numbering) -> None:
    lists = Lists(numbering, "I.|A.|||")
    heading(lists, 0, "I.")
    heading(lists, 1, "A.")
    heading(lists, 0, None)
    assert heading(lists, 1, "A.") != []
    assert heading(lists, 1, "B.") == []
    assert heading(lists, 0, "II.") == []
    assert {"1": "1"} in instances(numbering).values()


def test_a_section_of_other_headings_keeps_its_parents_count(numbering: Numbering) -> None:
    lists = Lists(numbering, "I.|1.|||")
    heading(lists, 0, "I.")
    before = lists.headings(both("I.|(a)|||"))
    assert heading(lists, 0, "II.") != []
    heading(lists, 1, "(a)")
    lists.headings_again(before)
    assert heading(lists, 0, "III.") == []
    assert {"1": "(%2)"} in instances(numbering).values()


def test_an_annex_begins_everything_again(numbering: Numbering) -> None:
    lists = Lists(numbering, "I.|A.|||")
    heading(lists, 0, "I.")
    lists.paragraph(numbered("1."))
    lists.paragraph(numbered("2."))
    lists.enter_annex(annex("1.|A.|||"))
    heading(lists, 0, "1.")
    lists.paragraph(numbered("1."))
    assert instances(numbering)["3"] == {"0": "1 %1."}
    assert instances(numbering)["4"] == {"0": "1"}


def test_in_an_annex_the_first_heading_begins_again_under_whichever_instance(numbering: Numbering) -> None:
    lists = Lists(numbering, "I.|A.|||")
    heading(lists, 0, "I.")
    heading(lists, 0, "II.")
    lists.enter_annex(annex(None))
    before = lists.headings(both("I.|1.|||"))
    heading(lists, 0, "I.")
    heading(lists, 1, "1.")
    lists.headings_again(before)
    heading(lists, 0, "II.")
    heading(lists, 1, "A.")
    assert instances(numbering)["3"] == {}
    assert instances(numbering)["5"] == {"0": "1", "1": "%2."}


def test_a_level_that_a_deeper_one_came_before_is_told_to_begin_at_1(numbering: Numbering) -> None:
    """LibreOffice would go on with 2: to it the deeper heading stands under a first one that nobody sees."""
    lists = Lists(numbering, "I.|A.|||")
    heading(lists, 0, None)
    assert heading(lists, 1, "A.") == []
    assert heading(lists, 0, "I.") != []
    assert heading(lists, 0, "II.") == []
    assert list(instances(numbering).values()).count({"0": "1"}) == 1


def test_each_list_in_an_item_begins_again() -> None:
    inner = '<ol class="list" data-style="i."><li data-number="i."><p>Reed.</p></li></ol>'
    items = "".join(f'<li id="l.{mark}" data-number="({mark})"><p>Ford:</p>{inner}</li>' for mark in "ab")
    made = write(page(f'<ol class="list" id="l" data-style="(a)">{items}</ol>'))
    begun = [
        (own(override, ".")["ilvl"], own(override, "w:startOverride")["val"])
        for override in made.all("w:num/w:lvlOverride", "word/numbering.xml")
    ]
    assert begun == [("0", "1"), ("1", "1"), ("1", "1")]


def test_a_number_that_word_would_not_show_is_our_bug(numbering: Numbering) -> None:
    lists = Lists(numbering, "I.|A.|||")
    heading(lists, 0, "I.")
    with pytest.raises(Mismatch, match=r"`I\.`.*`III\.`"):
        heading(lists, 0, "III.")
    lists.paragraph(numbered("1."))
    with pytest.raises(Mismatch, match=r"`2\.`.*`1\.`"):
        lists.paragraph(numbered("1."))
