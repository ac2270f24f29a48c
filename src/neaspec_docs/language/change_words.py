"""Changes -> the phrases that say them, the same in text, Markdown and html: headings, places, counts.

What a redline prints is `say`ed in its paper's language; the labels of its changes were made in the same one.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from neaspec_docs.diagnostics.span import Span
from neaspec_docs.language.legible import begin, shown
from neaspec_docs.language.renumbering import HEADINGS
from neaspec_docs.language.words import ENGLISH
from neaspec_docs.language.words import Words as Said
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
    apart = "," if change.half is not None and change.kind in (Kind.ADDED, Kind.REMOVED) else ""
    return f"{name(change)}{apart} {happened(change, paper)}"


def said(type: str) -> str:
    """Return the word for a type of block as people say it: "page break"."""
    return type.replace("_", " ")


def name(change: Change, say: Said = ENGLISH) -> str:
    """Return what a block is called, with both its numbers where they differ: "paragraph 7 → 8"."""
    bare = say.unnumbered.format(say.term(change.type))
    match change.old, change.new:
        case Side() as old, Side() as new if old.number is not None and new.number is not None:
            return from_to(_called(old, change.type, say), _called(new, change.type, say))
        case Side() as old, Side() as new if old.number is not None:
            return f"{_called(old, change.type, say)} {ARROW} {bare}"
        case Side() as old, Side() as new if new.number is not None:
            return f"{bare} {ARROW} {_called(new, change.type, say)}"
        case _, Side() as side:
            return _placed(side, change, say)
        case Side() as side, _:
            return _placed(side, change, say)
        case _:
            return say.term(change.type)


def happened(change: Change, paper: PaperChanges | None = None, say: Said = ENGLISH) -> str:
    """Return the end of a heading: "changed", "moved from after paragraph 3 to the beginning, and changed"."""
    if change.type == "footnote" and change.new is not None and change.new.after:
        if change.kind is Kind.ADDED:
            return say.called_in.format(shown(begin(change.new.after, NAME)))
        if change.kind is Kind.MOVED:
            return _and_changed(change, say.now_called_in.format(shown(begin(change.new.after, NAME))), say)
    if change.half is not None:
        return _halved(change, change.half, say)
    if change.kind is not Kind.MOVED:
        return say.happened(change.kind.value)
    was, now = _place(change.old, say), _place(change.new, say)
    if was == now:
        was, now = _numbered_anew(change, paper, say) if paper is not None else ("", "")
    way = say.moved_way.format(was=was, now=now) if was or now else say.became_moved
    return _and_changed(change, way, say)


def _halved(change: Change, half: Half, say: Said) -> str:
    """Return how a paragraph was split in two, or two were joined, as this one of them has it."""
    other = shown(begin(half.other.label, NAME))
    match change.kind:
        case Kind.ADDED:
            return (say.first_half_of_old if half.first else say.second_half_of_old).format(other)
        case Kind.REMOVED:
            return (say.first_half_of_new if half.first else say.second_half_of_new).format(other)
        case Kind.CHANGED | Kind.MOVED if half.how is Break.SPLIT:
            return _and_changed(change, say.split_rest.format(other), say)
        case Kind.CHANGED | Kind.MOVED:
            return _and_changed(change, say.joined_with.format(other), say)


def _and_changed(change: Change, happened: str, say: Said) -> str:
    changed = any(not words.same for words in change.words) or change.parts
    return say.and_changed.format(happened) if changed else happened


def _place(side: Side | None, say: Said) -> str:
    """Return "in section 1" of what is called "second text in section 1"; else what it stands after."""
    if side is None:
        return _after("", say)
    return shown(side.place) or _after(side.after, say)


def _numbered_anew(change: Change, paper: PaperChanges, say: Said) -> tuple[str, str]:
    """Return "after paragraph 3 (now 6)" and "after paragraph 4 (was 3)", both "" where both have kept their numbers.

    It is for what moved from after a label to after one that reads the same.
    """
    old, new = change.old.after if change.old else "", change.new.after if change.new else ""
    both = [(one.old, one.new) for one in paper.renumbered]
    both += [(one.old, one.new) for one in paper.changes if one.old and one.new]
    now = next((after for before, after in both if before.label == old != after.label), None)
    was = next((before for before, after in both if after.label == new != before.label), None)
    if now is None and was is None:
        return "", ""
    from_there, to_here = _after(old, say), _after(new, say)
    if now is not None:
        from_there = say.now_numbered.format(place=from_there, number=_number(now))
    if was is not None:
        to_here = say.once_numbered.format(place=to_here, number=_number(was))
    return from_there, to_here


def _number(side: Side) -> str:
    return shown(side.number.rstrip(".") if side.number else side.label.rpartition(" ")[2])


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


def counts(changes: Iterable[Change], say: Said = ENGLISH) -> str:
    """Return "2 changed, 1 added": the kinds that occur, in their own order."""
    kinds = [change.kind for change in changes]
    return say.list_comma.join(say.counted(kind.value, kinds.count(kind)) for kind in Kind if kind in kinds)


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


def _called(side: Side, type: str, say: Said) -> str:
    """Return the label of a side; a heading without a number goes by its words in quotation marks."""
    word = say.term(type)
    label = side.label or (f"{word} {side.number.rstrip('.')}" if side.number else word)
    if label == type:
        return word
    if side.number is None and label != word and type in HEADINGS:
        return say.called_so.format(type=word, called=shown(begin(label, NAME)))
    return shown(label)


def _placed(side: Side, change: Change, say: Said) -> str:
    """Return what a block is called that has no other; what has neither number nor words goes by what is before it."""
    if change.kind is Kind.MOVED and side.number is None and change.type not in HEADINGS:
        return say.term(change.type)
    called = _called(side, change.type, say)
    if called == say.term(change.type) and side.after and change.kind is not Kind.MOVED:
        return say.called_at.format(called=called, place=_after(side.after, say))
    return called


def _after(label: str, say: Said) -> str:
    return say.place_after.format(shown(begin(label, NAME))) if label else say.beginning


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
