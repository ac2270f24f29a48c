"""Two small Pages, and what stands in the main text of their redline."""

from xml.etree.ElementTree import XML, tostring

import pytest
from unit.diff.redline.conftest import ByHands, alike, page, pairs, redline, shown

from neaspec_docs.diff.redline import merge, versions
from neaspec_docs.model.page import Page
from neaspec_docs.model.signature import OneHand, Signature


def heading(number: str = "", *, tag: str = "h2", anchor: str = "a", more: str = "", said: str | None = None) -> str:
    level = int(tag[1]) - 1
    attributes = f'id="{anchor}" data-level="{level}"{number and f" data-number={chr(34)}{number}{chr(34)}"}{more}'
    shown = f'<span class="number">{said or number}</span> ' if said or number else ""
    return f'<{tag} {attributes}>{shown}<span class="words">Aim</span></{tag}>'


def section(what: str, level: int = 1) -> str:
    return f'<section data-level="{level}">{what}</section>'


def items(style: str, *inside: str, anchor: str = "l", more: str = "") -> str:
    return f'<ol class="list" id="{anchor}" data-style="{style}"{more}>{"".join(inside)}</ol>'


def item(anchor: str, number: str, words: str, more: str = "") -> str:
    return f'<li id="{anchor}" data-number="{number}"{more}><p>{words}</p></li>'


GONE, COME = ' data-change="deleted"', ' data-change="inserted"'
PICTURE = '<img src="{}.png" alt="A" width="1" height="1"{} />'
FIGURE = '<div class="figure" id="f">{}</div>'


def merged(old: str, new: str, *moved: str) -> str:
    was, now = page(old), page(new)
    return shown(redline(was, now, alike(was, now, *moved)))


@pytest.mark.parametrize(
    ("old", "new", "made"),
    [
        pytest.param(
            '<p class="text" id="a">The plan was adopted.</p>',
            '<p class="text" id="a">The draft was adopted.</p>',
            '<p class="text" id="a">The <del>plan</del><ins>draft</ins> was adopted.</p>',
            id="a word",
        ),
        pytest.param(
            '<p class="text" id="a">It is <em>very</em> good.</p>',
            '<p class="text" id="a">It is <strong>very</strong> good.</p>',
            '<p class="text" id="a">It is <del><em>very</em></del><ins><strong>very</strong></ins> good.</p>',
            id="the look of a word is what makes it another",
        ),
        pytest.param(
            '<p class="text" id="a">In <strong>all six States</strong> it rained.</p>',
            '<p class="text" id="a">In <strong>all seven States</strong> it rained.</p>',
            '<p class="text" id="a">In <strong>all </strong><del><strong>six</strong></del>'
            "<ins><strong>seven</strong></ins><strong> States</strong> it rained.</p>",
            id="words that change within a look keep it",
        ),
        pytest.param(
            heading("I."),
            heading("II."),
            section(
                heading(
                    "II.",
                    more=' data-old-number="I."',
                    said='<del class="renumbered">I.</del><ins class="renumbered">II.</ins>',
                )
            ),
            id="a number that follows from other changes",
        ),
        pytest.param(
            heading("I."),
            heading(),
            section(heading(more=' data-old-number="I."', said='<del class="renumbered">I.</del>')),
            id="a number that is no more",
        ),
        pytest.param(
            heading() + '<p class="text" id="t">One.</p>',
            '<p class="text" id="t">One.</p>',
            heading(more=GONE) + '<p class="text" id="t">One.</p>',
            id="a heading that goes leaves its text, and opens no section",
        ),
        pytest.param(
            heading(),
            heading(tag="h3"),
            heading(anchor="old:a", more=GONE) + section(heading(tag="h3", more=COME), 2),
            id="a heading on another level is another",
        ),
        pytest.param(
            items("(a)", item("x", "(a)", "One"), item("y", "(b)", "Two")),
            items("(a)", item("y", "(a)", "Two"), item("z", "(b)", "Three")),
            items(
                "(a)",
                item("x", "(a)", "One", GONE),
                item("y", "(a)", "Two", ' data-old-number="(b)"'),
                item("z", "(b)", "Three", COME),
            ),
            id="items of a list",
        ),
        pytest.param(
            items("(a)", item("x", "(a)", "One")),
            items("1.", item("x", "1.", "One")),
            items("(a)", item("old:x", "(a)", "One"), anchor="old:l", more=GONE)
            + items("1.", item("x", "1.", "One"), more=COME),
            id="a list in another style is another",
        ),
        pytest.param(
            '<blockquote id="q"><p>One of them.</p><p>Two.</p></blockquote>',
            '<blockquote id="q"><p>Zero.</p><p>One of them all.</p><p>Two.</p></blockquote>',
            f'<blockquote id="q"><p{COME}>Zero.</p><p>One of them<ins> all</ins>.</p><p>Two.</p></blockquote>',
            id="paragraphs without anchors go by their words",
        ),
        pytest.param(
            FIGURE.format(PICTURE.format("a", "")),
            FIGURE.format(PICTURE.format("b", "")),
            FIGURE.format(PICTURE.format("a", GONE) + PICTURE.format("b", COME)),
            id="a picture is its file",
        ),
        pytest.param(
            '<hr class="page-break" id="b"/>', "", f'<hr class="page-break" id="b"{GONE} />', id="a page break"
        ),
    ],
)
def test_blocks(old: str, new: str, made: str) -> None:
    assert merged(old, new) == made


