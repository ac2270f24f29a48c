"""A node's words that are no Markdown, such as the categories of a chart -> each with its place in the file."""

import re
from collections.abc import Iterator, Mapping

from neaspec_docs.check.files import Files
from neaspec_docs.diagnostics.span import Span
from neaspec_docs.model.block import Chart, Figure, Series
from neaspec_docs.model.document import Delegation, Meeting, Person
from neaspec_docs.model.node import Node

_FIELDS: Mapping[type[Node], frozenset[str]] = {
    Figure: frozenset({"alt"}),
    Chart: frozenset({"unit", "categories"}),
    Series: frozenset({"name", "labels"}),
    Meeting: frozenset({"title", "organization", "venue", "host", "chair", "secretariat"}),
    Delegation: frozenset({"name"}),
    Person: frozenset({"title", "organization"}),
}
"""The fields that hold such words. A person's name is nobody's to correct."""

_OPENS = frozenset(" \n\t[{,\"'")
_ENDS = re.compile(r"[\"']?[ \t]*(?:[,\]}\n]|\Z|[ \t]#)")
_WRITTEN_OTHERWISE = re.compile(r"[\s\"'\\]")
_PARTS = re.compile(r"\s+|\"|'|\\|[^\s\"'\\]+")


def hold(node: Node, field: str) -> bool:
    """Say whether a field of a node holds such words."""
    return field in _FIELDS.get(node.__class__, ())


def of(node: Node, field: str, files: Files) -> Iterator[tuple[str, Span | None]]:
    """Give the words in a field, one after the other, each with where it begins; None where that can't be told.

    A field that holds several is a list, in whose order they are looked for. Only a scalar of YAML that says these
    words and no others is their place, and only one behind the field's own key in the mapping that the node is.
    """
    value = getattr(node, field)
    words = [word for word in ((value,) if isinstance(value, str) else value or ()) if word.strip()]
    if not words:
        return
    key = node.standing.value if isinstance(node, Delegation) else field
    written, behind = _written(node.at, key, files)
    for word in words:
        start, behind = _found(word, written, behind) or (None, behind)
        yield word, None if start is None else _place(written, start, node.at)


def _written(begin: Span, key: str, files: Files) -> tuple[str, int]:
    """Return the mapping whose first key begins at a place, up to the end of what stands at a key; and where that is.

    What stands before the mapping in its line is in it too. Without the key, nothing is behind the place.
    """
    lines = _mapping(begin, files)
    lead = lines[0][: begin.column - 1]
    name = rf"[\"']?{key}[\"']?[ \t]*:(?=\s|\Z)"
    written = "\n".join(lines)
    if lead.strip(" -"):  # it stands in brackets
        found = re.compile(rf"(?<![^\s{{,]){name}").search(written, len(lead))
        return written, found.end() if found else len(written)
    depth = len(lead)
    found = re.compile(rf"^[ -]{{{depth}}}{name}", re.MULTILINE).search(written)
    if found is None:
        return written, len(written)
    other = re.compile(rf"\n {{{depth}}}(?=[^\s#-])").search(written, found.end())
    return written[: other.start()] if other else written, found.end()


def _mapping(begin: Span, files: Files) -> list[str]:
    """Return the lines of the mapping whose first key begins at a place."""
    first, *rest = files.lines(begin.file)[begin.line - 1 :] or ("",)
    lead = first[: begin.column - 1]
    depth = len(lead) if not lead.strip(" -") else len(lead) - len(lead.lstrip()) + 1  # else it stands in brackets
    lines = [first]
    for line in rest:
        if line.strip() and len(line) - len(line.lstrip()) < depth:
            break
        lines.append(line)
    return lines


def _found(word: str, written: str, behind: int) -> tuple[int, int] | None:
    """Return where a word begins and ends that is the whole of a scalar: plain, in quotes, below `|` (YAML 1.1, 9)."""
    start = written.find(word, behind)
    while start >= 0:
        end = start + len(word)
        if written[start - 1 : start] in _OPENS and _ENDS.match(written, end):
            return start, end
        start = written.find(word, start + 1)
    if not _WRITTEN_OTHERWISE.search(word):
        return None
    pattern = "".join(map(_part, _PARTS.findall(word)))
    found = re.search(rf"(?<![^\s\[{{,\"']){pattern}(?={_ENDS.pattern})", written[behind:])
    return (behind + found.start(), behind + found.end()) if found else None


def _part(part: str) -> str:
    match part:
        case '"':
            return r'\\?"'
        case "'":
            return "''?"
        case "\\":
            return r"\\{1,2}"
        case _:
            return r"\s+" if part.isspace() else re.escape(part)


def _place(written: str, start: int, begin: Span) -> Span:
    line = written.count("\n", 0, start)
    return Span(begin.file, begin.line + line, start - written.rfind("\n", 0, start))
