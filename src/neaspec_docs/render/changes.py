"""Changes and the project's templates -> one page of html that shows them, and what was wrong with the template."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from neaspec_docs.diagnostics.diagnostic import Diagnostic
from neaspec_docs.diagnostics.span import NOWHERE
from neaspec_docs.language import change_lines, change_words, legible, renumbering
from neaspec_docs.language.change_lines import Line
from neaspec_docs.language.change_words import capitalized
from neaspec_docs.language.legible import shown
from neaspec_docs.model.change import Change, Changes, Kind, PaperChanges, Words
from neaspec_docs.project import Project
from neaspec_docs.render.environment import environment
from neaspec_docs.render.page import diagnosed

TEMPLATE = "review/diff.html.j2"


@dataclass(frozen=True, slots=True)
class Entry:
    """A change as the page has it; `anchor` is where links lead to it. `two_sided`: its words differ on two sides."""

    anchor: str
    kind: str
    heading: str
    place: str
    words: tuple[Words, ...]
    two_sided: bool
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """What references read as, before and now, and where they stand."""

    said: str
    places: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """A paper as the page has it; `counts` are its changes of each kind, then what was renumbered."""

    anchor: str
    name: str
    title: str
    language: str
    counts: tuple[int, ...]
    entries: tuple[Entry, ...]
    renumbered: tuple[str, ...]
    readings: tuple[Reading, ...]


def html(changes: Changes, project: Project) -> tuple[str | None, list[Diagnostic]]:
    """Return the page. There is none where the project's own template fails, and a diagnostic names its line."""
    try:
        text = environment(project.templates).get_template(TEMPLATE).render(_context(changes))
    except Exception as fault:
        found = diagnosed(fault, TEMPLATE, NOWHERE, project)
        if found is None:
            raise
        return None, [found]
    return f"{text.strip()}\n", []


def _context(changes: Changes) -> dict[str, Any]:
    """Return what the template is given; all words in it are fit to be shown, and still to be escaped."""
    return {
        "old": shown(changes.old),
        "new": shown(changes.new),
        "size": change_words.size(changes) if changes.papers else change_words.NO_CHANGES,
        "kinds": (*(capitalized(kind.value) for kind in Kind), "Renumbered"),
        "papers": tuple(_sheet(paper, changes) for paper in changes.papers),
    }


def _sheet(paper: PaperChanges, changes: Changes) -> Sheet:
    anchor = re.sub(r"[^\w/-]+", "-", paper.paper)
    kinds = [change.kind for change in paper.changes]
    return Sheet(
        anchor,
        shown(paper.paper),
        shown(paper.title),
        paper.language,
        (*(kinds.count(kind) for kind in Kind), len(paper.renumbered)),
        tuple(_entry(change, f"{anchor}.{at}", paper, changes) for at, change in enumerate(paper.changes, 1)),
        tuple(capitalized(phrase) for phrase in renumbering.phrases(paper)),
        tuple(_readings(paper)),
    )


def _entry(change: Change, anchor: str, paper: PaperChanges, changes: Changes) -> Entry:
    words = change_words.words(change)
    has_both = change.half is not None or (change.old is not None and change.new is not None)
    differ = has_both and any(not one.same for one in words)
    return Entry(
        anchor,
        change.kind.value,
        capitalized(change_words.heading(change, paper)),
        change_words.where(change, changes),
        legible.told_apart(words),
        differ,
        tuple(
            replace(line, name=capitalized(line.name), words=legible.told_apart(line.words))
            for line in change_lines.lines(change)
        ),
    )


def _readings(paper: PaperChanges) -> Iterator[Reading]:
    for reading in change_words.readings(paper):
        yield Reading(capitalized(reading.said), change_words.places(reading.places))
