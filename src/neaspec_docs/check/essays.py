"""A code -> what `explain` says of it: the docstring of its rule's module, or a few lines on a fault of loading."""

import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal, TypeAlias, cast

from neaspec_docs.check.faults import files, keys, marks, meetings, numbers, writing
from neaspec_docs.check.rule import Rule
from neaspec_docs.check.ruleset import RULES
from neaspec_docs.check.settings import ONLINE
from neaspec_docs.diagnostics.codes import EITHER, WARNINGS, Code
from neaspec_docs.diagnostics.diagnostic import Severity

Expected: TypeAlias = Literal["Wrong", "Right", "Silent"]

FAULTS: Mapping[Code, str] = {
    **files.ESSAYS,
    **keys.ESSAYS,
    **marks.ESSAYS,
    **meetings.ESSAYS,
    **numbers.ESSAYS,
    **writing.ESSAYS,
}
"""Of each fault that is found by no rule: those of content, and what is said while a paper is made."""

_WHENCE = (
    "They are found while content is loaded, numbered and written, and in settings and comments. An error in content "
    "stops a build of the papers that it concerns, a warning none."
)
_EXAMPLES = re.compile(r"^(Wrong|Right|Silent):.*?(?=^(?:Wrong|Right|Silent):|\Z)", re.MULTILINE | re.DOTALL)
_FENCE = re.compile(r"^```(?:yaml|toml)(?: (?P<path>\S+))?\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True, slots=True)
class Example:
    """A fenced block of an essay: `path` is empty where it is the body of a paper."""

    expected: Expected
    path: str
    text: str


def of(rule: Rule) -> str:
    """Return the essay of a rule: its module's docstring."""
    find = rule.paper or rule.tree
    assert find is not None  # noqa: S101 -- a rule finds in papers or in the tree
    essay = sys.modules[find.__module__].__doc__
    assert essay is not None  # noqa: S101 -- ruff asks each module for one
    return essay.strip() + "\n"


def grave(code: Code) -> str:
    """Return in a word how grave a finding of this code is, where no setting says otherwise."""
    of_rules = {rule.code: rule.severity for rule in RULES}
    if code in EITHER:
        return f"{Severity.ERROR.value} or {Severity.WARNING.value}"
    return of_rules.get(code, Severity.WARNING if code in WARNINGS else Severity.ERROR).value


def page(rule: Rule) -> str:
    """Return the page of a rule in the manual."""
    asked = "\nIt is heard with `--online`, or selected by its name or code.\n" if rule.code in ONLINE else ""
    return f"# {rule.name} ({rule.code}, {rule.severity.value})\n\n{of(rule)}{asked}"


def index(rules: Iterable[Rule]) -> str:
    """Return the page that lists the rules, and all other faults."""
    rows = "".join(
        f"| {rule.code} | [{rule.name}]({rule.name}.md) | {rule.severity.value} | {_finds(of(rule))} |\n"
        for rule in rules
    )
    head = "# The rules of `neaspec-docs check`\n\n| code | name | severity | finds |\n| --- | --- | --- | --- |\n"
    others = "".join(
        f"| {code} | [{code.slug}](faults.md#{code.lower()}-{code.slug}) | {grave(code)} | {_finds(essay)} |\n"
        for code, essay in every().items()
        if code in FAULTS
    )
    return (
        f"{head}{rows}\n## All other faults\n\n{_WHENCE}\n\n"
        f"| code | name | severity | is |\n| --- | --- | --- | --- |\n{others}"
    )


def _finds(essay: str) -> str:
    return essay.partition("\n")[0]


def faults() -> str:
    """Return the page of all faults that no rule finds."""
    told = "\n".join(
        f"## {code} {code.slug}\n\n*{grave(code).capitalize()}.* {essay}"
        for code, essay in every().items()
        if code in FAULTS
    )
    return f"# All other faults\n\n{_WHENCE}\n\n{told}"


def examples(essay: str) -> Iterator[tuple[Example, ...]]:
    """Give the examples of an essay: those under one heading that name files belong together, others stand alone."""
    for part in _EXAMPLES.finditer(essay):
        blocks = [
            Example(cast("Expected", part[1]), found["path"] or "", found["text"])
            for found in _FENCE.finditer(part.group())
        ]
        together = tuple(block for block in blocks if block.path)
        if together:
            yield together
        yield from ((block,) for block in blocks if not block.path)


@cache
def every() -> Mapping[Code, str]:
    """Return the essays by code, in the order of the codes: those of rules, and those of all other faults."""
    known = {**{rule.code: of(rule) for rule in RULES}, **FAULTS}
    return {code: known[code] for code in Code if code in known}
