"""What a drawing is made of -> the marks by which Vega is told of it: https://vega.github.io/vega/docs/marks."""

from collections.abc import Iterator, Mapping, Sequence
from typing import TypeAlias

from neaspec_docs.language.cldr import is_english
from neaspec_docs.write.charts.colours import BLACK, EDGE
from neaspec_docs.write.charts.geometry import Align, Point
from neaspec_docs.write.charts.lettering import CAPITAL, Font
from neaspec_docs.write.languages import language

Json: TypeAlias = "bool | float | str | Sequence[Json] | Mapping[str, Json] | None"
Part: TypeAlias = Mapping[str, Json]

FAMILIES: Mapping[str, str] = {
    "Liberation Serif": "Liberation Serif, Times New Roman, serif",
    "Liberation Sans": "Liberation Sans, Arial, sans-serif",
}
"""What a typeface may be replaced by where it is missing: others of the same widths."""


def families(family: str, tag: str) -> str:
    """Return the same for a language, with fonts for letters that the typeface has not."""
    if is_english(tag):
        return FAMILIES[family]
    first, *others, last = FAMILIES[family].split(", ")
    spoken, serif = language(tag), last == "serif"
    east_asian = [spoken.font if serif else spoken.sans] if spoken.east_asian else []
    return ", ".join((first, "Tinos" if serif else "Arimo", *others, *east_asian, last))


def text(  # noqa: PLR0913 -- all that a text has
    lines: Sequence[str],
    at: Point,
    font: Font,
    align: Align = Align.MIDDLE,
    *,
    turned: bool = False,
    colour: str = BLACK,
) -> Iterator[Part]:
    """Give lines of text whose middle is at a point, each by itself: WeasyPrint 70 sets a text of several amiss."""
    for number, line in enumerate(lines):
        down = CAPITAL / 2 * font.size + (number - (len(lines) - 1) / 2) * font.line
        told = values_of(x=at[0], y=at[1], dy=down, angle=-90 if turned else 0, text=line, font=FAMILIES[font.family])
        told |= values_of(fontSize=font.size, fill=colour, align=align.value, baseline="alphabetic")
        yield {"type": "text", "encode": {"enter": told}}


def path(points: Sequence[Point], width: float, colour: str = EDGE, dash: Sequence[float] = ()) -> Part:
    """Return a line through points."""
    drawn = "L".join(f"{x:.2f},{y:.2f}" for x, y in points)
    told = values_of(path=f"M{drawn}", stroke=colour, strokeWidth=width)
    return {"type": "path", "encode": {"enter": told | (values_of(strokeDash=dash) if dash else {})}}


def mark(kind: str, data: str, told: Part) -> Part:
    """Return a mark of a kind for each entry of some data."""
    return {"type": kind, "from": {"data": data}, "encode": {"enter": told}}


def values_of(**values: Json) -> dict[str, Json]:
    """Return values as Vega takes them; lengths to a hundredth of a point."""
    return {name: {"value": round(value, 2) if isinstance(value, float) else value} for name, value in values.items()}
