"""A document painted by WeasyPrint -> its tags in the PDF, as WeasyPrint takes what is done last: a finisher."""

from typing import Any
from xml.etree.ElementTree import Element

from neaspec_docs.language.words import words
from neaspec_docs.write.pdf import change_bars, figure_tags, list_tags, table_tags
from neaspec_docs.write.pdf.settling import settle
from neaspec_docs.write.pdf.structure import Structure, Tag
from neaspec_docs.write.pdf.tagging import Tagging
from neaspec_docs.write.redlined import is_redline

_LINES = {"ins": "/Underline", "del": "/LineThrough"}
"""How the words of a redline look (ISO 32000-1 14.8.5.4.5, TextDecorationType)."""


def tag(root: Element, document: Any, pdf: Any) -> None:  # noqa: ANN401 -- WeasyPrint and pydyf ship no types
    """Tag a PDF just before it is written; `root` is the tree that was laid out."""
    for page in document.pages:
        page.restore()
    structure = Structure(root, document.pages, pdf)
    settle(structure.document)
    table_tags.mend(structure.document)
    list_tags.mend(structure.document)
    figure_tags.mend(structure.document, document.pages)
    if is_redline(root):
        _name_changes(structure.document, root.get("lang", ""))
        change_bars.draw(document, root)
    Tagging(pdf, document.pages).write(structure.document)


def _name_changes(document: Tag, language: str) -> None:
    """Say of all that came or went what it is, by a title (14.7.2) in the paper's language, and how it looks."""
    said = words(language)
    titles = {"ins": said.insertion, "del": said.deletion}
    for change in document.below():
        if (name := change.element.tag) in titles:
            change.entries["T"] = titles[name]
            change.attributes["Layout"] = {"TextDecorationType": _LINES[name]}
