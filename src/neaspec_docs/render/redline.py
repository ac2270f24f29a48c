"""A redline, and what changed in its paper -> the redline with a summary of that before all else.

PDF and html print the summary; a Word file leaves it out, for it holds nothing but the two texts.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass, replace
from itertools import islice
from typing import Any
from xml.etree.ElementTree import Element, ParseError, fromstring

from neaspec_docs.diagnostics.codes import Code
from neaspec_docs.diagnostics.diagnostic import Diagnostic
from neaspec_docs.diagnostics.span import NOWHERE, Span
from neaspec_docs.language import change_lines, change_words, renumbering
from neaspec_docs.language.change_words import capitalized
from neaspec_docs.language.legible import shown
from neaspec_docs.language.words import words
from neaspec_docs.model.change import Change, Changes, Kind, PaperChanges
from neaspec_docs.model.page import Page
from neaspec_docs.project import Project
from neaspec_docs.render import white_space
from neaspec_docs.render.environment import environment
from neaspec_docs.render.page import diagnosed

TEMPLATE = "review/summary.html.j2"

CHANGE = "data-change"
"""What says of a part of a redline that it came, went or moved."""

FEW = 3
"""So many of a table's cells, or of a passage's words, are told; of more, how many."""

_LONG = 60
"""Words are cut after so many characters."""


@dataclass(frozen=True, slots=True)
class Line:
    """A change in the summary: where it is, the anchor of that ("": it has none), what happened, and what that says."""

    where: str
    anchor: str
    happened: str
    gist: str


def with_summary(page: Page, changes: Changes, project: Project) -> tuple[Page, list[Diagnostic]]:
    """Return the redline with its summary, and what is wrong with the template; then there is none."""
    context = _context(page, changes)
    try:
        text = environment(project.templates).get_template(TEMPLATE).render(context)
    except Exception as fault:
        found = diagnosed(fault, TEMPLATE, NOWHERE, project)
        if found is None:
            raise
        return page, [found]
    try:
        summary = fromstring(text)  # noqa: S314 -- made here of escaped text, not fetched
    except ParseError as fault:
        message = f"the template makes no well-formed XHTML: {fault.msg.partition(':')[0]}"
        return page, [Diagnostic(Code.TEMPLATE_FAULT, message, Span(f"templates/{TEMPLATE}", 1, 1))]
    white_space.tidy(summary)
    root = deepcopy(page.root)
    for body in root.iterfind("body"):
        body.insert(0, summary)
    return replace(page, root=root), []


def _context(page: Page, changes: Changes) -> dict[str, Any]:
    papers = [paper for paper in changes.papers if paper.paper in {page.paper, page.paper.partition("/")[0]}]
    anchors = {anchor for part in page.root.iter() if (anchor := part.get("id"))}
    return {
        "words": words(page.root.get("lang", "")),
        "symbol": _of_head(page, "meta[@name='symbol']"),
        "title": _of_head(page, "title"),
        "old": shown(changes.old),
        "new": shown(changes.new),
        "count": _count([change for paper in papers for change in paper.changes]),
        "lines": [_line(change, paper, anchors) for paper in papers for change in paper.changes],
        "follows": [capitalized(one) for paper in papers for one in _follows(paper)],
        "marked": any(_is_marked(part) for body in page.root.iterfind("body") for part in body.iter()),
    }


def _of_head(page: Page, part: str) -> str:
    """Return what the head says now, or said where the paper is gone."""
    found = page.root.find(f"head/{part}")
    if found is None:
        return ""
    return shown(found.get("content") or found.text or found.get("data-old") or "")


def _is_marked(part: Element) -> bool:
    """Say whether a reader sees a mark on a part of the redline."""
    return part.tag in {"ins", "del"} or any(name == CHANGE or name.startswith("data-old") for name in part.attrib)


def _count(changes: Sequence[Change]) -> str:
    """Return "7 changes: 4 changed, 3 added"."""
    count = len(changes)
    return "1 change" if count == 1 else f"{count} changes: {change_words.counts(changes)}"


def _line(change: Change, paper: PaperChanges, anchors: set[str]) -> Line:
    name = capitalized(change_words.name(change))
    gist = shown("; ".join(_gist(change)))
    return Line(name, _anchor(change, anchors), capitalized(change_words.happened(change, paper)), gist)


def _anchor(change: Change, anchors: set[str]) -> str:
    """Return where a change stands in the redline: what is gone may have another anchor there."""
    new, old = change.new.anchor if change.new else "", change.old.anchor if change.old else ""
    return next((one for one in (new, f"old:{old}", old) if one in anchors), "")


def _gist(change: Change) -> Iterator[str]:
    """Give what changed in a few words: the words that did, or the beginning of what came, went or moved as it was."""
    told = [one for one in change.words if not one.same]
    lines = change_lines.lines(change)
    if change.kind in {Kind.ADDED, Kind.REMOVED} or (change.kind is Kind.MOVED and not told and not lines):
        side = change.new or change.old
        if side is not None and side.text and side.text not in side.label:
            yield f"“{_cut(side.text)}”"
        return
    for one in islice(told, FEW):
        yield _told(one.old, one.new)
    for line in islice(lines, FEW - min(len(told), FEW)):
        what = line.said or "; ".join(_told(one.old, one.new) for one in line.words if not one.same)
        yield f"{line.name}: {what}"
    more = len(told) + len(lines) - FEW
    if more > 0:
        yield f"and {more} more"


def _told(old: str, new: str) -> str:
    was, now = _cut(old), _cut(new)
    if not now:
        return f"“{was}” deleted"
    return f"“{was}” {change_words.ARROW} “{now}”" if was else f"“{now}” inserted"


def _cut(text: str) -> str:
    said = " ".join(text.split())
    return said if len(said) <= _LONG else f"{said[:_LONG].rpartition(' ')[0] or said[:_LONG]}…"


def _follows(paper: PaperChanges) -> Iterator[str]:
    """Give what follows from the changes: numbers, and how references read."""
    yield from renumbering.phrases(paper)
    count = len(paper.references)
    if count:
        listed = "; ".join(_reread(paper))
        yield f"{count} {'reference reads' if count == 1 else 'references read'} differently: {listed}"


def _reread(paper: PaperChanges) -> Iterator[str]:
    """Give how references read now, those that changed alike together; of those elsewhere, in which paper."""
    alike = Counter((cited.old, cited.new, cited.paper) for cited in paper.references)
    for (old, new, name), count in alike.items():
        place = "" if name == paper.paper else f" in {name}"
        times = f" ({count} times)" if count > 1 else ""
        yield shown(f"“{_cut(old)}” is now “{_cut(new)}”{place}{times}")
