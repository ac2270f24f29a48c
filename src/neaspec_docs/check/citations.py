"""A paper -> its references, each with the blocks that it stands in: what cites what, and from where."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from neaspec_docs.model.block import Table
from neaspec_docs.model.document import Document, Footnote, Meeting
from neaspec_docs.model.inline import FootnoteCall, Inlines, Reference, Text
from neaspec_docs.model.node import Anchored, Node
from neaspec_docs.model.walk import children

_RANGE = ("to", "through", "–", "-", "—")


@dataclass(frozen=True, slots=True)
class Citation:
    """A reference that stands in the paper `by`, in the blocks `around`, the outermost first.

    One in a footnote stands in what all calls of the note stand in. `until` is the last of a range that begins here.
    """

    by: str
    reference: Reference
    around: tuple[Anchored, ...]
    until: Reference | None = None

    @property
    def paper(self) -> str:
        """Return the full name of the paper that is referred to."""
        return self.reference.paper or self.by

    def stands_in(self, block: Anchored) -> bool:
        """Say whether it stands in this very block."""
        return any(one is block for one in self.around)


def of(tree: Document | Meeting, name: str) -> tuple[Citation, ...]:
    """Return the references of a paper, or of a meeting's file, in the order in which they are read."""
    reader = _Reader(name)
    reader.read(tree, ())
    return tuple(reader.found)


def uncited(paper: str, things: Sequence[Anchored], citations: Iterable[Citation]) -> Iterator[Anchored]:
    """Give those of a paper's tables, say, that no reference leads to but from within themselves.

    `things` are all of one sort in their order, so that "Tables 2 to 5" cites those between.
    """
    places: dict[str | None, int] = {thing.id: place for place, thing in enumerate(things) if thing.id is not None}
    cited: set[int] = set()
    for citation in citations:
        first = places.get(citation.reference.target) if citation.paper == paper else None
        if first is None or citation.stands_in(things[first]):
            continue
        last = places.get(citation.until.target, first) if citation.until else first
        cited.update(range(first, max(first, last) + 1))
    yield from (thing for place, thing in enumerate(things) if place not in cited)


class _Reader:
    """Reads one paper; its footnotes come last, when all their calls are known."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.found: list[Citation] = []
        self.calls: dict[str, list[tuple[Anchored, ...]]] = {}

    def read(self, tree: object, around: tuple[Anchored, ...]) -> None:
        if isinstance(tree, tuple):
            if any(isinstance(part, Reference | FootnoteCall) for part in tree):
                self._line(tree, around)
            for part in tree:
                self.read(part, around)
        elif isinstance(tree, Node):
            inner = around
            if isinstance(tree, Anchored):
                inner = (*around, tree)
            elif isinstance(tree, Footnote):
                inner = _shared(self.calls.get(tree.name, []))
            for name in children(tree.__class__):
                self.read(getattr(tree, name), inner)

    def _line(self, line: Inlines, around: tuple[Anchored, ...]) -> None:
        for place, node in enumerate(line):
            match node:
                case Reference():
                    self.found.append(Citation(self.name, node, around, _until(line[place + 1 : place + 3])))
                case FootnoteCall(name) if not _is_of_table(name, around):
                    self.calls.setdefault(name, []).append(around)
                case _:
                    pass


def _until(rest: Inlines) -> Reference | None:
    match rest:
        case (Text(words), Reference() as last) if words.strip() in _RANGE:
            return last
        case _:
            return None


def _is_of_table(name: str, around: tuple[Anchored, ...]) -> bool:
    """Say whether the mark is that of a note of the table it stands in."""
    return any(note.name == name for block in around if isinstance(block, Table) for note in block.notes)


def _shared(calls: Sequence[tuple[Anchored, ...]]) -> tuple[Anchored, ...]:
    """Return the blocks in which all the calls of a note stand."""
    if not calls:
        return ()
    levels = zip(*calls, strict=False)
    return tuple(level[0] for level in takewhile(lambda level: all(one is level[0] for one in level), levels))
