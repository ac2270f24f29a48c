"""What changed between two versions of the papers, as a reviewer thinks of it. Places are those of each version."""

from dataclasses import dataclass, field
from enum import Enum

from neaspec_docs.diagnostics.span import Span


class Kind(Enum):
    """What happened to a block, a row or a cell."""

    CHANGED = "changed"
    ADDED = "added"
    REMOVED = "removed"
    MOVED = "moved"


@dataclass(frozen=True, slots=True)
class Words:
    """A run of words: in both versions where `old` is `new`, else the words on each side; either may be empty.

    Where only their look or a link changed, both sides are as content has them, and `read` is what both read as.
    """

    old: str
    new: str
    read: str = field(default="", compare=False)

    @property
    def same(self) -> bool:
        """Say whether both versions have these words."""
        return self.old == self.new


@dataclass(frozen=True, slots=True)
class Side:
    """A block as one version has it: its number as printed (None: it has none), its words, and where it is written.

    `label` is what a reference to it would read as ("paragraph 7", "Table 2"); else what an editor would call it.
    `after` is the label of the nearest thing before it that has a number or a heading ("paragraph 3"), for what was
    moved, and for what has no number of its own; "" where it comes first. `anchor` is its place in its version's Page.
    `place` is the end of a label that says no more than where the block is ("in section 1"), "" of others.
    """

    number: str | None
    text: str
    at: Span
    label: str = ""
    after: str = ""
    anchor: str = ""
    place: str = ""


class Break(Enum):
    """What became of the end of a paragraph: one came within it, or the one between two went."""

    SPLIT = "split"
    JOINED = "joined"


@dataclass(frozen=True, slots=True)
class Half:
    """What a block has to do with the `other` one that says the rest: of a half that is new or gone, the whole.

    `first` says that the block is the first of the two; of two that were joined, one is the whole now.
    """

    how: Break
    other: Side
    first: bool


@dataclass(frozen=True, slots=True)
class Change:
    """One change of one block: `type` is a word of model.type_word, `id` the author's, None where there is none.

    `old` is None for what was added, `new` for what was removed. `words` are those of both sides in order, for a block
    that changed, or moved and changed. `parts` are the changes within: of a table its rows and in them its cells, of a
    figure its series and values, of a meeting its fields. A part's `type` is a word such as "row" or "cell", and its
    sides' labels name it: "Mongolia", "Threatened species".

    A paragraph that was split in two is changed, and the half that is new is added; of two that were joined one is
    changed and the other removed. Both have a `half`; `words` are those of the half, of two that were joined of both.
    """

    kind: Kind
    type: str
    id: str | None
    old: Side | None
    new: Side | None
    words: tuple[Words, ...] = ()
    parts: tuple["Change", ...] = ()
    half: Half | None = None


@dataclass(frozen=True, slots=True)
class Renumbered:
    """What itself stayed and has another number as a consequence: old and new as printed."""

    type: str
    id: str | None
    old: Side
    new: Side


@dataclass(frozen=True, slots=True)
class Reread:
    """A reference that reads differently though nobody touched it: in which paper, to what, and as what it reads.

    `nowhere`: what it leads to is gone, or has lost its id; it reads as it is typed.
    """

    paper: str
    target: str
    old: str
    new: str
    at: Span
    nowhere: bool = False


@dataclass(frozen=True, slots=True)
class PaperChanges:
    """All that changed in one paper, in the order of the new version (what was removed stands where it was).

    `paper` is its full name; a meeting's own changes go by the meeting's id. `references` lead to this paper, from
    wherever they stand; a reference to what did not change is with the paper in which it stands. `language` is the
    paper's (BCP 47).
    """

    paper: str
    title: str
    changes: tuple[Change, ...]
    renumbered: tuple[Renumbered, ...] = ()
    references: tuple[Reread, ...] = ()
    language: str = "en"


@dataclass(frozen=True, slots=True)
class Changes:
    """The papers that changed, in the order of their meetings' lists; `old` and `new` name the versions."""

    old: str
    new: str
    papers: tuple[PaperChanges, ...]
