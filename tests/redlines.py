"""A Page -> the tree in which two Pages that a reader cannot tell apart are the same text."""

from copy import deepcopy
from xml.etree.ElementTree import Element, tostring

from neaspec_docs.diff.redline.pieces import say
from neaspec_docs.model.page import Page

LOOKS = {"em", "strong", "sub", "sup", "code"}
ANCHORS = ("href", "data-anchor")


def told(page: Page) -> str:
    """Return what a Page says, shows and leads to, as text.

    What stands behind a subsection is told in it, for no reader sees where that ends. Anchors are told by their order,
    for the old ones may have `old:` before them; metas stand in the order of their names; a cell that holds one
    paragraph holds its words; looks side by side are one, and one of nothing is none.
    """
    root = deepcopy(page.root)
    for head in root.iterfind("head"):
        head[:] = sorted(head, key=lambda part: (part.tag, part.get("name", "")))
    for parent in [*root.iter("main"), *(part for part in root.iter("section") if part.get("class"))]:
        _run_together(parent)
    for cell in [*root.iter("td"), *root.iter("th")]:
        if [(part.tag, part.attrib) for part in cell] == [("p", {})]:
            cell.text, cell[:] = cell[0].text, list(cell[0])
    names: dict[str, str] = {}
    for part in root.iter():
        if (anchor := part.get("id")) is not None:
            names[anchor] = f"#{len(names)}"
            part.set("id", names[anchor])
    for part in root.iter():
        for name in ANCHORS:
            led = part.get(name, "").removeprefix("#")
            if led in names and part.get("data-paper") is None:
                part.set(name, names[led])
    return tostring(_joined(root), encoding="unicode")


def _run_together(parent: Element) -> None:
    """Put each block that stands behind a section into it, as deep as that goes: the tree of sections stays."""
    last: Element | None = None
    for child in list(parent):
        if child.tag == "section":
            _run_together(child)
            last = None if child.get("class") else child
        elif last is not None:
            parent.remove(child)
            deepest = last
            while len(deepest) and deepest[-1].tag == "section":
                deepest = deepest[-1]
            deepest.append(child)


def _joined(element: Element) -> Element:
    made = Element(element.tag, dict(sorted(element.items())))
    say(made, element.text or "")
    for child in element:
        inner = _joined(child)
        before = made[-1] if len(made) else None
        if child.tag in LOOKS and not len(inner) and not inner.text:
            pass
        elif (
            before is not None
            and not before.tail
            and child.tag in LOOKS
            and (before.tag, before.attrib) == (inner.tag, inner.attrib)
        ):
            say(before, inner.text or "")
            before.extend(inner)
        else:
            made.append(inner)
        say(made, child.tail or "")
    return made


def marks(page: Page) -> list[str]:
    """Return what in a redline says that something changed."""
    found = [part.tag for part in page.root.iter() if part.tag in {"ins", "del", "s"}]
    said = [name for part in page.root.iter() for name in part.attrib if name.startswith(("data-old", "data-change"))]
    return [*found, *said]
