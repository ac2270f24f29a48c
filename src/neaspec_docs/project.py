"""A folder on disk -> the project in it: where content, templates and build are; the register of its papers."""

import os
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from neaspec_docs import limits, plain_files

if TYPE_CHECKING:  # a build that has nothing to do answers without it
    from neaspec_docs.model.document import Content

PACKAGE_TEMPLATES = Path(__file__).parent / "templates"
"""The templates in the wheel; in a checkout they stand at the project's top instead."""

CHECKOUT_TEMPLATES = Path(__file__).parents[2] / "templates"

RESERVED = ("meeting", "facts", "terms")
"""Stems of files of content that are no papers."""

TEMPLATES = "templates"

OLD_FILES = "old-version"
"""The folder in which a redline finds the pictures of the old version that the new one has no more."""


@dataclass(frozen=True, slots=True)
class Project:
    """A project, by its top folder: the one that holds `content/`; `old` is that of its old version, for a redline."""

    root: Path
    old: Path | None = None

    @property
    def content(self) -> Path:
        """Return the folder of the meetings."""
        return self.root / "content"

    @property
    def build(self) -> Path:
        """Return the folder of what is made."""
        return self.root / "build"

    @property
    def templates(self) -> tuple[Path, ...]:
        """Return the folders of templates, the project's own first: a file found there wins."""
        shipped = shipped_templates()
        own = self.root / TEMPLATES
        return (own,) if own.resolve() == shipped.resolve() else (own, shipped)

    def template(self, name: str) -> Path | None:
        """Return what has this name in the first folder of templates that has it, or None; it may be no plain file."""
        found = (folder / name for folder in self.templates if os.path.lexists(folder / name))
        return next(found, None)

    def place(self, path: str) -> Path:
        """Return where a file lies that is named from the project's folder: "templates/style.css", "content/m/x.png".

        What is below `templates/` is looked for where templates are; an old file in its version.
        """
        folder, _, name = path.partition("/")
        if folder == OLD_FILES and self.old:
            return self.old / name
        known = self.template(name) if folder == TEMPLATES and name else None
        return known or self.root / path

    def holds(self, path: Path) -> bool:
        """Say whether what lies at a path is in the project, links followed; a link to nowhere is where it is."""
        try:
            return path.is_relative_to(self.root) and path.resolve().is_relative_to(self.root.resolve())
        except (OSError, RuntimeError, ValueError):  # a link to itself, a path that no system takes
            return False

    def reads(self, path: Path) -> bool:
        """Say whether what lies at a path may go into papers: it is in the project, its templates or its old version.

        Links are followed: where they lead decides.
        """
        inside = (self.root, *self.templates, *([self.old] if self.old else []))
        try:
            there = path.resolve()
            return any(there.is_relative_to(folder.resolve()) for folder in inside)
        except (OSError, RuntimeError, ValueError):  # as above
            return False

    def digest(self, path: str) -> str | None:
        """Return the SHA-256 of a file named as for `place`; None where none can be read, or it may not be."""
        try:
            place = self.place(path)
            return plain_files.digest(place, limits.LARGEST_PICTURE) if self.reads(place) else None
        except (OSError, ValueError):
            return None

    def paper(self, file: str) -> str | None:
        """Return the full name of the paper that a file below the project holds: "som-24/report"; None where none."""
        match PurePosixPath(file).parts:
            case ("content", meeting, name) if name.endswith(".yaml") and name.removesuffix(".yaml") not in RESERVED:
                return f"{meeting}/{name.removesuffix('.yaml')}"
            case _:
                return None

    def kinds(self) -> tuple[str, ...]:
        """Return the kinds of paper there are templates for, sorted: one `KIND.html.j2` each."""
        return _kinds(self.templates)


def shipped_kinds() -> tuple[str, ...]:
    """Return the kinds of paper that the program has templates for, sorted."""
    return _kinds((shipped_templates(),))


def shipped_templates() -> Path:
    """Return the folder of the templates that come with the program."""
    return PACKAGE_TEMPLATES if PACKAGE_TEMPLATES.is_dir() else CHECKOUT_TEMPLATES


