"""A slide -> where its title, its text and each visual stand, for both formats alike, and what of it does not fit.

Text alone fills the slide; text and one visual stand side by side, a broad one below; visuals share what is free.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import groupby
from typing import TypeAlias, assert_never
from xml.etree.ElementTree import Element

from neaspec_docs.diagnostics.codes import Code
from neaspec_docs.diagnostics.diagnostic import Diagnostic, Severity
from neaspec_docs.model.page import Page
from neaspec_docs.write.slides import deck, lines, measures, text, visuals
from neaspec_docs.write.slides.deck import Kind, Slide
from neaspec_docs.write.slides.measures import CONTENT, GAP, UNDER, Box
from neaspec_docs.write.slides.text import Scale, Setting
from neaspec_docs.write.slides.visuals import Visual
from neaspec_docs.write.styled import classes

SHARES = (0.4, 0.48, 0.56)
"""How much of the width text beside a visual may take: the first share in which all of it fits."""

_ACROSS = 3
_TITLE_LINES, _OPENING_LINES = 2, 3
_ALMOST = 0.1


class Design(Enum):
    """The design of a slide, by the name of its layout in templates/slides.pptx."""

    TITLE = "Title slide"
    SECTION = "Section header"
    CONTENT = "Title and content"
    PARTS = "Title and two parts"
    VISUAL = "Title only"


@dataclass(frozen=True, slots=True)
class Text:
    """Running text in its box; `kind` is "body", or on the title slide "opening", "under" or "meeting"."""

    box: Box
    blocks: tuple[Element, ...]
    kind: str = "body"
    faults: tuple[str, ...] = ()


Part: TypeAlias = Text | Visual


@dataclass(frozen=True, slots=True)
class Plan:
    """A slide laid out: its title and its parts in the order in which they are read."""

    slide: Slide
    design: Design
    title: Box
    parts: tuple[Part, ...]
    faults: tuple[str, ...]
    scale: Scale = text.FULL


def plans(page: Page, root: Element) -> tuple[Plan, ...]:
    """Return the plan of each slide of a Page; `root` is the Page's own or a copy of it."""
    return tuple(lay_out(slide) for slide in deck.read(page, root))


def said(made: Sequence[Plan]) -> Iterator[Diagnostic]:
    """Give what is to be said of slides, the same whatever format is made of them."""
    yield from deck.unknown(tuple(plan.slide for plan in made))
    yield from _crowded(made)


def _crowded(made: Iterable[Plan]) -> Iterator[Diagnostic]:
    """Give a warning for each slide on which not all fits."""
    for plan in made:
        if plan.faults:
            yield Diagnostic(
                Code.CROWDED_SLIDE,
                f"{plan.slide.called}: {'; '.join(plan.faults)}",
                plan.slide.at,
                "take words out or split it into two slides: nothing is made smaller to fit",
                severity=Severity.WARNING,
            )


def lay_out(slide: Slide) -> Plan:
    """Return the plan of a slide."""
    match slide.kind:
        case Kind.TITLE:
            return _opening(slide)
        case Kind.SECTION:
            faults = _title_faults(slide, measures.PART_TITLE, measures.SIZE_OPENING, _OPENING_LINES)
            return Plan(slide, Design.SECTION, measures.PART_TITLE, (), faults)
        case Kind.CONTENT:
            return _content(slide)
        case unknown:
            assert_never(unknown)


def setting(kind: str, scale: Scale) -> Setting:
    """Return how a text of this kind is set."""
    match kind:
        case "opening" | "meeting":
            size = measures.SIZE_MEETING
        case "under":
            size = measures.SIZE_UNDER
        case _:
            return scale.body
    return Setting(size, size, 4, 4)


def _opening(slide: Slide) -> Plan:
    """Lay out the title slide: who speaks, the title, what is said under it, at which meeting."""
    before, under, meeting = [], [], []
    for block in slide.blocks:
        known = classes(block)
        if known & {"meeting", "meeting-place"}:
            meeting.append(block)
        elif known & {"subtitle", "presenter"}:
            under.append(block)
        else:
            before.append(block)
    areas = (
        ("opening", measures.OPENING, before),
        ("under", measures.OPENING_UNDER, under),
        ("meeting", measures.OPENING_MEETING, meeting),
    )
    parts = tuple(_text(blocks, box, text.FULL, kind) for kind, box, blocks in areas if blocks)
    faults = _title_faults(slide, measures.OPENING_TITLE, measures.SIZE_OPENING, _OPENING_LINES)
    faults += tuple(fault for part in parts for fault in part.faults)
    return Plan(slide, Design.TITLE, measures.OPENING_TITLE, parts, faults)


def _content(slide: Slide) -> Plan:
    """Lay out a slide in airy type where all of it fits so, else in the usual type."""
    airy = _in_scale(slide, text.AIRY)
    return airy if not airy.faults else _in_scale(slide, text.FULL)


def _in_scale(slide: Slide, scale: Scale) -> Plan:
    runs = [(kind, tuple(run)) for kind, run in groupby(slide.blocks, key=deck.is_visual)]
    shown = [block for block in slide.blocks if deck.is_visual(block)]
    widest = CONTENT.width * (1 - SHARES[0]) - GAP / 2
    design = Design.CONTENT
    parts: tuple[Part, ...]
    if not shown:
        parts = tuple(_text(blocks, CONTENT, scale) for _, blocks in runs)
    elif len(runs) == 1:
        design, parts = Design.VISUAL, _stack(runs, scale)
    elif len(runs) == len(SIDES) and len(shown) == 1 and not visuals.is_broad(shown[0], widest, scale):
        design, parts = Design.PARTS, _beside(runs, scale)
    else:
        parts = _stack(runs, scale)
    faults = _title_faults(slide, measures.TITLE, measures.SIZE_TITLE, _TITLE_LINES)
    faults += tuple(fault for part in parts for fault in part.faults)
    return Plan(slide, design, measures.TITLE, parts, faults, scale)


