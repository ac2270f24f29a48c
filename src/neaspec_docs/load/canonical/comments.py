"""The text of a file -> its comments; and what those speak of that speak to this program, as `check` takes it.

`# neaspec-docs: allow RULE because …` speaks of the line it stands in; on a line of its own, of the next. Whatever else
moves, it must go on speaking of just the same.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TypeAlias

from neaspec_docs.load.source import Source
from neaspec_docs.load.yaml_nodes import ListNode, MappingNode, ScalarNode, YamlNode

_COMMENT = re.compile(r"#[^\n]*")
_INSTRUCTION = re.compile(r"neaspec[-_ ]?docs", re.IGNORECASE)
_TO_NEXT_LINE = re.compile(r"[^\n]*\n(?:[ \t]*(?:#[^\n]*)?\n)*[ \t]*(?=[^\s#])")
_SPACE = re.compile(r"\s+")

BELOW = ("|", ">")
"""The styles of texts that stand in lines of their own, among which no comment can be."""

Place: TypeAlias = tuple[str | int, ...]
"""The keys and the counts of items that lead to a part of a file, and what of it is meant."""


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment: its first sign, how far in it stands and how far in its line begins; whether it has one to itself."""

    start: int
    text: str
    column: int
    indent: int
    own_line: bool
    after_blank: bool

    @property
    def lines(self) -> list[str]:
        """Return the comment as lines of its own, with the blank line before it."""
        return ["", self.text] if self.after_blank else [self.text]

    @property
    def instructs(self) -> bool:
        """Say whether it may speak to this program."""
        return _INSTRUCTION.search(self.text) is not None


def comments(root: YamlNode, source: Source) -> Iterator[Comment]:
    """Give the comments of a file in order: what begins with `#` outside of all keys and texts."""
    text, place = source.text, 0
    for start, end in (*_texts(root, text), (len(text), len(text))):
        for found in _COMMENT.finditer(text, place, start):
            line = text.rfind("\n", 0, found.start()) + 1
            before = text[line : found.start()]
            yield Comment(
                found.start(),
                found[0].rstrip(),
                len(before),
                len(before) - len(before.lstrip(" ")),
                not before.strip(),
                not before.strip() and follows_blank(text, found.start()),
            )
        place = end


def follows_blank(text: str, start: int) -> bool:
    """Say whether a line that begins with what is at `start`, but for dashes, has a blank one above it."""
    line = text.rfind("\n", 0, start) + 1
    above = text.rfind("\n", 0, max(0, line - 1)) + 1
    return line > 0 and not text[line:start].strip(" \t-?") and not text[above:line].strip()


def line_of(place: int, source: Source) -> int:
    """Return the line of a character, from 1."""
    return source.span(place, place).line


def lines_spoken_of(found: Iterable[Comment], source: Source) -> frozenset[int]:
    """Return the lines of which these comments speak."""
    return frozenset(spoken for one in found if one.instructs and (spoken := _speaks_of(one, source)))


def said(root: YamlNode, source: Source) -> Counter[tuple[str, frozenset[Place]]]:
    """Count the comments of a file, each less its spaces, with the parts of the file that it speaks of."""
    found = [*comments(root, source)]
    spoken = {one: _speaks_of(one, source) for one in found if one.instructs}
    parts: dict[int, set[Place]] = {}
    for place, at in _parts(root, source, ()) if spoken else ():
        parts.setdefault(at, set()).add(place)
    return Counter((_SPACE.sub("", one.text), frozenset(parts.get(spoken.get(one, 0), ()))) for one in found)


def _speaks_of(comment: Comment, source: Source) -> int:
    """Return the line of which a comment speaks; 0 where none follows it."""
    if not comment.own_line:
        return line_of(comment.start, source)
    below = _TO_NEXT_LINE.match(source.text, comment.start)
    return line_of(below.end(), source) if below else 0


def _texts(node: YamlNode, text: str) -> Iterator[tuple[int, int]]:
    """Give the beginning and end of each key and text; of one below a `|`, those of its lines."""
    match node:
        case ScalarNode():
            start = node.start
            if node.style in BELOW:
                end_of_line = text.find("\n", start, node.end)
                start = node.end if end_of_line < 0 else end_of_line
            yield start, node.end
        case ListNode():
            for item in node.items:
                yield from _texts(item, text)
        case MappingNode():
            for key, value in node.entries:
                yield from _texts(key, text)
                yield from _texts(value, text)


def _parts(node: YamlNode, source: Source, place: Place, opened: int = 0) -> Iterator[tuple[Place, int]]:
    """Give each part of a file at each line with which it is spoken of; `opened` is the line of the key it follows.

    A text of several lines is spoken of whole with the line that opens it, and else by its single lines.
    """
    first = line_of(node.start, source)
    match node:
        case ScalarNode():
            last = line_of(node.start + max(0, len(source.text[node.start : node.end].rstrip()) - 1), source)
            opened = opened or first
            yield (*place, "all"), opened
            for count, one in enumerate(range(first, last + 1)):
                if one != opened:
                    yield (*place, "line", count), one
        case ListNode():
            yield (*place, "list"), first
            for count, item in enumerate(node.items):
                yield from _parts(item, source, (*place, count))
        case MappingNode():
            yield (*place, "mapping"), first
            for key, value in node.entries:
                at = line_of(key.start, source)
                yield (*place, key.value, "key"), at
                yield from _parts(value, source, (*place, key.value), at)
