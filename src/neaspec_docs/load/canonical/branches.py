"""The nodes of a file and its comments -> its branches: each entry and each item with the comments that belong to it.

A comment on a line of its own belongs to what stands below it; where it is indented further, to the end of the list or
mapping above it, unless it speaks to this program. A comment after something belongs to that. A blank line belongs to
what follows it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TypeAlias

from neaspec_docs.load.canonical.comments import BELOW, Comment, comments, follows_blank, line_of, lines_spoken_of
from neaspec_docs.load.source import Source
from neaspec_docs.load.yaml_nodes import ListNode, MappingNode, ScalarNode, YamlNode

_NEXT_LINE = re.compile(r"(?:[ \t]*(?:#[^\n]*)?\n)*( *)(\S?)")
_OPENING = ("[", "{")
_BESIDE = re.compile(r"[ \t]*")
_BESIDE_IN_BRACKETS = re.compile(r"[ \t,]*")
_COLON = re.compile(r"[ \t]*:")
_DASH_ALONE = re.compile(r"^[ \t-]*-(?=[ \t]*(?:#[^\n]*)?$)", re.MULTILINE)


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
class Lines:
    """A value with its comments as it was written: what stands behind its key or dash, and the lines `below`."""

    first: str
    below: tuple[tuple[int, str], ...]
    """Each with how far in it begins, counted from the one that is furthest out."""


@dataclass(frozen=True, slots=True)
class Branch:
    """An entry of a mapping, or an item of a list, which has no key.

    `spoken`: a comment speaks to this program of the line it begins in. `kept` are the lines of a value that must stay
    as they are, for such a comment speaks of some of them; a dash that is `apart` keeps a line to itself for that.
    """

    key: ScalarNode | None
    value: "Value"
    margin: Margin
    spoken: bool = False
    kept: Lines | None = None
    apart: bool = False


@dataclass(slots=True)
class Collection:
    """A list or mapping; `brackets` where it is written in them, `held` where it must stay so.

    `foot` are comments after its last branch.
    """

    node: ListNode | MappingNode
    brackets: bool
    held: bool = False
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


def grown(root: ListNode | MappingNode, source: Source) -> Collection:
    """Return the branches of a file, with all its comments."""
    grower = _Grower(root, source)
    collection = grower.collection(root, brackets=False)
    collection.foot += grower.rest()
    collection.held = collection.brackets and bool(grower.spoken)
    return collection


def _lines(written: str) -> Lines:
    first, *below = (one.rstrip(" \t") for one in written.split("\n"))
    indents = [len(one) - len(one.lstrip(" ")) for one in below]
    least = min((indent for indent, one in zip(indents, below, strict=True) if one), default=0)
    return Lines(
        first.lstrip(" \t"),
        tuple((indent - least, one[indent:]) if one else (0, "") for indent, one in zip(indents, below, strict=True)),
    )


class _Grower:
    """Goes through the nodes and the comments side by side."""

    def __init__(self, root: ListNode | MappingNode, source: Source) -> None:
        self.source = source
        self.text = source.text
        found = [*comments(root, source)]
        self.waiting = found[::-1]
        self.spoken = lines_spoken_of(found, source)
        self.last = 0  # where the last text, bracket or comment that was met ends

    def collection(self, node: ListNode | MappingNode, *, brackets: bool, around: int = -1) -> Collection:
        """Return a list or mapping with its comments; `around` is how far in what holds it stands."""
        brackets = brackets or self._has_brackets(node)
        column = node.start - self.text.rfind("\n", 0, node.start) - 1
        made = Collection(node, brackets, held=brackets and self._is_spoken_of(node.start))
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
        dash = None if brackets or key is not None else self._dash_apart(value)
        start = value.start if key is None else key.start
        begin = start if dash is None else dash
        margin = Margin([line for comment in self._until(begin) for line in comment.lines])
        margin.above += [""] if follows_blank(self.text, begin) else []
        while first and margin.above and not margin.above[0]:
            del margin.above[0]
        spoken = not brackets and self._is_spoken_of(start)
        if not brackets and (kept := self._kept(key, dash, value)):
            return Branch(
                key, value if isinstance(value, ScalarNode) else Collection(value, brackets=True), margin, spoken, kept
            )
        self.last = start if key is None else key.end
        made = self._value(value, margin, column, brackets=brackets)
        return Branch(key, made, margin, spoken, apart=dash is not None)

    def _value(self, value: YamlNode, margin: Margin, column: int, *, brackets: bool) -> "Value":
        """Return a value with its comments; those beside it go into the margin."""
        if isinstance(value, ScalarNode):
            return self._scalar(value, margin, brackets=brackets)
        if not brackets and not self._has_brackets(value):
            while self.waiting and self.waiting[-1].start < value.start and not self.waiting[-1].own_line:
                margin.note(self._next())
            return self.collection(value, brackets=False, around=column)
        self._note(margin, value.start)
        made = self.collection(value, brackets=brackets)
        if not made.branches:
            margin.above += made.foot
            made.foot.clear()
        self._beside(margin, value.end, brackets=brackets)
        return made

    def _has_brackets(self, node: ListNode | MappingNode) -> bool:
        return self.text[node.start] in _OPENING

    def _is_spoken_of(self, place: int) -> bool:
        return bool(self.spoken) and line_of(place, self.source) in self.spoken

    def _dash_apart(self, value: YamlNode) -> int | None:
        """Return where an item's dash stands that has a line to itself, of which a comment speaks; None for others."""
        above = self.text.rfind("\n", 0, value.start)
        if not self.spoken or self.text[above + 1 : value.start].strip(" \t"):
            return None
        alone = [*_DASH_ALONE.finditer(self.text, self.text.rfind("\n", 0, self.last) + 1, above + 1)]
        dash = alone[-1].end() - 1 if alone else None
        return dash if dash is not None and self._is_spoken_of(dash) else None

    def _kept(self, key: ScalarNode | None, dash: int | None, value: YamlNode) -> Lines | None:
        """Return the lines of a value that must stay as they are, and take the comments among them.

        It is one in several lines, a text or in brackets, of which a comment speaks in part. One that speaks of the
        line in which a text is opened speaks of all of it.
        """
        if not self.spoken or not (isinstance(value, ScalarNode) or self._has_brackets(value)):
            return None
        begin = value.start if dash is None else dash + 1
        if key is not None:
            if (colon := _COLON.match(self.text, key.end)) is None:
                return None
            begin = colon.end()
        end = value.start + len(self.text[value.start : value.end].rstrip())
        opens, last = line_of(key.start if key else begin, self.source), line_of(end, self.source)
        spoken = self.spoken.intersection(range(opens, last + 1))
        whole = isinstance(value, ScalarNode) and dash is None and spoken == {opens}
        if last == opens or not spoken or whole:
            return None
        if not (isinstance(value, ScalarNode) and value.style in BELOW):  # else a comment can't stand beside it
            below = self.text.find("\n", end)
            end = len(self.text) if below < 0 else below
        while self.waiting and self.waiting[-1].start < end:
            self.waiting.pop()
        self.last = end
        return _lines(self.text[begin:end])

    def _scalar(self, value: ScalarNode, margin: Margin, *, brackets: bool) -> ScalarNode:
        below = value.style in BELOW
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
            if not comment.own_line or comment.instructs or comment.column < column:
                break
            if self.text[self.last : comment.start].strip():
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
