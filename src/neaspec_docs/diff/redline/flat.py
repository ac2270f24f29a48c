"""The sections of a main text or an annex -> its headings and blocks one after another, and back.

So a heading that comes or goes leaves the paragraphs below it where they are. A heading that is gone opens no section:
the tree of sections is always that of one version.
"""

from collections.abc import Iterable, Iterator
from xml.etree.ElementTree import Element

from neaspec_docs.diff.redline.marks import CHANGE, GONE
from neaspec_docs.diff.redline.shapes import HEADINGS, classes

OF_SECTION = ("data-headings", "data-old-headings")
"""What stands on a section and is its heading's while there are no sections."""


def flattened(container: Element) -> Iterator[Element]:
    """Give the headings and blocks of an element that holds sections. A heading gets its section's own scheme."""
    for child in container:
        if child.tag != "section" or classes(child):
            yield child
            continue
        if len(child) and child[0].tag in HEADINGS:
            child[0].attrib.update({name: child.attrib[name] for name in OF_SECTION if name in child.attrib})
        yield from flattened(child)


def nested(blocks: Iterable[Element]) -> list[Element]:
    """Return the blocks in their sections; annexes stand in none."""
    top: list[Element] = []
    opened: list[tuple[int, Element]] = []
    for block in blocks:
        if block.tag == "section" and "annex" in classes(block):
            opened.clear()
        level = int(block.get("data-level", "0")) if block.tag in HEADINGS else 0
        if level and block.get(CHANGE) not in GONE:
            while opened and opened[-1][0] >= level:
                opened.pop()
            section = _section(block, level)
            _put(section, top, opened)
            opened.append((level, section))
        _put(block, top, opened)
    return top


def _section(heading: Element, level: int) -> Element:
    own = {name: heading.attrib.pop(name) for name in OF_SECTION if name in heading.attrib}
    return Element("section", {"data-level": str(level), **own})


def _put(block: Element, top: list[Element], opened: list[tuple[int, Element]]) -> None:
    if opened:
        opened[-1][1].append(block)
    else:
        top.append(block)


def containers(root: Element) -> Iterator[Element]:
    """Give each element of a Page that holds sections: the main text and the annexes."""
    for body in root.findall("body"):
        yield from body.findall("main")
        yield from [section for section in body.iter("section") if "annex" in classes(section)]
