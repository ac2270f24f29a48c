"""What is written in text -> what it is."""

from collections.abc import Callable

import pytest

from neaspec_docs.load import text
from neaspec_docs.load.excerpt import Excerpt
from neaspec_docs.load.source import Source
from neaspec_docs.model.block import Block, Table, Unnumbered
from neaspec_docs.model.inline import (
    Bullets,
    Code,
    Emphasis,
    Fact,
    FootnoteCall,
    Form,
    Inlines,
    LineBreak,
    Link,
    Prose,
    Reference,
    Strong,
    Subscript,
    Superscript,
    Text,
    Words,
)


def t(value: str) -> Inlines:
    return (Text(value),)


def literal(value: str, opened: Callable[[str], Source]) -> Prose:
    """Read text as it stands below a `|`."""
    source = opened(value)
    prose = text.prose(Excerpt(value, source, 0, len(value), "|", ((0, 0),)))
    assert [*source.faults] == []
    return prose


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("Plain words.", t("Plain words.")),
        ("*so* and _so_", (Emphasis(t("so")), Text(" and "), Emphasis(t("so")))),
        ("**so** and __so__", (Strong(t("so")), Text(" and "), Strong(t("so")))),
        ("***so***", (Emphasis((Strong(t("so")),)),)),
        ("**a *b* c**", (Strong((Text("a "), Emphasis(t("b")), Text(" c"))),)),
        ("snake_case_name 2 * 3 * 4", t("snake_case_name 2 * 3 * 4")),
        ("`a*b*{{ c }}[^d]`", (Code("a*b*{{ c }}[^d]"),)),
        ("``a`b``", (Code("a`b"),)),
        ("H~2~O and m^3^", (Text("H"), Subscript(t("2")), Text("O and m"), Superscript(t("3")))),
        ("x^*n*+1^", (Text("x"), Superscript((Emphasis(t("n")), Text("+1"))))),
        ("x^[a](#b)^", (Text("x"), Superscript((Reference(None, "b", children=t("a")),)))),
        ("x^{{ facts.n | lower }}^", (Text("x"), Superscript((Fact(("facts", "n"), ("lower",)),)))),
        ("H~a{{\nfacts.n }}b~", (Text("H"), Subscript((Text("a"), Fact(("facts", "n")), Text("b"))))),
        ("x^{{ facts.n }} 1^ y", (Text("x^"), Fact(("facts", "n")), Text(" 1^ y"))),
        ("x^a\\ b^ and y^\\\\ b^", (Text("x"), Superscript(t("a\\ b")), Text(" and y^\\ b^"))),
        ("about ~5 and ~6, 2^10 and 2^11", t("about ~5 and ~6, 2^10 and 2^11")),
        ("~~gone~~ ^^", t("~~gone~~ ^^")),
        ("x^^2^ and ~~2~", t("x^^2^ and ~~2~")),
        (r"\*so\* \[^a] \{{ b }} 2\^3\^ \_", t("*so* [^a] {{ b }} 2^3^ _")),
        ("one\\\ntwo", (Text("one"), LineBreak(), Text("two"))),
        ("one  \ntwo", (Text("one"), LineBreak(), Text("two"))),
        ("one\n  two \nthree", t("one two three")),
        ("one \t\n\t two", t("one two")),
        ("one \t\\\ntwo", (Text("one"), LineBreak(), Text("two"))),
        ("one\n\\\ntwo", (Text("one"), LineBreak(), Text("two"))),
        ("*one* \\\ntwo", (Emphasis(t("one")), LineBreak(), Text("two"))),
        ("one\\ \ntwo&#32;\nthree", t("one\\  two  three")),
        ("one *so*\ntwo", (Text("one "), Emphasis(t("so")), Text(" two"))),
        ("<b>bold</b> & <br/> <!-- no -->", t("<b>bold</b> & <br/> <!-- no -->")),
        ("&amp; &eacute; &#233; &nosuch;", t("& é é &nosuch;")),
        ("# no heading", t("# no heading")),
        ("- no list", t("- no list")),
        ("[brackets] and [x][y]", t("[brackets] and [x][y]")),
        (r"[a\](b)", t("[a](b)")),
        ("A note[^a-1.b].", (Text("A note"), FootnoteCall("a-1.b"), Text("."))),
        ("[^a](see below)", (FootnoteCall("a"), Text("(see below)"))),
        ("x[^a](#b)", (Text("x"), FootnoteCall("a"), Text("(#b)"))),
        ("{{facts.a.b|number}}", (Fact(("facts", "a", "b"), ("number",)),)),
        ("{{ a_1.2016 | x | y }}", (Fact(("a_1", "2016"), ("x", "y")),)),
        ("**{{ a }}**[^b]", (Strong((Fact(("a",)),)), FootnoteCall("b"))),
        ("[](#a)", (Reference(None, "a"),)),
        ('[](#a "short")', (Reference(None, "a", Form.SHORT),)),
        ("[](#a 'number')", (Reference(None, "a", Form.NUMBER),)),
        ("[](m-1/p)", (Reference("m-1/p", None),)),
        ("[](m-1/p#a.b)", (Reference("m-1/p", "a.b"),)),
        ("[the *survey*](#a)", (Reference(None, "a", children=(Text("the "), Emphasis(t("survey")))),)),
        ("See![](#a)", (Text("See!"), Reference(None, "a"))),
        ("[a](https://x.org/y?b=1&c=2)", (Link("https://x.org/y?b=1&c=2", t("a")),)),
        ("[a](<https://x.org/y z>)", (Link("https://x.org/y%20z", t("a")),)),
        ("[a](mailto:a@x.org)", (Link("mailto:a@x.org", t("a")),)),
        ("<https://x.org>", (Link("https://x.org", t("https://x.org")),)),
        ("<a@x.org>", (Link("mailto:a@x.org", t("a@x.org")),)),
        ("<ftp://x.org>", t("<ftp://x.org>")),
        (
            "(at https://x.org/y_z_(a).)",
            (Text("(at "), Link("https://x.org/y_z_(a)", t("https://x.org/y_z_(a)")), Text(".)")),
        ),
        ("*HTTP://x.org/a*.", (Emphasis((Link("HTTP://x.org/a", t("HTTP://x.org/a")),)), Text("."))),
        ("“https://x.org/б”", (Text("“"), Link("https://x.org/%D0%B1", t("https://x.org/б")), Text("”"))),
        ("https://x.org[^a]", (Link("https://x.org", t("https://x.org")), FootnoteCall("a"))),
        ("[https://x.org](https://x.org)", (Link("https://x.org", t("https://x.org")),)),
        (
            "www.x.org, x.org, a@x.org, ftp://x.org, xhttps://x.org",
            t("www.x.org, x.org, a@x.org, ftp://x.org, xhttps://x.org"),
        ),
        ("https:// and http://", t("https:// and http://")),
    ],
)
def test_inlines(written: str, meant: Inlines, opened: Callable[[str], Source]) -> None:
    assert literal(written, opened) == (Words(meant),)


