"""A paper of one version -> the lines on which its blocks stand, the files it is made of, and what they say there."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping

from neaspec_docs.diagnostics.span import NOWHERE, Span
from neaspec_docs.history import entries, masthead, reading
from neaspec_docs.history.blame import Lines
from neaspec_docs.history.reading import PIECE, Word
from neaspec_docs.language import lettering
from neaspec_docs.model.block import Image, Section, Slide
from neaspec_docs.model.document import Annex, Document
from neaspec_docs.model.inline import FootnoteCall, Prose, Text
from neaspec_docs.model.node import Anchored
from neaspec_docs.model.walk import nodes
from neaspec_docs.project import OLD_FILES, Project

_END = 10**9
"""The last line of a file, however long it is."""

_FACT = re.compile(r"\{\{\s*(facts|meeting)\.([^\s|}]+)")
_NOT_ON_TOP = frozenset({"agenda", "papers", "participants"})
"""What a meeting's file says and no masthead does."""


class Places:
    """Where the blocks of a paper stand. `own` are the files that hold them, `others` what else it is made of."""

    def __init__(self, paper: Document | None, project: Project) -> None:
        """Read the files of the paper now: a version's folder may go."""
        self.own: set[str] = set()
        self.others: set[str] = set()
        self.meeting = ""
        self._project = project
        self._texts: dict[str, list[str]] = {}
        self._entries: dict[str, Mapping[entries.Path, tuple[int, int]]] = {}
        self._lines: dict[str, tuple[Lines, ...]] = {}
        self._words: dict[str | None, str] = {}
        self._blocks: dict[str | None, object] = {}
        self._read_words: dict[str | None, list[Word]] = {}
        self._starts: dict[str, list[int]] = {}
        self._head: tuple[Lines, ...] = ()
        self._main = ""
        self._own_on_top: dict[str, str] = {}
        self.masthead: object = None
        if paper is not None:
            self._read(paper)

    def lines(self, anchor: str | None) -> tuple[Lines, ...]:
        """Return the lines of a block; those before the first block where there is no anchor."""
        return self._head if anchor is None else self._lines.get(anchor, ())

    def key(self, anchor: str | None) -> Word | None:
        """Return the first word of the lines of a block: the key that it begins with."""
        at = next(iter(self._lines.get(anchor or "", ())), None)
        lines = () if at is None else self._texts.get(at.file, ())[at.first - 1 : at.first]
        found = PIECE.search(lines[0]) if lines else None
        return None if at is None or found is None else Word(lettering.composed(found.group()), at.file, at.first, 0)

    def words(self, anchor: str | None) -> str:
        """Return the words of a block, or of what stands before all blocks, with the facts in it stated."""
        return self._words.get(anchor, "")

    def read(self, anchor: str | None) -> list[Word]:
        """Return the words of a block, or of what stands before all blocks, each with its line."""
        if anchor not in self._read_words:
            self._read_words[anchor] = reading.words(self._blocks.get(anchor, ()), self._texts)
        return self._read_words[anchor]

    def read_around(self, anchor: str | None) -> list[Word]:
        """Return the words of a block together with those of the blocks before and behind it."""
        order = [one for one in self._blocks if one is not None]
        at = order.index(anchor) if anchor in self._blocks and anchor is not None else None
        around = [anchor] if at is None else order[max(at - 1, 0) : at + 2]
        return [word for one in around for word in self.read(one)]

    def written(self, anchor: str | None) -> str:
        """Return what the files say of a block, without comments; how its lines are broken does not count."""
        return " ".join(" ".join(line.split()) for line in self._said(self.lines(anchor)))

    def facts(self, anchor: str | None) -> Iterator[Lines]:
        """Give the lines of the facts that a block states, and of what it says of its meeting."""
        for whose, name in _FACT.findall(self.written(anchor)):
            files = (self.meeting,) if whose == "meeting" else self._facts_files()
            for file in files:
                at = entries.nearest(self._entries.get(file, {}), tuple(name.split(".")))
                if at is not None:
                    yield Lines(file, *at)
                    break

    def of_the_masthead(self) -> dict[str, tuple[Lines, str]]:
        """Return the lines in the meeting's file of what may stand in a masthead, and what they say, by its key."""
        known = self._entries.get(self.meeting, {})
        found = {path[0]: Lines(self.meeting, *at) for path, at in known.items() if len(path) == 1}
        return {key: (lines, " ".join(self._said((lines,)))) for key, lines in found.items() if key not in _NOT_ON_TOP}

    def says_on_top(self, line: str) -> str | None:
        """Return the key of the paper's own file that gives a line of its masthead; None where the meeting's does."""
        return self._own_on_top.get(line.strip())

    def entry(self, key: str) -> tuple[Lines, ...]:
        """Return the lines of an entry before the paper's first block; none where it is not there."""
        at = self._entries.get(self._main, {}).get((key,))
        return (Lines(self._main, *at),) if at is not None else ()

    def _facts_files(self) -> tuple[str, str]:
        return f"{self.meeting.rpartition('/')[0]}/facts.yaml", "content/facts.yaml"

    def _said(self, lines: Iterable[Lines]) -> Iterator[str]:
        for one in lines:
            for line in self._texts.get(one.file, ())[one.first - 1 : one.last]:
                if line.strip() and not line.lstrip().startswith("#"):
                    yield line

    def _read(self, paper: Document) -> None:
        blocks = [*nodes(paper, Anchored)]
        notes = {call.anchor: call.note for call in nodes(paper, FootnoteCall) if call.note}
        for at in (*(block.at for block in blocks), *map(_first, notes.values())):
            self._starts.setdefault(at.file, []).append(at.line)
        for starts in self._starts.values():
            starts.sort()
        for block in blocks:
            whole = not isinstance(block, Section | Annex | Slide)
            inner = [*nodes(block, Anchored)] if whole else []
            last = max((one.at.line for one in inner if one.at.file == block.at.file), default=block.at.line)
            elsewhere = (self._from(one.at, one.at.line) for one in inner if one.at.file != block.at.file)
            self._lines[block.anchor] = (self._from(block.at, last), *dict.fromkeys(elsewhere))
            self._blocks[block.anchor] = block if whole else getattr(block, "title", ())
            self._words[block.anchor] = _words(self._blocks[block.anchor])
        for anchor, note in notes.items():
            self._lines[anchor] = (self._from(_first(note), _first(note).line),)
            self._blocks[anchor] = note
            self._words[anchor] = _words(note)
        self._read_front(paper)
        for file in self.own | self.others:
            if file.endswith((".yaml", ".csv")):
                self._texts[file] = _text(self._project, file)
        for file in (self._main, self.meeting, *self._facts_files()):
            self._entries[file] = entries.of("\n".join(self._texts.get(file, ())))

    def _read_front(self, paper: Document) -> None:
        """Read what stands before all blocks, and which files the paper is made of."""
        main = paper.at.file if paper.at.file.startswith("content/") else f"content/{paper.name}.yaml"
        self._head = (Lines(main, 1, self._starts.get(main, [_END])[0] - 1),)
        self._blocks[None] = (paper.title, paper.subtitle, paper.presenter, paper.summary)
        self._words[None] = _words(self._blocks[None])
        self.masthead = (
            paper.symbol, paper.date, paper.agenda, paper.purpose, paper.distribution, paper.language, paper.status,
            paper.kind,
        )  # fmt: skip
        self._main, self._own_on_top = main, masthead.own_lines(paper)
        self.own = {*self._starts, main}
        folder = main.rpartition("/")[0]
        pictures = {picture.path.removeprefix(f"{OLD_FILES}/") for picture in nodes(paper, Image)}
        self.meeting = f"{folder}/meeting.yaml"
        self.others = {self.meeting, *self._facts_files(), *pictures}

    def _from(self, at: Span, last: int) -> Lines:
        """Return the lines from a place up to the next thing that begins after the line `last`."""
        starts = self._starts[at.file]
        after = bisect_right(starts, last)
        return Lines(at.file, at.line, starts[after] - 1 if after < len(starts) else _END)


def _first(note: Prose) -> Span:
    return next((node.at for node in nodes(note)), NOWHERE)


def _words(tree: object) -> str:
    return " ".join("".join(node.value for node in nodes(tree, Text)).split())


def _text(project: Project, file: str) -> list[str]:
    try:
        return (project.root / file).read_bytes().decode(errors="replace").split("\n")  # what git takes for lines
    except OSError:
        return []
