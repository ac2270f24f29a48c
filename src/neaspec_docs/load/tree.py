"""The folder of content -> Content: every meeting, paper and fact in it, and all that is wrong with them.

A file that can be read in part is kept with stand-ins for what can't, so that its other faults are found in the same
run. A file that can't, or of which a part was lost that others may refer to, is left out and named in `faulty`.
"""

import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path

from neaspec_docs import limits, plain_files
from neaspec_docs.diagnostics.codes import Code
from neaspec_docs.diagnostics.diagnostic import Diagnostics, Related, did_you_mean
from neaspec_docs.diagnostics.span import Span
from neaspec_docs.load import facts, meetings, papers, source, terms
from neaspec_docs.load.meetings import NamedPapers
from neaspec_docs.load.papers import Paper
from neaspec_docs.model.document import Content, Document, FactValue, Meeting
from neaspec_docs.model.glossary import Term
from neaspec_docs.project import RESERVED, Project

SUFFIX = ".yaml"
_OF_ALL_MEETINGS = (f"facts{SUFFIX}", f"terms{SUFFIX}")
_ENDING = f"content stands in files that end in `{SUFFIX}`"


def content(project: Project) -> Content:
    """Return the whole tree of content, and what is wrong with it, in order of file, line and column."""
    tree = _Tree(project)
    tree.read()
    return Content(
        meetings=tree.meetings,
        papers=tree.papers,
        facts=tree.facts,
        places=tree.places,
        terms=tree.terms,
        faulty=frozenset(tree.faulty),
        parts=tree.parts,
        faulty_facts=frozenset(tree.faulty_facts),
        diagnostics=tuple(tree.faults),
    )


def files(project: Project) -> dict[str, Path]:
    """Return the files that `content` reads, by name: "facts", "terms", "som-24/meeting", "som-24/report"."""
    found = {path.stem: path for path in _files(project.content) if path.name in _OF_ALL_MEETINGS}
    for folder in _entries(project.content):
        own = (path for path in _files(folder) if path.suffix == SUFFIX and path.stem != "terms")
        found |= {f"{folder.name}/{path.stem}": path for path in own}
    return found


