"""The text of a file of YAML -> the lines on which each of its entries stands; nothing is loaded.

What git tells of a file it tells by lines, so it is by lines that the place of a fact is wanted.
"""

import re
from collections.abc import Mapping
from typing import TypeAlias

Path: TypeAlias = tuple[str, ...]
"""The keys that lead to an entry, from the top of the file."""

_KEY = re.compile(r"""^( *)(["']?)([^\s"'{}\[\],#&*!|>%@`-][^:"'{}\[\],#]*)\2\s*:(?:\s|$)""")


def of(text: str) -> dict[Path, tuple[int, int]]:
    """Return the first and the last line of each entry in block style, counted from 1."""
    found: dict[Path, tuple[int, int]] = {}
    above: list[tuple[int, str]] = []
    last = 0
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        indent = len(line) - len(line.lstrip(" "))
        key = _KEY.match(line)
        if key is not None or not line.startswith((" ", "-")):
            while above and above[-1][0] >= indent:
                above.pop()
        if key is not None:
            above.append((indent, key[3].strip()))
            found.setdefault(tuple(name for _, name in above), (number, number))
        last = number
        for depth in range(1, len(above) + 1):
            path = tuple(name for _, name in above[:depth])
            found[path] = (found[path][0], last)
    return found


def nearest(entries: Mapping[Path, tuple[int, int]], path: Path) -> tuple[int, int] | None:
    """Return the lines of an entry, or of the nearest one that holds it, as `dates: {start: ...}` holds `start`."""
    return next((entries[path[:end]] for end in range(len(path), 0, -1) if path[:end] in entries), None)