def table(*rows: str, widths: str = "50 50") -> str:
    body = "".join(rows)
    return f'<div class="table" id="t"><table data-widths="{widths}"><tbody>{body}</tbody></table></div>'


def row(anchor: str, *cells: str, change: str = "") -> str:
    made = "".join(cell if cell.startswith("<td") else f"<td>{cell}</td>" for cell in cells)
    return f'<tr id="{anchor}"{change and f" data-change={chr(34)}{change}{chr(34)}"}>{made}</tr>'


def test_rows_and_cells_of_a_table() -> None:
    old = table(row("a", "Japan", "5"), row("b", "China", "7"))
    new = table(row("a", "Japan", "6"), row("c", "Mongolia", "1"))
    made = table(row("a", "Japan", "<del>5</del><ins>6</ins>"), row("b", "China", "7", change="deleted"))
    made = made.replace("</tbody>", row("c", "Mongolia", "1", change="inserted") + "</tbody>")
    assert merged(old, new) == made


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (table(row("a", "Japan", "5")), table(row("a", "Japan", "5", "6"), widths="40 30 30")),
        (table(row("a", "Japan", "5")), table(row("a", '<td colspan="2">Japan 5</td>'))),
        (
            table(row("a", "Japan", "5")),
            table(row("a", "Japan", "5")).replace("<tbody>", '<thead><tr><th scope="col"/></tr></thead><tbody>'),
        ),
        (
            table(row("a", "Japan", "5")).replace("<tbody>", '<thead><tr><th scope="col"/></tr></thead><tbody>'),
            table(row("a", "Japan", "5")).replace(
                "<tbody>", '<thead><tr><th scope="colgroup" colspan="2"/></tr></thead><tbody>'
            ),
        ),
        (
            table(row("a", '<td rowspan="2">Japan</td>', "5"), row("b", "6")),
            table(row("a", '<td rowspan="3">Japan</td>', "5"), row("b", "6"), row("c", "7")),
        ),
        (  # two rows would come between the two that a cell binds
            table(row("a", '<td rowspan="2">Japan</td>', "5"), row("b", "6")),
            table(
                *(row("a", '<td rowspan="2">Japan</td>', "5"), row("x", "6")),
                *(row("y", '<td rowspan="2">China</td>', "7"), row("b", "6")),
            ),
        ),
        (  # the row that came would stand between the two that a cell binds
            table(row("a", '<td rowspan="2">Japan</td>', "5"), row("b", "6")),
            table(row("a", '<td rowspan="2">Japan</td>', "5"), row("c", "7"), row("b", "China", "6")),
        ),
    ],
)
def test_a_table_of_other_columns_or_spans_is_replaced(old: str, new: str) -> None:
    made = merged(old, new)
    assert made.count("<table") == 2
    assert made.index('data-change="deleted"') < made.index('data-change="inserted"')
    assert "<ins>" not in made


def test_a_row_that_no_cell_binds_comes_between_those_that_one_does() -> None:
    bound = row("a", '<td rowspan="2">Japan</td>', "5"), row("b", "6")
    made = merged(table(*bound), table(*bound, row("c", "China", "7")))
    assert made.count("<table") == 1
    assert row("c", "China", "7", change="inserted") in made


def test_a_cell_of_one_line_that_gets_a_second_paragraph() -> None:
    made = merged(table(row("a", "Japan", "5")), table(row("a", "<td><p>Japan</p><p>Tokyo</p></td>", "5")))
    assert '<td><p>Japan</p><p data-change="inserted">Tokyo</p></td>' in made


# ---------------------------------------------------------------- references, notes, moves


