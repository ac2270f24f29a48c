"""What rules read: a paper as it was written and as it is resolved, its running text, and the whole tree around it.

The file of a meeting is read as well, for its agenda, its annotations and its names are printed in papers; and of a
paper that is not whole, because of an error in it or in its meeting's file, the words that could be read.
"""

import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from pathlib import Path

from neaspec_docs.check import acronyms, blocks, citations, links, text, typed
from neaspec_docs.check.acronyms import Acronyms
from neaspec_docs.check.citations import Citation
from neaspec_docs.check.files import Files
from neaspec_docs.check.tables import Laid
from neaspec_docs.check.text import Role, Stretch
from neaspec_docs.check.typed import Typed
from neaspec_docs.diagnostics.diagnostic import Diagnostic, Severity
from neaspec_docs.diagnostics.span import Span
from neaspec_docs.model.block import Block, Table
from neaspec_docs.model.document import Content, Document, Meeting


@dataclass(frozen=True)
class Reading:
    """One paper: as written, and resolved where no error hides its numbers (then every number is in it).

    `longest` is how many words it may have. `words` is where its text stands, if that is not the document: in the file
    of a meeting, or in a paper that is not whole; then the document is without a body, so that nothing is missed in it.
    """

    document: Document
    resolved: Document | None
    meeting: Meeting
    content: Content
    files: Files = field(repr=False)
    longest: int
    words: Document | Meeting | None = None

    @cached_property
    def texts(self) -> tuple[Stretch, ...]:
        """Return all running text of the paper, in the order in which it is read."""
        return text.of(self.words or self.document, self.files)

    @cached_property
    def typed(self) -> tuple[tuple[Stretch, Typed], ...]:
        """Return the numbers typed in an English text that read like references, each with its stretch."""
        return tuple((stretch, number) for stretch in self.prose() for number in typed.of(stretch))

    @cached_property
    def blocks(self) -> tuple[Block, ...]:
        """Return all blocks of the paper, with what is filled in where that is known."""
        return tuple(blocks.of(self.resolved or self.document))

    @cached_property
    def tables(self) -> tuple[Laid, ...]:
        """Return the tables of the paper, laid out; none where a row may be too long or too short."""
        if self.resolved is None:
            return ()
        return tuple(Laid(block) for block in self.blocks if isinstance(block, Table))

    @cached_property
    def acronyms(self) -> Acronyms:
        """Return the acronyms in the text of the paper, and where they are spelt out.

        None are said to be where the text is not that of a whole paper: there others spell them out.
        """
        return acronyms.of(() if self.words else self.texts)

    def value(self, key: str, written: str) -> Span:
        """Return the place of what is written at a key of the paper; the paper's own where it is not found."""
        file = self.document.at.file
        for number, line in enumerate(self.files.lines(file), start=1):
            if line.startswith(f"{key}:") and written in line:
                return Span(file, number, line.index(written, len(key) + 1) + 1, len(written))
        return self.document.at

    def prose(self, *roles: Role) -> Iterator[Stretch]:
        """Give the text that stands in these roles, or all; nothing of a paper in another language than English."""
        if self.english:
            yield from (stretch for stretch in self.texts if not roles or stretch.role in roles)

    @property
    def slides(self) -> bool:
        """Say whether the paper is shown on a wall: there space is short, and some rules are for what is read."""
        return self.document.kind == "slides"

    @property
    def english(self) -> bool:
        """Say whether the paper is in English: rules of spelling and style are for no other language."""
        return self.document.language.partition("-")[0].lower() == "en"


