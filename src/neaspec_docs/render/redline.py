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
from neaspec_docs.language.words import Words as Said
from neaspec_docs.language.words import words
from neaspec_docs.model.change import Change, Changes, Kind, PaperChanges, Words
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
    say = words(page.root.get("lang", ""))
    papers = [paper for paper in changes.papers if paper.paper in {page.paper, page.paper.partition("/")[0]}]
    anchors = {anchor for part in page.root.iter() if (anchor := part.get("id"))}
    return {
        "words": say,
        "symbol": _of_head(page, "meta[@name='symbol']"),
        "title": _of_head(page, "title"),
        "old": shown(changes.old),
        "new": shown(changes.new),
        "versions": capitalized(say.changes_from.format(old=shown(changes.old), new=shown(changes.new))),
        "count": _count([change for paper in papers for change in paper.changes], say),
        "lines": [_line(change, paper, anchors, say) for paper in papers for change in paper.changes],
        "follows": [capitalized(one) for paper in papers for one in _follows(paper, say)],
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


def _count(changes: Sequence[Change], say: Said) -> str:
    """Return "7 changes (4 changed, 3 added)"."""
    count = say.changes_count.of(len(changes))
    if len(changes) == 1:
        return count
    return say.changes_kinds.format(count=count, kinds=change_words.counts(changes, say))


def _line(change: Change, paper: PaperChanges, anchors: set[str], say: Said) -> Line:
    name = capitalized(change_words.name(change, say))
    gist = shown(say.names_comma.join(_gist(change, say)))
    happened = change_words.happened(change, paper, say)
    was, now = (side.label if side and side.number is None else "" for side in (change.old, change.new))
    if happened == say.became_moved and was != now and was and now:
        happened = say.moved_way.format(was=shown(was), now=shown(now))
    return Line(name, _anchor(change, anchors), capitalized(happened), gist)


def _anchor(change: Change, anchors: set[str]) -> str:
    """Return where a change stands in the redline: what is gone may have another anchor there."""
    new, old = change.new.anchor if change.new else "", change.old.anchor if change.old else ""
    return next((one for one in (new, f"old:{old}", old) if one in anchors), "")


def _gist(change: Change, say: Said) -> Iterator[str]:
    """Give what changed in a few words: the words that did, or the beginning of what came, went or moved as it was."""
    told = [one for one in change.words if not one.same]
    lines = change_lines.lines(change, say)
    if change.kind in {Kind.ADDED, Kind.REMOVED} or (change.kind is Kind.MOVED and not told and not lines):
        side = change.new or change.old
        if side is not None and side.text and side.text not in side.label:
            yield say.quoted.format(_cut(side.text))
        return
    for one in islice(told, FEW):
        yield _told(one, say)
    for line in islice(lines, FEW - min(len(told), FEW)):
        what = line.said or say.names_comma.join(_told(one, say) for one in line.words if not one.same)
        yield say.named_so.format(name=line.name, what=what)
    more = len(told) + len(lines) - FEW
    if more > 0:
        yield say.and_more.format(more)


def _told(words: Words, say: Said) -> str:
    """Return what became of words; of their look only that it changed, for it stands in the redline itself."""
    was, now = _cut(words.old), _cut(words.new)
    if words.read:
        return say.words_set.format(_cut(words.read))
    if not now:
        return say.words_deleted.format(was)
    return say.words_replaced.format(old=was, new=now) if was else say.words_inserted.format(now)


def _cut(text: str) -> str:
    said = " ".join(text.split())
    return said if len(said) <= _LONG else f"{said[:_LONG].rpartition(' ')[0] or said[:_LONG]}…"


def _follows(paper: PaperChanges, say: Said) -> Iterator[str]:
    """Give what follows from the changes: numbers, and how references read."""
    yield from renumbering.phrases(paper, say)
    count = len(paper.references)
    if count:
        yield say.references_read.of(count, listed=say.names_comma.join(_reread(paper, say)))


def _reread(paper: PaperChanges, say: Said) -> Iterator[str]:
    """Give how references read now, those that changed alike together; of those elsewhere, in which paper."""
    alike = Counter((cited.old, cited.new, cited.paper) for cited in paper.references)
    for (old, new, name), count in alike.items():
        said = say.reads_now.format(old=_cut(old), new=_cut(new))
        if name != paper.paper:
            said = say.reads_in.format(reading=said, paper=name)
        yield shown(say.reads_times.format(reading=said, count=count) if count > 1 else said)
