"""Which paragraphs are the two that one of the other version was, or is."""

import pytest
from every_block import t, w
from two_versions import resolved

from neaspec_docs.diff.matching.align import Halves, counterparts
from neaspec_docs.model.block import Block, Paragraph, Section, Unnumbered

FIRST, SECOND = "The Meeting adopted the plan of work.", "It thanked the Government of Mongolia."
WHOLE = Paragraph(w(f"{FIRST} {SECOND}"), id="a")


def halves(second: str = SECOND) -> tuple[Paragraph, Paragraph]:
    return Paragraph(w(FIRST), id="a"), Paragraph(w(second), id="b")


def broken(old: tuple[Block, ...], new: tuple[Block, ...]) -> frozenset[Halves]:
    return counterparts(resolved(*old), resolved(*new)).broken


def test_it_is_said_in_which_version_the_two_are() -> None:
    assert broken((WHOLE,), halves()) == {Halves("a", "b", split=True)}
    assert broken(halves(), (WHOLE,)) == {Halves("a", "b", split=False)}


def test_a_section_that_came_around_both_makes_no_difference() -> None:
    assert broken((WHOLE,), (Section(t("Herons"), halves()),)) == {Halves("a", "b", split=True)}


@pytest.mark.parametrize(
    "new",
    [
        pytest.param(halves("Nothing that was said before is here."), id="it says something else"),
        pytest.param(halves("It thanked."), id="it is too short"),
        pytest.param((halves()[0], Unnumbered(w(SECOND))), id="it has no number"),
        pytest.param((halves()[0], Paragraph(w("Herons were seen.")), halves()[1]), id="another stands between"),
        pytest.param((Paragraph(w(FIRST), (Unnumbered(w("Below.")),), id="a"), halves()[1]), id="one stands below"),
    ],
)
def test_where_it_is_not_clear_it_is_not_said(new: tuple[Block, ...]) -> None:
    assert broken((WHOLE,), new) == frozenset()
