"""A Page -> what every part of the writer must know of it: its anchors, how each is referred to, and what is shared.

One `Manuscript` goes through the whole writing of a file. It holds the file's bookmarks, lists and footnotes and
collects what Word can't say.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Protocol
from xml.etree.ElementTree import Element

from neaspec_docs.diagnostics.codes import Code
from neaspec_docs.diagnostics.diagnostic import Diagnostics
from neaspec_docs.diagnostics.span import Span
from neaspec_docs.model.page import Layout, Page
from neaspec_docs.project import Project
from neaspec_docs.write import properties
from neaspec_docs.write.docx import bookmarks, revisions
from neaspec_docs.write.docx.bookmarks import Bookmarks
from neaspec_docs.write.docx.numbering import Numbering
from neaspec_docs.write.docx.revisions import BOTH, Revisions, stamp
from neaspec_docs.write.docx.stylesheet import Sheet, Stylesheet
from neaspec_docs.write.languages import Language, language
from neaspec_docs.write.styled import classes

if TYPE_CHECKING:  # few papers have any
    from neaspec_docs.write.charts.office import OfficeChart
    from neaspec_docs.write.pictures import Drawing


class Story(Protocol):
    """A part that holds text, and the relationships of its links, pictures and charts."""

    def link(self, address: str) -> str:
        """Return the id of the relationship to an address."""

    def picture(self, file: Path) -> str:
        """Return the id of the relationship to a picture; ValueError where Word can't show it."""

    def drawing(self, drawn: "Drawing") -> tuple[str, str]:
        """Return the ids of the relationships to a drawing's PNG and to its SVG."""

    def chart(self, made: "OfficeChart") -> str:
        """Return the id of the relationship to a chart."""


@dataclass(slots=True)
class Anchors:
    """The anchors of a Page: which there are, which a list numbers, whose titles are repeated, which are annexes.

    `unnumbered` are those whose bookmark has no number of the old version in it: what is in both, and numbered in one.
    `levels` has the levels of headings, as they are written; `contents` those that the contents list, each with the
    bookmark of its entry; `places` what has no anchor and goes by where it stands.
    """

    all: set[str] = field(default_factory=set)
    listed: set[str] = field(default_factory=set)
    titled: set[str] = field(default_factory=set)
    annexes: set[str] = field(default_factory=set)
    unnumbered: set[str] = field(default_factory=set)
    levels: dict[str, str] = field(default_factory=dict)
    contents: Mapping[str, str] = field(default_factory=dict)
    places: Mapping[Element, str] = field(default_factory=dict)


@dataclass(slots=True)
class Manuscript:
    """One paper on its way into Word."""

    page: Page
    project: Project
    layout: Layout | None
    stylesheet: Stylesheet
    sheet: Sheet
    language: Language
    anchors: Anchors
    numbering: Numbering
    revisions: Revisions
    bookmarks: Bookmarks = field(default_factory=Bookmarks)
    report: Diagnostics = field(default_factory=Diagnostics)
    pictures: int = 0

    @property
    def at(self) -> Span:
        """Return the place of what is wrong: the paper's file, for a Page knows no lines."""
        return Span(f"content/{self.page.paper}.yaml", 1, 1)

    def unknown(self, element: Element, where: str) -> None:
        """Report what this writer has no form for; its words are printed all the same."""
        kind = element.get("class")
        said = f"`{element.tag}` of class `{kind}`" if kind else f"`{element.tag}`"
        self.report.warning(
            Code.UNPRINTABLE,
            f"Word has no form for {said} in {where}; its words are printed plain",
            self.at,
            "use the elements and classes that docs/page.md names",
        )

    def picture_number(self) -> int:
        """Return the number of one more picture, from 1."""
        self.pictures += 1
        return self.pictures


def begin(page: Page, project: Project, layout: Layout | None, stylesheet: Stylesheet, sheet: Sheet) -> Manuscript:
    """Return the manuscript of a Page, nothing written yet."""
    return Manuscript(
        page,
        project,
        layout,
        stylesheet,
        sheet,
        language(page.root.get("lang", "en")),
        _anchors(page.root),
        Numbering(stylesheet),
        Revisions(stamp(properties.moment(page.root))),
    )


def _anchors(root: Element) -> Anchors:
    repeated = {span.get("data-anchor", "") for span in root.iter("span") if span.get("data-what") == "title"}
    anchors = Anchors(titled=repeated.copy())
    for element in root.iter():
        if (anchor := element.get("id")) is None:
            continue
        anchors.all.add(anchor)
        if element.tag == "li" or element.get("class") == "para" or _numbered(element):
            anchors.listed.add(anchor)
        if (level := element.get("data-level")) is not None:
            anchors.levels[anchor] = level
        if "annex-heading" in classes(element):
            anchors.annexes.add(anchor)
        if _unnumbered(element):
            anchors.unnumbered.add(anchor)
        if anchor in repeated and _broken(element):
            anchors.titled.discard(anchor)
    links = (link.get("href", "")[1:] for contents in root.iter("nav") for link in contents.iter("a"))
    anchors.contents = bookmarks.of_contents(links)
    anchors.places = bookmarks.of_places(root, anchors.all)
    return anchors


def _numbered(element: Element) -> bool:
    return bool(element.get("data-number") or element.get("data-old-number"))


def _unnumbered(element: Element) -> bool:
    """Return whether a caption's or an annex's number is in one version alone, and what it numbers in both."""
    if element.tag == "div":
        captions = [part for part in element if part.tag == "p" and part.get("class") == "caption"]
        in_one = any(revisions.of(caption) is not None for caption in captions)
    elif "annex-heading" in classes(element):
        number = element.find(".//span[@class='number']")
        in_one = number is not None and revisions.within(number) != BOTH
    else:
        return False
    return in_one and revisions.of(element) is None


def _broken(heading: Element) -> bool:
    """Return whether a heading has words after a footnote's mark: a field that repeated it would repeat the note."""
    if heading.get("data-level") is None and "annex-heading" not in classes(heading):
        return False
    around = list(heading.iter())
    notes = [place for place, part in enumerate(around) if "footnote" in classes(part)]
    return any((around[place].tail or "").strip() for place in notes)
