"""The contents of both versions -> one list: a line stays where its heading does."""

from collections.abc import Iterator
from itertools import pairwise
from xml.etree.ElementTree import Element, SubElement

from neaspec_docs.diff import chain
from neaspec_docs.diff.redline import lines
from neaspec_docs.diff.redline.ledger import Ledger, Place
from neaspec_docs.diff.redline.marks import both

_TOP = Place()


def merged(old: Element | None, new: Element | None, ledger: Ledger) -> list[Element]:
    """Return the contents as one, or none where no version has any. The blocks they lead to are merged already."""
    if old is None or new is None:
        gone = [ledger.deleted(old, _TOP)] if old is not None else []
        return gone + ([ledger.inserted(new, _TOP)] if new is not None else [])
    made = Element("nav", both(old, new))
    title = SubElement(made, "p", new[0].attrib)
    lines.flow(title, old[0], new[0], ledger, _TOP)
    SubElement(made, "ol").extend(_lines(list(old[1]), list(new[1]), ledger))
    return [made]


def _lines(old: list[Element], new: list[Element], ledger: Ledger) -> Iterator[Element]:
    there = {_leads_to(line): place for place, line in enumerate(new)}
    found = [(place, there.get(ledger.kept.get(_leads_to(line), ""))) for place, line in enumerate(old)]
    both_have = [(i, j) for i, j in found if j is not None and old[i].get("data-level") == new[j].get("data-level")]
    stays = [both_have[index] for index in chain.heaviest([j for _, j in both_have], [1] * len(both_have))]
    for (i, j), (k, m) in pairwise([(-1, -1), *stays, (len(old), len(new))]):
        yield from (ledger.deleted(line, _TOP) for line in old[i + 1 : k])
        yield from (ledger.inserted(line, _TOP) for line in new[j + 1 : m])
        if k < len(old):
            yield from _line(old[k], new[m], ledger)


def _line(old: Element, new: Element, ledger: Ledger) -> Iterator[Element]:
    made = Element("li", both(old, new))
    link = SubElement(made, "a", new[0].attrib)
    place = Place(_leads_to(old), _leads_to(new))
    if lines.composed(link, old[0], new[0], ledger, place):
        yield made
    else:
        yield ledger.deleted(old, place)
        yield ledger.inserted(new, place)


def _leads_to(line: Element) -> str:
    return line[0].get("href", "")[1:]
