"""What is wrong with content, as values: collected, never raised, printed elsewhere."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from enum import Enum
from itertools import islice

from neaspec_docs import limits
from neaspec_docs.diagnostics.codes import Code
from neaspec_docs.diagnostics.span import Span

_QUOTED = re.compile(rf"`[^`]{{{limits.LONGEST_QUOTED},}}`|\S{{{limits.LONGEST_QUOTED},}}")
_LEFT_OUT = "..."


class Severity(Enum):
    """An error stops a build; a warning is shown and lets it pass."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Related:
    """A second place that belongs to a fault, such as the first of two equal ids."""

    at: Span
    message: str


@dataclass(frozen=True, slots=True)
class Edit:
    """Other words for a stretch of one line of a file."""

    at: Span
    new: str


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One fault at one place.

    `message` is lower case without a closing stop, things in backticks; `help` is the cure, where there is one, and
    `fix` are the edits that make it, where that is safe without asking. What they quote at great length is shortened.
    """

    code: Code
    message: str
    at: Span
    help: str | None = None
    related: tuple[Related, ...] = ()
    severity: Severity = Severity.ERROR
    fix: tuple[Edit, ...] = ()

    def __post_init__(self) -> None:
        """Shorten what nobody would read to its end: a number of five thousand figures, a title of ten pages."""
        object.__setattr__(self, "message", shortened(self.message))
        object.__setattr__(self, "help", self.help and shortened(self.help))


def shortened(said: str) -> str:
    """Return words with what is quoted in them at great length cut, and all of them where they are too many."""
    if len(said) < limits.LONGEST_QUOTED:
        return said
    cut = _QUOTED.sub(_cut, said)
    return cut if len(cut) <= limits.LONGEST_MESSAGE else f"{cut[: limits.LONGEST_MESSAGE]}{_LEFT_OUT}"


def _cut(found: re.Match[str]) -> str:
    mark = "`" if found[0].startswith("`") else ""
    return f"{found[0][: limits.LONGEST_QUOTED]}{_LEFT_OUT}{mark}"


class Diagnostics:
    """The faults of one run, in the order they were found."""

    def __init__(self) -> None:
        """Start with none."""
        self._found: list[Diagnostic] = []

    def __iter__(self) -> Iterator[Diagnostic]:
        """Give the faults in order of file, line and column, each once."""
        return iter(sorted(dict.fromkeys(self._found), key=lambda found: (found.at, found.code, found.message)))

    def __len__(self) -> int:
        """Count the faults, each once."""
        return len(dict.fromkeys(self._found))

    @property
    def errors(self) -> int:
        """Count those that stop a build, each once."""
        return sum(found.severity is Severity.ERROR for found in dict.fromkeys(self._found))

    @property
    def many(self) -> bool:
        """Say whether there are so many that no more is told of the same file."""
        return len(self._found) >= limits.MOST_FAULTS

    def error(
        self, code: Code, message: str, at: Span, help: str | None = None, related: Iterable[Related] = ()
    ) -> None:
        """Note a fault that stops a build."""
        self._found.append(Diagnostic(code, message, at, help, tuple(related)))

    def warning(
        self, code: Code, message: str, at: Span, help: str | None = None, related: Iterable[Related] = ()
    ) -> None:
        """Note a fault that is shown and stops nothing."""
        self._found.append(Diagnostic(code, message, at, help, tuple(related), Severity.WARNING))

    def extend(self, others: Iterable[Diagnostic]) -> None:
        """Take over faults found elsewhere."""
        self._found.extend(others)


def nearest(word: str, known: Iterable[str]) -> str | None:
    """Return the known word that `word` was most likely meant to be, capital or small, or None.

    Only so many are looked at, for to compare words takes long.
    """
    some = islice(known, limits.MOST_GUESSED)
    folded = {one.casefold(): one for one in sorted(some, reverse=True)}
    close = get_close_matches(word.casefold(), folded, n=1, cutoff=0.6)
    return folded[close[0]] if close else None


def did_you_mean(word: str, known: Iterable[str]) -> str | None:
    """Return the help "did you mean `x`?" for the nearest known word, or None where none is near."""
    close = nearest(word, known)
    return f"did you mean `{close}`?" if close else None


def named(character: str) -> str:
    """Return the code point and the name of a character, where Unicode gives it one: "U+200B ZERO WIDTH SPACE"."""
    return f"U+{ord(character):04X} {unicodedata.name(character, '')}".rstrip()