def paragraph(anchor: str, number: int, text: str) -> str:
    inside = f'<p><span class="number">{number}.</span> {text}</p>'
    return f'<div class="para" id="{anchor}" data-number="{number}.">{inside}</div>'


def cited(anchor: str, number: int) -> str:
    live = f'<span class="live" data-anchor="{anchor}" data-what="number">{number}</span>'
    return f'<a class="ref" href="#{anchor}">paragraph {live}</a>'


def test_a_reference_that_only_reads_differently_stays() -> None:
    made = merged(
        paragraph("a", 1, "One.") + paragraph("b", 2, f"See {cited('c', 3)}.") + paragraph("c", 3, "Three."),
        paragraph("b", 1, f"See {cited('c', 2)}.") + paragraph("c", 2, "Three."),
    )
    both = '<del class="renumbered">3</del><ins class="renumbered">2</ins>'
    assert f'href="#c">paragraph <span class="live" data-anchor="c" data-what="number">{both}</span></a>' in made
    assert "<del>" not in made


def test_a_block_that_moved_stands_at_both_its_places_with_its_changes_at_the_new_one() -> None:
    first, second = paragraph("a", 1, "One of them."), paragraph("b", 2, "Two.")
    made = merged(first + second, paragraph("b", 1, "Two.") + paragraph("a", 2, "One of these."), "a")
    gone, stays, come = made.split('<div class="para"')[1:]
    assert 'id="old:a"' in gone
    assert 'data-number="1."' in gone
    assert 'data-change="moved-from" data-move="1"' in gone
    assert "One of them." in gone
    assert 'id="b" data-number="1." data-old-number="2."' in stays
    assert 'id="a" data-number="2." ' in come
    assert ' data-change="moved-to"' in come
    assert ' data-move="1"' in come
    assert "One of <del>them</del><ins>these</ins>." in come


def test_a_reference_to_a_block_that_moved_is_told_twice() -> None:
    old = paragraph("a", 1, "One.") + paragraph("b", 2, f"See {cited('a', 1)}.")
    new = paragraph("b", 1, f"See {cited('a', 2)}.") + paragraph("a", 2, "One.")
    made = merged(old, new, "a")
    gone, come = cited("old:a", 1), cited("a", 2)
    assert f'See <del class="renumbered">{gone}</del><ins class="renumbered">{come}</ins>.' in made


def test_a_deleted_reference_leads_to_where_its_target_is_now() -> None:
    was, now = page(paragraph("body.2", 2, f"See {cited('body.3', 3)}.")), page(paragraph("body.1", 1, "See."))
    was.root[1][0].extend(page(paragraph("body.3", 3, "Three.")).root[1][0])
    now.root[1][0].extend(page(paragraph("body.2", 2, "Three.")).root[1][0])
    made = shown(redline(was, now, pairs({"body.2": "body.1", "body.3": "body.2"})))
    assert f"<del> {cited('body.2', 3)}</del>" in made


NOTE = '<span class="footnote" id="fn.n" data-number="{}"><span class="passage">{}</span></span>'
CALL = '<a class="noteref" href="#fn.n" data-number="{0}">{0}</a>'


def test_the_words_of_a_footnote_change_in_place() -> None:
    made = merged(
        f'<p class="text" id="a">One{NOTE.format(2, "The first text.")}</p>',
        f'<p class="text" id="a">One{NOTE.format(1, "The second text.")}</p>',
    )
    assert (
        'One<span class="footnote" id="fn.n" data-number="1" data-old-number="2"><span class="passage">The '
        "<del>first</del><ins>second</ins> text.</span></span></p>" in made
    )


def test_the_call_after_one_that_is_gone_carries_the_note_from_now_on() -> None:
    was = page(f'<p class="text" id="a">One{NOTE.format(1, "Text.")}</p><p class="text" id="b">Two{CALL.format(1)}</p>')
    now = page(f'<p class="text" id="b">Two{NOTE.format(1, "Text.")}</p>')
    made = redline(was, now, alike(was, now))
    assert shown(made).startswith(
        '<p class="text" id="a" data-change="deleted">One<span class="footnote" id="old:fn.n"'
    )
    assert (
        'Two<del class="renumbered"><a class="noteref" href="#old:fn.n" data-number="1">1</a></del>'
        '<ins class="renumbered"><span class="footnote" id="fn.n"' in shown(made)
    )
    assert shown(versions.accepted(made)) == shown(now)


