"""Footnotes -> numbered in the order of their first calls, through the text and its annexes (UN Editorial Manual)."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from neaspec_docs.diagnostics.codes import Code
from neaspec_docs.diagnostics.diagnostic import did_you_mean
from neaspec_docs.model.document import Annex, Document
from neaspec_docs.model.inline import FootnoteCall
from neaspec_docs.model.node import Node
from neaspec_docs.model.walk import nodes, rewrite
from neaspec_docs.resolve.context import Context


def number(document: Document, context: Context) -> Document:
    """Return the paper with each footnote call numbered; the first call carries the note, the paper's list is empty.

    A call of a note that is missing, a note that is never called, and a call within a note are errors; on slides,
    which have no foot of a page to put it at, each note and each call is one.
    """
    if document.is_slides:
        return _refused(document, context)
    return _Notes(context).document(document, "")


def _refused(document: Document, context: Context) -> Document:
    """Report each footnote and each call of slides."""
    help = "write it in the text, below a table or figure as its `note` or `source`, or in `notes`"
    for one in (*_calls((document,)), *document.footnotes):
        context.report.error(Code.FOOTNOTE_ON_SLIDES, "slides have no footnotes", one.at, help)
    return replace(document, footnotes=())


class _Notes:
    """The count of notes through a paper and the papers annexed to it."""

    def __init__(self, context: Context) -> None:
        self.report = context.report
        self.count = 0

    def missing(self, call: FootnoteCall, notes: Iterable[str]) -> None:
        if self.report.many:
            return
        help = did_you_mean(call.name, notes) or "write it under `footnotes:`"
        self.report.error(Code.MISSING_FOOTNOTE, f"the footnote `{call.name}` is not there", call.at, help)

    def document(self, document: Document, prefix: str) -> Document:
        for note in document.footnotes:
            for call in _calls(note.text):
                self.report.error(Code.NESTED_FOOTNOTE, "a footnote inside a footnote", call.at)
        notes = {note.name: note for note in document.footnotes}
        numbers: dict[str, int] = {}
        first: set[int] = set()

        def numbered(part: tuple[Node, ...]) -> None:
            for call in _calls(part):
                if call.name not in notes:
                    self.missing(call, notes)
                elif call.name not in numbers:
                    self.count += 1
                    numbers[call.name] = self.count
                    first.add(id(call))

        def change(call: FootnoteCall) -> FootnoteCall:
            if call.name not in numbers:
                return call
            text = notes[call.name].text if id(call) in first else None
            return replace(call, number=numbers[call.name], anchor=f"{prefix}fn.{call.name}", note=text)

        bare = replace(document, annexes=(), footnotes=())
        numbered((bare,))
        done = rewrite(bare, change, FootnoteCall)
        annexes: list[Annex] = []
        for annex in document.annexes:
            if isinstance(annex, Annex) and annex.document is not None:
                annexes.append(replace(annex, document=self.document(annex.document, annex.anchor)))
            elif isinstance(annex, Annex):
                numbered((annex,))
                annexes.append(rewrite(annex, change, FootnoteCall))
        for note in document.footnotes:
            if note.name not in numbers and not self.report.many:
                self.report.error(
                    Code.UNCITED_FOOTNOTE,
                    f"the footnote `{note.name}` is never cited",
                    note.at,
                    f"cite it with `[^{note.name}]`, or take it out",
                )
        return replace(done, annexes=tuple(annexes))


def _calls(tree: tuple[Node, ...]) -> Iterator[FootnoteCall]:
    return nodes(tree, FootnoteCall)
