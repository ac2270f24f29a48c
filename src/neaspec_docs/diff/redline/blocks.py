"""A block in both versions -> one block, with what came and what went marked in it, as deep down as it can be told."""

from collections.abc import Iterable, Sequence
from copy import deepcopy
from xml.etree.ElementTree import Element, SubElement

from neaspec_docs.diff.redline import breaks, lines, tables
from neaspec_docs.diff.redline.breaks import Broken
from neaspec_docs.diff.redline.flat import flattened, nested
from neaspec_docs.diff.redline.ledger import Ledger, OneSided, Place
from neaspec_docs.diff.redline.marks import both
from neaspec_docs.diff.redline.match import Step, steps
from neaspec_docs.diff.redline.shapes import classes, is_line, kind


class Blocks:
    """Merges the blocks of one redline."""

    def __init__(self, ledger: Ledger) -> None:
        """Take the notes of the redline."""
        self._ledger = ledger

    def merged(self, old: Element, new: Element, place: Place) -> Element | None:
        """Return the block that holds both, or None where the one is replaced by the other whole."""
        if kind(old) != kind(new):
            return None
        place = place.within(old, new)
        made = Element(new.tag, both(old, new))
        if not self._filled(made, old, new, place):
            return None
        self._ledger.keep(made, old, new)
        return made

    def _filled(self, made: Element, old: Element, new: Element, place: Place) -> bool:
        """Fill a block from both versions; say no where that cannot be."""
        if is_line(new):
            if lines.is_composed(new):
                return lines.composed(made, old, new, self._ledger, place)
            lines.flow(made, old, new, self._ledger, place)
        elif new.tag == "table":
            return self._table(made, old, new, place)
        elif new.tag == "tr" or "row" in classes(new):
            for was, now in zip(old, new, strict=True):
                cell = SubElement(made, now.tag, both(was, now))
                if now.tag == "div":
                    cell[:] = self.row_of(list(was), list(now), place)
                else:
                    self._fill_cell(cell, was, now, place)
        elif "chart" in classes(new):
            made.extend(deepcopy(list(new)))
        elif new.tag == "main" or "annex" in classes(new):
            made[:] = self.sections(old, new, place)
        else:
            made[:] = self.row_of(list(old), list(new), place)
        return True

    def sections(self, old: Element, new: Element, place: Place) -> list[Element]:
        """Return what stands in a main text or an annex, in its sections."""
        return nested(self.row_of(list(flattened(old)), list(flattened(new)), place))

    def row_of(self, old: Sequence[Element], new: Sequence[Element], place: Place) -> list[Element]:
        """Return two rows of blocks as one. What stands in `place` may go by its anchor too: that is no leaving."""
        leaving = self._ledger.leaving - {place.old}
        return self._taken(steps(old, new, self._ledger.pairs, leaving), place)

    def _taken(self, way: Iterable[Step], place: Place) -> list[Element]:
        made: list[Element] = []
        steps, at = list(way), 0
        while at < len(steps):
            broken = breaks.found(steps[at : at + 2], self._ledger)
            if broken is not None:
                made += self._broken(broken, place)
                at += 2
                continue
            old, new, leads = steps[at]
            at += 1
            merged = self.merged(old, new, place) if old is not None and new is not None else None
            if merged is not None:
                made.append(merged)
                continue
            if old is not None:
                made.append(self._ledger.deleted(old, place))
                self._note(self._ledger.going, leads, old, made[-1])
            if new is not None:
                made.append(self._ledger.inserted(new, place))
                self._note(self._ledger.coming, leads, new, made[-1])
        return made

    def _broken(self, broken: Broken, place: Place) -> tuple[Element, Element]:
        """Return a paragraph as the two that it is in one version; what stands below it stands below the second."""
        first, second = breaks.merged(broken, self._ledger, place)
        if second.tag == "div":
            was, now = (broken.whole, broken.second) if broken.split else (broken.second, broken.whole)
            second.extend(self.row_of(list(was)[1:], list(now)[1:], place.within(was, now)))
        return first, second

    def _note(self, noted: dict[str, OneSided], leads: str | None, source: Element, made: Element) -> None:
        if leads is not None and not self._ledger.moving:
            noted.setdefault(leads, OneSided(source, [])).parts.append(made)

    def _fill_cell(self, made: Element, old: Element, new: Element, place: Place) -> None:
        if is_line(old) and is_line(new):
            lines.flow(made, old, new, self._ledger, place)
        else:
            made[:] = self.row_of(_paragraphs(old), _paragraphs(new), place)

    def _table(self, made: Element, old: Element, new: Element, place: Place) -> bool:
        was, now = list(old.iterfind("tbody/tr")), list(new.iterfind("tbody/tr"))
        rows = steps(was, now, self._ledger.pairs, self._ledger.leaving)
        if not tables.fit(old, new, rows):
            return False
        for part in new:
            group = SubElement(made, part.tag)
            if part.tag == "tbody":
                group[:] = self._taken(rows, place)
            else:
                heads = zip(old.iterfind("thead/tr"), part, strict=True)
                group[:] = self._taken([Step(was, now) for was, now in heads], place)
        return True


def _paragraphs(cell: Element) -> list[Element]:
    """Return what stands in a cell as paragraphs; a line of text is the only one of them."""
    if not is_line(cell):
        return list(cell)
    if not len(cell) and not cell.text:
        return []
    made = Element("p")
    made.text, made[:] = cell.text, list(cell)
    return [made]
