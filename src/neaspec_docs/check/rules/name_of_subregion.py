"""A subregion that is named otherwise than the United Nations names it.

It is "North-East Asia", with a hyphen and two capitals, as in the name of the Programme, and so is "South-East Asia".
Each other form is that of some institution, and reads as if that one were meant.

Wrong:

```yaml
- para: In Northeast Asia and in North East Asia cooperation grew; NE Asia is large.
- para: Northeast Asian countries and Southeast Asia took part, with East and Northeast Asia as a whole.
```

Right:

```yaml
- para: In North-East Asia cooperation grew; North-East Asian countries and South-East Asia took part.
```

Silent: names of institutions and publications, which spell themselves; other words of the map; what is quoted.

```yaml
- para: |
    The Northeast Asia Desertification, Land Degradation and Drought Network, the Asia Foundation for Northeast Asia,
    *Global Land Outlook: Northeast Asia Thematic Report*, “Northeast Asia” and https://www.example.org/northeast%20asia.
- para: Northeast China, the Northwest Pacific Action Plan and north-eastern Mongolia lie in East Asia.
```
"""

import re

from neaspec_docs.check import words
from neaspec_docs.check.reading import Reading
from neaspec_docs.check.rule import Finding, Findings, Rule
from neaspec_docs.diagnostics.codes import Code

_NAME = re.compile(
    r"(?<![\w-])(?!(?:North|South)-East Asia|(?:NORTH|SOUTH)-EAST ASIA)"
    r"(?:(?P<side>[Nn]orth|[Ss]outh|NORTH|SOUTH)[- ]?(?:[Ee]ast(?:ern)?|EAST)|(?P<short>NE|SE|N\.E\.|S\.E\.))"
    r" (?P<asia>Asian?s?|ASIAN?)(?![\w-])"
)
_EAST_AND = re.compile(r"\bEast and \Z")


def find(paper: Reading) -> Findings:
    """Give each other name of a subregion in the words of an English paper."""
    for stretch in paper.prose():
        text = stretch.text
        if "Asia" not in text and "ASIA" not in text:
            continue
        for found in _NAME.finditer(text):
            start, end = found.span()
            leading = _EAST_AND.search(text, max(0, start - 10), start)
            begin = leading.start() if leading else start
            if words.is_capital(words.after(text, end)) or words.name_before(text, begin):
                continue
            if not stretch.is_ours(start, end):
                continue
            new = _right(found)
            fix = words.edit(stretch, start, end, new)
            yield Finding(f"`{found.group()}`", stretch.at(start, end), f"write `{new}`", fix=fix)


def _right(found: re.Match[str]) -> str:
    side = "South" if (found["side"] or found["short"])[0] in "sS" else "North"
    new = f"{side}-East {found['asia'].capitalize()}"
    return new.upper() if found["asia"].isupper() else new


RULE = Rule(Code.NAME_OF_SUBREGION, paper=find)
