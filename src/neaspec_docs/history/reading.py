"""A block of a paper -> its words as they are read, each with the line of the file on which it is written.

git knows lines, a reader knows words; so that two hands in one paragraph are told apart, each word is looked for on
the lines that its text was read from.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

from neaspec_docs.diagnostics.span import Span
from neaspec_docs.language import lettering
from neaspec_docs.model.inline import Code, FootnoteCall, Reference, Said, Text
from neaspec_docs.model.node import Anchored, Node
from neaspec_docs.model.walk import children

PIECE = re.compile(lettering.PIECE)
"""What is looked for in a file: where signs join two words in one, markup may stand beside them."""

_WORD = re.compile(lettering.WORD)
_AHEAD = 12
"""So many words of a file are looked through for the next one of its text; between two there is only markup."""


class Word(NamedTuple):
    """A word or a piece of one, and the line of its file; `nth`: which of the words there it is, counted from 0.

    That is None where it does not stand there, but is the value of a fact, or what a reference says.
    """

    text: str
    file: str
    line: int
    nth: int | None


class Part(NamedTuple):
    """A word of a stretch with the blanks and signs that touch it: where it ends, its line, its pieces there."""

    end: int
    file: str
    line: int
    pieces: tuple[Word, ...]


class Line:
    """A line of text as it is read, and where each of its words stands."""

    def __init__(self, line: str, known: Sequence[Word]) -> None:
        """Find the words of a line among the known ones of its block."""
        found = list(PIECE.finditer(line))
        places = _lined_up([lettering.composed(piece.group()) for piece in found], known)
        self._line = line
        self._words = [(word.start(), word.end()) for word in _WORD.finditer(line)]
        self._starts = [start for start, _ in self._words]
        self._pieces: list[list[Word]] = [[] for _ in self._words]
        for piece, place in zip(found, places, strict=True):
            if place is not None:
                self._pieces[bisect_right(self._starts, piece.start()) - 1].append(known[place])

    def is_typed(self, start: int, end: int) -> bool:
        """Say whether a word of a stretch, if it has any, stands in the file as it is read."""
        inside = [at for at in self._up_to(start, end) if self._words[at][1] > start]
        return not inside or any(piece.nth is not None for at in inside for piece in self._pieces[at])

    def parts(self, start: int, end: int) -> list[Part]:
        """Return the words of a stretch, in order; empty where no word of the line is known.

        What stands between two words goes with the one that it touches.
        """
        if not any(self._pieces):
            return []
        near = [self._part(at, end) for at in self._up_to(start, end)]
        cut = [part for part in near if self._line[start : part.end].strip()]
        cut = cut or near or [self._part(0, end)]  # blanks alone, or signs before all words
        return [*cut[:-1], cut[-1]._replace(end=end)]

    def _up_to(self, start: int, end: int) -> range:
        """Return the words of a stretch, and the one before it, whose signs it may begin with."""
        return range(max(bisect_right(self._starts, start) - 1, 0), bisect_left(self._starts, end))

    def _part(self, at: int, end: int) -> Part:
        """Return a word with what touches it up to a place; what has no place in the file stands beside the last."""
        begin = self._starts[at + 1] if at + 1 < len(self._words) else len(self._line)
        gap = self._line[self._words[at][1] : begin]
        touching = len(gap) - len(gap.partition(" ")[2])
        nearest = next(
            self._pieces[one] for one in (*range(at, -1, -1), *range(at, len(self._words))) if self._pieces[one]
        )
        return Part(
            min(self._words[at][1] + touching, end), nearest[-1].file, nearest[-1].line, tuple(self._pieces[at])
        )


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
    ahead: list[tuple[str, int, int]] = []
    for match in PIECE.finditer(value):
        word, nth = lettering.composed(match.group()), None
        ahead += islice(written, _AHEAD - len(ahead))
        place = next((place for place, (text, *_) in enumerate(ahead) if text == word), None)
        if place is not None:
            _, last, nth = ahead[place]
            del ahead[: place + 1]
        yield Word(word, at.file, last, nth)


def _written(at: Span, end: Span | None, lines: Sequence[str]) -> Iterator[tuple[str, int, int]]:
    """Give the words that stand in a file from one place to another, each with its line and its number on it."""
    for number in range(at.line, min(end.line, len(lines)) + 1 if end else len(lines) + 1):
        begin = at.column - 1 if number == at.line else 0
        stop = end.column - 1 if end and number == end.line else len(lines[number - 1])
        pieces = _pieces(lines[number - 1])
        for nth in range(bisect_left(pieces, (begin, 0, "")), len(pieces)):
            _, last, word = pieces[nth]
            if last > stop:
                break
            yield word, number, nth


@lru_cache(maxsize=64)
def _pieces(line: str) -> list[tuple[int, int, str]]:
    """Return the words of a line of a file, each with where it begins and ends."""
    return [(piece.start(), piece.end(), lettering.composed(piece.group())) for piece in PIECE.finditer(line)]


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
