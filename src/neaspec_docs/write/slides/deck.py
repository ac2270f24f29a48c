"""The body of a Page of slides -> its slides: title, blocks, what the speaker says; and what has no form on one."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from xml.etree.ElementTree import Element

from neaspec_docs.diagnostics.codes import Code
from neaspec_docs.diagnostics.diagnostic import Diagnostic, Severity
from neaspec_docs.diagnostics.span import Span
from neaspec_docs.model.page import Page
from neaspec_docs.write.styled import classes, words

_TEXT = frozenset({"p", "ol", "ul"})
_PARTS = frozenset({"p", "table", "img", "div"})
_SHORT = 60
"""At most so many characters of a title say which slide is meant."""


class Kind(Enum):
    """What a slide is, as its `data-layout` says: the first one, one that opens a part, one with content."""

    TITLE = "title"
    SECTION = "section"
    CONTENT = "content"


@dataclass(frozen=True, slots=True)
class Slide:
    """A slide as the Page has it; `source` is its section, `title` its `h1` or `h2`.

    `blocks` are what stands on it, `speech` what the speaker says, `at` the place where it is written in the paper's
    file: what is said of it is said there.
    """

    source: Element
    at: Span
    kind: Kind
    number: str
    title: Element
    blocks: tuple[Element, ...]
    speech: tuple[Element, ...]

    @property
    def called(self) -> str:
        """Return what a message calls the slide: its number and title."""
        said = words(self.title)
        if len(said) > _SHORT:
            said = f"{said[:_SHORT].rpartition(' ')[0] or said[:_SHORT]}…"
        return f"slide {self.number}, “{said}”"


def is_visual(block: Element) -> bool:
    """Say whether a block is a table or a figure; all else is text."""
    return bool(classes(block) & {"table", "figure"})


def read(page: Page, root: Element) -> tuple[Slide, ...]:
    """Return the slides of a Page, or of the papers of a pack; `root` is the Page's own or a copy of it."""
    articles = list(root.iter("article"))
    papers = [(Page(article.get("id", ""), article).source, article) for article in articles] or [(page.source, root)]
    return tuple(
        _slide(section, _written(section, file))
        for file, paper in papers
        for section in paper.iter("section")
        if "slide" in classes(section)
    )


def unknown(slides: tuple[Slide, ...]) -> Iterator[Diagnostic]:
    """Give what has no form on slides; its words are printed all the same."""
    for slide in slides:
        for element in _strange(slide):
            yield Diagnostic(
                Code.UNPRINTABLE,
                f"{slide.called}: a slide has no form for `{element.tag}`; its words are printed plain",
                slide.at,
                "use text, lists, tables, charts, images and panels",
                severity=Severity.WARNING,
            )


def _written(section: Element, file: str) -> Span:
    """Return where a slide is written; of one made of the paper itself, the beginning of the file."""
    line, column = section.get("data-at", "1:1").split(":")
    return Span(file, int(line), int(column))


def _strange(slide: Slide) -> Iterator[Element]:
    for block in slide.source:
        if is_visual(block):
            yield from (part for part in block if part.tag not in _PARTS)
        elif block is not slide.title and block.tag not in _TEXT and "speaker-notes" not in classes(block):
            yield block


def _slide(section: Element, at: Span) -> Slide:
    title = next((child for child in section if child.tag in ("h1", "h2")), None)
    if title is None:
        raise ValueError("a slide without a title reached the writer")
    speech = section.find("aside[@class='speaker-notes']")
    rest = [child for child in section if child is not title and child is not speech]
    kind = Kind(section.get("data-layout", "content"))
    blocks = tuple(rest) if kind is Kind.TITLE else tuple(plain for block in rest for plain in _plain(block))
    said = () if speech is None else tuple(speech)
    return Slide(section, at, kind, section.get("data-number", ""), title, blocks, said)


def _plain(block: Element) -> Iterator[Element]:
    """Give a block as what a slide has a form for: of a box or a quotation, the paragraphs in it."""
    if block.tag in ("aside", "blockquote"):
        yield from block
    elif block.tag != "hr":
        yield block
