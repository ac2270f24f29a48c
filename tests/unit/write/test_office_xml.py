"""Elements as the bytes of a part: what XML reads back is what was given."""

from xml.etree import ElementTree as ET
from xml.etree.ElementTree import Element, SubElement

import pytest
from hypothesis import given
from hypothesis import strategies as st

from neaspec_docs.write import office_xml

NAMESPACES = {"w": "urn:words", "r": "urn:relations", "a": "urn:drawings"}
PRINTED = st.text(st.characters(exclude_categories=("Cs", "Cc"), include_characters="\t\n"))


def written(root: Element) -> str:
    head, _, body = office_xml.part(root, NAMESPACES).decode().partition("\n")
    assert head == '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    return body


@pytest.mark.parametrize(
    ("value", "quoted"),
    [
        ("plain", '"plain"'),
        ("a-b", '"a-b"'),
        ("<&>", '"&lt;&amp;&gt;"'),
        ("one\tline\nand\rmore", '"one&#9;line&#10;and&#13;more"'),
        ('a "word"', "'a \"word\"'"),
        ("the staff's", '"the staff\'s"'),
        ('the staff\'s "word"', '"the staff\'s &quot;word&quot;"'),
    ],
)
def test_a_value_is_quoted_so_that_it_reads_back(value: str, quoted: str) -> None:
    assert written(Element("w:p", {"w:val": value})) == f'<w:p xmlns:w="urn:words" w:val={quoted}/>'


@given(PRINTED, PRINTED)
def test_words_and_values_read_back(words: str, value: str) -> None:
    root = Element("w:p")
    SubElement(root, "w:t", {"w:val": value}).text = words
    found = ET.fromstring(office_xml.part(root, NAMESPACES))[0]  # noqa: S314 -- our own
    assert (found.text or "", found.get("{urn:words}val")) == (words, value)


def test_elements_are_closed_in_their_order_and_only_the_namespaces_used_are_named() -> None:
    root = Element("w:p")
    run = SubElement(root, "w:r")
    SubElement(run, "w:t").text = "see a: b"
    SubElement(run, "w:t").text = ""
    SubElement(root, "w:end", {"r:id": "7"})
    opening = '<w:p xmlns:w="urn:words" xmlns:r="urn:relations">'
    assert written(root) == f'{opening}<w:r><w:t>see a: b</w:t><w:t></w:t></w:r><w:end r:id="7"/></w:p>'
