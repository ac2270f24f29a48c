"""content/terms.yaml -> the project's glossary: terms that are preferred, and what should not stand for them."""

from dataclasses import dataclass

from neaspec_docs.diagnostics.codes import Code
from neaspec_docs.diagnostics.diagnostic import Related
from neaspec_docs.diagnostics.span import Span
from neaspec_docs.load.records import Record, may, need
from neaspec_docs.load.shapes import WRONG, ListOf, Made
from neaspec_docs.load.source import Source, quoted
from neaspec_docs.load.values import LINE
from neaspec_docs.load.yaml_nodes import compose
from neaspec_docs.model.glossary import Term


@dataclass(frozen=True, slots=True)
class _Placed:
    """Words, and where they stand."""

    words: str
    at: Span


@dataclass(frozen=True, slots=True)
class _Written:
    """A term as written, with the place of each of its words."""

    preferred: _Placed
    deprecated: tuple[_Placed, ...]
    reason: str
    at: Span

    @property
    def term(self) -> Term:
        """Return the term; words that were found empty stand for none."""
        deprecated = tuple(one.words for one in self.deprecated if one.words)
        return Term(self.preferred.words, deprecated, self.reason, at=self.preferred.at)


_WORDS = Made(LINE, _Placed)
_TERM = Record(
    "a term",
    _Written,
    (
        need("term", _WORDS, _Placed("", Span("", 1, 1)), into="preferred"),
        need("not", ListOf(_WORDS, "words", "a word", filled=True), into="deprecated"),
        may("because", LINE, "", into="reason"),
    ),
)
TERMS_FILE = ListOf(_TERM, "terms", "a term")


def read(source: Source) -> tuple[Term, ...]:
    """Return the terms in the file, as far as they can be read."""
    node = compose(source)
    written = WRONG if node is None else TERMS_FILE.read(node, source, "a file of terms")
    if written is WRONG:
        return ()
    _check(written, source)
    terms = (one.term for one in written)
    return tuple(term for term in terms if term.preferred and term.deprecated)


def _check(written: tuple[_Written, ...], source: Source) -> None:
    """Report words that the glossary speaks of twice, for then it can't be told what to write."""
    preferred = {one.preferred.words: one.preferred.at for one in written}
    first: dict[str, Span] = {}
    for words in (words for one in written for words in one.deprecated if words.words):
        if (at := preferred.get(words.words)) is not None:
            message, related = f"{quoted(words.words)} is a term itself", Related(at, "to be written")
        elif (at := first.setdefault(words.words, words.at)) != words.at:
            message, related = f"{quoted(words.words)} is named twice", Related(at, f"the first {quoted(words.words)}")
        else:
            continue
        source.error(Code.WRONG_VALUE, message, words.at, "take one of the two out", [related])
