"""The papers of two versions and the words of a call -> what is compared, each paper with the name it had.

A paper whose file got another name is one paper, under the name it has now.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from neaspec_docs.history import renames
from neaspec_docs.history.git import CannotCompareError
from neaspec_docs.history.version import Version, Versions
from neaspec_docs.model.document import Content
from neaspec_docs.project import MeetingGivenError, UnknownTargetError, papers


@dataclass(frozen=True, slots=True)
class Chosen:
    """What is compared: papers, each by the name it has now, with the one it had; and meetings."""

    papers: Mapping[str, str]
    meetings: frozenset[str]


def chosen(
    versions: Versions, contents: tuple[Content, Content], targets: Sequence[str]
) -> tuple[Chosen, Mapping[str, str]]:
    """Return what is compared, and the names that papers had, by those they have now, where these differ.

    Compared is what the targets name in either version, or all. Raises UnknownTargetError.
    """
    old, new = contents
    was, now = _files(versions.old, old), _files(versions.new, new)
    if versions.files:
        return _of_files(versions, now), _renamed_file(versions)
    gone, come = was.keys() - now.keys(), now.keys() - was.keys()
    renamed = renames.of({name: was[name] for name in gone}, {name: now[name] for name in come})
    named = {name: renamed.get(name, name) for name in (*now, *was) if name not in renamed.values()}
    return _of_targets(named, frozenset((*old.meetings, *new.meetings)), targets), renamed


def the_paper(chosen: Chosen, versions: Versions, targets: Sequence[str]) -> str:
    """Return the name of the one paper that is compared. Raises MeetingGivenError, and CannotCompareError."""
    if versions.files and len(chosen.papers) != 1:
        raise CannotCompareError("a redline is of one paper, and these files are none")
    if chosen.meetings:
        raise MeetingGivenError(targets[0].rstrip("/"), chosen.papers)
    return next(iter(chosen.papers))


def _files(version: Version, content: Content) -> dict[str, Path]:
    """Return the files of a version's papers by full name; one that is named and not there has none."""
    paths = {name: version.project.content / f"{name}.yaml" for name in papers(content)}
    return {name: path for name, path in paths.items() if path.is_file()}


def _renamed_file(versions: Versions) -> dict[str, str]:
    was, now = versions.files or ("", "")
    old, new = versions.old.project.paper(was), versions.new.project.paper(now)
    return {new: old} if old and new and old != new else {}


def _of_files(versions: Versions, now: Mapping[str, Path]) -> Chosen:
    """Return what two given files are: a paper, a meeting, or facts, which all papers may state."""
    was, file = versions.files or ("", "")
    paper = versions.new.project.paper(file)
    if paper:
        return Chosen({paper: versions.old.project.paper(was) or paper}, frozenset())
    folder = file.removeprefix("content/").rpartition("/")[0]
    if file.endswith("/meeting.yaml"):
        return Chosen({}, frozenset((folder,)))
    return Chosen({name: name for name in now if name.startswith(f"{folder}/" if folder else "")}, frozenset())


def _of_targets(named: Mapping[str, str], meetings: frozenset[str], targets: Sequence[str]) -> Chosen:
    """Return what targets name, a paper by either of its names. Raises UnknownTargetError."""
    became = {before: after for after, before in named.items()}
    known = meetings | {name.partition("/")[0] for name in named}
    wanted = {became.get(target, target) for target in (target.rstrip("/") for target in targets)}
    for target in sorted(wanted - named.keys() - known):
        raise UnknownTargetError(target, (*known, *named), meetings=known)
    chosen = {name: was for name, was in named.items() if not wanted or {name, name.partition("/")[0]} & wanted}
    return Chosen(chosen, known & wanted if wanted else known)
