"""The terms that a project prefers, and those that it would not see."""

from dataclasses import dataclass

from neaspec_docs.model.node import Node


@dataclass(frozen=True, slots=True)
class Term(Node):
    """A term to be used; `deprecated` are words that stand for it and should not, `reason` says why."""

    preferred: str
    deprecated: tuple[str, ...]
    reason: str = ""
