"""The words of a Page in one line."""

import re
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from neaspec_docs.write import styled


@given(st.text(" \t\r\n\u00a0ab", max_size=12))
def test_white_space_that_stands_together_is_one_space(text: str) -> None:
    assert styled.single_spaced(text) == re.sub("[ \t\r\n]+", " ", text)


@pytest.mark.parametrize(
    ("element", "words"),
    [
        ("<p>a</p>", "a"),
        ("<p/>", ""),
        ("<p>  a\n\t b </p>", "a b"),
        ("<p>\u00a0a  b\u00a0</p>", "\u00a0a b\u00a0"),
        ("<p> a <em> b</em> </p>", "a b"),
        ("<p>a<br/>b</p>", "a b"),
        ('<p>a<span class="footnote"><span>note</span></span>, b<a class="noteref">1</a></p>', "a, b"),
    ],
)
def test_words(element: str, words: str) -> None:
    """In one line, whether there is anything in it but text or not."""
    assert styled.words(ET.fromstring(element)) == words  # noqa: S314 -- our own