def _kinds(folders: Iterable[Path]) -> tuple[str, ...]:
    suffix = ".html.j2"
    files = (file.name for folder in folders if folder.is_dir() for file in folder.glob(f"*{suffix}"))
    return tuple(sorted({name.removesuffix(suffix) for name in files}))


def find(start: Path) -> Project | None:
    """Return the project that `start` lies in: the nearest folder at or above it that holds `content/`, or None."""
    for folder in (start, *start.parents):
        if (folder / "content").is_dir():
            return Project(folder)
    return None


FEW = 6
"""So many meetings are listed where a call names none of them."""


class UnknownTargetError(Exception):
    """A target on the command line that is neither a meeting nor a paper; the message says what may have been meant."""

    def __init__(
        self, target: str, known: Iterable[str], what: str = "meeting or paper", meetings: Collection[str] = ()
    ) -> None:
        """Say that `target` is none of the `known` ones; where none is near, which `meetings` there are, if few."""
        from neaspec_docs.diagnostics.diagnostic import did_you_mean

        close = did_you_mean(target, known)
        super().__init__(f"there is no {what} `{target}`; {close or _there_are(meetings)}")


def _there_are(meetings: Collection[str]) -> str:
    if not 0 < len(meetings) <= FEW:
        return "`neaspec-docs list` shows them"
    *first, last = (f"`{meeting}`" for meeting in sorted(meetings))
    return f"the meetings are {', '.join(first)} and {last}" if first else f"the only meeting is {last}"


class PaperGivenError(Exception):
    """A paper stands on the command line where a meeting is wanted; the message names its meeting."""

    def __init__(self, paper: str) -> None:
        """Say what is wanted in place of `paper`, a full name."""
        meeting = paper.partition("/")[0]
        super().__init__(f"`{paper}` is a paper, and a pack is of a meeting: say `{meeting}` for all of its papers")


class MeetingGivenError(Exception):
    """A meeting stands on the command line where a paper is wanted; the message names one of its papers."""

    def __init__(self, meeting: str, papers: Iterable[str]) -> None:
        """Say what is wanted in place of `meeting`, some of whose `papers` are these."""
        one = next(iter(papers), f"{meeting}/report")
        super().__init__(f"`{meeting}` is a meeting, and a redline is of one paper: say, for one, `{one}`")


def papers(content: "Content") -> tuple[str, ...]:
    """Return the full names of all papers, in the order of their meetings; those that did not load among them."""
    listed = (name for meeting in content.meetings.values() for name in meeting.papers)
    there = {*content.papers, *content.faulty}
    return tuple(dict.fromkeys((*(name for name in listed if name in there), *sorted(there))))


def select(content: "Content", targets: Sequence[str]) -> tuple[str, ...]:
    """Return the full names of the papers that the targets name, each once; no target stands for all.

    A target is a meeting ("som-24") or a paper ("som-24/report"). Raises UnknownTargetError.
    """
    known = papers(content)
    meetings = _meetings(content)
    chosen = [target.rstrip("/") for target in targets]
    for target in chosen:
        if target not in known and target not in meetings:
            raise UnknownTargetError(target, (*meetings, *known), meetings=meetings)
    return tuple(name for name in known if not targets or name in chosen or name.partition("/")[0] in chosen)


def the_meeting(content: "Content", targets: Sequence[str]) -> str:
    """Return the id of the meeting that the one target names. Raises UnknownTargetError, and PaperGivenError."""
    (target,) = targets
    meeting = target.rstrip("/")
    if meeting in papers(content):
        raise PaperGivenError(meeting)
    meetings = _meetings(content)
    if meeting not in meetings:
        raise UnknownTargetError(meeting, sorted(meetings), "meeting", meetings)
    return meeting


def _meetings(content: "Content") -> set[str]:
    """Return the ids of all meetings; one that did not load is one too: content/MEETING/... is at fault."""
    paths = [PurePosixPath(fault.at.file).parts for fault in content.diagnostics]
    faulty = {path[1] for path in paths if path[2:]}
    return {*content.meetings, *(name.partition("/")[0] for name in papers(content)), *faulty}
