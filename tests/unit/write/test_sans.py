"""The widths that slides and their charts are measured by, held against the font that most machines have for Arial."""

import subprocess

import pytest
from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

from neaspec_docs.write.sans import width

SAMPLE = (
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789 .,;:!?()-–—‘’“”'\"/%&+=<>@*#$€°²³"
    "ÄÖÜäöüßéèêçñåøæœŁłŚśŞşđ"
    "АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдежзийклмнопрстуфхцчшщъыьэюяёЁ"
)


@pytest.mark.parametrize(("style", "bold"), [("Regular", False), ("Bold", True)])
def test_no_character_is_wider_than_the_table_says_nor_much_narrower(style: str, *, bold: bool) -> None:
    command = ["fc-match", "--format=%{file}", f"Liberation Sans:style={style}"]
    font = TTFont(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    names, advances, square = font.getBestCmap(), font["hmtx"], font["head"].unitsPerEm
    for character in SAMPLE:
        true = advances[names[ord(character)]][0] / square
        assert true - 0.001 <= width(character, bold=bold) <= true + 0.06, character


def test_east_asian_characters_are_square_and_marks_take_no_room() -> None:
    assert [width(character) for character in "多한と"] == [1.0, 1.0, 1.0]
    assert width("\u0301") == 0.0
