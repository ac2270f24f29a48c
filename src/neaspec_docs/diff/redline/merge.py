"""Two versions of a paper as Pages, and which block of the one is which of the other -> one Page, the redline.

`docs/page.md`, "The redline", says what it holds. Take all its insertions and leave out its deletions and it is the new
version, do the reverse and it is the old one (`versions`). A version that is None makes of all the other an insertion,
or a deletion.
"""

from copy import deepcopy
from xml.etree.ElementTree import Element, SubElement

from neaspec_docs.diff.matching.align import Counterparts
from neaspec_docs.diff.redline import answers, contents
from neaspec_docs.diff.redline.blocks import Blocks
from neaspec_docs.diff.redline.ledger import Ledger, Place
from neaspec_docs.diff.redline.marks import DATA_OLD, REDLINE, both
from neaspec_docs.model.page import Page
from neaspec_docs.model.signature import MASTHEAD, Signatures

_TOP = Place()
_MASTHEAD = Place(MASTHEAD, MASTHEAD)
_FRONT = ("header.masthead", "h1.title", "p.subtitle", "p.presenter", "aside.summary")
"""What stands before the contents and the main text, in this order, each at most once."""


def merged(old: Page | None, new: Page | None, pairs: Counterparts, sign: Signatures) -> Page:
    """Return the redline of two versions, neither of which is changed. Raises ValueError where both are None."""
    there = new or old
    if there is None:
        raise ValueError("a redline of nothing")
    was = _empty(there.root) if old is None else deepcopy(old.root)
    now = _empty(there.root) if new is None else deepcopy(new.root)
    ledger = Ledger(pairs, sign)
    root = Element("html", both(was, now))
    root.append(_head(was, now))
    root.append(_body(was, now, ledger))
    return Page(there.paper, root, (old, new))


def _empty(root: Element) -> Element:
    """Return a version in which there is nothing; its kind and its language are those of the other."""
    made = Element("html", root.attrib)
    SubElement(made, "head")
    body = root.find("body")
    SubElement(SubElement(made, "body", {} if body is None else body.attrib), "main")
    return made


def _head(old: Element, new: Element) -> Element:
    made = Element("head")
    was = {_name(part): part for part in old.iterfind("head/*")}
    now = {_name(part): part for part in new.iterfind("head/*")}
    for name in (*now, *(name for name in was if name not in now)):
        part = deepcopy(now.get(name, was[name] if name in was else now[name]))
        before, after = _said(was.get(name)), _said(now.get(name))
        if name == "title":
            part.text = after
        else:
            part.set("content", after)
        if before != after:
            part.set(DATA_OLD, before)
        made.append(part)
    return made


def _name(part: Element) -> str:
    return part.get("name", part.tag)


def _said(part: Element | None) -> str:
    return "" if part is None else part.get("content") or part.text or ""


def _body(old: Element, new: Element, ledger: Ledger) -> Element:
    was, now = _only(old, "body"), _only(new, "body")
    blocks = Blocks(ledger)
    made = Element("body", {**both(was, now), REDLINE: "tracked"})
    for name in _FRONT:
        made.extend(blocks.row_of(_named(was, name), _named(now, name), _MASTHEAD if "masthead" in name else _TOP))
    main = Element("main")
    main[:] = blocks.sections(_only(was, "main"), _only(now, "main"), _TOP)
    annexes = blocks.row_of(was.findall("section"), now.findall("section"), _TOP)
    made.extend(contents.merged(was.find("nav"), now.find("nav"), ledger))
    made.append(main)
    made.extend(annexes)
    answers.settle(made, ledger)
    return made


def _only(parent: Element, tag: str) -> Element:
    found = parent.find(tag)
    if found is None:
        raise ValueError(f"a Page without {tag} reached the redline")
    return found


def _named(body: Element, name: str) -> list[Element]:
    tag, _, kind = name.partition(".")
    return [part for part in body.iterfind(tag) if part.get("class") == kind]
