"""A redline -> the Page of its new version, or that of its old one.

The anchors of the old version are those that it has in the redline, so `old:` stands before some.
"""

from copy import deepcopy
from xml.etree.ElementTree import Element

from neaspec_docs.diff.redline import breaks, flat
from neaspec_docs.diff.redline.marks import CHANGE, COME, DATA_OLD, GONE, JOINED, OLD, SPLIT, restored, unmarked
from neaspec_docs.diff.redline.pieces import is_look, say
from neaspec_docs.diff.redline.shapes import classes
from neaspec_docs.model.page import Page


def accepted(page: Page) -> Page:
    """Return the new version: what came is there, what went is not."""
    return _version(page, new=True)


def rejected(page: Page) -> Page:
    """Return the old version: what came is not there, what went is."""
    return _version(page, new=False)


def _version(page: Page, *, new: bool) -> Page:
    root = deepcopy(page.root)
    for body in root.iterfind("body"):
        for summary in body.findall("aside[@class='changes']"):
            body.remove(summary)
    for head in root.iterfind("head"):
        head[:] = [part for part in head if _was_there(part, new=new)]
    breaks.run_on(root, JOINED if new else SPLIT)
    _take(root, new=new)
    for container in flat.containers(root):
        container[:] = flat.nested(list(flat.flattened(container)))
    return Page(page.paper, root)


def _was_there(part: Element, *, new: bool) -> bool:
    """Let a part of the head say what it said in one version, and say whether it said anything."""
    before = part.attrib.pop(DATA_OLD, None)
    if part.tag == "title":
        part.text = part.text if before is None or new else before
        return True
    if before is not None and not new:
        part.set("content", before)
    return before is None or part.get("content") != ""


def _take(element: Element, *, new: bool) -> None:
    """Leave of an element, and of all below it, what one version has."""
    attributes = dict(element.attrib) if new else restored(element)
    element.attrib.clear()
    element.attrib.update(unmarked(attributes))
    if new and element.get("id", "").startswith(OLD):
        del element.attrib["id"]
    if not new and "noteref" in classes(element):
        element.text = element.get("data-number")
    gone = GONE if new else COME
    if element.tag == "section" and not classes(element) and len(element) and element[0].get(CHANGE) in gone:
        element.attrib.pop("data-headings", None)  # its heading is not there, so neither is it
    parts = [part for part in element if part.get(CHANGE) not in gone]
    text, element.text, element[:] = element.text, None, []
    say(element, text or "")
    for part in parts:
        tail, part.tail = part.tail, None
        if part.tag in {"ins", "del"}:
            if part.tag == ("ins" if new else "del"):
                _take(part, new=new)
                say(element, part.text or "")
                for inner in list(part):
                    _put(element, inner)
        elif not _emptied(part, new=new):
            _put(element, part)
        elif "number" in classes(part):  # and the blank that stood between it and the words
            tail = (tail or "").removeprefix(" ")
            if "label" in classes(element):
                element.text = (element.text or "").rstrip()
        say(element, tail or "")


def _emptied(part: Element, *, new: bool) -> bool:
    """Take one version of a part, and say whether nothing is left of what had no place in it."""
    had = len(part) > 0
    _take(part, new=new)
    return had and bool(classes(part) & {"number", "passage"}) and not len(part) and not part.text


def _put(parent: Element, part: Element) -> None:
    """Add a part to what an element holds; two of one look become one."""
    before = parent[-1] if len(parent) and not parent[-1].tail else None
    if before is not None and is_look(part) and (before.tag, before.attrib) == (part.tag, part.attrib):
        say(before, part.text or "")
        for inner in list(part):
            _put(before, inner)
        if part.tail:
            say(parent, part.tail)
    else:
        parent.append(part)
