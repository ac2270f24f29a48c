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
from collections import Counter
from collections.abc import Iterator

from neaspec_docs.check import words
from neaspec_docs.check.reading import Reading
from neaspec_docs.check.rule import Finding, Findings, Rule
from neaspec_docs.check.text import CALL, Stretch
from neaspec_docs.diagnostics.codes import Code

_STRAIGHT = re.compile(r"[\"']")
_MARK = re.compile(r"[\"'“‘]|[”’](?!\w)")
_BEFORE_OPENING = frozenset("([“‘—–")
_STRAIGHT_MARKS = frozenset("\"'")
_OPENING = {"“": '"', "‘": "'"}
_CLOSING = {"”": '"', "’": "'"}
_LEFT_OUT = re.compile(r"'(?:\d\ds?|tis|twas|em|n|til|cause)(?!\w)")
"""An apostrophe that opens a word, of which it shows that something is left out."""

_CERTAIN_OPENING = re.compile(r"(?<![^\s(\[])[\"'](?=[^\W\d_])")
_CERTAIN_CLOSING = re.compile(rf"(?<=[^\W\d_]|[.,;:!?])[\"'](?=$|[\s.,;:!?)\]{CALL}])")
_BETWEEN_LETTERS = re.compile(r"(?<=[^\W\d_])'(?=[^\W\d_])")


def find(paper: Reading) -> Findings:
    """Give each straight mark in the words of an English paper."""
    for stretch in paper.prose():
        if not _STRAIGHT.search(stretch.text):
            continue
        in_pairs = _come_in_pairs(stretch)
        for place, curly in _curled(stretch):
            kind = "quotation mark" if stretch.text[place] == '"' else "apostrophe"
            certain = in_pairs or _BETWEEN_LETTERS.match(stretch.text, place) is not None
            fix = words.edit(stretch, place, place + 1, curly) if certain else ()
            either = "`“` or `”`" if stretch.text[place] == '"' else "`‘` or `’`"
            help = f"write `{curly}`" if certain else f"write {either}"
            yield Finding(f"a straight {kind}", stretch.at(place, place + 1), help, fix=fix)


def _curled(stretch: Stretch) -> Iterator[tuple[int, str]]:
    """Give the place of each straight mark with the curly one that belongs there."""
    text = stretch.text
    if text.strip() == '"':
        return
    opened: Counter[str] = Counter()
    last = -1, ""  # the mark before, and what it was read as
    for found in _MARK.finditer(text):
        place, curly = found.start(), found.group()
        if curly in _STRAIGHT_MARKS:
            if stretch.is_closed(place):
                continue
            before = last[1] if last[0] == place - 1 else text[place - 1 : place]
            sign = _curly(text, place, before, opened[curly] > 0)
            if sign is None:
                continue
            yield place, sign
            curly = sign
        last = place, curly
        if curly in _OPENING:
            opened[_OPENING[curly]] += 1
        elif not text[place + 1 : place + 2].isalnum():
            opened[_CLOSING[curly]] -= 1


def _curly(text: str, place: int, before: str, is_open: bool) -> str | None:  # noqa: FBT001 -- one of four things known
    """Return the curly mark for a straight one, by the sign before it; None where it is a sign of measure."""
    opening, closing = ("“", "”") if text[place] == '"' else ("‘", "’")
    if before.isdigit():
        return closing if is_open else None
    if (not before or before.isspace() or before in _BEFORE_OPENING) and not _LEFT_OUT.match(text, place):
        return opening
    return closing


def _come_in_pairs(stretch: Stretch) -> bool:
    """Say whether the side of each mark is beyond doubt, for all that are no apostrophes come in plain pairs."""
    text = stretch.text
    opened = ""
    for found in _STRAIGHT.finditer(text):
        mark, sign = found.start(), found.group()
        if _BETWEEN_LETTERS.match(text, mark) or stretch.is_closed(mark):
            continue
        opening, closing = _CERTAIN_OPENING.match(text, mark), _CERTAIN_CLOSING.match(text, mark)
        if opening and not opened and not _LEFT_OUT.match(text, mark):
            opened = sign
        elif closing and opened == sign:
            opened = ""
        elif not closing or opened or sign == '"':
            return False
    return not opened


RULE = Rule(Code.STRAIGHT_QUOTE, paper=find)
