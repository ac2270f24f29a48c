"""A member State that is named otherwise than the United Nations names it.

The members are China, the Democratic People’s Republic of Korea, Japan, Mongolia, the Republic of Korea and the Russian
Federation. Another name takes a side, or is taken to; no delegation should have to ask for its own.

Wrong:

```yaml
- para: North Korea, South Korea and Russia took part, with the PRC and DPR Korea.
- para: Experts from China, Japan and Korea met; the ROK and DPRK sent comments. Russia’s comments followed.
```

```yaml
- table: Members
  columns: [Mechanism, Members]
  rows: [[Air network, "China, Russia"]]
```

Right:

```yaml
- para: The Democratic People’s Republic of Korea, the Republic of Korea and the Russian Federation took part.
```

Silent: names of institutions, places, languages, peoples and species; adjectives; the short forms that tables use by
custom, and notes that say what these stand for; what is quoted, and addresses.

```yaml
- para: |
    The Korea Environment Institute, the Korea Forest Service, the Bank of Russia, the Korea Strait, the Korean
    peninsula, Korean pine, the Russian language, South Korean wetlands, the Russian Far East and
    Inner Mongolia; “South Korea”; https://www.example.org/Russia and *Korea*. Greenpeace Korea and the Academy of
    Sciences of Russia took part.
- table: Members
  columns: [Mechanism, ROK]
  rows: [[Air network, "DPRK, ROK and PRC"]]
  note: DPRK stands for the Democratic People’s Republic of Korea and ROK for the Republic of Korea.
- para: The Government of the Republic of Korea and the People’s Republic of China agreed.
```
"""

import re

from neaspec_docs.check import words
from neaspec_docs.check.reading import Reading
from neaspec_docs.check.rule import Finding, Findings, Rule
from neaspec_docs.check.text import Role, Stretch
from neaspec_docs.diagnostics.codes import Code

_NORTH, _SOUTH = "Democratic People’s Republic of Korea", "Republic of Korea"
_NAMES = {
    "North Korea": _NORTH,
    "DPR Korea": _NORTH,
    "DPR of Korea": _NORTH,
    "DPRK": _NORTH,
    "South Korea": _SOUTH,
    "ROK": _SOUTH,
    "Korea": _SOUTH,
    "Russia": "Russian Federation",
    "Outer Mongolia": "Mongolia",
    "PRC": "China",
    "PR China": "China",
    "P.R. China": "China",
}
_NAME = re.compile(rf"(?<![\w/@.–-])(?:{'|'.join(map(re.escape, _NAMES))})(?![\w/@–-]|\.\w)")
_SHORT = frozenset({"DPRK", "ROK", "PRC"})
_IN_TABLES = (Role.CELL, Role.HEAD, Role.PANEL, Role.CAPTION, Role.LABEL)
_RIGHT_BEFORE = re.compile(r"\bRepublic of(?: the)? \Z")
_OF = re.compile(r"(?P<word>[\w’]+) of (?:the )?\Z")
_OFFICIAL = frozenset({"Government", "Governments", "Delegation", "Delegations", "Representative", "Representatives"})


def find(paper: Reading) -> Findings:
    """Give each other name of a member in the words of an English paper."""
    for stretch in paper.prose():
        for found in _NAME.finditer(stretch.text):
            name = found.group()
            if stretch.is_ours(*found.span()) and not _is_right(stretch, found):
                both = f" or `{_NORTH}`" if name == "Korea" else ""
                help = f"the United Nations writes `{_NAMES[name]}`{both}"
                yield Finding(f"`{name}` for a member State", stretch.at(*found.span()), help)


def _is_right(stretch: Stretch, found: re.Match[str]) -> bool:
    text, (start, end) = stretch.text, found.span()
    if found.group() in _SHORT and (stretch.role in _IN_TABLES or _is_explained(stretch, found.group())):
        return True
    if _RIGHT_BEFORE.search(text, max(0, start - 20), start) or words.is_capital(words.after(text, end)):
        return True
    if leading := _OF.search(text, max(0, start - 40), start):
        return words.is_capital(leading["word"]) and leading["word"] not in _OFFICIAL
    return words.is_capital(words.before(text, start))


def _is_explained(stretch: Stretch, name: str) -> bool:
    said = re.search(rf"{name}(?:: | = | stands for| for| means)", stretch.text)
    return stretch.role is Role.NOTE and said is not None


RULE = Rule(Code.NAME_OF_MEMBER, paper=find)
