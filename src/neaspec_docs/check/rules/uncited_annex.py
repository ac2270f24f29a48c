"""An annex that nothing in the paper refers to.

An annex belongs to the text: at the place where it is needed the text says that it is there. One that no sentence
names is not found by the reader, and whoever agrees to the paper has not been told of it.

Wrong:

```yaml content/m/p.yaml
kind: paper
title: A paper
body:
  - para: The survey was answered by 74 stakeholders.
annexes:
  - title: Results
    body:
      - para: See [](#answers).
        id: answers
      - para: They were many.
```

Right:

```yaml content/m/p.yaml
kind: paper
title: A paper
body:
  - para: The survey was answered by 74 stakeholders; see [](#results).
annexes:
  - title: Results
    id: results
    body:
      - para: They were many.
```

Silent: an annex of which the text, a note or another paper names a part, one that is another paper and is cited as
that, and an annex that the text names without a reference (typed numbers are for another rule). Slides have none.

```yaml content/m/meeting.yaml
title: A meeting
short: M-1
dates: {start: 2020-10-12}
venue: Virtual meeting
papers: [p, background, single]
```

```yaml content/m/background.yaml
kind: paper
title: Background
body:
  - para: As [](m/p#people) shows, many came.
```

```yaml content/m/single.yaml
kind: paper
title: A single annex
body:
  - para: The terms of reference are contained in the annex.
annexes:
  - title: Terms of reference
    body:
      - para: It meets.
```

```yaml content/m/p.yaml
kind: paper
title: A paper
body:
  - para: The survey was answered by 74 stakeholders; see [](#answers), annex IV and [](m/background).[^one]
footnotes:
  one: One more is in [the second annex](#more).
annexes:
  - title: Results
    body:
      - para: They were many.
        id: answers
  - title: More results
    id: more
    body:
      - para: They were few.
  - paper: m/background
  - title: A typed one
    body:
      - para: It is named.
  - title: A list
    body:
      - table: People
        id: people
        columns: [Name, Country]
        rows: [[Ann, Japan]]
```
"""

import re
from collections.abc import Iterable, Iterator

from neaspec_docs.check import citations
from neaspec_docs.check.citations import Citation
from neaspec_docs.check.reading import Reading, Tree
from neaspec_docs.check.rule import Finding, Findings, Rule
from neaspec_docs.check.text import Role
from neaspec_docs.check.typed import Sort
from neaspec_docs.diagnostics.codes import Code
from neaspec_docs.model.document import Annex, AnnexedPaper
from neaspec_docs.model.inline import plain
from neaspec_docs.model.node import Anchored
from neaspec_docs.model.scheme import Numeral, numeral
from neaspec_docs.model.walk import nodes

_ANNEX = re.compile(r"\bannex\b", re.IGNORECASE)


def find(tree: Tree) -> Findings:
    """Give the annexes, written there or whole papers, that no reference leads to or into."""
    for name, paper in tree.papers.items():
        annexes = paper.document.annexes
        named = set(_named(paper)) if annexes else set()
        every = tree.cited.get(name, ())
        written = [annex for annex in annexes if isinstance(annex, Annex)]
        left = [annex for annex in citations.uncited(name, written, every) if not _is_entered(annex, every)]
        for count, annex in enumerate(annexes, 1):
            number = numeral(Numeral.UPPER_ROMAN, count) if len(annexes) > 1 else ""
            if isinstance(annex, Annex):
                cited = not any(annex is one for one in left)
            else:
                cited = any(citation.paper == annex.paper for citation in tree.citations[name])
            if not cited and number not in named:
                yield _finding(annex, number, tree)


def _is_entered(annex: Anchored, every: Iterable[Citation]) -> bool:
    """Say whether a reference from outside the annex leads to something in it."""
    ids = {node.id for node in nodes(annex, Anchored) if node.id is not None}
    return any(citation.reference.target in ids and not citation.stands_in(annex) for citation in every)


def _named(paper: Reading) -> Iterator[str]:
    """Give the numbers of annexes that are typed in the text, and "" where the annex is named without one."""
    yield from (number for _, one in paper.typed if one.sort is Sort.ANNEX for number in one.numbers)
    for stretch in paper.texts:
        if stretch.role is not Role.TITLE and _ANNEX.search(stretch.text):
            yield ""


def _finding(annex: Annex | AnnexedPaper, number: str, tree: Tree) -> Finding:
    if isinstance(annex, AnnexedPaper):
        whole = tree.content.papers.get(annex.paper)
        title, link = plain(whole.title) if whole else annex.paper, f"[]({annex.paper})"
    else:
        title, link = plain(annex.title), f"[](#{annex.id or 'id'})"
    message = f"nothing refers to {f'annex {number}' if number else 'the annex'}, `{title}`"
    return Finding(message, annex.at, f"say in the text what it holds: `{link}`")


RULE = Rule(Code.UNCITED_ANNEX, tree=find)
