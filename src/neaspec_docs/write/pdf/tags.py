"""A document laid out by WeasyPrint -> the mending of its tags, as WeasyPrint takes it: a finisher."""

from collections.abc import Callable
from typing import Any
from xml.etree.ElementTree import Element

from neaspec_docs.language.words import words
from neaspec_docs.write.pdf import change_bars, change_tags, figure_tags, list_tags, note_tags, part_tags, table_tags
from neaspec_docs.write.pdf.structure import Structure, boxes
from neaspec_docs.write.redlined import is_redline


def mender(root: Element) -> Callable[[Any, Any], None]:
    """Return what mends the tags of a PDF just before it is written; `root` is the tree that was laid out."""

    def mend(document: Any, pdf: Any) -> None:  # noqa: ANN401 -- WeasyPrint and pydyf ship no types
        structure = Structure(pdf)
        laid_out = list(boxes(document))
        if is_redline(root):
            change_tags.mend(structure, document, words(root.get("lang", "")))
            change_bars.draw(structure, document, root)
        figure_tags.name(structure, laid_out)
        structure.silence_margins()
        list_tags.link(structure, laid_out)
        table_tags.mend(structure, laid_out, root)
        note_tags.mend(structure, laid_out, document)
        part_tags.mend(structure, document)
        list_tags.contents(structure, laid_out, root)
        list_tags.label(structure)
        structure.prune()

    return mend
