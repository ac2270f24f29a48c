"""Cross-references -> what they read as: "paragraph 7", "Annex I, Table 1", "NEASPEC/NFP-2/1, paragraph 12"."""

from collections.abc import Mapping
from dataclasses import replace
from typing import assert_never

from neaspec_docs.diagnostics.codes import Code
from neaspec_docs.diagnostics.diagnostic import nearest
from neaspec_docs.language.words import Words, words
from neaspec_docs.model.document import Annex, Document
from neaspec_docs.model.inline import Answer, FootnoteCall, Form, Inlines, Live, Reference, Repeated, Said, Text
from neaspec_docs.model.walk import nodes, rewrite
from neaspec_docs.resolve import labels, phrases
from neaspec_docs.resolve.context import Context
from neaspec_docs.resolve.labels import Kind, Label
from neaspec_docs.resolve.phrases import Parts


def answer(document: Document, context: Context) -> Document:
    """Return the paper with every reference answered, those in its annexes and footnotes too.

    A reference to what is not there, and one to a thing without a number or words to say, are errors at its place.
    """
    return _answered(document, _Speaker(document, context))


def title(document: Document, context: Context) -> Inlines:
    """Return a numbered paper's title as it reads where others print it: what it refers to are plain words, no notes.

    What is wrong with a reference in it is an error at its place.
    """
    if not any(nodes(document.title, Reference)):
        return _in_words(document.title)
    return _in_words(rewrite(document.title, _Speaker(document, context).at(None), Reference))


def _in_words(title: Inlines) -> Inlines:
    """Return a title with the words of its references in their place, and without the marks of notes."""

    def change(node: Reference | FootnoteCall) -> Inlines:
        if isinstance(node, FootnoteCall):
            return ()
        return node.children or (Text(node.answer.text if node.answer else "", at=node.at),)

    return rewrite(title, change, Reference, FootnoteCall)


def _answered(document: Document, speaker: "_Speaker") -> Document:
    annexes = tuple(_annex(annex, speaker) for annex in document.annexes if isinstance(annex, Annex))
    rest = replace(document, annexes=())
    return replace(rewrite(rest, speaker.at(None), Reference), annexes=annexes)


def _annex(annex: Annex, speaker: "_Speaker") -> Annex:
    if annex.document is not None:  # it speaks for itself, among its own labels
        host = speaker.host or speaker
        document = _answered(annex.document, _Speaker(annex.document, speaker.context, host))
        return replace(annex, title=_in_words(document.title), document=document)
    around = next(label for label in speaker.annexes if label.anchor == annex.anchor)
    return rewrite(annex, speaker.at(around), Reference)


_OF_THE_TEXT = (Kind.PARAGRAPH, Kind.SECTION, Kind.TABLE, Kind.FIGURE)
"""What a paper and one annexed to it may both have under one number."""


class _Speaker:
    """Says the references of one paper; `host` is that of the paper it is printed in, where it is annexed whole."""

    def __init__(self, document: Document, context: Context, host: "_Speaker | None" = None) -> None:
        self.document = document
        self.context = context
        self.host = host
        self.labels = labels.of(document)
        self.annexes = labels.annexes(document)
        self.words: Words = words(document.language)
        self._others: dict[str, Mapping[str, Label]] = {}

    def others(self, document: Document) -> Mapping[str, Label]:
        """Return the labels of another paper, worked out once."""
        if document.name not in self._others:
            self._others[document.name] = labels.of(document)
        return self._others[document.name]

    def at(self, around: Label | None) -> "_At":
        """Return the change that answers the references within an annex, or within the body (None)."""
        return _At(self, around)

    def place(self, label: Label, form: Form, here: Label | None) -> Parts:
        """Return the words for a thing as seen from an annex (None: from the body): "Annex I, paragraph 3".

        An annex is named where the thing's number begins again in it, and the reference stands outside it.
        """
        parts = self.label(label, form)
        if not parts or form is Form.NUMBER:
            return parts
        known = (*here.around, here) if here is not None else ()
        runs_on = label.kind in (Kind.TABLE, Kind.FIGURE)
        for annex in reversed(label.around):
            if annex not in known and (annex.whole or not runs_on):
                parts = phrases.put(self.words.within, outer=self.label(annex, Form.FULL), place=parts)
        return parts

    def from_annexed(self, label: Label, form: Form) -> Parts:
        """Return the words for a thing of the host as seen from a paper annexed to it, whose own numbers are others."""
        parts = self.place(label, form, None)
        if label.annex is not None or label.number is None or label.kind not in _OF_THE_TEXT or form is Form.NUMBER:
            return parts
        return phrases.put(self.words.main_text, *parts)

    def label(self, label: Label, form: Form) -> Parts:
        """Return the words for a thing in the same annex: "paragraph 7"; () where it has neither number nor title."""
        if label.number is not None:
            number = Repeated(label.anchor, Live.NUMBER, label.number.cited)
            return (number,) if form is Form.NUMBER else phrases.put(self._phrase(label.kind, form), number)
        match label.kind:
            case Kind.ANNEX:
                return (Said(self.words.cited_only_annex),)
            case Kind.APPENDIX:
                return (Said(self.words.cited_only_appendix),)
            case Kind.SECTION if label.title:
                return (Repeated(label.anchor, Live.TITLE, label.title),)
            case _:
                return ()

    def _phrase(self, kind: Kind, form: Form) -> str:
        short = form is Form.SHORT
        match kind:
            case Kind.PARAGRAPH:
                return self.words.paragraph_short if short else self.words.paragraph
            case Kind.SECTION:
                return self.words.section_short if short else self.words.section
            case Kind.AGENDA_ITEM:
                return self.words.cited_item_short if short else self.words.cited_item
            case Kind.TABLE:
                return self.words.cited_table
            case Kind.FIGURE:
                return self.words.cited_figure
            case Kind.ANNEX:
                return self.words.cited_annex
            case Kind.APPENDIX:
                return self.words.cited_appendix
            case Kind.SLIDE:
                return self.words.slide
            case Kind.OTHER:
                return "{}"
        assert_never(kind)


