"""A link whose words do not say where it leads: “here”, “click here”, “this page”.

A screen reader can list the links of a paper, one below the other; there “here” and “read more” say nothing. On paper
nobody can click, and the words that are left are as empty. A bare address says at least where it leads.

Wrong:

```yaml
- para: The report is available [here](https://www.neaspec.org/report.pdf).
```

```yaml
- para: "[Click here](#next) for what follows, or [read more](https://www.neaspec.org)."
- para: What follows.
  id: next
```

Right:

```yaml
- para: See the [report of the meeting](https://www.neaspec.org/report.pdf), and https://www.neaspec.org.
```

Silent: words that say more; bare addresses.

```yaml
- para: See [what is done here](https://www.neaspec.org), [More, Thomas](https://www.example.org) and <https://www.unescap.org>.
- para: What is done here has no link.
```
"""

import re

from neaspec_docs.check.reading import Reading
from neaspec_docs.check.rule import Finding, Findings, Rule
from neaspec_docs.diagnostics.codes import Code

_EMPTY = re.compile(
    r"\W*(?:(?:please )?(?:(?:see|click|press|tap|look|go|read|available|download|found|visit) )?(?:here|below|this|it)"
    r"|(?:click|tap|press)(?: on)?(?: (?:the|this))?(?: link)?|(?:read|learn|find out|see|show|view) more"
    r"|(?:this|the|that|following|see|a|our|its|web) (?:following )?(?:link|page|site|website|web ?page|address|url"
    r"|file|document|pdf)|more(?: information| details)?|further information|details|link|page|(?:web)?site|web ?page"
    r"|url|pdf|download|\d{1,3})\W*",
    re.IGNORECASE,
)


def find(paper: Reading) -> Findings:
    """Give the links and the references with words of their own whose words are empty."""
    if not paper.english:
        return
    for stretch in paper.texts:
        own = ((start, end) for start, end, reference in stretch.references if reference.children)
        for start, end in (*stretch.links, *own):
            words = stretch.text[start:end]
            if _EMPTY.fullmatch(words):
                help = "name what it leads to: its title, say"
                yield Finding(
                    f"the words of the link, `{words}`, do not say where it leads", stretch.at(start, end), help
                )


RULE = Rule(Code.EMPTY_LINK_TEXT, paper=find)
