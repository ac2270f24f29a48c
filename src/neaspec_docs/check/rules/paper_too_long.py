"""A paper of more words than it may have: 8,500, or what the project's settings say.

The General Assembly has set this limit for what secretariats write, and conference services may send back what is
longer: it is translated into six languages, and read by delegates the night before. All is counted that is printed as
text: headings, tables, notes and annexes too. A reference counts as two words, as “paragraph 7” has.

Wrong:

```toml pyproject.toml
[tool.neaspec-docs]
words = 20
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
  - section: Introduction
    body:
      - para: This paper says in more than twenty words, heads and notes included, what could be said in twelve.[^so]
footnotes:
  so: As the editor knows.
```

Right:

```toml pyproject.toml
[tool.neaspec-docs]
words = 20
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
  - section: Introduction
    body:
      - para: This paper says in twelve words what it has to say.
```

Silent: another paper that is annexed whole, which is counted by itself; dashes that stand alone.

```toml pyproject.toml
[tool.neaspec-docs]
words = 9
```

```yaml content/m/meeting.yaml
title: A meeting
short: M-1
dates: {start: 2020-10-12}
venue: Virtual meeting
papers: [p, annexed]
```

```yaml content/m/p.yaml
kind: paper
title: A paper
body:
  - para: Five words – and four more.
annexes:
  - paper: m/annexed
```

```yaml content/m/annexed.yaml
kind: paper
title: Annexed
body:
  - para: Six more words stand in here.
```
"""

from neaspec_docs.check.reading import Reading
from neaspec_docs.check.rule import Finding, Findings, Rule
from neaspec_docs.check.text import CALL, Role, Stretch
from neaspec_docs.diagnostics.codes import Code
from neaspec_docs.diagnostics.span import Span
from neaspec_docs.model.inline import Form

_SIGNS = frozenset({"–", "—", "-", "/", "&", "+", "=", "•", "…", CALL})
"""What stands between words and is none."""


def find(paper: Reading) -> Findings:
    """Give the paper, at its title, if it is too long."""
    document = paper.document
    words = sum(_words(stretch) for stretch in paper.texts if stretch.role is not Role.LABEL)
    if words > paper.longest:
        over = f"it has {words:,} words, {words - paper.longest:,} more than the {paper.longest:,} that it may have"
        at = document.title[0].at if document.title else document.at
        yield Finding(f"the paper is too long: {over}", Span(at.file, at.line, at.column), _HELP)


_HELP = "shorten it, or make an information document of a part"


def _words(stretch: Stretch) -> int:
    """Count the words of a stretch, and once more each reference that names what it leads to."""
    named = sum(not one.children and one.form is not Form.NUMBER for _, _, one in stretch.references)
    return named + sum(word not in _SIGNS for word in stretch.text.split())


RULE = Rule(Code.PAPER_TOO_LONG, paper=find)
