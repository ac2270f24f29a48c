"""What a redline says of itself in attributes (docs/page.md, "The redline"), and what of an element differs -> that."""

from collections.abc import Mapping
from xml.etree.ElementTree import Element

from neaspec_docs.model.signature import Signature

CHANGE, MOVE, BY, ON = "data-change", "data-move", "data-by", "data-on"
INSERTED, DELETED, MOVED_TO, MOVED_FROM = "inserted", "deleted", "moved-to", "moved-from"
SPLIT, JOINED = "split", "joined"
"""A paragraph whose end alone came, or went: its words are in both versions, where they run on into the next one's."""

COME, GONE = frozenset({INSERTED, MOVED_TO}), frozenset({DELETED, MOVED_FROM})
REDLINE = "data-redline"
NEW = "data-new"
"""On what is new where a redline shows that by its type: a block whose number is, and words that are bold anyway."""

RENUMBERED = "renumbered"
OLD = "old:"
"""Before an anchor of the old version that the new one has too."""

WAS = "data-old-"
"""Before the name of an attribute, less its own `data-`, that was another in the old version."""

DATA_OLD = "data-old"
"""What a `meta` or the title of the head said in the old version."""

_PLAIN = frozenset({"class", "id", "lang", "scope"})
"""Attributes that have no `data-` before them wherever they stand."""

_OF_ONE = frozenset({"id", "data-at", "href"})
"""What no one can see of a change, or what is dealt with elsewhere."""


def sign(element: Element, signature: Signature) -> Element:
    """Say on a mark who made the change, and when; nothing of what is not known."""
    if signature.author:
        element.set(BY, signature.author)
    if signature.on:
        element.set(ON, signature.on)
    return element


def marked(element: Element, change: str, signature: Signature) -> Element:
    """Say that the whole of a block came or went."""
    element.set(CHANGE, change)
    return sign(element, signature)


def both(old: Element, new: Element) -> dict[str, str]:
    """Return the attributes of what is in both versions: the new ones, and the old one beside each that differs."""
    made = dict(new.attrib)
    for name in sorted({*old.keys(), *new.keys()} - _OF_ONE):
        if old.get(name) != new.get(name):
            made[WAS + name.removeprefix("data-")] = old.get(name, "")
    return made


def restored(element: Element) -> dict[str, str]:
    """Return the attributes that an element of both versions had in the old one."""
    made = dict(element.attrib)
    for name, value in element.items():
        if name.startswith(WAS):
            own = _own(name, element.tag)
            made.pop(name)
            made.pop(own, None)
            if value:
                made[own] = value
    return made


def _own(name: str, tag: str) -> str:
    own = name.removeprefix(WAS)
    return own if own in _PLAIN or (tag == "img" and own == "alt") else f"data-{own}"


def unmarked(attributes: Mapping[str, str]) -> dict[str, str]:
    """Return attributes without those that only a redline has."""
    return {
        name: value
        for name, value in attributes.items()
        if name not in {CHANGE, MOVE, BY, ON, REDLINE} and not name.startswith(WAS)
    }
