"""A place in a stretch -> what stands beside it: words, names, figures; and the edit that puts other words there."""

import re
from collections.abc import Iterator

from neaspec_docs.check.text import Stretch
from neaspec_docs.diagnostics.diagnostic import Edit
from neaspec_docs.diagnostics.span import Span

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
MONTH = "|".join(MONTHS)

_DESIGNATORS = frozenset(
    """
    act activity agenda annex annexes appendices appendix art article articles arts bill box boxes building bus case
    category chapter chapters chart class clause cluster code column columns component convention court day days
    decision decisions directive document draft ext extension fax fig figs figure figures floor footnote footnotes form
    gate goal goals grade group groups highway id indicator indicators isbn issn issue item items law level levels line
    lines lot magnitude map model module no nos note notes number numbered numbers objective option options order
    outcome output p page pages para paragraph paragraphs paras part parts phase phases phone pillar pillars platform
    point points postcode pp principle principles priority protocol quarter question questions rank ranked ranking rated
    rating recommendation recommendations regulation resolution resolutions road room round route row rows rule rules
    scale scenario schedule scope score scored sect section sections sector sects serial session sessions sheet slide
    slides stage stages step steps subparagraph subparagraphs symbol table tables target targets task tasks tel
    telephone terminal text theme tier track treaty type types unit units variant version versions vol vols volume
    volumes week workshop year zip zone zones
    """.split()  # noqa: SIM905 -- words in a line are read, a list of strings is not
)
"""Words whose number is a name: "Goal 14", "phase 2", "question 16"."""

_NO_NAMES = frozenset(
    """
    a about above across after all almost although among an and another any approximately are around as at because
    before below besides between both but by countries despite did do does during each either every few fewer for from
    further government governments had has have he how however if in including into is it its less many members more
    moreover most my nearly neither next no nor not of on only or other others our over per period see several she since
    so some states such than that the their then there these they this those through throughout to under unlike until up
    upon was we were what when where whether which while who will with within without would years
    """.split()  # noqa: SIM905 -- words in a line are read, a list of strings is not
)
"""Words that are no part of a name where they stand at its edge, though a sentence may begin with them."""

_LINKING = frozenset({"of", "for", "the", "de", "la", "du", "&"})
_BEFORE = re.compile(r"(?:^|(?<=[\s(“‘\"\[]))([^\s()“”\"\[\],;:]+)[ \u00a0]\Z")
_AFTER = re.compile(r"[ \u00a0]([^\s()“”\"\[\],;:.!?]+)")
_TOKEN_BEFORE = re.compile(r"\S*\Z")
_TOKEN_AFTER = re.compile(r"\S*")
_FAR = 60
"""Characters: how far back a word is looked for."""

_ENOUGH = 4
"""Words of a name: more need not be counted."""

_JOINED = r"(?:, ?(?:and |or )?| (?:and|or|to|through) |[–-])"
_CHAIN = re.compile(rf"\d[\d.]*(?:{_JOINED}\d[\d.]*)*{_JOINED}\Z")
"""What leads up to the last of several numbers: "2, 3 and " before "5"."""

_YEAR = re.compile(r"(?:1[5-9]|20|21)\d\d")
_FIGURE = re.compile(r"(?<![\w.,/:-])\d+(?:,\d{3})*(?:\.\d+)?(?![\w/:-]|[.,]\d)")
"""A number that stands for itself, whole or with decimals."""


def before(text: str, start: int) -> str:
    """Return the word before, where nothing but a space parts it from the character; else ""."""
    found = _BEFORE.search(text, max(0, start - _FAR), start)
    return found[1] if found else ""


def after(text: str, end: int) -> str:
    """Return the word after, where nothing but a space parts them; else ""."""
    found = _AFTER.match(text, end)
    return found[1] if found else ""


