"""A word spelt -ise where the Concise Oxford Dictionary has -ize, or -yze and -ize where it has -yse and -ise.

The United Nations follows the Concise Oxford: organize, realization, but analyse, whose ending is another, and advise,
whose "-ise" is no ending at all. Two spellings in one paper look like two hands.

Wrong:

```yaml
- para: The Meeting organised its work and recognised the realisation of its goals.
- para: Organisation of the work. The data were analyzed.
- para: The World Health Organisation supervizes the survey.
```

Right:

```yaml
- para: The Meeting organized its work and recognized the realization of its goals.
- para: Organization of the work. The data were analysed.
- para: The World Health Organization supervises the survey.
```

Silent: words that are never spelt with a z; names that are spelt so by those who bear them; what is quoted or in
italics.

```yaml
- para: |
    They advised, comprised, exercised, improvised, promised, raised and revised it otherwise, with expertise, precise
    premises and a wise compromise; a fundraiser and an adviser supervised the merchandise during two crises.
- para: |
    The Organisation for Economic Co-operation and Development, the Commonwealth Scientific and Industrial Research
    Organisation and Denise took part; see “the organisation”, *La réalisation* and https://www.example.org/organise.
- para: Les organisations non gouvernementales; organisations de jeunes; l’organisation des travaux.
- para: The prize is of the size of maize; they seized it, were disabled, and analyses were made.
```
"""

import re

from neaspec_docs.check import words
from neaspec_docs.check.reading import Reading
from neaspec_docs.check.rule import Finding, Findings, Rule
from neaspec_docs.check.text import Stretch
from neaspec_docs.diagnostics.codes import Code

_ENDING = re.compile(
    r"(?P<sign>is|iz|yz|IS|IZ|YZ)"
    r"(?P<end>e|es|ed|er|ers|ing|ings|able|ation|ations|ational|E|ES|ED|ER|ERS|ING|INGS|ABLE|ATIONS?|ATIONAL)\b"
)
_STEM = re.compile(r"\b[A-Za-z]{2,}\Z")
_YSE = re.compile(r"(?:anal|catal|paral|hydrol|electrol|dial)\Z")
_ISE = re.compile(r"(?:un|re)?(?:adv|compr|comprom|dev|enterpr|exerc|franch|improv|merchand|rev|superv|surpr|telev)")
"""What stands before "ise" in words that are sometimes spelt with a z, for fear of an s."""

_NEVER = frozenset(
    """
    acropol advert an appr ar br cer chast chem clitor comprom cr dem enfranch expert franch highr ir m mant merchand
    metropol moonr mort overr parad perqu pract prem prom r rem sunr surm treat trell upr val
    """.split()  # noqa: SIM905 -- words in a line are read, a list of strings is not
)
"""What stands before "ise" in words whose "ise" is no ending."""

_LONGEST, _OPENING_SIGNS = 30, 9
"""Characters: a longer word is none; what opens a sentence before its first word is no longer."""

_FRENCH_AFTER = re.compile(r" (?:non|de|des|du|la|les|et|en|pour|à|aux|sur|par) | (?:d|l)['’]\w")
_FRENCH_BEFORE = re.compile(r"\b(?:(?:les?|la|des|du|une?|aux|et|en|cette|ces|sa|ses) |[dlDL]['’])\Z", re.IGNORECASE)
_IN_ADDRESS = re.compile(r"[@_]|\w\.\w")
_PREFIX = re.compile(r"^(?:un|dis|re|pre|mis|over|under|non|co|self)(?=\w{2})")
_NEVER_ENDING = re.compile(r"(?:[aou]|nch|pr|sp|w|(?<!i)v|(?<![ia])c)$")
"""Endings of what stands before "ise" in such words: raise, noise, cruise, surprise, likewise, revise, concise."""

_KNOWN = re.compile(
    r"(?:World (?:Health|Trade|Meteorological|Tourism|Intellectual Property)|Food and Agriculture|International Labour"
    r"|International Maritime|International Civil Aviation|Industrial Development) \Z"
)
"""Organizations of the United Nations, whose own spelling is that of the United Nations."""


def find(paper: Reading) -> Findings:
    """Give each word of an English paper that the Concise Oxford spells otherwise."""
    for stretch in paper.prose():
        for found in _ENDING.finditer(stretch.text):
            stem = _STEM.search(stretch.text, max(0, found.start() - _LONGEST), found.start())
            if stem is None:
                continue
            new = _right(stem.group(), found["sign"])
            if new and _is_ours(stretch, stem.start(), found.end()):
                yield _finding(stretch, stem.start(), found.end(), stem.group() + new + found["end"])


def _right(stem: str, sign: str) -> str | None:
    """Return the letters that belong between stem and ending; None where they are there."""
    match sign.lower():
        case "is":
            new = "iz" if _may_be_ize(stem.lower()) else None
        case "yz":
            new = "ys" if _YSE.search(stem.lower()) else None
        case _:
            new = "is" if _ISE.fullmatch(stem.lower()) else None
    return new.upper() if new and sign.isupper() else new


def _may_be_ize(stem: str) -> bool:
    bare = _PREFIX.sub("", stem)
    return not (stem in _NEVER or bare in _NEVER or _NEVER_ENDING.search(stem))


def _is_ours(stretch: Stretch, start: int, end: int) -> bool:
    text = stretch.text
    if not stretch.is_ours(start, end) or _IN_ADDRESS.search(words.token(text, start, end)):
        return False
    if _FRENCH_AFTER.match(text, end) or _FRENCH_BEFORE.search(text, max(0, start - 8), start):
        return False
    if not text[start].isupper() or _KNOWN.search(text, max(0, start - 40), start):
        return True
    return not (words.is_name(text, start, end) or _is_given(stretch, start))


def _is_given(stretch: Stretch, start: int) -> bool:
    """Say whether a single capitalized word inside a sentence is a name: "Denise"."""
    begin = stretch.sentences[stretch.sentence(start)][0]
    return start - begin > _OPENING_SIGNS or stretch.text[begin:start].strip("“‘(\"'") != ""


def _finding(stretch: Stretch, start: int, end: int, new: str) -> Finding:
    fix = words.edit(stretch, start, end, new)
    return Finding(f"`{stretch.text[start:end]}`", stretch.at(start, end), f"write `{new}`", fix=fix)


RULE = Rule(Code.IZE_SPELLING, paper=find)
