"""Inlines as XHTML."""

import pytest
from every_block import note, ref, t, w

from neaspec_docs.model.inline import (
    Answer,
    Bullets,
    Code,
    Emphasis,
    Fact,
    FootnoteCall,
    Inline,
    LineBreak,
    Link,
    Live,
    Reference,
    Said,
    Strong,
    Subscript,
    Superscript,
    TableNoteCall,
    Text,
)
from neaspec_docs.render import inline


@pytest.mark.parametrize(
    ("node", "xhtml"),
    [
        (Text('a < b & "c"'), "a &lt; b &amp; &quot;c&quot;"),
        (Text("two\n  lines"), "two lines"),
        (Text("no\u00a0break"), "no\u00a0break"),
        (Emphasis((Strong(t("x")),)), "<em><strong>x</strong></em>"),
        (Subscript(t("2")), "<sub>2</sub>"),
        (Superscript(t("3")), "<sup>3</sup>"),
        (Code("<br>"), "<code>&lt;br&gt;</code>"),
        (LineBreak(), "<br/>"),
        (Link('https://x.org/?a=1&b="', t("x")), '<a class="link" href="https://x.org/?a=1&amp;b=&quot;">x</a>'),
        (TableNoteCall("a"), '<sup class="mark">a</sup>'),
        (
            ref("paragraph ", "7", "x"),
            '<a class="ref" href="#x">paragraph <span class="live" data-anchor="x" data-what="number">7</span></a>',
        ),
        (
            ref("", "Aim", "x", Live.TITLE),
            '<a class="ref" href="#x"><span class="live" data-anchor="x" data-what="title">Aim</span></a>',
        ),
        (
            Reference(None, "x", children=t("own words"), answer=Answer((Said("paragraph 7"),), "x")),
            '<a class="ref" href="#x">own words</a>',
        ),
        (
            Reference("nfp-2/b", "s", answer=Answer((Said("NFP-2/1, para. 1"),), "s", "nfp-2/b")),
            '<span class="ref" data-paper="nfp-2/b" data-anchor="s">NFP-2/1, para. 1</span>',
        ),
        (
            FootnoteCall("d", 3, "fn.d", (*w("one"), *w(Emphasis(t("two"))))),
            (
                '<span class="footnote" id="fn.d" data-number="3"><span class="passage">one</span>'
                '<span class="passage"><em>two</em></span></span>'
            ),
        ),
        (FootnoteCall("d", 3, "fn.d"), '<a class="noteref" href="#fn.d" data-number="3">3</a>'),
    ],
)
def test_each_inline(node: Inline, xhtml: str) -> None:
    assert inline.markup((node,)) == xhtml


def test_marks_in_a_row_have_a_comma_and_marks_apart_have_none() -> None:
    one, two = FootnoteCall("a", 1, "fn.a"), FootnoteCall("b", 2, "fn.b")
    assert ">1</a><sup>, </sup><a" in inline.markup((one, two))
    assert "<sup>" not in inline.markup((one, Text(" and "), two))


def test_the_note_called_in_a_link_stands_after_it() -> None:
    xhtml = inline.markup((Link("https://x.org", (Text("words"), note(1, "N"))),))
    assert xhtml.startswith('<a class="link" href="https://x.org">words</a><span class="footnote"')


def test_lines_of_a_list_in_a_footnote_begin_with_a_dash() -> None:
    lines = inline.paragraphs((*w("see"), Bullets((t("first"),))))
    assert [inline.markup(line) for line in lines] == ["see", "– first"]


def test_capitals_leave_notes_and_code_alone() -> None:
    title = (Text("Plan "), Emphasis((Text("of work"), note(1, "See the Plan."))), Code("x"))
    xhtml = inline.markup(inline.in_capitals(title))
    assert "PLAN <em>OF WORK" in xhtml
    assert "See the Plan." in xhtml
    assert "<code>x</code>" in xhtml


def test_without_marks_nothing_is_left_of_a_note() -> None:
    assert inline.without_marks((Text("Title"), note(1, "N"), TableNoteCall("a"))) == t("Title")


@pytest.mark.parametrize("node", [Fact(("x",)), Reference(None, "x")])
def test_what_resolve_should_have_answered_is_our_bug(node: Inline) -> None:
    with pytest.raises(ValueError, match="reached the page"):
        inline.markup((node,))