@dataclass(frozen=True)
class Tree:
    """All papers that are checked together, by full name, and the whole tree of content.

    `others` have words too: the files of meetings, by such names as "som-24/meeting", and papers that are not whole.
    `broken` are the files with errors.
    """

    content: Content
    papers: Mapping[str, Reading]
    files: Files = field(repr=False)
    others: Mapping[str, Reading] = field(default_factory=dict)
    broken: frozenset[str] = frozenset()

    @property
    def readings(self) -> Mapping[str, Reading]:
        """Return all that has words: the papers, then the others."""
        return {**self.papers, **self.others}

    @cached_property
    def hidden(self) -> frozenset[str]:
        """Return the files in which an error may hide a finding."""
        papers = (name for name, one in self.readings.items() if one.resolved is None and not _is_meeting(one))
        return self.broken | {f"content/{name}.yaml" for name in papers}

    @cached_property
    def citations(self) -> Mapping[str, tuple[Citation, ...]]:
        """Return the references of all content, by the full names of papers, and of meetings as "som-24/meeting"."""
        papers = {name: citations.of(paper, name) for name, paper in self.content.papers.items()}
        files = {f"{name}/meeting": meeting for name, meeting in self.content.meetings.items()}
        return papers | {name: citations.of(meeting, name) for name, meeting in files.items()}

    @cached_property
    def cited(self) -> Mapping[str, tuple[Citation, ...]]:
        """Return the same references by the full name of the paper that they lead to."""
        found: dict[str, list[Citation]] = {}
        for citation in (one for every in self.citations.values() for one in every):
            found.setdefault(citation.paper, []).append(citation)
        return {name: tuple(every) for name, every in found.items()}

    @cached_property
    def answers(self) -> Mapping[str, links.Answer]:
        """Return what the web answers for each address in the papers; it is asked when this is first looked at."""
        return links.ask(address for paper in self.readings.values() for _, address in links.of(paper.document))


def of(content: Content, resolved: Iterable[Document], faults: Iterable[Diagnostic], root: Path, longest: int) -> Tree:
    """Return papers as rules read them: as they were written, and as resolved where none of the faults hides a number.

    `root` is the project's folder, `longest` how many words a paper may have.
    """
    broken = frozenset(fault.at.file for fault in faults if fault.severity is Severity.ERROR)
    files = Files(root)
    papers = {
        one.name: Reading(
            content.papers[one.name],
            one if broken.isdisjoint(_made_of(one)) else None,
            content.meetings[one.meeting],
            content,
            files,
            longest,
        )
        for one in resolved
    }
    return Tree(content, papers, files, broken=broken)


def with_others(tree: Tree, names: Iterable[str], meetings: Iterable[str]) -> Tree:
    """Return the papers with those of these names that are not whole, and with the files of these meetings."""
    content = tree.content
    parts = {name: _of_part(content.parts[name], tree) for name in names if name in content.parts}
    known = [content.meetings[id] for id in meetings if id in content.meetings]
    return replace(tree, others=parts | {f"{one.id}/meeting": _of_meeting(one, tree) for one in known})


def _of_part(part: Document, tree: Tree) -> Reading:
    meeting = tree.content.meetings.get(part.meeting) or Meeting(part.meeting, "", "", date.min, date.min, "", ())
    without = replace(part, title=(), summary=(), body=(), annexes=(), footnotes=(), symbol=None)
    return Reading(without, None, meeting, tree.content, tree.files, sys.maxsize, part)


def _of_meeting(meeting: Meeting, tree: Tree) -> Reading:
    """Return the file of a meeting: its document holds its annotations, in English if one of its papers is, or none."""
    papers = tree.content.papers
    languages = [papers[name].language for name in meeting.papers if name in papers]
    language = min(languages, key=lambda one: not one.startswith("en"), default="en")
    annotations = tuple(part for item in meeting.agenda for part in item.annotation)
    document = Document(f"{meeting.id}/meeting", "meeting", (), language=language, summary=annotations, at=meeting.at)
    return Reading(document, None, meeting, tree.content, tree.files, sys.maxsize, meeting)


def _is_meeting(reading: Reading) -> bool:
    return isinstance(reading.words, Meeting)


def _made_of(paper: Document) -> tuple[str, ...]:
    """Return the files whose errors hide what a paper says: its own, its meeting's, and those of facts."""
    meeting = f"content/{paper.meeting}"
    return paper.at.file, f"{meeting}/meeting.yaml", f"{meeting}/facts.yaml", "content/facts.yaml"
