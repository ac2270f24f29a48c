"""Two trees of parts with their counterparts -> the paragraphs that were broken in two, or run into one.

So does an editor who breaks a paragraph: the words stay where they are. It is told where that is clear: both halves
say mostly what the whole says, in its order, they stand one after the other, and the first has nothing below it.
"""

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from neaspec_docs.diff.matching.parts import Part
from neaspec_docs.diff.wording import halves, reading
from neaspec_docs.model.block import Paragraph, Unnumbered


class Broken(NamedTuple):
    """A block, and the two that it is in the other version, which is the new one where it was `split`.

    Of these `stays` is its counterpart, and the other one, `rest`, has none.
    """

    whole: Part
    first: Part
    second: Part
    split: bool

    @property
    def stays(self) -> Part:
        """Return the half that both versions take for the whole."""
        return self.first if self.first.mate is self.whole else self.second

    @property
    def rest(self) -> Part:
        """Return the other half."""
        return self.second if self.first.mate is self.whole else self.first


def of(old: Part, new: Part, moved: frozenset[str]) -> tuple[Broken, ...]:
    """Return what was broken in two, or run into one, and did not move; a block is part of one such change at most."""
    found: list[Broken] = []
    seen: set[int] = set()
    for one in (*_in(new, split=True), *_in(old, split=False)):
        mine = {id(one.whole), id(one.stays), id(one.rest)}
        if not mine & seen and (one.whole if one.split else one.stays).anchor not in moved:
            found.append(one)
            seen |= mine
    return tuple(found)


def _in(root: Part, *, split: bool) -> Iterator[Broken]:
    """Give those whose halves are in the tree of this root."""
    for holder in (root, *root.below()):
        for first, second in pairwise(holder.children):
            whole = first.mate or second.mate
            if whole is None or (first.mate and second.mate) or first.children:
                continue
            one = Broken(whole, first, second, split)
            if _clear(one):
                yield one


def _clear(one: Broken) -> bool:
    texts = []
    for part in one[:3]:
        if not isinstance(part.node, Paragraph | Unnumbered) or part.kind is not one.whole.kind:
            return False
        texts.append(reading.prose(part.node.text).tokens)
    return halves.clear(*texts)
