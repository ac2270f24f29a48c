"""A paragraph broken in two, or two run into one: the words stay, and the break is marked."""

from random import Random
from xml.etree.ElementTree import tostring

import pytest
from edited_papers import broken_in_two
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from redlines import told
from unit.diff.redline.conftest import ByHands, page, pairs, redline, shown
from unit.diff.redline.test_property import hold
from written_papers import Author, made, meeting, resolved

from neaspec_docs.diff.matching.align import Halves
from neaspec_docs.diff.redline import brackets, merge, versions
from neaspec_docs.model.page import Page
from neaspec_docs.project import Project

FIRST, SECOND = "The Meeting adopted the plan.", "It thanked the Government of Mongolia."


def para(anchor: str, number: str, said: str, below: str = "") -> str:
    words = f'<p><span class="number">{number}</span> {said}</p>'
    return f'<div class="para" id="{anchor}" data-number="{number}">{words}{below}</div>'


BELOW = '<p class="text" id="x">What stands below it.</p>'
WHOLE = page(para("p", "1.", f"{FIRST} {SECOND}", BELOW))
SPLIT, JOINED = (Halves("p", "q", split=split) for split in (True, False))


def halves(first: str, second: str, said: str = SECOND) -> Page:
    return page(para(first, "1.", FIRST) + para(second, "2.", said, BELOW))


def held(old: Page, new: Page, made: Page) -> None:
    """Hold that either version can be had from a redline."""
    assert told(versions.accepted(made)) == told(new)
    assert told(versions.rejected(made)) == told(old)


@pytest.mark.parametrize(("named", "old_id"), [("second", ""), ("first", ' data-old-id=""')])
def test_a_paragraph_broken_in_two(named: str, old_id: str) -> None:
    first, second = ("p", "q") if named == "first" else ("q", "p")
    new = halves(first, second)
    made = redline(WHOLE, new, pairs({"p": "p", "x": "x"}, broken=Halves(first, second, split=True)))
    number = '<del class="renumbered">1.</del><ins class="renumbered">2.</ins>'
    assert shown(made) == (
        f'<div class="para" id="{first}" data-number="1." data-change="split">'
        f'<p><span class="number">1.</span> {FIRST}<del> </del></p></div>'
        f'<div class="para" id="{second}" data-number="2." data-old-number="1."{old_id}>'
        f'<p><span class="number">{number}</span> {SECOND}</p>{BELOW}</div>'
    )
    held(WHOLE, new, made)


@pytest.mark.parametrize(("named", "anchors"), [("first", ("p", "old:q")), ("second", ("old:q", "p"))])
def test_two_paragraphs_run_into_one(named: str, anchors: tuple[str, str]) -> None:
    two = ("p", "q") if named == "first" else ("q", "p")
    old = halves(*two)
    made = redline(old, WHOLE, pairs({"p": "p", "x": "x"}, broken=Halves(*two, split=False)))
    number = '<del class="renumbered">2.</del><ins class="renumbered">1.</ins>'
    first, second = anchors
    assert shown(made) == (
        f'<div class="para" id="{first}" data-number="1." data-change="joined">'
        f'<p><span class="number">1.</span> {FIRST}</p></div>'
        f'<div class="para" id="{second}" data-number="1." data-old-number="2.">'
        f'<p><span class="number">{number}</span> <ins> </ins>{SECOND}</p>{BELOW}</div>'
    )
    held(old, WHOLE, made)


@pytest.mark.parametrize("split", [True, False])
def test_the_break_is_signed_by_who_made_it(*, split: bool) -> None:
    two = halves("p", "q")
    was, now = (WHOLE, two) if split else (two, WHOLE)
    sides = (None, "q") if split else ("q", None)
    hands = ByHands({sides: "Ben", ("p", "q"): "Ann", ("p", "p"): "Ann", ("q", "p"): "Ann"})
    made = merge.merged(was, now, pairs({"p": "p", "x": "x"}, broken=Halves("p", "q", split=split)), hands)
    (marked,) = (part for part in made.root.iter() if part.get("data-change"))
    assert (marked.get("data-change"), marked.get("data-by")) == ("split" if split else "joined", "Ben")


def test_a_reference_leads_to_the_half_that_has_the_paragraphs_name() -> None:
    live = '<span class="live" data-anchor="p">1</span>'
    cited = f'<p class="text" id="r">See <a class="ref" href="#p">paragraph {live}</a>.</p>'
    old = page(para("p", "1.", f"{FIRST} {SECOND}") + cited)
    new = page(para("p", "1.", FIRST) + para("q", "2.", SECOND) + cited)
    made = redline(old, new, pairs({"p": "p", "r": "r"}, broken=SPLIT))
    assert cited in shown(made)
    held(old, new, made)


def test_words_that_changed_besides_are_marked() -> None:
    new = halves("p", "q", SECOND.replace("Mongolia", "Japan"))
    made = redline(WHOLE, new, pairs({"p": "p", "x": "x"}, broken=SPLIT))
    assert f"{FIRST}<del> </del></p>" in shown(made)
    assert "of <del>Mongolia</del><ins>Japan</ins>." in shown(made)
    held(WHOLE, new, made)


NOTE = '<span class="footnote" id="fn.n" data-number="1"><span class="passage">A note.</span></span>'


@pytest.mark.parametrize(
    ("second", "broken"),
    [
        pytest.param(SECOND, None, id="they are no halves"),
        pytest.param(SECOND, JOINED, id="these were so named in the other version"),
        pytest.param(f"{SECOND}{NOTE}", SPLIT, id="pandoc would put the first half into the note"),
    ],
)
def test_where_it_can_not_be_shown_whole_paragraphs_come_and_go(second: str, broken: Halves | None) -> None:
    old = page(para("p", "1.", f"{FIRST} {second}"))
    new = page(para("p", "1.", FIRST) + para("q", "2.", second))
    made = redline(old, new, pairs({"p": "p"} | ({"fn.n": "fn.n"} if NOTE in second else {}), broken=broken))
    assert 'data-change="inserted"' in shown(made)
    assert "split" not in shown(made)
    held(old, new, made)


def test_negotiated_text_shows_the_sign_of_the_break() -> None:
    split = brackets.bracketed(redline(WHOLE, halves("p", "q"), pairs({"p": "p", "x": "x"}, broken=SPLIT)))
    assert f"{FIRST}<strong>\u00b6</strong></p>" in shown(split)
    assert shown(split).startswith('<div class="para" id="p" data-number="1." data-new="">')
    joined = brackets.bracketed(redline(halves("p", "q"), WHOLE, pairs({"p": "p", "x": "x"}, broken=JOINED)))
    assert f"{FIRST}<s>[\u00b6]</s><strong> </strong>{SECOND}</p>" in shown(joined)
    assert tostring(joined.root, encoding="unicode").count('class="para"') == 1


@settings(deadline=None, max_examples=25, suppress_health_check=[HealthCheck.too_slow])
@given(seed=st.integers(0, 2**32), joined=st.booleans())
def test_many_paragraphs_broken_at_once(shared_project: Project, seed: int, *, joined: bool) -> None:
    chance = Random(seed)  # noqa: S311 -- no secret
    paper, here = made(chance), meeting(chance)
    author = Author(chance)
    author.count = 1000
    one, two = resolved(paper, here), resolved(broken_in_two(paper, author), here)
    hold(two if joined else one, one if joined else two, shared_project)
