"""The words of a call -> the two revisions that it compares, and the targets that are left."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from neaspec_docs.diagnostics.diagnostic import did_you_mean
from neaspec_docs.history.git import CannotCompareError, Repository

WORKING_TREE = "the working tree"
_DOTS = re.compile(r"\.{2,3}")
_NO_TARGET = re.compile(r"[~^@:]|\.\.")
"""What a revision may hold, and no name of a paper."""

_UNSHALLOW = "`git fetch --unshallow` brings the rest"
_STEPS = re.compile(r"[~^@:].*")


@dataclass(frozen=True, slots=True)
class Revision:
    """A commit by its full name, and as a reader calls it; no commit is the working tree."""

    name: str
    commit: str | None


@dataclass(frozen=True, slots=True)
class Range:
    """What is compared: the old revision with the new one."""

    old: Revision
    new: Revision


def read(
    words: Sequence[str], targets: Sequence[str] | None, repository: Repository, known: Collection[str]
) -> tuple[Range, tuple[str, ...]]:
    """Return what is compared, and the targets.

    `words` stood before a `--`, `targets` after it, None where there was none: then the first word is a revision if
    git knows it, else a target. `known` are the meetings and papers there are. Raises CannotCompareError for a revision
    that is not there, and for a word that is both.
    """
    if targets is not None:
        if len(words) > 1:
            raise CannotCompareError(f"one revision, or two as `{words[0]}..{words[1]}`, stand before `--`")
        return (_range(words[0], repository) if words else _usual(repository)), tuple(targets)
    if not words:
        return _usual(repository), ()
    first, *rest = words
    is_revision, is_target = _is_revision(first, repository), first.rstrip("/") in known
    if is_revision and is_target and repository.is_name(first):
        raise CannotCompareError(
            f"`{first}` is a revision, and a meeting or paper too: write `{first} --` for the revision, "
            f"`-- {first}` for the other"
        )
    if is_target or not (is_revision or _NO_TARGET.search(first)):
        usual = _usual(repository)
        if not (is_target or _was_there(first.rstrip("/"), repository)):
            near = did_you_mean(first, ("HEAD", *repository.names(), *known))
            help = near or "`git branch --all` shows the branches, `neaspec-docs list` the papers"
            raise CannotCompareError(f"there is no revision, meeting or paper `{first}`; {help}")
        return usual, tuple(words)
    for word in rest:
        if word.rstrip("/") not in known and _is_revision(word, repository):
            raise CannotCompareError(f"`{word}` is a revision too; two are written `{first}..{word}`")
    return _range(first, repository), tuple(rest)


def _usual(repository: Repository) -> Range:
    return Range(_revision("HEAD", repository), Revision(WORKING_TREE, None))


def _was_there(target: str, repository: Repository) -> bool:
    """Say whether the last commit has a meeting or paper of this name."""
    places = (f"HEAD:./content/{target}", f"HEAD:./content/{target}.yaml")
    return any(repository.says("rev-parse", "--verify", "--quiet", place) for place in places)


def _is_revision(word: str, repository: Repository) -> bool:
    """Say whether git knows a word as a revision, or both ends of it."""
    if repository.commit(word):
        return True
    ends = _DOTS.split(word)
    return len(ends) > 1 and all(not end or repository.commit(end) for end in ends)


def _range(word: str, repository: Repository) -> Range:
    """Return what REV, REV..REV or REV...REV compares; as in git an end left out is HEAD."""
    dots = _DOTS.search(word)
    if dots is None or repository.commit(word):
        return Range(_revision(word, repository), Revision(WORKING_TREE, None))
    old, new = (_revision(end or "HEAD", repository) for end in (word[: dots.start()], word[dots.end() :]))
    if len(dots.group()) == len(".."):
        return Range(old, new)
    fork = repository.says("merge-base", old.commit or "", new.commit or "")
    if not fork:
        said = f"`{old.name}` and `{new.name}` have no commit in common"
        if repository.is_shallow():
            raise CannotCompareError(f"{said} in this clone, which holds only the end of the history; {_UNSHALLOW}")
        raise CannotCompareError(f"{said}; write `..` for `...`")
    first = fork.splitlines()[0]
    return Range(Revision(repository.says("rev-parse", "--short", first) or first, first), new)


def _revision(name: str, repository: Repository) -> Revision:
    commit = repository.commit(name)
    if commit is None:
        raise CannotCompareError(_unknown(name, repository))
    return Revision(name, commit)


def _unknown(name: str, repository: Repository) -> str:
    """Return why a revision is not there, and what may have been meant."""
    if repository.commit("HEAD") is None:
        known = repository.names()
        if not known:
            return "the repository has no commit yet, so there is nothing to compare with"
        if name == "HEAD":
            return f"the branch has no commit yet; name what to compare with, as `{known[0]}`"
    said = f"there is no revision `{name}`"
    start = _STEPS.sub("", name) or "HEAD"
    if start == name or not repository.commit(start):
        near = did_you_mean(start, ("HEAD", *repository.names()))
        return f"{said}; {near or '`git branch --all` and `git tag` show those that have a name'}"
    if name[len(start) :][:1] not in ("~", "^"):
        return f"{said}, though `{start}` is one"
    if repository.is_shallow():
        return f"{said}: this clone holds only the end of the history; {_UNSHALLOW}"
    length = repository.says("rev-list", "--count", "--first-parent", start)
    return f"{said}; `{start}` has a history of {length} commit{'' if length == '1' else 's'}"
