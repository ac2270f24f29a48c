"""Samples of numbering -> Word's lists, and what Word will show at each paragraph of them (ISO/IEC 29500-1, 17.9).

An abstract list (`w:abstractNum`) says how its levels look and counts; an instance (`w:num`) belongs to one and may
begin a level again or give it another look. Instances of one abstract list share its counters: that is how a
section with headings of its own keeps its parent's number.
"""

from collections.abc import Iterable, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass, field, replace

from neaspec_docs.model import scheme
from neaspec_docs.model.scheme import Mark, Numeral, Sample
from neaspec_docs.write.docx.revisions import Edition
from neaspec_docs.write.docx.stylesheet import Stylesheet
from neaspec_docs.write.docx.wordml import Markup, w

DEEPEST = 9
"""Levels of a list in Word."""

_FORMATS = {
    Numeral.UPPER_ROMAN: "upperRoman",
    Numeral.UPPER_LETTER: "upperLetter",
    Numeral.ARABIC: "decimal",
    Numeral.LOWER_ROMAN: "lowerRoman",
    Numeral.LOWER_LETTER: "lowerLetter",
}
_FIRST_NSID = 0x4E440000


class Mismatch(Exception):  # noqa: N818 -- it says what it is
    """Word's list would not come to the number that the Page gives: a bug of the program, never of the content."""


@dataclass(frozen=True, slots=True)
class Level:
    """One level: what it shows ("%2.%3.", where %2 is the second level's count), and in which numerals it counts.

    `numeral` None is a level that counts unseen, so that what is below it begins again; `style` is the paragraph
    style whose indents it takes over, `linked` says that the style brings the list with it.
    """

    shows: str
    numeral: Numeral | None
    style: str
    linked: bool = False
    mark: bool = False
    justified: str = "left"


Wanted = Mapping[Edition, str]
"""The number of a paragraph in each version that has it."""


@dataclass(slots=True)
class _Instance:
    """A `w:num`: its abstract list, the levels that it begins again (at what), and those that look otherwise.

    `begun` are the levels that have come, each in the versions in which it has.
    """

    abstract: int
    starts: dict[int, int] = field(default_factory=dict)
    levels: dict[int, Level] = field(default_factory=dict)
    begun: set[tuple[Edition, int]] = field(default_factory=set)


@dataclass(slots=True)
class _Counter:
    """How far one version has counted in an abstract list, by level, and which levels it has left out."""

    counts: list[int | None] = field(default_factory=lambda: [None] * DEEPEST)
    skipped: set[int] = field(default_factory=set)


