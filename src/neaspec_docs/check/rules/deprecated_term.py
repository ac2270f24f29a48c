"""A term that the project's glossary would not see.

A reader takes two terms for two things. The glossary, `content/terms.yaml`, says which term the project uses, what
should not stand for it, and why; so papers by many hands speak alike, and a newcomer learns the words from the check.

Wrong:

```yaml content/terms.yaml
- term: subregional
  not: [sub-regional]
  because: The United Nations writes it as one word.
- term: national focal points
  not: [contact persons]
```

```yaml content/m/meeting.yaml
title: A meeting
short: M-1
dates: {start: 2020-10-12}
venue: Virtual meeting
papers: [p]
```

```yaml content/m/p.yaml
kind: paper
title: A paper
body:
  - para: Contact persons met. A sub-regional plan was made.
```

Right:

```yaml content/terms.yaml
- term: subregional
  not: [sub-regional]
```

```yaml content/m/meeting.yaml
title: A meeting
short: M-1
dates: {start: 2020-10-12}
venue: Virtual meeting
papers: [p]
```

```yaml content/m/p.yaml
kind: paper
title: A paper
body:
  - para: A subregional plan was made.
```

Silent: quotations, code, addresses and titles in italics; longer words; names, where the term stands among words with
capitals; the preferred term itself.

```yaml content/terms.yaml
- term: North-East Asia
  not: [Northeast Asia, North East Asia]
- term: work plan of the Secretariat
  not: [work plan]
```

```yaml content/m/meeting.yaml
title: A meeting
short: M-1
dates: {start: 2020-10-12}
venue: Virtual meeting
papers: [p]
```

```yaml content/m/p.yaml
kind: paper
title: A paper
body:
  - para: It said “Northeast Asia must act”, and published *Land in Northeast Asia*; see https://www.northeast.asia/work.
  - para: The Northeast Asia Desertification Network met, and so did the Bank for Northeast Asia and that of
      Northeast Asian states. The work plan of the Secretariat has no work planner. The Draft Work Plan was read.
```
"""

import re
from collections.abc import Iterable

from neaspec_docs.check import words as wording
from neaspec_docs.check.reading import Reading
from neaspec_docs.check.rule import Finding, Findings, Rule
from neaspec_docs.check.text import Stretch
from neaspec_docs.diagnostics.codes import Code
from neaspec_docs.diagnostics.diagnostic import Related
from neaspec_docs.model.glossary import Term

_NAME_BEFORE = re.compile(r"(?P<word>[A-Z][\w’-]*)(?: (?:of|for|in|on|and|the))* $")
_NAME_AFTER = re.compile(r" [A-Z][a-z]|-[A-Z]")
_NEAR = 200
"""Characters: how far back a name is looked for."""

_ARTICLE = re.compile(r"\ban? $", re.IGNORECASE)
_STARTS = frozenset({"The", "A", "An", "In", "On", "At", "For", "Of", "From", "To", "And", "But", "All", "Both", "Its"})


def find(paper: Reading) -> Findings:
    """Give each deprecated term in the words of a paper."""
    whole = "\n".join(stretch.text for stretch in paper.texts).casefold()
    terms = tuple(term for term in paper.content.terms if any(words.casefold() in whole for words in term.deprecated))
    if not terms:
        return
    pattern, meant = _glossary(terms)
    for stretch in paper.texts:
        for found in pattern.finditer(stretch.text):
            term = meant.get(found.group()) or meant.get(_lower(found.group()))
            if term and stretch.is_ours(*found.span()) and not _is_in_name(stretch, found):
                yield _finding(stretch, found, term)


def _glossary(terms: Iterable[Term]) -> tuple[re.Pattern[str], dict[str, Term | None]]:
    """Return a pattern of all words of some terms, and which term each stands for; the preferred stand for none."""
    meant: dict[str, Term | None] = {words: term for term in terms for words in term.deprecated}
    meant |= dict.fromkeys((term.preferred for term in terms), None)  # found first, they hide what is in them
    words = sorted(meant, key=len, reverse=True)
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(_either_case, words))})(?![\w-])"), meant


def _either_case(words: str) -> str:
    """Return the pattern of words whose first letter may be a capital."""
    first, rest = words[0], r"\s".join(map(re.escape, words[1:].split(" ")))
    return f"[{re.escape(first)}{first.upper()}]{rest}" if first.islower() else re.escape(first) + rest


def _lower(words: str) -> str:
    return words[:1].lower() + words[1:]


def _is_in_name(stretch: Stretch, found: re.Match[str]) -> bool:
    """Say whether the term is part of a longer name: words with capitals stand beside it within the sentence."""
    start, end = found.span()
    begins = stretch.opens_sentence(start)
    if found.group()[0].isupper() and _NAME_AFTER.match(stretch.text, end):
        return True
    before = _NAME_BEFORE.search(stretch.text, max(0, start - _NEAR), start)
    if begins or before is None or not found.group()[0].isupper():
        return False
    return not (stretch.opens_sentence(before.start()) or before["word"] in _STARTS)


def _finding(stretch: Stretch, found: re.Match[str], term: Term) -> Finding:
    start, end = found.span()
    capital = found.group()[0].isupper() and term.preferred[0].islower()
    new = term.preferred[0].upper() + term.preferred[1:] if capital else term.preferred
    vowels = (found.group()[0] in "aeiouAEIOU") is (new[0] in "aeiouAEIOU")
    safe = vowels or not _ARTICLE.search(stretch.text, max(0, start - 5), start)
    because = f": {_clause(term.reason)}" if term.reason else ""
    related = (Related(term.at, "what the glossary says"),)
    return Finding(
        f"`{found.group()}` is not the project's term",
        stretch.at(start, end),
        f"write `{new}`{because}",
        related,
        wording.edit(stretch, start, end, new) if safe else (),
    )


def _clause(reason: str) -> str:
    return reason.rstrip(". ")


RULE = Rule(Code.DEPRECATED_TERM, paper=find)
