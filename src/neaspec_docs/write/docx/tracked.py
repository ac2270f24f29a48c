"""Runs, paragraphs and rows with their revisions -> Word's marks around them (ISO/IEC 29500-1, 17.13.5).

What stands between two paragraphs is the mark of the first: who takes that away lets them run into one, which has the
second's properties. So a paragraph goes with its mark, and where nothing can take the last mark away, in a cell or a
footnote, the mark of the paragraph before it goes instead.
"""

from collections.abc import Iterator, Sequence
from copy import deepcopy
from dataclasses import replace
from itertools import groupby

from neaspec_docs.write.docx.revisions import Edition, Kind, Revision, Revisions, only_in
from neaspec_docs.write.docx.wordml import Markup, own, settle, w

_PARAGRAPH = "w:p"
_ENDING = frozenset({"w:tc", "w:footnote", "w:hdr"})
_TABS = frozenset({"w:tabs", "w:tab"})
_DELETED = {"w:t": "w:delText", "w:instrText": "w:delInstrText"}
_RANGES = {Kind.MOVED_FROM: "moveFromRange", Kind.MOVED_TO: "moveToRange"}


def draw(revisions: Revisions, root: Markup) -> None:
    """Draw all that is noted of a part around what it is noted of."""
    if not revisions:
        return
    for paragraph in list(root.iter(_PARAGRAPH)):
        _around_runs(revisions, paragraph, revisions.whole(paragraph))
    for row in root.iter("w:tr"):
        if row in revisions.rows:
            _row(revisions, row)
    groups = [group for container in root.iter() for group in _run_on(revisions, container)]
    whole = {cell for row in revisions.rows for cell in row}
    cells = (element for element in root.iter() if element.tag in _ENDING and element not in whole)
    for ending in [*groups, *map(_last, cells), *(revisions.ends if root.tag == "w:body" else [])]:
        _end(revisions, ending)
    for container in root.iter():
        if any(child in revisions.paragraphs for child in container):
            _ranges(revisions, container)
    for paragraph in root.iter(_PARAGRAPH):
        _properties(revisions, paragraph)


def _around_runs(revisions: Revisions, parent: Markup, whole: Revision | None) -> None:
    """Put the runs of a paragraph or a link, those of one revision together, into its mark."""

    def revision(child: Markup) -> Revision | None:
        return revisions.runs.get(child, whole) if child.tag == "w:r" else None

    content = list(parent)
    if all(revision(child) is None for child in content) and not any(child.tag == "w:hyperlink" for child in content):
        return
    parent[:] = []
    for made, group in groupby(content, revision):
        if made is None:
            parent.extend(group)
            continue
        runs = list(group)
        if made.kind is Kind.DELETED:
            for part in (part for run in runs for part in run.iter()):
                part.tag = _DELETED.get(part.tag, part.tag)
        parent.append(revisions.element(made.kind.value, made, *runs))
    for link in parent:
        if link.tag == "w:hyperlink":
            _around_runs(revisions, link, whole)


def _run_on(revisions: Revisions, container: Markup) -> Iterator[list[Markup]]:
    """Give each paragraph whose words end in a change with those below that the same hand changed whole.

    It is one change there, which goes on over the paragraph's mark. LibreOffice takes it for one at any rate.
    """
    group: list[Markup] = []
    hand: tuple[str, str] | None = None
    for child in (*container, None):
        known = () if child is None else revisions.paragraphs.get(child, ())
        whole = len(known) == 1 and not known[0].mark
        if child is not None and group and whole and (known[0].kind.value, known[0].author) == hand:
            group.append(child)
            continue
        if len(group) > 1:
            yield group
        group, hand = [], None
        if child is not None and child.tag == _PARAGRAPH and not known and own(child, "pPr", "sectPr") is None:
            last = next((part for part in reversed(child) if not part.tag.startswith("w:bookmark")), None)
            if last is not None and last.tag in ("w:ins", "w:del"):
                group, hand = [child], (last.tag.removeprefix("w:"), last.get("w:author", ""))


