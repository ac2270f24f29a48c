"""Where a template stands in a paper -> the level of the next section, how it is numbered, whose captions count."""

from dataclasses import dataclass

from neaspec_docs.model.block import Section
from neaspec_docs.model.document import Annex
from neaspec_docs.model.scheme import Scheme


@dataclass(frozen=True, slots=True)
class Place:
    """A place among sections: a section that begins here is of `level` (from 1), numbered by `headings`.

    `paper` is the full name of a paper that is annexed whole, inside it, and "" elsewhere.
    """

    headings: Scheme
    level: int = 1
    paper: str = ""

    def under(self, section: Section) -> "Place":
        """Return the place below a section; one with headings of its own numbers the levels below it anew."""
        headings = self.headings
        if section.headings is not None:
            above = (*headings, *(None,) * self.level)[: self.level]
            headings = above + section.headings
        return Place(headings, self.level + 1, self.paper)

    def annexed(self, annex: Annex) -> "Place":
        """Return the place in an annex of the paper that stands here."""
        if annex.document is not None:
            return Place(annex.headings or annex.document.headings, paper=annex.document.name)
        return Place(annex.headings or self.headings, paper=self.paper)

    def sequence(self, label: str) -> str:
        """Return the name under which captions or annexes count here: "Table", or "Table nfp-2/background"."""
        return f"{label} {self.paper}" if self.paper else label

    @property
    def written(self) -> str:
        """Return the samples as `data-headings` has them: "I.|1.|1.1.|"."""
        return "|".join(sample.written if sample else "" for sample in self.headings)
