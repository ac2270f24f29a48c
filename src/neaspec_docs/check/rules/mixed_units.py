"""A column of figures in which some carry a unit or a currency, and others another or none.

Figures that stand under each other are compared. Where one says “$” or “million” and the next does not, the reader
can't tell whether the sign was forgotten or the amount is of another kind. The unit is said once, in the head of the
column, or with each figure.

Wrong:

```yaml
- table: Contributions
  columns: [Country, Amount]
  rows:
    - [China, "$44,985"]
    - [Republic of Korea, "$245,727"]
    - [Russian Federation, "337,081"]
```

```yaml
- table: Emissions
  columns: [Country, Emissions]
  rows: [[A, 1.2 million], [B, "850,600"], [C, 2.5 million]]
```

Right:

```yaml
- table: Contributions
  columns: [Country, Amount (United States dollars)]
  rows:
    - [China, "44,985"]
    - [Republic of Korea, "245,727"]
    - [Russian Federation, "337,081"]
```

Silent: a currency sign with the first figure and with totals only, as accounts have it; nought and what is missing;
tables whose rows, not whose columns, are of one kind.

```yaml
- table: Accounts
  columns: [Fund, Amount]
  rows: [[Core, "$100"], [Projects, 20], [In kind, 3], [Total, "$123"]]
- table: Shares
  columns: [Country, Share]
  rows: [[A, 12%], [B, 88%], [C, 0], [D, "–"], [E, "…"]]
- table: A country in figures
  columns: [What, China, Japan]
  rows:
    - [Area, 9.6 million km², 0.4 million km²]
    - [Forest cover, 22%, 68%]
    - [Protected areas, 2750, 4200]
- table: The survey in figures
  columns: [What, Figure]
  rows:
    - [Questions, 27]
    - [Answers, 74]
    - [Share of women, 41%]
    - [Rate of response, 60%]
```
"""

import re
from collections import Counter
from collections.abc import Sequence

from neaspec_docs.check.reading import Reading
from neaspec_docs.check.rule import Finding, Findings, Rule
from neaspec_docs.check.tables import Entry, Laid
from neaspec_docs.diagnostics.codes import Code

_MONEY = re.compile(r"\W+|[A-Z]*\$|[A-Z]{3}")
_QUANTITY = re.compile(
    r"%|[,(] ?\S+\)?$|\b(?:shares?|rates?|percentages?|proportion|ratio|area|cover|population|number|amount|cost|budget"
    r"|growth|length|height|width|depth|size|weight|duration|emissions|density|volume|distance|speed|temperature)\b",
    re.IGNORECASE,
)


def find(paper: Reading) -> Findings:
    """Give the first figure of each column that does not carry what most of the others do."""
    for table in paper.tables:
        columns = [entries for _, entries in table.figures()]
        if not _is_by_row(table, columns):
            for entries in columns:
                yield from _of_column(table, entries)


def _is_by_row(table: Laid, columns: Sequence[Sequence[Entry]]) -> bool:
    """Say whether each row has a unit of its own: all its figures share it, or its head names a quantity."""
    rows: dict[int, set[str]] = {}
    for entries in columns:
        for entry in _counted(entries):
            rows.setdefault(entry.row, set()).add(entry.amount.unit if entry.amount else "")
    alike = len(columns) > 1 and all(len(units) == 1 for units in rows.values())
    named = sum(_QUANTITY.search(table.names.get(row, "")) is not None for row in rows)
    return alike or named > 1


def _of_column(table: Laid, entries: Sequence[Entry]) -> Findings:
    counted = _counted(entries)
    units = Counter(entry.amount.unit for entry in counted if entry.amount)
    if len(units) < 2 or _is_account(table, counted):  # noqa: PLR2004 -- two are a mixture
        return
    usual, times = units.most_common(1)[0]
    if times == 1 or (not usual and len(units) > 2):  # noqa: PLR2004 -- none prevails
        return
    odd = next(entry for entry in counted if entry.amount and entry.amount.unit != usual)
    bears = f"bears `{odd.amount.unit}`" if odd.amount and odd.amount.unit else "bears no unit"
    others = f"`{usual}`" if usual else "none"
    yield Finding(f"`{odd.text}` {bears}, while others of its column bear {others}", odd.cell.at, _HELP)


_HELP = "say the unit once, in the head of the column, or with each figure"


def _counted(entries: Sequence[Entry]) -> list[Entry]:
    """Return the entries that state something to be counted: neither nought nor missing."""
    return [entry for entry in entries if entry.amount and entry.amount.value]


def _is_account(table: Laid, entries: Sequence[Entry]) -> bool:
    """Say whether only the first figure and totals bear a sign of currency."""
    signed = [entry for entry in entries if entry.amount and entry.amount.unit]
    return all(
        entry.amount and _MONEY.fullmatch(entry.amount.unit) and (entry is entries[0] or entry.row in table.totals)
        for entry in signed
    )


RULE = Rule(Code.MIXED_UNITS, paper=find)
