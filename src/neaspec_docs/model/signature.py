"""Who made a change, and when."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Signature:
    """Who made a change ("" where that is not known), and when, with its time zone (None where it is not known)."""

    author: str = ""
    date: datetime | None = None

    @property
    def on(self) -> str | None:
        """Return the moment as `data-on` has it, to the second, in UTC: "2026-11-22T09:30:00Z"."""
        return self.date.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ") if self.date else None


Signatures: TypeAlias = Callable[[str | None, str | None], Signature]
"""Given the anchors of a block in the old and in the new version (None: it is not in that one), who changed it.

Both None stand for what no block holds: title, summary, contents; both MASTHEAD for what stands on top of a paper.
"""

MASTHEAD = "masthead:"
"""In place of an anchor: the masthead, which says mostly what the meeting's file does. No anchor has a colon."""
