"""Changes -> text for people: paper by paper, an entry a change, then what follows from the changes."""

from collections.abc import Iterable, Iterator

from neaspec_docs.diff.report.lines import Piece, Tone, columns, laid
from neaspec_docs.language import change_lines, change_words, legible, renumbering
from neaspec_docs.language.change_lines import Line
from neaspec_docs.model.change import Change, Changes, Kind, PaperChanges, Words

_SHORT = 40
"""Old and new words of a line stand on both sides of an arrow if neither is longer."""


def of(changes: Changes, *, colour: bool = False, width: int | None = None) -> str:
    """Return the changes, ended by a line's end.

    `colour` marks words with the escape codes of a terminal, else they stand as `[-old-]{+new+}`. `width` is that of
    the terminal in columns; None leaves each block on a line of its own.
    """
    if not changes.papers:
        return f"{change_words.NO_CHANGES}\n"
    sheet = _Sheet(changes, colour=colour, width=width)
    papers = ["".join(f"{line}\n" for line in sheet.paper(paper)) for paper in changes.papers]
    return "\n".join((*papers, "".join(f"{line}\n" for line in sheet.foot())))


class _Sheet:
    """What all entries of one report share."""

    def __init__(self, changes: Changes, *, colour: bool, width: int | None) -> None:
        self.changes = changes
        self.colour = colour
        self.width = width

    def paper(self, paper: PaperChanges) -> Iterator[str]:
        head = [Piece(legible.shown(paper.paper), Tone.HEAD), Piece(f"  {legible.shown(paper.title)}")]
        yield from self._laid(head, 0)
        for change in paper.changes:
            yield ""
            yield from self._change(change, paper)
        renumbered = renumbering.phrases(paper)
        if renumbered:
            yield ""
            yield from self._laid([Piece("Renumbered: ", Tone.HEAD), Piece("; ".join(renumbered))], 2)
        readings = change_words.readings(paper)
        if readings:
            yield ""
            yield from self._laid([Piece("Reads differently now:", Tone.HEAD)], 2)
        for reading in readings:
            yield from self._laid(
                [Piece(f"{reading.said}  "), Piece(change_words.places(reading.places), Tone.PLACE)], 4
            )

    def foot(self) -> Iterator[str]:
        versions = legible.shown(f"{self.changes.old} {change_words.ARROW} {self.changes.new}")
        yield from self._laid([Piece(f"{change_words.total(self.changes)} ({versions})")], 0)

    def _change(self, change: Change, paper: PaperChanges) -> Iterator[str]:
        place = change_words.where(change, self.changes)
        head = [
            Piece(change_words.heading(change, paper), Tone.HEAD),
            Piece(f" ({place})" if place else "", Tone.PLACE),
        ]
        yield from self._laid(head, 2)
        words = change_words.words(change)
        if words:
            yield from self._laid(_worded(legible.excerpt(words)), 6)
        for line in change_lines.lines(change):
            yield from self._line(line)

    def _line(self, line: Line) -> Iterator[str]:
        lead = Piece(line.name + (f" {line.said}" if line.said else "") + (": " if line.words else ""))
        if "\n" in line.old + line.new:
            yield from self._laid([lead], 6)
            yield from self._laid(_worded(legible.excerpt(line.words)), 8)
        else:
            yield from self._laid([lead, *_told(line)], 6)

    def _laid(self, pieces: Iterable[Piece], indent: int) -> Iterator[str]:
        return laid(pieces, colour=self.colour, width=self.width, indent=indent)


def _worded(words: Iterable[Words]) -> Iterator[Piece]:
    for one in legible.told_apart(words):
        if one.same:
            yield Piece(one.new)
        else:
            yield Piece(one.old, Tone.OLD)
            yield Piece(one.new, Tone.NEW)


def _told(line: Line) -> Iterator[Piece]:
    """Give what changed in one line: short words on both sides of an arrow."""
    if not line.words:
        return
    if line.kind is Kind.CHANGED and _is_short(line.old) and _is_short(line.new):
        (apart,) = legible.told_apart([Words(line.old, line.new)])
        yield Piece(f"{apart.old or '(empty)'} {change_words.ARROW} {apart.new or '(empty)'}")
    else:
        yield from _worded(legible.excerpt(line.words))


def _is_short(text: str) -> bool:
    return columns(text) <= _SHORT
