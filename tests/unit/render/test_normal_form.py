"""Words of a Page are in normal form C, whatever form they were typed in."""

from unicodedata import is_normalized, normalize
from xml.etree.ElementTree import fromstring, tostring

from neaspec_docs.render import normal_form


def settled(markup: str) -> str:
    root = fromstring(markup)  # noqa: S314 -- written here
    normal_form.settle(root)
    return tostring(root, "unicode")


def test_words_and_what_is_said_of_pictures_are_composed() -> None:
    typed = normalize("NFD", '<p>é<em>é</em>한 å<img alt="é" src="map.png" /></p>')
    assert not is_normalized("NFC", typed)
    assert settled(typed) == '<p>é<em>é</em>한 å<img alt="é" src="map.png" /></p>'


def test_a_letter_without_a_whole_form_keeps_its_marks_in_their_order() -> None:
    assert settled("<p>q\u0307\u0323 \u212b\u2126</p>") == "<p>q\u0323\u0307 ÅΩ</p>"


def test_the_names_of_files_and_addresses_stay_as_typed() -> None:
    typed = '<p><a href="https://e\u0301.org">x</a><img src="e\u0301.png" alt="" /></p>'
    assert settled(typed) == typed
