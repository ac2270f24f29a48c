"""Two versions of a paper and what git knows -> who made the change of each block, and when.

A block that is in the new version is signed by the last commit that wrote one of its lines; one that lost lines or is
gone, by the last that took one out. What changed without a change of its lines (a fact, the agenda) is signed by the
last commit that changed the other files which the paper is made of.
"""

import os
from bisect import bisect_right
from datetime import datetime
from itertools import chain
from pathlib import Path

from neaspec_docs.diagnostics.span import NOWHERE, Span
from neaspec_docs.history.blame import Blame, Lines
from neaspec_docs.history.git import CannotCompareError, Repository
from neaspec_docs.history.version import Versions
from neaspec_docs.model.block import Image, Section, Slide
from neaspec_docs.model.document import Annex, Document
from neaspec_docs.model.inline import FootnoteCall, Prose
from neaspec_docs.model.node import Anchored
from neaspec_docs.model.signature import Signature, Signatures
from neaspec_docs.model.walk import nodes
from neaspec_docs.project import OLD_FILES

_END = 10**9
"""The last line of a file, however long it is."""


def of(
    versions: Versions, old: Document | None, new: Document | None, author: str | None, now: datetime | None
) -> Signatures:
    """Return what signs the changes between two resolved versions of a paper, None where it is not there.

    What no commit holds is signed by `author`, else by the name that git would give to a commit, at `now`.
    """
    repository = versions.repository
    unknown = Signature(author or _own_name(repository or Repository(Path.cwd())), now)
    if repository is None or versions.old.commit is None:
        return lambda _old, _new: unknown
    blame = Blame(repository, versions.old.commit, versions.new.commit)
    return _Signed(blame, _Places(old), _Places(new), unknown).by


class _Signed:
    """Who signed what: asked for by the anchors of a block."""

    def __init__(self, blame: Blame, old: "_Places", new: "_Places", unknown: Signature) -> None:
        self._blame = blame
        self._old, self._new = old, new
        self._unknown = unknown
        self._elsewhere = blame.touched((old.others | new.others) - (old.own | new.own))

    def by(self, old: str | None, new: str | None) -> Signature:
        """Return who made the change of a block."""
        there = self._new.lines(new) if new is not None or old is None else ()
        gone = self._old.lines(old) if old is not None or new is None else ()
        commit = self._blame.newest(chain.from_iterable(map(self._blame.writers, there)))
        if commit is None:
            commit = self._blame.newest(chain.from_iterable(map(self._blame.removers, gone)))
        if commit is None:
            commit = self._elsewhere
        return self._unknown if commit is None else self._blame.signature(commit) or self._unknown


class _Places:
    """Where the blocks of a paper stand. `own` are the files that hold them, `others` what else it is made of."""

    def __init__(self, paper: Document | None) -> None:
        self.own: set[str] = set()
        self.others: set[str] = set()
        self._lines: dict[str, tuple[Lines, ...]] = {}
        self._starts: dict[str, list[int]] = {}
        self._head: tuple[Lines, ...] = ()
        if paper is not None:
            self._read(paper)

    def lines(self, anchor: str | None) -> tuple[Lines, ...]:
        """Return the lines of a block; those before the first block where there is no anchor."""
        return self._head if anchor is None else self._lines.get(anchor, ())

    def _read(self, paper: Document) -> None:
        blocks = [node for node in nodes(paper) if isinstance(node, Anchored)]
        calls = [node for node in nodes(paper) if isinstance(node, FootnoteCall) and node.note]
        notes = {call.anchor: _first(call.note or ()) for call in calls}
        for at in (*(block.at for block in blocks), *notes.values()):
            self._starts.setdefault(at.file, []).append(at.line)
        for starts in self._starts.values():
            starts.sort()
        for block in blocks:
            inner = () if isinstance(block, Section | Annex | Slide) else _anchored(block)
            last = max((one.at.line for one in inner if one.at.file == block.at.file), default=block.at.line)
            elsewhere = (self._from(one.at, one.at.line) for one in inner if one.at.file != block.at.file)
            self._lines[block.anchor] = (self._from(block.at, last), *dict.fromkeys(elsewhere))
        self._lines |= {anchor: (self._from(at, at.line),) for anchor, at in notes.items()}
        main = f"content/{paper.name}.yaml"
        self._head = (Lines(main, 1, self._starts.get(main, [_END])[0] - 1),)
        self.own = {*self._starts, main}
        folder = main.rpartition("/")[0]
        pictures = {node.path.removeprefix(f"{OLD_FILES}/") for node in nodes(paper) if isinstance(node, Image)}
        self.others = {f"{folder}/meeting.yaml", f"{folder}/facts.yaml", "content/facts.yaml", *pictures}

    def _from(self, at: Span, last: int) -> Lines:
        """Return the lines from a place up to the next thing that begins after the line `last`."""
        starts = self._starts[at.file]
        after = bisect_right(starts, last)
        return Lines(at.file, at.line, starts[after] - 1 if after < len(starts) else _END)


def _anchored(block: Anchored) -> list[Anchored]:
    return [node for node in nodes(block) if isinstance(node, Anchored)]


def _first(note: Prose) -> Span:
    return next((node.at for node in nodes(note)), NOWHERE)


def _own_name(repository: Repository) -> str:
    """Return the name that git would give to the author of a commit made now; empty where it has none."""
    try:
        settings = (repository.says("config", "--get", name) for name in ("author.name", "user.name"))
        return os.environ.get("GIT_AUTHOR_NAME") or next((name for name in settings if name), "")
    except CannotCompareError:  # no git
        return ""
