"""A number below 10 in figures, or a sentence that begins with a figure.

In running text the United Nations writes whole numbers below 10 in words, and any number that opens a sentence; from 10
on it writes figures. Figures of any size stand with per cent, units of measurement, money, dates, times, ages, ratios
and votes, and in a series whose highest number is 10 or more, for all in a series are written alike.

Wrong:

```yaml
- para: The Meeting had 5 sessions over 2 days, and its 3rd one was closed.
- para: 12 delegations took part.
- para: It was agreed by the 6 members of the programme (3 of them by letter).
- para: They are 4. Of its goals, all 5, there remain only 3, which were 6, and not the first 2.
```

Right:

```yaml
- para: The Meeting had five sessions over two days, and its third one was closed.
- para: Twelve delegations took part.
```

Silent: all that takes figures by rule, numbers that are names, and tables, captions, panels and slides.

```yaml
- para: |
    Of 187.73 million tons, 5 per cent came from 3 million households within 2 km of a road, at 5 °C, for $3 each,
    4 yuan a ton, between 2 p.m. and 4 p.m. on 3 October, a ratio of 3 to 1, or 1 in 5; children under 5 were 3 kg
    heavier; 3 m^3^ of gas hold 7 tCO~2~eq.
- para: The plan covers 6 provinces, 81 cities and 2 counties. It was adopted by 8 votes to 1, with 3 abstentions.
- para: |
    See Goals 3 and 5, target 2, phase 2, version 3, question 4 and Tables 3, 4 and 5. Apollo 8 and SDG 6 were named. In
    annex I, paras. 2 and 3, the values 3, 5 and 7 are given, n = 5, 3-5 of them, 2½ and 0.5 as well.
- para: Of the stations 4 more are planned for 2021, 12 in 2022.
- para: At its 5th plenary meeting, and at its 2nd and 3rd meetings, it met those 9 years old.
- para: The values are 4. The score was 5, those of Goals 4. They are 4, 6 and 12. They are 4.5 and 5 per cent.
- para: The cub was 6 weeks old. The girl was 3 years of age.
- para: "1. The first of the points, which comes before 2) the second, (3) the third and 4° of frost."
- text: 2020 saw three meetings. The 4th UNECE Conference and the 3rd World Forestry Congress met at COP 5.
- table: Nests in 3 lakes
  columns: [Lake, Nests]
  rows: [[North, 3 nests], [South, 4]]
- figure: Nests
  panels: [{title: Reeds, items: [3 nests]}]
- list: [10 countries with nests, 12 without]
- para: “We saw 3 herons”, said *The 5 lakes*, volume 2 of it.
```
"""

import re
from collections.abc import Callable, Iterator
from functools import cache, partial

from neaspec_docs.check import words
from neaspec_docs.check.reading import Reading
from neaspec_docs.check.rule import Finding, Findings, Rule
from neaspec_docs.check.text import CALL, Role, Stretch
from neaspec_docs.diagnostics.codes import Code

_FIGURES_FROM = 10
_WORDS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth")
_SMALL = re.compile(r"(?:^|(?<=[ \u00a0(—]))(?P<figure>[1-9])(?P<th>st|nd|rd|th)? (?=(?P<next>[a-z][\w-]*))")
_UNIT = re.compile(
    r"(?:per|percent|percentage|in|out|to|through|and|or|million|billion|trillion|thousand|hundred|dozen|degrees?"
    r"|a\.?m|p\.?m|o|noon|votes?|abstentions?|against|x|by|v"
    r"|(?:kilo|centi|milli|micro|nano|mega|giga|tera|hecto)?(?:met(?:re|er)|gram|gramme|watt|hertz|litre|liter|byte|bit|ton"
    r"|tonne|volt|joule|pascal|pixel)s?|tons?|tonnes?|miles?|f(?:ee|oo)t|inch(?:es)?|acres?|hectares?|pounds?|ounces?"
    r"|gallons?|barrels?|knots?|[kcmnhdµ]?[mgltWVAsJ]|km|kg|cm|mm|ha|h|min|sec|[kMG]W|[kMG]?Wh|hPa|ppm|ppb|dB|pH"
    r"|dollars?|cents?|yuan|yen|won|euros?|roubles?|rubles?|tugriks?|togrog|francs?|sq|square|cubic|ed|edition)"
    r"[23²³]?(?![\w-])"
)
"""What a figure stands with, or what makes it one of several."""

_LINK = re.compile(r"(?:in|out|to|through|and|or|by|x|v)\b")
"""Words that say nothing of what is counted: "4 in 2021, 12 in 2022"."""

_SYMBOL = re.compile(r"[A-Z\d]")
"""What no word has, and many a symbol of a unit: MtCO2eq, kWh."""

