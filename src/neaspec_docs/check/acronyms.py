"""The text of a paper -> its acronyms: where each is used, and where it is spelt out.

An acronym is spelt out by its words before it in brackets, "Core Fund (CF)", behind it in brackets, or after a colon,
"stands for" and the like; its letters must be found in the words in their order (after A. Schwartz and M. Hearst, "A
simple algorithm for identifying abbreviation definitions in biomedical text", 2003).
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from neaspec_docs.check.text import FILLED, Role, Stretch

_NAME = r"[A-Z]{2,}(?:[-/][A-Z]{2,})*"
_WHOLE = r"[A-Z](?<![\w&/.@-].)[A-Z]+(?:[-/][A-Z]{2,})*"
"""A name that is not the end of something longer; a look behind its first letter costs less than one before it."""

_USED = re.compile(rf"(?P<name>{_WHOLE})s?(?![\w&/@(]|-\d|-[A-Z]|–[A-Z]|\.\w)")
_BRACKETED = re.compile(
    rf"[ \u00a0]\((?:or |the |hereinafter )?[“‘\"]?(?P<name>{_NAME})s?(?P<number>-?\d+)?"
    r"[”’\"]?(?=[),;]| [A-Z]+-?\d)"
)
_FOLLOWED = re.compile(
    rf"(?P<name>{_WHOLE})s? ?(?:\(|: | = |,? (?:stands?|is short) for | means | denotes | for )(?:the )?"
    r"(?=(?P<words>[^()]{0,1000}))"
)

_FILLED_BEFORE = re.compile(rf"[{FILLED}’”\"*]\Z")
_CAPITAL_BEFORE = re.compile(r"\b[A-Z][\w’-]*[a-z][\w’-]*[”’]?\Z")
_ROMAN = re.compile(r"M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")
_UNIT_BEFORE = re.compile(r"(?:\d|million|billion|[$€£¥]) ?\Z")
_PERSON_BEFORE = re.compile(r"\b(?:Mr|Ms|Mrs|Dr|Prof|Mx|H\.E)\.? (?:[A-Z][\w.’-]+ ){0,3}\Z")

_LONGEST, _SHORTEST = 7, 3
"""Letters: a longer word in capitals is no acronym; a shorter one may stand beside another acronym."""

_NEAR = 200
"""Characters: what tells of a name right before it is no longer."""

_CAPITALS = re.compile(r"[A-Z]{2}")
_CAPITALS_BESIDE = re.compile(r" [A-Z]{4,}\b")
_CAPITALS_BEFORE = re.compile(r"\b[A-Z]{4,} \Z")

KNOWN = frozenset(
    """
    AD AIDS ALL AND ARE BC BE BY CD CNY COVID CSV DNA DRAFT DVD EUR FOR GBP GDP GMT GPS HIV HIV/AIDS HTML ID IEC IN IS
    ISBN ISO ISO/IEC ISSN JPY KRW MAY MNT MUST NB NEW NO NOT NOTE OF OK ON OR PC PDF PO RNA RUB SHALL SHOULD THE TO TV
    UK UN UNESCO UNICEF URL US USA USD USSR UTC VIP WILL WITH XML YES
    """.split()  # noqa: SIM905 -- words in a line are read, a list of strings is not
)
"""What needs no words: known to everyone, a name that is never said in full, money, or a word in capitals."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where an acronym stands: in which stretch, counted from 0, and in which characters of it."""

    name: str
    number: int
    start: int
    end: int


@dataclass(frozen=True)
class Acronyms:
    """The acronyms of a paper, in the order in which they are read.

    `spelt` leaves out those with a number, as in "the third Senior Officials Meeting (SOM-3)", which `numbered` holds.
    """

    stretches: tuple[Stretch, ...]
    used: tuple[Place, ...]
    spelt: tuple[Place, ...]
    numbered: tuple[Place, ...]


def of(stretches: tuple[Stretch, ...]) -> Acronyms:
    """Return the acronyms in the text of a paper."""
    used: list[Place] = []
    spelt: list[Place] = []
    numbered: list[Place] = []
    for number, stretch in enumerate(stretches):
        if not _CAPITALS.search(stretch.text) or stretch.text.isupper():
            continue
        here = [*_spelt(stretch.text, stretch.role is Role.NOTE)]
        spelt += (Place(found["name"], number, *found.span("name")) for found in here if not _number(found))
        numbered += (Place(found["name"], number, *found.span("name")) for found in here if _number(found))
        taken = {found.start("name") for found in here}
        used += (place for place in _used(stretch, number) if place.start not in taken)
    return Acronyms(stretches, tuple(used), tuple(spelt), tuple(numbered))


def names(texts: Iterable[str]) -> frozenset[str]:
    """Return the acronyms that are spelt out in these words."""
    return frozenset(found["name"] for text in texts for found in _spelt(text, note=False))


def _number(found: re.Match[str]) -> str | None:
    return found["number"] if found.re is _BRACKETED else None


def _used(stretch: Stretch, number: int) -> Iterator[Place]:
    text = stretch.text
    for found in _USED.finditer(text):
        name, (start, end) = found["name"], found.span("name")
        if name in KNOWN or _ROMAN.fullmatch(name):
            continue
        if not stretch.is_ours(start, end):
            continue
        if not (_before(_UNIT_BEFORE, text, start) or _before(_PERSON_BEFORE, text, start) or _is_word(text, found)):
            yield Place(name, number, start, end)


def _before(pattern: re.Pattern[str], text: str, start: int) -> re.Match[str] | None:
    """Return what is found right before a place: a look at the whole text for each place would take its square."""
    return pattern.search(text, max(0, start - _NEAR), start)


def _is_word(text: str, found: re.Match[str]) -> bool:
    """Say whether it is no acronym but a word in capitals: a long one, or one beside another."""
    letters = max(len(part) for part in re.split("[-/]", found["name"]))
    beside = _CAPITALS_BESIDE.match(text, found.end()) or _before(_CAPITALS_BEFORE, text, found.start())
    return letters > _LONGEST or (letters > _SHORTEST and beside is not None)


def _spelt(text: str, note: bool) -> Iterator[re.Match[str]]:  # noqa: FBT001 -- which of two it is shows in the call
    for found in _BRACKETED.finditer(text):
        alone = text[found.end() : found.end() + 1] == ")"
        before = text[max(0, found.start() - _NEAR) : found.start()]
        named = _FILLED_BEFORE.search(before) or (alone and _CAPITAL_BEFORE.search(before))
        if named or _ends_in(before, found["name"]):
            yield found
    for found in _FOLLOWED.finditer(text):
        if _begins_with(found["words"], found["name"]) or (note and "stands for" in text):
            yield found


def _letters(name: str) -> str:
    return re.sub(r"[^A-Z]", "", name).lower()


def _ends_in(words: str, name: str) -> bool:
    """Say whether the last words give the letters of the name, the first one at the beginning of a word."""
    letters = _letters(name)
    words = " ".join(words.lower().split()[-max(len(letters) * 2, 6) :])
    place = len(words)
    for letter in reversed(letters[1:]):
        place = words.rfind(letter, 0, place)
        if place < 0:
            return False
    return any(not words[at - 1 : at].isalnum() for at in range(place) if words[at] == letters[0])


def _begins_with(words: str, name: str) -> bool:
    """Say whether the first words give the letters of the name, the first at the very beginning."""
    letters, place = _letters(name), 0
    words = words.lower()
    if " " not in words.strip() or not words.startswith(letters[0]):
        return False
    for letter in letters:
        place = words.find(letter, place) + 1
        if not place:
            return False
    return place < len(letters) * 20