class _At:
    """Answers the references that stand in one annex, or in the body."""

    def __init__(self, speaker: _Speaker, around: Label | None) -> None:
        self.speaker = speaker
        self.around = around

    def __call__(self, node: Reference) -> Reference:
        own = self.speaker.document.name
        paper = None if node.paper == own and node.target is not None else node.paper
        annexed = f"{paper}#{node.target}" if node.target else paper
        if paper is None and node.target is not None:
            return replace(node, answer=self._within(node, node.target, ""))
        if annexed is not None and paper in self.speaker.labels:
            return replace(node, answer=self._within(node, annexed, f" in `{paper}`"))
        answered = self._in_the_host(node) if paper != own else None
        return replace(node, answer=answered or self._elsewhere(node, paper or own))

    def _within(self, node: Reference, key: str, where: str) -> Answer | None:
        label = self.speaker.labels.get(key)
        if label is None:
            self._dangling(node, node.target or key, self.speaker.labels, where)
            return None
        parts = self.speaker.place(label, node.form, self.around)
        if not parts and not node.children:
            self._unnumbered(node, label)
        return Answer(parts, label.anchor)

    def _in_the_host(self, node: Reference) -> Answer | None:
        """Answer a reference from an annexed paper to what is printed with it: the host, and its other annexes."""
        host = self.speaker.host
        if host is None:
            return None
        own = node.paper == host.document.name
        inside = f"{node.paper}#{node.target}" if node.target else node.paper
        label = host.labels.get((node.target if own else inside) or "")
        if label is None:
            return None
        parts = self.speaker.from_annexed(label, node.form)
        return Answer(parts, label.anchor) if parts or node.children else None

    def _elsewhere(self, node: Reference, paper: str) -> Answer | None:
        other = self.speaker.document if paper == self.speaker.document.name else self._numbered(node, paper)
        if other is None:
            return None
        name = Said(other.symbol or labels.words(other.title))
        if not name.value and not node.children:
            self._untitled(node)
        if node.target is None:
            return Answer((name,), "", paper)
        known = self.speaker.others(other)
        label = known.get(node.target)
        if label is None:
            self._dangling(node, node.target, known, f" in `{paper}`")
            return None
        parts = self.speaker.place(label, node.form, None)
        if not parts:
            if not node.children:
                self._unnumbered(node, label)
            return Answer((name,), label.anchor, paper)
        still = tuple(Said(part.value) for part in parts)
        if node.form is Form.NUMBER:
            return Answer(still, label.anchor, paper)
        return Answer(phrases.put(self.speaker.words.within, outer=(name,), place=still), label.anchor, paper)

    def _numbered(self, node: Reference, paper: str) -> Document | None:
        other = self.speaker.context.numbered(paper)
        content = self.speaker.context.content
        if other is None and paper not in content.faulty and paper not in content.papers:
            close = nearest(paper, content.papers)
            help = f"did you mean `{close}`?" if close else None
            self.speaker.context.report.error(Code.UNKNOWN_PAPER, f"there is no paper `{paper}`", node.at, help)
        return other

    def _dangling(self, node: Reference, target: str, known: Mapping[str, Label], where: str) -> None:
        if self.speaker.context.report.many:
            return
        close = nearest(target, (id for id in known if "#" not in id and "/" not in id))
        help = None
        if close is not None:
            label = known[close]
            help = f"did you mean `{close}`, the {label.kind.value} at line {label.at.line}?"
        self.speaker.context.report.error(
            Code.DANGLING_REFERENCE, f"reference to `{target}`, which is defined nowhere{where}", node.at, help
        )

    def _untitled(self, node: Reference) -> None:
        message = f"reference to `{node.paper}`, a paper with neither a symbol nor a title of plain words"
        help = f"give it a symbol, or write words of your own: `{_worded(node)}`"
        self.speaker.context.report.error(Code.UNNUMBERED_TARGET, message, node.at, help)

    def _unnumbered(self, node: Reference, label: Label) -> None:
        slides = self.speaker.document.is_slides
        others = "slide, table or figure" if slides else "paragraph, section, table, figure or annex"
        cure = {
            Kind.TABLE: "give the table a caption, or",
            Kind.FIGURE: "give the figure a caption, or",
        }.get(label.kind, f"name a {others}, or")
        is_section = label.kind is Kind.SECTION  # whose heading would do, but for a reference in it
        lacks = "with neither a number nor a heading of plain words" if is_section else "without a number"
        self.speaker.context.report.error(
            Code.UNNUMBERED_TARGET,
            f"reference to `{node.target}`, a {label.kind.value} {lacks}",
            node.at,
            f"{cure} write words of your own: `{_worded(node)}`",
        )


def _worded(node: Reference) -> str:
    """Return how a reference is written that has words of its own."""
    target = f"#{node.target}" if node.target else ""
    return f"[these words]({node.paper or ''}{target})"
