"""The labels of a series -> its data labels in Office: live numbers where a format shows them so, else words.

(ISO/IEC 29500-1, 21.2.2.49; [MS-OI29500] 2.1.1475 says which places each type of chart allows.)
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal, localcontext

from neaspec_docs.language.numbers import decimal_sign, thousands_sign
from neaspec_docs.model.block import ChartType
from neaspec_docs.write.charts import drawingml
from neaspec_docs.write.charts.axis import MINUS
from neaspec_docs.write.charts.colours import EDGE
from neaspec_docs.write.charts.data import Chart
from neaspec_docs.write.charts.drawingml import Type, c
from neaspec_docs.write.charts.geometry import Align, Label, Look, Point
from neaspec_docs.write.charts.lettering import length
from neaspec_docs.write.charts.office_places import STAYS, placed
from neaspec_docs.write.office_xml import Markup

_EXTENSION = "{CE6537A1-D6FC-4f65-9D91-7224C49458BB}"
"""The extension by which labels have sizes, and not in pies alone lines that lead to them ([MS-ODRAWXML] 2.24.3)."""

_INSETS = (8.0, 4.0)
"""What Office leaves beside and above and below the words of a label, in points."""

_ALIGNED = {Align.START: "l", Align.MIDDLE: "ctr", Align.END: "r"}

_SHOWN = ("LegendKey", "Val", "CatName", "SerName", "Percent", "BubbleSize")

_NUMBER = re.compile(r"[-−]?[0-9,]{1,40}(?:\.([0-9]{1,40}))?")
_DIGITS = 100
"""No sum on a label needs more digits."""


@dataclass(frozen=True, slots=True)
class _Made:
    """One label in Office's terms: its format (None: words), its type, its place, how far it is moved.

    `shown` says what it shows of the slice, bar or point, where it is no words.
    """

    form: str | None
    type: Type
    place: str
    moved: Point
    shown: tuple[str, ...]


def data_labels(chart: Chart, look: Look, series: int, language: str) -> Markup | None:
    """Return the `dLbls` of a series; None where none of its values has a label."""
    found = {label.category: label for label in look.labels if label.series == series}
    if not found:
        return None
    made = {at: _made(chart, look, label, language) for at, label in found.items()}
    common = _common(made)
    written = c("dLbls")
    for at, value in enumerate(chart.series[series].values):
        if value is not None and made.get(at) != common:
            written.append(_one(look, at, found.get(at), made.get(at)))
    if common.form is not None:
        written.append(c("numFmt", formatCode=common.form, sourceLinked=0))
    written.extend((_bare(), drawingml.set_in(common.type), c("dLblPos", val=common.place), *_shown(common)))
    if chart.type is ChartType.PIE:
        written.extend((c("showLeaderLines", val=1), c("leaderLines", _leader())))
    else:
        far = chart.type is ChartType.LINE and any(label.leader for label in found.values())
        written.append(_leaders(shown=far))
    return written


def form(value: Decimal, label: str, language: str = "en") -> str | None:
    """Return the format of numbers under which Office shows a value as this label; None where no plain one does.

    Formats are written with the signs of English, and Office shows those that its user's computer is set to.
    """
    label = label.translate({ord(thousands_sign(language)): ",", ord(decimal_sign(language)): "."})
    plain = _NUMBER.fullmatch(label)
    if plain is None or value.adjusted() > len(label):
        return None
    places = len(plain[1] or "")
    with localcontext(prec=_DIGITS):
        rounded = value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    for sign in (MINUS, "-"):
        for stem, shown in (("0", f"{rounded:f}"), ("#,##0", f"{rounded:,f}")):
            if label == shown.replace("-", sign):
                positive = stem + ("." + "0" * places if places else "")
                return f"{positive};{sign}{positive}"
    return None


def _made(chart: Chart, look: Look, label: Label, language: str) -> _Made:
    line = chart.series[label.series]
    value, said = line.values[label.category], line.labels[label.category]
    named = ("CatName",) if chart.type is ChartType.PIE else ()
    type = Type(replace(look.font, size=label.size), language, label.colour, label.turned)
    place, moved = placed(chart, look, label)
    if not said:
        return _Made("General", type, place, moved, named)
    return _Made(None if value is None else form(value, said, chart.language), type, place, moved, (*named, "Val"))


def _common(made: Mapping[int, _Made]) -> _Made:
    """Return what most labels of a series are like; where they are words, as the first number would be."""
    counted = Counter(one for one in made.values() if one.form is not None and one.moved == STAYS)
    if counted:
        return counted.most_common(1)[0][0]
    return replace(next(iter(made.values())), form="General", moved=STAYS)


def _one(look: Look, at: int, label: Label | None, made: _Made | None) -> Markup:
    """Return what is told of one label that is not as the others are: it is not there, or differs."""
    if label is None or made is None:
        return c("dLbl", c("idx", val=at), c("delete", val=1))
    across, down = made.moved
    written = c("dLbl", c("idx", val=at))
    if made.moved != STAYS:
        written.append(drawingml.moved(across / look.width, down / look.height))
    if made.form is None:
        written.append(drawingml.words(label.lines, made.type, _ALIGNED[label.align]))
    else:
        written.append(c("numFmt", formatCode=made.form, sourceLinked=0))
    written.append(_bare())
    if made.form is not None:
        aligned = _ALIGNED[label.align] if len(label.lines) > 1 else None
        written.append(drawingml.set_in(made.type, aligned))
    written.extend((c("dLblPos", val=made.place), *_shown(made)))
    if len(label.lines) > 1:
        written.append(_sized(look, label))
    return written


def _sized(look: Look, label: Label) -> Markup:
    """Return the size of a label of several lines: Office would break them again to a fifth of the chart's width."""
    font = replace(look.font, size=label.size)
    width = max(length(line, font) for line in label.lines) + _INSETS[0]
    height = len(label.lines) * font.line + _INSETS[1]
    size = drawingml.sized(width / look.width, height / look.height)
    return c("extLst", c("ext", drawingml.c15("layout", size), uri=_EXTENSION))


def _shown(made: _Made) -> Iterator[Markup]:
    """Give what a label shows; the parts of one that shows more stand below one another."""
    yield from (c(f"show{what}", val=int(what in made.shown)) for what in _SHOWN)
    if len(made.shown) > 1:
        yield drawingml.saying(c("separator"), "\n")


def _bare() -> Markup:
    return c("spPr", drawingml.a("noFill"), drawingml.line(None))


def _leader() -> Markup:
    return c("spPr", drawingml.line(EDGE, 0.5))


def _leaders(*, shown: bool) -> Markup:
    """Return whether lines lead to labels that are moved; none do to those right beside their segment."""
    return c("extLst", c("ext", drawingml.c15("showLeaderLines", val=int(shown)), uri=_EXTENSION))
