"""A revision, correction or addendum of a paper that is not there, or a revised paper without `/Rev` in its symbol.

`/Rev.1` says that there is a paper to compare with, `/Corr.1` that there is one to mend, `/Add.1` one to read first.
Where it is not in the content, nothing can be compared, and the symbol may be that of another meeting's paper.

Wrong:

```yaml content/m/meeting.yaml
title: A meeting
short: M-1
dates: {start: 2020-10-12}
venue: Virtual meeting
papers: [p, list, more, most]
```

```yaml content/m/p.yaml
kind: paper
title: A paper
symbol: NEASPEC/SOM(24)/5/Rev.1
body:
  - para: The plan was adopted.
```

```yaml content/m/more.yaml
kind: paper
title: More
symbol: NEASPEC/SOM(24)/7/Add.1
body:
  - para: There is more.
```

```yaml content/m/most.yaml
kind: paper
title: Most
symbol: NEASPEC/SOM(24)/7/Add.2
body:
  - para: There is most.
```

```yaml content/m/list.yaml
kind: paper
title: A list
symbol: NEASPEC/SOM(24)/6
status: revised
body:
  - para: The list is longer now.
```

Right:

```yaml content/m/meeting.yaml
title: A meeting
short: M-1
dates: {start: 2020-10-12}
venue: Virtual meeting
papers: [p, revised]
```

```yaml content/m/p.yaml
kind: paper
title: A paper
symbol: NEASPEC/SOM(24)/5
body:
  - para: The plan was adopted.
```

```yaml content/m/revised.yaml
kind: paper
title: A paper
symbol: NEASPEC/SOM(24)/5/Rev.1
status: revised
body:
  - para: The plan was adopted with amendments.
```

Silent: a second revision where the first is there, suffixes in a chain, a paper that was issued again with an
asterisk, and a revised paper without a symbol.

```yaml content/m/meeting.yaml
title: A meeting
short: M-1
dates: {start: 2020-10-12}
venue: Virtual meeting
papers: [p, second, third, fourth, note, slip]
```

```yaml content/m/p.yaml
kind: paper
title: A paper
symbol: NEASPEC/SOM(24)/5*
body: [{text: One.}]
```

```yaml content/m/second.yaml
kind: paper
title: A paper
symbol: NEASPEC/SOM(24)/5/Rev.2
body: [{text: Two.}]
```

```yaml content/m/third.yaml
kind: paper
title: Corrigendum
symbol: NEASPEC/SOM(24)/5/Rev.2/Corr.1
body: [{text: Three.}]
```

```yaml content/m/fourth.yaml
kind: paper
title: Addendum
symbol: NEASPEC/SOM(24)/5/Add.2
body: [{text: Four.}]
```

```yaml content/m/slip.yaml
kind: paper
title: A slip that odd-symbol tells of
symbol: NEASPEC/SOM(24)/5/Rev1
status: revised
body: [{text: Six.}]
```

```yaml content/m/note.yaml
kind: paper
title: A note
status: revised
body: [{text: Five.}]
```
"""

import re

from neaspec_docs.check.reading import Tree
from neaspec_docs.check.rule import Finding, Findings, Rule
from neaspec_docs.diagnostics.codes import Code
from neaspec_docs.model.document import Status

_LAST = re.compile(r"(?P<original>.+)/(?P<suffix>Rev|Add|Corr)\.\d+")
_REVISED = re.compile(r"/rev[.-]?\d+(?:/|$)", re.IGNORECASE)
"""A revision, also one that `odd-symbol` objects to, so that "/Rev1" is told once what it should be."""

_SAID = {"Rev": "revises", "Add": "adds to", "Corr": "corrects"}


def find(tree: Tree) -> Findings:
    """Give the papers whose symbol says that they change another, which no paper of the tree is."""
    symbols = {paper.symbol.rstrip("*") for paper in tree.content.papers.values() if paper.symbol}
    for paper in tree.papers.values():
        written = paper.document.symbol
        if not written:
            continue
        symbol = written.rstrip("*")
        found = _LAST.fullmatch(symbol)
        if found and not _is_there(found["original"], found["suffix"], symbol, symbols):
            message = f"no paper has the symbol `{found['original']}`, which this one {_SAID[found['suffix']]}"
            yield Finding(message, paper.value("symbol", written), "keep that paper too, under its own symbol")
        if paper.document.status is Status.REVISED and not _REVISED.search(symbol):
            message = f"the paper is revised, and its symbol `{written}` does not say so"
            yield Finding(message, paper.value("symbol", written), f"write `{symbol}/Rev.1`, or another `status`")


def _is_there(original: str, suffix: str, own: str, symbols: set[str]) -> bool:
    """Say whether the original is there, or an earlier revision of it."""
    earlier = re.compile(rf"{re.escape(original)}/{suffix}\.\d+")
    return original in symbols or (suffix == "Rev" and any(earlier.fullmatch(other) for other in symbols - {own}))


RULE = Rule(Code.REVISION_WITHOUT_ORIGINAL, tree=find)
