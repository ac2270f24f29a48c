"""YAML's own forms -> nodes."""

from collections.abc import Callable

import pytest
import yaml

from neaspec_docs.load.source import Source
from neaspec_docs.load.yaml_nodes import ListNode, MappingNode, ScalarNode, YamlNode, compose

LOADERS = [yaml.SafeLoader, *([yaml.CSafeLoader] if yaml.__with_libyaml__ else [])]
FORMS = """\
# a comment
plain: 1.10  # text all the same
'single': 'it''s'
"double": "a\\tb\\
  c"
literal: |
  one
   two
folded: >-
  one
  two
flow: [NO, {a: 12:30:45, b: }, "x"]
block:
  - ~
  - - nested
  -
😀: é
"""


def plain(node: YamlNode | None) -> object:
    match node:
        case ScalarNode(value=value):
            return value
        case ListNode(items=items):
            return [plain(item) for item in items]
        case MappingNode(entries=entries):
            return {key.value: plain(value) for key, value in entries}
    return None


@pytest.mark.parametrize("loader", LOADERS)
def test_every_form_is_text(loader: type[yaml.SafeLoader], opened: Callable[[str], Source]) -> None:
    source = opened(FORMS)
    assert plain(compose(source, loader)) == {
        "plain": "1.10",
        "single": "it's",
        "double": "a\tbc",
        "literal": "one\n two\n",
        "folded": "one two",
        "flow": ["NO", {"a": "12:30:45", "b": ""}, "x"],
        "block": ["~", ["nested"], ""],
        "😀": "é",
    }
    assert [*source.faults] == []


@pytest.mark.parametrize("loader", LOADERS)
@pytest.mark.parametrize(
    "text",
    [
        "a: !!str 1\nb: !<x> [1]\n",
        "a: &x 1\nb: *x\n",
        "a: 1\nb: 2\na: 3\n",
        "? [a]\n: b\n",
        "a: {{ b }}\n",
        "a: {{ b }} c\n",
        "a: b: c\n",
        "a: 'b\n",
        "a: [b\n",
        "a: {b\n",
        "a: - b\n",
        "a: *b* c\n",
        "a: %b\n",
        "\ta: b\n",
        "a: 1\n---\nb: 2\n",
        "- a\nb: c\n",
        "a: b\nc\n",
    ],
)
def test_both_parsers_find_the_same_fault(
    loader: type[yaml.SafeLoader], text: str, opened: Callable[[str], Source]
) -> None:
    source, other = opened(text), opened(text)
    compose(source, loader)
    compose(other)
    found = [(fault.code, fault.at.line) for fault in source.faults]
    assert found
    assert found == [(fault.code, fault.at.line) for fault in other.faults]


@pytest.mark.parametrize("text", ["[" * 100_000, "- " * 50_000, "{a: " * 50_000, "? " * 50_000])
def test_nesting_ends_in_a_diagnostic(text: str, opened: Callable[[str], Source]) -> None:
    source = opened(text)
    assert compose(source) is None
    assert [fault.code.name for fault in source.faults] == ["NESTED_TOO_DEEP"]


def test_a_bomb_of_aliases_is_never_unfolded(opened: Callable[[str], Source]) -> None:
    lines = ["a0: &a0 [x, x]", *(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 30))]
    source = opened("\n".join(lines))
    compose(source)
    assert {fault.code.name for fault in source.faults} == {"ALIAS"}
