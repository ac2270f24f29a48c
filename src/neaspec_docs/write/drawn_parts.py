"""The root of a drawing -> whether it can be drawn at all: what its parts repeat is counted before anyone draws it.

A few elements of `use`, each of which repeats the next ten times, come to as many parts as one likes.
"""

import re
from collections.abc import Iterator
from xml.etree import ElementTree as ET

from neaspec_docs import limits

_NAMED = re.compile(r"url\(\s*[\"']?#([^\"')]+)")
_SAME_EACH_TIME = re.compile("linearGradient|radialGradient|filter|stop|fe.*")
"""Elements of which a reference repeats nothing (SVG 2, 14.2; Filter Effects 1, 5)."""

_TO_A_PART = 40
"""So many characters of a picture that is written into the drawing count as a part: it may be a drawing too."""


class UnboundedError(Exception):
    """A drawing of too many parts, with the reason."""


def check(root: ET.Element) -> None:
    """Raise UnboundedError where the parts lie too deep, are too many, or are a part of themselves.

    Names and addresses are those that `cleaned` leaves. What style rules give counts for every element, each time.
    """
    known = {name: element for element in root.iter() if (name := element.get("id"))}
    ruled = sum(_weight(part) for name in _in_rules(root) if name in known for part in known[name].iter())
    counted: dict[ET.Element, tuple[int, int]] = {}
    waiting = [(root, False)]
    in_hand = set[ET.Element]()
    while waiting:
        element, done = waiting.pop()
        below = [*element, *_repeated(element, known)]
        if done:
            in_hand.discard(element)
            parts = _weight(element) + ruled + sum(counted[one][0] for one in below)
            deep = 1 + max((counted[one][1] for one in below), default=0)
            if parts > limits.MOST_PARTS:
                raise UnboundedError(f"with all that it repeats it has more than {limits.MOST_PARTS:,} parts")
            if deep > limits.DEEPEST_PARTS:
                raise UnboundedError("its parts are nested too deep")
            counted[element] = (parts, deep)
        elif element not in counted:
            if not in_hand.isdisjoint(below):
                raise UnboundedError("one of its parts repeats itself")
            in_hand.add(element)
            waiting.append((element, True))
            waiting += ((one, False) for one in below if one not in counted)


def _weight(element: ET.Element) -> int:
    return 1 + sum(len(value) for key, value in element.items() if key.endswith("href")) // _TO_A_PART


def _repeated(element: ET.Element, known: dict[str, ET.Element]) -> Iterator[ET.Element]:
    """Give what the attributes of an element repeat."""
    for key, value in element.items():
        names = [value[1:]] if key in ("href", "xlink:href") and value.startswith("#") else _NAMED.findall(value)
        for name in names:
            if name in known and not _SAME_EACH_TIME.fullmatch(known[name].tag):
                yield known[name]


def _in_rules(root: ET.Element) -> Iterator[str]:
    for style in root.iter("style"):
        yield from _NAMED.findall(style.text or "")
