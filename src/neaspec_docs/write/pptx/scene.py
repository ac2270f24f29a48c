"""What every part of the writer must know of the slide it writes on: its part, its language, its next number."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Protocol
from xml.etree.ElementTree import Element

from neaspec_docs.diagnostics.codes import Code
from neaspec_docs.diagnostics.diagnostic import Diagnostics
from neaspec_docs.project import Project
from neaspec_docs.write.charts.office import OfficeChart
from neaspec_docs.write.languages import Language
from neaspec_docs.write.slides.deck import Slide
from neaspec_docs.write.slides.measures import Box
from neaspec_docs.write.slides.text import Scale


class Story(Protocol):
    """A slide in the file, and what becomes its relationships."""

    def link(self, address: str) -> str:
        """Return the id of the relationship to an address."""

    def jump(self, part: object) -> str:
        """Return the id of the relationship to another slide, by its part."""

    def picture(self, data: bytes) -> str:
        """Return the id of the relationship to a picture; ValueError where PowerPoint can't show it."""

    def drawing(self, data: bytes) -> str:
        """Return the id of the relationship to a picture in SVG."""

    def chart(self, made: OfficeChart) -> str:
        """Return the id of the relationship to a chart."""

    def stands(self, index: int, box: Box) -> bool:
        """Say whether the layout's placeholder of this number stands in this box."""

    def has(self, index: int) -> bool:
        """Say whether the layout has a placeholder of this number."""


@dataclass(slots=True)
class Scene:
    """One slide on its way into PowerPoint; `anchors` lead to the parts of the slides on which things stand.

    Without them references are words: nobody clicks on a page of notes.
    """

    slide: Slide
    scale: Scale
    project: Project
    story: Story
    language: Language
    anchors: Mapping[str, object] | None
    report: Diagnostics
    numbers: int = field(default=1)

    def number(self) -> int:
        """Return the number of one more shape; the slide itself is 1."""
        self.numbers += 1
        return self.numbers

    def target(self, anchor: str) -> object | None:
        """Return the part of the slide on which an anchor stands."""
        return None if self.anchors is None else self.anchors.get(anchor)

    def unknown(self, element: Element, where: str) -> None:
        """Report what this writer has no form for; its words are printed all the same."""
        kind = element.get("class")
        said = f"`{element.tag}` of class `{kind}`" if kind else f"`{element.tag}`"
        self.report.warning(
            Code.UNPRINTABLE,
            f"{self.slide.called}: PowerPoint has no form for {said} in {where}; its words are printed plain",
            self.slide.at,
            "use the elements and classes that docs/page.md names",
        )
