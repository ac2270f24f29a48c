"""Two spaces where one is enough.

A second space after a stop is a habit of the typewriter. In justified text it opens a gap that wanders from line to
line, and a search for the words on both sides finds nothing.

Wrong:

```yaml
- para: The plan was adopted.  It was carried out  in good time.
```

Right:

```yaml
- para: The plan was adopted. It was carried out in good time.
```

Silent: code, and what YAML takes away: the end of a line and what the next one is indented by.

```yaml
- para: |
    Write `a  b` so.
    The next line.
- para: One line
    and the next.
```
"""

import re
from collections.abc import Iterator

from neaspec_docs.check import words
from neaspec_docs.check.reading import Reading
from neaspec_docs.check.rule import Finding, Findings, Rule
from neaspec_docs.check.text import Stretch
from neaspec_docs.diagnostics.codes import Code

_SPACES = re.compile(r"[ \u00a0]{2,}")


def find(paper: Reading) -> Findings:
    """Give each run of spaces in an English paper; that of a quotation too, for nobody quotes a slip of the thumb."""
    for stretch in paper.prose():
        if "  " not in stretch.text and "\u00a0" not in stretch.text:
            continue
        for start, end, signs in _typed(stretch):
            new = "\u00a0" if "\u00a0" in signs else " "
            yield Finding("two spaces", stretch.at(start, end), "leave one", fix=words.edit(stretch, start, end, new))


def _typed(stretch: Stretch) -> Iterator[tuple[int, int, str]]:
    """Give where spaces stand in plain words, not in code or across a line broken by hand, and which."""
    for piece in stretch.pieces:
        if piece.exact:
            for found in _SPACES.finditer(piece.text):
                yield piece.start + found.start(), piece.start + found.end(), found.group()


RULE = Rule(Code.DOUBLE_SPACE, paper=find)