def test_a_blank_line_begins_a_paragraph(opened: Callable[[str], Source]) -> None:
    assert literal("one\ntwo\n\n \nthree\n", opened) == (Words(t("one two")), Words(t("three")))


FOLDED = """\
- text: >
    one
      two
    three
      four

        five

    six
    seven
"""


def test_a_line_further_in_begins_no_paragraph(block: Callable[[str], Block]) -> None:
    """Below a `>` YAML leaves the line breaks around it (1.2.2, 8.1.3), and a line break in text is a space."""
    read = block(FOLDED)
    assert isinstance(read, Unnumbered)
    assert read.text == (Words(t("one two three four")), Words(t("five")), Words(t("six seven")))


@pytest.mark.parametrize("space", ["\u3000", "\u00a0", "\u2003 \u2003"])
def test_a_paragraph_of_white_space_is_none(opened: Callable[[str], Source], space: str) -> None:
    assert literal(f"one\n\n{space}\n\ntwo", opened) == (Words(t("one")), Words(t("two")))


def test_a_mark_does_not_reach_into_the_next_paragraph(opened: Callable[[str], Source]) -> None:
    assert literal("*one\n\ntwo*", opened) == (Words(t("*one")), Words(t("two*")))


@pytest.mark.parametrize(
    "written",
    [
        "- text: |\n    one\n    two\n\n    three",
        "- text: >\n    one\n    two\n\n    three",
        "- text: one\n    two\n\n    three",
        "- text: 'one\n    two\n\n\n    three'",
        '- text: "one\n    two\n\n    three"',
        '- text: "one\\ntwo\\n\\nthree"',
        '- text: "one\\\n    \\ two\n \n    three"',
    ],
)
def test_however_yaml_holds_it(block: Callable[[str], Block], written: str) -> None:
    assert block(written) == Unnumbered((Words(t("one two")), Words(t("three"))))


def cell(block: Callable[[str], Block], written: str) -> Prose:
    table = block(f'- table: ""\n  columns: [A]\n  rows:\n    - - {written}')
    assert isinstance(table, Table)
    return table.rows[0].cells[0].text


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ('""', ()),
        ("", ()),
        ('"- a"', (Bullets((t("a"),)),)),
        ('"-1.5"', (Words(t("-1.5")),)),
        (
            "|\n        Two:\n        - a\n        - *b*\n          goes on\n        Then\n        so.\n\n        - c",
            (
                Words(t("Two:")),
                Bullets((t("a"), (Emphasis(t("b")), Text(" goes on")))),
                Words(t("Then so.")),
                Bullets((t("c"),)),
            ),
        ),
        ('"- a\\n- b\\n\\nc"', (Bullets((t("a"), t("b"))), Words(t("c")))),
    ],
)
def test_a_cell_holds_paragraphs_and_lists(block: Callable[[str], Block], written: str, meant: Prose) -> None:
    assert cell(block, written) == meant
