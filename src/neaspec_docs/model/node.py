"""What every node of a paper has: a place in the source, and for blocks a name."""

from dataclasses import dataclass, field

from neaspec_docs.diagnostics.span import NOWHERE, Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """A node that knows where it was written. Its place is no part of its meaning: equality leaves it out."""

    at: Span = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchored(Node):
    """A node that a reference or a link can lead to.

    `id` is the author's name for it, written at `id_at`; `anchor` is worked out by resolve: the id, or where the node
    stands.
    """

    id: str | None = None
    id_at: Span = field(default=NOWHERE, compare=False, repr=False)
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Number:
    """The number of a thing: `printed` as it stands ("II.", "2.1.", "(a)", "7."), `cited` less its closing stop."""

    printed: str
    cited: str
