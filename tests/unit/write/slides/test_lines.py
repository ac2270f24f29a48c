"""How many lines a paragraph takes."""

from xml.etree import ElementTree as ET

import pytest

from neaspec_docs.write.slides import lines


def paragraph(markup: str) -> ET.Element:
    return ET.fromstring(f"<p>{markup}</p>")  # noqa: S314 -- our own


def count(markup: str, width: float, *, bold: bool = False) -> int:
    return lines.count(paragraph(markup), width, 18, bold=bold)


TEN = lines.length("word word word word word word word word word word", 18)


@pytest.mark.parametrize(
    ("markup", "share", "expected"),
    [
        ("", 1, 1),
        ("word " * 10, 1.01, 1),
        ("word " * 11, 1.01, 2),
        ("word " * 10, 0.52, 2),
        ("word word<br/>word", 1, 2),
        ("word-" * 10, 0.4, 4),
        ("多" * 30, 0.5, 3),  # 24 em to a line of ten words, a square character an em
    ],
)
def test_lines_break_where_programs_break_them(markup: str, share: float, expected: int) -> None:
    assert count(markup, TEN * share) == expected


@pytest.mark.parametrize("width", [0, -20])
def test_a_column_that_has_no_room_has_a_character_a_line(width: float) -> None:
    assert 5 <= count("w" * 10, width) <= 10


def test_a_word_longer_than_a_line_is_cut() -> None:
    assert count("w" * 100, TEN) == 3


def test_bold_words_take_more_room_than_plain_ones_and_raised_ones_less() -> None:
    plain = "measures of the water of the river " * 3
    room = lines.length(plain.strip(), 18) + 0.1
    assert count(plain, room) == 1
    assert count(f"<strong>{plain}</strong>", room) == 2
    assert count(plain, room, bold=True) == 2
    assert count(f"<sup>{plain}</sup>", room * 0.8) == 1


def test_space_between_elements_is_one_space() -> None:
    whole = lines.length("the upper shires", 18) + 0.1
    assert count("the <strong>upper</strong>\n shires", whole * 1.08) == 1


def test_the_longest_word_is_the_one_that_is_not_broken() -> None:
    found = lines.longest_word(paragraph("a Transboundary-cooperation of all"), 14)
    assert found == pytest.approx(lines.length("Transboundary-", 14))