def _row(revisions: Revisions, row: Markup) -> None:
    """Mark a whole row. The mark never stands alone: there are readers that then find the properties empty."""
    properties = own(row, "trPr")
    if properties is None:
        properties = w("trPr", w("cantSplit", val="off"))
        row.insert(0, properties)
    made = revisions.rows[row]
    properties.append(revisions.element(made.kind.value, made))


def _last(container: Markup) -> list[Markup]:
    """Return the paragraphs that a cell or a note ends in."""
    paragraphs: list[Markup] = []
    for child in container:
        paragraphs = [*paragraphs, child] if child.tag == _PARAGRAPH else []
    return paragraphs


def _end(revisions: Revisions, paragraphs: Sequence[Markup]) -> None:
    """Let the last of some paragraphs keep its mark, and that of the last that a version has go instead.

    The mark that remains has in each version the properties of that version's last paragraph. What counts is whose a
    mark is, not whose the words before it are: so an ending may take over where another one, within it, left off.
    """
    if not any(paragraph in revisions.paragraphs for paragraph in paragraphs[-1:]):
        return
    seen = [revisions.seen(paragraph) for paragraph in paragraphs]
    last = {version: max((at for at, own in enumerate(seen) if version in own), default=-1) for version in Edition}
    given = next(iter(revisions.paragraphs[paragraphs[-1]]))
    for at, paragraph in enumerate(paragraphs[:-1]):
        mark = frozenset(version for version in seen[at] if at != last[version])
        if mark != seen[at]:
            like = next(iter(revisions.paragraphs.get(paragraph, ())), given)
            revisions.paragraphs[paragraph] = only_in(mark, like)
    del revisions.paragraphs[paragraphs[-1]]
    if -1 in last.values():
        return
    old, new = (_of_version(revisions, paragraphs[last[version]], version) for version in (Edition.OLD, Edition.NEW))
    closing = paragraphs[-1]
    closing.remove(closing[0])
    closing.insert(0, deepcopy(new))
    revisions.was.pop(closing, None)
    if not _alike(old, new):
        revisions.was[closing] = deepcopy(old)
        revisions.hands[closing] = given


def _of_version(revisions: Revisions, paragraph: Markup, version: Edition) -> Markup:
    return revisions.was.get(paragraph, paragraph[0]) if version is Edition.OLD else paragraph[0]


def _alike(one: Markup, other: Markup) -> bool:
    """Say whether properties are the same, but for tabs: those serve two numbers side by side, and are no change."""
    mine, others = (
        [(part.tag, part.attrib) for part in properties.iter() if part.tag not in _TABS] for properties in (one, other)
    )
    return mine == others


def _ranges(revisions: Revisions, container: Markup) -> None:
    """Give each move in a container its range: from within the first of its paragraphs to behind the last."""
    moves: dict[Revision, list[Markup]] = {}
    for child in container:
        for revision in revisions.paragraphs.get(child, ()):
            if revision.kind in _RANGES:
                moves.setdefault(revision, []).append(child)
    for revision, paragraphs in moves.items():
        tag = _RANGES[revision.kind]
        start = revisions.element(f"{tag}Start", replace(revision, date=revision.date or revisions.day))
        start.set("w:name", f"move{revision.move}")
        paragraphs[0].insert(1, start)
        container.insert(list(container).index(paragraphs[-1]) + 1, w(f"{tag}End", id=start.get("w:id", "")))


def _properties(revisions: Revisions, paragraph: Markup) -> None:
    """Write the marks of a paragraph, and the properties it had."""
    if made := revisions.paragraphs.get(paragraph):
        order = list(Kind)
        marks = sorted(made, key=lambda revision: order.index(revision.kind))
        settle(paragraph, w("rPr", *(revisions.element(mark.kind.value, mark) for mark in marks)))
    if (was := revisions.was.get(paragraph)) is not None:
        hand = revisions.hands.get(paragraph, Revision(Kind.INSERTED))
        settle(paragraph, revisions.element("pPrChange", hand, _bare(was)))


def _bare(properties: Markup) -> Markup:
    """Return properties as an earlier state may hold them: without marks and without a section's end."""
    return w("pPr", *(deepcopy(part) for part in properties if part.tag not in ("w:rPr", "w:sectPr", "w:pPrChange")))
