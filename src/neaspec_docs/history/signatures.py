"""Two versions of a paper and what git knows -> who made the change of each block, and when.

A block that is in the new version is signed by the last commit that wrote one of its lines; one that lost lines or is
gone, by the last that took one out. Changed words in a block are signed by the lines that hold them. What reads
otherwise though its lines are the same is signed by who changed the facts it states, and a masthead by who changed the
meeting's file, but for changed words in it that the paper's own file gives. Where that is not to be seen it is the last
commit that changed the other files which the paper is made of. No commit signs but those between the two versions.
"""

import os
from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from functools import cache
from itertools import chain, groupby
from pathlib import Path
from typing import TypeAlias

from neaspec_docs.history import names
from neaspec_docs.history.blame import Lines
from neaspec_docs.history.git import CannotCompareError, Repository
from neaspec_docs.history.hands import Hand, Hands
from neaspec_docs.history.places import Places
from neaspec_docs.history.reading import PIECE, Line, Part, Word
from neaspec_docs.history.version import Versions
from neaspec_docs.model.document import Document
from neaspec_docs.model.signature import MASTHEAD, OneHand, Signature, Signatures, Signed, Stretch

_NONE = (Lines("", 1, 0), "")
_Ask: TypeAlias = Callable[[Word], Hand | None]
"""A word in a file -> the commit that brought it, or that took it out."""


def of(
    versions: Versions, old: Document | None, new: Document | None, author: str | None, now: datetime | None
) -> Signatures:
    """Return what signs the changes between two resolved versions of a paper, None where it is not there.

    What no commit holds is signed by `author`, else by the name that git would give to a commit, at `now`.
    """
    repository = versions.repository
    unknown = Signature(names.of(author or _own_name(repository or Repository(Path.cwd()))), now)
    if repository is None or versions.old.commit is None:
        return OneHand(unknown)
    hands = Hands(repository, versions.old.commit, versions.new.commit)
    return _Signed(hands, Places(old, versions.old.project), Places(new, versions.new.project), unknown)


