"""A symbol that is not built as the symbols of the United Nations are.

A symbol names the organ, then the body and its session, then the number; what changes a paper or adds to it is chained
to its end: `NEASPEC/SOM(24)/5/Rev.1`. Whoever files or seeks a paper does so by these parts, and by one wrong sign it
is not found.

Wrong:

```yaml content/m/p.yaml
kind: paper
title: A paper
symbol: NEASPEC/SOM(24)/5/Rev1
body:
  - para: The plan was adopted.
```

```yaml content/m/meeting.yaml
title: A meeting
short: M-1
dates: {start: 2020-10-12}
venue: Virtual meeting
papers: [p, a, b, c, d, e, f, g, h]
```

```yaml content/m/a.yaml
kind: paper
title: No parts
symbol: SOM-24-5
body: [{text: One.}]
```

```yaml content/m/b.yaml
kind: paper
title: Small letters
symbol: neaspec/som(24)/5
body: [{text: Two.}]
```

```yaml content/m/c.yaml
kind: paper
title: No number
symbol: NEASPEC/SOM
body: [{text: Three.}]
```

```yaml content/m/d.yaml
kind: paper
title: A number after a suffix
symbol: NEASPEC/SOM(24)/Rev.1/5
body: [{text: Four.}]
```

```yaml content/m/e.yaml
kind: paper
title: A suffix twice
symbol: NEASPEC/SOM(24)/5/Rev.1/Rev.2
body: [{text: Five.}]
```

```yaml content/m/f.yaml
kind: paper
title: No session
symbol: NEASPEC/SOM()/5
body: [{text: Six.}]
```

```yaml content/m/g.yaml
kind: paper
title: A slash left out
symbol: NEASPEC/SOM(24)5
body: [{text: Seven.}]
```

```yaml content/m/h.yaml
kind: paper
title: A capital suffix
symbol: NEASPEC/SOM(24)/6/CORR.1
body: [{text: Eight.}]
```

Right:

```yaml content/m/p.yaml
kind: paper
title: A paper
symbol: NEASPEC/SOM(24)/5/Rev.1
body:
  - para: The plan was adopted.
```

Silent: all that the United Nations use: bodies below bodies, sessions in Roman numerals, years, languages, natures of
papers (`INF`, `CRP`, `L`, `WP`), chains of suffixes, and the asterisk of a paper that was issued again.

```yaml content/m/meeting.yaml
title: A meeting
short: M-1
dates: {start: 2020-10-12}
venue: Virtual meeting
papers: [p, a, b, c, d, e, f, g]
```

```yaml content/m/p.yaml
kind: paper
title: One
symbol: E/CN.4/Sub.2/2003/12/Rev.2
body: [{text: One.}]
```

```yaml content/m/a.yaml
kind: paper
title: Two
symbol: NEASPEC/NFP-2/1
body: [{text: Two.}]
```

```yaml content/m/b.yaml
kind: paper
title: Three
symbol: CCPR/C/21/Rev.1/Add.13/Corr.1
body: [{text: Three.}]
```

```yaml content/m/c.yaml
kind: paper
title: Four
symbol: TD/B(S-XIX)/INF.2*
body: [{text: Four.}]
```

```yaml content/m/d.yaml
kind: paper
title: Five
symbol: A/CONF.62/WP.10/Rev.3/Add.1/Rev.1
body: [{text: Five.}]
```

```yaml content/m/e.yaml
kind: paper
title: Six
symbol: E/ESCAP/CED(6)/CRP.4
body: [{text: Six.}]
```

```yaml content/m/f.yaml
kind: paper
title: Seven
symbol: UNEP/EA.4/Res.1
body: [{text: Seven.}]
```

```yaml content/m/g.yaml
kind: paper
title: Eight
symbol: ST/AI/2013/4/Amend.1
body: [{text: Eight.}]
```
"""

import re

from neaspec_docs.check.reading import Reading
from neaspec_docs.check.rule import Finding, Findings, Rule
from neaspec_docs.diagnostics.codes import Code

_SUFFIX = re.compile(r"(Rev|Add|Corr|Amend)\.[1-9]\d*")
_NATURE = re.compile(r"(INF|CRP|WP|L)[.-]?0*([1-9]\d*)")
_MEANT = re.compile(r"(rev|add|corr|amend|inf|crp|wp)[.-]?0*([1-9]\d*)", re.IGNORECASE)
_MEANT_AS = {"rev": "Rev", "add": "Add", "corr": "Corr", "amend": "Amend"}
_PART = re.compile(r"[A-Z0-9]+(?:[.-][A-Z0-9]+)*(?:\((?:S-)?[A-Z0-9]+(?:[-.][A-Z0-9]+)*\))?|\([A-Z0-9-]+\)")
_NAMED = re.compile(
    r"(?:Sub|Res|Sect|Part|Vol|Ser|Dec|Decl|Misc|Min|Annex|Prov|Conf|Sess|Gen)\.?[A-Z0-9]+(?:-[A-Z0-9]+)?"
)


def find(paper: Reading) -> Findings:
    """Give the symbol of the paper with what is odd in it."""
    symbol = paper.document.symbol
    if symbol and (odd := _odd(symbol.rstrip("*").split("/"))):
        yield Finding(f"`{symbol}` is an odd symbol: {odd[0]}", paper.value("symbol", symbol), odd[1])


def _odd(parts: list[str]) -> tuple[str, str] | None:
    """Return what is odd in the parts of a symbol, and the cure; None where they are as they should be."""
    whole = "/".join(parts)
    if whole != whole.upper() and whole == whole.lower():
        return "it has small letters", f"write `{whole.upper()}`"
    for part in parts:
        meant = _meant(part)
        if meant is not None and meant != part:
            return f"`{part}` is no suffix", f"write `{meant}`"
        if meant is None and not _PART.fullmatch(part) and not _NAMED.fullmatch(part):
            return (
                f"`{part}` is no part of a symbol",
                "a part is a name or a number, with a session in brackets: `SOM(24)`",
            )
    return _order(parts)


def _meant(part: str) -> str | None:
    """Return how a suffix, or the nature of a paper, is written; None where the part is neither."""
    if _SUFFIX.fullmatch(part):
        return part
    found = _NATURE.fullmatch(part) or _MEANT.fullmatch(part)
    return f"{_MEANT_AS.get(found[1].lower(), found[1].upper())}.{found[2]}" if found else None


def _order(parts: list[str]) -> tuple[str, str] | None:
    suffixes = [_SUFFIX.fullmatch(part) for part in parts]
    begin = next((place for place, suffix in enumerate(suffixes) if suffix), len(parts))
    for place in range(begin, len(parts)):
        suffix, before = suffixes[place], suffixes[place - 1]
        if suffix is None:
            return f"`{parts[place]}` stands after `{parts[place - 1]}`", "suffixes stand at the end"
        if before is not None and before[1] == suffix[1]:
            return f"`{before.group()}` and `{suffix.group()}`", f"write the last alone: `{suffix.group()}`"
    main = parts[:begin]
    if len(main) < 2:  # noqa: PLR2004 -- the organ and a number
        return "its parts are not split", "an organ, a body with its session, a number: `NEASPEC/SOM(24)/5`"
    if not any(sign.isdigit() for sign in re.sub(r"\(.*?\)", "", main[-1])):
        return "it has no number", "the number of the paper stands after the body: `NEASPEC/SOM(24)/5`"
    return None


RULE = Rule(Code.ODD_SYMBOL, paper=find)
