"""A table whose first row, or first column, looks like heads and is not marked as such.

A screen reader says with each figure whose it is, if it knows which cells are heads; and heads of columns are printed
again on every page that the table runs over. Bold letters, or an empty `columns` with the heads in the first row, look
the same to the eye and are lost on both.

Wrong:

```yaml
- table: Threatened species
  columns: ["", "", ""]
  rows:
    - [Country, Mammals, Birds]
    - [China, 74, 96]
    - [Mongolia, 11, 24]
```

```yaml
- table: Mammals under threat
  columns: [Country, Mammals]
  rows:
    - ["**China**", 74]
    - ["**Mongolia**", 11]
- table: Officers
  columns: ["", ""]
  rows:
    - ["**Office**", "**Officer**"]
    - [Chair, The Russian Federation]
```

Right:

```yaml
- table: Threatened species
  columns: [Country, Mammals, Birds]
  row_heads: true
  rows:
    - [China, 74, 96]
    - [Mongolia, 11, 24]
```

Silent: tables that state nothing but words; a first row with figures; a first row that is a head of a group, or that
marks its cells as heads.

```yaml
- table: ""
  columns: ["", ""]
  rows: [[Opening, In spring], [Closing, In autumn]]
- table: ""
  columns: ["", ""]
  rows: [[2016, 2020], [China, 74], [Mongolia, 11]]
- table: ""
  columns: ["", ""]
  rows: [[{text: Country, head: true}, {text: Mammals, head: true}], [China, 74], [Mongolia, 11]]
- table: Emphasis here and there
  columns: [Country, Mammals]
  rows: [["**China**", 74], [Mongolia, 11]]
```
"""

from neaspec_docs.check.reading import Reading
from neaspec_docs.check.rule import Finding, Findings, Rule
from neaspec_docs.check.tables import Entry, Laid
from neaspec_docs.diagnostics.codes import Code
from neaspec_docs.model.inline import Strong, Text, Words

_SHORT = 5
_ENOUGH = 2


def find(paper: Reading) -> Findings:
    """Give the tables whose heads are mere words to a machine."""
    for table in paper.tables:
        if not any(table.title(column) for column in range(len(table.columns))):
            if row := _heads_of_columns(table):
                help = "write them as `columns`, with the other rows below"
                yield Finding("the first row of the table looks like its heads", row[0].cell.at, help)
        elif (column := _heads_of_rows(table)) and not table.table.row_heads:
            message = "the first column, all in bold, looks like heads of rows"
            yield Finding(message, column[0].cell.at, "say `row_heads: true`, and take out the asterisks")


def _heads_of_columns(table: Laid) -> list[Entry]:
    """Return the first row where it names columns: all in bold, or short words over figures."""
    first = [entry for entry in table.entries if entry.row == 0]
    rest = [entry for entry in table.entries if entry.row > 0]
    if not rest or len(first) < _ENOUGH or any(entry.cell.head or entry.cell.rows > 1 for entry in first):
        return []
    if all(_is_bold(entry) for entry in first):
        return first
    short = all(entry.amount is None and len(entry.text.split()) <= _SHORT for entry in first)
    named = all(entry.text for entry in first[1:])
    return first if short and named and _is_over_figures(table, first, rest) else []


def _is_over_figures(table: Laid, first: list[Entry], rest: list[Entry]) -> bool:
    """Say whether each row below holds a figure, and some column nothing else."""
    rows = {entry.row for entry in rest}
    columns = [[entry for entry in rest if entry.column == head.column] for head in first]
    figures = [column for column in columns if column and all(one.amount or one.is_empty for one in column)]
    stated = {entry.row for column in figures for entry in column if entry.amount}
    return len(rows) >= _ENOUGH and rows == stated and len(table.table.rows) == len(rows) + 1


def _heads_of_rows(table: Laid) -> list[Entry]:
    """Return the first column where all that stands in it is bold and what stands beside it is not."""
    first = [entry for entry in table.entries if entry.column == 0]
    beside = [entry for entry in table.entries if entry.column > 0 and entry.text]
    bold = len(first) >= _ENOUGH and all(_is_bold(entry) and not entry.cell.head for entry in first)
    return first if bold and beside and not any(map(_is_bold, beside)) else []


def _is_bold(entry: Entry) -> bool:
    """Say whether all the words of a cell are bold, short of the marks of notes."""
    match entry.cell.text:
        case (Words((Strong(), *others)),):
            return not any(isinstance(one, Text) and one.value.strip() for one in others)
        case _:
            return False


RULE = Rule(Code.TABLE_WITHOUT_HEAD, paper=find)
