"""A reference to the very paragraph, section, table, figure, annex or paper that it stands in.

A reader who follows it comes back to where they are. In most cases it was meant for another paragraph, and an id was
copied; where the place itself is meant, the text says so: “the present section”, “in this table”. A footnote stands
where its calls stand.

Wrong:

```yaml
- para: The plan was adopted in 2016, as [](#adoption) says.
  id: adoption
```

```yaml
- section: Goals
  id: goals
  body:
    - para: The goals listed in [](#goals) are four.
```

```yaml
- para: Species are few, as [](#species) shows.
- table: Species
  id: species
  columns: [Country, Species]
  rows: [[China, 74]]
  note: The figures of [](#species) are those of 2020.
```

```yaml content/m/p.yaml
kind: paper
title: A paper
symbol: M/1/1
body:
  - para: The background is given in [](m/p).[^a]
    id: background
  - table: ""
    columns: ["Species[^a]"]
    rows: [[74]]
    notes: {a: A note of the table’s own.}
footnotes:
  a: See [](#background).
```

Right:

```yaml
- para: The plan was adopted in 2016.
  id: adoption
- para: Since the adoption ([](#adoption)) much has changed.
```

```yaml
- section: Goals
  id: goals
  body:
    - para: The goals listed in the present section are four.
```

Silent: words of the author's own, the beginning of a range, a footnote that is called elsewhere too, a part of the
section one stands in, and what a table says of the paragraph or the section around it, since a table is read by itself.

```yaml
- section: Goals
  id: goals
  body:
    - para: The goals are four; [those goals](#goals) are old.
    - para: Paragraphs [](#first "number") to [](#last "number") were agreed in 2016, and are set out in [](#part).
      id: first
    - section: Parts
      id: part
      body:
        - para: The last.
          id: last
        - table: Goals by year
          columns: [Goal, Year]
          rows: [[First, 2016]]
          note: Chosen as described in [](#goals).
    - section: More parts
      body:
        - para: There are more.
```

```yaml content/m/p.yaml
kind: paper
title: A paper
body:
  - para: The plan was adopted.[^see]
    id: adoption
  - para: It was extended.[^see]
footnotes:
  see: See [](#adoption).
```
"""

from neaspec_docs.check.citations import Citation
from neaspec_docs.check.reading import Tree
from neaspec_docs.check.rule import Finding, Findings, Rule
from neaspec_docs.diagnostics.codes import Code
from neaspec_docs.model.block import Figure, Paragraph, Section, Table
from neaspec_docs.model.document import Annex
from neaspec_docs.model.inline import Form
from neaspec_docs.model.node import Anchored


def find(tree: Tree) -> Findings:
    """Give the references without words of their own that lead to what they stand in."""
    for name in tree.papers:
        for citation in tree.citations[name]:
            reference = citation.reference
            if citation.paper != name or reference.children or reference.form is Form.NUMBER:
                continue
            if reference.target is None:
                yield _finding(citation, "paper")
            elif (block := _around(citation)) is not None:
                yield _finding(citation, _called(block))


def _around(citation: Citation) -> Anchored | None:
    """Return the block that it leads to and stands in; a table or a figure hides what is around it."""
    for block in reversed(citation.around):
        if block.id == citation.reference.target:
            return block
        if isinstance(block, Table | Figure):
            return None
    return None


def _called(block: Anchored) -> str:
    match block:
        case Section():
            return "section"
        case Paragraph():
            return "paragraph"
        case Table():
            return "table"
        case Figure():
            return "figure"
        case Annex():
            return "annex"
        case _:
            return "block"


def _finding(citation: Citation, what: str) -> Finding:
    help = f"name the {what} that is meant, or write “the present {what}”"
    return Finding(f"a reference to the {what} it stands in", citation.reference.at, help)


RULE = Rule(Code.SELF_REFERENCE, tree=find)
