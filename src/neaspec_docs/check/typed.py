"""A stretch of text -> the numbers typed in it that read like references: "Table 2", "paras. 5–7", "section II.A".

What cites another document is left out: its numbers are typed by custom. It shows in the words around the number.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import Enum
from functools import cache, partial

from neaspec_docs.check import words
from neaspec_docs.check.text import CALL, FILLED, Role, Stretch


class Sort(Enum):
    """What is referred to."""

    TABLE = "table"
    FIGURE = "figure"
    PARAGRAPH = "paragraph"
    SECTION = "section"
    ANNEX = "annex"
    FOOTNOTE = "footnote"


@dataclass(frozen=True, slots=True)
class Typed:
    """A number, or several, typed at `start` to `end` of a stretch; `numbers` are those typed, less any closing letter.

    `beside` is where a symbol or a reference stands right before it, that says in which document to look.
    `heads`: it opens a caption or a title, whose own number it is.
    """

    sort: Sort
    numbers: tuple[str, ...]
    start: int
    end: int
    beside: tuple[int, int] | None = None
    heads: bool = False


SYMBOL = r"[A-Z](?<![A-Z].)[A-Z0-9]*(?:\.[0-9A-Z]+)?(?:/[A-Z0-9(][\w.()-]*)+"
"""The symbol of a United Nations document in running text."""

_ARABIC = rf"(?:\d{{1,3}}(?:\.\d{{1,2}})?[a-z]?(?: \([a-z]+\))*|{FILLED})"
_SHOWN_AS = rf"(?:{_ARABIC}|[IVXL]{{1,6}}(?:\.\d{{1,2}})?)"
_ROMAN = rf"(?:(?:[IVXL]{{1,6}}|[A-H]|\d{{1,2}})(?:\.(?:[A-H]|\d{{1,2}}))*|{FILLED})"
_AND = r"(?:, (?:and )?| and | or | to |–|-)"
_END = r"(?![\w/%])(?!\.\d)(?! (?:per cent|million|billion|thousand)\b)"


def _pattern(named: str, number: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w/.-])(?:{named})[ \u00a0](?P<numbers>{number}(?:{_AND}{number})*){_END}")


_PATTERNS = {
    Sort.TABLE: _pattern("[Tt]ables?|TABLES?", _SHOWN_AS),
    Sort.FIGURE: _pattern(r"[Ff]igures?|FIGURES?|[Ff]igs?\.", _SHOWN_AS),
    Sort.PARAGRAPH: _pattern(r"[Pp]aragraphs?|[Pp]aras?\.?", _ARABIC),
    Sort.SECTION: _pattern(r"[Ss]ections?|[Ss]ects?\.", _ROMAN),
    Sort.ANNEX: _pattern("[Aa]nnex(?:es)?|ANNEX(?:ES)?", _ROMAN),
    Sort.FOOTNOTE: _pattern("[Ff]ootnotes?", _ARABIC),
}
_STEMS = ("table", "fig", "para", "sect", "annex", "footnote")
_SHOWN = (Sort.TABLE, Sort.FIGURE)

_OURS_AFTER = re.compile(
    r"(?:,? (?:above|below)\b| (?:of|to|in) (?:the present|this) (?:document|paper|report|note|plan|annex)\b)"
)
_WITHIN = re.compile(rf" (?:of|to|in) (?:the )?(?:present |same )?(?i:annex|sect|table|figure|para|main text|{FILLED})")
_THEIRS_AFTER = re.compile(
    rf",? (?:of|to|from|thereof|thereto)\b(?! (?:{words.MONTH})\b)"
    r"|,? in (?:the|its|their|that|an?|his|her) (?:[\w-]+ ){0,3}?"
    r"(?i:report|document|note|paper|resolution|decision|convention|protocol|agreement|declaration|study|publication"
    r"|book|article|act|guidelines?|manual|framework|statement|strategy|programme)\b"
    rf"|,? (?:in )?\(?(?:{SYMBOL}|[“‘])"
    rf"|,? (?:in|from) (?!(?:{words.MONTH})\b)"
    r"[A-Z][\w’-]+(?: and [A-Z][\w’-]+| et al\.?)?,? \(?(?:19|20)\d\d[a-z]?\b"
    r"|, (?:the )?(?:[A-Z][\w.’-]* ){1,6}(?i:report|document|note|paper|resolution|decision|plan|statement)\b"
)
_NOTED_AFTER = re.compile(r",? [A-Z](?:[\w.-]{0,400}|[\w.-]{0,400}+[^.;]{0,400})\b[Rr](?:eport|esolution)\b")
_AMENDED = re.compile(
    r",? (?:(?:was|were|is|are|be|been|being|should|shall|to|has|have) )+"
    r"(?:amended|deleted|replaced|renumbered|inserted|read)\b"
    r"|,? reads? as follows|: for\b"
)
_ATTRIBUTE = re.compile(r" (?:Part(?:y|ies)|countr(?:y|ies)|States?|species|substances?|gases|nations?|experts?)\b")
_THEIRS_BEFORE = re.compile(
    r"(?:\b(?:art(?:icle)?s?|rules?|regulations?|goals?|targets?|decisions?|resolutions?|chap(?:ter)?s?|parts?|schedules?"
    r"|appendi(?:x|ces)|principles?|clauses?|pp?|pages?)\.? [\w./()-]+(?: \(\w+\))*,? (?:and |\()?"
    r"|\b(?:ibid|op\. cit|loc\. cit)\.,? |[”’»]\)?,? (?:\([^()]*\),? )?)$",
    re.IGNORECASE,
)
_CLOSES_LABEL = re.compile(r"\s*(?:[.:–—-]|\Z)")
_TO_TABLE = re.compile(r"(?<!according)(?<!refer)(?<!referred)(?<!refers)(?<!reference) to table")
_I_MYSELF = re.compile(r"\b(?:[Tt]his|[Tt]he|that|present|next|last) (?:section|table|figure|annex) I$")
_NAMED_BEFORE = re.compile(r"(?:[A-Z][\w’-]*|\d)\)?, $")
_OF_WHAT = r" (?:for|of|on|by) [^,.;:()]{1,80}"
_OF_WHEN = r" \(?\d{4}(?:[–-]\d{2,4})?"
_PUBLISHED_BEFORE = re.compile(
    r"\b(?<!this )(?<!present )"
    r"(?:(?:(?i:report|outlook|yearbook|bulletin|database|statistics)|Survey|Review|Assessment|Study)"
    rf"(?:{_OF_WHAT})?(?:{_OF_WHEN})?"
    rf"|(?:survey|review|assessment|study)(?:{_OF_WHAT}(?:{_OF_WHEN})?|{_OF_WHEN}))\)?, (?:see )?$"
    r"|[A-Z][\w’-]+(?: et al\.?)?(?: \(|, |,? \()(?:19|20)\d\d[a-z]?\)?, (?:see )?$"
)
_BESIDE = re.compile(
    rf"(?P<it>{SYMBOL}|{FILLED})(?: \([A-Z][\w. -]*\))?,? \(?"
    r"(?:(?i:paras?|paragraphs?|sects?|sections?|chaps?|chapters?|annex|tables?|figures?|figs?)\.? "
    r"[\dIVX][\w.]*(?:(?:–|-| to |,? and |, )[\dIVX][\w.]*)*(?:,? and |, )){0,3}$"
)
_THEIRS_NEAR = re.compile(
    rf"{SYMBOL}|\b(?:resolutions?|decisions?) [\w.]+/|\b[Rr]eports? (?:of|on)\b|\b(?:its|that|their) report\b"
    r"|\b(?:Convention|Protocol|Agreement|Treaty|Covenant|Charter|Statute|Constitution|Act|Law|Regulations?|Directive"
    r"|Declaration|Framework|Statement)\b|\b(?:rules of procedure|terms of reference)\b|\b[Aa]rticles? \d|\bParties\b"
)
_BESIDE_TEXT = (Role.CELL, Role.HEAD, Role.LABEL)
_SEE = re.compile(r"\b[Ss]ee (?:also )?$")

_NEAR = 120
"""Characters: what tells of a number right before it is no longer."""


def of(stretch: Stretch) -> Iterator[Typed]:
    """Give the typed numbers of a stretch, in no order, that in all likelihood are this paper's or stand `beside`."""
    text = stretch.text.lower()
    if not any(stem in text for stem in _STEMS):
        return
    names_another = cache(partial(_names_another, stretch))
    for sort, pattern in _PATTERNS.items():
        for found in pattern.finditer(stretch.text):
            if (typed := _typed(stretch, sort, found, names_another)) and stretch.is_ours(typed.start, typed.end):
                yield typed


