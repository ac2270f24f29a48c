"""The text of a paper -> its acronyms: where each is used, and where it is spelt out.

An acronym is spelt out by its words before it in brackets, "Core Fund (CF)", behind it in brackets, or after a colon,
"stands for" and the like; its letters must be found in the words in their order (after A. Schwartz and M. Hearst, "A
simple algorithm for identifying abbreviation definitions in biomedical text", 2003).
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from neaspec_docs.check import words
from neaspec_docs.check.text import FILLED, Role, Stretch

_NAME = r"[A-Z]{2,}(?:[-/][A-Z]{2,})*"
_WHOLE = r"[A-Z](?<![\w&/.@-].)(?<!\w\(.)[A-Z]+(?:[-/][A-Z]{2,})*"
"""A name that is not the end of something longer, nor part of a symbol such as UNEP(DEPI)/MED.

A look behind its first letter costs less than one before it.
"""

_USED = re.compile(rf"(?P<name>{_WHOLE})s?(?![\w&/@(]|-\d|-[A-Z]|–[A-Z]|\.\w)")
_BRACKETED = re.compile(
    rf"[ \u00a0]\((?:or |the |hereinafter )?[“‘\"]?(?P<name>{_NAME})s?(?P<number>-?\d+)?"
    r"[”’\"]?(?=[),;]| [A-Z]+-?\d)"
)
_FOLLOWED = re.compile(
    rf"(?P<name>{_WHOLE})s? ?(?P<sign>\(|: | = |,? (?:stands?|is short) for | means | denotes | for |, |[–—] )(?:the )?"
    r"(?=(?P<words>[^()]{0,1000}))"
)

_OF_NOTES = frozenset({", ", "– ", "— "})
"""What stands between an acronym and its words in a list of them: "MPA, marine protected area"."""

_FILLED_BEFORE = re.compile(rf"[{FILLED}’”\"*]\Z")
_CAPITAL_BEFORE = re.compile(r"\b[A-Z][\w’-]*[a-z][\w’-]*[”’]?\Z")
_ROMAN = re.compile(r"M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")
_UNIT_BEFORE = re.compile(r"(?:\d|million|billion|[$€£¥]) ?\Z")
_PERSON_BEFORE = re.compile(
    r"\b(?:(?:(?:Mr|Ms|Mrs|Mx|Dr|Prof|H\.E)\.?|Ambassador|Professor|(?:Prime )?Minister|(?:Vice-)?President|Governor"
    r"|Senator) (?:[A-Z][\w.’-]+ ){0,3}|(?:Messrs|Mmes|Drs)\.? (?:[A-Z][\w.’-]+(?:,? and |, | )){0,6})\Z"
)
_GIVEN_BEFORE = re.compile(
    r"(?<![\w’-])(?<!\bthe )(?<!\b[Aa]n )(?<!\b[Aa] )(?<!\b[Ii]ts )(?<!\b[Tt]heir )(?<!\b[Tt]his )"
    r"(?:(?P<given>[A-Z][a-z]+(?:-[A-Za-z][a-z]*)*)|(?:[A-Z]\.[ -]?)+)[ \u00a0]?(?:[A-Z]{2,} ){0,3}\Z"
)
_ACTS = r" (?:[a-z]+ed|said|was|is|has|had|will|spoke|gave|took|led|sat|made)\b"
_GIVEN_AFTER = re.compile(
    r"[ \u00a0](?P<given>[A-Z][a-z]+(?:-[A-Z]?[a-z]+)?)"
    rf"(?=[,;.)]| and\b| \(|\Z|(?P<acts>{_ACTS}| of (?:the )?[A-Z]))"
)
_LISTED = re.compile(r"(?:\A|[,;:(] ?|\b(?:and|by|with) )\Z")
_OF_PERSONS = re.compile(rf"{_ACTS}| and [A-Z]\w+ [A-Z]\b|, [A-Z]|[ ,]*\(|\.?\Z")
_SPOKEN = re.compile(r"[AEIOUY]")
_NO_GIVEN = frozenset(
    """
    action african agenda agreement alliance american annex annual asia asian association bangkok beijing biennial
    bureau central centre certain chair china chinese co-chair committee conference convention coordinator council
    country current decision declaration delegation deputy director director-general draft earlier east european
    executive existing expert federation first former forum foundation full fund future general geneva global
    government group head incheon initial institute international japan japanese joint korea korean later leading
    local main major member members ministry mongolia mongolian moscow national nations network new north office
    officer official old pacific paper participating partnership party past permanent phase plan platform policy
    previous programme programmes project projects proposed protocol provisional recent regional related relevant
    report republic resolution russia russian second secretariat secretary secretary-general security seoul separate
    session similar south special staff state statement strategic strategy subregional summit system technical third
    tokyo ulaanbaatar united upcoming various vice-chair vice-president west working workshop
    """.split()  # noqa: SIM905 -- words in a line are read, a list of strings is not
)
"""Words that stand before an acronym with a capital, and are no one’s given name."""

_NUMBER_AFTER = re.compile(r"[ \u00a0](?:[A-Z] ?)?(?!(?:19|20)\d\d(?!\d))\d{3}")
"""What follows the name of a standard: EN 12341, ASTM D5011, GB 3095-2012; a year does not make one."""

_MEETING = re.compile(r"\w*(?:COP|MOP|CMP|CMA|SOM)[ \u00a0]\d")
_COMPASS = re.compile(r"[NS][EW] [A-Z]")

_LONGEST, _SHORTEST = 7, 3
"""Letters: a longer word in capitals is no acronym; a shorter one may stand beside another acronym."""

_NEAR, _BESIDE = 200, 60
"""Characters: the words of a name right before it are no longer, nor is what else tells of it."""

_CAPITALS = re.compile(r"[A-Z]{2}")
_CAPITALS_BESIDE = re.compile(r" [A-Z]{4,}\b")
_CAPITALS_BEFORE = re.compile(r"\b[A-Z]{4,} \Z")

KNOWN = frozenset(
    """
    AD AIDS ALL AND ARE AUD BC BE BY CAD CD CHF CNY COVID CSV DC DNA DRAFT DVD EUR FOR GBP GDP GMT GPS HIV HIV/AIDS
    HKD HTML ID IEC IN INR IS ISBN ISO ISO/IEC ISSN JPY KRW KZT LLC MAY MNT MUST NB NEW NO NOT NOTE OF OK ON OR PC PDF
    PO RMB RNA RUB SHALL SHOULD TBC TBD THB THE TO TV UK UN UNESCO UNICEF URL US USA USD USSR UTC VIP WILL WITH XML YES
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
    called: list[Place] = []  # those that may be a person’s
    spelt: list[Place] = []
    numbered: list[Place] = []
    for number, stretch in enumerate(stretches):
        if not _CAPITALS.search(stretch.text) or stretch.text.isupper():
            continue
        here = [*_spelt(stretch.text, stretch.role is Role.NOTE)]
        spelt += (Place(found["name"], number, *found.span("name")) for found in here if not _number(found))
        numbered += (Place(found["name"], number, *found.span("name")) for found in here if _number(found))
        taken = {found.start("name") for found in here}
        for place in _used(stretch, number):
            if place.start not in taken:
                (called if _is_called(stretch, place) else used).append(place)
    others = {place.name for place in (*used, *spelt, *numbered)}
    used += (place for place in called if place.name in others)
    return Acronyms(stretches, tuple(sorted(used, key=_order)), tuple(spelt), tuple(numbered))


