"""A date in another form than "12 October 2020".

Day, month and year stand in this order, the month in a word and the day without an ending: 12/10/2020 is October to one
reader and December to another. Tables with little room may shorten a date.

Wrong:

```yaml
- para: The Meeting was held on October 12, 2020. What was left of its agenda was taken up on 13th October 2020.
- para: It was resumed on 2020-11-02. The report of the Meeting was sent on the 3rd of November 2020.
- para: It was adopted on 12 Oct. 2020, with a statement. It was printed on 12 October, 2020.
```

```yaml
- para: The form was signed on 12/10/2020 or 13.10.2020, or in Sept 2020.
- para: It was sent on 30/6/20, printed on 2020/06/30, read in March, 2020, and dated 2020.6.30, as of 30-09-2020.
- para: They met from March 30 to April 2, 2026, on the 3rd and 4th of March 2020, and on 12 Oct. It was good.
```

Right:

```yaml
- para: The Meeting was held on 12 October 2020, and closed on 13 October 2020.
- para: It was resumed on Monday, 2 November 2020, and the form was signed in December 2020.
```

Silent: tables, names with a date in them, addresses, symbols and codes, and what is quoted.

```yaml
- table: Days
  columns: [Day, Date]
  rows: [[Opening, 12 Oct. 2020], [Closing, 2020-10-13]]
- para: |
    The March 1 Movement and the September 11 attacks; resolution 75/4, decision 1/2/2020, https://www.example.org/2020-10-12
    and the file wg2020-02-03-en. In May 2020 it may 5 times be so. On page 3 March is named; “October 12, 2020”.
- para: The 6 October meeting closed on 4 May. From 30 September to 2 October 2020, and in March–April 2021, it went on.
- para: On 12–13 October version 1.10.2020.1 was used.
- para: By March, 2020 people had come; the 20/20/20 targets, 24/7/365, 1/2/3 of it and A/1/2/20 stand.
- para: Birds were counted after 6/12/24 months by the 10/20/30 rule, at a ratio of 1/10/50, and a scale 1/5/25.
```
"""

import re

from neaspec_docs.check import words
from neaspec_docs.check.reach import Reach
from neaspec_docs.check.reading import Reading
from neaspec_docs.check.rule import Finding, Findings, Rule
from neaspec_docs.check.text import Role, Stretch
from neaspec_docs.diagnostics.codes import Code

_SHORT = "Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec"
_DAY = r"(?P<day>[12]\d|3[01]|0?[1-9])"
_YEAR = r"(?P<year>(?:1[5-9]|20)\d\d)\b"
_ANY = rf"(?P<month>(?:{words.MONTH})\b|(?:{_SHORT})\b\.?)"

_FORMS = tuple(
    re.compile(form)
    for form in (
        rf"\b{_ANY} {_DAY}(?:st|nd|rd|th)?,? {_YEAR}",
        rf"\b(?:the (?=\d+(?:st|nd|rd|th) of ))?{_DAY}(?:st|nd|rd|th)?(?: of)? {_ANY}(?:,? {_YEAR})?",
        rf"\b{_ANY} {_DAY}(?:(?:st|nd|rd|th)\b|(?=[,;.)–]|-\d|$))(?! ?[A-Z]| (?:attacks|movement))",
        rf"(?<![\w./–-]){_YEAR}-(?P<month>0[1-9]|1[0-2])-(?P<day>0[1-9]|[12]\d|3[01])(?![\w/-])",
        rf"(?<![\w./–-]){_YEAR}(?P<sign>[/.])(?P<month>0?[1-9]|1[0-2])(?P=sign){_DAY}(?![\w/-]|\.\d)",
        rf"(?<!\d )(?<!\d\u00a0)(?<!\d)\b{_ANY}, {_YEAR}(?=$|[.;:),]| (?:and|to|in|at|by|on|for|when|as|with|the)\b)",
    )
)
"""October 12, 2020; 12th of October 2020; October 12; 2020-10-12; 2020/10/12; October, 2020."""

_COUNTS_AFTER = re.compile(r"[ \u00a0-](?!(?:and|or|to|in|at|by|on|for|from|when|as|was|were|is|with|the)\b)[\w%]")
_COUNTS_BEFORE = re.compile(r"\b(?:ratios?|scales?|rules?|proportions?|shares?|mix|splits?)(?: (?:of|is|was|at))? \Z")
"""What shows that three figures count something: "after 6/12/24 months", "a ratio of 1/10/50"."""

