"""A reference from an annex to a paragraph or section of the main text, where the annex has one of that number too.

An annex begins its paragraphs at 1 again, and a reference from it to the main text reads just “paragraph 1”. The reader
looks where he is, finds a paragraph 1, and is satisfied with the wrong one. The other way round, and between annexes,
the annex is named: “Annex I, paragraph 1”.

Wrong:

```yaml content/m/p.yaml
kind: paper
title: A paper
body:
  - para: The goals are four.
    id: goals
  - section: Money
    id: money
    body:
      - para: It is short, as the annexes show ([](#one), [](#two)).
annexes:
  - title: The people
    id: one
    body:
      - para: They serve the goals of [](#goals), and so does all in paragraphs [](#goals "number") and 7.
  - title: The places
    id: two
    body:
      - section: Rivers
        body:
          - para: For the money see [](#money).
```

Right:

```yaml content/m/p.yaml
kind: paper
title: A paper
body:
  - para: The goals are four.
    id: goals
  - para: The annex names the people ([](#one)).
annexes:
  - title: The people
    id: one
    body:
      - para: They serve the goals of [](#goals) of the main text.
```

Silent: a number that the annex does not have, words of the author's own, and a sentence that says where to look.

```yaml content/m/p.yaml
kind: paper
title: A paper
body:
  - para: The goals are four.
    id: goals
  - para: The people are named in [](#people) of [](#one); [](#people "short") says how many.
  - section: Money
    id: money
    body:
      - para: It is short, and the fourth paragraph says so.
      - para: It is short.
        id: short
      - table: Money
        id: sums
        columns: [Year, Sum]
        rows: [[2016, 12]]
annexes:
  - title: The people
    id: one
    body:
      - para: They serve [the goals](#goals), as [](#sums), [](#short) and [](#money) say.
        id: people
      - para: In the main text, [](#goals) says so, and so do [](#goals) (a) and [](#people) of the present paper.
      - para: See [](#goals) and [](#short) of the body of the report; [](#people) is another.
```
"""

import re
from collections.abc import Iterator

from neaspec_docs.check.reading import Reading
from neaspec_docs.check.rule import Finding, Findings, Rule
from neaspec_docs.check.text import Stretch
from neaspec_docs.diagnostics.codes import Code
from neaspec_docs.model.block import Blocks, Paragraph, Section
from neaspec_docs.model.document import Annex
from neaspec_docs.model.inline import Reference
from neaspec_docs.model.walk import nodes

_SAID = re.compile(r"\bmain (?:text|body|part|report|paper|document)\b|\bbody of the\b")
_SAID_AFTER = re.compile(
    r"[^.;:]{0,60}?\b(?:of|in|to|from) (?:the (?:present )?|this )"
    r"(?:text|body|report|paper|document|note|plan|publication)\b"
)


def find(paper: Reading) -> Findings:
    """Give the references from annexes of an English paper to its main text whose number is one of the annex too."""
    if paper.resolved is None or not paper.document.annexes:
        return
    main = {id: called for id, called in _numbered(paper.resolved.body) if id is not None}
    near: dict[int, frozenset[tuple[str, str]]] = {}
    typed = [annex for annex in paper.document.annexes if isinstance(annex, Annex)]
    kept = [annex for annex in paper.resolved.annexes if isinstance(annex, Annex) and annex.document is None]
    for written, annex in zip(typed, kept, strict=True):  # annexed papers are left out: some may not be there
        numbers = frozenset(called for _, called in _numbered(annex.body))
        near |= {id(node): numbers for node in nodes(written, Reference)}
    for stretch in paper.prose():
        for start, end, reference in stretch.references:
            called = main.get(reference.target or "") if reference.paper in (None, paper.document.name) else None
            if called is None or called not in near.get(id(reference), ()) or reference.children:
                continue
            if not _is_said(stretch, start, end):
                message = f"the annex has a {' '.join(called)} too"
                yield Finding(message, reference.at, f"say which it is: `[](#{reference.target}) of the main text`")


def _numbered(body: Blocks) -> Iterator[tuple[str | None, tuple[str, str]]]:
    """Give the ids of paragraphs and sections that have a number, each with what it is called."""
    for node in nodes(body, Paragraph, Section):
        match node:
            case Paragraph(number=number) if number is not None:
                yield node.id, ("paragraph", number.cited)
            case Section(number=number, of_agenda=False) if number is not None:
                yield node.id, ("section", number.cited)
            case _:
                pass


def _is_said(stretch: Stretch, start: int, end: int) -> bool:
    """Say whether the sentence tells that the main text is meant."""
    sentence = stretch.sentences[stretch.sentence(start)]
    return _SAID.search(stretch.text, *sentence) is not None or _SAID_AFTER.match(stretch.text, end) is not None


RULE = Rule(Code.AMBIGUOUS_REFERENCE, paper=find)
