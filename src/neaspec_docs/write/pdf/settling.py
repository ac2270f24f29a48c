"""The tags of the elements -> those that a reader is to come to: what only holds others or is empty is gone."""

from collections.abc import Iterable, Iterator

from neaspec_docs.write.pdf.roles import HEADINGS
from neaspec_docs.write.pdf.structure import Kid, Tag

_CELLS = frozenset({"TH", "TD"})
"""What keeps its place in a row though it is empty."""


def settle(tag: Tag) -> None:
    """Settle all that a tag holds."""
    tag.kids = list(_settled(tag.kids))


def _settled(kids: Iterable[Kid]) -> Iterator[Kid]:
    for kid in kids:
        if not isinstance(kid, Tag):
            yield kid
            continue
        settle(kid)
        if not kid.kind and not kid.entries:
            yield from kid.kids
        elif kid.kids or kid.kind in _CELLS:
            kid.kind = kid.kind or "Div"
            notes = _notes(kid) if kid.element.tag in HEADINGS else []
            yield kid
            yield from notes


def _notes(heading: Tag) -> list[Tag]:
    """Take the notes out of a heading: they are read after it, for a list of headings would have all their words."""
    found = [kid for kid in heading.tags() if kid.kind == "Note"]
    heading.kids = [kid for kid in heading.kids if kid not in found]
    return [*found, *(note for kid in heading.tags() for note in _notes(kid))]
