"""A straight quotation mark or apostrophe where a curly one belongs.

In print a quotation opens and closes with different marks, and an apostrophe is curved. The straight marks of a
keyboard show that a text was never set, and Word's habit of curling them leaves a paper with both kinds.

Wrong:

```yaml
- para: The "Vision Statement" was adopted.
- para: The meeting's report.
```

Right:

```yaml
- para: The “Vision Statement” was adopted.
- para: The meeting’s report.
```

Silent: code and addresses, and the signs of feet, inches, minutes and seconds after a figure.

```yaml
- para: Write `"short"` after it.
- para: The station stands at 47° 55' N, on a pipe of 12".
```
"""

import re

from neaspec_docs.check.reading import Reading
from neaspec_docs.check.rule import Finding, Findings, Rule
from neaspec_docs.check.text import Stretch
from neaspec_docs.diagnostics.codes import Code
from neaspec_docs.diagnostics.diagnostic import Edit

_STRAIGHT = re.compile(r"(?<!\d)[\"']")
_OPENS = re.compile(r"(?:^|[\s(\[“‘—–])$")


def find(paper: Reading) -> Findings:
    """Give each straight mark in the words of an English paper."""
    if not paper.english:
        return
    for stretch in paper.texts:
        for found in _STRAIGHT.finditer(stretch.text):
            if not any(start <= found.start() < end for start, end in stretch.closed):
                yield _finding(stretch, found)


def _finding(stretch: Stretch, found: re.Match[str]) -> Finding:
    opens = _OPENS.search(stretch.text[: found.start()]) is not None
    curly = ("“" if opens else "”") if found.group() == '"' else ("‘" if opens else "’")
    place = stretch.exact(*found.span())
    kind = "quotation mark" if found.group() == '"' else "apostrophe"
    return Finding(
        f"a straight {kind}", stretch.at(*found.span()), f"write `{curly}`", fix=(Edit(place, curly),) if place else ()
    )


RULE = Rule(Code.STRAIGHT_QUOTE, paper=find)
