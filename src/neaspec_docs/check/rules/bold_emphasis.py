"""Bold type for emphasis in running text.

Neither bold nor italics stress a word in a paper of the United Nations: what matters is said so, or said first. Bold
is for headings, for lead-ins, and for recommendations that are printed in bold throughout.

Wrong:

```yaml
- para: The Meeting **strongly** supported the plan.
- list: [The plan is **new**]
```

```yaml
- para: "**All members** must act now."
```

Right:

```yaml
- para: The Meeting gave the plan its strong support.
```

Silent: lead-ins of paragraphs and items, and whole paragraphs; tables, panels and slides, where bold tells parts apart.

```yaml
- para: "**Core Fund:** The Meeting thanked its members."
- para: "**Core Fund.** The Meeting thanked its members."
- text: "**Activities**"
- para: "**The Meeting may wish to adopt the plan.**"
- list: ["**Date**: 12 October 2020", "(a) **Venue:** virtual", "**Place** – Strelsau"]
- table: Nests
  columns: ["**Lake**", Nests]
  rows: [["All **lakes**", "12"]]
- figure: Nests
  panels: [{title: Reeds, items: [Create **synergies**]}]
```
"""

import re

from neaspec_docs.check.reading import Reading
from neaspec_docs.check.rule import Finding, Findings, Rule
from neaspec_docs.check.text import CALL, Role, Stretch
from neaspec_docs.diagnostics.codes import Code

_OPENING = re.compile(r"\W*+(?:\w{1,4}[.)])?\W*+")
_CLOSED = re.compile(rf".*[.:?!][”’){CALL}]*\s*", re.DOTALL)
_CLOSES = re.compile(rf"{CALL}*(?:[.:?!]|\s*[–—]|\s*$)")


def find(paper: Reading) -> Findings:
    """Give each word in bold in the running text and the notes of an English paper that is no lead-in."""
    if paper.slides:
        return
    for stretch in paper.prose(Role.TEXT, Role.NOTE):
        if not stretch.bold:
            continue
        opening = _opening(stretch.text)
        for start, end in stretch.bold:
            if not stretch.text[start:end].strip() or not stretch.is_ours(start, end):
                continue
            if start > opening or not _is_closed(stretch, start, end):
                message = f"`{stretch.text[start:end]}` in bold"
                yield Finding(message, stretch.at(start, end), "take the asterisks out, and say what matters in words")


def _opening(text: str) -> int:
    """Return how far what may stand before a lead-in reaches: signs and an enumerator."""
    found = _OPENING.match(text)
    return found.end() if found else 0


def _is_closed(stretch: Stretch, start: int, end: int) -> bool:
    """Say whether a stop, a colon or a dash closes the bold words, or they are all that is left of the paragraph."""
    return _CLOSED.fullmatch(stretch.text, start, end) is not None or _CLOSES.match(stretch.text, end) is not None


RULE = Rule(Code.BOLD_EMPHASIS, paper=find)
