"""A redline in the style of negotiated texts: new words in bold, old ones struck out in brackets."""

from xml.etree.ElementTree import XML, tostring

import pytest
from unit.diff.redline.conftest import alike, page, redline, shown

from neaspec_docs.diff.redline.brackets import bracketed
from neaspec_docs.render.redline_vocabulary import faults

CHART = (
    '<div class="chart" data-type="pie" data-alt="A pie."><table class="chart-data" data-widths="100"><tbody><tr>'
    '<td data-value="{}">{}</td></tr></tbody></table></div>'
)
NOTE = '<span class="footnote" id="fn.n" data-number="1"><span class="passage">See there.</span></span>'
ITEM = '<li id="{}" data-number="{}"><p>{}</p></li>'


def brackets(old: str, new: str) -> str:
    was, now = page(old), page(new)
    return shown(bracketed(redline(was, now, alike(was, now))))


def items(*inside: str) -> str:
    return f'<ol class="list" id="l" data-style="(a)">{"".join(inside)}</ol>'


def paragraph(anchor: str, number: int, text: str) -> str:
    inside = f'<p><span class="number">{number}.</span> {text}</p>'
    return f'<div class="para" id="{anchor}" data-number="{number}.">{inside}</div>'


@pytest.mark.parametrize(
    ("old", "new", "made"),
    [
        pytest.param(
            '<p class="text" id="a">By 2020 we act.</p>',
            '<p class="text" id="a">By 2021 we act.</p>',
            '<p class="text" id="a">By <s>[2020]</s> <strong>2021</strong> we act.</p>',
            id="words",
        ),
        pytest.param(
            '<p class="text" id="a">We do so gladly.</p>',
            '<p class="text" id="a">We do so.</p>',
            '<p class="text" id="a">We do so <s>[gladly]</s>.</p>',
            id="the blank before words stays outside",
        ),
        pytest.param(
            paragraph("a", 1, "One.") + paragraph("b", 2, "Two."),
            paragraph("b", 1, "Two.") + paragraph("c", 2, "Three."),
            '<p class="text" id="a"><s>[1. One.]</s></p>'
            + paragraph("b", 1, "Two.")
            + paragraph("c", 2, "<strong>Three.</strong>").replace('data-number="2."', 'data-number="2." data-new=""'),
            id="a paragraph that is gone has its number as a word, one that stays its new one",
        ),
        pytest.param(
            '<h2 id="a" data-level="1" data-number="I."><span class="number">I.</span>'
            ' <span class="words">Aim</span></h2>',
            "",
            '<h2 id="a" data-level="1"><span class="words"><s>[I. Aim]</s></span></h2>',
            id="a heading",
        ),
        pytest.param(
            items(ITEM.format("x", "(a)", "One"), ITEM.format("y", "(b)", "Two"), ITEM.format("z", "(c)", "Three")),
            items(ITEM.format("y", "(a)", "Two")),
            '<p class="text" id="x"><s>[(a) One]</s></p>'
            '<ol class="list" id="l" data-style="(a)"><li id="y" data-number="(a)"><p>Two</p>'
            '<p id="z"><s>[(c) Three]</s></p></li></ol>',
            id="items count no more, and break no list in two",
        ),
        pytest.param(
            f'<p class="text" id="a">One is said here.{NOTE}</p>',
            '<p class="text" id="a">One is said here.</p>',
            '<p class="text" id="a">One is said here.<s>[<sup>1</sup>[See there.]]</s></p>',
            id="a footnote stands where it was called",
        ),
        pytest.param(
            '<p class="text" id="a">One is said here.</p>',
            f'<p class="text" id="a">One is said here.{NOTE}</p>',
            '<p class="text" id="a">One is said here.<strong><span class="footnote" id="fn.n" data-number="1">'
            '<span class="passage"><strong>See there.</strong></span></span></strong></p>',
            id="a new footnote is bold at its foot too",
        ),
        pytest.param(
            f'<div class="figure" id="f">{CHART.format(1, 1)}</div>',
            f'<div class="figure" id="f">{CHART.format(2, 2)}</div>',
            f'<div class="figure" id="f"><p class="remark"><s>[A pie.]</s></p>{CHART.format(2, 2)}</div>',
            id="a chart that is gone leaves what it showed",
        ),
        pytest.param(
            '<div class="table" id="t" data-sequence="Table"><p class="caption"><span class="label">Table '
            '<span class="number">1</span></span>. <span class="words">Rain</span></p>'
            '<table data-widths="100"><tbody><tr id="r"><td>5</td></tr></tbody></table></div>',
            "",
            '<div class="table" id="t"><p class="caption"><span class="words"><s>[Table 1. Rain]</s></span></p>'
            '<table data-widths="100"><tbody><tr id="r"><td><s>[5]</s></td></tr></tbody></table></div>',
            id="a table that is gone counts no more",
        ),
    ],
)
def test_brackets(old: str, new: str, made: str) -> None:
    assert brackets(old, new) == made


