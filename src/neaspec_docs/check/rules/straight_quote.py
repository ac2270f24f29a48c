"""A straight quotation mark or apostrophe where a curly one belongs.

In print a quotation opens and closes with different marks, and an apostrophe is curved. The straight marks of a
keyboard show that a text was never set, and Word's habit of curling them leaves a paper with both kinds.

Wrong:

```yaml
- para: The "Vision Statement" was adopted.
- para: The meeting's report.
- para: The 'Framework' and ("so") of the members' own.
```

```yaml
- para: The "Strategic Plan 2021-2025" of the '90s, said "the 'Framework' of 1996" and ("so").
```

Right:

```yaml
- para: The “Vision Statement” was adopted.
- para: The meeting’s report.
- para: The “Strategic Plan 2021-2025” of the ’90s, said “the ‘Framework’ of 1996” and (“so”).
```

Silent: code and addresses, the signs of feet, inches, minutes and seconds after a figure, and ditto marks.

```yaml
- para: Write `"short"` after it.
- para: The station stands at 47° 55' N, on a pipe of 12".
- table: Nests
  columns: [Lake, Nests]
  rows: [[North, "12"], ['"', "13"]]
```
"""

import re
from collections.abc import Iterator

from neaspec_docs.check import words
from neaspec_docs.check.reading import Reading
from neaspec_docs.check.rule import Finding, Findings, Rule
from neaspec_docs.check.text import CALL, Stretch
from neaspec_docs.diagnostics.codes import Code

_STRAIGHT = re.compile(r"[\"']")
_OPENS = re.compile(r"(?:^|[\s(\[“‘—–])\Z")
_LEFT_OUT = re.compile(r"'(?:\d\ds?|tis|twas|em|n|til|cause)(?!\w)")
"""An apostrophe that opens a word, of which it shows that something is left out."""

_CERTAIN_OPENING = re.compile(r"(?<![^\s(\[])[\"'](?=[^\W\d_])")
_CERTAIN_CLOSING = re.compile(rf"(?<=[^\W\d_]|[.,;:!?])[\"'](?=$|[\s.,;:!?)\]{CALL}])")
_BETWEEN_LETTERS = re.compile(r"(?<=[^\W\d_])'(?=[^\W\d_])")


def find(paper: Reading) -> Findings:
    """Give each straight mark in the words of an English paper."""
    for stretch in paper.prose():
        for place, curly in _curled(stretch):
            kind = "quotation mark" if stretch.text[place] == '"' else "apostrophe"
            certain = _is_certain(stretch, place)
            fix = words.edit(stretch, place, place + 1, curly) if certain else ()
            either = "`“` or `”`" if stretch.text[place] == '"' else "`‘` or `’`"
            help = f"write `{curly}`" if certain else f"write {either}"
            yield Finding(f"a straight {kind}", stretch.at(place, place + 1), help, fix=fix)


def _curled(stretch: Stretch) -> Iterator[tuple[int, str]]:
    """Give the place of each straight mark with the curly one that belongs there."""
    text = stretch.text
    if text.strip() == '"':
        return
    for found in _STRAIGHT.finditer(text):
        place = found.start()
        if any(start <= place < end for start, end in stretch.closed):
            continue
        curly = _curly(text, place)
        if curly:
            yield place, curly
            text = text[:place] + curly + text[place + 1 :]


def _curly(text: str, place: int) -> str | None:
    """Return the curly mark for a straight one, those before it being curly; None where it is a sign of measure."""
    sign, before = text[place], text[:place]
    opening, closing = ("“", "”") if sign == '"' else ("‘", "’")
    if before[-1:].isdigit():
        return closing if before.count(opening) > len(re.findall(rf"{closing}(?!\w)", before)) else None
    if _OPENS.search(before) and not _LEFT_OUT.match(text, place):
        return opening
    return closing


def _is_certain(stretch: Stretch, place: int) -> bool:
    """Say whether the mark's side is beyond doubt: an apostrophe, or one of marks that all come in plain pairs."""
    text = stretch.text
    if _BETWEEN_LETTERS.match(text, place):
        return True
    marks = [
        found.start()
        for found in _STRAIGHT.finditer(text)
        if not _BETWEEN_LETTERS.match(text, found.start())
        and not any(start <= found.start() < end for start, end in stretch.closed)
    ]
    opened = ""
    for mark in marks:
        opening, closing = _CERTAIN_OPENING.match(text, mark), _CERTAIN_CLOSING.match(text, mark)
        if opening and not opened and not _LEFT_OUT.match(text, mark):
            opened = text[mark]
        elif closing and opened == text[mark]:
            opened = ""
        elif not closing or opened or text[mark] == '"':
            return False
    return not opened


RULE = Rule(Code.STRAIGHT_QUOTE, paper=find)
