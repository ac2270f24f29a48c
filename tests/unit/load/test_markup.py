"""Signs in text -> tokens: a sign is read by its own rules alone, and as if all rules had been asked."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from neaspec_docs.load import markup

COMMON = ("*", "**", "_", "`", "``", "[", "](b)", "]", "(", "!", "&amp;", "&", "\\", "<b>", "\n", "  \n", " ", "a", "-")
"""What CommonMark reads as we do: without addresses, and what we have added."""


def told(tokens: Sequence[Token]) -> list[tuple[object, ...]]:
    return [(token.type, token.content, token.markup, token.nesting, token.attrs) for token in tokens]


def asking_every_rule(text: str) -> list[Token]:
    """Read text as markdown-it does out of the box, less raw HTML and pictures."""
    parser = MarkdownIt("commonmark").disable(["html_inline", "image", "fragments_join"])
    return parser.inline.parse(text, parser, {}, [])


@given(signs=st.lists(st.sampled_from(COMMON), max_size=30))
def test_commonmark_is_read_as_by_every_rule(signs: list[str]) -> None:
    text = "".join(signs)
    assert told(markup.tokens(text)) == told(asking_every_rule(text))


@given(words=st.text(st.characters(exclude_characters="\\`*_[]{}<&~^:\n")))
def test_other_signs_are_text(words: str) -> None:
    (token,) = markup.tokens(f"a{words}")
    assert (token.type, token.content) == ("text", f"a{words}")


ADDRESS = (*"aZ-_./%#,)é?=", "b1", "%20", "org", "www.", "a.b/", "localhost")


@given(
    scheme=st.sampled_from(("http", "https", "HTTP")), rest=st.lists(st.sampled_from(ADDRESS), min_size=1, max_size=12)
)
def test_an_address_is_what_linkify_finds(scheme: str, rest: list[str]) -> None:
    """Whether it is one of those that are known without it, or not."""
    text = f"{scheme}://{''.join(rest)}"
    found = markup._linkify().match_at_start(text)
    assert markup._address_in(text) == (str(found.url).rstrip("*_~^.,:;!?'\"") if found else "")


@pytest.mark.parametrize("end", ["", ".", ",", ")", ")."])
def test_most_addresses_are_known_at_once(end: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(markup, "_linkify", None)
    for address in ("https://a-b.org", "http://www.a.int/", "https://a.org/b//c%20d/e-f_1.pdf", "https://a.org/b#c-d"):
        assert markup._address_in(f"{address}{end}") == address
