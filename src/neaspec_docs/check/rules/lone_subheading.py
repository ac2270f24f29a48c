"""A subheading that stands alone under its heading.

A heading divides what stands under it, and nothing is divided into one part: an A asks for a B, a 1 for a 2. Either
the rest of the section gets a subheading of its own, or the lone one goes.

Wrong:

```yaml
- section: Background
  body:
    - text: NEASPEC came into being in 1993.
    - section: Origin
      body:
        - text: It began with a meeting in Ulaanbaatar.
```

Right:

```yaml
- section: Background
  body:
    - section: Origin
      body:
        - text: It began with a meeting in Ulaanbaatar.
    - section: Later years
      body:
        - text: It grew.
```

Silent: the headings of the first level of a paper or an annex, since a report may open with paragraphs and have one
heading for all the rest.

```yaml
- para: The Meeting was held on 12 and 13 October 2020.
- section: Conclusions and recommendations
  body:
    - para: The Meeting commended NEASPEC.
```
"""

from neaspec_docs.check.reading import Reading
from neaspec_docs.check.rule import Finding, Findings, Rule
from neaspec_docs.diagnostics.codes import Code
from neaspec_docs.diagnostics.diagnostic import Related
from neaspec_docs.model.block import Section
from neaspec_docs.model.inline import plain
from neaspec_docs.model.walk import nodes


def find(paper: Reading) -> Findings:
    """Give each section that is the only one within another."""
    for section in nodes(paper.document, Section):
        parts = [block for block in section.body if isinstance(block, Section)]
        if len(parts) == 1:
            (lone,) = parts
            yield Finding(
                f"`{plain(lone.title)}` is the only subheading of its section",
                lone.at,
                "give the rest of the section a subheading too, or take this one out",
                (Related(section.at, "the section"),),
            )


RULE = Rule(Code.LONE_SUBHEADING, paper=find)
