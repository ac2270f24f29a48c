"""The text of a YAML file -> its nodes, each with its place; nothing is typed by its looks: `NO` and `1.10` are text.

Built from the parser's events, for only they tell a tag, an anchor and an alias from what they stand for, and only
they nest without recursion.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TypeAlias

import yaml

from neaspec_docs import limits
from neaspec_docs.diagnostics.codes import Code
from neaspec_docs.diagnostics.diagnostic import Related
from neaspec_docs.diagnostics.span import Span
from neaspec_docs.load import slips, yaml_problems
from neaspec_docs.load.characters import is_fit
from neaspec_docs.load.slips import Slip
from neaspec_docs.load.source import Source, fit, quoted

LOADER: type[yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

_TAG = re.compile(r"\S+")
_PROPERTIES = re.compile(r"(?:[!&]\S*\s+)*")


@dataclass(slots=True)  # and not frozen, for there are most of them, and to freeze one takes longer than to make it
class ScalarNode:
    """A text: `style` is "" (plain), "'", '"', "|" or ">"; it takes `start` to `end` of the file."""

    start: int
    end: int
    value: str
    style: str = ""


@dataclass(frozen=True, slots=True)
class ListNode:
    """A list."""

    start: int
    end: int
    items: tuple["YamlNode", ...]


@dataclass(frozen=True, slots=True)
class MappingNode:
    """Keys with their values, in the order written; each key occurs once."""

    start: int
    end: int
    entries: tuple[tuple[ScalarNode, "YamlNode"], ...]


YamlNode: TypeAlias = ScalarNode | ListNode | MappingNode


def place(node: YamlNode, source: Source) -> Span:
    """Return where a node stands: a mapping at its first key, a list at its first line."""
    if isinstance(node, MappingNode) and node.entries:
        key = node.entries[0][0]
        return source.span(key.start, key.end)
    return source.span(node.start, max(node.end, node.start + 1))


def compose(source: Source, loader: type[yaml.SafeLoader] = LOADER) -> YamlNode | None:
    """Return the one document in the file, or None where it holds none or is not YAML.

    A tag, an anchor, an alias, a second document, a key written twice and a key that is no text are reported; the
    rest is read as if they were not there.
    """
    if marks := slips.merge(source):
        _slipped([marks], source)
        return None
    composer = _Composer(source)
    try:
        for event in yaml.parse(source.text, Loader=loader):
            if composer.take(event):
                break
    except yaml.YAMLError as error:
        yaml_problems.explain(error, source, [opened.start for opened in composer.open])
        return None
    if composer.slips:
        _slipped(composer.slips, source)
        return None
    composer.report_bare_facts()
    if source.lost or not _is_empty(composer.root):
        return composer.root
    help = "it holds nothing but comments" if "#" in source.text else "write into it, or delete it"
    source.error(Code.EMPTY_FILE, "the file is empty", source.span(0, 1), help)
    return None


def _slipped(found: Iterable[Slip], source: Source) -> None:
    """Report what makes of the file something else than was meant, so that the rest of it says nothing."""
    source.lost = True
    for slip in found:
        source.error(slip.code, slip.message, source.span(slip.start, slip.end), slip.help)


def _is_empty(root: YamlNode | None) -> bool:
    return root is None or (isinstance(root, ScalarNode) and not root.style and not root.value)


@dataclass(slots=True)
class _Open:
    """A list or mapping whose end is still to come."""

    start: int
    mapping: bool
    children: list[YamlNode] = field(default_factory=list)


class _Composer:
    """Puts events together."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.root: YamlNode | None = None
        self.open: list[_Open] = []
        self.bare_facts: list[tuple[int, int]] = []
        self.slips: list[Slip] = []
        self.count = 0

    def take(self, event: yaml.Event) -> bool:
        """Add one event, and say whether that ends the reading."""
        start = event.start_mark.index if event.start_mark else 0
        end = event.end_mark.index if event.end_mark else start
        self.count += isinstance(event, yaml.ScalarEvent | yaml.CollectionStartEvent)
        if self.count > limits.MOST_NODES:
            return self._too_many(start)
        match event:
            case yaml.ScalarEvent():
                start = self._past_properties(event, start)
                value = self._checked(event.value, start, end) if event.style == '"' else event.value
                self._add(ScalarNode(start, end, value, event.style or ""))
            case yaml.CollectionStartEvent():
                begin = self._past_properties(event, start)
                if len(self.open) == limits.DEEPEST_NODES:
                    return self._too_deep(start)
                self.open.append(_Open(begin, isinstance(event, yaml.MappingStartEvent)))
            case yaml.CollectionEndEvent():
                self._add(self._closed(self.open.pop(), end))
            case yaml.AliasEvent():
                self._alias(start, end)
            case yaml.DocumentStartEvent() if self.root is not None:
                return self._second(start)
        return False

    def _add(self, node: YamlNode) -> None:
        if self.open:
            self.open[-1].children.append(node)
        else:
            self.root = node

    def _closed(self, opened: _Open, end: int) -> YamlNode:
        children = opened.children
        if not opened.mapping:
            return ListNode(opened.start, end, tuple(children))
        if self.source.text.startswith("{{", opened.start):
            return self._bare_fact(opened.start, end)
        first: dict[str, ScalarNode] = {}
        entries = []
        for key, value in zip(children[::2], children[1::2], strict=True):
            if not isinstance(key, ScalarNode):
                self.source.drop(key.start, value.end)
                self._odd_key(key, opened.start)
            elif slip := self._slip(key, value):
                self.slips.append(slip)
            elif key.value in first:
                self._duplicate(key, first[key.value], value)
            else:
                first[key.value] = key
                entries.append((key, value))
        return MappingNode(opened.start, end, tuple(entries))

    def _slip(self, key: ScalarNode, value: YamlNode) -> Slip | None:
        """Return what went wrong where a key begins; a colon within one is well, if it has another after it."""
        slip = None if key.style else slips.at(self.source, key.start)
        return slip if slip is None or slip.start == key.start or value.start == value.end else None

    def _bare_fact(self, start: int, end: int) -> ScalarNode:
        """Read `key: {{ facts.x }}`, which YAML takes for two mappings, as the text it was meant to be."""
        self.bare_facts.append((start, end))
        return ScalarNode(start, end, self.source.text[start:end])

    def report_bare_facts(self) -> None:
        """Report them; not before all is read, for `{{ facts.x }} and more` is no YAML, and has one fault."""
        for start, end in self.bare_facts:
            self.source.error(
                Code.WRONG_SHAPE,
                "text that begins with `{{` must be in quotes",
                self.source.span(start, end),
                'write `"{{ ... }}"`',
            )

    def _odd_key(self, key: ListNode | MappingNode, around: int) -> None:
        self.source.blamed.add(around)
        self.source.error(
            Code.WRONG_SHAPE,
            "a key must be text, not a list or a mapping",
            place(key, self.source),
            "put text that begins with `[` or `{` in quotes",
        )

    def _duplicate(self, key: ScalarNode, first: ScalarNode, value: YamlNode) -> None:
        self.source.drop(value.start, value.end)
        before = self.source.span(first.start, first.end)
        self.source.error(
            Code.DUPLICATE_KEY,
            f"the key {quoted(key.value)} is written twice",
            self.source.span(key.start, key.end),
            related=[Related(before, f"the first {quoted(key.value)}")],
        )

    def _report_properties(self, event: yaml.ScalarEvent | yaml.CollectionStartEvent, start: int) -> None:
        if event.tag is not None:
            at = max(start, self.source.text.find("!", start))
            written = _TAG.search(self.source.text, at)
            tag = written[0] if written else event.tag
            self.source.error(
                Code.TAG,
                f"the tag {quoted(tag)} has no place in content",
                self.source.span(at, at + len(tag)),
                "delete it, or put text that begins with `!` in quotes",
            )
        if event.anchor is not None:
            at = max(start, self.source.text.find("&", start))
            self.source.error(
                Code.ALIAS,
                f"the anchor {quoted(f'&{event.anchor}')} has no place in content",
                self.source.span(at, at + len(event.anchor) + 1),
                "delete it, or put text that begins with `&` in quotes",
            )

    def _past_properties(self, event: yaml.ScalarEvent | yaml.CollectionStartEvent, start: int) -> int:
        """Report a tag and an anchor, and return where that begins which they stand before."""
        if event.tag is None and event.anchor is None:
            return start
        self._report_properties(event, start)
        found = _PROPERTIES.match(self.source.text, start)
        start = found.end() if found else start
        if event.tag is not None:
            self.source.blamed.add(start)
        return start

    def _alias(self, start: int, end: int) -> None:
        self.source.lost = True
        name = self.source.text[start:end]
        self.source.error(
            Code.ALIAS,
            f"the alias {quoted(name)} has no place in content",
            self.source.span(start, end),
            "write out what it stands for, or put text that begins with `*` in quotes",
        )
        self.source.blamed.add(start)
        self._add(ScalarNode(start, end, name))

    def _checked(self, value: str, start: int, end: int) -> str:
        """Report what an escape in double quotes brought in that no text may hold."""
        if is_fit(value):
            return value
        return fit(value, self.source.text[start:end], self.source, self.source.span(start, end))

    def _too_deep(self, start: int) -> bool:
        self.source.lost = True
        self.source.error(
            Code.NESTED_TOO_DEEP,
            f"lists and mappings lie more than {limits.DEEPEST_NODES} deep in each other",
            self.source.span(start, start + 1),
            "bring it some levels up; if no one wrote this by hand, take it out",
        )
        self.root = None
        return True

    def _too_many(self, start: int) -> bool:
        self.source.lost = True
        self.source.error(
            Code.LIMIT_REACHED,
            f"the file holds more than {limits.MOST_NODES:,} keys, values and items",
            self.source.span(start, start + 1),
            "part it, or bring its data into a file of their own",
        )
        self.root = None
        return True

    def _second(self, start: int) -> bool:
        self.source.error(
            Code.NOT_YAML,
            "a second document begins here, and a file holds one",
            self.source.span(start, start + 3),
            "delete the line `---`, or move what follows to a file of its own",
        )
        self.source.lost = True
        return True
