"""The front of a pack and what its zip holds -> the page that one opens first: each paper, with links to its files."""

from collections.abc import Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass
from urllib.parse import quote
from xml.etree.ElementTree import Element, SubElement

from neaspec_docs.language.words import Words, words
from neaspec_docs.model.page import Page, Written
from neaspec_docs.project import Project
from neaspec_docs.write import html
from neaspec_docs.write.styled import classes


@dataclass(frozen=True, slots=True)
class Listed:
    """A file of a paper: its name, its size in bytes, its pages where its format has them; of `slides` these are."""

    name: str
    size: int
    pages: int | None
    slides: bool = False


def write(front: Page, files: Mapping[str, Sequence[Listed]], project: Project) -> Written:
    """Return the index in HTML: the front, which links to each paper's files where the pack shows its page."""
    page = Page(front.paper, deepcopy(front.root))
    catalogue = words(page.root.get("lang", ""))
    for element in page.root.iter():
        if "whereabouts" in classes(element):
            paper = element.get("data-paper")
            if paper is None:
                element.text = catalogue.files
            else:
                _link(element, files.get(paper, ()), catalogue)
    return html.write(page, project)


def _link(cell: Element, files: Sequence[Listed], catalogue: Words) -> None:
    for place, file in enumerate(files):
        if place:
            SubElement(cell, "br")
        link = SubElement(cell, "a", {"class": "link", "href": quote(file.name, safe="()")})
        link.text = file.name.rpartition(".")[2].upper()
        link.tail = f" ({', '.join(filter(None, (_length(file, catalogue), size(file.size))))})"


def _length(file: Listed, catalogue: Words) -> str:
    one, several = (catalogue.one_slide, catalogue.slides) if file.slides else (catalogue.one_page, catalogue.pages)
    return "" if file.pages is None else one if file.pages == 1 else several.format(file.pages)


def size(bytes: int) -> str:
    """Return "340 kB" or "1.2 MB": decimal prefixes, as the International System of Units has them."""
    kilobytes = max(1, round(bytes / 1000))
    return f"{kilobytes} kB" if kilobytes < 1000 else f"{bytes / 1_000_000:.1f} MB"  # noqa: PLR2004