SIDES = ("left", "right")

Runs: TypeAlias = Sequence[tuple[bool, tuple[Element, ...]]]
"""Text and visuals in the order of the slide, each run of either together; True for visuals."""


def _beside(runs: Runs, scale: Scale) -> tuple[Part, ...]:
    """Set text and one visual side by side; the text gets more of the width only where it needs it."""
    made: tuple[Part, ...] = ()
    for share in _shares(runs):
        made = _columns(runs, share, scale)
        if not any(part.faults for part in made):
            return made
    return made


def _shares(runs: Runs) -> Sequence[float]:
    """Return the shares of the width that text may take: all that a narrow picture leaves, else one of SHARES."""
    block = next(blocks[0] for is_visual, blocks in runs if is_visual)
    if (picture := visuals.picture_width(block)) is None:
        return SHARES
    left = 1 - (picture + GAP) / CONTENT.width
    return (max(SHARES[0], min(left, 0.7)), *(share for share in SHARES if share > left))


def _columns(runs: Runs, share: float, scale: Scale) -> tuple[Part, ...]:
    wide = CONTENT.width * share - GAP / 2
    rest = CONTENT.width - wide - GAP
    left, parts = CONTENT.left, []
    for is_visual, blocks in runs:
        width = rest if is_visual else wide
        box = Box(left, CONTENT.top, width, CONTENT.height)
        parts.append(visuals.lay_out(blocks[0], box, scale) if is_visual else _text(blocks, box, scale))
        left += width + GAP
    return tuple(parts)


def _stack(runs: Runs, scale: Scale) -> tuple[Part, ...]:
    """Set runs one below the other: each as high as it must be, what is left goes to charts and pictures."""
    rows = [row for is_visual, blocks in runs for row in (_rows(blocks, scale) if is_visual else [blocks])]
    needs = [_need(row, scale) for row in rows]
    left = CONTENT.height - sum(need.least for need in needs) - UNDER * (len(rows) - 1)
    highs = _poured([need.least for need in needs], [need.most for need in needs], max(0.0, left))
    parts: list[Part] = []
    top = CONTENT.top
    for row, high in zip(rows, highs, strict=True):
        room = max(0.0, min(high, CONTENT.bottom - top))
        parts += _row(row, Box(CONTENT.left, top, CONTENT.width, room), scale)
        top += high + UNDER
    return tuple(parts)


def _poured(least: Sequence[float], most: Sequence[float], left: float) -> list[float]:
    """Return heights to which what is left is given in even parts, to none more than it can fill."""
    made = list(least)
    while left > _ALMOST and (free := [at for at, high in enumerate(made) if most[at] - high > _ALMOST]):
        step = min(left / len(free), *(most[at] - made[at] for at in free))
        for at in free:
            made[at] += step
        left -= step * len(free)
    return made


def _rows(blocks: Sequence[Element], scale: Scale) -> list[tuple[Element, ...]]:
    """Return visuals in rows: a broad one alone, the others two or three side by side."""
    rows: list[tuple[Element, ...]] = []
    half = (CONTENT.width - GAP) / 2
    for broad, group in groupby(blocks, key=lambda block: visuals.is_broad(block, half, scale)):
        side = tuple(group)
        across = 1 if broad else _ACROSS if len(side) % _ACROSS == 0 else 2
        rows += [side[at : at + across] for at in range(0, len(side), across)]
    return rows


def _need(row: Sequence[Element], scale: Scale) -> visuals.Need:
    if not deck.is_visual(row[0]):
        high = text.height(text.paragraphs(row, scale.body), CONTENT.width, scale.body)
        return visuals.Need(high, high)
    needs = [visuals.need(block, _width(row), scale) for block in row]
    return visuals.Need(max(need.least for need in needs), max(need.most for need in needs))


def _width(row: Sequence[Element]) -> float:
    return (CONTENT.width - GAP * (len(row) - 1)) / len(row)


def _row(row: Sequence[Element], box: Box, scale: Scale) -> Iterator[Part]:
    if not deck.is_visual(row[0]):
        yield _text(row, box, scale)
        return
    for at, block in enumerate(row):
        left = box.left + at * (_width(row) + GAP)
        yield visuals.lay_out(block, Box(left, box.top, _width(row), box.height), scale)


def _text(blocks: Sequence[Element], box: Box, scale: Scale, kind: str = "body") -> Text:
    how = setting(kind, scale)
    high = text.height(text.paragraphs(blocks, how), box.width, how)
    over = high - box.height
    faults: tuple[str, ...] = ()
    if over > _ALMOST:
        count = round(over / lines.height(1, how.size) + 0.49)
        faults = (f"its text is {count} line{'s' if count > 1 else ''} too long",)
    return Text(box, tuple(blocks), kind, faults)


def _title_faults(slide: Slide, box: Box, size: float, most: int) -> tuple[str, ...]:
    count = lines.count(slide.title, box.width, size, bold=True)
    return (f"its title takes {count} lines, and there is room for {most}",) if count > most else ()