_HINT = re.compile(r"\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)|\d[./-]\d")
_NUMERIC = re.compile(
    r"(?<![\w./-])(?:(?:0?[1-9]|[12]\d|3[01])(?P<sign>[./-])(?:0?[1-9]|[12]\d|3[01])(?P=sign)(?:19|20)\d\d"
    r"|(?:0?[1-9]|1[0-2])/(?:0?[1-9]|[12]\d|3[01])/\d\d|(?:1[3-9]|2\d|3[01])/(?:0?[1-9]|1[0-2])/\d\d)(?![\w/-]|\.\d)"
)
_SHORT_MONTH = re.compile(rf"\b(?P<month>{_SHORT})\.? (?:19|20)\d\d\b")
_NOT_ALONE = re.compile(rf"\d|[–—-]|\b(?:and|or|to|from|between|until|till|through|{words.MONTH}|(?:{_SHORT})\b)|[&/]")
_NEAR = 25
"""Characters: how far around a date another one, or the rest of a range, is looked for."""

_GOES_ON = re.compile(r"$|[.;:)](?!\w)|,(?= )| (?:in|at|by|on|for|as|when|was|were|with|the)\b")
"""What shows that the year is one, and no number of things: "On October 12, 2020 birds were seen"."""

_ON = re.compile(r"\b(?:on|dated|since|before|after) \Z")
_OF_NAMES = re.compile(r"\b(?:[Dd]ecisions?|[Rr]esolutions?|No\.|[Dd]ocuments?) \Z")


def find(paper: Reading) -> Findings:
    """Give each date in the text of an English paper that has another form, with the right one where it is certain."""
    for stretch in paper.prose(Role.TEXT, Role.NOTE, Role.TITLE, Role.CAPTION, Role.PANEL):
        if not _HINT.search(stretch.text):
            continue
        seen: list[tuple[int, int]] = []
        for pattern in (*_FORMS, _NUMERIC, _SHORT_MONTH):
            before = Reach(seen)
            for found in pattern.finditer(stretch.text):
                if stretch.is_ours(*found.span()) and not before.meet(*found.span()):
                    seen.append(found.span())
                    yield from _finding(stretch, found)


def _finding(stretch: Stretch, found: re.Match[str]) -> Findings:
    start, end = found.span()
    new = _right(found)
    if found.re is _NUMERIC and found.group()[-3] == "/" and _counts(stretch.text, start, end):
        return
    if found.group() == new or _OF_NAMES.search(stretch.text, max(0, start - 20), start):
        return
    fix = words.edit(stretch, start, end, new) if new and _is_certain(stretch.text, found) else ()
    help = f"write `{new}`" if new else "write the month in a word: `12 October 2020`"
    yield Finding(f"the date `{found.group()}`", stretch.at(start, end), help, fix=fix)


def _counts(text: str, start: int, end: int) -> bool:
    """Say whether figures without a whole year may be no date, by the words beside them."""
    return bool(_COUNTS_AFTER.match(text, end) or _COUNTS_BEFORE.search(text, max(0, start - _NEAR), start))


def _is_certain(text: str, found: re.Match[str]) -> bool:
    """Say whether it is a whole date that stands alone, so that no other one shares its month or year."""
    start, end = found.span()
    parts = found.groupdict()
    if not (parts.get("day") and parts.get("month") and parts.get("year")):
        return False
    around = f"{text[max(0, start - _NEAR) : start]} . {text[end : end + _NEAR]}"
    if _NOT_ALONE.search(around) or words.before(text, start) == "the" or not _GOES_ON.match(text, end):
        return False
    return not parts["month"].isdigit() or _ON.search(text, max(0, start - _NEAR), start) is not None


def _right(found: re.Match[str]) -> str | None:
    """Return the date as it should be; None where figures do not tell day and month apart."""
    parts = found.groupdict()
    if not parts.get("month"):
        return None
    month = next((full for place, full in enumerate(words.MONTHS, 1) if _is_month(parts["month"], full, place)))
    year = parts.get("year") or (found.group()[-4:] if "day" not in parts else "")
    day = parts.get("day") or ""
    return " ".join(part for part in (day.lstrip("0"), month, year) if part)


def _is_month(written: str, full: str, place: int) -> bool:
    return full.startswith(written[:3]) or (written.isdigit() and int(written) == place)


RULE = Rule(Code.DATE_FORM, paper=find)
