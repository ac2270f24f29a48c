"""What goes through the whole making of a redline: which anchors are one and the same, what came, what went.

Two versions are merged from the top down. Only when all is merged is it known whether a block is one element in both,
or goes at one place and comes at another; so what depends on that is noted here, and answered at the end (`answers`).
"""

from collections.abc import Callable
from copy import deepcopy
from typing import NamedTuple, TypeAlias
from xml.etree.ElementTree import Element

from neaspec_docs.diff.matching.align import Counterparts
from neaspec_docs.diff.redline.marks import DELETED, INSERTED, OLD, WAS, marked
from neaspec_docs.diff.redline.shapes import anchor
from neaspec_docs.model.signature import MASTHEAD, Signature, Signatures, Signed, Stretch, last

_Ask: TypeAlias = Callable[[str | None, str | None, Stretch], Signed]
"""Who wrote some words, or took them out."""


class Place(NamedTuple):
    """The anchors of the block in which something stands, in each version; None above all blocks."""

    old: str | None = None
    new: str | None = None

    def within(self, old: Element, new: Element) -> "Place":
        """Return the place of what stands in a block of both versions."""
        return Place(anchor(old) or self.old, anchor(new) or self.new)


class Doubt(NamedTuple):
    """A reference that is one in both versions if what it leads to is: as it stands, as it was and as it is."""

    element: Element
    old: Element
    new: Element


class OneSided(NamedTuple):
    """A block and what belongs to it and has no anchor of its own, in one version and as it stands in the redline."""

    source: Element
    parts: list[Element]


class Ledger:
    """The notes of one redline."""

    def __init__(self, pairs: Counterparts, sign: Signatures) -> None:
        """Take which block is which, and who made each change."""
        self.pairs = pairs
        self.kept: dict[str, str] = {}
        self.gone: list[Element] = []
        self.going: dict[str, OneSided] = {}
        self.coming: dict[str, OneSided] = {}
        self.doubts: list[Doubt] = []
        self.moving = False
        self.sign = sign

    @property
    def leaving(self) -> frozenset[str]:
        """Return the old anchors of what leaves its place; in a block that moved, what went with it stays."""
        return self.pairs.moved if self.moving else self.pairs.moved | self.pairs.carried

    def meant(self, old: str) -> str:
        """Return the one name for what has this anchor in the old version."""
        return self.pairs.new_of.get(old, f"{OLD}{old}")

    def signature(self, place: Place) -> Signature:
        """Return who changed what stands in a place."""
        return self.sign.block(place.old, place.new)

    def deleted(self, element: Element, place: Place) -> Element:
        """Return a copy of an old block, marked as gone."""
        own = anchor(element)
        by = self.sign.block(own, None) if own else self._signature_by_words(element, place, self.sign.gone)
        made = marked(deepcopy(element), DELETED, by)
        self.gone.append(made)
        return made

    def inserted(self, element: Element, place: Place) -> Element:
        """Return a copy of a new block, marked as come."""
        own = anchor(element)
        by = self.sign.block(None, own) if own else self._signature_by_words(element, place, self.sign.come)
        return marked(deepcopy(element), INSERTED, by)

    def _signature_by_words(self, element: Element, place: Place, ask: _Ask) -> Signature:
        """Return who changed what has no anchor of its own: as its block is signed, above all blocks by its words."""
        if not {place.old, place.new} <= {None, MASTHEAD}:
            return self.signature(place)
        line = "".join(element.itertext())
        return last(ask(place.old, place.new, Stretch(line, 0, len(line))))

    def struck(self, part: Element) -> Element:
        """Note words that are gone, and return them."""
        self.gone.append(part)
        return part

    def doubt(self, element: Element, old: Element, new: Element) -> None:
        """Note a reference that stands in both versions."""
        if not self.moving:
            self.doubts.append(Doubt(element, old, new))

    def keep(self, made: Element, old: Element, new: Element) -> None:
        """Note that two elements are one, `made`, and give it an anchor: the new one, else what the old one had."""
        was, own = old.get("id"), new.get("id")
        if self.moving:
            return
        if was and own:
            self.kept[was] = own
        elif own:
            made.set(f"{WAS}id", "")
        elif was:
            made.set("id", f"{OLD}{was}")
            self.kept[was] = f"{OLD}{was}"
