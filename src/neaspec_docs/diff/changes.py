"""Two versions of the papers, resolved -> what changed in them, paper by paper, in the order of their meetings' lists.

A meeting's own changes come first, under its id; of a meeting that is not named itself only those that a paper which
is named prints. A paper that came or went is told of there; block by block only where
the meeting is not told of. Papers, and what leads to them, are compared by the names that they have in the new version.
"""

from collections.abc import Collection, Iterator, Mapping
from pathlib import PurePosixPath
from typing import NamedTuple

from neaspec_docs.diff.telling import meeting_changes, paper_changes, printed, reread
from neaspec_docs.diff.telling.paper_changes import Told
from neaspec_docs.language.words import ENGLISH, Words
from neaspec_docs.model.change import Changes, Kind, PaperChanges, Reread
from neaspec_docs.model.document import Content
from neaspec_docs.model.inline import plain
from neaspec_docs.model.resolved import Resolved


class Snapshot(NamedTuple):
    """A version: what a reader calls it, its content, and all its papers resolved, by the names they have now."""

    name: str
    content: Content
    papers: Mapping[str, Resolved]


def of(
    old: Snapshot,
    new: Snapshot,
    only: Collection[str] | None = None,
    meetings: Collection[str] | None = None,
    say: Words = ENGLISH,
) -> Changes:
    """Return what changed in the papers and meetings that are named, or in all.

    What is named is told of with the references to it in every paper. `say` are the words in which things are called.
    """
    return _Comparison(old, new, only, meetings, say).changes()


class _Comparison:
    """Two versions, and which papers and meetings are to be told of."""

    def __init__(
        self, old: Snapshot, new: Snapshot, only: Collection[str] | None, meetings: Collection[str] | None, say: Words
    ) -> None:
        self.say = say
        self.old, self.new = old, new
        self.became = dict(_became(old))
        self.papers = [name for name in _papers(old, new, self.became) if only is None or name in only]
        every = dict.fromkeys((*new.content.meetings, *old.content.meetings))
        self.meetings = [id for id in every if meetings is None or id in meetings]
        self.told: dict[str, Told] = {}
        self.references: dict[str, list[Reread]] = {}

    def changes(self) -> Changes:
        for name in dict.fromkeys((*self.papers, *self.new.papers)):
            self._compare(name)
        return Changes(self.old.name, self.new.name, tuple(self._found()))

    def _compare(self, name: str) -> None:
        """Compare a paper that is in both versions, and find its references that read differently."""
        old, new = self.old.papers.get(name), self.new.papers.get(name)
        if old is None or new is None or old.document == new.document:
            return
        told = paper_changes.of(old, new, self.papers, self.say)
        if name in self.papers:
            self.told[name] = told
        for reference in reread.of(old.document, new.document, told):
            self.references.setdefault(reference.target.partition("#")[0], []).append(reference)

    def _found(self) -> Iterator[PaperChanges]:
        """Give the papers that changed, each after its meeting; a meeting may be told of without its papers."""
        waiting = dict.fromkeys((*self.meetings, *(name.partition("/")[0] for name in self.papers)))
        standing = self._standing()
        for meeting in waiting:
            yield from self._meeting(meeting, None if meeting in self.meetings else self._printed(meeting))
            for name in self.papers:
                if name.partition("/")[0] == meeting:
                    yield from self._paper(name, standing.get(name, ()))

    def _standing(self) -> dict[str, list[Reread]]:
        """Return the references by the paper they are told of with: what they lead to, or the one they stand in."""
        found: dict[str, list[Reread]] = {}
        for target, references in self.references.items():
            told = self.told.get(target)
            leads = told is not None and bool(told.changes or told.renumbered)
            for reference in references:
                found.setdefault(target if leads else reference.paper, []).append(reference)
        return found

    def _printed(self, meeting: str) -> frozenset[str]:
        """Return what the papers to be told of that are in both versions print of their meeting, in either."""
        both = [name for name in self.papers if name in self.old.papers and name in self.new.papers]
        mine = (name for name in both if name.partition("/")[0] == meeting)
        return frozenset(
            what for name in mine for side in (self.old, self.new) for what in printed.of(side.papers[name])
        )

    def _meeting(self, id: str, seen: Collection[str] | None) -> Iterator[PaperChanges]:
        change, renumbered = meeting_changes.of(self.old.content, self.new.content, id, self.became, seen, self.say)
        meeting = self.new.content.meetings.get(id) or self.old.content.meetings.get(id)
        if meeting is not None and (change is not None or renumbered):
            yield PaperChanges(id, meeting.title, (change,) if change is not None else (), renumbered)

    def _paper(self, name: str, references: Collection[Reread]) -> Iterator[PaperChanges]:
        paper = self.new.papers.get(name) or self.old.papers.get(name)
        if paper is None:
            return
        title, language = plain(paper.document.title), paper.document.language
        if name not in self.new.papers or name not in self.old.papers:
            if name.partition("/")[0] not in self.meetings:
                kind = Kind.ADDED if name in self.new.papers else Kind.REMOVED
                yield PaperChanges(name, title, paper_changes.alone(paper, kind, self.say), language=language)
            return
        told = self.told.get(name)
        changes, renumbered = (told.changes, told.renumbered) if told else ((), ())
        if changes or renumbered or references:
            yield PaperChanges(name, title, changes, renumbered, tuple(references), language)


def _became(old: Snapshot) -> Iterator[tuple[str, str]]:
    """Give the name that a paper of the old version has now, by the one that its file has, where these differ."""
    for name, paper in old.papers.items():
        match PurePosixPath(paper.document.at.file).parts:
            case ("content", meeting, file) if file.endswith(".yaml"):
                was = f"{meeting}/{file.removesuffix('.yaml')}"
                if was != name:
                    yield was, name
            case _:
                pass


def _papers(old: Snapshot, new: Snapshot, became: Mapping[str, str]) -> Iterator[str]:
    """Give the names of all papers: in the order of the new version's lists, then of the old one's, then the others."""
    listed = (name for meeting in new.content.meetings.values() for name in meeting.papers)
    before = (became.get(name, name) for meeting in old.content.meetings.values() for name in meeting.papers)
    yield from dict.fromkeys((*listed, *before, *new.papers, *old.papers))