_MEETING_AFTER = re.compile(r"(?:plenary |formal |informal |closed )?meetings?\b")
_AGE_AFTER = re.compile(r"(?:days?|weeks?|months?|years?) (?:old|of age)\b")
_MONTH_AFTER = re.compile(rf"(?:of )?(?:{words.MONTH})\b")
_AGED = re.compile(
    r"\b(?:aged?|ages|(?:children|persons|people|those|girls|boys|women|men) (?:under|over|below|above)) \Z"
)
_MONEY = re.compile(r"(?:[$€£¥₩₽]|\b(?:US|USD|EUR|CNY|JPY|KRW|RUB|MNT)) ?\Z")
_OF_MONTH = re.compile(rf"\b(?:{words.MONTH}|Sept?|Oct|Nov|Dec|Jan|Feb|Mar|Apr)\.? \Z")
_RATIO = re.compile(
    r"\d (?:to|in|out of|by|x|×|and|or|[-–+=<>]) \Z|[=<>≈±×+−–-] ?\Z|\d, \Z|\b(?:ratio|odds|scale) of \Z"
)
_NEAR = 40
"""Characters: how far back it is looked for what a figure stands with."""

_VOTE = re.compile(r"\b(?:votes?|abstentions?)\b")
_LAST = re.compile(
    r"\b(?i:(?:there|they|we|these|those|which|who|all|goals|members|countries|States|areas|sessions|meetings|reports"
    r"|projects|mechanisms|networks|groups) (?:are|were|remain|remained)|has|have|had|numbered|totall?ed|total of"
    rf"|only|all|those|these|the (?:last|first|other|next)) (?P<figure>[1-9])(?={CALL}*(?:[.;:!?)]|,(?!\d))(?!\w))"
)
"""A number that no noun follows: "They are 4.", where words before it show that it counts."""

_HINT = re.compile(r"\d")
_OPENING = re.compile(r"(?P<figure>\d+(?:,\d{3})*)(?:\.\d+)? (?!(?:and|or|to)\b)(?=[a-z])")


def find(paper: Reading) -> Findings:
    """Give each small number in figures, and each figure that opens a sentence, in the text of an English paper."""
    if paper.slides:
        return
    for stretch in paper.prose(Role.TEXT, Role.NOTE):
        if not _HINT.search(stretch.text):
            continue
        opening = set() if stretch.role is Role.NOTE else set(_openings(stretch))
        for start, end in opening:
            message = f"the sentence begins with the figure `{stretch.text[start:end]}`"
            yield Finding(message, stretch.at(start, end), "write it in words, or begin with another word")
        is_low = cache(partial(_is_low, stretch))
        for found in _LAST.finditer(stretch.text):
            if stretch.is_ours(*found.span("figure")) and is_low(stretch.sentence(found.start("figure"))):
                yield _finding(stretch, *found.span("figure"), _WORDS)
        for found in _SMALL.finditer(stretch.text):
            place = found.span("figure")
            if place not in opening and stretch.is_ours(*place) and _is_counted(stretch, found, is_low):
                end = found.end("th") if found["th"] else found.end("figure")
                yield _finding(stretch, found.start("figure"), end, _ORDINALS if found["th"] else _WORDS)


def _finding(stretch: Stretch, start: int, end: int, written: tuple[str, ...]) -> Finding:
    new = written[int(stretch.text[start]) - 1]
    return Finding(f"`{stretch.text[start:end]}` in figures", stretch.at(start, end), f"write `{new}`")


def _openings(stretch: Stretch) -> Iterator[tuple[int, int]]:
    """Give where a sentence begins with a figure that is no year and no mark of a list."""
    for begin, end in stretch.sentences:
        found = _OPENING.match(stretch.text, begin, end)
        if found is None or not stretch.text[begin:end].rstrip(f"”’) {CALL}").endswith((".", "!", "?")):
            continue
        if stretch.is_ours(*found.span("figure")) and not words.is_year(found["figure"]):
            yield found.span("figure")


def _is_counted(stretch: Stretch, found: re.Match[str], is_low: Callable[[int], bool]) -> bool:
    text, start, end = stretch.text, found.start("figure"), found.end()
    if _UNIT.match(text, end) or _SYMBOL.search(found["next"]) or _MONTH_AFTER.match(text, end):
        return False
    if (
        words.designated(text, start)
        or _AGE_AFTER.match(text, end)
        or (found["th"] and _MEETING_AFTER.match(text, end))
    ):
        return False
    if any(sign.search(text, max(0, start - _NEAR), start) for sign in (_AGED, _MONEY, _OF_MONTH, _RATIO)):
        return False
    return found["th"] is not None or is_low(stretch.sentence(start))


def _is_low(stretch: Stretch, number: int) -> bool:
    """Say whether no number in a sentence draws others of a series into figures: none of 10 or more, no vote."""
    sentence = stretch.text[slice(*stretch.sentences[number])]
    if _VOTE.search(sentence):
        return False
    for found in words.figures(sentence):
        value = found.group()
        rest = found.end() + 1
        measured = _UNIT.match(sentence, rest) and not _LINK.match(sentence, rest)
        if (
            measured
            or _MONTH_AFTER.match(sentence, rest)
            or words.is_year(value)
            or _MONEY.search(sentence, max(0, found.start() - _NEAR), found.start())
        ):
            continue
        if float(value.replace(",", "")) >= _FIGURES_FROM:
            return False
    return True


RULE = Rule(Code.NUMBER_IN_FIGURES, paper=find)