def token(text: str, start: int, end: int) -> str:
    """Return the characters with those around them up to the next white space."""
    left = _TOKEN_BEFORE.search(text, max(0, start - _FAR), start)
    right = _TOKEN_AFTER.match(text, end)
    return (left.group() if left else "") + text[start:end] + (right.group() if right else "")


def is_capital(word: str) -> bool:
    """Say whether a word may be part of a name by its first letter."""
    ends = len(word) > len("Dr.") and word.endswith((".", "!", "?"))
    return word[:1].isupper() and not ends and word.lower() not in _NO_NAMES


def is_name(text: str, start: int, end: int) -> bool:
    """Say whether a capitalized word beside these, or parted by "of the" and the like, makes them part of a name."""
    return text[start].isupper() and (name_before(text, start) or name_after(text, end))


def name_before(text: str, start: int) -> bool:
    """Say whether a name leads up to here: "Ministry of" before "Waters"."""
    while (word := before(text, start)) in _LINKING:
        start -= len(word) + 1
    return is_capital(word)


def name_words(text: str, start: int) -> int:
    """Return how many capitalized words lead up to here, up to four: two in "Framework of Early Birds" before "Act"."""
    count = 0
    while count < _ENOUGH and ((word := before(text, start)) in _LINKING or is_capital(word)):
        count += word not in _LINKING
        start -= len(word) + 1
    return count


def name_after(text: str, end: int) -> bool:
    """Say whether a name goes on from here: "for Economic" after "Organisation"."""
    while (word := after(text, end)) in _LINKING:
        end += len(word) + 1
    return is_capital(word)


def designates(word: str) -> bool:
    """Say whether the number after this word is a name: "Goal 14", "Apollo 8", "para. 5"."""
    return word.lower().rstrip(".") in _DESIGNATORS or is_capital(word)


def designated(text: str, start: int) -> bool:
    """Say whether a number that begins here is a name, or one of several: "tables 2, 3 and 5"."""
    chain = _CHAIN.search(text, max(0, start - _FAR), start)
    return designates(before(text, chain.start() if chain else start))


def figures(text: str) -> Iterator[re.Match[str]]:
    """Give the numbers that stand for themselves, not for a year or a place in an order."""
    for found in _FIGURE.finditer(text):
        if not designated(text, found.start()):
            yield found


def is_year(figures: str) -> bool:
    """Say whether four figures may be a year."""
    return _YEAR.fullmatch(figures) is not None


def edit(stretch: Stretch, start: int, end: int, new: str) -> tuple[Edit, ...]:
    """Return the edit that puts other words in place of these; none where it can't be made without harm."""
    place = stretch.exact(start, end)
    if place is None or not _SAFE.fullmatch(new) or ("," in new and not _is_in_block(stretch, place)):
        return ()
    return (Edit(place, new),)


_SAFE = re.compile(r"(?:[^\W_]|[ \u00a0“”‘’–—…$€£¥.])?(?:[^\W_]|[ \u00a0“”‘’–—…$€£¥.,;()/%!?-])*")
"""Words that are neither YAML nor Markdown wherever they stand, but for the comma."""

_OPENS_TEXT = re.compile(r"\s*(?:(?:-\s+)*[\w-]+:|(?:-\s+)*-(?!\s+[\w-]+:\s))\s+[^\s\[{&*!|>#-].*(?<![\s,}\]])\s*$")
"""A line that opens a scalar which stands in no brackets, as far as one line can tell."""

_BLOCK = re.compile(r"(?:^|\s)[|>](?:[+-]?\d?|\d[+-])\s*(?:#.*)?$")


def _is_in_block(stretch: Stretch, place: Span) -> bool:
    """Say whether a comma may stand here: in YAML's brackets it would part two things."""
    lines = stretch.files.lines(place.file)
    line = lines[place.line - 1]
    if _OPENS_TEXT.match(line):
        return True
    depth = len(line) - len(line.lstrip())
    for above in reversed(lines[: place.line - 1]):
        if above.strip() and len(above) - len(above.lstrip()) < depth:
            return _BLOCK.search(above) is not None
    return False
