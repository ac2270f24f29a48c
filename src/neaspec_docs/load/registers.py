"""`documents:`, the list of a meeting's documents or of those for one agenda item -> Documents."""

from dataclasses import dataclass
from typing import Any

from neaspec_docs.diagnostics.span import Span
from neaspec_docs.load.records import Record, may, need
from neaspec_docs.load.shapes import WRONG, Shape, Word, Wrong, wrong_shape
from neaspec_docs.load.source import Source
from neaspec_docs.load.values import FLAG, ID, TRUE
from neaspec_docs.load.yaml_nodes import ScalarNode, YamlNode, place
from neaspec_docs.model.block import Documents


@dataclass(frozen=True, slots=True)
class _Chosen:
    """The agenda item whose documents are listed, None for those of all; and where that is written."""

    item: str | None
    at: Span


_NO_ITEM = (FLAG.words.keys() | FLAG.meant.keys()) - {"true"}
"""Words that look like the id of an agenda item and are meant as yes or no."""

_NOT_THEM = "".join(f"[{sign.upper()}{sign}]" if sign.isalpha() else sign for sign in "|".join(sorted(_NO_ITEM)))


class _Which(Shape[_Chosen]):
    """`true`, or the id of an agenda item."""

    says = "`true` or the id of an agenda item"

    def alike(self) -> Shape[str]:
        """Return the ids, of which `true` is one."""
        pattern = rf"(?!(?:{_NOT_THEM})\s*$){ID.pattern}"
        return Word(self.says, lambda text: None if text.lower() in _NO_ITEM else ID.parse(text), pattern=pattern)

    def read(self, node: YamlNode, source: Source, name: str) -> _Chosen | Wrong:
        if not isinstance(node, ScalarNode):
            return wrong_shape(node, source, name, self.says)
        word = node.value.strip().lower()
        if word in FLAG.words or word in FLAG.meant or not word:
            return WRONG if TRUE.read(node, source, name) is WRONG else _Chosen(None, place(node, source))
        item = ID.read(node, source, name)
        return WRONG if item is WRONG else _Chosen(item, place(node, source))


def _documents(chosen: _Chosen | None, at: Span, **named: Any) -> Documents:  # noqa: ANN401 -- the id and its place
    """Return the list; its place is that of the agenda item it names."""
    return Documents(chosen.item, at=chosen.at, **named) if chosen else Documents(at=at, **named)


DOCUMENTS = Record("a list of documents", _documents, (need("documents", _Which(), None, into="chosen"), may("id", ID)))
