"""The rules there are, in the order in which they are read."""

from neaspec_docs.check.rule import Rule
from neaspec_docs.check.rules import straight_quote

RULES: tuple[Rule, ...] = (straight_quote.RULE,)
