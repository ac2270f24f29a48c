"""Two footnotes with the same text.

A note that is needed again is cited again under its name: it keeps its number, and the reader sees that it is the same.
Written twice, it takes two numbers, and one of the two is forgotten when the other is mended.

Wrong:

```yaml content/m/p.yaml
kind: paper
title: A paper
body:
  - para: The plan was adopted,[^plan] and extended.[^plan-again]
footnotes:
  plan: Report of SOM-20, paragraph 11.
  plan-again: |
    Report of SOM-20,
    paragraph 11.
```

```yaml
- table: ""
  columns: ["Reptiles[^a]", "Fishes[^b]"]
  rows: [[1, 2]]
  notes: {a: Not all assessed., b: Not all assessed.}
```

Right:

```yaml content/m/p.yaml
kind: paper
title: A paper
body:
  - para: The plan was adopted,[^plan] and extended.[^plan]
footnotes:
  plan: Report of SOM-20, paragraph 11.
```

Silent: “Ibid.” and its like, whose meaning is that of their place; notes that differ in a paragraph or in what they
refer to; the notes of two tables, which each have their own.

```yaml content/m/p.yaml
kind: paper
title: A paper
body:
  - para: One,[^one] two,[^two] three,[^three] four,[^four] five.[^five]
    id: first
  - para: Six.[^six]
    id: second
  - {table: "", columns: ["A[^a]"], rows: [[1]], notes: {a: Estimated.}}
  - {table: "", columns: ["A[^a]"], rows: [[1]], notes: {a: Estimated.}}
footnotes:
  one: Ibid.
  two: Ibid.
  three: Report of SOM-20, paragraph 11.
  four: Report of SOM-20, paragraph 12.
  five: See [](#first).
  six: See [](#second).
```
"""

import re
from collections.abc import Iterable, Iterator

from neaspec_docs.check.reading import Reading
from neaspec_docs.check.rule import Finding, Findings, Rule
from neaspec_docs.diagnostics.codes import Code
from neaspec_docs.diagnostics.diagnostic import Related
from neaspec_docs.model.block import Table, TableNote
from neaspec_docs.model.document import Footnote
from neaspec_docs.model.inline import Prose, plain_prose
from neaspec_docs.model.walk import nodes

_BY_PLACE = re.compile(r"(?:Ibid|Id|Idem|Op\. cit|Loc\. cit)\b", re.IGNORECASE)


def find(paper: Reading) -> Findings:
    """Give each note of the paper, or of one of its tables, whose text an earlier one has."""
    for notes in _lists(paper):
        first: dict[Prose, Footnote | TableNote] = {}
        for note in notes:
            earlier = first.setdefault(note.text, note)
            if earlier is not note and not _BY_PLACE.match(plain_prose(note.text)):
                yield Finding(
                    f"the note `{note.name}` says the same as `{earlier.name}`",
                    note.at,
                    f"cite `[^{earlier.name}]` again, and take this one out",
                    (Related(earlier.at, "the first"),),
                )


def _lists(paper: Reading) -> Iterator[Iterable[Footnote | TableNote]]:
    yield paper.document.footnotes
    for table in nodes(paper.document, Table):
        yield table.notes


RULE = Rule(Code.REPEATED_FOOTNOTE, paper=find)
