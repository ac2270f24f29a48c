"""The mark of a footnote before a comma or a stop, or after a space.

In English the mark stands after punctuation, save a dash or a closing bracket within which the note belongs, and close
to the word: a space before it would let it fall on a line, or a page, of its own.

Wrong:

```yaml content/m/p.yaml
kind: paper
title: A paper
body:
  - para: The plan was adopted[^plan], as agreed[^som][^plan].
  - para: It was extended [^som] in 2020. “Was it?”[^som]; so it was. [^plan]
  - para: |
      The areas are five[^som]: air, nature, seas,
      cities[^plan], and land [^som].
footnotes:
  plan: In 2015.
  som: By SOM-20.
```

Right:

```yaml content/m/p.yaml
kind: paper
title: A paper
body:
  - para: The plan was adopted,[^plan] as agreed.[^som][^plan]
footnotes:
  plan: In 2015.
  som: By SOM-20.
```

Silent: before a dash, within or after brackets and quotation marks, in the middle of a sentence, at the end of a title
or a cell, after a figure of a table; and other languages, some of which set it before.

```yaml content/m/p.yaml
kind: paper
title: A paper
body:
  - section: Introduction[^plan]
    body:
      - para: The plan[^plan] – which was new[^som] – was adopted (by all members[^som]). It holds.[^plan]
      - para: The “Vision”[^plan] of 2000 and the “Framework”[^som] stand; so does the rest.[^plan] [](#table) says so.
      - table: Areas[^som]
        id: table
        columns: [Area, "Number[^a]"]
        rows: [["Air[^plan]", "4[^a], 5"], [Nature, "[^som]"]]
        notes: {a: Estimated.}
footnotes:
  plan: In 2015.
  som: By SOM-20.
```
"""

import re
from collections.abc import Iterator

from neaspec_docs.check.reading import Reading
from neaspec_docs.check.rule import Finding, Findings, Rule
from neaspec_docs.check.text import CALL, Role, Stretch
from neaspec_docs.diagnostics.codes import Code
from neaspec_docs.diagnostics.diagnostic import Edit
from neaspec_docs.diagnostics.span import Span

_EARLY = re.compile(rf"(?<! )(?P<space> *)(?P<marks>(?<!{CALL}){CALL}+)(?P<sign>[.,;:!?…]+)(?!\w)")
_LATE = re.compile(rf"(?<=[^\s{CALL}–—])(?P<space> +)(?P<marks>{CALL}+)(?![.,;:!?])")

_FIGURE_BEFORE = re.compile(r"\d\s*\Z")
_NEAR = 20
"""Characters: how far back a figure is looked for."""


def find(paper: Reading) -> Findings:
    """Give each mark, or row of marks, of an English paper that stands before punctuation or after a space."""
    for stretch in paper.prose():
        if CALL not in stretch.text:
            continue
        for found in (*_EARLY.finditer(stretch.text), *_LATE.finditer(stretch.text)):
            if stretch.role is not Role.CELL or not _FIGURE_BEFORE.search(
                stretch.text, max(0, found.start() - _NEAR), found.start()
            ):
                yield _finding(stretch, found)


def _finding(stretch: Stretch, found: re.Match[str]) -> Finding:
    marks = [stretch.at(place, place + 1) for place in range(*found.span("marks"))]
    sign = found.groupdict().get("sign")
    fix = tuple(_edits(stretch, found, marks, sign or ""))
    if sign:
        return Finding(f"the mark of a footnote before `{sign[0]}`", marks[0], "put it after", fix=fix)
    return Finding("a space before the mark of a footnote", marks[0], "take the space out", fix=fix)


def _edits(stretch: Stretch, found: re.Match[str], marks: list[Span], sign: str) -> Iterator[Edit]:
    """Give the edits that take the space out and bring the punctuation before the marks; none where one is not sure.

    The sign is written before the bracket of the first mark, and taken out behind the last.
    """
    space = stretch.exact(*found.span("space")) if found["space"] else None
    behind = stretch.exact(*found.span("sign")) if sign else None
    if (found["space"] and space is None) or (sign and behind is None) or "!" in sign:
        return  # `![` would make a picture
    if space is not None:
        yield Edit(space, sign)
    elif sign:
        yield Edit(marks[0]._replace(length=1), f"{sign}[")
    if behind is not None:
        yield Edit(behind, "")


RULE = Rule(Code.MARK_BEFORE_PUNCTUATION, paper=find)
