"""The files of papers that one version alone has -> which of the new ones an old one became; git is not asked.

Git would see no rename whose new file it was not told of. Half of the lines must be the same, as with git.
"""

from collections import Counter
from collections.abc import Mapping
from pathlib import Path

_ENOUGH = 0.5


def of(old: Mapping[str, Path], new: Mapping[str, Path]) -> dict[str, str]:
    """Return the old names of papers by their new ones, of those that only the one or only the other version has."""
    was = {name: _lines(path) for name, path in old.items()}
    now = {name: _lines(path) for name, path in new.items()}
    likeness = sorted(
        (-_likeness(before, after), there, here) for here, before in was.items() for there, after in now.items()
    )
    found: dict[str, str] = {}
    for unlike, there, here in likeness:
        if -unlike >= _ENOUGH and there not in found and here not in found.values():
            found[there] = here
    return found


def _lines(path: Path) -> Counter[str]:
    try:
        text = path.read_text("utf-8", errors="replace")
    except OSError:
        return Counter()
    return Counter(line for line in (line.strip() for line in text.splitlines()) if line)


def _likeness(old: Counter[str], new: Counter[str]) -> float:
    """Return the share of the longer one's characters that stand in lines of both."""
    both = sum(len(line) * times for line, times in (old & new).items())
    return both / max(1, *(sum(len(line) * times for line, times in one.items()) for one in (old, new)))
