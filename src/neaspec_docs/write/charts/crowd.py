"""The names and the labels of a crowded chart -> those that find room: of each second, fifth or tenth category.

Up to a dozen categories all are there. What is left out of the picture is in the table of values all the same.
"""

from collections.abc import Callable, Iterator, Sequence

from neaspec_docs.write.charts.geometry import Align, Label, Rect
from neaspec_docs.write.charts.lettering import CAPITAL, Font, length

EACH = (1, 2, 5, 10, 20, 50)
"""Names and labels are left out in steps that are easy to count on: each second, each fifth and so on."""

_DOZEN = 12
_TOUCHING = 0.5
"""Two labels that share no more than this lie beside each other, in square points; so far may one stick out."""


def room(band: float, each: int) -> float:
    """Return how broad a name may be where only each n-th is there.

    A name at the edge of the chart is moved inwards by half of what it is broader than its category, and must not
    reach the next one there.
    """
    return band * (2 * each + 1) / 3


def thinned(names: Sequence[tuple[str, ...]], each: int) -> tuple[tuple[str, ...], ...]:
    """Return the lines of names, with none for those that are left out."""
    return tuple(lines if at % each == 0 else () for at, lines in enumerate(names))


def airy(band: float, longest: float, count: int, named: int) -> int:
    """Return the step, no less than that of the names, in which the labels of a long line stand side by side.

    It is 1 where there is no crowd.
    """
    wide = (each for each in EACH if each >= named and longest <= band * each)
    return next(wide, count) if count > _DOZEN else 1


def clear(labels: Sequence[Label], family: str, width: float, height: float, least: int = 1) -> tuple[Label, ...]:
    """Return the labels that lie in the chart and over no other: all of them, else those of each n-th category.

    `least` is the smallest n. Where labels of one category lie over one another, the later one is left out.
    """
    some: list[tuple[Label, Rect]] = []
    boxes = [(label, _box(label, family)) for label in labels]
    inside = [(label, box) for label, box in boxes if _within(box, width, height)]
    for each in (least, *(each for each in EACH if each > least)):
        some = [(label, box) for label, box in inside if label.category % each == 0]
        if not any(True for _ in _over(some, lambda one, other: one.category != other.category)):
            break
    hidden = {id(label) for label in _over(some, lambda one, other: one.category == other.category)}
    return tuple(label for label, _ in some if id(label) not in hidden)


def _over(boxes: Sequence[tuple[Label, Rect]], counts: Callable[[Label, Label], bool]) -> Iterator[Label]:
    """Give each label that lies over one before it, of those pairs that count."""
    ordered = sorted(enumerate(boxes), key=lambda entry: entry[1][1].x)
    for place, (own, (label, box)) in enumerate(ordered):
        for other, (beside, taken) in ordered[place + 1 :]:
            if taken.x > box.x + box.width:
                break
            if counts(label, beside) and _shared(box, taken) > _TOUCHING:
                yield label if own > other else beside


def _box(label: Label, family: str) -> Rect:
    """Return the room that the figures of a label take."""
    font = Font(family, label.size)
    wide = max(length(line, font) for line in label.lines)
    high = (len(label.lines) - 1) * font.line + label.size * CAPITAL
    if label.turned:
        wide, high = high, wide
    left = {Align.START: label.x, Align.MIDDLE: label.x - wide / 2, Align.END: label.x - wide}[label.align]
    return Rect(left, label.y - high / 2, wide, high)


def _within(box: Rect, width: float, height: float) -> bool:
    ends = (box.x, box.y, width - box.x - box.width, height - box.y - box.height)
    return min(ends) >= -_TOUCHING


def _shared(one: Rect, other: Rect) -> float:
    wide = min(one.x + one.width, other.x + other.width) - max(one.x, other.x)
    high = min(one.y + one.height, other.y + other.height) - max(one.y, other.y)
    return max(0.0, wide) * max(0.0, high)
