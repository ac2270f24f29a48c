"""A web address that leads nowhere: the server knows no such page.

A reader who is sent to a page that is gone can't check what the paper says. Sites are built anew every few years, and
their addresses with them; what was right when the last paper was copied may be dead in this one. `check --online` asks
each address once, and stops after the head of the answer.

Wrong:

```yaml
- para: See the [report of the meeting](https://www.example.org/gone.pdf).
```

Right:

```yaml
- para: See the [report of the meeting](https://www.example.org/report.pdf).
```

Silent: a page that is there but closed to programs; a server that can't be reached, which is for another rule.

```yaml
- para: See <https://www.example.org/closed> and https://unreachable.example.org/report.pdf.
```
"""

from neaspec_docs.check import links
from neaspec_docs.check.reading import Tree
from neaspec_docs.check.rule import Finding, Findings, Rule
from neaspec_docs.diagnostics.codes import Code


def find(tree: Tree) -> Findings:
    """Give the links whose page the server says is not there."""
    for paper in tree.readings.values():
        for link, address in links.of(paper.document):
            if (answer := tree.answers[address]).outcome == "gone":
                message = f"{address} leads nowhere: the server answers {answer.reason}"
                yield Finding(message, link.at, "find out where the page has gone, or cite it without its address")


RULE = Rule(Code.DEAD_LINK, tree=find)
