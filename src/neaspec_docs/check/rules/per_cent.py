"""A sign, or one word, where "per cent" belongs.

The United Nations writes "per cent" in running text, in two words and after a figure, so that a paper reads the same
aloud in every language. The sign is for tables and charts, where space is short.

Wrong:

```yaml
- para: Emissions fell by 42%, and by 60-65 % in cities.
- para: About 10 percent of the nests were new, a 5-percent rise.
- para: The share of wetlands (12%) grew.
```

```yaml
- para: The “Vision Statement" was read by 42% of them, and "Goals” by 5% of them.
- para: A ten-percent rise, 5%-10%, of 10 pct. It was good.
```

Right:

```yaml
- para: Emissions fell by 42 per cent, and by 60–65 per cent in cities.
- para: The share of wetlands (12 per cent) grew, by 2 percentage points.
```

Silent: tables, captions, charts, panels and slides, where the sign is right; what is quoted, and code.

```yaml
- table: Growth (% a year)
  columns: [Lake, {title: "% of nests", align: right}]
  rows: [[North, 12%], [South, "8%"]]
- figure: Shares
  panels: [{title: Reeds, items: [42% of nests]}]
- para: “Cut by 42%” was the slogan; see https://www.example.org/a%20b and `20%`.
- para: A solution of 5 % w/w was used, in the 95th percentile.
```
"""

import re

from neaspec_docs.check import words
from neaspec_docs.check.reading import Reading
from neaspec_docs.check.rule import Finding, Findings, Rule
from neaspec_docs.check.text import FILLED, Role, Stretch
from neaspec_docs.diagnostics.codes import Code

_ONE_WORD = re.compile(r"\b(?P<per>[Pp]er|PER)-?(?P<cent>cents?|CENT)\b(?<!per cent)|\bpct\b\.?", re.ASCII)
_SIGN = re.compile(r"[ \u00a0\u202f]?%(?!\s?(?:[vw]/[vw]|RH|vol)\b|[0-9A-F]{2})")
_MAY_FOLLOW = re.compile(r"(?![\w%–/-])")
_IN_RANGE = re.compile(r"%[ \u00a0]?[–/-][ \u00a0]?[\d.,]+\Z")
"""What leads up to the second sign of "5%-10%"."""


def find(paper: Reading) -> Findings:
    """Give each sign and each "percent" in the running text of an English paper, "percent" in tables too."""
    for stretch in paper.prose():
        for found in _ONE_WORD.finditer(stretch.text):
            if stretch.is_ours(*found.span()):
                yield _one_word(stretch, found)
        if stretch.role in (Role.TEXT, Role.NOTE, Role.TITLE) and not paper.slides:
            for found in _SIGN.finditer(stretch.text):
                if stretch.is_ours(*found.span()):
                    yield _sign(stretch, found)


def _one_word(stretch: Stretch, found: re.Match[str]) -> Finding:
    start, end = found.span()
    new = f"{found['per']} {found['cent']}" if found["per"] else "per cent"
    certain = found.group()[-1] not in ".sS" and _MAY_FOLLOW.match(stretch.text, end) is not None
    if stretch.text[start - 1 : start] == "-" and stretch.text[start - 2 : start - 1].isdigit():
        start, new = start - 1, f" {new}"
    elif stretch.text[start - 1 : start] in ("-", "–"):
        certain = False
    fix = words.edit(stretch, start, end, new) if certain else ()
    return Finding(f"`{found.group()}`", stretch.at(start, end), f"write `{new.strip()}`", fix=fix)


def _sign(stretch: Stretch, found: re.Match[str]) -> Finding:
    start, end = found.span()
    before = stretch.text[start - 1 : start]
    if not before.isdigit() and before != FILLED:
        return Finding("`%` in running text", stretch.at(start, end), "write `per cent` or `percentage`")
    certain = _MAY_FOLLOW.match(stretch.text, end) and not _IN_RANGE.search(stretch.text, max(0, start - 12), start)
    fix = words.edit(stretch, start, end, " per cent") if certain else ()
    return Finding("`%` in running text", stretch.at(start, end), "write `per cent`", fix=fix)


RULE = Rule(Code.PER_CENT, paper=find)
