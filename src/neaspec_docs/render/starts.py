"""The name of a new meeting or paper -> where its file goes, and what a start says in it: templates/new/*.yaml.

A start is a content file with comments; `${short}` and the like in it are filled in (`string.Template`), no more.
"""

import re
from collections.abc import Mapping
from pathlib import Path
from string import Template

from neaspec_docs import limits, plain_files
from neaspec_docs.diagnostics.diagnostic import did_you_mean
from neaspec_docs.model.document import Meeting
from neaspec_docs.project import RESERVED, Project, UnknownTargetError

_ID = re.compile(r"[a-z0-9]+(?:[-_][a-z0-9]+)*")
_PAPER = re.compile(rf"{_ID.pattern}/{_ID.pattern}")
_SUFFIXES = (".yaml", ".yml")


class CannotBeginError(Exception):
    """A meeting or paper that can't be begun: its name is wrong or taken; the message says what to write."""


def place_of_meeting(project: Project, id: str) -> Path:
    """Return where the file of a new meeting goes. Raises CannotBeginError."""
    id = id.rstrip("/")
    if _PAPER.fullmatch(id):
        raise CannotBeginError(f"`{id}` names a paper; write `neaspec-docs new paper {id}`")
    _check(id, "a meeting")
    return _free(project.content / id / "meeting.yaml", project)


def place_of_paper(project: Project, name: str, kind: str) -> Path:
    """Return where the file of a new paper goes. Raises CannotBeginError, and UnknownTargetError for its kind."""
    meeting, _, id = name.partition("/")
    meetings = sorted(file.parent.name for file in project.content.glob("*/meeting.yaml"))
    if not id or not meeting:
        example = f"{meetings[0] if meetings else 'som-24'}/{name.strip('/') or 'report'}"
        raise CannotBeginError(f"`{name}` names no meeting; write it before the paper: `{example}`")
    if meeting not in meetings:
        help = did_you_mean(meeting, meetings)
        begin = "" if help else f"; `neaspec-docs new meeting {_mended(meeting) or 'ex-1'}` begins one"
        raise CannotBeginError(str(UnknownTargetError(meeting, meetings, "meeting")) + begin)
    _check(id, "a paper")
    if id in RESERVED:
        raise CannotBeginError(f"`{id}.yaml` is no paper; give the paper another name")
    if kind not in project.kinds():
        raise UnknownTargetError(kind, project.kinds(), "kind of paper")
    return _free(project.content / meeting / f"{id}.yaml", project)


def meeting(project: Project, path: Path) -> str:
    """Return the text of a new meeting's file; it names the papers that lie beside it already."""
    papers = sorted(file.stem for file in path.parent.glob("*.yaml") if file.stem not in RESERVED)
    filled = {"short": path.parent.name.upper(), "meeting": path.parent.name, "papers": ", ".join(papers)}
    return _filled(project, "meeting", "meeting", filled)


def paper(project: Project, kind: str, meeting: Meeting) -> str:
    """Return the text of a new paper's file. A kind without a start of its own begins as a paper does."""
    items = [item.id for item in meeting.agenda]
    days = {"start": meeting.start.isoformat(), "end": meeting.end.isoformat()}
    filled = {"kind": kind, "items": ", ".join(items) or "there is none yet", "item": (items or ["item"])[0], **days}
    return _filled(project, kind, "paper", filled)


def _filled(project: Project, start: str, file: str, filled: Mapping[str, str]) -> str:
    found = project.template(f"new/{start}.yaml") or project.template(f"new/{file}.yaml")
    assert found is not None  # noqa: S101 -- the program ships one of each
    try:
        said = plain_files.read(found, limits.LARGEST_TEXT).decode("utf-8-sig", errors="replace")
    except OSError as fault:
        raise CannotBeginError(f"`{found}` can't be read: {fault.strerror}") from None
    text = Template(said).safe_substitute(filled)
    schema = f"docs/schema/{file}.json"
    known = (project.root / schema).is_file()
    return f"# yaml-language-server: $schema=../../{schema}\n{text}" if known else text


def _check(id: str, what: str) -> None:
    if _ID.fullmatch(id):
        return
    mended = _mended(id)
    help = f"; write `{mended}`" if mended else ""
    written = f"`{id}`" if id else "an empty word"
    raise CannotBeginError(f"{written} can't name {what}: names are made of small letters, digits, `-` and `_`{help}")


def _mended(id: str) -> str:
    """Return the name that was most likely meant, or nothing."""
    return re.sub(r"[^a-z0-9_]+", "-", id.removesuffix(".yaml").lower()).strip("-_")


def _free(path: Path, project: Project) -> Path:
    """Return the path if nothing is there. Raises CannotBeginError."""
    for suffix in _SUFFIXES:
        taken = path.with_suffix(suffix)
        if taken.exists() or taken.is_symlink():
            raise CannotBeginError(f"{taken.relative_to(project.root).as_posix()} is there already")
    return path
