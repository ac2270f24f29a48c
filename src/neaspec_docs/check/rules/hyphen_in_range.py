"""A hyphen in a range of figures, dates, pages or months, where an en dash belongs.

A hyphen joins what is one, an en dash says "to": 2016–2020, 12–13 October, pp. 3–5. The two are told apart at a glance
only where each keeps to its work.

Wrong:

```yaml
- para: During 2016-2020 it met on 12-13 October 2020, 14:00-18:30, in March-April and for 3-5 days.
- para: See pp. 122-129 and paras. 52-73; 10-20 per cent rose to $40-60. In 2018 - 2021 it fell.
- table: Nests, 2016-2019
  columns: [Lake, Nests]
  rows: [[North, 60-65%]]
```

```yaml
- para: In the years 2016-17 little was done, from 2018-2020 more, with 3-5 friends.
```

Right:

```yaml
- para: During 2016–2020 it met on 12–13 October 2020, 14:00–18:30, in March–April and for 3–5 days.
- para: See pp. 122–129 and paras. 52–73; 10–20 per cent rose to $40–60.
```

Silent: the names of documents, which keep theirs as they were adopted; symbols, codes, telephone numbers, parts of
standards and scores; what is quoted, and addresses.

```yaml
- para: The Strategic Plan 2021-2025, the Strategic Plan (2016-2020) and the 2021-2025 Strategic Plan agree, as does
    the “Plan for the Blue Sky” (2018-2020).
- para: |
    SOM-24, COP-15, CO2-3, ISSN 1564-4278, ISBN 978-92-1-120, tel. 288-1234, +66-2-288, ISO/IEC 29500-1,
    Decision 16-17, UN/LOCODE 2017-1, a vote of 50-50, Tokyo 100-8916, GE.18-01763 and 2020-10-12.
- para: |
    Boeing 737-800, Room 3-15, Route 66-67, Windows 10-11, Landsat 8-9, RCP 4-5, project number 2019-2021, the 9-11
    attacks, 8-14 avenue de la Paix and 12-34 Reed Street.
- para: “During 2016-2020”, said *Plan (2020-2024)*; see https://www.example.org/2016-2020.
- section: NEASPEC Strategic Plan 2021-2025
  body:
    - text: Words.
```
"""

import re

from neaspec_docs.check import words
from neaspec_docs.check.reading import Reading
from neaspec_docs.check.rule import Finding, Findings, Rule
from neaspec_docs.check.text import Stretch
from neaspec_docs.diagnostics.codes import Code

_NUMBER = r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?"
_FIGURES = re.compile(
    rf"(?<![\w.,/:+–-])(?<!\d[ \u00a0])(?P<first>{_NUMBER})%?(?P<dash> ?- ?)[$€£¥]?(?P<last>{_NUMBER})%?"
    r"(?![\w/:-]|[.,]\d)"
)
_DAYS = "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"
_NAMED = re.compile(
    rf"(?<![\w:.-])(?:\d{{1,2}}:\d\d(?P<dash> ?- ?)\d{{1,2}}:\d\d(?![\w:-])"
    rf"|(?:{words.MONTH}|{_DAYS})(?P<other>-)(?:\d{{1,2}} (?:{words.MONTH})|{words.MONTH}|{_DAYS})\b)"
)
"""14:00-18:30, March-April, 30 September-2 October, Monday-Friday."""

_NO_RANGE = re.compile(
    r"(?:\b(?:ISSN|ISBN|ID|No\.?|tel(?:ephone)?|fax|phone|ext|score|decision|resolution|regulation|rule|law|act|case"
    r"|documents?|symbols?|code|standard|versions?|part|numbers?|rooms?|doors?|routes?"
    r"|roads?|buildings?|house|gate|box"
    r"|flat|apartment|project|grant|ref|reference|contract|model|type|class|serial|series|flight|figure"
    r"|table|file)\b\.?:?|[+(]\d+\)?) ?\Z",
    re.IGNORECASE,
)
_SHORT_MONTHS = frozenset("Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec".split())  # noqa: SIM905 -- as above
_LISTED = re.compile(
    r"(?:pp?|paras?|pages?|paragraphs?|articles|arts|chapters|sections|goals|tables|figures|annexes|items|steps|years|days"
    r"|USD|EUR|CNY|JPY|KRW|RUB|MNT)\.?",
    re.IGNORECASE,
)
_UNIT = re.compile(
    rf"%|[ \u00a0](?:{words.MONTH}|per ?cent|percent|%|°|(?:minute|hour|day|week|month|year|decade|metre|kilometre"
    r"|hectare|ton|tonne|dollar|euro|litre|kilogram)s"
    r"|(?:million|billion)|k?m|[cm]m|ha|kg|g|t|[kMGT]Wh?|yuan|yen|won)"
    r"(?![\w-])"
    r"|[ \u00a0]?°"
)
_STREET = re.compile(r" (?:avenue|rue|street|road|boulevard|place|chemin|quai|lane|via|attacks|terror\w*)\b")
_FROM = re.compile(r"\b(?P<word>from|between) (?:\d{1,2} )?\Z", re.IGNORECASE)
_OF_YEARS = frozenset(
    "in during for of the over period periods years and or through throughout within covering biennium by".split()  # noqa: SIM905 -- as above
)
_PAGES = re.compile(r"\b(?:pp?|pages?)\.? ?\Z")
_LEADING = re.compile(r"([^\s()“”,;:]+) \(?\Z")
_TITLE_BEFORE = re.compile(r"[”’*] \(\Z")


