"""A paper in both versions -> its references that read differently though nobody touched them."""

from collections.abc import Collection, Iterator, Sequence
from typing import TypeAlias

from neaspec_docs.diff.matching import sense
from neaspec_docs.diff.matching.parts import Part
from neaspec_docs.diff.telling.fields import BOTH
from neaspec_docs.diff.telling.paper_changes import Told
from neaspec_docs.diff.wording.kept import kept
from neaspec_docs.diff.wording.reading import Known
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
    yield from _of_text(_front(old), _front(new), told.known)
    for part in told.shown:
        if part.mate is not None:
            yield from _of_text(_texts(part.mate), _texts(part), told.known)


def _front(document: Document) -> Sequence[object]:
    return document.title, document.subtitle, document.presenter, document.summary


def _texts(part: Part) -> Sequence[object]:
    """Return what a block itself holds; of a list, a table or a timetable that is all of it."""
    if isinstance(part.node, List | Table | Programme):
        return (part.node,)
    return sense.values(part.node) if part.node is not None else ()


def _of_text(old: Sequence[object], new: Sequence[object], known: BOTH) -> Iterator[Reread]:
    before, after = (_references(tuple(text)) for text in (old, new))
    if [_reads(one) for one in before] == [_reads(one) for one in after]:
        return
    ids: dict[_Lead, int] = {}
    lost = {_typed(one, known[1]) for one in after if one.answer is None}
    left = [ids.setdefault(_leads(one, known[0], lost), len(ids)) for one in before]
    right = [ids.setdefault(_leads(one, known[1], lost), len(ids)) for one in after]
    for i, j in kept(left, right, dict.fromkeys(ids.values(), _HEAVY)):
        was, now = _reads(before[i]), _reads(after[j])
        if was != now:
            node, paper = after[j], known[1].paper
            target = f"{node.paper or paper}{f'#{node.target}' if node.target else ''}"
            yield Reread(paper, target, was, now, node.at, nowhere=node.answer is None)


def _references(text: tuple[object, ...]) -> list[Reference]:
    """Return the references of a text that have no words of their own."""
    return [node for node in nodes(text, Reference) if not node.children]


def _reads(node: Reference) -> str:
    """Return what a reference reads as; one that leads nowhere stands as it is typed."""
    return node.answer.text if node.answer else f"[]({node.paper or ''}{f'#{node.target}' if node.target else ''})"


def _typed(node: Reference, known: Known) -> _Lead:
    return "" if node.paper == known.paper else node.paper or "", node.target or "", node.form


def _leads(node: Reference, known: Known, lost: Collection[_Lead]) -> _Lead:
    """Return where a reference leads, and how much it says.

    Where one of the new version leads nowhere (`lost`), those that are typed like it go by that.
    """
    typed = _typed(node, known)
    return typed if typed in lost else (*known.leads(node), node.form)
