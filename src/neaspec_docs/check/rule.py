"""What a rule is: its code, its name, how grave a finding is, and what finds it; its essay is its module's docstring.

The essay is Markdown: a first line that says what is found; why it matters; then examples under the headings
`Wrong`, `Right` and `Silent`, each a fenced block of YAML (one paper's body, or a whole file under its path). The
manual's page, `explain` and the rule's tests are made from it: in every wrong example the rule finds something, in
the others nothing, and a fix turns each wrong example that it can mend into one that is clean.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TypeAlias

from neaspec_docs.check.reading import Reading, Tree
from neaspec_docs.diagnostics.codes import Code
from neaspec_docs.diagnostics.diagnostic import Edit, Related, Severity
from neaspec_docs.diagnostics.span import Span


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that a rule objects to; `fix` where it can be mended without asking."""

    message: str
    at: Span
    help: str | None = None
    related: tuple[Related, ...] = ()
    fix: tuple[Edit, ...] = ()


Findings: TypeAlias = Iterable[Finding]


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule over each paper (`paper`), or over the whole tree of content (`tree`): one of the two finds."""

    code: Code
    severity: Severity = Severity.WARNING
    paper: Callable[[Reading], Findings] | None = None
    tree: Callable[[Tree], Findings] | None = None

    @property
    def name(self) -> str:
        """Return the name that reads after "allow": "straight-quote"."""
        return self.code.slug
