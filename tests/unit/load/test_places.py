"""What stands in the file at a node's place is the node as it was written."""

from collections.abc import Callable

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from neaspec_docs.load.source import Source
from neaspec_docs.load.text import CELL, PROSE
from neaspec_docs.load.yaml_nodes import MappingNode, compose
from neaspec_docs.model.block import Block, Paragraph
from neaspec_docs.model.inline import Bullets, Inline, Text, Words
from neaspec_docs.model.walk import nodes

CONSTRUCTS = (
    "[](#redlst)",
    '[](m/p#a.b "short")',
    "[own *words*](#a)",
    "[a](https://x.org/y)",
    "https://x.org/y_z",
    "<https://x.org>",
    "{{ facts.fund | number }}",
    "[^note]",
    "*so*",
    "**so**",
    "***so***",
    "**a *b* c**",
    "_so_",
    "`a \\ *b*`",
    "~2~",
    "^3^",
    "^*n*^",
)
WORDS = ("Species,", "“so”", "中文", "😀", "é", "\\*", "&amp;", "it's", 'the "first"', "a_b", "[x]", "1:2", "~", "!")

words = st.lists(st.sampled_from(WORDS + CONSTRUCTS), min_size=1, max_size=6).map(" ".join)
lines = st.lists(words, min_size=1, max_size=3)
paragraphs = st.lists(lines, min_size=1, max_size=3)
Text_ = list[list[str]]


def literal(text: Text_, indent: str) -> str:
    body = "\n\n".join("\n".join(f"{indent}{line}" for line in part) for part in text)
    return f"|\n{body}"


def flow(text: Text_, indent: str) -> str:
    return f"\n\n{indent}".join(f"\n{indent}".join(part) for part in text)


def single(text: Text_, indent: str) -> str:
    return f"'{flow([[line.replace(chr(39), 2 * chr(39)) for line in part] for part in text], indent)}'"


def double(text: Text_, indent: str) -> str:
    escaped = [[line.replace("\\", "\\\\").replace('"', '\\"') for line in part] for part in text]
    return f'"{flow(escaped, indent)}"'


def escaped(text: Text_, _: str) -> str:
    joined = "\n\n".join("\n".join(part) for part in text)
    for sign, written in (("\\", "\\\\"), ('"', '\\"'), ("\n", "\\n"), ("中", "\\u4e2d"), ("é", "\\xe9")):
        joined = joined.replace(sign, written)
    return f'"{joined}"'


def plain(text: Text_, indent: str) -> str:
    return flow([["So", *text[0]], *text[1:]], indent)


STYLES = (literal, single, double, escaped, plain)


def found(written: str, opened: Callable[[str], Source]) -> list[tuple[Inline, str]]:
    """Return the inlines at the top of a scalar, each with what stands at its place."""
    source = opened(f"text: {written}\n")
    node = compose(source)
    assert isinstance(node, MappingNode)
    prose = PROSE.read(node.entries[0][1], source, "`text`")
    assert [*source.faults] == []
    assert isinstance(prose, tuple)
    rows = source.text.split("\n")
    top = [inline for part in prose if isinstance(part, Words) for inline in part.children]
    for inline in nodes(prose):
        assert inline.at.column - 1 + inline.at.length <= len(rows[inline.at.line - 1])
    return [
        (inline, rows[inline.at.line - 1][inline.at.column - 1 : inline.at.column - 1 + inline.at.length])
        for inline in top
    ]


@given(text=paragraphs, style=st.sampled_from(STYLES), indent=st.sampled_from(["  ", "      "]))
@example(text=[["species are listed in [](#redlst)."]], style=literal, indent="      ")
def test_a_construct_stands_at_its_place(
    text: Text_, style: Callable[[Text_, str], str], indent: str, opened: Callable[[str], Source]
) -> None:
    there = [said for inline, said in found(style(text, indent), opened) if not isinstance(inline, Text)]
    written = [word for part in text for line in part for word in _constructs(line)]
    if style in (double, escaped):
        written = [word.replace("\\", "\\\\").replace('"', '\\"') for word in written]
    assert there == written


def _constructs(line: str) -> list[str]:
    """Return the constructs of a line, in order: none is a part of another that stands at the same place."""
    said, place = [], 0
    while place < len(line):
        longest = max((one for one in CONSTRUCTS if line.startswith(one, place)), key=len, default="")
        said += [longest] if longest else []
        place += len(longest) or 1
    return said


@given(text=paragraphs, style=st.sampled_from((literal, single, plain)))
def test_words_stand_at_their_place(
    text: Text_, style: Callable[[Text_, str], str], opened: Callable[[str], Source]
) -> None:
    for inline, said in found(style(text, "    "), opened):
        if isinstance(inline, Text) and inline.value.strip():
            value = inline.value.lstrip().replace("&", "&amp;").replace("'", "''" if style is single else "'")
            shown = said.replace("\\", "").lstrip()
            assert value.startswith(shown)


@pytest.mark.parametrize(
    ("written", "stands"),
    [
        ("|\n  one two \t\n\n  three", ["one two", "one two", "three", "three"]),
        ("|\n  -  one \n  - two", ["one", "two"]),
    ],
)
def test_blanks_around_words_have_no_place(written: str, stands: list[str], opened: Callable[[str], Source]) -> None:
    source = opened(f"text: {written}\n")
    node = compose(source)
    assert isinstance(node, MappingNode)
    rows = source.text.split("\n")
    at = [one.at for one in nodes(CELL.read(node.entries[0][1], source, "`text`")) if not isinstance(one, Bullets)]
    assert [rows[place.line - 1][place.column - 1 : place.column - 1 + place.length] for place in at] == stands


def test_an_id_has_a_place_of_its_own(block: Callable[[str], Block]) -> None:
    named, nameless = block("- para: a\n  id: b"), block("- para: a")
    assert isinstance(named, Paragraph)
    assert isinstance(nameless, Paragraph)
    assert (named.at.line, named.at.column) == (4, 5)
    assert (named.id_at.line, named.id_at.column) == (5, 9)
    assert nameless.id_at == nameless.at