def _order(place: Place) -> tuple[int, int]:
    return place.number, place.start


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
        if _NUMBER_AFTER.match(text, end) or _MEETING.match(text, start) or _COMPASS.match(text, start):
            continue
        if not (_before(_UNIT_BEFORE, text, start) or _before(_PERSON_BEFORE, text, start) or _is_word(text, found)):
            yield Place(name, number, start, end)


def _is_called(stretch: Stretch, place: Place) -> bool:
    """Say whether it may be the family name of a person, by the given name beside it: Anna SATO, SATO Min-ho.

    What opens a sentence may be a verb, as in "Support ESCAP": there what follows must be said of a person.
    """
    text = stretch.text
    if not all(_SPOKEN.search(part) for part in re.split("[-/]", place.name)) or "/" in place.name:
        return False
    after, before = _GIVEN_AFTER.match(text, place.end), _before(_GIVEN_BEFORE, text, place.start)
    if after and "-" in after["given"] and _may_be_given(after["given"]):
        return True
    listed = _before(_LISTED, text, place.start) or (after and after["acts"] and stretch.opens_sentence(place.start))
    if after and listed and _may_be_given(after["given"]):
        return True
    if before is None or (stretch.opens_sentence(before.start()) and not _OF_PERSONS.match(text, place.end)):
        return False
    return before["given"] is None or _may_be_given(before["given"])


def _may_be_given(name: str) -> bool:
    return words.is_capital(name) and name not in words.MONTHS and name.lower() not in _NO_GIVEN


def _before(pattern: re.Pattern[str], text: str, start: int) -> re.Match[str] | None:
    """Return what is found right before a place: a look at the whole text for each place would take its square."""
    return pattern.search(text, max(0, start - _BESIDE), start)


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
    stands_for = note and "stands for" in text
    for found in _FOLLOWED.finditer(text):
        if found["sign"] in _OF_NOTES and not note:
            continue
        if _begins_with(found["words"], found["name"]) or stands_for:
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
