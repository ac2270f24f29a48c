"""A scalar of YAML or a cell of CSV -> its text, and where each of its characters stands in the file.

Exact for plain, quoted and `|` text; for the rest every place is the scalar's beginning. What is worked out here is
held against the parser's own reading, so a place is exact or it is the beginning, and never wrong.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from neaspec_docs.diagnostics.span import Span
from neaspec_docs.load.source import Source
from neaspec_docs.load.yaml_nodes import ScalarNode

_FOLD = r"[ \t]*(?:\n[ \t]*)+"
_FLOW = {
    "": re.compile(_FOLD),
    "'": re.compile(rf"''|{_FOLD}"),
    '"': re.compile(rf"\\(?:\n[ \t]*|x.{{2}}|u.{{4}}|U.{{8}}|.)|{_FOLD}"),
    "csv": re.compile('""'),
}
_ESCAPES = {"n": "\n", "t": "\t", "r": "\r", "e": "\x1b", "_": "\xa0", "N": "\x85", "L": "\u2028", "P": "\u2029"}
_WORD = re.compile(r"\S")
_BREAK = re.compile(r"\n[ \t\n]*")


@dataclass(slots=True)  # and not frozen, for there is one for each text, and to freeze it takes longer than to make it
class Excerpt:
    """Text that knows where it was written: from `start` to `end` of the source.

    `pieces` are pairs of an offset in `value` and one in the source, from which on the two run side by side;
    None where that is not known. `style` is how YAML holds it, or "csv".
    """

    value: str
    source: Source
    start: int
    end: int
    style: str
    pieces: tuple[tuple[int, int], ...] | None

    def offset(self, place: int) -> int:
        """Return where in the source the character at `place` of the value stands."""
        if self.pieces is None:
            return self.start
        here, there = self.pieces[bisect_right(self.pieces, (place + 1,)) - 1]
        return there + place - here

    def span(self, start: int, end: int) -> Span:
        """Return the place of the characters from `start` up to `end` of the value, less line breaks before them."""
        if self.pieces is None:
            return self.source.span(self.start, self.start + 1)
        first = self.offset(start)
        if self.source.text.startswith("\n", first):
            word = _WORD.search(self.source.text, first)
            first = word.start() if word else first
        return self.source.span(first, self.offset(end - 1) + 1 if end > start else first)

    def paragraphs(self) -> Iterator[tuple[int, int]]:
        """Give the beginning and end of each paragraph: a blank line in the file parts them."""
        begin = len(self.value) - len(self.value.lstrip())
        last = len(self.value.rstrip())
        for found in _BREAK.finditer(self.value, begin, last):
            if self._is_blank_line(found):
                yield begin, begin + len(self.value[begin : found.start()].rstrip(" \t"))
                begin = found.end()
        if begin < last:
            yield begin, last

    def _is_blank_line(self, found: re.Match[str]) -> bool:
        if found.group().count("\n") > 1:
            return True
        match self.style:
            case "" | "'":  # YAML made a space of each single line break, so what is left was a blank line
                return True
            case ">":  # it leaves the breaks before and after lines that are indented further (YAML 1.2.2, 8.1.3)
                line = self.value.rfind("\n", 0, found.start()) + 1
                return not found.group().endswith((" ", "\t")) and self.value[line] not in " \t"
            case '"':  # ... unless it was written \n
                place = self.offset(found.start())
                return self.pieces is not None and self.source.text[place] == "\n"
            case _:
                return False


def of_scalar(node: ScalarNode, source: Source) -> Excerpt:
    """Return the text of a scalar with its places."""
    if node.style == "|":
        pieces = _literal(node, source.text)
    elif node.style == ">":
        pieces = None
    else:
        quotes = len(node.style)
        pieces = flow(source.text, node.start + quotes, node.end - quotes, node.style, node.value)
    return Excerpt(node.value, source, node.start, node.end, node.style, pieces)


def _literal(node: ScalarNode, text: str) -> tuple[tuple[int, int], ...] | None:
    """Pair the lines of a `|` scalar with those of the file, less what all are indented by."""
    begin = text.find("\n", node.start) + 1
    lines = node.value.removesuffix("\n").split("\n")
    indent, pieces, done = None, [], 0
    for line in lines:
        end = text.find("\n", begin)
        end = len(text) if end < 0 else end
        if line:
            if indent is None:
                indent = end - begin - len(line)
            if indent < 0 or text[begin + indent : end] != line:
                return None
        pieces.append((done, min(begin + (indent or 0), end)))
        done += len(line) + 1
        begin = end + 1
    return tuple(pieces)


def flow(text: str, start: int, end: int, style: str, value: str) -> tuple[tuple[int, int], ...] | None:
    """Pair a plain or quoted scalar with the file: folded lines and escapes are where the two part.

    `style` is that of the scalar, or "csv" for what a field in quotes holds; `value` is what the parser read. Returns
    None where the pairing does not give just that.
    """
    if text.startswith(value, start) and end - start == len(value):
        return ((0, start),)
    read, pieces, done = [], [], 0
    place = start
    for found in _FLOW[style].finditer(text, start, end):
        plain = text[place : found.start()]
        meant = _meant(found.group())
        pieces += [(done, place), (done + len(plain), found.start() + _lead(found.group()))]
        read += [plain, meant]
        done += len(plain) + len(meant)
        place = found.end()
    pieces.append((done, place))
    read.append(text[place:end])
    return tuple(pieces) if "".join(read) == value else None


def _lead(written: str) -> int:
    """Return how far into a fold its first line break stands: a space or new line in the value points there."""
    return max(0, written.find("\n")) if written[0] != "\\" else 0


def _meant(written: str) -> str:
    """Return what an escape, a doubled quotation mark or a folded line break stands for."""
    if written in ("''", '""'):
        return written[0]
    if written[0] != "\\":
        return "\n" * (written.count("\n") - 1) or " "
    if written[1] == "\n":
        return ""
    code = written[2:]
    return chr(int(code, 16)) if re.fullmatch("[0-9A-Fa-f]+", code) else _ESCAPES.get(written[1], written[1])
