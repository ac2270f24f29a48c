"""The front of a pack and what its zip holds -> the page that one opens first: each paper, with links to its files."""

from collections.abc import Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass
from urllib.parse import quote
from xml.etree.ElementTree import Element, SubElement

from neaspec_docs.language.numbers import decimal_sign
from neaspec_docs.language.words import ENGLISH, Words, words
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
    language = page.root.get("lang", "")
    catalogue = words(language)
    for element in page.root.iter():
        if "whereabouts" in classes(element):
            paper = element.get("data-paper")
            if paper is None:
                element.text = catalogue.files
            else:
                _link(element, files.get(paper, ()), catalogue, language)
    return html.write(page, project)


def _link(cell: Element, files: Sequence[Listed], catalogue: Words, language: str) -> None:
    for place, file in enumerate(files):
        if place:
            SubElement(cell, "br")
        link = SubElement(cell, "a", {"class": "link", "href": quote(file.name, safe="()")})
        link.text = file.name.rpartition(".")[2].upper()
        link.tail = f" ({', '.join(filter(None, (_length(file, catalogue), size(file.size, catalogue, language))))})"


def _length(file: Listed, catalogue: Words) -> str:
    counted = catalogue.slides if file.slides else catalogue.pages
    return "" if file.pages is None else counted.of(file.pages)


def size(bytes: int, catalogue: Words = ENGLISH, language: str = "en") -> str:
    """Return "340 kB" or "1.2 MB": decimal prefixes, as the International System of Units has them."""
    kilobytes = max(1, round(bytes / 1000))
    if kilobytes < 1000:  # noqa: PLR2004
        return catalogue.kilobytes.format(kilobytes)
    return catalogue.megabytes.format(f"{bytes / 1_000_000:.1f}".replace(".", decimal_sign(language)))
