"""Percentages of one whole that do not add up to 100.

The slices of a pie, the answers to one question, the parts of a bar: where they are the parts of one whole they add up
to 100, give or take what rounding does. Where they come near it and miss, either a figure is wrong or the reader should
be told why, in a note: that some gave two answers, say, or that the source has it so.

Wrong:

```yaml
- figure: Has the programme met expectations?
  chart:
    type: column
    unit: per cent (number of respondents)
    categories: [Partially, Fully, Beyond]
    series:
      - {name: Respondents, values: [30.6, 55.6, 15.3]}
```

```yaml
- figure: Sources of energy
  chart:
    type: stacked-bar
    unit: percentage
    categories: [China, Mongolia]
    series:
      - {name: Coal, values: [57.5, 70]}
      - {name: Other, values: [42.5, 34]}
```

```yaml
- figure: Funds
  chart:
    {type: pie, unit: "%", categories: [Core, Projects], series: [{name: Funds, values: [60, 25]}]}
- table: Funds
  columns: [Fund, Share (per cent)]
  rows: [[Core, 61], [Projects, 38], [In kind, 4], [Total, 100]]
```

Right:

```yaml
- figure: Has the programme met expectations?
  chart:
    type: column
    unit: per cent (number of respondents)
    categories: [Partially, Fully, Beyond]
    series:
      - {name: Respondents, values: [30.6, 55.6, 15.3]}
  note: The percentages add up to 101.5 in the source.
```

Silent: what rounding explains; questions that allow several answers, with sums far from 100 or a note that says so;
values that are missing; figures that are no shares: rates, changes, years, and the figures of several countries; lines.

```yaml
- figure: Thirds
  chart: {type: pie, unit: "%", categories: [A, B, C], series: [{name: Parts, values: [33.3, 33.3, 33.3]}]}
- figure: What should be done?
  chart:
    type: bar
    unit: percentage
    categories: [Training, Data, Funds]
    series: [{name: Answers, values: [47.9, 31.5, 71.2]}]
- figure: What else should be done?
  chart:
    type: bar
    unit: percentage
    categories: [Training, Data, Funds]
    series: [{name: Answers, values: [47, 31, 30]}]
  note: Respondents could give more than one answer.
- figure: Not all is known
  chart: {type: pie, unit: "%", categories: [A, B], series: [{name: Parts, values: [60, null]}]}
- figure: Growth of the economy
  chart: {type: column, unit: per cent change, categories: [A, B], series: [{name: Growth, values: [60, 35]}]}
- figure: Forest cover
  chart: {type: column, unit: per cent, categories: [Japan, China], series: [{name: Cover, values: [68, 24]}]}
- figure: Forest cover of one country
  chart: {type: column, unit: per cent, categories: ["1990", "2000"], series: [{name: Cover, values: [52, 51]}]}
- figure: Progress
  chart: {type: line, unit: per cent, categories: [A, B], series: [{name: Progress, values: [52, 51]}]}
- figure: Slices of money
  chart: {type: pie, unit: $ million, categories: [A, B], series: [{name: Funds, values: [52, 41]}]}
- table: Funds
  columns: [Fund, Share]
  rows: [[Core, 61.2%], [Projects, 38.9%], [Total, 100%]]
```
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from neaspec_docs.check.amounts import PER_CENT
from neaspec_docs.check.reading import Reading
from neaspec_docs.check.rule import Finding, Findings, Rule
from neaspec_docs.check.tables import Entry, Laid
from neaspec_docs.diagnostics.codes import Code
from neaspec_docs.diagnostics.span import Span
from neaspec_docs.model.block import Chart, ChartType, Figure
from neaspec_docs.model.inline import plain, plain_prose

_UNIT = re.compile(r"%|\bper ?cent\b|\bpercentages?\b", re.IGNORECASE)
_NO_PART = re.compile(
    r"\b(?:points?|changes?|growth|increases?|decreases?|reductions?|rates?|compared|from|since|against|versus|vs)\b",
    re.IGNORECASE,
)
_TOLD = re.compile(
    r"\bround(?:ed|ing)\b|\b(?:add|sum)s? (?:up )?to\b|\bnot (?:always )?(?:add|sum|total|come to)\b|\bexceeds? 100\b"
    r"|\b(?:more than one|several|multiple|two or more|up to \w+|all that appl\w+)(?: (?:possible|different))?"
    r"(?: (?:answer|response|option|choice|reply|replies|selection)s?)?\b",
    re.IGNORECASE,
)
_TIME = re.compile(
    r"(?:(?:FY|Q[1-4]) ?)?(?:19|20)\d\d(?:[–-]\d{2,4})?|(?:January|February|March|April|May|June|July|August|September"
    r"|October|November|December)\b.*",
    re.IGNORECASE,
)
_PLACE = re.compile(
    r"China|Japan|Mongolia|DPRK|ROK|Russian? ?(?:Federation)?|(?:Democratic People.s )?Republic of Korea"
    r"|CHN|JPN|MNG|RUS|PRK|KOR|Asia\b.*|.*-East Asia|Africa|Europe|World|Total"
)
_STACKED = (ChartType.STACKED_COLUMN, ChartType.STACKED_BAR)
_WHOLE, _NEAR = Decimal(100), Decimal(10)


def find(paper: Reading) -> Findings:
    """Give the charts, and the columns of tables with a total of 100, whose parts add up to another figure."""
    for block in paper.blocks:
        if isinstance(block, Figure) and isinstance(block.content, Chart):
            yield from _of_chart(block, block.content)
    for table in paper.tables:
        if table.totals and not _TOLD.search(table.notes()):
            for column, entries in table.figures():
                yield from _of_column(table, entries, _UNIT.search(table.title(column)) is not None)


def _of_chart(figure: Figure, chart: Chart) -> Iterator[Finding]:
    said = " ".join((plain(figure.caption), *map(plain_prose, (figure.note, figure.remark, figure.source))))
    if not _UNIT.search(chart.unit) or _NO_PART.search(chart.unit) or _TOLD.search(said):
        return
    whole = chart.type is ChartType.PIE
    for name, values, at in _wholes(chart):
        known = [value for value in values if value is not None]
        off = abs(sum(known, Decimal()) - _WHOLE)
        if len(known) == len(values) > 1 and (whole or off <= _NEAR) and off > _margin(known):
            message = f"the percentages of `{name}` add up to {sum(known, Decimal())}"
            yield Finding(message, at, "mend the figure that is wrong, or say in a note why they do not make 100")


def _wholes(chart: Chart) -> Iterator[tuple[str, Sequence[Decimal | None], Span]]:
    """Give what may each be one whole, its name first: each bar of a stack, each series where all come near 100."""
    if chart.type in _STACKED:
        for place, category in enumerate(chart.categories):
            yield category, [one.values[place] for one in chart.series if place < len(one.values)], chart.at
        return
    if chart.type is ChartType.LINE or all(map(_TIME.fullmatch, chart.categories)):
        return
    if chart.type is not ChartType.PIE and sum(_PLACE.fullmatch(name) is not None for name in chart.categories) > 1:
        return
    if len(chart.series) == 1 or all(abs(_sum(one.values) - _WHOLE) <= _NEAR for one in chart.series):
        yield from ((one.name, one.values, one.at) for one in chart.series)


def _of_column(table: Laid, entries: Sequence[Entry], of_percentages: bool) -> Iterator[Finding]:  # noqa: FBT001
    start = 0
    for place, entry in enumerate(entries):
        amount = entry.amount
        if entry.row not in table.totals or amount is None:
            continue
        above, start = entries[start:place], place + 1
        parts = [one.amount.value for one in above if one.amount]
        known = len(parts) > 1 and all(one.amount or one.is_empty for one in above)
        if amount.value != _WHOLE or not known or not (of_percentages or amount.unit == PER_CENT):
            continue
        if abs(sum(parts, Decimal()) - _WHOLE) > _margin(parts):
            message = f"the total is {entry.text}, but the percentages above it add up to {sum(parts, Decimal())}"
            yield Finding(message, entry.cell.at, "mend the figure that is wrong, or say why in a note")


def _sum(values: Iterable[Decimal | None]) -> Decimal:
    return sum((value for value in values if value is not None), Decimal())


def _margin(values: Sequence[Decimal]) -> Decimal:
    """Return by how much rounding can set a sum off: half of the last place, for each value."""
    decimals = max(-int(value.as_tuple().exponent) for value in values)
    return Decimal(5).scaleb(-max(0, decimals) - 1) * len(values)


RULE = Rule(Code.PERCENTAGES_OFF, paper=find)