def find(paper: Reading) -> Findings:
    """Give each range with a hyphen in the words of an English paper, in its tables too."""
    for stretch in paper.prose():
        if "-" not in stretch.text:
            continue
        for found in _FIGURES.finditer(stretch.text):
            if (
                stretch.is_ours(*found.span())
                and _is_range(found)
                and not _is_name(found)
                and not _is_beside_name(found)
            ):
                yield _finding(stretch, found, found.span("dash"))
        for found in _NAMED.finditer(stretch.text):
            if stretch.is_ours(*found.span()):
                yield _finding(stretch, found, found.span("dash" if found["dash"] else "other"))


def _finding(stretch: Stretch, found: re.Match[str], dash: tuple[int, int]) -> Finding:
    written, (start, end) = found.group(), dash
    new = f"{written[: start - found.start()]}–{written[end - found.start() :]}"
    fix = words.edit(stretch, start, end, "–")
    if found.re is _FIGURES and _is_shortened(found):
        new, fix = f"{found['first']}–{found['first'][:2]}{found['last']}", ()
    leading = _FROM.search(stretch.text, max(0, found.start() - 15), found.start())
    if leading:
        link = " to " if leading["word"].lower() == "from" else " and "
        new, fix = new.replace("–", link), ()
    if not _is_certain(found):
        fix = ()
    return Finding(f"a hyphen in the range `{written}`", stretch.at(*found.span()), f"write `{new}`", fix=fix)


def _is_certain(found: re.Match[str]) -> bool:
    """Say whether these are times, months, years, pages or measures, and no name."""
    text, (start, end) = found.string, found.span()
    if found.re is _NAMED:
        return found["dash"] is not None or not words.is_capital(words.after(text, end))
    lead = words.before(text, start)
    if words.is_year(found["first"]) and words.is_year(found["last"]):
        return not lead or lead.lower() in _OF_YEARS
    if _UNIT.match(text, end) or found.group().endswith("%") or text[start - 1 : start] in tuple("$€£¥₩₽"):
        return True
    return _LISTED.fullmatch(lead) is not None


def _is_range(found: re.Match[str]) -> bool:
    """Say whether the figures rise as those of a range do, and are no code."""
    first, last, text = found["first"], found["last"], found.string
    if _NO_RANGE.search(text, max(0, found.start() - 20), found.start()) or _is_code(first) or _is_code(last):
        return False
    if _is_shortened(found):
        return found["dash"] == "-"
    if " " in found["dash"] and not (words.is_year(first) and words.is_year(last)):
        return False
    if _PAGES.search(text, max(0, found.start() - 8), found.start()):
        return True
    longer = len(last.partition(".")[0]) - len(first.partition(".")[0])
    return longer <= 1 and (len(first), len(last)) != (3, 4) and _value(first) < _value(last)


def _is_shortened(found: re.Match[str]) -> bool:
    """Say whether the second year lacks its century: 2016-17."""
    last = found["last"]
    return words.is_year(found["first"]) and re.fullmatch(r"\d\d", last) is not None and found["first"][2:] < last


def _value(figures: str) -> float:
    return float(figures.replace(",", ""))


def _is_code(figures: str) -> bool:
    return figures.startswith("0") and figures[1:2].isdigit()


def _is_beside_name(found: re.Match[str]) -> bool:
    """Say whether the figures belong to a name or an address: "Boeing 737-800", "12-34 Reed Street"."""
    text, (start, end) = found.string, found.span()
    lead = words.before(text, start)
    if words.is_capital(lead):
        month = lead in words.MONTHS or lead.rstrip(".") in _SHORT_MONTHS
        if not month and not _LISTED.fullmatch(lead):
            return True
    if _STREET.match(text, end):
        return True
    return words.is_capital(words.after(text, end)) and not _UNIT.match(text, end)


def _is_name(found: re.Match[str]) -> bool:
    """Say whether the years belong to a document's name: "Plan (2016-2020)", "the 2021-2025 Strategic Plan"."""
    if not (words.is_year(found["first"]) and words.is_year(found["last"])):
        return False
    if _TITLE_BEFORE.search(found.string, 0, found.start()):
        return True
    leading = _LEADING.search(found.string, max(0, found.start() - 40), found.start())
    if leading and words.is_capital(leading[1]) and leading[1] not in words.MONTHS:
        return True
    return words.is_capital(words.after(found.string, found.end()))


RULE = Rule(Code.HYPHEN_IN_RANGE, paper=find)
