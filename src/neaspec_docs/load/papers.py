"""A paper's file -> Document."""

from dataclasses import dataclass, replace
from functools import partial

from neaspec_docs.diagnostics.codes import Code
from neaspec_docs.diagnostics.diagnostic import did_you_mean
from neaspec_docs.diagnostics.span import Span
from neaspec_docs.load import slides
from neaspec_docs.load.blocks import BODY
from neaspec_docs.load.plain import PRINTED
from neaspec_docs.load.records import Either, Record, may, need
from neaspec_docs.load.shapes import WRONG, ListOf, Made, Named, Shape, Wrong, choice, complain, wrong_shape
from neaspec_docs.load.source import Source, quoted
from neaspec_docs.load.text import PROSE, TITLE
from neaspec_docs.load.values import DATE, FLAG, HEADINGS, ID, LANGUAGE, NAME, PAPER, SYMBOL
from neaspec_docs.load.yaml_nodes import MappingNode, ScalarNode, YamlNode, compose, place
from neaspec_docs.model.document import DEFAULT_HEADINGS, Annex, AnnexedPaper, Document, Footnote, Purpose, Status


class Kind(Shape[str]):
    """A kind of paper: the project has a template for it."""

    says = "a kind of paper"

    def read(self, node: YamlNode, source: Source, name: str) -> str | Wrong:
        """Return the kind."""
        if not isinstance(node, ScalarNode):
            return wrong_shape(node, source, name, self.says)
        kinds = source.project.kinds()
        if node.value in kinds:
            return node.value
        message = f"unknown kind {quoted(node.value)}" if node.value else f"{name} is empty"
        help = did_you_mean(node.value, kinds) or f"there are {', '.join(f'`{kind}`' for kind in kinds)}"
        complain(Code.UNKNOWN_KIND, message, node, source, help if kinds else None)
        return WRONG


def _annexed(paper: AnnexedPaper | None, at: Span) -> AnnexedPaper | Wrong:  # noqa: ARG001 -- the name's place counts
    return paper or WRONG


_ITS_OWN = "the paper has its own"
_CURES = {"id": "cite it as `[]({paper})`", "title": _ITS_OWN, "headings": _ITS_OWN}
_CURES["body"] = "the paper is annexed as it is; leave one of the two out"


_ANNEX = Either[Annex | AnnexedPaper](
    "an annex",
    {
        "paper": Record("an annex", _annexed, (need("paper", Made(PAPER, AnnexedPaper), None),), cures=_CURES),
        "body": Record(
            "an annex",
            Annex,
            (may("title", TITLE, ()), may("id", ID), may("headings", HEADINGS), need("body", BODY)),
        ),
    },
)
_KEYS = (
    need("kind", Kind(), ""),
    may("symbol", SYMBOL),
    need("title", TITLE),
    may("subtitle", TITLE, ()),
    may("presenter", TITLE, ()),
    may("date", DATE),
    may("agenda", ID),
    may("for", choice(Purpose), into="purpose"),
    may("distribution", PRINTED),
    may("language", LANGUAGE, "en"),
    may("status", choice(Status), Status.FINAL),
    may("toc", FLAG, default=False),
    may("headings", HEADINGS, DEFAULT_HEADINGS),
    may("summary", PROSE, ()),
    need("body", BODY),
    may("footnotes", Named("a mapping of names to footnotes", NAME, PROSE, Footnote), ()),
    may("annexes", ListOf(_ANNEX, "annexes", "an annex"), ()),
)
PAPER_FILE = Record("a paper", partial(Document, ""), _KEYS)


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper that was read, and where its symbol and its agenda item stand."""

    document: Document
    symbol_at: Span
    agenda_at: Span


def read(source: Source, name: str) -> Paper | None:
    """Return the paper of this full name in the file, as far as it can be read; None where nothing can be."""
    node = compose(source)
    if node is None:
        return None
    document = PAPER_FILE.read(node, source, "a paper's file")
    if document is WRONG:
        return None
    if isinstance(node, MappingNode):
        slides.check(document, node, source)
    written = {key.value: value for key, value in node.entries} if isinstance(node, MappingNode) else {}
    start = source.span(0, 1)
    symbol_at, agenda_at, language_at = (
        place(written[key], source) if key in written else start for key in ("symbol", "agenda", "language")
    )
    return Paper(replace(document, name=name, at=start, language_at=language_at), symbol_at, agenda_at)
