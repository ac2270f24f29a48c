"""Panels in Word: a table that only lays out, whole on its page where it is short, described and named."""

import pytest
from lxml import etree
from unit.write.docx.word_file import NAMESPACES, W, own, page, words, write


def row(*texts: str) -> str:
    share = " ".join([str(100 // len(texts))] * len(texts))
    cells = "".join(f'<div class="cell"><p class="panel-title">Pond</p><p>{text}</p></div>' for text in texts)
    return f'<div class="row panels" data-widths="{share}">{cells}</div>'


def figure(*rows: str, below: str = "") -> str:
    caption = '<p class="caption"><span class="words">Ponds</span></p>'
    return f'<div class="figure" id="f" data-alt="Four ponds">{caption}{"".join(rows)}{below}</div>'


def kept(markup: str) -> list[bool]:
    """Return of each row whether it stays on the page of what follows."""
    made = write(page(markup))
    return [row.find(".//w:keepNext", NAMESPACES) is not None for row in made.all(".//w:tr")]


def test_panels_are_named_and_described_and_have_no_head() -> None:
    made = write(page(figure(row("a", "b"), row("c", "d"))))
    (table,) = made.all(".//w:tbl")
    assert own(table, "w:tblPr/w:tblCaption") == {"val": "Ponds"}
    assert own(table, "w:tblPr/w:tblDescription") == {"val": "Four ponds"}
    assert own(table, "w:tblPr/w:tblLook")["firstRow"] == "0"
    assert made.all(".//w:tblHeader") == []
    assert [words(cell) for cell in table.iter(f"{W}tc")] == ["Ponda", "Pondb", "Pondc", "Pondd"]


def test_a_row_is_never_broken_across_pages() -> None:
    made = write(page(figure(row("a", "b"), row("c"))))
    assert [found.find("w:trPr/w:cantSplit", NAMESPACES) is not None for found in made.all(".//w:tr")] == [True, True]


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        (figure(row("a", "b"), row("c", "d"), row("e")), [True, True, False]),
        (figure(row("a"), row("b"), below='<p class="note">A note.</p>'), [True, True]),
        (figure(*[row("a", "b")] * 4), [False] * 4),
        (figure(row("water " * 400, "b"), row("c")), [False, False]),
    ],
    ids=["short", "with a note", "four rows", "too long for a page"],
)
def test_short_panels_stay_on_one_page(markup: str, expected: list[bool]) -> None:
    assert kept(markup) == expected


def test_a_masthead_is_as_it_was() -> None:
    rows = '<div class="row masthead-head" data-widths="60 40"><div class="cell"><p class="organ">A</p></div></div>'
    made = write(page(rows))
    assert made.all(".//w:tblDescription") == []
    assert [etree.QName(found).localname for found in made.all(".//w:tr//w:keepNext")] == []
