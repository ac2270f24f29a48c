"""The American "program" where the United Nations writes "programme".

"Programme" is the spelling of the Concise Oxford Dictionary, and of the names of the United Nations' own funds and
programmes. Only what a computer runs is a program.

Wrong:

```yaml
- para: The program of work was adopted, with two programs on wetlands.
- para: The United Nations Environment Program and the World Food Program took part.
- section: Program of the meeting
```

```yaml
- para: The members of the Reed Program met, as did those of the Herons’ Program.
```

Right:

```yaml
- para: The programme of work was adopted, with two programmes on wetlands.
- para: The United Nations Environment Programme and the World Food Programme took part.
```

Silent: computer programs, the verb, and names of others' programs, as they write them: those of several words. One word
before it does not tell whose name it is, and is left to the author.

```yaml
- para: A computer program counts the nests, and software programs draw them; the source code of the program is open.
- para: The program code was a program in Python.
- para: Two programs running on a PC were used.
- para: The Long-Term Ecological Research Program of the United States and the National Toxicology Program took part.
- para: They programmed it anew, which took much programming; see “the program” and *Program*.
```
"""

import re
from collections.abc import Callable
from functools import cache, partial

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

_OFFICIAL = 2
"""Words: a name of as many is an official one."""


def find(paper: Reading) -> Findings:
    """Give each "program" in the words of an English paper that is neither a computer's nor another's name."""
    for stretch in paper.prose():
        if "rogram" not in stretch.text and "PROGRAM" not in stretch.text:
            continue
        of_computers = cache(partial(_is_of_computers, stretch))
        for found in _WORD.finditer(stretch.text):
            if stretch.is_ours(*found.span()) and not _is_right(stretch, found, of_computers):
                new = found.group() + ("ME" if found.group().isupper() else "me")
                named = _is_named(stretch.text, *found.span())
                help = f"write `{new}`" + (", unless those who bear the name write it otherwise" if named else "")
                fix = () if named else words.edit(stretch, *found.span(), new)
                yield Finding(f"`{found.group()}`", stretch.at(*found.span()), help, fix=fix)


def _is_named(text: str, start: int, end: int) -> bool:
    """Say whether one word makes a name of it, which may be ours: "the Reed Program"."""
    return words.is_name(text, start, end) and _OURS.search(text, max(0, start - 80), start) is None


def _is_right(stretch: Stretch, found: re.Match[str], of_computers: Callable[[int], bool]) -> bool:
    text, start = stretch.text, found.start()
    if re.search(r"[@_/]|\w\.\w", words.token(text, *found.span())) or words.before(text, start) in ("to", "can"):
        return True
    if words.is_name(text, *found.span()):
        official = words.name_words(text, start) >= _OFFICIAL or words.name_after(text, found.end())
        return official and not text.isupper() and _OURS.search(text, max(0, start - 80), start) is None
    return of_computers(stretch.sentence(start))


def _is_of_computers(stretch: Stretch, sentence: int) -> bool:
    return _OF_COMPUTERS.search(stretch.text, *stretch.sentences[sentence]) is not None


RULE = Rule(Code.PROGRAMME_SPELLING, paper=find)
