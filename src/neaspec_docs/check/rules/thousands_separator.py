"""A figure of four digits or more without a comma at its thousands, or with a space there.

The United Nations writes 1,147 and 2,500,000, from four digits on, in text and in tables. The comma lets the eye count
at once, and tells a number from a year.

Wrong:

```yaml
- para: There were 187730 birds and some 1147 nests, on 2000 ha, for $44985 and 1234.5 tons.
- para: Over 10 000 people came, and 4500 young ones.
- para: It costs $12 500, is seen by 12 500 guests from 3 450 towns, read by 1500 people, told to nearly 2000 experts.
```

```yaml
- table: Nests
  columns: [Lake, Nests]
  rows: [[North, 1172], [South, 12]]
```

Right:

```yaml
- para: There were 187,730 birds and some 1,147 nests, on 2,000 ha, for $44,985 and 1,234.5 tons.
```

Silent: years, numbers that are names, symbols and codes, decimals, times; cells whose column has a `format`; what is
quoted, and addresses.

```yaml
- para: |
    In 2016, from 1990 to 2005 and by 2050; resolution 2200, page 1147, ISO 14001, room 1200, No. 12345, Bangkok 10200,
    ext. 73254, SOM-2400, A/RES/1147, 1:50000, 0.12345, 1400 hours, tel. 2881234, 00123, F1000 and 978-92-1-1234.
- para: |
    By 2200, in 1492, from 1270 to 1368 and in A.D. 1200; at 1300 local time, the hotline 1365, the 1325 agenda, decree
    5432, release 2021.1, 2015 dollars, the 2030 targets; 1211 Geneva 10, 125993 Moscow and 10117 Berlin.
- para: The Goal 14 100 experts chose, Table 2 450 of them; in 2016 500 people and in 1500 people came.
- para: By 2020 experts had left. In the 27 countries, 193 towns and 1 university, 12, 500 and 800.
- para: The numbers are tel. 288 123 456 and 125 993 Moscow.
- para: “1147 nests”, said *Agenda 1147*; see https://www.example.org/1147 and case 12-18763.
- table: Nests
  columns: [Lake, Year, {title: Nests, format: "1,000"}]
  rows: [[North, 2016, 1172], [South, 2017, "1,200"]]
```
"""

import re

from neaspec_docs.check import words
from neaspec_docs.check.reading import Reading
from neaspec_docs.check.rule import Finding, Findings, Rule
from neaspec_docs.check.text import Role, Stretch
from neaspec_docs.diagnostics.codes import Code
from neaspec_docs.diagnostics.span import Span
from neaspec_docs.model.block import Cell
from neaspec_docs.model.inline import Text
from neaspec_docs.model.walk import nodes

_SPACE = "[ \u00a0\u202f]"
_FIGURES = re.compile(
    rf"(?<![\w.,/:#+–-])(?<!\d{_SPACE})(?:(?P<bare>[1-9]\d{{3,8}})"
    rf"|(?P<spaced>[1-9]\d{{0,2}}(?:{_SPACE}\d{{3}})+))"
    rf"(?P<decimals>\.\d+)?(?![\w/:@–-]|[.,]\d|{_SPACE}\d)"
)
_HINT = re.compile(rf"\d(?:{_SPACE}?\d{{3}})")
_MONEY = re.compile(r"(?:[$€£¥₩₽]|\b(?:US\$|USD|EUR|CNY|JPY|KRW|RUB|MNT)) ?\Z")
_MEASURED = re.compile(
    r" (?:km|m|ha|kg|g|t|MW|GW|kW|[MGk]Wh|tons?|tonnes?|hectares?|kilomet\w+|met(?:re|er)s|yuan|yen)\b"
)
_COUNTED = re.compile(
    r" (?!\w*(?:ss|us|is)\b|(?:was|has|does|goes|as|its|times|series|means)\b)"
    r"(?:[a-z]{3,}s|people|men|women|children|fish|sheep|cattle)\b(?!['’-])"
)
"""A noun in the plural, as far as its letters tell."""

_TIME = re.compile(r" ?(?:hours|hrs|h|GMT|UTC|BCE?|AD|CE|local time)\b")
_CALLED = re.compile(
    r"\b(?:tel|telephone|fax|phone|ext|P\.O\. Box|Box)\b[^\d]{0,12}\Z"
    r"|\b(?:decree|circular|file|station|chip|hotline|release|order|list|code|number|flight|model|A\.D\.) \Z",
    re.IGNORECASE,
)
_NAME_AFTER = re.compile(r",? [A-Z]")
_PERSONS = re.compile(
    r" (?:people|persons|men|women|children|participants|experts|officials|delegates|students|households|families"
    r"|farmers|villagers|visitors|residents|workers|volunteers|species|animals|birds|nests|trees|cities|villages|schools|stations)"
    r"\b(?!['’-])"
)
"""What is counted, and hardly stands behind a year."""

