"""A word on a line of a file -> the commit that brought it, or took it out, behind others that changed the line.

git tells who wrote a line last. Where a whole paragraph is one line, that is whoever changed any of its words; so if
the line that a commit put in place of another has the word already, the one before is asked, and so on. Which word of
two commits is the same is read from what differs between their files; each two are compared once.
"""

from bisect import bisect_left
from functools import cache
from typing import NamedTuple

from neaspec_docs.history import kept
from neaspec_docs.history.blame import UNCOMMITTED, Blame, Stood
from neaspec_docs.history.git import Repository
from neaspec_docs.history.kept import Kept, Text
from neaspec_docs.history.reading import PIECE, Word
from neaspec_docs.language.lettering import composed


class Hand(NamedTuple):
    """A commit that wrote a line; `sure`: it brought a word of it, or took it out, or moved it."""

    commit: str
    sure: bool


class _Found(NamedTuple):
    """A word in the commit before or behind: on which line, which of its words, and whether it stood elsewhere."""

    stood: Stood
    nth: int
    was_moved: bool


class _File(Text):
    """A file of a commit: its words, each with its line."""

    __slots__ = ()

    def place(self, line: int, nth: int, word: str) -> int | None:
        """Return the place among the words of the n-th on a line, if it is the one that is meant."""
        place = bisect_left(self.lines, line) + nth
        there = place < len(self.words) and self.lines[place] == line and self.words[place] == word
        return place if there else None

    def on_line(self, place: int) -> tuple[int, int]:
        """Return on which line a word stands, and which of its words it is."""
        line = self.lines[place]
        return line, place - bisect_left(self.lines, line)


def _file(text: str) -> _File:
    found = [
        (composed(word.group()), number)
        for number, line in enumerate(text.split("\n"), 1)
        for word in PIECE.finditer(line)
    ]
    return _File([word for word, _ in found], [number for _, number in found])


class Hands:
    """Who changed words between two versions, of which the new one may be the working tree (None)."""

    def __init__(self, repository: Repository, old: str, new: str | None) -> None:
        """Take the two versions. Raises CannotCompareError where git refuses."""
        self._repository = repository
        self._old, self._new = old, new
        self.blame = Blame(repository, old, new)
        self._between = cache(self._read_between)
        self._text = cache(self._read_text)
        self._kept = cache(self._read_kept)
        self._named = cache(self._read_named)

    def writer(self, word: Word) -> Hand | None:
        """Return who brought a word that stands in the new version; None where its line is as it was."""
        new, path, line, nth = self._new, self.blame.from_top(word.file), word.line, word.nth
        found = mover = None
        while (stood := self._between(self._old, new).wrote(path, line)) is not None:
            found = stood.commit
            before = self._before(stood, nth, word.text)
            if before is None:
                return Hand(found, sure=nth is not None)
            (new, path, line), nth = before.stood, before.nth
            mover = found if before.was_moved and mover is None else mover
            if not self.blame.has(new):
                break
        return _least(found, mover)

    def remover(self, word: Word) -> Hand | None:
        """Return who took out a word that stood in the old version; None where its line is there."""
        old, path, line, nth = self._old, self.blame.from_top(word.file), word.line, word.nth
        found = mover = None
        while (removed := self._between(old, self._new).removed(path, line)) is not None:
            stood, found = removed
            behind = self._behind(stood, found, nth, word.text)
            if behind is None:
                return Hand(found, sure=nth is not None)
            (old, path, line), nth = behind.stood, behind.nth
            mover = found if behind.was_moved and mover is None else mover
            if old == UNCOMMITTED:
                break
        return _least(found, mover)

    def _before(self, stood: Stood, nth: int | None, word: str) -> _Found | None:
        """Return where a word stood before a commit, if it was there: rather in its place than elsewhere."""
        place = self._place(stood, nth, word)
        if place is None:
            return None
        found: list[_Found] = []
        for parent in self.blame.parents(stood.commit):
            path = self._named(stood.commit, parent, stood.path)
            same = self._kept(parent, path, stood.commit, stood.path)
            if place in same.before:
                line, which = self._text(parent, path).on_line(same.before[place])
                found.append(_Found(Stood(parent, path, line), which, place in same.moved))
        return min(found, key=lambda one: one.was_moved, default=None)

    def _behind(self, stood: Stood, commit: str, nth: int | None, word: str) -> _Found | None:
        """Return where a word stands behind the commit that changed its line, if it is there."""
        place = self._place(stood, nth, word)
        path = self._named(stood.commit, commit, stood.path)
        same = self._kept(stood.commit, stood.path, commit, path)
        behind = None if place is None else same.behind.get(place)
        if behind is None:
            return None
        line, which = self._text(commit, path).on_line(behind)
        return _Found(Stood(commit, path, line), which, behind in same.moved)

    def _place(self, stood: Stood, nth: int | None, word: str) -> int | None:
        return None if nth is None else self._text(stood.commit, stood.path).place(stood.line, nth, word)

    def _read_between(self, old: str, new: str | None) -> Blame:
        return self.blame if (old, new) == (self._old, self._new) else Blame(self._repository, old, new)

    def _read_kept(self, old: str, old_path: str, new: str, new_path: str) -> Kept:
        was, now = self._text(old, old_path), self._text(new, new_path)
        return kept.between(was, now)

    def _read_named(self, commit: str, other: str, path: str) -> str:
        """Return the name that a file of a commit has in another one, from the top of the repository."""
        if UNCOMMITTED in {commit, other} or self._repository.says("cat-file", "-e", f"{other}:{path}") is not None:
            return path
        told = self._repository.says("diff-tree", "-r", "-M", "--diff-filter=R", "--name-status", "-z", commit, other)
        fields = (told or "").split("\0")
        return next((new for old, new in zip(fields[1::3], fields[2::3], strict=False) if old == path), path)

    def _read_text(self, commit: str, path: str) -> _File:
        if commit != UNCOMMITTED:
            return _file(self._repository.says("cat-file", "blob", f"{commit}:{path}") or "")
        try:
            return _file((self._repository.folder / self.blame.from_folder(path)).read_bytes().decode(errors="replace"))
        except OSError:
            return _file("")


def _least(found: str | None, mover: str | None) -> Hand | None:
    """Return who moved a word that both versions have, else whose line it stands on."""
    if mover is not None:
        return Hand(mover, sure=True)
    return None if found is None else Hand(found, sure=False)
