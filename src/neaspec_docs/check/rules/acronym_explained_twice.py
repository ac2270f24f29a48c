"""An acronym that is spelt out a second time.

Once a paper has given an acronym, the acronym is enough: a reader who meets the name and the brackets again stops to
ask whether something else is meant.

Wrong:

```yaml
- para: The Core Fund (CF) holds the money of the Programme.
- para: The Core Fund (CF) is replenished each year.
- para: The Member Host Country (“MHC”) pays. The Member Host Country (“MHC”) invites.
```

Right:

```yaml
- para: The Core Fund (CF) holds the money of the Programme.
- para: The CF is replenished each year.
```

Silent: what may be read alone, that is, titles and lead-ins, tables, figures, notes, the summary, each annex and
slides; meetings of a series, each with its number; and what is quoted.

```yaml content/m/meeting.yaml
title: Senior Officials Meeting (SOM)
short: SOM-1
dates: {start: 2020-10-12}
venue: Virtual meeting
papers: [p]
```

```yaml content/m/p.yaml
kind: paper
title: The Core Fund (CF)
summary: The Core Fund (CF) is described.
body:
  - section: Core Fund (CF)
    body:
      - para: The Core Fund (CF) was set up by the third Senior Officials Meeting (SOM-3), not the fourth (SOM-4).[^a]
      - para: “The Core Fund (CF) is full.” It grew (CF alone, not the rest) and fell.
      - text: "**Core Fund (CF).** It is full."
      - table: Core Fund (CF)
        columns: [Core Fund (CF)]
        rows: [[Core Fund (CF)]]
        note: CF stands for Core Fund.
footnotes:
  a: See the Core Fund (CF).
annexes:
  - title: The money
    body:
      - para: The Core Fund (CF) holds it.
  - title: The people
    body:
      - list: [The Core Fund (CF) pays them.]
```
"""

from neaspec_docs.check.acronyms import Place
from neaspec_docs.check.reading import Reading
from neaspec_docs.check.rule import Finding, Findings, Rule
from neaspec_docs.check.text import Role, Stretch
from neaspec_docs.diagnostics.codes import Code
from neaspec_docs.diagnostics.diagnostic import Related
from neaspec_docs.model.document import Document
from neaspec_docs.model.walk import nodes


def find(paper: Reading) -> Findings:
    """Give each further time that an acronym is spelt out in the same part of an English paper's text."""
    if not paper.english or paper.slides:
        return
    found = paper.acronyms
    parts = _parts(paper.document)
    first: dict[tuple[int, str], Place] = {}
    leading = [_leading(stretch) for stretch in found.stretches]
    for place in found.spelt:
        stretch = found.stretches[place.number]
        if stretch.role is not Role.TEXT or place.end <= leading[place.number] or not _is_ours(stretch, place):
            continue
        before = first.setdefault((parts.get(id(stretch.inlines[0]), 0), place.name), place)
        if before is place:
            continue
        there = found.stretches[before.number].at(before.start, before.end)
        at = stretch.at(place.start, place.end)
        related = (Related(there, "it is spelt out here"),)
        yield Finding(f"`{place.name}` is spelt out again", at, f"write `{place.name}` alone", related)


def _is_ours(stretch: Stretch, place: Place) -> bool:
    """Say whether no words around it are quoted: marks of its own, (“CF”), are no quotation."""
    start = place.start - 2 if stretch.text[place.start - 1] in ("“", "‘", '"', "'") else place.start
    return stretch.is_ours(start, start + 1)


def _leading(stretch: Stretch) -> int:
    """Return how far the bold words reach that open a paragraph as a title would."""
    return max((end for start, end in stretch.bold if start == 0), default=0)


def _parts(document: Document) -> dict[int, int]:
    """Return to which part the words belong that stand outside the body: the summary is 1, the annexes follow."""
    return {
        id(node): number for number, part in enumerate((document.summary, *document.annexes), 1) for node in nodes(part)
    }


RULE = Rule(Code.ACRONYM_EXPLAINED_TWICE, paper=find)
