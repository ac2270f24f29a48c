"""Changes -> the phrases that say them, the same in text, Markdown and html: headings, places, counts."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from neaspec_docs.diagnostics.span import Span
from neaspec_docs.language.legible import begin, shown
from neaspec_docs.language.renumbering import HEADINGS
from neaspec_docs.model.change import Break, Change, Changes, Half, Kind, PaperChanges, Side, Words

NO_CHANGES = "No changes"

ARROW = "→"

NAME = 60
"""A heading's words are cut after so many characters where they stand for the thing itself."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What references read as, before and now, with the places of all that do."""

    old: str
    new: str
    places: tuple[Span, ...]
    nowhere: bool = False

    @property
    def said(self) -> str:
        """Return "paragraph 7 → 8", "paragraph 7 → [](#adoption), which leads nowhere now"."""
        return shown(from_to(self.old, self.new) + (", which leads nowhere now" if self.nowhere else ""))


def heading(change: Change, paper: PaperChanges | None = None) -> str:
    """Return what happened to a block: "paragraph 7 → 8 changed", "text after paragraph 3 removed".

    Of the paper in which it stands it is known which other numbers changed: a move names them where they would mislead.
    """
    return f"{name(change)} {happened(change, paper)}"


def said(type: str) -> str:
    """Return the word for a type of block as people say it: "page break"."""
    return type.replace("_", " ")


def name(change: Change) -> str:
    """Return what a block is called, with both its numbers where they differ: "paragraph 7 → 8"."""
    match change.old, change.new:
        case Side() as old, Side() as new if old.number is not None and new.number is not None:
            return from_to(_called(old, change.type), _called(new, change.type))
        case Side() as old, Side() as new if old.number is not None:
            return f"{_called(old, change.type)} {ARROW} {said(change.type)} without a number"
        case Side() as old, Side() as new if new.number is not None:
            return f"{said(change.type)} without a number {ARROW} {_called(new, change.type)}"
        case _, Side() as side:
            return _placed(side, change)
        case Side() as side, _:
            return _placed(side, change)
        case _:
            return said(change.type)


def happened(change: Change, paper: PaperChanges | None = None) -> str:
    """Return the end of a heading: "changed", "moved from after paragraph 3 to the beginning, and changed"."""
    if change.type == "footnote" and change.new is not None and change.new.after:
        if change.kind is Kind.ADDED:
            return f"added, called in {shown(begin(change.new.after, NAME))}"
        if change.kind is Kind.MOVED:
            return f"now called in {shown(begin(change.new.after, NAME))}{_and_changed(change)}"
    if change.half is not None:
        return _halved(change, change.half)
    if change.kind is not Kind.MOVED:
        return str(change.kind.value)
    old, new = change.old.after if change.old else "", change.new.after if change.new else ""
    was, now = _place(change.old, change.type), _place(change.new, change.type)
    if was != now:
        way = f" from {was} to {now}"
    else:
        now, was = _numbered_anew(old, new, paper) if paper is not None else ("", "")
        way = f" from {_after(old)}{now} to {_after(new)}{was}" if now or was else ""
    return f"moved{way}{_and_changed(change)}"


def _halved(change: Change, half: Half) -> str:
    """Return how a paragraph was split in two, or two were joined, as this one of them has it."""
    other = shown(begin(half.other.label, NAME))
    match change.kind:
        case Kind.ADDED:
            return f"split off from what was {other}"
        case Kind.REMOVED:
            return f"joined to what is now {other}"
        case Kind.CHANGED | Kind.MOVED if half.how is Break.SPLIT:
            return f"split, the rest is now {other}{_and_changed(change)}"
        case Kind.CHANGED | Kind.MOVED:
            return f"joined with what was {other}{_and_changed(change)}"


def _and_changed(change: Change) -> str:
    return ", and changed" if any(not words.same for words in change.words) or change.parts else ""


def _place(side: Side | None, type: str) -> str:
    """Return "in section 1" of what is called "second text in section 1"; else what it stands after."""
    if side is None:
        return _after("")
    called = side.label.partition(said(type))[2] if side.number is None and type not in HEADINGS else ""
    return shown(called.strip()) or _after(side.after)


def _numbered_anew(old: str, new: str, paper: PaperChanges) -> tuple[str, str]:
    """Return " (now 6)" of what had the one label, and " (was 3)" of what has the other, each "" where it kept it."""
    labels = [
        *((one.old.label, one.new.label) for one in paper.renumbered),
        *((one.old.label, one.new.label) for one in paper.changes if one.old and one.new),
    ]
    now = next((after for before, after in labels if before == old != after), "")
    was = next((before for before, after in labels if after == new != before), "")
    return f" (now {_last(now)})" if now else "", f" (was {_last(was)})" if was else ""


