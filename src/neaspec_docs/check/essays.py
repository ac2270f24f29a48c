"""A code -> what `explain` says of it: the docstring of its rule's module, or a few lines on a fault of loading."""

import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal, TypeAlias, cast

from neaspec_docs.check.rule import Rule
from neaspec_docs.check.ruleset import RULES
from neaspec_docs.diagnostics.codes import Code

Expected: TypeAlias = Literal["Wrong", "Right", "Silent"]

_EXAMPLES = re.compile(r"^(Wrong|Right|Silent):.*?(?=^(?:Wrong|Right|Silent):|\Z)", re.MULTILINE | re.DOTALL)
_FENCE = re.compile(r"^```yaml(?: (?P<path>\S+))?\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)


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


def page(rule: Rule) -> str:
    """Return the page of a rule in the manual."""
    grave = rule.severity.value
    heard = " Only where it is asked for." if rule.optional else ""
    return f"# {rule.name} ({rule.code}, {grave})\n\n{of(rule).rstrip()}\n" + (f"\n{heard.strip()}\n" if heard else "")


def index(rules: Iterable[Rule]) -> str:
    """Return the page that lists the rules."""
    rows = "".join(
        f"| {rule.code} | [{rule.name}]({rule.name}.md) | {rule.severity.value} | {of(rule).partition(chr(10))[0]} |\n"
        for rule in rules
    )
    head = "# The rules of `neaspec-docs check`\n\n| code | name | severity | finds |\n| --- | --- | --- | --- |\n"
    return head + rows


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
    """Return the essays by code, those of rules."""
    return {rule.code: of(rule) for rule in RULES}