def _typed(stretch: Stretch, sort: Sort, found: re.Match[str], names_another: Callable[[int], bool]) -> Typed | None:
    start, end = found.span()
    numbers = tuple(re.findall(r"(?<![\w(])[IVXLA-H\d]+(?:\.[A-H\d]+)*(?=[a-z]?(?:\W|$))", found["numbers"]))
    if not numbers or stretch.is_linked(start, end):
        return None
    opens = start == 0 and _CLOSES_LABEL.match(stretch.text, end) is not None
    if opens and stretch.role is (Role.CAPTION if sort in _SHOWN else Role.TITLE):
        return Typed(sort, numbers, start, end, heads=True)
    if stretch.role is Role.TITLE or (stretch.role in _BESIDE_TEXT and not _before(_SEE, stretch, start)):
        return None
    if named := _before(_BESIDE, stretch, start):
        return Typed(sort, numbers, start, end, beside=named.span("it"))
    if not _OURS_AFTER.match(stretch.text, end) and (
        _is_theirs(stretch, sort, start, end) or (sort not in _SHOWN and names_another(stretch.sentence(start)))
    ):
        return None
    return Typed(sort, numbers, start, end)


def _before(pattern: re.Pattern[str], stretch: Stretch, start: int) -> re.Match[str] | None:
    """Return what is found right before a place: a look at the whole text for each place would take its square."""
    return pattern.search(stretch.text, max(0, start - _NEAR), start)