def _last(label: str) -> str:
    return shown(label.rpartition(" ")[2])


def where(change: Change, versions: Changes) -> str:
    """Return where a block is written, as `FILE:LINE`; what is gone, with the version that had it."""
    if change.new is not None:
        return place(change.new.at)
    if change.old is None:
        return ""
    at = place(change.old.at)
    named = versions.old in change.old.at.file or change.old.at.file in versions.old
    return at if named else f"{at} in {shown(versions.old)}"


def place(at: Span) -> str:
    """Return a place as terminals and editors know it."""
    return shown(f"{at.file}:{at.line}")


def words(change: Change) -> tuple[Words, ...]:
    """Return the words of a change, all of them on one side where the block is new or gone."""
    if change.words or (change.half is not None and change.kind is Kind.REMOVED):
        return change.words
    old, new = change.old.text if change.old else "", change.new.text if change.new else ""
    match change.kind:
        case Kind.ADDED:
            return (Words("", new),) if new else ()
        case Kind.REMOVED:
            return (Words(old, ""),) if old else ()
        case Kind.MOVED:
            return (Words(new, new),) if new and new == old else ()
        case Kind.CHANGED:
            return (Words(old, new),) if old != new and not change.parts else ()


def counts(changes: Iterable[Change]) -> str:
    """Return "2 changed, 1 added": the kinds that occur, in their own order."""
    kinds = [change.kind for change in changes]
    return ", ".join(f"{kinds.count(kind)} {kind.value}" for kind in Kind if kind in kinds)


def size(changes: Changes) -> str:
    """Return "3 changes in 2 papers and 1 meeting", "1 reference reads differently in 1 paper"."""
    count = sum(len(paper.changes) for paper in changes.papers)
    meetings = sum("/" not in paper.paper for paper in changes.papers)
    found = {"paper": len(changes.papers) - meetings, "meeting": meetings}
    where = " and ".join(_counted(some, noun) for noun, some in found.items() if some)
    cited = sum(len(paper.references) for paper in changes.papers)
    if cited and not count:
        return f"{_counted(cited, 'reference')} {'reads' if cited == 1 else 'read'} differently in {where}"
    return f"{_counted(count, 'change')} in {where}"


def total(changes: Changes) -> str:
    """Return "3 changes in 2 papers: 2 changed, 1 added"."""
    every = counts(change for paper in changes.papers for change in paper.changes)
    return f"{size(changes)}: {every}" if every else size(changes)


def readings(paper: PaperChanges) -> tuple[Reading, ...]:
    """Return the references that read differently now, those that changed alike together."""
    alike: dict[tuple[str, str, bool], list[Span]] = {}
    for cited in paper.references:
        alike.setdefault((cited.old, cited.new, cited.nowhere), []).append(cited.at)
    return tuple(Reading(old, new, tuple(places), nowhere) for (old, new, nowhere), places in alike.items())


def places(spans: Sequence[Span]) -> str:
    """Return places with each file said once: "content/a.yaml:3, 8; content/b.yaml:5"."""
    files: dict[str, list[str]] = {}
    for at in spans:
        files.setdefault(at.file, []).append(str(at.line))
    return shown("; ".join(f"{file}:{', '.join(dict.fromkeys(found))}" for file, found in files.items()))


def from_to(old: str, new: str) -> str:
    """Return two labels as one, what they share said once: "paragraph 7 → 8"."""
    if old == new:
        return new
    before, after = old.split(), new.split()
    shared = 0
    while shared < min(len(before), len(after)) - 1 and before[shared] == after[shared]:
        shared += 1
    return " ".join((*before, ARROW, *after[shared:]))


def capitalized(phrase: str) -> str:
    """Return a phrase with its first letter large."""
    return phrase[:1].upper() + phrase[1:]


def _called(side: Side, type: str) -> str:
    """Return the label of a side; a heading without a number goes by its words in quotation marks."""
    label = side.label or (f"{said(type)} {side.number.rstrip('.')}" if side.number else said(type))
    if side.number is None and label != type and type in HEADINGS:
        short = begin(label, NAME)
        return f"{type} “{shown(short)}”"
    return shown(label)


def _placed(side: Side, change: Change) -> str:
    """Return what a block is called that has no other; what has neither number nor words goes by what is before it."""
    if change.kind is Kind.MOVED and side.number is None and change.type not in HEADINGS:
        return said(change.type)
    called = _called(side, change.type)
    if called == said(change.type) and side.after and change.kind is not Kind.MOVED:
        return f"{called} {_after(side.after)}"
    return called


def _after(label: str) -> str:
    return f"after {shown(begin(label, NAME))}" if label else "the beginning"


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
