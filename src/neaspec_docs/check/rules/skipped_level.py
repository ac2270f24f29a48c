"""A heading with a number under a heading that has none.

Numbers of headings lead a reader, and a screen reader, down from level to level: II, then II.A. Where a level is
passed over, the count below begins anew under each heading without a number, so that a paper has several sections A,
and a reference to one of them leads nowhere certain.

Wrong:

```yaml content/m/p.yaml
kind: paper
title: A paper
headings: ["I.", "", "1."]
body:
  - section: Context
    body:
      - section: Air
        body:
          - section: Sources
            body: [{text: They are many.}]
          - section: Effects
            body: [{text: They are known.}]
      - section: Water
        body: [{text: It is clean.}]
```

```yaml
- section: Introduction
  numbered: false
  body:
    - section: Origin
      body:
        - text: It began in 1993.
    - section: Growth
      body:
        - text: It grew.
```

Right:

```yaml
- section: Introduction
  body:
    - section: Origin
      body:
        - text: It began in 1993.
    - section: Growth
      body:
        - text: It grew.
```

Silent: headings without numbers below those that have some, papers without any, and a section that says by
`headings` how the levels below it are numbered.

```yaml content/m/p.yaml
kind: paper
title: A paper
headings: ["I.", "(1)", "", ""]
body:
  - section: Survey
    body:
      - section: Answers
        body:
          - section: Relevance
            body: [{text: High.}]
          - section: Sustainability
            body: [{text: Low.}]
      - section: Questions
        body: [{text: Ten.}]
  - section: Steps
    numbered: false
    headings: ["1."]
    body:
      - section: First
        body: [{text: Ask.}]
      - section: Second
        body: [{text: Answer.}]
```
"""

from neaspec_docs.check.reading import Reading
from neaspec_docs.check.rule import Finding, Findings, Rule
from neaspec_docs.diagnostics.codes import Code
from neaspec_docs.diagnostics.diagnostic import Related
from neaspec_docs.model.block import Section
from neaspec_docs.model.document import Annex
from neaspec_docs.model.inline import plain
from neaspec_docs.model.scheme import Scheme


def find(paper: Reading) -> Findings:
    """Give the first section with a number within each that has none."""
    headings = paper.document.headings
    yield from _below(paper.document.body, headings, 0)
    for annex in paper.document.annexes:
        if isinstance(annex, Annex):
            yield from _below(annex.body, annex.headings or headings, 0)


def _below(blocks: tuple[object, ...], headings: Scheme, depth: int) -> Findings:
    for section in (block for block in blocks if isinstance(block, Section)):
        below = headings if section.headings is None else headings[: depth + 1] + section.headings
        parts = [
            block for block in section.body if isinstance(block, Section) and _is_numbered(block, below, depth + 1)
        ]
        if parts and section.headings is None and not _is_numbered(section, headings, depth):
            yield Finding(
                f"`{plain(parts[0].title)}` has a number, and the heading above it has none",
                parts[0].at,
                'number the level above too, or give this one none: `numbered: false`, or `""` in `headings`',
                (Related(section.at, "no number here"),),
            )
        yield from _below(section.body, below, depth + 1)


def _is_numbered(section: Section, headings: Scheme, depth: int) -> bool:
    return section.numbered and depth < len(headings) and headings[depth] is not None


RULE = Rule(Code.SKIPPED_LEVEL, paper=find)
