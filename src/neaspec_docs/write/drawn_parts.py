"""The root of a drawing -> whether it can be drawn at all: what its parts repeat is counted before anyone draws it.

A few elements of `use`, each of which repeats the next ten times, come to as many parts as one likes.
"""

import re
from collections.abc import Iterable, Iterator
from xml.etree import ElementTree as ET

from neaspec_docs import limits

_NAMED = re.compile(r"url\(\s*[\"']?#([^\"')]+)", re.IGNORECASE)
_SAME_EACH_TIME = re.compile("linearGradient|radialGradient|filter|stop|fe.*")
"""Elements of which a reference repeats nothing (SVG 2, 14.2; Filter Effects 1, 5)."""

_LAST_NAME = re.compile(r"(?P<name>[#.]?[^\s>+~#.:]+).*", re.DOTALL)
_STRING = re.compile(r"\"[^\"]*(?:\"|\Z)|'[^']*(?:'|\Z)")
_BRACE = re.compile(r"[{}]")
_UNREAD = re.compile(r"[\[(\"'\\|&]")
_COMBINATOR = re.compile(r"[\s>+~]")
_ANY = "*"

_INHERITED = re.compile(r"(?<![\w-])(?:fill|stroke|marker|marker-start|marker-mid|marker-end)\s*:[^;]*", re.IGNORECASE)
"""What is declared of an element and holds of all that lies in it (SVG 2, 13.2, 13.7)."""

_AT_EACH_VERTEX = re.compile(r"\bmarker(?:-mid)?\s*:", re.IGNORECASE)
_NUMBER = re.compile(r"\.?\d[\d.]*(?:e[+-]?\d+)?", re.IGNORECASE)
_BOTH_ENDS = 2

_TO_A_PART = 40
"""So many characters of a picture that is written into the drawing count as a part: it may be a drawing too."""

_TOO_MANY = f"with all that it repeats it has more than {limits.MOST_PARTS:,} parts"


class UnboundedError(Exception):
    """A drawing of too many parts, with the reason."""


def check(root: ET.Element) -> None:
    """Raise UnboundedError where the parts lie too deep, are too many, or are a part of themselves.

    Names and addresses are those that `cleaned` leaves.
    """
    known = {name: element for element in root.iter() if (name := element.get("id"))}
    ruled = _ruled(root, known)
    counted: dict[ET.Element, tuple[int, int]] = {}
    waiting = [(root, False)]
    in_hand = set[ET.Element]()
    while waiting:
        element, done = waiting.pop()
        below = [*element, *_repeated(element, known)]
        given = [one for one in ruled.get(element, ()) if one is not element and one not in in_hand]
        if done:
            in_hand.discard(element)
            parts = _weight(element) + sum(counted[one][0] * _times(element, one, given) for one in (*below, *given))
            deep = 1 + max((counted[one][1] for one in (*below, *given)), default=0)
            if parts > limits.MOST_PARTS:
                raise UnboundedError(_TOO_MANY)
            if deep > limits.DEEPEST_PARTS:
                raise UnboundedError("its parts are nested too deep")
            counted[element] = (parts, deep)
        elif element not in counted:
            if not in_hand.isdisjoint(below):
                raise UnboundedError("one of its parts repeats itself")
            in_hand.add(element)
            waiting.append((element, True))
            waiting += ((one, False) for one in (*below, *given) if one not in counted)


def _ruled(root: ET.Element, known: dict[str, ET.Element]) -> dict[ET.Element, frozenset[ET.Element]]:
    """Return what an element may repeat by style rules, its own and those around it, and by attributes around it.

    What lies in a pattern may be filled by a rule with the pattern itself: who draws it leaves that out, and so do we.
    """
    rules = _rules(root, known)
    found: dict[ET.Element, frozenset[ET.Element]] = {}
    count = 0
    waiting = [(root, frozenset[ET.Element]())]
    while waiting:
        element, around = waiting.pop()
        names = (_ANY, element.tag, f"#{element.get('id', '')}", *(f".{one}" for one in _classes(element)))
        found[element] = around.union(*(rules[name] for name in names if name in rules))
        count += len(found[element])
        if count > limits.MOST_PARTS:
            raise UnboundedError(_TOO_MANY)
        if len(element):
            below = found[element].union(_named(_inherited(element), known))
            waiting += ((one, below) for one in element)
    return found


def _inherited(element: ET.Element) -> list[str]:
    """Return what is declared of an element, in its style or by attributes, and holds of what lies in it."""
    declared = (value if key == "style" else f"{key}:{value}" for key, value in element.items())
    return _INHERITED.findall(";".join(declared))


def _rules(root: ET.Element, known: dict[str, ET.Element]) -> dict[str, set[ET.Element]]:
    """Return what rules repeat, by the name that an element must have: `#id`, `.class`, `tag`, or `*` for any.

    Of a selector its last name counts: so a rule is thought to match more than it does, and never less.
    """
    rules: dict[str, set[ET.Element]] = {}
    for style in root.iter("style"):
        css = style.text or ""
        signs = ["", *_BRACE.findall(css), ""]
        texts = _BRACE.split(css)
        plain = not any(_BRACE.search(string) for string in _STRING.findall(css))
        for place, declared in enumerate(texts):
            of_rule = plain and (signs[place], signs[place + 1]) == ("{", "}")
            selectors = texts[place - 1] if of_rule else _ANY
            repeated = set(_named([declared], known))
            for selector in selectors.split(",") if repeated else ():
                rules.setdefault(_last(selector), set()).update(repeated)
    return rules


def _named(declared: Iterable[str], known: dict[str, ET.Element]) -> Iterator[ET.Element]:
    """Give what values of attributes or rules repeat."""
    for value in declared:
        for name in _NAMED.findall(value):
            if name in known and not _same(known[name]):
                yield known[name]


def _times(element: ET.Element, part: ET.Element, given: Iterable[ET.Element]) -> int:
    """Return how often an element draws what it repeats: a marker at its ends, or at each vertex (SVG 2, 13.7)."""
    if part.tag != "marker" or (vertices := _NUMBER.findall(element.get("d") or element.get("points") or "")) == []:
        return 1
    at_each = "marker" in element.attrib or "marker-mid" in element.attrib or part in given
    return len(vertices) if at_each or _AT_EACH_VERTEX.search(element.get("style", "")) else _BOTH_ENDS


def _last(selector: str) -> str:
    """Return a name that every element has that the selector matches."""
    if _UNREAD.search(selector):
        return _ANY
    found = _LAST_NAME.fullmatch(_COMBINATOR.split(selector.strip())[-1])
    return found["name"] if found else _ANY


def _classes(element: ET.Element) -> list[str]:
    return element.get("class", "").split()


def _same(element: ET.Element) -> bool:
    return _SAME_EACH_TIME.fullmatch(element.tag) is not None


def _weight(element: ET.Element) -> int:
    return 1 + sum(len(value) for key, value in element.items() if key.endswith("href")) // _TO_A_PART


def _repeated(element: ET.Element, known: dict[str, ET.Element]) -> Iterator[ET.Element]:
    """Give what the attributes of an element repeat."""
    for key, value in element.items():
        names = [value[1:]] if key in ("href", "xlink:href") and value.startswith("#") else _NAMED.findall(value)
        for name in names:
            if name in known and not _same(known[name]):
                yield known[name]
