"""A reference to a paper that has no symbol: it reads as that paper's title, within the sentence.

“The background is given in document Meeting of National Focal Points” is what comes of it. A paper that others cite
gets a symbol; until it has one, the sentence says what is meant in words of its own.

Wrong:

```yaml content/m/meeting.yaml
title: A meeting
short: M-1
dates: {start: 2020-10-12}
venue: Virtual meeting
papers: [p, note]
```

```yaml content/m/note.yaml
kind: paper
title: Concept note of the meeting
body:
  - para: The programme is short.
    id: short
```

```yaml content/m/p.yaml
kind: paper
title: A paper
body:
  - para: The programme is given in document [](m/note), and is short (see [](m/note#short)).
```

Right:

```yaml content/m/meeting.yaml
title: A meeting
short: M-1
dates: {start: 2020-10-12}
venue: Virtual meeting
papers: [p, note]
```

```yaml content/m/note.yaml
kind: paper
title: Concept note of the meeting
symbol: M/1/2
body:
  - para: The programme is short.
```

```yaml content/m/p.yaml
kind: paper
title: A paper
body:
  - para: The programme is given in document [](m/note).
```

Silent: words of the author's own, a title in quotation marks or italics, a number alone, and a paper that is an annex
of this one and cited as that.

```yaml content/m/meeting.yaml
title: A meeting
short: M-1
dates: {start: 2020-10-12}
venue: Virtual meeting
papers: [p, note, list]
```

```yaml content/m/note.yaml
kind: paper
title: Concept note of the meeting
body:
  - para: The programme is short.
    id: short
```

```yaml content/m/list.yaml
kind: paper
title: List
body:
  - para: The list is long.
```

```yaml content/m/p.yaml
kind: paper
title: A paper
body:
  - para: The programme is given in [the concept note](m/note), paragraph [](m/note#short "number").
  - para: It is given in “[](m/note)”, in *[](m/note)*, and in [](m/list).
annexes:
  - paper: m/list
```
"""

from neaspec_docs.check.reading import Reading
from neaspec_docs.check.rule import Finding, Findings, Rule
from neaspec_docs.diagnostics.codes import Code
from neaspec_docs.diagnostics.diagnostic import Related
from neaspec_docs.model.document import AnnexedPaper
from neaspec_docs.model.inline import Form, plain


def find(paper: Reading) -> Findings:
    """Give the references without words of their own to other papers without a symbol."""
    annexed = {annex.paper for annex in paper.document.annexes if isinstance(annex, AnnexedPaper)}
    own = paper.document.name
    for stretch in paper.texts:
        for start, end, reference in stretch.references:
            other = paper.content.papers.get(reference.paper or own)
            if other is None or other.symbol or other.name in annexed | {own}:
                continue
            number_alone = reference.form is Form.NUMBER and reference.target is not None
            if not (reference.children or number_alone) and stretch.is_ours(start, end):
                yield Finding(
                    f"`{other.name}` has no symbol: the reference reads `{plain(other.title)}`",
                    reference.at,
                    f"give it a symbol, or write words of your own: `[the concept note]({other.name})`",
                    (Related(other.at, "no `symbol` here"),),
                )


RULE = Rule(Code.CITED_WITHOUT_SYMBOL, paper=find)