@dataclass(slots=True)
class _Tree:
    """The tree as far as it is read."""

    project: Project
    faults: Diagnostics = field(default_factory=Diagnostics)
    meetings: dict[str, Meeting] = field(default_factory=dict)
    papers: dict[str, Document] = field(default_factory=dict)
    facts: dict[str, dict[str, FactValue]] = field(default_factory=dict)
    places: dict[str, Span] = field(default_factory=dict)
    terms: tuple[Term, ...] = ()
    faulty: set[str] = field(default_factory=set)
    parts: dict[str, Document] = field(default_factory=dict)
    faulty_facts: set[str] = field(default_factory=set)
    symbols: dict[str, Span] = field(default_factory=dict)

    def read(self) -> None:
        top = self.project.content
        for path in (path for folder in (top, *_entries(top)) for path in _unprintable(folder)):
            help = "give it a name of letters, digits and hyphens"
            self._error(Code.UNREADABLE_FILE, "the name of the file has characters that can't be printed", path, help)
        for path in _files(top):
            if path.name == f"facts{SUFFIX}":
                self._facts(path, "")
            elif path.name == f"terms{SUFFIX}":
                file = source.read(path, self.project, self.faults)
                self.terms = (source.reading(file, terms.read) if file else None) or ()
            elif path.suffix != SUFFIX and path.stem in RESERVED:
                self._error(Code.PAPER_NOT_NAMED, _ENDING, path, f"call it `{path.stem}{SUFFIX}`")
            else:
                help = "a paper stands in the folder of its meeting"
                self._error(Code.PAPER_NOT_NAMED, f"`{path.name}` belongs to no meeting", path, help)
        for folder in (top, *_entries(top)):
            if _is_closed(folder):
                message = f"the folder `{folder.name}` may not be read"
                self._error(Code.UNREADABLE_FILE, message, folder, source.CLOSED_HELP)
        for folder in _entries(top):
            self._further_down(folder)
            files = _files(folder)
            if files:
                self._meeting(folder, files)

    def _further_down(self, meeting: Path) -> None:
        """Report the papers in folders of a meeting's folder, which nothing else would look at."""
        for folder in _entries(meeting):
            if folder.is_symlink() or not folder.is_dir():
                continue
            for path in sorted(folder.rglob("*.y*ml")):
                if path.suffix in (SUFFIX, ".yml") and _is_paper(path):
                    message = f"`{path.relative_to(meeting).as_posix()}` lies below the folder of its meeting"
                    help = f"move it to `{meeting.name}/{path.name}`: a paper stands directly in its meeting's folder"
                    self._error(Code.PAPER_NOT_NAMED, message, path, help)

    def _meeting(self, folder: Path, files: list[Path]) -> None:
        named = self._names(folder)
        stems = {path.stem for path in files if path.suffix == SUFFIX} - set(RESERVED)
        order = [*(named.places if named else ()), *sorted(stems)]
        for name in dict.fromkeys(order):
            full = f"{folder.name}/{name}"
            if name not in stems:
                self.faulty.add(full)
                self._not_there(folder, name, self.places[full], stems)
                continue
            path = folder / f"{name}{SUFFIX}"
            if named is None or not named.known:
                self.faulty.add(full)
            elif name not in named.places:
                help = f"add `{name}` to `papers`"
                where = f"content/{folder.name}/meeting{SUFFIX}"
                self._error(Code.PAPER_NOT_NAMED, f"the paper `{name}` is not named in {where}", path, help)
            self._paper(path, full)
        if folder / f"facts{SUFFIX}" in files:
            self._facts(folder / f"facts{SUFFIX}", folder.name)
        for path in files:
            if path.stem == "terms":
                help = f"move it to `content/terms{SUFFIX}`"
                self._error(Code.PAPER_NOT_NAMED, f"`{path.name}` holds the terms of all meetings", path, help)
            elif path.suffix != SUFFIX and path.stem not in (named.places if named else ()):
                help = f"call it `{path.stem}{SUFFIX}`"
                self._error(Code.PAPER_NOT_NAMED, _ENDING, path, help)

    def _names(self, folder: Path) -> NamedPapers | None:
        """Read the meeting's own file."""
        path = folder / f"meeting{SUFFIX}"
        if _is_other(path):
            message = f"`{path.name}` of the folder `{folder.name}` is no file"
            help = f"write `{path.name}` as a file: neither a folder nor a pipe or device is read"
            self._error(Code.MISSING_FILE, message, path, help)
            return None
        if not path.is_file():
            help = f"add `{path.name}`, or move the folder out of content"
            self._error(Code.MISSING_FILE, f"the folder `{folder.name}` has no `{path.name}`", path, help)
            return None
        file = source.read(path, self.project, self.faults)
        named = source.reading(file, meetings.read) if file else None
        if named is None:
            return None
        names = tuple(f"{folder.name}/{name}" for name in named.meeting.papers)
        self.meetings[folder.name] = replace(named.meeting, id=folder.name, papers=names)
        self.places |= {f"{folder.name}/{name}": at for name, at in named.places.items()}
        return named

    def _paper(self, path: Path, name: str) -> None:
        file = source.read(path, self.project, self.faults)
        paper = source.reading(file, partial(papers.read, name=name)) if file else None
        if paper is None or file is None or file.lost:
            self.faulty.add(name)
        elif name not in self.faulty:
            self.papers[name] = paper.document
        if paper is not None:
            if name in self.faulty:
                self.parts[name] = paper.document
            self._agenda(paper)
            if paper.document.symbol:
                self._symbol(paper.document.symbol, paper.symbol_at)

    def _agenda(self, paper: Paper) -> None:
        meeting, item = self.meetings.get(paper.document.meeting), paper.document.agenda
        if meeting is not None and item is not None and item not in {known.id for known in meeting.agenda}:
            if self._is_blamed(paper.agenda_at):
                return
            message = f"the meeting has no agenda item {source.quoted(item)}"
            help = did_you_mean(item, (known.id for known in meeting.agenda))
            self.faults.error(Code.UNKNOWN_AGENDA_ITEM, message, paper.agenda_at, help)

    def _is_blamed(self, at: Span) -> bool:
        """Say whether what begins there was found at fault already."""
        return any(
            (fault.at.file, fault.at.line, fault.at.column) == (at.file, at.line, at.column) for fault in self.faults
        )

    def _symbol(self, symbol: str, at: Span) -> None:
        first = self.symbols.setdefault(symbol, at)
        if first != at:
            related = [Related(first, f"the first {source.quoted(symbol)}")]
            message = f"the symbol {source.quoted(symbol)} is used twice"
            self.faults.error(Code.DUPLICATE_SYMBOL, message, at, related=related)

    def _facts(self, path: Path, meeting: str) -> None:
        before = self.faults.errors
        file = source.read(path, self.project, self.faults)
        read = source.reading(file, facts.read) if file else None
        self.facts[meeting] = dict(read or {})
        if self.faults.errors > before:
            self.faulty_facts.add(meeting)

    def _not_there(self, folder: Path, name: str, at: Span, there: Iterable[str]) -> None:
        if self._is_blamed(at):  # it can't be a name at all
            return
        other = f"{name}.yml"
        found = any(path.name == other for path in _files(folder))  # who asks for a name may ask for too long a one
        help = f"call `{other}` `{name}{SUFFIX}`" if found else did_you_mean(name, there)
        help = help or "take it out of `papers`, or bring the file back"
        message = f"there is no file `{name}{SUFFIX}` for the paper `{name}`"
        self.faults.error(Code.PAPER_NOT_THERE, message, at, help)

    def _error(self, code: Code, message: str, path: Path, help: str) -> None:
        name = path.name if path.name.isprintable() else ascii(path.name)[1:-1]
        file = path.with_name(name).relative_to(self.project.root).as_posix()
        self.faults.error(code, message, Span(file, 1, 1), help)


def _entries(folder: Path) -> Iterator[Path]:
    """Give what is in a folder, less what is hidden or has no name to print, in an order that every machine shares."""
    return (path for path in _all(folder) if path.name.isprintable())


def _unprintable(folder: Path) -> Iterator[Path]:
    """Give what has a name that is no text, or that a terminal would obey; nothing else looks at it."""
    return (path for path in _all(folder) if not path.name.isprintable())


def _all(folder: Path) -> list[Path]:
    try:
        return sorted(path for path in folder.iterdir() if not path.name.startswith("."))
    except OSError:  # no folder, or one that nobody may look into
        return []


def _is_closed(path: Path) -> bool:
    """Say whether a folder is there that may not be looked into."""
    return path.is_dir() and not os.access(path, os.R_OK | os.X_OK)


def _is_other(path: Path) -> bool:
    """Say whether something else than a file is there."""
    try:
        return path.exists() and not path.is_file()
    except OSError:
        return False


def _is_paper(path: Path) -> bool:
    """Say whether a file that is not looked at else was meant as a paper."""
    try:
        data = plain_files.read(path, limits.LARGEST_TEXT)
        return re.search(rb"^kind\b", data, re.MULTILINE) is not None
    except OSError:
        return False


def _files(folder: Path) -> list[Path]:
    """Return the YAML files that lie directly in a folder."""
    return [path for path in _entries(folder) if path.suffix in (SUFFIX, ".yml") and not path.is_dir()]
