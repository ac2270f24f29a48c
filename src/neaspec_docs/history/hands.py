"""Words on a line of a file -> the commit that brought them, or took them out, behind others that changed the line.

git tells who wrote a line last. Where a whole paragraph is one line, that is whoever changed any of its words; so if
the line that a commit put in place of another has the words already, the one before is asked, and so on.
"""

from functools import cache
from typing import NamedTuple

from neaspec_docs.history.blame import UNCOMMITTED, Blame, Lines
from neaspec_docs.history.git import Repository
from neaspec_docs.history.reading import WORD


class Phrase(NamedTuple):
    """Some words, and the ones before and behind them, by which they are known again; "" where there is none."""

    before: str
    words: tuple[str, ...]
    behind: str

    def line_in(self, text: str, but: str) -> int | None:
        """Return the line on which the words begin, among the lines of a text that another does not have."""
        known = {line.strip() for line in but.split("\n")}
        lines = ((number, line) for number, line in enumerate(text.split("\n"), 1) if line.strip() not in known)
        said = [(word, number) for number, line in lines for word in WORD.findall(line)]
        wanted = [
            (skip, words)
            for skip, words in ((1, (self.before, *self.words)), (0, (*self.words, self.behind)))
            if all(words)
        ]
        for start in range(len(said)):
            for skip, words in wanted:
                if said[start][0] == words[0] and tuple(word for word, _ in said[start : start + len(words)]) == words:
                    return said[start + skip][1]
        return None


class Hands:
    """Who changed words between two versions, of which the new one may be the working tree (None)."""

    def __init__(self, repository: Repository, old: str, new: str | None) -> None:
        """Take the two versions."""
        self._repository = repository
        self._old, self._new = old, new
        self.blame = Blame(repository, old, new)
        self._between = cache(self._read_between)
        self._text = cache(self._read_text)

    def writer(self, file: str, line: int, phrase: Phrase | None) -> str | None:
        """Return who brought words that stand on a line of the new version; None where it has changed nothing."""
        new, found = self._new, None
        while True:
            blame = self._between(self._old, new)
            commit = blame.newest(blame.writers(Lines(file, line, line)))
            if commit is None:
                return found
            found = commit
            before = ((parent, self._line_in(phrase, file, parent, commit)) for parent in blame.parents(commit))
            new, line = next(((parent, number) for parent, number in before if number is not None), (None, 0))
            if new is None:
                return found

    def remover(self, file: str, line: int, phrase: Phrase | None) -> str | None:
        """Return who took out words that stood on a line of the old version; None where it is there."""
        old, found = self._old, None
        while True:
            blame = self._between(old, self._new)
            commit = blame.newest(blame.removers(Lines(file, line, line)))
            if commit is None:
                return found
            found = commit
            behind = [self._line_in(phrase, file, commit, parent) for parent in blame.parents(commit)]
            if commit == UNCOMMITTED or not behind or behind[0] is None:
                return found
            old, line = commit, behind[0]

    def _line_in(self, phrase: Phrase | None, file: str, commit: str, other: str) -> int | None:
        if phrase is None:
            return None
        return phrase.line_in(self._text(file, commit), self._text(file, other))

    def _read_between(self, old: str, new: str | None) -> Blame:
        return self.blame if (old, new) == (self._old, self._new) else Blame(self._repository, old, new)

    def _read_text(self, file: str, commit: str) -> str:
        if commit != UNCOMMITTED:
            return self._repository.says("cat-file", "blob", f"{commit}:./{file}") or ""
        try:
            return (self._repository.folder / file).read_text("utf-8", errors="replace")
        except OSError:
            return ""
