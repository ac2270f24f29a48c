"""Anchors of a Page <-> names of Word bookmarks, and the bookmarks themselves.

A bookmark's name is a letter, then letters, digits and underscores, 40 at most, and no two differ by case alone
(ISO/IEC 29500-1, 17.13.6.2; the length is Word's). So an anchor keeps its small letters and digits, `_` is the
sign of all else, and what would be too long ends in a digest.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from hashlib import sha256
from itertools import accumulate
from xml.etree.ElementTree import Element

from neaspec_docs.write.docx.wordml import Markup
from neaspec_docs.write.styled import classes

OWN = "nd_"
"""What the bookmarks of anchors begin with."""

TITLE = "nt_"
"""What the bookmark of a title begins with, where `OWN` stands around its number."""

_LONGEST = 40
_DIGEST = 12
_DIGESTED = "_h"
_SIGNS = {"-": "_", ".": "0", "/": "1", ":": "2", "_": "3"}
_READ = {sign: character for character, sign in _SIGNS.items()}
_PIECE = re.compile(r"([a-z0-9])|_(?:([_0-3])|u([a-z])|x([0-9a-f]+)z)")


def _spelling(character: str) -> str:
    if character in _SIGNS:
        return f"_{_SIGNS[character]}"
    if character.isascii() and (character.islower() or character.isdigit()):
        return character
    if character.isascii() and character.isupper():
        return f"_u{character.lower()}"
    return f"_x{ord(character):x}z"


class _Spelt(dict[int, str]):
    """How each character is spelt, by its code, as `str.translate` asks for it; each is worked out once."""

    def __missing__(self, code: int) -> str:
        return self.setdefault(code, _spelling(chr(code)))


_SPELT = _Spelt()


def name(anchor: str, prefix: str = OWN) -> str:
    """Return the bookmark's name for an anchor: "core-fund" is "nd_core__fund", "body.3.2" is "nd_body_03_02"."""
    spelt = prefix + anchor.translate(_SPELT)
    if len(spelt) <= _LONGEST:
        return spelt
    pieces = [prefix, *(character.translate(_SPELT) for character in anchor)]
    lengths = accumulate(len(piece) for piece in pieces)
    kept = sum(length <= _LONGEST - len(_DIGESTED) - _DIGEST for length in lengths)  # no sign is cut in two
    return "".join(pieces[:kept]) + _DIGESTED + sha256(anchor.encode()).hexdigest()[:_DIGEST]


def anchor(bookmark: str, known: Iterable[str] = ()) -> str | None:
    """Return the anchor whose bookmark this is, or None where it is none of ours.

    A name that was too long to be spelt out is found among the `known` anchors.
    """
    if not bookmark.startswith(OWN):
        return None
    read, end = "", len(OWN)
    while piece := _PIECE.match(bookmark, end):
        plain, sign, capital, code = piece.groups()
        read += plain or (_READ[sign] if sign else capital.upper() if capital else chr(int(code, 16)))
        end = piece.end()
    if end == len(bookmark):
        return read
    return next((candidate for candidate in known if name(candidate) == bookmark), None)


def identifier(sequence: str) -> str:
    """Return a sequence's name as a SEQ field takes it: "Table" as it is, "Table nfp-2/background" spelt as above."""
    word, _, rest = sequence.partition(" ")
    if re.fullmatch(r"[A-Za-z]+", word):
        return name(rest, f"{word}_") if rest else word
    return name(sequence, "Sequence_")


class Bookmarks:
    """The bookmarks of one file: those made, each with a number of its own, and those that fields and links name."""

    def __init__(self) -> None:
        self._made: dict[str, int] = {}
        self._named: dict[str, None] = {}

    def around(self, name: str, *inside: Markup) -> list[Markup]:
        """Return these elements with the bookmark's start before them and its end after them."""
        self._made[name] = len(self._made) + 1
        number = str(self._made[name])
        start = Element("w:bookmarkStart", {"w:id": number, "w:name": name})
        return [start, *inside, Element("w:bookmarkEnd", {"w:id": number})]

    def refer(self, name: str) -> str:
        """Return the name, noted as one that must be made."""
        self._named[name] = None
        return name

    def missing(self) -> list[str]:
        """Return the names referred to that were not made: Word would show an error in their fields."""
        return [name for name in self._named if name not in self._made]


def of_places(root: Element, anchors: Iterable[str]) -> Mapping[Element, str]:
    """Return an anchor for what has none of its own, from where it stands: "core-fund.p2", "yields.h1", "summary.1".

    None is one of the `anchors` that there are.

    The second paragraph of a box, quotation or item is `.p2` of its anchor; what stands in nothing that has one goes
    by what is before it (a person by the delegation). Rows are `.h1` in the heads and `.r1` below them. What a paper
    has but once is "title", "subtitle", "presenter", and its summary's paragraphs are "summary.1" and on.
    """
    taken = set(anchors)
    counts: Counter[str] = Counter()
    places: dict[Element, str] = {}
    for element, stem in _unnamed(root, "", []):
        if stem in _ONCE and stem not in counts:
            place = stem
            counts[stem] = 1
        else:
            counts[stem] += 1
            place = f"{stem}{counts[stem]}"
        while place in taken:
            place += "_"
        taken.add(place)
        places[element] = place
    return places


_ONCE = frozenset({"title", "subtitle", "presenter"})


def _unnamed(parent: Element, scope: str, found: list[tuple[Element, str]]) -> list[tuple[Element, str]]:
    """Return what has no anchor and becomes a paragraph or a row, each with what its own begins with, in `found`."""
    nameless = parent.get("id") is None
    for child in parent:
        anchor = child.get("id")
        if anchor is None and (stem := _stem(parent, child, scope)):
            found.append((child, stem))
        if child.tag in _HOLDERS:
            summary = anchor is None and "summary" in classes(child)
            within = f"{scope}.summary".lstrip(".") if summary else scope
            _unnamed(child, anchor or within, found)
        if anchor is not None and nameless and child.tag not in _INLINE:
            scope = anchor
    return found


_INLINE = frozenset({"span", "a"})
_HOLDERS = frozenset(
    (
        *("body", "header", "main", "section", "div", "aside", "blockquote", "ol", "ul", "li"),
        *("table", "thead", "tbody", "tr", "th", "td"),
    )
)


def _stem(parent: Element, child: Element, scope: str) -> str:
    match child.tag:
        case "h1":
            return "title"
        case "p" if not scope:
            return next((kind for kind in sorted(classes(child)) if kind in _ONCE), "")
        case "p" if "summary" in classes(parent):
            return "" if "box-title" in classes(child) else f"{scope}."
        case "p" if "caption" not in classes(child):
            return f"{scope}.p"
        case "li" if scope and child.find("p") is None:
            return f"{scope}.p"
        case "tr" if scope:
            return f"{scope}.h" if parent.tag == "thead" else f"{scope}.r"
        case _:
            return ""


def of_contents(anchors: Iterable[str]) -> Mapping[str, str]:
    """Return the bookmark of each heading that the contents list, named as Word names them: "_Toc000000001"."""
    return {anchor: f"_Toc{count:09d}" for count, anchor in enumerate(anchors, 1)}
