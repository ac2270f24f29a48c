"""A web address whose server can't be reached, or fails.

The fault may lie with the server, for an hour or for good, with the network between, or with the name in the address:
`http://neapsec.org`. It can't be told from here, so this is a finding of its own kind; where it comes again on another
day, the address is to be mended.

Wrong:

```yaml
- para: See the [report of the meeting](https://unreachable.example.org/report.pdf).
```

Right:

```yaml
- para: See the [report of the meeting](https://www.example.org/report.pdf).
```

Silent: a page that the server does not know, which is for another rule.

```yaml
- para: See https://www.example.org/gone.pdf, and write to mailto:nobody@unreachable.example.org.
```
"""

from neaspec_docs.check import links
from neaspec_docs.check.reading import Tree
from neaspec_docs.check.rule import Finding, Findings, Rule
from neaspec_docs.diagnostics.codes import Code


def find(tree: Tree) -> Findings:
    """Give the links whose server gives no answer, or none that is of use."""
    for paper in tree.readings.values():
        for link, address in links.of(paper.document):
            if (answer := tree.answers[address]).outcome == "unreachable":
                message = f"{address} can't be reached: {answer.reason}"
                yield Finding(message, link.at, "look at the address, and try again another day")


RULE = Rule(Code.UNREACHABLE_LINK, tree=find)
