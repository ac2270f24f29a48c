"""What templates make of a paper, and what writers make of that."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from neaspec_docs.diagnostics.diagnostic import Diagnostic

TEXT = frozenset({"em", "strong", "sub", "sup", "code", "br", "a", "span"})
"""What may stand among words."""

MARKS = frozenset({"ins", "del", "s"})
"""What a redline has around words, and no other Page."""

INLINE = TEXT | MARKS
"""Elements that stand in a line of text, that of a redline too."""


@dataclass(frozen=True, slots=True)
class Page:
    """A paper as XHTML in the vocabulary of docs/page.md: `root` is its `html`; `paper` its full name.

    The front of a pack, and the pack, have the name of their meeting.
    Writers read `root` and never change it. `versions` are the old and the new Page that a redline with marks was made
    of, None where the paper was not there: for who must know how one of them falls on pages.
    """

    paper: str
    root: Element
    versions: tuple["Page | None", "Page | None"] = (None, None)

    @property
    def source(self) -> str:
        """Return the file that the paper, or the meeting, is written in, below the project's folder."""
        return f"content/{self.paper}.yaml" if "/" in self.paper else f"content/{self.paper}/meeting.yaml"

    @property
    def words(self) -> str:
        """Return all that is printed or said of it, in one line: for who asks what characters there are."""
        said = (value for element in self.root.iter() for value in element.attrib.values())
        return "".join((*self.root.itertext(), *said))

    @property
    def pictures(self) -> tuple[str, ...]:
        """Return the paths of the pictures in it."""
        return tuple(image.get("src", "") for image in self.root.iter("img"))

    @property
    def slides(self) -> bool:
        """Say whether the paper is a set of slides."""
        return self.root.find("body/main/section[@data-layout]") is not None


@dataclass(frozen=True, slots=True)
class Layout:
    """How a paper falls on pages: how many there are, and the page (from 1) on which each anchor stands."""

    pages: int
    places: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Written:
    """A paper in one format: the bytes of its file, its layout where the format has pages, what could not be said."""

    data: bytes
    layout: Layout | None = None
    diagnostics: tuple[Diagnostic, ...] = ()
