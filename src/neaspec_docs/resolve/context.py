"""What a pass may ask beside the paper in its hand: its meeting, its facts, and other papers."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from neaspec_docs.diagnostics.diagnostic import Diagnostics
from neaspec_docs.model.document import Content, Document, FactValue, Meeting


@dataclass(frozen=True, slots=True)
class Context:
    """The surroundings of one paper while it is resolved.

    `numbered` gives another paper of the tree with its numbers assigned, or None where it did not load or is
    being numbered itself; what is wrong with the paper in hand goes into `report`.
    """

    content: Content
    meeting: Meeting
    numbered: Callable[[str], Document | None]
    report: Diagnostics = field(default_factory=Diagnostics)

    @property
    def facts(self) -> Mapping[str, FactValue]:
        """Return the facts of the whole tree with those of the paper's meeting over them."""
        return {**self.content.facts.get("", {}), **self.content.facts.get(self.meeting.id, {})}

    @property
    def meeting_is_faulty(self) -> bool:
        """Say whether something in the meeting's file was found at fault: what is missing there is no new fault."""
        file = f"content/{self.meeting.id}/meeting.yaml"
        return any(fault.at.file == file for fault in self.content.diagnostics)
