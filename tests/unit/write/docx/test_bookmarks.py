"""Anchors and the names of their bookmarks."""

import re
import string
from xml.etree import ElementTree as ET

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from neaspec_docs.write.docx import bookmarks

ANCHORS = st.text(string.ascii_letters + string.digits + "-._:/ü", min_size=1, max_size=60)


@pytest.mark.parametrize(
    ("anchor", "name"),
    [
        ("adoption", "nd_adoption"),
        ("core-fund", "nd_core__fund"),
        ("body.3.2", "nd_body_03_02"),
        ("nfp-2/background:survey", "nd_nfp__2_1background_2survey"),
        ("Survey", "nd__usurvey"),
    ],
)
def test_a_name_is_spelt_from_its_anchor(anchor: str, name: str) -> None:
    assert bookmarks.name(anchor) == name
    assert bookmarks.anchor(name) == anchor


@given(ANCHORS)
def test_a_name_is_one_that_word_takes(anchor: str) -> None:
    assert re.fullmatch(r"[A-Za-z][A-Za-z0-9_]{0,39}", bookmarks.name(anchor))


@given(ANCHORS)
def test_a_name_leads_back_to_its_anchor(anchor: str) -> None:
    assert bookmarks.anchor(bookmarks.name(anchor), ["other", anchor]) == anchor


@given(ANCHORS, ANCHORS)
def test_no_two_anchors_share_a_name_whatever_the_case(first: str, second: str) -> None:
    assume(first != second)
    assert bookmarks.name(first).lower() != bookmarks.name(second).lower()


@pytest.mark.parametrize("name", ["_Toc000000001", "_GoBack", "nt_adoption", "nd_", "nd_a_9"])
def test_what_is_none_of_ours_has_no_anchor(name: str) -> None:
    assert not bookmarks.anchor(name)


@pytest.mark.parametrize(
    ("sequence", "identifier"),
    [("Table", "Table"), ("Table nfp-2/background", "Table_nfp__2_1background"), ("Tabelle 2", "Tabelle_2")],
)
def test_a_sequence_has_a_name_that_a_field_takes(sequence: str, identifier: str) -> None:
    assert bookmarks.identifier(sequence) == identifier


def test_what_has_no_anchor_goes_by_its_place_and_by_none_that_is_taken() -> None:
    quote = '<blockquote id="fund"><p>One.</p><p>Two.</p><ul><li>Three.</li><li id="four">Four.</li></ul></blockquote>'
    rows = "<table><thead><tr><th>A</th></tr></thead><tbody><tr><td>b</td></tr></tbody></table>"
    root = ET.fromstring(f'<body><h1>Title</h1>{quote}<div id="yields">{rows}</div></body>')  # noqa: S314 -- our own
    places = bookmarks.of_places(root, ["fund", "fund.p2", "four", "yields"])
    assert [*places.values()] == ["title", "fund.p1", "fund.p2_", "fund.p3", "yields.h1", "yields.r1"]
