"""The tree that a template made -> the same tree with its words in Unicode's normal form C (UAX #15).

Every writer reads the Page, so all that is written has one form: an accented letter is one character wherever it was
typed. Content keeps the form it was typed in, for places count its characters; so do addresses and the names of files.
"""

from unicodedata import normalize
from xml.etree.ElementTree import Element

_AS_TYPED = frozenset({"href", "src"})


def settle(root: Element) -> None:
    """Bring the words of a tree, and what is said in its attributes, into normal form C, in place."""
    for element in root.iter():
        if element.text:
            element.text = normalize("NFC", element.text)
        if element.tail:
            element.tail = normalize("NFC", element.tail)
        for name, value in element.attrib.items():
            if not value.isascii() and name not in _AS_TYPED:
                element.set(name, normalize("NFC", value))
