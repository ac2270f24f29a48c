"""A line of a Page -> its pieces, words and things among words, each with the look it has; and pieces -> a line.

A reference, a link, a footnote and a break are one piece each. What makes two of them the same is what they mean: a
reference leads to the same place in the same words, whatever number it repeats.
"""

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from copy import copy, deepcopy
from typing import NamedTuple, TypeAlias
from xml.etree.ElementTree import Element, SubElement

from neaspec_docs.diff.redline.shapes import classes, written
from neaspec_docs.diff.wording import words

Look: TypeAlias = tuple[tuple[str, tuple[tuple[str, str], ...]], ...]
"""The elements around a piece, outermost first, each with its attributes."""

Target: TypeAlias = Callable[[str], str]
"""An anchor of one version -> the name that both versions have for it."""

_LOOKS = frozenset({"em", "strong", "sub", "sup", "code"})


class Piece(NamedTuple):
    """A token, and where it is a thing, the element."""

    token: words.Token
    look: Look
    thing: Element | None = None


def pieces(line: Element, target: Target, look: Look = ()) -> Iterator[Piece]:
    """Give the pieces of a line, or of what stands in it."""
    yield from _said(line.text, look)
    for child in line:
        if is_look(child):
            yield from pieces(child, target, (*look, (child.tag, tuple(sorted(child.items())))))
        else:
            text, meaning = _meaning(child, target)
            yield Piece(words.Token(text, (look, meaning)), look, child)
        yield from _said(child.tail, look)


def _said(text: str | None, look: Look) -> Iterator[Piece]:
    return (Piece(token, look) for token in words.tokens(text or "", look or None))


def is_look(element: Element) -> bool:
    """Say whether an element is but the look of the words in it."""
    return (element.tag in _LOOKS or element.tag == "span") and not classes(element)


def _meaning(thing: Element, target: Target) -> tuple[str, Hashable]:
    """Return the text of a thing among words, and what else makes it what it is."""
    named = classes(thing)
    href = thing.get("href", "")
    if named & {"footnote", "noteref"}:  # a call is the same call, whether it carries the note or another one does
        return words.OBJECT, ("note", target(thing.get("id", href[1:])))
    if thing.tag == "a" and href.startswith("#"):
        return "".join(_unrepeated(thing)) or "[]", ("ref", target(href[1:]), written(_skeleton(thing)))
    if "number" in named:
        return words.OBJECT, ("number",)
    return ("".join(thing.itertext()) or words.OBJECT), written(thing)


def lives(thing: Element) -> list[Element]:
    """Return what in a reference repeats its target's number or title."""
    return [part for part in thing.iter("span") if "live" in classes(part)]


def _unrepeated(thing: Element) -> Iterator[str]:
    yield thing.text or ""
    for child in thing:
        if "live" not in classes(child):
            yield from _unrepeated(child)
        yield child.tail or ""


def _skeleton(thing: Element) -> Element:
    """Return a reference without where it leads and what it repeats."""
    made = bare(thing)
    made.attrib.pop("href", None)
    for live in lives(made):
        live.attrib.pop("data-anchor", None)
        live.text = None
        live[:] = []
    return made


def bare(thing: Element) -> Element:
    """Return a copy of a thing, without the words that follow it."""
    made = copy(thing)
    made.tail = None
    return deepcopy(made)


class Composer:
    """Puts pieces into a line, in looks that are opened and closed where they change."""

    def __init__(self, line: Element) -> None:
        """Take the line; pieces come after what it holds."""
        self._line = line
        self._open: list[Element] = []
        self._look: Look = ()

    def put(self, piece: Piece, things: Sequence[Element] = ()) -> None:
        """Add a piece, or `things` in its place."""
        shared = 0
        for mine, other in zip(self._look, piece.look, strict=False):
            if mine != other:
                break
            shared += 1
        del self._open[shared:]
        for tag, attributes in piece.look[shared:]:
            self._open.append(SubElement(self._open[-1] if self._open else self._line, tag, dict(attributes)))
        self._look = piece.look
        parent = self._open[-1] if self._open else self._line
        if piece.thing is None:
            say(parent, piece.token.text)
        else:
            parent.extend(things or [bare(piece.thing)])


def say(parent: Element, text: str) -> None:
    """Add words at the end of what an element holds."""
    if len(parent):
        parent[-1].tail = (parent[-1].tail or "") + text
    else:
        parent.text = (parent.text or "") + text


def compose(line: Element, parts: Iterable[Piece]) -> Element:
    """Put pieces into a line, and return it."""
    composer = Composer(line)
    for piece in parts:
        composer.put(piece)
    return line
