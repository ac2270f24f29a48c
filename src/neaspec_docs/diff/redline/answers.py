"""A redline in which all blocks stand, and the notes made on the way -> moves, references and anchors answered."""

from xml.etree.ElementTree import Element

from neaspec_docs.diff.redline.blocks import Blocks
from neaspec_docs.diff.redline.flat import OF_SECTION
from neaspec_docs.diff.redline.ledger import Doubt, Ledger, OneSided, Place
from neaspec_docs.diff.redline.lines import told_twice
from neaspec_docs.diff.redline.marks import BY, MOVE, MOVED_FROM, MOVED_TO, OLD, ON, WAS, marked
from neaspec_docs.diff.redline.pieces import lives
from neaspec_docs.diff.redline.shapes import HEADINGS


def settle(root: Element, ledger: Ledger) -> None:
    """Answer all that was left open."""
    _move(ledger)
    _split(root, ledger)
    _name(root, ledger)


def _move(ledger: Ledger) -> None:
    """Tie what went at one place to what came at another; what changed in it is marked where it came."""
    number = 0
    for new, come in ledger.coming.items():
        old = ledger.pairs.old_of.get(new)
        if old is None or old not in ledger.going:
            continue
        number += 1
        went = ledger.going[old]
        ledger.moving = True
        _show(come, went, ledger, Place(old, new))
        ledger.moving = False
        for moved, change in ((went, MOVED_FROM), (come, MOVED_TO)):
            for part in moved.parts:
                part.set(MOVE, str(number))
                for name in (BY, ON):
                    part.attrib.pop(name, None)
                marked(part, change, ledger.signature(Place(old, new)))


def _show(come: OneSided, went: OneSided, ledger: Ledger, place: Place) -> None:
    """Put what changed into a block at its new place."""
    merged = Blocks(ledger).merged(went.source, come.source, place)
    if merged is not None:
        there = come.parts[0]
        own = {WAS + "id", *(OF_SECTION if there.tag in HEADINGS else ())}
        there.attrib.update({name: value for name, value in merged.items() if name not in own})
        there.text, there[:] = merged.text, list(merged)


def _split(root: Element, ledger: Ledger) -> None:
    """Tell the old reference from the new one where what they lead to is not one element."""
    above = {child: parent for parent in root.iter() for child in parent}
    for doubt in ledger.doubts:
        parent = above.get(doubt.element)
        if parent is None or _is_one(doubt, ledger):
            continue
        both = told_twice(doubt.old, doubt.new, ledger)
        both[-1].tail = doubt.element.tail
        at = list(parent).index(doubt.element)
        parent[at : at + 1] = both


def _is_one(doubt: Doubt, ledger: Ledger) -> bool:
    return all(ledger.kept.get(old) == new for old, new in zip(_targets(doubt.old), _targets(doubt.new), strict=True))


def _targets(reference: Element) -> list[str]:
    return [reference.get("href", "")[1:], *(live.get("data-anchor", "") for live in lives(reference))]


def _name(root: Element, ledger: Ledger) -> None:
    """Give what is gone anchors of its own, and lead what is gone to what it led to."""
    there = set(root.iter())
    gone = [part for whole in ledger.gone if whole in there for part in whole.iter()]
    taken = {anchor for part in there - {*gone} if (anchor := part.get("id"))}
    names: dict[str, str] = {}
    for part in gone:
        if (anchor := part.get("id")) is not None:
            name = anchor
            while name in taken:
                name = f"{OLD}{name}"
            taken.add(name)
            names.setdefault(anchor, name)
            part.set("id", name)
    names |= ledger.kept
    for part in gone:
        href = part.get("href", "")
        if href.startswith("#"):
            part.set("href", f"#{names.get(href[1:], href[1:])}")
        elif part.get("data-anchor") is not None and part.get("data-paper") is None:
            part.set("data-anchor", names.get(part.get("data-anchor", ""), part.get("data-anchor", "")))