class _Signed:
    """Who signed what: asked for by the anchors of a block, and by words in it."""

    def __init__(self, hands: Hands, old: Places, new: Places, unknown: Signature) -> None:
        self._hands = hands
        self._blame = hands.blame
        self._old, self._new = old, new
        self._unknown = unknown
        self._last = cache(self._read_last)
        self._line = cache(self._read_line)

    def block(self, old: str | None, new: str | None) -> Signature:
        """Return who made the change of a block."""
        if new == MASTHEAD:
            return self._signed(self._masthead())
        found = (commit for way in (self._own, self._facts) if (commit := way(old, new)) is not None)
        return self._signed(next(found, None))

    def broken(self, old: str | None, new: str | None) -> Signature:
        """Return who wrote, or took out, the word that the first line of a block begins with, its key."""
        key = self._old.key(old) if new is None else self._new.key(new)
        ask = self._hands.remover if new is None else self._hands.writer
        hand = None if key is None else ask(key)
        return self.block(old, new) if hand is None else self._signature(hand.commit)

    def gone(self, old: str | None, new: str | None, words: Stretch) -> Signed:
        """Return who took words out: by the lines of the old version that they stood on."""
        if old == MASTHEAD:
            return self._on_top(self._old, words)
        return self._words(old, new, words, self._line(self._old, old, words.line), self._hands.remover)

    def come(self, old: str | None, new: str | None, words: Stretch) -> Signed:
        """Return who wrote words: by the lines of the new version that they stand on."""
        if new == MASTHEAD:
            return self._on_top(self._new, words)
        return self._words(old, new, words, self._line(self._new, new, words.line), self._hands.writer)

    @staticmethod
    def _read_line(places: Places, anchor: str | None, line: str) -> Line:
        known = places.read(anchor)
        if len(PIECE.findall(line)) > len(known):  # of a paragraph that was broken in two, or made of two
            known = places.read_around(anchor)
        return Line(line, known)

    def _words(self, old: str | None, new: str | None, words: Stretch, line: Line, ask: _Ask) -> Signed:
        """Return who signs each part of some words; what its lines don't tell is signed as the block is."""
        if not line.is_typed(words.start, words.end) and (commit := self._facts(old, new)) is not None:
            return ((words.end, self._signature(commit)),)
        signed: list[tuple[int, Signature]] = []
        for _, parts in groupby(line.parts(words.start, words.end), lambda part: (part.file, part.line)):
            for end, commit in self._on_one_line(list(parts), ask):
                signature = self.block(old, new) if commit is None else self._signature(commit)
                if signed and signed[-1][1] == signature:
                    signed.pop()
                signed.append((end, signature))
        return signed or ((words.end, self.block(old, new)),)

    def _on_top(self, places: Places, words: Stretch) -> Signed:
        """Return who changed words of a masthead: by the entry of the paper's file that gives their line, if any."""
        key = places.says_on_top(words.line)
        commit = None if key is None else self._changed(self._new.entry(key), self._old.entry(key))
        if commit is None:
            commit = self._masthead(words.line[words.start : words.end].strip())
        return ((words.end, self._signed(commit)),)

    def _on_one_line(self, parts: Sequence[Part], ask: _Ask) -> list[tuple[int, str | None]]:
        """Return the hand of each word of a stretch that stand on one line.

        A word of several pieces is by the last who changed one. One that nobody changed goes with the one before, else
        with the one behind; if there is none, it is by who put the line in place of another.
        """
        asked = [[hand for piece in part.pieces if (hand := ask(piece)) is not None] for part in parts]
        sure = [self._blame.newest(hand.commit for hand in hands if hand.sure) for hands in asked]
        last = next((commit for commit in sure if commit is not None), None)
        if last is None:
            last = self._blame.newest(hand.commit for hands in asked for hand in hands)
        signed: list[tuple[int, str | None]] = []
        for part, commit in zip(parts, sure, strict=True):
            last = last if commit is None else commit
            signed.append((part.end, last))
        return signed

    def _signed(self, commit: str | None) -> Signature:
        return self._signature(self._last() if commit is None else commit)

    def _signature(self, commit: str | None) -> Signature:
        return self._unknown if commit is None else self._blame.signature(commit) or self._unknown

    def _own(self, old: str | None, new: str | None) -> str | None:
        """Return who wrote the lines of a block, or took some out, if it is by these that its words changed."""
        side, other = new is not None or old is None, old is not None or new is None
        if side and other and self._says_the_same(old, new):
            return None
        there = self._new.lines(new) if side else ()
        gone = self._old.lines(old) if other else ()
        return self._changed(there, gone)

    def _says_the_same(self, old: str | None, new: str | None) -> bool:
        """Say whether a block is written as it was, and reads otherwise: then another file has made the change."""
        same = self._old.written(old) == self._new.written(new)
        # What is before all blocks is not all words of the paper: the last of its lines may be the agenda item.
        return same and (new is None or self._old.words(old) != self._new.words(new))

    def _facts(self, old: str | None, new: str | None) -> str | None:
        """Return who changed the facts that a block states."""
        return self._changed(self._new.facts(new), self._old.facts(old))

    def _masthead(self, words: str = "") -> str | None:
        """Return who changed what the meeting's file says on top of a paper, else what the paper's own lines say.

        Of words it is who changed the entries that have them as they are printed, if any has.
        """
        was, now = self._old.of_the_masthead(), self._new.of_the_masthead()
        differ = [key for key in was.keys() | now.keys() if was.get(key, _NONE)[1] != now.get(key, _NONE)[1]]
        differ = [key for key in differ if words in was.get(key, _NONE)[1] or words in now.get(key, _NONE)[1]] or differ
        commit = self._changed(
            (now[key][0] for key in differ if key in now), (was[key][0] for key in differ if key in was)
        )
        if commit is None and self._old.masthead != self._new.masthead:
            commit = self._own(None, None)
        return commit

    def _changed(self, there: Iterable[Lines], gone: Iterable[Lines]) -> str | None:
        """Return the last commit that wrote some lines; if none did, the last that took others out."""
        commit = self._blame.newest(chain.from_iterable(map(self._blame.writers, there)))
        if commit is None:
            commit = self._blame.newest(chain.from_iterable(map(self._blame.removers, gone)))
        return commit

    def _read_last(self) -> str | None:
        """Return the last commit that changed what the paper is made of besides its own files, else with these.

        Of a paper that came or went whole it is that of its own: its lines may be older, from a file of another name.

        A paper may repeat what stands in another one: so if there is none, it is the last that changed any content.
        """
        own, others = self._old.own | self._new.own, self._old.others | self._new.others
        came_or_went = not (self._old.own and self._new.own)
        ways = (own, others - own, {"content"}) if came_or_went else (others - own, own, {"content"})
        return next((commit for files in ways if (commit := self._blame.touched(files)) is not None), None)


def _own_name(repository: Repository) -> str:
    """Return the name that git would give to the author of a commit made now; empty where it has none."""
    try:
        settings = (repository.says("config", "--get", name) for name in ("author.name", "user.name"))
        return os.environ.get("GIT_AUTHOR_NAME") or next((name for name in settings if name), "")
    except CannotCompareError:  # no git
        return ""
