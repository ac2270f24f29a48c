"""Whatever is done to a paper: its redline accepted is the new version, rejected the old one."""

import re
from dataclasses import replace
from random import Random

import pytest
from edited_papers import edited
from every_block import ANNEXED, MEETING, PAPER, REGISTER, SLIDES, note, para, w
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from redlines import marks, told
from written_papers import made, meeting, resolved

from neaspec_docs.diff.matching.align import Counterparts, counterparts
from neaspec_docs.diff.redline import brackets, merge, versions
from neaspec_docs.model.block import Section, Unnumbered
from neaspec_docs.model.document import Annex, Document
from neaspec_docs.model.page import Page
from neaspec_docs.model.resolved import Resolved
from neaspec_docs.model.signature import Signature, Stretch
from neaspec_docs.project import Project
from neaspec_docs.render.page import render
from neaspec_docs.render.redline_vocabulary import faults


class Signed:
    """Each block has an author, and each word that came or went another one than the word before it."""

    def block(self, old: str | None, new: str | None) -> Signature:
        return Signature(f"{old} {new}")

    broken = block

    def gone(self, old: str | None, new: str | None, words: Stretch) -> list[tuple[int, Signature]]:
        ends = [found.end() for found in re.finditer(r"\S+\s*", words.line) if words.start < found.end() < words.end]
        return [(end, Signature(f"{old} {new} {end}")) for end in (*ends, words.end)]

    come = gone


def rendered(paper: Resolved, project: Project) -> Page:
    page, said = render(paper, project)
    assert page is not None, said
    return page


def hold(old: Resolved, new: Resolved, project: Project) -> Page:
    """Hold all that is promised of a redline against two versions, and return it."""
    was, now = rendered(old, project), rendered(new, project)
    redline = merge.merged(was, now, counterparts(old.document, new.document), Signed())
    assert told(versions.accepted(redline)) == told(now)
    assert told(versions.rejected(redline)) == told(was)
    assert faults(redline.root) == []
    shown = brackets.bracketed(redline)
    assert faults(shown.root) == []
    assert set(marks(shown)) <= {"s"}
    return redline


@settings(deadline=None, max_examples=150, suppress_health_check=[HealthCheck.too_slow])
@given(st.integers(0, 2**32), st.integers(1, 8))
def test_accepted_it_is_the_new_version_rejected_the_old_one(shared_project: Project, seed: int, times: int) -> None:
    chance = Random(seed)  # noqa: S311 -- no secret
    paper, here = made(chance), meeting(chance)
    there = meeting(chance) if chance.random() < 0.3 else here
    old, new = resolved(paper, here), resolved(edited(paper, chance, times), there)
    hold(old, new, shared_project)


@settings(deadline=None, max_examples=20, suppress_health_check=[HealthCheck.too_slow])
@given(st.integers(0, 2**32))
def test_two_papers_that_have_nothing_in_common(shared_project: Project, seed: int) -> None:
    chance = Random(seed)  # noqa: S311 -- no secret
    hold(resolved(made(chance)), resolved(made(chance)), shared_project)


@settings(deadline=None, max_examples=20, suppress_health_check=[HealthCheck.too_slow])
@given(st.integers(0, 2**32))
def test_nothing_is_marked_where_nothing_changed(shared_project: Project, seed: int) -> None:
    paper = resolved(made(Random(seed)))  # noqa: S311 -- no secret
    assert marks(hold(paper, paper, shared_project)) == []


def every(document: Document) -> Resolved:
    return Resolved(document, MEETING, REGISTER)


def test_the_paper_of_every_block_and_what_is_annexed_to_it(shared_project: Project) -> None:
    assert marks(hold(every(PAPER), every(PAPER), shared_project)) == []
    one, two, three = PAPER.body
    assert isinstance(one, Section)
    one = replace(one, body=(*one.body[:2], *one.body[3:]))
    annexed = replace(ANNEXED, body=(Unnumbered(w("Put before.", note(9, "A note.")), anchor="p:new"), *ANNEXED.body))
    annexes = (Annex((), document=annexed, number=None, anchor="background"),)
    other = replace(PAPER, summary=(), body=(one, three, two, para(40, "Last.")), annexes=annexes)
    assert marks(hold(every(PAPER), every(other), shared_project))
    assert marks(hold(every(other), every(PAPER), shared_project))


def test_a_set_of_slides(shared_project: Project) -> None:
    body = (SLIDES.body[1], SLIDES.body[0], *SLIDES.body[3:])
    redline = hold(every(SLIDES), every(replace(SLIDES, body=body, subtitle=())), shared_project)
    slides = redline.root.findall("body/main/section")
    assert [slide.get("data-change") for slide in slides].count("deleted") == 1
    assert sorted(move for slide in slides if (move := slide.get("data-move"))) == ["1", "1"]


@pytest.mark.parametrize("gone", [True, False])
def test_a_paper_that_came_or_went_whole(shared_project: Project, *, gone: bool) -> None:
    page = rendered(every(PAPER), shared_project)
    nothing = Counterparts({}, {}, frozenset())
    redline = merge.merged(page if gone else None, None if gone else page, nothing, Signed())
    assert faults(redline.root) == []
    there, other = versions.rejected(redline), versions.accepted(redline)
    if not gone:
        there, other = other, there
    assert told(there) == told(page)
    assert "".join(other.root.itertext()).strip() == ""
    assert {part.tag for part in redline.root.iter() if part.tag in {"ins", "del"}} == set()
