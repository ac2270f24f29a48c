"""Who made a change, and when."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import NamedTuple, Protocol, TypeAlias


@dataclass(frozen=True, slots=True)
class Signature:
    """Who made a change ("" where that is not known), and when, with its time zone (None where it is not known)."""

    author: str = ""
    date: datetime | None = None

    @property
    def on(self) -> str | None:
        """Return the moment as `data-on` has it, to the second, in UTC: "2026-11-22T09:30:00Z"."""
        return f"{self.date.astimezone(UTC).replace(tzinfo=None).isoformat(timespec='seconds')}Z" if self.date else None


class Stretch(NamedTuple):
    """Some words of one version: where they begin and end in the line of text that holds them, as it is read there."""

    line: str
    start: int
    end: int


Signed: TypeAlias = Sequence[tuple[int, Signature]]
"""Who signs the parts of a stretch, each up to a place in its line; the last is the stretch's end."""


def last(signed: Signed) -> Signature:
    """Return who signs a stretch as a whole: the last of its hands; what has no date yet is the newest."""
    return max((by for _, by in signed), key=lambda by: (by.date is None, by.date or datetime.min.replace(tzinfo=UTC)))


class Signatures(Protocol):
    """Who changed what, asked for by the anchors of a block in the old and the new version (None: it has no such).

    Both None stand for what no block holds: title, summary, contents; both MASTHEAD for what stands on top of a paper.
    """

    def block(self, old: str | None, new: str | None) -> Signature:
        """Return who changed a block, or brought it, or took it out."""
        ...

    def broken(self, old: str | None, new: str | None) -> Signature:
        """Return who let a block of the new version begin, or an old one run on, where both have its words."""
        ...

    def gone(self, old: str | None, new: str | None, words: Stretch) -> Signed:
        """Return who took words of the old version out of a block."""
        ...

    def come(self, old: str | None, new: str | None, words: Stretch) -> Signed:
        """Return who brought words of the new version into a block."""
        ...


@dataclass(frozen=True, slots=True)
class OneHand:
    """Signatures where one and the same made every change."""

    signature: Signature

    def block(self, _old: str | None, _new: str | None) -> Signature:
        """Return the one."""
        return self.signature

    def broken(self, _old: str | None, _new: str | None) -> Signature:
        """Return the one."""
        return self.signature

    def gone(self, _old: str | None, _new: str | None, words: Stretch) -> Signed:
        """Return the one."""
        return ((words.end, self.signature),)

    def come(self, _old: str | None, _new: str | None, words: Stretch) -> Signed:
        """Return the one."""
        return ((words.end, self.signature),)


MASTHEAD = "masthead:"
"""In place of an anchor: the masthead, which says mostly what the meeting's file does. No anchor has a colon."""
