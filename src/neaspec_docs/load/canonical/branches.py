"""The nodes of a file and its comments -> its branches: each entry and each item with the comments that belong to it.

A comment on a line of its own belongs to what stands below it; where it is indented further, to the end of the list or
mapping above it. A comment after something belongs to that. A blank line belongs to what follows it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TypeAlias

from neaspec_docs.load.source import Source
from neaspec_docs.load.yaml_nodes import ListNode, MappingNode, ScalarNode, YamlNode

_COMMENT = re.compile(r"#[^\n]*")
_NEXT_LINE = re.compile(r"(?:[ \t]*(?:#[^\n]*)?\n)*( *)(\S?)")
_BELOW = ("|", ">")
_OPENING = ("[", "{")
_BESIDE = re.compile(r"[ \t]*")
_BESIDE_IN_BRACKETS = re.compile(r"[ \t,]*")


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


@dataclass(slots=True)
class Margin:
    """The comments of a branch: those `above` it, with blank lines as empty ones, and the one `beside` it."""

    above: list[str]
    beside: Comment | None = None

    def note(self, comment: Comment) -> None:
        """Put a comment beside; above, where one is beside already or it had a line to itself."""
        if self.beside is None and not comment.own_line:
            self.beside = comment
        else:
            self.above += comment.lines


@dataclass(frozen=True, slots=True)
class Branch:
    """An entry of a mapping, or an item of a list, which has no key."""

    key: ScalarNode | None
    value: "Value"
    margin: Margin


@dataclass(slots=True)
class Collection:
    """A list or mapping; `brackets` where it is written in them. `foot` are comments after its last branch."""

    node: ListNode | MappingNode
    brackets: bool
    branches: list[Branch] = field(default_factory=list)
    foot: list[str] = field(default_factory=list)

    @property
    def commented(self) -> bool:
        """Say whether there is a comment anywhere in it."""
        return any(self.foot) or any(
            any(branch.margin.above)
            or branch.margin.beside is not None
            or (isinstance(branch.value, Collection) and branch.value.commented)
            for branch in self.branches
        )


Value: TypeAlias = ScalarNode | Collection


def grown(root: MappingNode, source: Source) -> Collection:
    """Return the branches of a file, with all its comments."""
    grower = _Grower(root, source)
    collection = grower.collection(root, brackets=False)
    collection.foot += grower.rest()
    return collection


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
                not before.strip() and _follows_blank(text, found.start()),
            )
        place = end


def _texts(node: YamlNode, text: str) -> Iterator[tuple[int, int]]:
    """Give the beginning and end of each key and text; of one below a `|`, those of its lines."""
    match node:
        case ScalarNode():
            start = node.start
            if node.style in _BELOW:
                line = text.find("\n", start, node.end)
                start = node.end if line < 0 else line
            yield start, node.end
        case ListNode():
            for item in node.items:
                yield from _texts(item, text)
        case MappingNode():
            for key, value in node.entries:
                yield from _texts(key, text)
                yield from _texts(value, text)


def _follows_blank(text: str, start: int) -> bool:
    """Say whether a line that begins with what is at `start`, but for dashes, has a blank one above it."""
    line = text.rfind("\n", 0, start) + 1
    above = text.rfind("\n", 0, max(0, line - 1)) + 1
    return line > 0 and not text[line:start].strip(" \t-?") and not text[above:line].strip()


class _Grower:
    """Goes through the nodes and the comments side by side."""

    def __init__(self, root: MappingNode, source: Source) -> None:
        self.text = source.text
        self.waiting = [*comments(root, source)][::-1]
        self.last = 0  # where the last text, bracket or comment that was met ends

    def collection(self, node: ListNode | MappingNode, *, brackets: bool, around: int = -1) -> Collection:
        """Return a list or mapping with its comments; `around` is how far in what holds it stands."""
        brackets = brackets or self.text[node.start] in _OPENING
        column = node.start - self.text.rfind("\n", 0, node.start) - 1
        made = Collection(node, brackets)
        children = node.entries if isinstance(node, MappingNode) else tuple((None, item) for item in node.items)
        for key, value in children:
            made.branches.append(self._branch(key, value, column, first=not made.branches, brackets=brackets))
        if brackets:
            made.foot += [line for comment in self._until(node.end) for line in comment.lines]
            self.last = node.end
        else:
            made.foot += self._foot(max(column, around + 1))
        return made

    def rest(self) -> list[str]:
        """Return the comments that are left."""
        return [line for comment in self._until(len(self.text)) for line in comment.lines]

    def _branch(self, key: ScalarNode | None, value: YamlNode, column: int, *, first: bool, brackets: bool) -> Branch:
        start = value.start if key is None else key.start
        margin = Margin([line for comment in self._until(start) for line in comment.lines])
        margin.above += [""] if _follows_blank(self.text, start) else []
        while first and margin.above and not margin.above[0]:
            del margin.above[0]
        self.last = start if key is None else key.end
        if isinstance(value, ScalarNode):
            return Branch(key, self._scalar(value, margin, brackets=brackets), margin)
        if not brackets and self.text[value.start] not in _OPENING:
            while self.waiting and self.waiting[-1].start < value.start and not self.waiting[-1].own_line:
                margin.note(self._next())
            return Branch(key, self.collection(value, brackets=False, around=column), margin)
        self._note(margin, value.start)
        made = self.collection(value, brackets=brackets)
        if not made.branches:
            margin.above += made.foot
            made.foot.clear()
        self._beside(margin, value.end, brackets=brackets)
        return Branch(key, made, margin)

    def _scalar(self, value: ScalarNode, margin: Margin, *, brackets: bool) -> ScalarNode:
        below = value.style in _BELOW
        self._note(margin, value.end if below else value.start)
        self.last = max(self.last, value.end)
        if not below:
            self._beside(margin, value.end, brackets=brackets)
        return value

    def _note(self, margin: Margin, until: int) -> None:
        for comment in self._until(until):
            margin.note(comment)

    def _beside(self, margin: Margin, end: int, *, brackets: bool) -> None:
        """Take the comment that follows in the same line."""
        between = _BESIDE_IN_BRACKETS if brackets else _BESIDE
        if self.waiting and between.fullmatch(self.text, end, self.waiting[-1].start):
            margin.note(self._next())

    def _foot(self, column: int) -> list[str]:
        """Take the comments after the last branch that stand in so far at least, and further than what follows."""
        foot: list[str] = []
        while self.waiting:
            comment = self.waiting[-1]
            if not comment.own_line or comment.column < column or self.text[self.last : comment.start].strip():
                break
            below = _NEXT_LINE.match(self.text, comment.start)
            if below and below[2] and comment.column <= len(below[1]):
                break
            foot += self._next().lines
        return foot

    def _until(self, place: int) -> Iterator[Comment]:
        while self.waiting and self.waiting[-1].start < place:
            yield self._next()

    def _next(self) -> Comment:
        comment = self.waiting.pop()
        self.last = comment.start + len(comment.text)
        return comment
