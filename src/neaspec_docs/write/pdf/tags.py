"""A document painted by WeasyPrint -> its tags in the PDF, as WeasyPrint takes what is done last: a finisher."""

from typing import Any
from xml.etree.ElementTree import Element

from neaspec_docs.write.pdf import figure_tags, list_tags, table_tags
from neaspec_docs.write.pdf.settling import settle
from neaspec_docs.write.pdf.structure import Structure
from neaspec_docs.write.pdf.tagging import Tagging


def tag(root: Element, document: Any, pdf: Any) -> None:  # noqa: ANN401 -- WeasyPrint and pydyf ship no types
    """Tag a PDF just before it is written; `root` is the tree that was laid out."""
    for page in document.pages:
        page.restore()
    structure = Structure(root, document.pages, pdf)
    settle(structure.document)
    table_tags.mend(structure.document)
    list_tags.mend(structure.document)
    figure_tags.mend(structure.document, document.pages)
    Tagging(pdf, document.pages).write(structure.document)
