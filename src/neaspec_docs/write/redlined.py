"""The tree of a redline -> the same with all words that came or went in `ins` and `del`, those of whole blocks too.

So what is printed and what is read on a screen need to know of nothing else. Words that moved have the class `moved`.
A number, a label and the paragraphs of a footnote are set apart from the words around them, so each has its own mark.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from copy import deepcopy
from dataclasses import replace
from xml.etree.ElementTree import Element, SubElement

from neaspec_docs.language.words import words
from neaspec_docs.model.page import INLINE, Layout, Page
from neaspec_docs.write import styled
from neaspec_docs.write.styled import classes

CHANGE = "data-change"
MARKS = {"inserted": "ins", "moved-to": "ins", "deleted": "del", "moved-from": "del"}
"""What stands around the words of a block that came or went whole."""

_LINES = frozenset({"p", "h1", "h2", "h3", "h4", "h5", "h6", "td", "th"})
BROKEN = {"split": "ins", "joined": "del"}
"""What stands around the number and the sign of a paragraph whose end came or went, and not its words."""

_BREAK = "\u00b6"
"""The sign of a paragraph's end."""

_APART = frozenset({"number", "label", "words", "lead", "mark"})
_SIGNED = ("data-by", "data-on")


def is_redline(root: Element) -> bool:
    """Say whether a Page shows its changes as marks."""
    return root.find("body[@data-redline='tracked']") is not None


def spread(root: Element) -> None:
    """Mark the words of all blocks that came or went whole; of a chart or picture its description says that it did."""
    if not is_redline(root):
        return
    catalogue = words(root.get("lang", ""))
    said = {"ins": catalogue.insertion.capitalize(), "del": catalogue.deletion.capitalize()}
    _spread(root, None)
    for block in [part for part in root.iter() if part.get(CHANGE) in BROKEN]:
        _break(block)
    for part in root.iter():
        name = "alt" if part.tag == "img" else "data-alt"
        change = part.get(CHANGE)
        if change in MARKS and name in part.attrib:
            part.set(name, f"{said[MARKS[change]]}: {part.get(name)}")


def layout(page: Page, laid_out: Callable[[Page], Layout | None]) -> Layout | None:
    """Return where the headings stand that the contents of a paper list; of a redline, in the version that has them.

    That is the new one, and the old one for what is gone: so the file with all its changes accepted says the pages
    that the new version's own file does. None: that can't be told.
    """
    old, new = page.versions
    if old is None or new is None:
        return laid_out(new or old or page)
    made = laid_out(new)
    gone = [link.get("href", "")[1:] for entry in _gone_entries(page) for link in entry.iter("a")]
    if made is None or not gone:
        return made
    before = laid_out(old)
    own = {anchor: re.sub(r"^(old:)+", "", anchor) for anchor in gone}
    known = before.places if before else {}
    return replace(made, places={**made.places, **{each: known[was] for each, was in own.items() if was in known}})


def _gone_entries(page: Page) -> Iterator[Element]:
    for contents in page.root.iter("nav"):
        entries = [contents] if contents.get(CHANGE) else contents.iter("li")
        yield from (entry for entry in entries if entry.get(CHANGE) == "deleted")


def _break(block: Element) -> None:
    """Mark the number of a paragraph whose end came or went, and put the sign of that end behind its words."""
    tag = BROKEN[block.get(CHANGE, "")]
    signed = {name: block.attrib[name] for name in _SIGNED if name in block.attrib}
    line = block[0] if block.tag == "div" else block
    for number in [part for part in line if "number" in classes(part)]:
        mark = Element(tag, signed)
        mark.text, number.text = number.text, None
        number.append(mark)
    if len(line) and line[-1].tag in MARKS.values() and not "".join(line[-1].itertext()).strip():
        line.remove(line[-1])  # the blank that a break stands in place of
    SubElement(line, tag, {**signed, "class": "break"}).text = _BREAK


def words_now(element: Element) -> str:
    """Return the words of an element as the new version has them, for what names it in one line; else the old ones.

    Both together would say "paragraph 12" of what is 1 no more and 2 now.
    """
    now = deepcopy(element)
    for gone in list(now.iter("del")):
        gone.text, gone[:] = None, []
    return styled.words(now) or styled.words(element)


def _spread(element: Element, whole: Element | None) -> None:
    """Mark the words of an element; `whole` is a block around it that came or went."""
    if element.get(CHANGE) in MARKS:
        whole = element
    if whole is not None and (element.tag == "img" or "chart" in classes(element)):
        element.set(CHANGE, whole.get(CHANGE, ""))
    if whole is not None and _is_line(element):
        _mark(element, whole)
    elif element.tag in {"ins", "del"}:
        _mark_notes(element, element)
    else:
        for child in element:
            _spread(child, whole)


def _is_line(element: Element) -> bool:
    in_contents = element.tag == "a" and not classes(element)
    return in_contents or (element.tag in _LINES and all(child.tag in INLINE for child in element))


def _mark(line: Element, whole: Element) -> None:
    """Mark the words of a line; what is marked in it already stays so."""
    parts = list(line)
    run = _begin(whole)
    run.text, line.text, line[:] = line.text, None, []
    for part in parts:
        apart = _APART & classes(part)
        if apart or part.tag in {"ins", "del"}:
            _end(line, run)
            run = _begin(whole)
            run.text, part.tail = part.tail, None
            line.append(part)
            if apart:
                _mark(part, whole)
            else:
                _mark_notes(part, part)
        else:
            run.append(part)
            _mark_notes([part], whole)
    _end(line, run)


def _begin(whole: Element) -> Element:
    change = whole.get(CHANGE)
    signed = {name: value for name in _SIGNED if (value := whole.get(name)) is not None}
    if change is None:  # a mark among words, whose footnote is marked like it
        return Element(whole.tag, {name: whole.attrib[name] for name in ("class", *_SIGNED) if name in whole.attrib})
    return Element(MARKS[change], signed | ({"class": "moved"} if change.startswith("moved") else {}))


def _end(line: Element, run: Element) -> None:
    """Add marked words to a line, and the blank before them unmarked: it is the gap after a number."""
    text = run.text or ""
    run.text = text.lstrip(" ")
    if len(line):
        line[-1].tail = text[: len(text) - len(run.text)]
    if len(run) or run.text:
        line.append(run)


def _mark_notes(parts: Iterable[Element], whole: Element) -> None:
    for part in parts:
        for note in part.iter("span"):
            if "passage" in classes(note):
                _mark(note, whole)