def _is_theirs(stretch: Stretch, sort: Sort, start: int, end: int) -> bool:
    """Say whether the number there is one of another document, by the words around it."""
    text = stretch.text
    if _THEIRS_AFTER.match(text, end) and not _WITHIN.match(text, end):
        return True
    if _before(_THEIRS_BEFORE, stretch, start) or _TO_TABLE.match(text, max(0, start - 4)):
        return True
    if _before(_I_MYSELF, stretch, end) or _AMENDED.match(text, end):
        return True
    if (sort is Sort.ANNEX and _ATTRIBUTE.match(text, end)) or _closes(stretch, start):
        return True
    if stretch.role is Role.NOTE and _NOTED_AFTER.match(text, end):
        return True
    before = text[max(0, start - _NEAR) : start].replace(CALL, "")
    if (sort not in _SHOWN or stretch.role is Role.NOTE) and _NAMED_BEFORE.search(before):
        return True
    return (sort in _SHOWN or stretch.role is Role.NOTE) and _PUBLISHED_BEFORE.search(before) is not None


def _closes(stretch: Stretch, start: int) -> bool:
    """Say whether a title in italics, or an address, ends right before."""
    begin = max(0, start - _NEAR)
    end = begin + len(stretch.text[begin:start].rstrip(" ,("))
    return end > 0 and end in stretch.stops


def _names_another(stretch: Stretch, here: int) -> bool:
    """Say whether the sentence of that number, or the one before it, names another document."""
    begin, end = stretch.sentences[max(0, here - 1)][0], stretch.sentences[here][1]
    return _THEIRS_NEAR.search(stretch.text, begin, end) is not None or any(
        reference.paper is not None for reference in stretch.refers(begin, end)
    )
