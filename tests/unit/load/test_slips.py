"""A slip of the pen -> what is said of it, whichever of the two YAML parsers is there."""

from collections.abc import Callable

import pytest
import yaml

from neaspec_docs.load.source import Source
from neaspec_docs.load.yaml_nodes import compose

LOADERS = [yaml.SafeLoader, *([yaml.CSafeLoader] if yaml.__with_libyaml__ else [])]
SLIPS = [
    ("kind:paper\ntitle: A\n", "1:5 a space must follow the colon"),
    ("title: A\nkind:paper\nbody: []\n", "2:5 a space must follow the colon"),
    ("body:\n  - para: a\n  -para: b\n", "3:3 a space must follow the dash"),
    ("body:\n  - para: a\n  – para: b\n", "3:3 an item of a list can't begin with `–`"),
    ("body:\n  * para: a\n", "2:3 an item of a list can't begin with `*`"),
    ("body:\n  - para: a\n  \u00a0 id: b\n", "3:3 a no-break space can't indent a line"),
    ("body:\n  - para: a\n\u202fid: b\n", "3:1 a no-break space can't indent a line"),
    ("body:\n\u3000- para: a\n", "2:1 a full-width space can't indent a line"),
    ("title: “a: b”\n", "1:8 `“` is no quotation mark of YAML"),
    ('title: "a”\nkind: b\n', "1:10 `”` is no quotation mark of YAML"),
    ('title: "a\nkind: "b"\n', "1:8 the quotation mark that opens here is never closed"),
    ("title: | a\n", "1:10 text begins on the line below `|`"),
    ("title: |\na\n", "2:1 this line does not stand as far in as the text below `|` must"),
    ("list: [a #1, b]\nid: c\n", "1:10 the text ends before `#1`, which begins a comment"),
    ("title: a #1\n  b\n", "1:10 the text ends before `#1`, which begins a comment"),
    ("<<<<<<< HEAD\n", "1:1 a merge left its marks here"),
    ("rows: [, a]\n", "1:8 nothing stands before this sign"),
    ("title: |0\n  a\n", None),
    ("title: ? a\n", "1:8 text can't begin with `?` and a space"),
    ("%YAML 3\n---\na: b\n", None),
    ("title: }\n", None),
    ("rows: [a]]\n", None),
]


@pytest.mark.parametrize("loader", LOADERS)
@pytest.mark.parametrize(("text", "said"), SLIPS)
def test_a_slip_is_named(
    loader: type[yaml.SafeLoader], text: str, said: str | None, opened: Callable[[str], Source]
) -> None:
    source = opened(text)
    assert compose(source, loader) is None
    (fault,) = source.faults
    assert said in (None, f"{fault.at.line}:{fault.at.column} {fault.message}")
    assert fault.help
    assert not any(word in fault.message for word in ("scalar", "scanning", "parsing", "expected", "token", "flow"))
