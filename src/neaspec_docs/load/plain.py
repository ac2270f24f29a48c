"""A scalar of plain characters, printed as typed -> the words; what would mean something in a text is reported.

A venue, a unit, what is said of a picture: nothing is filled in there and nothing is marked, so `{{ facts.x }}` would
be printed with its braces.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from markdown_it.token import Token

from neaspec_docs.diagnostics.codes import Code
from neaspec_docs.load.excerpt import of_scalar
from neaspec_docs.load.markup import MARK, PLACE, tokens
from neaspec_docs.load.shapes import ListOf, Shape, Word, Wrong
from neaspec_docs.load.source import Source, quoted
from neaspec_docs.load.targets import leads_somewhere
from neaspec_docs.load.values import ANY_LINE, LINE, NAME
from neaspec_docs.load.yaml_nodes import ScalarNode, YamlNode

_FILLED_IN: Mapping[str, tuple[str, str]] = {
    "fact": ("fact", "write out what the fact says: this is printed as it is typed"),
    "footnote_call": ("footnote", "write what it says into the text, or into a `note`: this is printed as it is typed"),
    "link_open": ("link", "write the words alone: this is printed as it is typed"),
}
"""What can be meant in one way only, by its token: what a message calls it, and the cure."""

_SIGN = "leave it if it is meant so, else write the sign itself, such as `₂` or `³`"
_OUT = "leave it if it is meant so, else take the marks out: no word can be marked here"
_BARE = "leave it if it is meant so, else write the sign alone: here it stands for itself"
_MARKED: Mapping[str, str] = {
    "sub": _SIGN,
    "sup": _SIGN,
    "strong_open": _OUT,
    "em_open": _OUT,
    "code_inline": _OUT,
    "text_special": _BARE,  # a backslash before a sign, an entity of HTML
}
"""What may be meant as it is typed, by its token, with the cure where it is not."""


@dataclass(frozen=True, slots=True)
class Plain(Shape[str]):
    """Plain characters that are printed as they are typed."""

    word: Word[str]

    @property
    def says(self) -> str:  # type: ignore[override]
        """Return what the word says."""
        return self.word.says

    def alike(self) -> Shape[str]:
        """Return the word."""
        return self.word

    def read(self, node: YamlNode, source: Source, name: str) -> str | Wrong:
        """Return the text; each thing in it that no plain text can hold is an error, and each mark is told."""
        if isinstance(node, ScalarNode) and node.start not in source.blamed and MARK.search(node.value):
            _check(node, source, name)
        return self.word.read(node, source, name)


def _check(node: ScalarNode, source: Source, name: str) -> None:
    excerpt = of_scalar(node, source)
    read = [token for token in tokens(node.value) if token.markup not in ("linkify", "autolink")]
    for place, token in enumerate(read):
        if _is_filled_in(token):
            what, help = _FILLED_IN[token.type]
            source.error(
                Code.MARKUP_IN_PLAIN_WORDS, f"no {what} can stand in {name}", excerpt.span(*token.meta[PLACE]), help
            )
        elif token.type in _MARKED and not _means_nothing(token):
            start, end = _reach(read[place:])
            message = f"{quoted(node.value[start:end])} is printed in {name} as it is typed"
            at = excerpt.span(start, end)
            source.faults.warning(Code.MARKUP_IN_PLAIN_WORDS, message, at, _MARKED[token.type])


def _is_filled_in(token: Token) -> bool:
    """Say whether a text would get something in a token's place: not for `[^ 5 ]`, `{{` alone, `[Mr.](Chair)`."""
    match token.type:
        case "fact":
            return not token.info
        case "footnote_call":
            return NAME.parse(token.content) == token.content
        case "link_open":
            return leads_somewhere(str(token.attrs.get("href", "")))
        case _:
            return False


def _means_nothing(token: Token) -> bool:
    """Say whether a token is a backslash that takes no meaning away, as before a letter."""
    return token.type == "text_special" and token.content == token.markup


def _reach(read: Sequence[Token]) -> tuple[int, int]:
    """Return where what the first of the tokens begins starts, and where it ends."""
    start, end = read[0].meta[PLACE]
    if read[0].nesting:  # `**` are two tokens, of which one opens and the other closes
        more = len(read[0].markup) - 1
        closing = next(one for one in read if one.type == read[0].type.replace("open", "close"))
        start, end = start - more, closing.meta[PLACE][1] + more
    return start, end


PRINTED = Plain(LINE)
"""Plain characters in one line: a venue, a person's name."""

ANY_PRINTED = Plain(ANY_LINE)
"""As PRINTED, and may be empty."""

PRINTED_LINES = ListOf(PRINTED, "lines of text", "a line")
