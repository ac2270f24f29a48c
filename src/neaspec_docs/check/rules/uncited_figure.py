"""A figure with a number that nothing refers to.

A number is given so that the text can say “Figure 2 shows”. A figure that no sentence names leaves the reader to guess
what to see in it, and a reader who does not see it, for whom the text must say what it shows, learns nothing of it.

Wrong:

```yaml
- para: Most of those who answered were content.
- figure: Answers by year
  chart:
    type: column
    unit: percentage
    categories: [Content, Not content]
    series: [{name: "2019", values: [60, 40]}]
```

Right:

```yaml
- para: Most of those who answered were content ([](#answers)).
- figure: Answers by year
  id: answers
  chart:
    type: column
    unit: percentage
    categories: [Content, Not content]
    series: [{name: "2019", values: [60, 40]}]
```

Silent: figures without caption and number, and those that are named as tables may be; slides.

```yaml
- para: Figures [](#first "number")–[](#third "number") show it, and [others](#fourth) too.
- figure: First
  id: first
  panels: [{title: Birds, items: [Herons]}]
- figure: ""
  panels: [{title: Fishes, items: [Carp]}]
- figure: Second
  panels: [{title: Plants, items: [Reeds]}]
- figure: Third
  id: third
  panels: [{title: Waters, items: [Lakes]}]
- figure: Fourth
  id: fourth
  panels: [{title: Stones, items: [Granite]}]
```
"""

from neaspec_docs.check.floats import uncited
from neaspec_docs.check.reading import Tree
from neaspec_docs.check.rule import Findings, Rule
from neaspec_docs.check.typed import Sort
from neaspec_docs.diagnostics.codes import Code
from neaspec_docs.model.block import Figure


def find(tree: Tree) -> Findings:
    """Give the numbered figures that no reference leads to, short of those in themselves."""
    return uncited(tree, Figure, Sort.FIGURE)


RULE = Rule(Code.UNCITED_FIGURE, tree=find)