def test_contents_keep_the_lines_of_headings_that_stay() -> None:
    def contents(*lines: str) -> str:
        listed = "".join(f'<li data-level="1"><a href="#{at}"><span class="words">{at}</span></a></li>' for at in lines)
        return f'<nav class="contents"><p class="contents-title">Contents</p><ol>{listed}</ol></nav>'

    def headings(*names: str) -> str:
        return "".join(f'<h2 id="{name}" data-level="1"><span class="words">{name}</span></h2>' for name in names)

    was, now = page(headings("a", "b"), contents("a", "b")), page(headings("a", "c"), contents("a", "c"))
    listed = redline(was, now, alike(was, now)).root.findall("body/nav/ol/li")
    assert [(line.get("data-change"), line[0].get("href")) for line in listed] == [
        (None, "#a"),
        ("deleted", "#b"),
        ("inserted", "#c"),
    ]


def test_marks_are_signed_by_who_changed_the_block() -> None:
    was = page('<p class="text" id="a">One word.</p><p class="text" id="b">Two.</p>')
    now = page('<p class="text" id="a">One place.</p><p class="text" id="c">Three.</p>')
    sign = {("a", "a"): "Ann", ("b", None): "Ben", (None, "c"): "Cho"}
    made = merge.merged(was, now, alike(was, now), ByHands(sign))
    signed = [(part.tag, part.get("data-by")) for part in made.root.iter() if part.get("data-by")]
    assert signed == [("del", "Ann"), ("ins", "Ann"), ("p", "Ben"), ("p", "Cho")]


def test_words_of_two_hands_are_two_marks() -> None:
    was = page('<p class="text" id="a">Old. One word stays.</p>')
    now = page('<p class="text" id="a">Old. They <em>came in</em> spring. One word stays.</p>')
    made = merge.merged(was, now, alike(was, now), ByHands({}, {"They came ": "Ann", "in spring. ": "Ben"}))
    assert shown(made) == (
        '<p class="text" id="a">Old. <ins data-by="Ann">They <em>came </em></ins>'
        '<ins data-by="Ben"><em>in</em> spring. </ins>One word stays.</p>'
    )
    made = merge.merged(now, was, alike(now, was), ByHands({}, {"They came ": "Ann", "in spring. ": "Ben"}))
    assert shown(made).count("<del ") == 2
    assert shown(versions.accepted(made)) == shown(was)
    assert shown(versions.rejected(made)) == shown(now)


@pytest.mark.parametrize("anew", [True, False])
def test_a_line_that_a_masthead_gets_or_loses_is_signed_by_who_wrote_it(*, anew: bool) -> None:
    def top(symbol: str) -> Page:
        made = page("")
        row = '<div class="row masthead-head" data-widths="60 40"><div class="cell"/><div class="cell">{}</div></div>'
        made.root[1].insert(0, XML(f'<header class="masthead">{row.format(symbol)}</header>'))
        return made

    versions = (top(""), top('<p class="symbol">EX/1</p>'))
    was, now = versions if anew else reversed(versions)
    hands = ByHands({("masthead:", "masthead:"): "Ann", (None, None): "Ann"}, {"EX/1": "Ben"})
    made = merge.merged(was, now, alike(was, now), hands)
    (symbol,) = made.root.iterfind(".//p[@class='symbol']")
    assert (symbol.get("data-change"), symbol.get("data-by")) == ("inserted" if anew else "deleted", "Ben")


def test_a_subtitle_that_is_new_is_signed_by_who_wrote_it() -> None:
    was, now = page(""), page("", before='<p class="subtitle">Note by the Secretariat</p>')
    made = merge.merged(was, now, alike(was, now), ByHands({}, {"Note by the Secretariat": "Ben"}))
    assert [part.get("data-by") for part in made.root.iter("p")] == ["Ben"]


def test_the_head_says_what_it_said() -> None:
    was, now = page(""), page("")
    was.root[0].append(was.root[0].makeelement("meta", {"name": "draft", "content": "Draft"}))
    made = redline(was, now, alike(was, now))
    assert tostring(made.root[0][-1]) == b'<meta name="draft" content="" data-old="Draft" />'
    assert versions.accepted(made).root[0].find("meta") is None
    said = versions.rejected(made).root[0].find("meta")
    assert said is not None
    assert said.get("content") == "Draft"


def test_neither_version_is_changed_by_it() -> None:
    was, now = page(paragraph("a", 1, "One.")), page(paragraph("a", 2, "Two."))
    before = tostring(was.root), tostring(now.root)
    redline(was, now, alike(was, now))
    assert (tostring(was.root), tostring(now.root)) == before


def test_there_must_be_a_version() -> None:
    nothing: Page | None = None
    with pytest.raises(ValueError, match="nothing"):
        merge.merged(nothing, nothing, pairs({}), OneHand(Signature()))
