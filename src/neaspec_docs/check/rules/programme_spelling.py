"""The American "program" where the United Nations writes "programme".

"Programme" is the spelling of the Concise Oxford Dictionary, and of the names of the United Nations' own funds and
programmes. Only what a computer runs is a program.

Wrong:

```yaml
- para: The program of work was adopted, with two programs on wetlands.
- para: The United Nations Environment Program and the World Food Program took part.
- section: Program of the meeting
```

Right:

```yaml
- para: The programme of work was adopted, with two programmes on wetlands.
- para: The United Nations Environment Programme and the World Food Programme took part.
```

Silent: computer programs, the verb, and names of others' programs, as they write them.

```yaml
- para: A computer program counts the nests, and software programs draw them; the source code of the program is open.
- para: The program code was a program in Python.
- para: Two programs running on a PC were used.
- para: The Long-Term Ecological Research Program of the United States and the National Toxicology Program took part.
- para: They programmed it anew, which took much programming; see “the program” and *Program*.
```
"""

import re

from neaspec_docs.check import words
from neaspec_docs.check.reading import Reading
from neaspec_docs.check.rule import Finding, Findings, Rule
from neaspec_docs.check.text import Stretch
from neaspec_docs.diagnostics.codes import Code

_WORD = re.compile(r"\b(?:Program|program|PROGRAM)(?=s?\b|S\b)(?!-)")
_OF_COMPUTERS = re.compile(
    r"\b(?:computers?|computing|software|source code|algorithms?|open-source|applications?|programs? (?:code|files?)"
    r"|PCs?|Python|Java|JavaScript|Fortran|programs? in (?:R|C)|running on|runs? on|laptops?|servers?|scripts?"
    r"|compile[drs]?|executables?|operating systems?|Linux|Windows|debug\w*|install(?:s|ed|ing)?)\b",
    re.IGNORECASE,
)
_OURS = re.compile(
    r"(?:United Nations|UN|World Food|Environment|Development|Human Settlements|Subregional|Joint)[\w -]{0,40} \Z"
)
"""What leads up to the name of a programme of the United Nations."""


def find(paper: Reading) -> Findings:
    """Give each "program" in the words of an English paper that is neither a computer's nor another's name."""
    for stretch in paper.prose():
        if "rogram" not in stretch.text and "PROGRAM" not in stretch.text:
            continue
        for found in _WORD.finditer(stretch.text):
            if stretch.is_ours(*found.span()) and not _is_right(stretch, found):
                end = found.end()
                new = found.group() + ("ME" if found.group().isupper() else "me")
                fix = words.edit(stretch, *found.span(), new)
                yield Finding(f"`{found.group()}`", stretch.at(found.start(), end), f"write `{new}`", fix=fix)


def _is_right(stretch: Stretch, found: re.Match[str]) -> bool:
    text, start = stretch.text, found.start()
    if re.search(r"[@_/]|\w\.\w", words.token(text, *found.span())) or words.before(text, start) in ("to", "can"):
        return True
    if words.is_name(text, *found.span()):
        return text.isupper() is False and _OURS.search(text, max(0, start - 80), start) is None
    return any(
        _OF_COMPUTERS.search(text, begin, end) is not None for begin, end in stretch.sentences if begin <= start < end
    )


RULE = Rule(Code.PROGRAMME_SPELLING, paper=find)