def heading(anchor: str, words: str, number: str = "I.") -> str:
    inside = f'<span class="number">{number}</span> <span class="words">{words}</span>'
    return f'<h2 id="{anchor}" data-level="1" data-number="{number}">{inside}</h2>'


@pytest.mark.parametrize(
    ("old", "new", "made"),
    [
        pytest.param(
            heading("a", "Aim"), heading("a", "Aim of all"), 'Aim<strong data-new=""> of all</strong>', id="heading"
        ),
        pytest.param("", heading("a", "Aim"), '<strong data-new="">Aim</strong>', id="new heading"),
        pytest.param(
            '<p class="text" id="a">We <strong>ask all</strong>.</p>',
            '<p class="text" id="a">We <strong>ask of all</strong>.</p>',
            "<strong>of </strong>",
            id="strong",
        ),
    ],
)
def test_new_words_in_bold_type_are_underlined(old: str, new: str, made: str) -> None:
    assert made in brackets(old, new)


def test_new_words_in_other_type_are_not() -> None:
    new = '<p class="text" id="a">We ask <strong>all</strong> to act.</p>'
    assert "data-new" not in brackets('<p class="text" id="a">We act.</p>', new)


def test_a_new_item_says_that_its_mark_is_new() -> None:
    one, two = ITEM.format("x", "(a)", "One"), ITEM.format("y", "(b)", "Two")
    assert 'id="y" data-number="(b)" data-new=""' in brackets(items(one), items(one, two))
    assert 'id="x" data-number="(a)"><p>' in brackets(items(one), items(one, two))


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        pytest.param(
            paragraph("a", 1, "One.") + paragraph("b", 2, "Two."),
            paragraph("b", 1, "Two.") + paragraph("a", 2, "One."),
            '<span class="number">2.</span> <strong data-at><em>[moved from paragraph 1]</em> One.</strong>',
            id="paragraph",
        ),
        pytest.param(
            '<p class="text" id="a">One.</p><p class="text" id="b">Two.</p>',
            '<p class="text" id="b">Two.</p><p class="text" id="a">One.</p>',
            "<strong data-at><em>[moved]</em> One.</strong>",
            id="no number",
        ),
        pytest.param(
            heading("a", "Aim") + heading("b", "End", "II."),
            heading("b", "End") + heading("a", "Aim", "II."),
            '<strong data-new=""><em>[moved from section I]</em> Aim</strong>',
            id="heading",
        ),
    ],
)
def test_what_moved_says_from_where(old: str, new: str, said: str) -> None:
    was, now = page(old), page(new)
    made = bracketed(redline(was, now, alike(was, now, "a")))
    assert said.replace(" data-at", "") in shown(made)
    assert faults(made.root) == []


def test_nothing_leads_to_what_is_words_now() -> None:
    was, now = page(f'<p class="text" id="a">One.{NOTE}</p>'), page('<p class="text" id="a">One.</p>')
    made = redline(was, now, alike(was, now))
    for body in made.root.iterfind("body"):
        body.insert(0, XML('<aside class="changes"><p><a class="ref" href="#fn.n">Footnote 1</a></p></aside>'))
    aside = bracketed(made).root.find("body/aside/p")
    assert aside is not None
    assert tostring(aside, encoding="unicode") == "<p><span>Footnote 1</span></p>"


def test_the_page_says_that_it_is_one() -> None:
    was = page("")
    assert bracketed(redline(was, was, alike(was, was))).root[1].get("data-redline") == "brackets"
