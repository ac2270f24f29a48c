"""A paper in both versions -> its references that read differently though nobody touched them."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import TypeAlias

from neaspec_docs.diff import sense
from neaspec_docs.diff.kept import kept
from neaspec_docs.diff.paper_changes import Told
from neaspec_docs.diff.parts import Part
from neaspec_docs.model.block import List, Programme, Table
from neaspec_docs.model.change import Reread
from neaspec_docs.model.document import Document
from neaspec_docs.model.inline import Form, Reference
from neaspec_docs.model.walk import nodes

_HEAVY = 1_000
_Lead: TypeAlias = tuple[str, str, Form]


def of(old: Document, new: Document, told: Told) -> Iterator[Reread]:
    """Give the references of a paper in its order, those in its footnotes at their marks.

    Those in papers annexed to it, which are told of by themselves, are told of there.
    """
    targets = told.known[0].targets
    yield from _of_text(_front(old), _front(new), new.name, targets)
    for part in told.shown:
        if part.mate is not None:
            yield from _of_text(_texts(part.mate), _texts(part), new.name, targets)


def _front(document: Document) -> Sequence[object]:
    return document.title, document.subtitle, document.presenter, document.summary


def _texts(part: Part) -> Sequence[object]:
    """Return what a block itself holds; of a list, a table or a timetable that is all of it."""
    if isinstance(part.node, List | Table | Programme):
        return (part.node,)
    return sense.values(part.node) if part.node is not None else ()


def _of_text(old: Sequence[object], new: Sequence[object], paper: str, targets: Mapping[str, str]) -> Iterator[Reread]:
    before, after = (_references(tuple(text)) for text in (old, new))
    if [_reads(one) for one in before] == [_reads(one) for one in after]:
        return
    ids: dict[_Lead, int] = {}
    lost = {_typed(one, paper) for one in after if one.answer is None}
    left = [ids.setdefault(_leads(one, paper, targets, lost), len(ids)) for one in before]
    right = [ids.setdefault(_leads(one, paper, {}, lost), len(ids)) for one in after]
    for i, j in kept(left, right, dict.fromkeys(ids.values(), _HEAVY)):
        was, now = _reads(before[i]), _reads(after[j])
        if was != now:
            node = after[j]
            target = f"{node.paper or paper}{f'#{node.target}' if node.target else ''}"
            yield Reread(paper, target, was, now, node.at)


def _references(text: tuple[object, ...]) -> list[Reference]:
    """Return the references of a text that have no words of their own."""
    return [node for node in nodes(text) if isinstance(node, Reference) and not node.children]


def _reads(node: Reference) -> str:
    """Return what a reference reads as; one that leads nowhere stands as it is typed."""
    return node.answer.text if node.answer else f"[]({node.paper or ''}{f'#{node.target}' if node.target else ''})"


def _typed(node: Reference, paper: str) -> _Lead:
    return "" if node.paper == paper else node.paper or "", node.target or "", node.form


def _leads(node: Reference, paper: str, targets: Mapping[str, str], lost: Collection[_Lead]) -> _Lead:
    """Return where a reference leads, by what this has for an anchor in the new version, and how much it says.

    Where one of the new version leads nowhere (`lost`), those that are typed like it go by that.
    """
    typed = _typed(node, paper)
    if node.answer is None or node.answer.paper is not None or typed in lost:
        return typed
    return "", targets.get(node.answer.anchor, node.answer.anchor), node.form
