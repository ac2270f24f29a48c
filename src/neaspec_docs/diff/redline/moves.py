"""A redline -> the same where each block that moved says where it came from: "[moved from paragraph 12]".

So say negotiated texts, in which nothing else tells a move from a deletion and an insertion.
"""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from neaspec_docs.diff.redline.marks import CHANGE, MOVE, MOVED_FROM, MOVED_TO
from neaspec_docs.diff.redline.shapes import HEADINGS, classes, is_line
from neaspec_docs.language.words import Words, words


def tell(root: Element) -> None:
    """Write at the head of what moved where it stood, in words of the paper's language."""
    catalogue = words(root.get("lang", ""))
    came: dict[str, str] = {}
    for block in root.iter():
        if block.get(CHANGE) == MOVED_FROM:
            came.setdefault(block.get(MOVE, ""), _place(block, catalogue))
    for block in list(root.iter()):
        if block.get(CHANGE) == MOVED_TO and (place := came.pop(block.get(MOVE, ""), None)) is not None:
            said = catalogue.moved_from.format(place) if place else catalogue.moved
            for line in _lines(block):
                _begin(line, f"[{said}]")
                break


def _place(block: Element, catalogue: Words) -> str:
    """Return what a reference to a block at its old place would read as; "" where it has no number."""
    number = block.get("data-number", "").rstrip(".")
    if "para" in classes(block) and number:
        return catalogue.paragraph.format(number)
    if block.tag in HEADINGS and number:
        return number if "annex-heading" in classes(block) else catalogue.section.format(number)
    label = block.find("p[@class='caption']/span[@class='label']")
    return number if label is None else " ".join("".join(label.itertext()).split()).rstrip(".:")


def _lines(block: Element) -> Iterator[Element]:
    """Give what holds words in a block; of a heading and a caption the words after its number."""
    for part in block.iter():
        if is_line(part):
            apart = part.find("span[@class='words']")
            yield part if apart is None else apart


def _begin(line: Element, said: str) -> None:
    """Put words at the head of a line, behind the number of its block."""
    note = Element("em")
    note.text = said
    if len(line) and "number" in classes(line[0]) and not (line.text or "").strip():
        note.tail, line[0].tail = f" {(line[0].tail or '').lstrip()}", " "
        line.insert(1, note)
    else:
        note.tail, line.text = f" {line.text or ''}", None
        line.insert(0, note)
