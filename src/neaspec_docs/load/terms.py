"""content/terms.yaml -> the project's glossary: terms that are preferred, and what should not stand for them."""

from neaspec_docs.load.records import Record, may, need
from neaspec_docs.load.shapes import WRONG, ListOf
from neaspec_docs.load.source import Source
from neaspec_docs.load.values import LINE
from neaspec_docs.load.yaml_nodes import compose
from neaspec_docs.model.glossary import Term

TERM = Record(
    "a term",
    Term,
    (
        need("term", LINE, "", into="preferred"),
        need("not", ListOf(LINE, "words", "words", filled=True), into="deprecated"),
        may("because", LINE, "", into="reason"),
    ),
)
TERMS_FILE = ListOf(TERM, "terms", "a term")


def read(source: Source) -> tuple[Term, ...]:
    """Return the terms in the file, as far as they can be read."""
    node = compose(source)
    terms = WRONG if node is None else TERMS_FILE.read(node, source, "a file of terms")
    return () if terms is WRONG else terms
