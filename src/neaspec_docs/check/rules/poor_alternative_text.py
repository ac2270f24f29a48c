"""An alternative text that tells a listener nothing, or too much.

Who can't see a picture hears its alternative text in its place. “Image” or a file's name says only that something is
missed; the caption is read out anyway; and what is longer than two sentences belongs in the text, where one can stop
and go back. A chart needs none: it is given one that states its values.

Wrong:

```yaml
- figure: The Tumen estuary
  image: images/tumen-estuary.svg
  alt: tumen-estuary.svg
```

```yaml
- figure: Answers to the survey
  chart: {type: bar, categories: [Yes, No], series: [{name: Answers, values: [12, 3]}]}
  alt: chart
- {figure: What is new, panels: [{text: Much.}], alt: What is new.}
```

Right:

```yaml
- figure: The Tumen estuary
  image: images/tumen-estuary.svg
  alt: Map of the estuary, with three wetlands on its southern shore
- figure: Answers to the survey
  chart: {type: bar, categories: [Yes, No], series: [{name: Answers, values: [12, 3]}]}
```

Silent: a text that begins with the kind of picture it is, and goes on.

```yaml
- figure: The delegations
  image: images/tumen-estuary.svg
  alt: "Photograph: six flags before the conference centre"
```
"""

import re
from pathlib import PurePosixPath

from neaspec_docs.check.reading import Reading
from neaspec_docs.check.rule import Finding, Findings, Rule
from neaspec_docs.diagnostics.codes import Code
from neaspec_docs.diagnostics.span import Span
from neaspec_docs.model.block import Figure, Image
from neaspec_docs.model.inline import plain

_LONGEST = 250
_FILE = re.compile(r"\S+\.(?:png|jpe?g|svg|gif|tiff?|bmp|webp|eps|emf|pdf)", re.IGNORECASE)
_KIND = re.compile(
    r"(?:(?:an?|the|this) )?(?:image|picture|photo(?:graph)?|figure|fig\.?|graphics?|map"
    r"|(?:(?:bar|pie|line|column) )?chart|graph|plot|diagram|drawing|illustration|logo|icon|screen ?shot|table|panels?"
    r"|img|alt(?:ernative)? ?text|text|tbd|none|n/a|untitled)(?: ?\d+)?",
    re.IGNORECASE,
)
_WORDS = re.compile(r"\w+")
_ALT = re.compile(r"(?<![\w-])[\"']?alt[\"']?\s*:\s*(?P<text>[\"']?\S.*?)?\s*$")


def find(paper: Reading) -> Findings:
    """Give the figures whose alternative text does not stand for them."""
    for block in paper.blocks:
        if isinstance(block, Figure) and block.alt and (wrong := _wrong(block)):
            message, help = wrong
            yield Finding(message, _place(block, paper), help)


def _wrong(figure: Figure) -> tuple[str, str] | None:
    """Return what is wrong with an alternative text, and the cure."""
    alt = figure.alt.strip()
    path = figure.content.path if isinstance(figure.content, Image) else ""
    words = _WORDS.findall(alt.casefold())
    cure = "say what it shows, in one sentence"
    cure = cure if path else f"{cure}, or leave `alt` out: one is made of what it holds"
    if _FILE.fullmatch(alt) or words == _WORDS.findall(PurePosixPath(path).stem.casefold().replace("_", " ")):
        return "the alternative text is the name of a file", cure
    if _KIND.fullmatch(alt.rstrip(".:")) or not words:
        return f"the alternative text `{alt}` says nothing of what is shown", cure
    if words == _WORDS.findall(plain(figure.caption).casefold()):
        return "the alternative text repeats the caption, which is read out already", cure
    if len(alt) > _LONGEST:
        said = f"the alternative text has {len(alt)} characters; a listener can't stop and go back in it"
        return said, f"say it in {_LONGEST} at most, and the rest in the text"
    return None


def _place(figure: Figure, paper: Reading) -> Span:
    """Return the place of the key: the first `alt` after the figure begins, which has one."""
    lines = paper.files.lines(figure.at.file)
    for number in range(figure.at.line, len(lines) + 1):
        line = lines[number - 1]
        found = _ALT.search(line, figure.at.column - 1 if number == figure.at.line else 0)
        if found:
            return Span(figure.at.file, number, line.index("alt", found.start()) + 1, len("alt"))
    return figure.at


RULE = Rule(Code.POOR_ALTERNATIVE_TEXT, paper=find)
