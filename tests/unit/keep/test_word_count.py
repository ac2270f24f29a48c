"""How many words a page has."""

from xml.etree import ElementTree as ET

import pytest

from neaspec_docs.keep import word_count
from neaspec_docs.model.page import Page


def counted(body: str) -> int:
    page = Page.__new__(Page)
    object.__setattr__(page, "root", ET.fromstring(f"<html><body>{body}</body></html>"))  # noqa: S314 -- our own
    return word_count.of(page)


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("<p>Two nests, and 3 eggs – “all” – on 1.5 ha</p>", 9),
        ("<p>one<em>word</em></p><p>another</p>", 2),
        ("<p>漢字 and kana</p>", 4),
        ("<p>かな</p>", 2),
        ("<p>Ελληνικά и кириллица</p>", 3),
        ("<p>- -- – “”</p>", 0),
        ("<nav><p>not this</p></nav><p>this</p>", 1),
        (f"<p>{'-' * 1_000_000}</p>", 0),
        (f"<p>{'-' * 1_000_000}a {'-' * 1_000_000}</p>", 1),
    ],
)
def test_words(body: str, words: int) -> None:
    """A million signs without a letter would take hours, if what follows were looked at from each of them."""
    assert counted(body) == words
