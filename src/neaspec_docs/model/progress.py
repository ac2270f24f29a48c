"""What those who write papers tell while they do."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Begun:
    """A paper, by its full name, is taken in hand."""

    paper: str


@dataclass(frozen=True, slots=True)
class Done:
    """A paper is made, with its pages where a format has them."""

    paper: str
    pages: int | None = None


Step: TypeAlias = Begun | Done

Watch: TypeAlias = Callable[[Step], None]
"""Is told of each step of the way."""

Begin: TypeAlias = Callable[[Sequence[str]], Watch]
"""Gets the full names of the papers to be written, and returns who is told of them."""


def unwatched(_: object) -> Watch:
    """Return a watcher that nothing is told to: a Begin."""
    return lambda _: None
