"""Two versions of a paper and what git knows -> who made the change of each block, and when.

A block that is in the new version is signed by the last commit that wrote one of its lines; one that lost lines or is
gone, by the last that took one out. What reads otherwise though its lines are the same is signed by who changed the
facts it states, and a masthead by who changed the meeting's file. Where that is not to be seen it is the last commit
that changed the other files which the paper is made of. No commit signs but those between the two versions.
"""

import os
from collections.abc import Iterable
from datetime import datetime
from functools import cache
from itertools import chain
from pathlib import Path

from neaspec_docs.history.blame import Blame, Lines
from neaspec_docs.history.git import CannotCompareError, Repository
from neaspec_docs.history.places import Places
from neaspec_docs.history.version import Versions
from neaspec_docs.model.document import Document
from neaspec_docs.model.signature import MASTHEAD, Signature, Signatures

_NONE = (Lines("", 1, 0), "")


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
    return _Signed(blame, Places(old, versions.old.project), Places(new, versions.new.project), unknown).by


class _Signed:
    """Who signed what: asked for by the anchors of a block."""

    def __init__(self, blame: Blame, old: Places, new: Places, unknown: Signature) -> None:
        self._blame = blame
        self._old, self._new = old, new
        self._unknown = unknown
        self._last = cache(self._read_last)

    def by(self, old: str | None, new: str | None) -> Signature:
        """Return who made the change of a block."""
        ways = (self._masthead,) if new == MASTHEAD else (self._own, self._facts)
        found = (commit for way in ways if (commit := way(old, new)) is not None)
        commit = next(found, None)
        if commit is None:
            commit = self._last()
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

    def _masthead(self, _old: str | None, _new: str | None) -> str | None:
        """Return who changed what the meeting's file says on top of a paper, else what the paper's own lines say."""
        was, now = self._old.of_the_masthead(), self._new.of_the_masthead()
        differ = [key for key in was.keys() | now.keys() if was.get(key, _NONE)[1] != now.get(key, _NONE)[1]]
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

        A paper may repeat what stands in another one: so if there is none, it is the last that changed any content.
        """
        own, others = self._old.own | self._new.own, self._old.others | self._new.others
        ways = (others - own, own, {"content"})
        return next((commit for files in ways if (commit := self._blame.touched(files)) is not None), None)


def _own_name(repository: Repository) -> str:
    """Return the name that git would give to the author of a commit made now; empty where it has none."""
    try:
        settings = (repository.says("config", "--get", name) for name in ("author.name", "user.name"))
        return os.environ.get("GIT_AUTHOR_NAME") or next((name for name in settings if name), "")
    except CannotCompareError:  # no git
        return ""
