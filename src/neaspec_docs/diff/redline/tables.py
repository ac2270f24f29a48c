"""The rows of a table in both versions -> whether they can be merged row by row.

They can where the columns and the spans of cells are the same: a row that came or went must neither reach into another
one nor be reached into. Else the whole table is replaced.
"""

from collections.abc import Hashable, Iterator, Sequence
from xml.etree.ElementTree import Element

from neaspec_docs.diff.redline.match import Step


def fit(old: Element, new: Element, rows: Sequence[Step]) -> bool:
    """Say whether two tables can be merged by these rows of their bodies."""
    if len(old.get("data-widths", "").split()) != len(new.get("data-widths", "").split()):
        return False
    heads = [[_spans(row) for row in table.iterfind("thead/tr")] for table in (old, new)]
    if heads[0] != heads[1] or (old.find("thead") is None) != (new.find("thead") is None):
        return False
    match = {step.old: step.new for step in rows if step.old is not None and step.new is not None}
    if any(_spans(one) != _spans(other) for one, other in match.items()):
        return False
    whole = {frozenset(group) for group in _bound(new)}
    for group in _bound(old):
        kept = {match[row] for row in group if row in match}
        if kept and (len(kept) < len(group) or frozenset(kept) not in whole):
            return False
    return True


def _spans(row: Element) -> Hashable:
    return tuple((cell.tag, cell.get("colspan"), cell.get("rowspan")) for cell in row)


def _bound(table: Element) -> Iterator[list[Element]]:
    """Give the rows of a body in groups that cells over several rows bind together."""
    group: list[Element] = []
    open_rows = 0
    for row in table.iterfind("tbody/tr"):
        group.append(row)
        open_rows = max([open_rows, *(int(cell.get("rowspan", "1")) for cell in row)]) - 1
        if open_rows <= 0:
            yield group
            group, open_rows = [], 0
    if group:
        yield group
