"""A total at the foot of a column that is not the sum of the figures above it.

A reader who adds up a column and comes to another figure than the paper doubts every other figure too. Mostly one
figure was changed after the sum was taken, or a row was added. The rows looked at are those whose head reads “Total”,
“Subtotal”, “Grand total”, “Sum” or “All countries”; a sum across a row is looked at where its column says
`total: true`.

Wrong:

```yaml
- table: Species by country
  columns: [Country, Mammals, Birds]
  rows:
    - [China, 74, 96]
    - [Mongolia, 11, 24]
    - [Total, 85, 121]
```

```yaml
- table: Contributions (United States dollars)
  columns: [Country, Amount]
  rows:
    - {group: Core Fund}
    - [China, "$44,985"]
    - [Republic of Korea, "$245,727"]
    - [Subtotal, "$290,712"]
    - {group: Projects}
    - [Russian Federation, "$337,081"]
    - ["Grand total", "$637,793"]
```

Right:

```yaml
- table: Contributions (United States dollars)
  columns: [Country, Amount]
  rows:
    - {group: Core Fund}
    - [China, "$44,985"]
    - [Republic of Korea, "$245,727"]
    - [Subtotal, "$290,712"]
    - {group: Projects}
    - [Russian Federation, "$337,081"]
    - ["Grand total", "$627,793"]
```

Silent: averages, shares and years; totals that differ by rounding; columns in which a value is missing, or that hold
text; figures in brackets, which are taken off or left out; rows that say “of which” or “less”; a total of subtotals, or
of a head of rows that bears the sum of what is under it.

```yaml
- table: Emissions
  columns: [Country, Average (t), Share (%), Tons, Since, Remarks, Missing]
  rows:
    - [A, 2, 40, 1.4, 2016, none, "…"]
    - [B, 4, 60, 2.4, 2018, 2, 3]
    - [Total, 3, 100, 3.7, 2016, 5, 9]
```

```yaml
- table: Staff
  columns: [Staff, Women, Men]
  rows:
    - [Asia, 5, 10]
    - [China, 2, 4]
    - [Japan, 3, 6]
    - [Europe, 1, (3)]
    - ["of which: part-time", 1, 1]
    - [Total, 6, 7]
```

```yaml
- table: Income and expenditure
  columns: [Item, Amount]
  rows: [[Gifts, 7], [Less - costs, 2], [Total income, 5], [Travel, 3], [Total expenditure, 3], [Total, 8]]
- table: Members and (observers)
  columns: [Country, Meetings]
  rows: [[A, 4], [B, (3)], [Total, 4]]
- table: Income alone
  columns: [Item, Amount]
  rows: [[Gifts, 7], [Less - costs, 2], [Total, 5]]
```

```yaml
- table: Rounded
  columns: [Source, Amount (millions)]
  rows: [[Coal, 14], [Oil, 24], [Total, 39]]
  note: Figures may not add up to totals because of rounding.
- table: Total area of each country
  columns: [Country, Total area]
  rows: [[Total area surveyed, 5], [China, 3], [Total, "–"]]
```
"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import accumulate

from neaspec_docs.check.amounts import PER_CENT
from neaspec_docs.check.reading import Reading
from neaspec_docs.check.rule import Finding, Findings, Rule
from neaspec_docs.check.tables import Entry, Laid
from neaspec_docs.diagnostics.codes import Code
from neaspec_docs.diagnostics.diagnostic import Severity

ROUNDED = re.compile(r"\bround(?:ed|ing)\b|\b(?:do|may|does|might) not (?:always )?(?:add|sum|total)\b", re.IGNORECASE)
"""What a note says of figures that do not add up and need not."""

_NO_SUM = re.compile(
    r"%|\b(?:percent|percentages?|shares?|averages?|mean|median|rates?|ratios?|index|rank(?:ing)?|per"
    r"|years?|dates?|since|density|growth|change|score|distinct|unique|max(?:imum)?|min(?:imum)?|no\.|code)(?!\w)",
    re.IGNORECASE,
)
_THOUSANDS = re.compile(r"\b(?:thousands?|millions?|billions?)\b|[’']000|\b000s\b", re.IGNORECASE)
_PART = re.compile(r"(?:of which|thereof|including|among them|[-–—•])\b|[-–—•] ?", re.IGNORECASE)
_OFF = re.compile(r"(?:less|minus|deduct(?:ions?)?)\b", re.IGNORECASE)
_TWO, _FEW = 2, 12


def find(paper: Reading) -> Findings:
    """Give each total that no reading of the rows above it adds up to."""
    for table in paper.tables:
        if table.totals and not ROUNDED.search(table.notes()):
            for column, entries in table.figures():
                if not _NO_SUM.search(table.title(column)):
                    yield from _of_column(table, column, entries)


def _of_column(table: Laid, column: int, entries: Sequence[Entry]) -> Iterator[Finding]:
    units = {entry.amount.unit for entry in entries if entry.amount} - {""}
    if len(units) > 1 or PER_CENT in "".join(units):
        return
    for place, entry in enumerate(entries):
        above = entries[:place]
        if entry.row not in table.totals or entry.amount is None:
            continue
        if not any(one.amount for one in above) or not all(one.amount or one.is_empty for one in above):
            continue
        readings = [*_readings(table, above, entry)]
        said = f"{table.title(column)} {table.notes()} {' '.join(units)}"
        margin = _margin([*above, entry], rounded=_THOUSANDS.search(said) is not None)
        written = entry.amount.value
        if not any(abs(total - written) <= margin for rows in readings for total in _sums(table, rows)):
            yield _finding(entry, min(map(_sum, readings), key=lambda total: abs(total - written)))


def _readings(table: Laid, above: Sequence[Entry], total: Entry) -> Iterator[list[Entry]]:
    """Give the rows that a total may be the sum of, as a reader would try them: the likeliest first."""
    figures = [entry for entry in above if entry.amount]
    summands = [entry for entry in figures if entry.row not in table.subtotals]
    subtotals = [entry for entry in figures if entry.row in table.subtotals]
    grand = re.match(r"(?:grand|overall|general)\b", table.names[total.row], re.IGNORECASE) is not None
    starts = [start for start in table.starts if start < total.row]
    for start in _nearest(starts) if grand else reversed(_nearest(starts)):
        if rows := [entry for entry in summands if entry.row >= start]:
            yield rows
    for start in _nearest(range(len(subtotals))):
        yield subtotals[start:]
    yield [entry for entry in figures if entry.row not in table.totals]


def _nearest(starts: Sequence[int]) -> Sequence[int]:
    """Return the first place that a sum may begin at, and the last ones: in a long table no other is likely."""
    return starts if len(starts) <= _FEW else (starts[0], *starts[-_FEW:])


def _sums(table: Laid, rows: list[Entry]) -> Iterator[Decimal]:
    """Give the sums of some rows: of all, less those taken off or in brackets, less those that are part of another."""
    yield _sum(rows)
    yield sum((-_value(one) if _OFF.match(table.names.get(one.row, "")) else _value(one) for one in rows), Decimal())
    yield _sum([entry for entry in rows if not entry.text.startswith("(")])
    whole = [entry for entry in rows if not _PART.match(table.names.get(entry.row, ""))]
    yield _sum(whole)
    heads = _heads_of_parts(whole)
    yield _sum([entry for place, entry in enumerate(whole) if place not in heads])


def _heads_of_parts(rows: Sequence[Entry]) -> frozenset[int]:
    """Return the places of the rows that bear the sum of two or more right after them."""
    sums = list(accumulate(map(_value, rows), initial=Decimal()))  # of all rows before each place
    last = {total: place for place, total in enumerate(sums)}
    behind = ((place, last.get(sums[place + 1] + _value(row), 0)) for place, row in enumerate(rows))
    return frozenset(place for place, end in behind if end - place > _TWO)


def _sum(rows: Sequence[Entry]) -> Decimal:
    return sum(map(_value, rows), Decimal())


def _value(entry: Entry) -> Decimal:
    return entry.amount.value if entry.amount else Decimal()


def _margin(rows: Sequence[Entry], *, rounded: bool) -> Decimal:
    """Return by how much rounding can set a sum off: half of the last place, for each figure in it."""
    amounts = [entry.amount for entry in rows if entry.amount]
    decimals = max(amount.decimals for amount in amounts)
    return Decimal(5).scaleb(-decimals - 1) * len(amounts) if decimals or rounded else Decimal()


def _finding(entry: Entry, right: Decimal) -> Finding:
    grouping = "," if "," in entry.text else ""
    said = f"the total is {entry.text}, but the figures above it add up to {right:{grouping}}"
    return Finding(said, entry.cell.at, f"write `{right:{grouping}}`, or mend the figure that is wrong")


RULE = Rule(Code.WRONG_COLUMN_SUM, Severity.ERROR, paper=find)
