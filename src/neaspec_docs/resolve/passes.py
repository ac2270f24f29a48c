"""Content and the name of a paper -> that paper resolved: every number and every reference answered.

The passes stand here in their order; each takes a paper and its context and gives the paper changed. The first
ones assign a paper's own numbers and need no other paper's answers; the last ones say what is referred to.
"""

from collections.abc import Callable
from dataclasses import replace
from functools import reduce
from typing import TypeAlias

from neaspec_docs import limits
from neaspec_docs.diagnostics.codes import Code
from neaspec_docs.diagnostics.diagnostic import Diagnostic
from neaspec_docs.language import words
from neaspec_docs.model.document import Content, Document, Meeting
from neaspec_docs.model.inline import Inlines
from neaspec_docs.model.resolved import Resolved
from neaspec_docs.resolve import agenda, annexes, facts, footnotes, numbers, references, registers, tables, timetables
from neaspec_docs.resolve.context import Context

Pass: TypeAlias = Callable[[Document, Context], Document]

NUMBERING: tuple[Pass, ...] = (
    agenda.lay_out,
    registers.check,
    timetables.check,
    facts.substitute,
    tables.complete,
    annexes.include,
    numbers.assign,
)
ANSWERING: tuple[Pass, ...] = (references.answer, footnotes.number)
PASSES: tuple[Pass, ...] = NUMBERING + ANSWERING


class Resolver:
    """Resolves the papers of one tree of content, each at most once."""

    def __init__(self, content: Content) -> None:
        """Take the tree; nothing is resolved yet."""
        self._content = content
        self._numbered: dict[str, tuple[Document, tuple[Diagnostic, ...]] | None] = {}

    def resolve(self, name: str) -> tuple[Resolved, tuple[Diagnostic, ...]]:
        """Return the paper of this full name, which must have loaded, and what is wrong with it."""
        numbered, faults = self._own(name)
        context = self._context(name)
        document = reduce(lambda paper, step: step(paper, context), ANSWERING, numbered)
        _tell_of_more(document, context)
        if not words.known(document.language):
            context.report.warning(
                Code.UNKNOWN_LANGUAGE,
                f"the words that the program adds are not known in `{document.language}`: they stay English",
                document.language_at,
            )
        meeting = facts.stated(_listed(context.meeting), document.language, context)
        register = registers.documents(meeting, self.numbered, self._title)
        return Resolved(document, meeting, register), (*faults, *context.report)

    def faults(self, name: str) -> tuple[Diagnostic, ...]:
        """Return what is wrong with the numbers and the title of a paper that loaded: others print them."""
        paper, found = self._own(name)
        context = self._context(name)
        references.title(paper, context)
        return (*found, *context.report)

    def numbered(self, name: str) -> Document | None:
        """Return a paper with its own numbers, or None where it did not load or is being numbered just now."""
        if name not in self._content.papers or self._numbered.get(name, ()) is None:
            return None
        return self._own(name)[0]

    def _title(self, paper: Document) -> Inlines:
        """Return a paper's title as others print it; its faults are told of the papers that depend on it."""
        return references.title(paper, self._context(paper.name))

    def _own(self, name: str) -> tuple[Document, tuple[Diagnostic, ...]]:
        done = self._numbered.get(name)
        if done is None:
            self._numbered[name] = None  # in hand: a paper annexed to itself finds it so
            context = self._context(name)
            document = reduce(lambda paper, step: step(paper, context), NUMBERING, self._content.papers[name])
            _tell_of_more(document, context)
            done = self._numbered[name] = (document, tuple(context.report))
        return done

    def _context(self, name: str) -> Context:
        meeting = self._content.meetings[name.partition("/")[0]]
        return Context(self._content, meeting, self.numbered)


def _tell_of_more(document: Document, context: Context) -> None:
    """Say that there may be more faults than are told."""
    if context.report.many:
        message = f"the paper has {limits.MOST_FAULTS} faults of this sort, and the rest of them are not told"
        context.report.error(Code.LIMIT_REACHED, message, document.at, "mend those first")


def _listed(meeting: Meeting) -> Meeting:
    """Return the meeting as papers show it: participants in order, annotations left to the agenda that they are for."""
    items = tuple(replace(item, annotation=()) for item in meeting.agenda)
    return replace(meeting, agenda=items, participants=registers.participants(meeting.participants))
