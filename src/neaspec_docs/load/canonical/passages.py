"""A text as it was written -> its lines as they should be: one sentence each, what stands together never torn.

Line breaks that say something stay: blank lines, backslashes at the end of a line, the items of a list. All others are
spaces, and are put where a sentence ends. Nothing else about the text changes.
"""

import re
from collections.abc import Iterator

from neaspec_docs.language import sentences
from neaspec_docs.language.sentences import CLOSING, HIDDEN
from neaspec_docs.load.excerpt import Excerpt
from neaspec_docs.load.markup import PLACE, tokens
from neaspec_docs.load.source import Text
from neaspec_docs.load.text import parts_of_cell

_BREAK = re.compile(r"[ \t]*\n[ \t]*")
_BREAK_IN_TEXT = re.compile(r"[ \t]*\n[ \t]*(-(?=[ \n]|\Z)|)")
_LINK = re.compile(r"\[(?P<words>.+)\]\(.*\)", re.DOTALL)
_END_OF_WORDS = re.compile(r"([.!?。！？])[’”»\"')\]*_]*\Z")
_HELD = frozenset({"link_open", "code_inline", "fact", "footnote_call", "hardbreak", "sub", "sup"})
_BACKSLASH_AND_SPACE = ("\\ ", "\\\t")  # CommonMark leaves such a space alone
_INDENT = "  "


def rows(excerpt: Excerpt, kind: Text) -> list[list[str]]:
    """Return the sentences of each line that must stand by itself; an empty list is a blank line."""
    if kind is Text.WORDS:
        words = _BREAK.sub(" ", excerpt.value.strip())
        return [_sentences(words, words)] if words else []
    paragraphs = [(start, end) for start, end in excerpt.paragraphs() if excerpt.value[start:end].strip()]
    if kind is Text.TITLE and paragraphs:
        paragraphs = [(paragraphs[0][0], paragraphs[-1][1])]
    made: list[list[str]] = []
    for start, end in paragraphs:
        made += [[]] if made else []
        made += _cell(excerpt.value, start, end) if kind is Text.CELL else _lines(excerpt.value[start:end])
    return made


def inline(made: list[list[str]]) -> str:
    """Return a text with its sentences side by side; it holds a line break where one must be."""
    return "\n".join(" ".join(row) for row in made)


def block(made: list[list[str]]) -> list[str]:
    """Return the lines of a text, a sentence each; those that go on with an item of a list are indented."""
    lines: list[str] = []
    for row in made:
        more = _INDENT if row and row[0].startswith(("- ", _INDENT)) else ""
        lines += [row[0], *(more + sentence for sentence in row[1:])] if row else [""]
    return lines


def _cell(value: str, start: int, end: int) -> Iterator[list[str]]:
    for part in parts_of_cell(value, start, end):
        if isinstance(part, tuple):
            yield from _lines(value[slice(*part)])
            continue
        for item in part:
            first, *others = _lines(value[slice(*item)]) or [[""]]
            yield [f"- {first[0]}".rstrip(), *first[1:]]
            for row in others:
                yield [_INDENT + row[0], *row[1:]]


def _lines(text: str) -> list[list[str]]:
    """Return the lines of a paragraph, each as its sentences."""
    plain, masked = _masked(text.strip())
    lines: list[list[str]] = []
    begin = 0
    for line in plain.split("\n") if plain else ():
        lines.append(_sentences(line, masked[begin : begin + len(line)]))
        begin += len(line) + 1
    return lines


def _sentences(line: str, masked: str) -> list[str]:
    gaps = sentences.gaps(masked)
    return [line[start:end] for start, end in zip([0, *(gap + 1 for gap in gaps)], [*gaps, len(line)], strict=True)]


def _masked(text: str) -> tuple[str, str]:
    """Return a paragraph in as few lines as it can have, and the same with what must not be torn masked."""
    plain, masked = [""], [""]
    place = 0
    for kind, start, end in (*_held(text), ("end", len(text), len(text))):
        before = _joined(text[place:start], after=plain[-1])
        held = text[start:end]
        if kind == "hardbreak":
            before, held, mask = before.rstrip(" \t"), "\\\n", "\\\n"
        else:
            held = held.replace("\n", " ") if kind == "code_inline" else _BREAK.sub(" ", held)
            mask = _mask(kind, held)
        plain += [before, held]
        masked += [before, mask]
        place = end
    return "".join(plain), "".join(masked)


def _joined(text: str, after: str) -> str:
    """Return text without its line breaks, but those before what looks like an item of a list."""
    joined = _BREAK_IN_TEXT.sub(lambda found: f"\n{found[1]}" if found[1] else " ", text)
    return f" {joined[1:]}" if joined.startswith("\n") and after in _BACKSLASH_AND_SPACE else joined


def _held(text: str) -> list[tuple[str, int, int]]:
    """Return what must not be torn: what it is, where it begins and where it ends."""
    found: list[tuple[str, int, int]] = []
    for token in tokens(text):
        start, end = token.meta.get(PLACE, (0, 0))
        kept = token.type in _HELD or token.content in _BACKSLASH_AND_SPACE
        if kept and (not found or start >= found[-1][2]):
            found.append((token.type, start, end))
    return found


def _mask(kind: str, held: str) -> str:
    """Return as many signs that are in no sentence's way, and show where one may end or begin."""
    if kind == "footnote_call":
        return CLOSING * len(held)
    link = _LINK.fullmatch(held) if kind == "link_open" else None
    if link is None:
        return (HIDDEN if kind in {"link_open", "fact", "code_inline"} else "x") * len(held)
    words = link["words"].lstrip("*_“‘\"'(")
    first = HIDDEN if words[:1].isupper() else "x"
    end = _END_OF_WORDS.search(link["words"])
    return first + "x" * (len(held) - 2) + (end[1] if end else "x")
