"""Words in scripts with and without blanks, and letters stored in two ways."""

import pytest
from every_block import w
from two_versions import content, told, version

from neaspec_docs.diff.changes import of
from neaspec_docs.language import lettering
from neaspec_docs.model.block import Paragraph
from neaspec_docs.model.change import Kind


@pytest.mark.parametrize(
    ("old", "new", "gone", "come"),
    [
        ("会议通过了计划", "会议通过了新计划", "", "新"),
        ("会合は計画を採択した", "会合は新しい計画を採択した", "", "新しい"),
        ("ที่ประชุมรับรองแผน", "ที่ประชุมรับรองแผนใหม่", "", "ใหม่"),
    ],
    ids=["zh", "ja", "th"],
)
def test_a_clause_without_blanks_that_changes_is_one_change(old: str, new: str, gone: str, come: str) -> None:
    (change,) = told(content(Paragraph(w(old))), content(Paragraph(w(new))))
    assert change.kind is Kind.CHANGED
    assert [(one.old, one.new) for one in change.words if not one.same] == [(gone, come)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("รับรองแผน", ["รั", "บ", "ร", "อ", "ง", "แผ", "น"]),
        ("ที่ ๑๒", ["ที่", "๑๒"]),
        ("हिन्दी में", ["हिन्दी", "में"]),
        ("计划2025", ["计", "划", "2025"]),
        ("и\u0306ог", ["йог"]),
        ("The sub-programme, 12.5", ["the", "sub-programme", "12.5"]),
        ("09:30–10:00 Opening", ["09:30–10:00", "opening"]),
    ],
)
def test_no_word_is_cut_within_a_letter(text: str, words: list[str]) -> None:
    assert lettering.words(text) == words


def test_how_letters_are_stored_is_no_change() -> None:
    old, new = (content(Paragraph(w(f"The caf{e} was closed."))) for e in ("é", "e\u0301"))
    assert of(version("old", old), version("new", new)).papers == ()
    (change,) = told(content(Paragraph(w("The cafe\u0301 was closed."))), content(Paragraph(w("The café was sold."))))
    assert [(one.old, one.new) for one in change.words if not one.same] == [("closed", "sold")]