class Numbering:
    """The lists of one file. Each version counts for itself what it has of a paper."""

    def __init__(self, stylesheet: Stylesheet) -> None:
        self._stylesheet = stylesheet
        self._abstracts: list[tuple[Level, ...]] = []
        self._counters: list[Mapping[Edition, _Counter]] = []
        self._instances: list[_Instance] = []

    def abstract(self, levels: Sequence[Level]) -> int:
        """Add an abstract list and return its number, from 0."""
        self._abstracts.append(tuple(levels))
        self._counters.append({version: _Counter() for version in Edition})
        return len(self._abstracts) - 1

    def instance(
        self, abstract: int, starts: Mapping[int, int] | None = None, levels: Mapping[int, Level] | None = None
    ) -> int:
        """Add an instance of an abstract list and return its number, from 1."""
        self._instances.append(self._made(abstract, starts or {}, levels or {}))
        return len(self._instances)

    def _made(self, abstract: int, starts: Mapping[int, int], levels: Mapping[int, Level]) -> _Instance:
        own = {depth: level for depth, level in levels.items() if level != self._abstracts[abstract][depth]}
        return _Instance(abstract, dict(starts), own)

    def begin_again(self, instance: int, depth: int, version: Edition) -> None:
        """Let the next paragraph of this level begin at 1; it must be the instance's first of that level."""
        own = self._instances[instance - 1]
        if (version, depth) in own.begun:
            raise Mismatch(f"level {depth} of list {instance} has begun; Word would not let it begin again")
        own.starts[depth] = 1

    def count(self, instance: int, depth: int, wanted: Wanted) -> int:
        """Count one paragraph of an instance, which must come to `wanted`, and return the instance."""
        own = self._instances[instance - 1]
        for version, number in wanted.items():
            if (shown := self._next(own, depth, version)) != number:
                raise Mismatch(f"Word would number a paragraph `{shown}`; the Page has `{number}`")
        return self.unseen(instance, depth, wanted)

    def follow(self, instance: int, depth: int, wanted: Wanted) -> Mapping[Edition, int]:
        """Count one heading, and return the instance under which Word will show it as `wanted`, by version.

        That is the given one, or where a level begins again under a heading without a number, one that says so. It is
        said too where a deeper level has come before this one, whose count not all programs still begin at 1 then.
        What begins again in one version may go on in the other: two may need an instance each.
        """
        own = self._instances[instance - 1]
        if all(self._comes_to(own, depth, version, number, sure=True) for version, number in wanted.items()):
            return dict.fromkeys(wanted, self.unseen(instance, depth, wanted))
        again, further = (self._made(own.abstract, starts, own.levels) for starts in ({depth: 1}, {}))
        for other in (again, further):
            if all(self._comes_to(other, depth, version, number) for version, number in wanted.items()):
                return dict.fromkeys(wanted, self.count(self._added(other), depth, wanted))
        if len(wanted) > 1:
            apart = [self.follow(instance, depth, {version: number}) for version, number in wanted.items()]
            return {version: found for each in apart for version, found in each.items()}
        return dict.fromkeys(wanted, self.count(self._added(again), depth, wanted))

    def unseen(self, instance: int, depth: int, versions: Iterable[Edition]) -> int:
        """Count one paragraph, whose level may show nothing, and return the instance."""
        own = self._instances[instance - 1]
        for version in versions:
            self._step(own, depth, version)
        return instance

    def _added(self, own: _Instance) -> int:
        self._instances.append(own)
        return len(self._instances)

    def _comes_to(self, own: _Instance, depth: int, version: Edition, number: str, *, sure: bool = False) -> bool:
        told = depth in own.starts and (version, depth) not in own.begun
        skipped = depth in self._counters[own.abstract][version].skipped
        return self._next(own, depth, version) == number and (told or not (sure and skipped))

    def _level(self, own: _Instance, depth: int) -> Level:
        return own.levels.get(depth) or self._abstracts[own.abstract][depth]

    def _next(self, own: _Instance, depth: int, version: Edition) -> str:
        """Return what Word shows at the next paragraph of this instance and level."""
        counts = self._counters[own.abstract][version].counts
        shown = self._level(own, depth).shows
        for place in range(depth + 1):
            if f"%{place + 1}" not in shown:
                continue
            numeral = self._level(own, place).numeral
            count = self._value(own, depth, version) if place == depth else counts[place]
            if numeral is not None:
                shown = shown.replace(f"%{place + 1}", scheme.numeral(numeral, count or 1))
        return shown

    def _step(self, own: _Instance, depth: int, version: Edition) -> None:
        counter = self._counters[own.abstract][version]
        above = range(depth)
        counter.skipped = {place for place in above if place in counter.skipped or counter.counts[place] is None}
        counter.counts[depth] = self._value(own, depth, version)
        counter.counts[depth + 1 :] = [None] * (DEEPEST - depth - 1)
        own.begun.add((version, depth))

    def _value(self, own: _Instance, depth: int, version: Edition) -> int:
        if depth in own.starts and (version, depth) not in own.begun:
            return own.starts[depth]
        count = self._counters[own.abstract][version].counts[depth]
        return own.starts.get(depth, 1) if count is None else count + 1

    def xml(self) -> Markup:
        """Return the root of numbering.xml."""
        abstracts = [
            w(
                "abstractNum",
                w("nsid", val=f"{_FIRST_NSID + number:08X}"),
                w("multiLevelType", val="multilevel"),
                *(self._written(depth, level) for depth, level in enumerate(levels)),
                abstractNumId=number,
            )
            for number, levels in enumerate(self._abstracts)
        ]
        instances = [self._num(number, own) for number, own in enumerate(self._instances, 1)]
        return w("numbering", *abstracts, *instances)

    def _num(self, number: int, own: _Instance) -> Markup:
        overrides = []
        for depth in sorted(own.starts.keys() | own.levels.keys()):
            override = w("lvlOverride", ilvl=depth)
            if depth in own.starts:
                override.append(w("startOverride", val=own.starts[depth]))
            if depth in own.levels:
                override.append(self._written(depth, replace(own.levels[depth], linked=False)))
            overrides.append(override)
        return w("num", w("abstractNumId", val=own.abstract), *overrides, numId=number)

    def _written(self, depth: int, level: Level) -> Markup:
        """Return a `w:lvl` with the indents of its style, which Word would else put aside for the list's."""
        format = "bullet" if level.mark else _FORMATS[level.numeral] if level.numeral else "none"
        properties = w("pPr")
        for measured in (self._stylesheet.tabs(level.style), self._stylesheet.indent(level.style)):
            if measured is not None:
                properties.append(deepcopy(measured))
        return w(
            "lvl",
            w("start", val=1),
            w("numFmt", val=format),
            *([w("pStyle", val=level.style)] if level.linked else []),
            *([w("suff", val="nothing")] if not level.shows else []),
            w("lvlText", val=level.shows),
            w("lvlJc", val=level.justified),
            properties,
            ilvl=depth,
        )


_HEADINGS = 5
"""Levels of headings that the styles have."""


def blank_levels() -> tuple[Level, ...]:
    """Return five levels of headings that show nothing, whose styles stay with the list that numbers them."""
    return tuple(Level("", None, f"Heading{depth}") for depth in range(1, _HEADINGS + 1))


def heading_levels(samples: str) -> tuple[Level, ...]:
    """Return the levels of headings that a Page's `data-headings` shows: "I.|1.|1.1.|" has four, the last unseen."""
    levels: list[Level] = []
    stem = ""
    for depth, written in enumerate(samples.split("|")[:_HEADINGS]):
        sample = scheme.read(written) if written else None
        style = f"Heading{depth + 1}"
        if sample is None:
            levels.append(Level("", None, style, linked=True))
            stem = ""
            continue
        own = f"{sample.before}%{depth + 1}"
        if sample.composite:
            own = f"{stem}.{own}"
        stem = own + sample.after.rstrip(".")
        levels.append(Level(own + sample.after, sample.numeral, style, linked=True, justified="right"))
    while len(levels) < _HEADINGS:
        levels.append(Level("", None, f"Heading{len(levels) + 1}", linked=True))
    return tuple(levels)


def list_levels(style: Sample | Mark, styles: Sequence[str]) -> tuple[Level, ...]:
    """Return nine levels that look like one sample or mark, each with the indents of its style; the last repeats."""
    named = (*styles, *([styles[-1]] * DEEPEST))[:DEEPEST]
    if isinstance(style, Mark):
        return tuple(Level(style.value, None, name, mark=True) for name in named)
    return tuple(
        Level(f"{style.before}%{depth + 1}{style.after}", style.numeral, name) for depth, name in enumerate(named)
    )


PARAGRAPH_LEVELS = (Level("%1.", Numeral.ARABIC, "NumberedParagraph", linked=True),)
"""The numbers of paragraphs."""
