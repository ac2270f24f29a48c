"""The branches of a file -> its text as it should be: keys in order, two spaces a level, comments in their places.

What its author wrote in brackets stays so where it fits in a line, or did; text of several sentences has a line each.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from neaspec_docs.load.canonical import passages, scalars
from neaspec_docs.load.canonical.branches import Branch, Collection, Lines, Value
from neaspec_docs.load.canonical.comments import Comment
from neaspec_docs.load.excerpt import of_scalar
from neaspec_docs.load.source import Source, Text
from neaspec_docs.load.yaml_nodes import ScalarNode, YamlNode

WIDTH = 100
"""How far a line goes that is put together of several."""

_STEP = 2


@dataclass(frozen=True, slots=True)
class _Line:
    """A line: how far in it begins, its words, the comment that stands beside them."""

    indent: int
    words: str
    beside: Comment | None = None

    def __str__(self) -> str:
        line = " " * self.indent + self.words if self.words else ""
        if self.beside is None:
            return line
        column = self.indent + self.beside.column - self.beside.indent  # where it stood, seen from its line's beginning
        remark = self.beside.text.removeprefix("#")
        space = "" if remark[:1] in {"", " ", "#", "!"} else " "  # without it, `#` seems to belong to the text
        return f"{line}  ".ljust(column) + f"#{space}{remark}"


def text(root: Collection, source: Source) -> str:
    """Return the text of a file whose nodes have been read, so that the source knows as what."""
    if root.held or not root.branches:
        return source.text.rstrip("\n") + "\n"
    layout = _Layout(source)
    above = root.branches[0].margin.above  # the comments at the head of the file stay there, whichever key comes first
    opening = [_Line(0, words) for words in above]
    above.clear()
    return "\n".join(map(str, [*opening, *layout.block(root, 0)])).rstrip("\n") + "\n"


class _Layout:
    """Lays out one file."""

    def __init__(self, source: Source) -> None:
        self.source = source

    def block(self, collection: Collection, column: int) -> list[_Line]:
        """Return a list or mapping, each branch on lines of its own; no blank line comes first."""
        lines: list[_Line] = []
        for branch in self._ordered(collection):
            above = [_Line(column, words) for words in branch.margin.above]
            made = [*above, *self._branch(branch, column)]
            blank = next(place for place, line in enumerate(made) if line.words)
            lines += made if lines else made[blank:]
        return [*lines, *(_Line(column, words) for words in collection.foot)]

    def _ordered(self, collection: Collection) -> list[Branch]:
        order = self.source.orders.get(collection.node.start)
        by_key = {branch.key.value: branch for branch in collection.branches if branch.key is not None}
        if order is None or not by_key:
            return collection.branches
        as_written = iter([key for key in by_key if key in order.as_written])
        declared = [key for key in order.keys if key in by_key]
        ordered = [by_key[next(as_written) if key in order.as_written else key] for key in declared]
        first = collection.branches[0]  # what is said of the whole mapping is said at its first line
        if ordered[0] is not first and (first.spoken or ordered[0].spoken):
            ordered.remove(first)
            ordered.insert(0, first)
        return ordered

    def _branch(self, branch: Branch, column: int) -> list[_Line]:
        label = "-" if branch.key is None else f"{self._key(branch.key, brackets=False)}:"
        beside = branch.margin.beside
        value = branch.value
        if branch.kept is not None:
            return _kept(label, branch.kept, column)
        if isinstance(value, ScalarNode):
            return self._scalar(label, value, beside, column)
        if self._stays_in_brackets(value, column + len(label) + 1):
            return [_Line(column, f"{label} {self._inline(value, brackets=False)}", beside)]
        inner = self.block(value, column + _STEP)
        if branch.key is not None or branch.apart:
            return [_Line(column, label, _moved(beside) if value.brackets else beside), *inner]
        return _behind_dash(inner, beside, column)

    def _scalar(self, label: str, node: ScalarNode, beside: Comment | None, column: int) -> list[_Line]:
        kind = self._kind(node)
        inline = self._inline(node, brackets=False)
        made = passages.rows(of_scalar(node, self.source), kind) if kind else []
        lines = passages.block(made)
        long = _is_parted(self.source, node) and column + len(label) + 1 + len(inline) > WIDTH
        below = "\n" in passages.inline(made) or (made and long)
        if kind in {Text.PROSE, Text.CELL}:
            below = below or len(lines) > 1 or (bool(lines) and node.style in ("|", ">"))
        if kind and below and scalars.may_be_block(lines):
            near = beside if node.style in ("|", ">") else _moved(beside)
            return [_Line(column, f"{label} |", near), *(_Line(column + _STEP, line) for line in lines)]
        return [_Line(column, f"{label} {inline}".rstrip(" "), beside)]

    def _kind(self, node: ScalarNode) -> Text | None:
        return self.source.texts.get(node.start)

    def _key(self, node: ScalarNode, *, brackets: bool) -> str:
        return scalars.key(node.value, node.style, brackets=brackets)

    def _inline(self, value: Value, *, brackets: bool) -> str:
        """Return a value in one line."""
        if isinstance(value, ScalarNode):
            return self._word(value, brackets=brackets)
        entries = []
        for branch in self._ordered(value):
            words = self._inline(branch.value, brackets=True)
            entries.append(words if branch.key is None else f"{self._key(branch.key, brackets=True)}: {words}")
        opening, closing = "{}" if value.branches and value.branches[0].key is not None else "[]"
        if not entries:
            opening, closing = "{}" if self.source.text[value.node.start] == "{" else "[]"
        return f"{opening}{', '.join(entries)}{closing}"

    def _word(self, node: ScalarNode, *, brackets: bool) -> str:
        style = '"' if node.style in ("|", ">") else node.style
        kind = self._kind(node)
        if kind is None:
            return scalars.word(node.value, style, brackets=brackets)
        words = passages.inline(passages.rows(of_scalar(node, self.source), kind))
        if kind is Text.WORDS:
            return scalars.word(words, "" if node.style in ("|", ">") and words else style, brackets=brackets)
        return scalars.text(words, style, brackets=brackets)

    def _stays_in_brackets(self, collection: Collection, column: int) -> bool:
        """Say whether a list or mapping that begins at a column goes on in its line."""
        if not collection.brackets or not collection.branches or collection.held or collection.commented:
            return collection.brackets and (collection.held or not collection.branches)
        if column + len(self._inline(collection, brackets=False)) <= WIDTH:
            return True
        return not _is_parted(self.source, collection.node) and not self._has_sentences(collection)

    def _has_sentences(self, collection: Collection) -> bool:
        """Say whether a text in it has several sentences, paragraphs or lines."""
        return any(
            self._has_sentences(branch.value)
            if isinstance(branch.value, Collection)
            else self._kind(branch.value) in {Text.PROSE, Text.CELL} and self._lines(branch.value) > 1
            for branch in collection.branches
        )

    def _lines(self, node: ScalarNode) -> int:
        kind = self._kind(node)
        return len(passages.block(passages.rows(of_scalar(node, self.source), kind))) if kind else 1


def _moved(beside: Comment | None) -> Comment | None:
    """Return a comment whose words have gone to lines below: where it stood there is nothing to stand beside."""
    return beside and replace(beside, column=0)


def _is_parted(source: Source, node: YamlNode) -> bool:
    """Say whether a node is written over several lines."""
    return "\n" in source.text[node.start : node.end]


def _kept(label: str, kept: Lines, column: int) -> list[_Line]:
    """Return lines as they were written behind a key or a dash."""
    space = "  " if kept.first.startswith("#") else " "
    below = (_Line(column + _STEP + indent if words else 0, words) for indent, words in kept.below)
    return [_Line(column, f"{label}{space}{kept.first}".rstrip(" ")), *below]


def _behind_dash(inner: Sequence[_Line], beside: Comment | None, column: int) -> list[_Line]:
    """Return the lines of an item behind its dash; what stands above the first goes above the dash."""
    first = next(place for place, line in enumerate(inner) if line.words and not line.words.startswith("#"))
    above = [replace(line, indent=column) for line in inner[:first]]
    if beside is not None:
        above.append(_Line(column, beside.text))
    item = inner[first]
    return [*above, _Line(column, f"- {item.words}", item.beside), *inner[first + 1 :]]
