"""A line of text in both versions -> the line with its words that went in `del`, those that came in `ins`."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from copy import deepcopy
from itertools import accumulate
from typing import NamedTuple
from xml.etree.ElementTree import Element, SubElement

from neaspec_docs.diff.redline import numbers
from neaspec_docs.diff.redline.ledger import Ledger, Place
from neaspec_docs.diff.redline.marks import RENUMBERED, both, sign
from neaspec_docs.diff.redline.match import aligned
from neaspec_docs.diff.redline.pieces import Composer, Piece, bare, compose, lives, pieces
from neaspec_docs.diff.redline.shapes import HEADINGS, classes
from neaspec_docs.diff.wording import words
from neaspec_docs.model.signature import Stretch

_PARTS = ("number", "label", "words")


def is_composed(line: Element) -> bool:
    """Say whether a line is made of a number, a label and words of its own, each in an element."""
    return line.tag in HEADINGS or "caption" in classes(line)


def composed(made: Element, old: Element, new: Element, ledger: Ledger, place: Place) -> bool:
    """Fill a heading or a caption from those of both versions; say no where one has a part that the other lacks."""
    was, now = _parts(old), _parts(new)
    if was.keys() - {"number"} != now.keys() - {"number"} or _lead(was) != _lead(now):
        return False
    if "number" in was or "number" in now:
        made.append(numbers.merged(was.get("number"), now.get("number")))
        made[-1].tail = " "
    for name, part in now.items():
        if name == "label":
            made.append(_label(was[name], part))
        elif name == "words":
            flow(SubElement(made, part.tag, part.attrib), was[name], part, ledger, place)
        elif name != "number":
            made.append(bare(part))
        if name != "number":
            made[-1].tail = part.tail
    return True


def _lead(parts: Mapping[str, Element]) -> str:
    """Return the word before the number in a label."""
    return (parts["label"].text or "").strip() if "label" in parts else ""


def _label(old: Element, new: Element) -> Element:
    """Return the label of a caption, "Table 2"."""
    was, now = old.find("span"), new.find("span")
    made = Element("span", new.attrib)
    made.text = new.text if now is not None else old.text
    if was is not None or now is not None:
        made.append(numbers.merged(was, now))
    return made


def _parts(line: Element) -> dict[str, Element]:
    """Return the parts of a line by their class; what else stands in it goes by its element's name."""
    return {next((name for name in _PARTS if name in classes(part)), part.tag): part for part in line}


def flow(made: Element, old: Element, new: Element, ledger: Ledger, place: Place) -> None:
    """Fill a line from those of both versions. A number at its head is that of its block, and stays."""
    was = list(pieces(old, ledger.meant))
    now = list(pieces(new, str))
    gone, come = _line(was), _line(now)
    for edit in _edits([piece.token for piece in was], [piece.token for piece in now]):
        if edit.same:
            composer = Composer(made)
            for one, other in zip(was[edit.old], now[edit.new], strict=True):
                composer.put(other, _thing(one, other, ledger, place))
            continue
        made.extend(_marks("del", gone, edit.old, ledger, place))
        made.extend(_marks("ins", come, edit.new, ledger, place))


class _Line(NamedTuple):
    """The pieces of a line, all their text, and where in it each starts."""

    pieces: Sequence[Piece]
    text: str
    starts: Sequence[int]


def _line(pieces: Sequence[Piece]) -> _Line:
    texts = [piece.token.text for piece in pieces]
    return _Line(pieces, "".join(texts), list(accumulate(map(len, texts), initial=0)))


def _marks(tag: str, line: _Line, changed: slice, ledger: Ledger, place: Place) -> list[Element]:
    """Return the pieces of a line that went or came, each hand's in a mark of its own."""
    if changed.start == changed.stop:
        return []
    made: list[Element] = []
    starts = line.starts
    begin, end = changed.start, changed.stop
    stretch = Stretch(line.text, starts[begin], starts[end])
    signed = ledger.sign.gone if tag == "del" else ledger.sign.come
    for until, signature in signed(place.old, place.new, stretch):
        stop = min(bisect_left(starts, until), end)
        if stop > begin:
            part = compose(sign(Element(tag), signature), line.pieces[begin:stop])
            begin = stop
            made.append(ledger.struck(part) if tag == "del" else part)
    return made


def _edits(old: list[words.Token], new: list[words.Token]) -> tuple[words.Edit, ...]:
    """Return what became of the words; most lines are the same in both versions, and need no weighing."""
    if old == new:
        return (words.Edit(slice(0, len(old)), slice(0, len(new)), same=True),)
    return words.edits(old, new)


def _thing(old: Piece, new: Piece, ledger: Ledger, place: Place) -> list[Element]:
    """Return a thing among words that stays, with what it has of both versions; none where words stay."""
    was, now = old.thing, new.thing
    if was is None or now is None:
        return []
    named = classes(now)
    if "number" in named:
        return [numbers.merged(was, now)]
    if classes(was) != named:
        return told_twice(bare(was), bare(now), ledger)
    if "footnote" in named:
        return [_note(was, now, ledger, place)]
    if "noteref" in named:
        made = Element(now.tag, both(was, now))
        made.text = now.text
        ledger.doubt(made, bare(was), bare(now))
        return [made]
    made = bare(now)
    if now.get("href", "").startswith("#"):
        for live, before, after in zip(lives(made), lives(was), lives(now), strict=True):
            _reread(live, before, after)
        ledger.doubt(made, bare(was), bare(now))
    return [made]


def told_twice(old: Element, new: Element, ledger: Ledger) -> list[Element]:
    """Return what nobody changed as it was and as it is now."""
    went, came = Element("del", {"class": RENUMBERED}), Element("ins", {"class": RENUMBERED})
    went.append(old)
    came.append(new)
    return [ledger.struck(went), came]


def _reread(live: Element, old: Element, new: Element) -> None:
    """Put both readings into what repeats a number or a title."""
    if _inner(old) == _inner(new):
        return
    live.text = None
    live[:] = []
    for tag, side in (("del", old), ("ins", new)):
        part = SubElement(live, tag, {"class": RENUMBERED})
        part.text = side.text
        part.extend(deepcopy(list(side)))


def _inner(element: Element) -> tuple[str, ...]:
    return tuple(element.itertext())


def _note(old: Element, new: Element, ledger: Ledger, place: Place) -> Element:
    """Return a footnote of both versions; a paragraph of it that came or went is marked as words are."""
    made = Element(new.tag, both(old, new))
    place = place.within(old, new)
    ledger.keep(made, old, new)
    was, now = list(old), list(new)
    begin = start = 0
    for i, j in [*aligned(was, now), (len(was), len(now))]:
        _passages(made, "del", was[begin:i], ledger, place)
        _passages(made, "ins", now[start:j], ledger, place)
        if i < len(was):
            flow(SubElement(made, "span", now[j].attrib), was[i], now[j], ledger, place)
        begin, start = i + 1, j + 1
    return made


def _passages(note: Element, tag: str, whole: Sequence[Element], ledger: Ledger, place: Place) -> None:
    for passage in whole:
        line = list(pieces(passage, str))
        made = SubElement(note, passage.tag, passage.attrib)
        made.extend(_marks(tag, _line(line), slice(0, len(line)), ledger, place))
