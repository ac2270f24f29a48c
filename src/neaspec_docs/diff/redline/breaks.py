"""A paragraph of one version that is two in the other -> both of these, with the break between them marked.

So does an editor who breaks a paragraph in two, or runs two into one: the words stay where they are, and only the end
of the first paragraph, and its number, come or go. Which ones these are was decided when the versions were lined up;
it is done where a redline can show it.
"""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple
from xml.etree.ElementTree import Element, SubElement

from neaspec_docs.diff.matching.align import Halves
from neaspec_docs.diff.redline import lines, numbers
from neaspec_docs.diff.redline.ledger import Ledger, Place
from neaspec_docs.diff.redline.marks import JOINED, OLD, SPLIT, WAS, both, marked
from neaspec_docs.diff.redline.match import Step
from neaspec_docs.diff.redline.pieces import bare, say
from neaspec_docs.diff.redline.shapes import anchor, classes, kind

_BREAK = "break"
"""The class of what stands between two halves while their words are compared."""


class Broken(NamedTuple):
    """A paragraph, and the two that it is in the other version, which is the new one where it was `split`."""

    whole: Element
    first: Element
    second: Element
    split: bool

    @property
    def alone(self) -> Element:
        """Return the two as a line is compared: the words of both, the break between them."""
        made = _worded(self.first)
        made.append(Element("span", {"class": _BREAK}))
        after = _worded(self.second)
        made[-1].tail = after.text
        made.extend(after)
        return made


def found(steps: Sequence[Step], ledger: Ledger) -> Broken | None:
    """Return the paragraph that two steps one after the other break in two or run into one, if they do."""
    paired = [step for step in steps if step.old is not None and step.new is not None]
    if len(paired) != 1 or len(steps) == 1 or ledger.moving:
        return None
    (other,) = (step for step in steps if step is not paired[0])
    split = other.old is None
    whole = paired[0].old if split else paired[0].new
    first, second = (step.new if split else step.old for step in steps)
    if whole is None or first is None or second is None or not _fit(whole, first, second):
        return None
    known = Halves(anchor(first) or "", anchor(second) or "", split) in ledger.pairs.broken
    return Broken(whole, first, second, split) if known else None


def _fit(whole: Element, first: Element, second: Element) -> bool:
    if not kind(whole) == kind(first) == kind(second) or _notes(second) or _notes(whole) != _notes(first):
        return False
    if "para" in classes(whole):
        return len(first) == 1 and all(_begins(block) for block in (whole, first, second))
    return whole.tag == "p" and "text" in classes(whole)


def _notes(block: Element) -> int:
    """Return how many footnotes the words of a paragraph carry.

    None may stand in the second half: pandoc puts the words that run on into its first footnote.
    """
    return sum("footnote" in classes(part) for part in _worded(block).iter("span"))


def _begins(para: Element) -> bool:
    """Say whether a numbered paragraph begins with its number, a blank and words."""
    number = _number(para)
    return number is not None and (number.tail or "").startswith(" ")


def merged(broken: Broken, ledger: Ledger, place: Place) -> tuple[Element, Element]:
    """Return both halves: the words of the whole, with what changed in them, and the break marked on the first.

    What stands below the second one is left to the caller.
    """
    whole, first, second, split = broken
    was, now = (whole, second) if split else (second, whole)
    line = Element("p")
    old, new = (_worded(whole), broken.alone) if split else (broken.alone, _worded(whole))
    lines.flow(line, old, new, ledger, place.within(was, now))
    head, tail = _cut(line, ledger)
    begins = anchor(second)
    hand = ledger.sign.broken(None, begins) if split else ledger.sign.broken(begins, None)
    made = (
        marked(Element(first.tag, first.attrib), SPLIT if split else JOINED, hand),
        Element(now.tag, both(was, now)),
    )
    _fill(made[0], head, _number(first))
    _fill(made[1], tail, numbers.merged(_number(was), _number(now)) if "para" in classes(whole) else None)
    _name(broken, made, ledger)
    return made


def _fill(block: Element, line: Element, number: Element | None) -> None:
    """Put words into a paragraph, its number before them."""
    if "para" in classes(block):
        block = SubElement(block, "p")
    if number is not None:
        block.append(bare(number))
        block[-1].tail = " "
    say(block, line.text or "")
    block.extend(line)


def _name(broken: Broken, made: tuple[Element, Element], ledger: Ledger) -> None:
    """Let references lead to the half that is the whole to both versions: the first takes its anchor along."""
    whole, first, second, split = (element if isinstance(element, bool) else element.get("id") for element in broken)
    alike = ledger.pairs.new_of if split else ledger.pairs.old_of
    is_first = isinstance(whole, str) and alike.get(whole) == first
    if split and is_first:
        ledger.kept[str(whole)] = str(first)
        made[1].set(f"{WAS}id", "")
    elif split:
        ledger.keep(made[1], broken.whole, broken.second)
    else:
        there, other = (made[0], made[1]) if is_first else (made[1], made[0])
        this, gone = (first, second) if is_first else (second, first)
        there.set("id", str(whole))
        other.set("id", f"{OLD}{gone}")
        ledger.kept |= {str(this): str(whole), str(gone): f"{OLD}{gone}"}


def _number(block: Element) -> Element | None:
    line = block[0] if "para" in classes(block) and len(block) else block
    return line[0] if len(line) and "number" in classes(line[0]) else None


def _worded(block: Element) -> Element:
    """Return a copy of the words of a paragraph, without its number."""
    line = block[0] if "para" in classes(block) else block
    made = Element("p")
    number = _number(block)
    made.text = (line.text or "") if number is None else (number.tail or "").lstrip(" ")
    made.extend(list(line) if number is None else list(line)[1:])
    return made


def _cut(line: Element, ledger: Ledger) -> tuple[Element, Element]:
    """Return what stands before the break in a line, and what stands behind it."""
    for at, mark in enumerate(line):
        for place, part in enumerate(mark if mark.tag in {"ins", "del"} else ()):
            if _BREAK in classes(part):
                first, second = Element("p"), Element("p")
                first.text, first[:] = line.text, line[:at]
                _mark(first, mark, mark.text, mark[:place], ledger)
                _mark(second, mark, part.tail, mark[place + 1 :], ledger)
                say(second, mark.tail or "")
                second.extend(line[at + 1 :])
                return first, second
    raise ValueError("a break is new or gone, so it stands in a mark")


def _mark(line: Element, like: Element, text: str | None, parts: Sequence[Element], ledger: Ledger) -> None:
    if text or parts:
        made = SubElement(line, like.tag, like.attrib)
        made.text, made[:] = text, parts
        if like.tag == "del":
            ledger.struck(made)


def run_on(root: Element, change: str) -> None:
    """Take away the breaks of this kind: the words of each such paragraph run on into the next one."""
    for parent in list(root.iter()):
        for block, following in reversed(list(pairwise(list(parent)))):
            if block.get("data-change") == change:
                _run_on(block, following)
                parent.remove(block)


def _run_on(block: Element, following: Element) -> None:
    into = following[0] if "para" in classes(following) else following
    words_of, number = _worded(block), _number(following)
    after = _worded(following)
    into.text, into[:] = None, []
    if number is not None:
        into.append(bare(number))
        into[-1].tail = " "
    say(into, words_of.text or "")
    into.extend(words_of)
    say(into, after.text or "")
    into.extend(after)
    if following.get(f"{WAS}id") == "" or following.get("id", "").startswith(OLD):
        following.attrib.pop(f"{WAS}id", None)
        following.set("id", block.get("id", ""))
