"""A table with a number that nothing refers to.

A number is given so that the text can say “Table 2 shows”. A table that no sentence names leaves the reader to guess
why it is there and what to see in it, even where it stands right after the text that it belongs to.

Wrong:

```yaml
- para: Many species are threatened.
- table: Threatened species
  columns: [Country, Mammals]
  rows: [[China, 74]]
  note: The figures of [](#redlist) are those of 2020.
  id: redlist
```

Right:

```yaml
- para: Many species are threatened ([](#redlist)).
- table: Threatened species
  id: redlist
  columns: [Country, Mammals]
  rows: [[China, 74]]
```

Silent: tables without caption and number; those within a range, and those that another paper, a note or another table
refers to; one that the text names by a typed number (which is for another rule); one that is all there is in its
annex; slides.

```yaml content/m/meeting.yaml
title: A meeting
short: M-1
dates: {start: 2020-10-12}
venue: Virtual meeting
papers: [p, background]
```

```yaml content/m/background.yaml
kind: paper
title: Background
body:
  - para: See [](m/p#fifth), Table 6.
```

```yaml content/m/p.yaml
kind: paper
title: A paper
body:
  - para: Tables [](#first "number") to [](#third "number") show it, and so does Table 6.[^fourth]
  - {table: First, id: first, columns: [A], rows: [[1]]}
  - {table: "", columns: [A], rows: [[1]]}
  - {table: Second, columns: [A], rows: [[1]]}
  - {table: Third, id: third, columns: [A], rows: [[1]]}
  - {table: Fourth, id: fourth, columns: [A], rows: [[1]]}
  - {table: Fifth, id: fifth, columns: [A], rows: [[1]]}
  - {table: Sixth, columns: [A], rows: [[1]]}
footnotes:
  fourth: See [](#fourth).
annexes:
  - title: A list
    body:
      - {table: People, columns: [Name], rows: [[Ann]]}
```
"""

from neaspec_docs.check.floats import uncited
from neaspec_docs.check.reading import Tree
from neaspec_docs.check.rule import Findings, Rule
from neaspec_docs.check.typed import Sort
from neaspec_docs.diagnostics.codes import Code
from neaspec_docs.model.block import Table


def find(tree: Tree) -> Findings:
    """Give the numbered tables that no reference leads to, short of those in themselves."""
    return uncited(tree, Table, Sort.TABLE)


RULE = Rule(Code.UNCITED_TABLE, tree=find)
