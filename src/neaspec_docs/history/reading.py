"""A block of a paper -> its words as they are read, each with the line of the file on which it is written.

git knows lines, a reader knows words; so that two hands in one paragraph are told apart, each word is looked for on
the lines that its text was read from.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from itertools import islice
from typing import NamedTuple

from neaspec_docs.diagnostics.span import Span
from neaspec_docs.model.inline import Code, FootnoteCall, Reference, Said, Text
from neaspec_docs.model.node import Anchored, Node
from neaspec_docs.model.signature import Stretch
from neaspec_docs.model.walk import children

WORD = re.compile(r"\w+")
_AHEAD = 12
"""So many words of a file are looked through for the next one of its text; between two there is only markup."""


class Word(NamedTuple):
    """A word, and its line; `typed`: it stands there, and is not the value of a fact, or what a reference says."""

    text: str
    file: str
    line: int
    typed: bool


class Part(NamedTuple):
    """A part of a stretch that stands on one line of a file: from `begin` up to `end` in the line as it is read."""

    begin: int

    end: int
    file: str
    line: int


def words(block: object, texts: Mapping[str, Sequence[str]]) -> list[Word]:
    """Return the words of a block, or of several things, in the order they are read; `texts` are lines by file.

    Blocks within it, and footnotes, are read for themselves.
    """
    said = list(_said(block, outermost=True))
    ends = [*(at for _, at in said[1:]), None][: len(said)]
    found: list[Word] = []
    for (value, at), end in zip(said, ends, strict=True):
        found += _placed(value, at, end, texts.get(at.file, ()))
    return found


def parts(stretch: Stretch, known: Sequence[Word]) -> list[Part]:
    """Return the parts of a stretch of a block's words, in order, cut where another line begins.

    What stands between two words goes with the one that it touches. Empty where no word of the line is known.
    """
    found = list(WORD.finditer(stretch.line))
    at = _lined_up([word.group() for word in found], known)
    where = [known[place] if place is not None else None for place in at]
    cut: list[Part] = []
    last = next((word for word in where if word is not None), None)
    if last is None:
        return []
    for index, (match, word) in enumerate(zip(found, where, strict=True)):
        last = word or last
        begin = found[index + 1].start() if index + 1 < len(found) else len(stretch.line)
        gap = stretch.line[match.end() : begin]
        touching = len(gap) - len(gap.partition(" ")[2])
        end = min(match.end() + touching, stretch.end)
        start = cut[-1].end if cut else stretch.start
        if not stretch.line[start:end].strip():
            continue
        if cut and (cut[-1].file, cut[-1].line) == (last.file, last.line):
            start = cut.pop().begin
        cut.append(Part(start, end, last.file, last.line))
    if not cut:  # blanks alone
        return [Part(stretch.start, stretch.end, last.file, last.line)]
    return [*cut[:-1], cut[-1]._replace(end=stretch.end)]


def phrase(line: str, begin: int, end: int) -> tuple[str, tuple[str, ...], str]:
    """Return the words of a part of a line, with the one before and the one behind it, "" where there is none."""
    found = list(WORD.finditer(line))
    inside = [place for place, word in enumerate(found) if word.start() < end and word.end() > begin]
    first, last = (inside[0], inside[-1]) if inside else (0, -1)
    before = found[first - 1].group() if inside and first else ""
    behind = found[last + 1].group() if inside and last + 1 < len(found) else ""
    return before, tuple(word.group() for word in found[first : last + 1]), behind


def is_typed(stretch: Stretch, known: Sequence[Word]) -> bool:
    """Say whether a word of a stretch, if it has any, stands in the file as it is read."""
    found = list(WORD.finditer(stretch.line))
    at = _lined_up([word.group() for word in found], known)
    inside = [
        place is not None and known[place].typed
        for word, place in zip(found, at, strict=True)
        if word.start() < stretch.end and word.end() > stretch.start
    ]
    return any(inside) or not inside


def _said(tree: object, *, outermost: bool) -> Iterator[tuple[str, Span]]:
    """Give what is read in a tree, with its place."""
    match tree:
        case tuple():
            for part in tree:
                yield from _said(part, outermost=outermost)
        case Text(value=value, at=at) | Code(value=value, at=at):
            yield value, at
        case Reference(children=(), answer=answer, at=at):
            yield "".join(part.value for part in answer.parts if isinstance(part, Said)) if answer else "", at
        case FootnoteCall():
            return
        case Anchored() if not outermost:
            return
        case Node():
            for name in children(tree.__class__):
                yield from _said(getattr(tree, name), outermost=False)
        case _:
            return


def _placed(value: str, at: Span, end: Span | None, lines: Sequence[str]) -> Iterator[Word]:
    """Give the words of a text that begins at a place and has ended before another."""
    last = at.line
    written = _written(at, end if end is not None and end.file == at.file and end > at else None, lines)
    ahead: list[tuple[str, int]] = []
    for match in WORD.finditer(value):
        word = match.group()
        ahead += islice(written, _AHEAD - len(ahead))
        place = next((place for place, (text, _) in enumerate(ahead) if text == word), None)
        if place is not None:
            last = ahead[place][1]
            del ahead[: place + 1]
        yield Word(word, at.file, last, place is not None)


def _written(at: Span, end: Span | None, lines: Sequence[str]) -> Iterator[tuple[str, int]]:
    """Give the words that stand in a file from one place to another, each with its line."""
    for number in range(at.line, min(end.line, len(lines)) + 1 if end else len(lines) + 1):
        begin = at.column - 1 if number == at.line else 0
        stop = end.column - 1 if end and number == end.line else len(lines[number - 1])
        for match in WORD.finditer(lines[number - 1], begin, max(begin, stop)):
            yield match.group(), number


def _lined_up(line: Sequence[str], known: Sequence[Word]) -> list[int | None]:
    """Return for each word of a line which of the known words it is; None where it is none of them."""
    texts = [word.text for word in known]
    size = len(line)
    for start in range(len(texts) - size + 1):
        if texts[start] == line[0] and texts[start : start + size] == line:
            return list(range(start, start + size))
    found: list[int | None] = [None] * size
    for here, there, run in SequenceMatcher(None, line, texts, autojunk=False).get_matching_blocks():
        found[here : here + run] = range(there, there + run)
    return found