_NEARLY = re.compile(r"\b(?:nearly|almost|some|about|approximately|roughly|than|over|total of|up to) \Z", re.IGNORECASE)
_IN_YEAR = re.compile(r"\b(?:in|since|until|till|during|circa|year|before|after) \Z", re.IGNORECASE)
_WHEN = re.compile(r"\b(?:in|by|since|until|till|from|to|before|after|during|around|circa|year|the) \Z", re.IGNORECASE)
"""What may lead up to a year, or to the number of a resolution: "the 1267 sanctions"."""

_LEADS = frozenset(
    """
    a about all almost among and another approximately are around at between by counted exceeded for from had has have
    in into is least most nearly of on only or over reached some than the these those through to under up was were with
    """.split()  # noqa: SIM905 -- words in a line are read, a list of strings is not
)
"""Words before a number that counts; after others it may be a name: "buoy 5000 drifts"."""


def find(paper: Reading) -> Findings:
    """Give each ungrouped figure in the words and cells of an English paper."""
    printed: frozenset[Span] | None = None
    for stretch in paper.prose():
        if not _HINT.search(stretch.text):
            continue
        for found in _FIGURES.finditer(stretch.text):
            if not stretch.is_ours(*found.span()) or _is_right(stretch, found):
                continue
            if stretch.role is Role.CELL:
                printed = _grouped(paper) if printed is None else printed
                if stretch.pieces[0].at in printed:
                    continue
            yield _finding(stretch, found)


def _is_right(stretch: Stretch, found: re.Match[str]) -> bool:
    text, (start, end) = stretch.text, found.span()
    if _MONEY.search(text, max(0, start - 5), start):
        return False
    if _TIME.match(text, end) or _CALLED.search(text, max(0, start - 40), start) or words.designated(text, start):
        return True
    measured = _MEASURED.match(text, end) is not None
    if _NAME_AFTER.match(text, end) and not measured:
        return True
    return _may_be_year(stretch, found, measured=measured)


def _may_be_year(stretch: Stretch, found: re.Match[str], *, measured: bool) -> bool:
    """Say whether it may be a year, a time of the day or a code: 2200, 1300, 1365; not "1500 people"."""
    figures, (start, end) = found["bare"] or "", found.span()
    if found["decimals"]:
        return words.is_year(figures) and not measured
    if stretch.role is Role.CELL and not found.string[end:].strip():
        return words.is_year(figures)
    if len(figures) != len("2020") or figures[0] not in "12":
        return False
    before = found.string, max(0, start - 14), start
    if _PERSONS.match(found.string, end) and not _IN_YEAR.search(*before):
        return "1900" <= figures <= "2100" and not _NEARLY.search(*before)
    told = _WHEN.search(*before) is not None
    if measured:
        return told and words.is_year(figures)
    return told or "1900" <= figures <= "2100" or not _COUNTED.match(found.string, end)


def _is_certain(text: str, start: int, end: int) -> bool:
    """Say whether what is beside the figure shows that it counts or measures."""
    if _MONEY.search(text, max(0, start - 5), start):
        return True
    lead = words.before(text, start).lower()
    return (not lead or lead in _LEADS) and bool(_MEASURED.match(text, end) or _COUNTED.match(text, end))


def _grouped(paper: Reading) -> frozenset[Span]:
    """Return the places of the figures that a column's `format` groups: they are printed with their commas."""
    if paper.resolved is None:
        return frozenset(node.at for node in nodes(paper.document, Text))
    cells = nodes(paper.resolved, Cell)
    return frozenset(node.at for cell in cells for node in nodes(cell, Text) if "," in node.value)


def _finding(stretch: Stretch, found: re.Match[str]) -> Finding:
    start, end = found.span()
    whole = int(re.sub(r"\D", "", found["bare"] or found["spaced"]))
    new = f"{whole:,}{found['decimals'] or ''}"
    message, at = f"`{found.group()}` without its comma", stretch.at(start, end)
    if stretch.role is Role.CELL:
        return Finding(message, at, f'write `"{new}"`, or give the column `format: "1,000"`')
    money = _MONEY.search(stretch.text, max(0, start - 5), start) is not None
    certain = money or (found["bare"] is not None and _is_certain(stretch.text, start, end))
    fix = words.edit(stretch, start, end, new) if certain else ()
    return Finding(message, at, f"write `{new}`", fix=fix)


RULE = Rule(Code.THOUSANDS_SEPARATOR, paper=find)
