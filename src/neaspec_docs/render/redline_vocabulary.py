"""The closed list of docs/page.md with what a redline adds to it, and a redline's tree -> what in it is on neither."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from xml.etree.ElementTree import Element

from neaspec_docs.model.page import MARKS, TEXT
from neaspec_docs.render.vocabulary import HEADINGS, ORDER, RULES, Rule
from neaspec_docs.render.vocabulary import faults as plain_faults

BROKEN = ("split", "joined")
"""What may have become of the end of a paragraph, whose words are in both versions."""

CHANGES = ("inserted", "deleted", "moved-to", "moved-from", *BROKEN)
"""What may have become of a block as a whole, or of the end of a paragraph."""

STYLES = ("tracked", "brackets")
"""How a redline shows what changed."""

WHOLE = HEADINGS | frozenset(
    {"h1", "p", "ol", "ul", "li", "blockquote", "aside", "hr", "div", "table", "tr", "img", "section", "header", "nav"}
)
"""What may come or go whole; a `section` that is an annex or a slide, a `div` that is no cell."""

_SIGNED = frozenset({"data-by", "data-on"})
_MARK = Rule(TEXT, _SIGNED, classes=frozenset({"renumbered"}))


def _allowed(tag: str, rule: Rule) -> Rule:
    """Return a rule with what a redline may add to it."""
    own = rule.may | rule.must | {"class"}
    more = {f"data-old-{name.removeprefix('data-')}" for name in own}
    if tag in WHOLE:
        more |= _SIGNED | {"data-change", "data-move"}
    children = rule.children
    if children >= TEXT:
        children |= MARKS
    if tag in {"main", "section"}:
        children |= HEADINGS
    return replace(rule, children=children, may=rule.may | more)


_RULES = {tag: _allowed(tag, rule) for tag, rule in RULES.items()}
REDLINE_RULES: Mapping[str, Rule] = {
    **_RULES,
    "ins": _MARK,
    "del": _MARK,
    "s": Rule(TEXT),
    "strong": replace(_RULES["strong"], may=_RULES["strong"].may | {"data-new"}),
    "div": replace(_RULES["div"], may=_RULES["div"].may | {"data-new"}),
    "li": replace(_RULES["li"], may=_RULES["li"].may | {"data-new"}),
    "title": replace(_RULES["title"], may=frozenset({"data-old"})),
    "meta": replace(_RULES["meta"], may=frozenset({"data-old"})),
    "body": replace(_RULES["body"], must=_RULES["body"].must | {"data-redline"}),
    "aside": replace(
        _RULES["aside"],
        children=_RULES["aside"].children | {"table"},
        classes=(_RULES["aside"].classes or frozenset()) | {"changes"},
    ),
    "p": replace(_RULES["p"], classes=(_RULES["p"].classes or frozenset()) | {"changes-title"}),
    **{
        tag: replace(_RULES[tag], may=_RULES[tag].may | {"data-headings"}) for tag in sorted(HEADINGS)
    },  # of one that is gone, and has no section
}


def faults(root: Element) -> list[str]:
    """Return what a redline has that is not in the vocabulary, as those of a Page are told."""
    found = plain_faults(root, REDLINE_RULES, ("aside.changes", *ORDER))
    return [*found, *_changes(root), *_moves(root)]


def _changes(root: Element, within: str | None = None) -> Iterator[str]:
    """Give the marks that stand in others, or in a block that came or went whole."""
    for element in root:
        change = element.get("data-change")
        mark = (None if change in BROKEN else change) or (element.tag if element.tag in {"ins", "del"} else None)
        if change is not None and change not in CHANGES:
            yield f"`{element.tag}`: `data-change` is one of {', '.join(f'`{name}`' for name in CHANGES)}"
        if mark is not None and within not in {None, "moved-to"}:
            yield f"`{element.tag}`: a mark within what is marked"
        inner = mark if mark is not None else within
        yield from _changes(element, inner)


def _moves(root: Element) -> Iterator[str]:
    ends: dict[str, set[str]] = {}
    for element in root.iter():
        if (move := element.get("data-move")) is not None:
            ends.setdefault(move, set()).add(element.get("data-change", ""))
    for move, changes in ends.items():
        if changes != {"moved-from", "moved-to"}:
            yield f"the move {move} has not both its ends"
