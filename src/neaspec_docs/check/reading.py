"""What rules read: a paper as it was written and as it is resolved, its running text, and the whole tree around it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from neaspec_docs.check import text
from neaspec_docs.check.files import Files
from neaspec_docs.check.text import Stretch
from neaspec_docs.model.document import Content, Document, Meeting


@dataclass(frozen=True)
class Reading:
    """One paper: as written, and resolved where no error hides its numbers (then every number is in it).

    `longest` is how many words it may have.
    """

    document: Document
    resolved: Document | None
    meeting: Meeting
    content: Content
    files: Files = field(repr=False)
    longest: int

    @cached_property
    def texts(self) -> tuple[Stretch, ...]:
        """Return all running text of the paper, in the order in which it is read."""
        return text.of(self.document, self.files)

    @property
    def english(self) -> bool:
        """Say whether the paper is in English: rules of spelling and style are for no other language."""
        return self.document.language.partition("-")[0].lower() == "en"


@dataclass(frozen=True)
class Tree:
    """All papers that are checked together, by full name, and the whole tree of content."""

    content: Content
    papers: Mapping[str, Reading]
    files: Files = field(repr=False)
