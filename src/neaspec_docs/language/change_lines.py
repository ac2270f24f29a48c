"""A block's change -> the changes within it, one a line: of rows, cells, values, fields, each with its name."""

from collections.abc import Iterator
from dataclasses import dataclass

from neaspec_docs.language.change_words import NAME, from_to, happened, words
from neaspec_docs.language.legible import begin, both, shown
from neaspec_docs.language.words import ENGLISH
from neaspec_docs.language.words import Words as Said
from neaspec_docs.model.change import Change, Kind, Words

_ROW = 40
"""A row is called by so many characters of its first cell."""

_WHOLE = frozenset({Kind.ADDED, Kind.REMOVED})

_NAMED_BY_TYPE = frozenset({"row", "column", "series", "paper", "category"})
"""Parts that are said with the word for their type before their name; others are said by their name alone."""


@dataclass(frozen=True, slots=True)
class Line:
    """A change within a block: of a row, a cell, a value, a field. `name` says which one, from the outermost inwards.

    `said` is what happened to it where that is more than other words: "added", "moved"; "" where it changed.
    """

    kind: Kind
    name: str
    said: str
    words: tuple[Words, ...]

    @property
    def old(self) -> str:
        """Return the old words in full."""
        return "".join(words.old for words in self.words)

    @property
    def new(self) -> str:
        """Return the new words in full."""
        return "".join(words.new for words in self.words)


def lines(change: Change, say: Said = ENGLISH) -> tuple[Line, ...]:
    """Return the changes within a block, one a line: a row that changed is a line a cell."""
    return tuple(line for part in change.parts for line in _lines(part, "", say))


def _lines(part: Change, around: str, say: Said) -> Iterator[Line]:
    side = part.new or part.old
    label = (side.label if side else "") or part.type
    own = _own(part, label, say)
    name = f"{around}{say.list_comma}{own}" if around else own
    said = _became(part, say)
    if part.type == "column" and part.kind in _WHOLE:
        yield Line(part.kind, shown(name), said, _cells(part))
        return
    if part.type == "category" and part.kind is Kind.CHANGED:
        yield Line(part.kind, shown(name), said, ())
        return
    if part.kind is not Kind.CHANGED or not part.parts or any(not words.same for words in part.words):
        told = _unnamed(words(part), label)
        named = part.kind is not Kind.CHANGED and "".join(one.old or one.new for one in told) == label
        yield Line(part.kind, shown(name), said, () if named else told)
    for within in part.parts:
        yield from _lines(within, name, say)


def _own(part: Change, label: str, say: Said) -> str:
    """Return what a part is called: an item of the agenda by both numbers, a row by its first cell's first words."""
    if part.type == "item" and part.old is not None and part.new is not None:
        return from_to(part.old.label, label)
    if part.type == "category" and part.old is not None:
        return say.called_so.format(type=say.term(part.type), called=begin(part.old.label, NAME))
    short = begin(label.partition("\n")[0], _ROW if part.type == "row" else NAME)
    named = part.type in _NAMED_BY_TYPE and label != part.type and not label.startswith(f"{part.type} ")
    if part.type in {"field", label}:
        return say.term(short)
    return f"{say.term(part.type)} {short}" if named else short


def _became(part: Change, say: Said) -> str:
    """Return what happened to a part, where that is more than other words."""
    match part.kind, part.type:
        case Kind.CHANGED, "category" if part.new is not None:
            return say.became.format(shown(begin(part.new.label, NAME)))
        case Kind.CHANGED, _:
            return ""
        case Kind.REMOVED, "paper":
            return say.withdrawn
        case _:
            return happened(part, None, say)


def _cells(column: Change) -> tuple[Words, ...]:
    """Return the cells of a column that came or went, in one line."""
    text = "; ".join(" ".join(side.text.split()) for cell in column.parts if (side := cell.new or cell.old))
    if not text:
        return ()
    return (Words("", text),) if column.kind is Kind.ADDED else (Words(text, ""),)


def _unnamed(words: tuple[Words, ...], name: str) -> tuple[Words, ...]:
    """Return the words without a first line that only repeats the name."""
    line = f"{name}\n"
    if not words or not words[0].same or not words[0].new.startswith(line):
        return words
    return (both(words[0].new.removeprefix(line)), *words[1:])
