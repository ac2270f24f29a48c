"""The table `[tool.neaspec-docs]` of a project's pyproject.toml -> which rules are heard, and how grave they are.

[tool.neaspec-docs]
select = ["E", "typed-number"]      # only these: codes, names, or the letters that codes begin with
ignore = ["number-in-figures"]
words = 8500                        # the longest that a paper may be

[tool.neaspec-docs.severity]
straight-quote = "error"            # or "warning"
"""

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from neaspec_docs.diagnostics.codes import Code
from neaspec_docs.diagnostics.diagnostic import Diagnostic, Diagnostics, Severity, did_you_mean
from neaspec_docs.diagnostics.span import Span

FILE = "pyproject.toml"
LONGEST = 8500
"""Words: what the General Assembly allows a report of the Secretariat."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What a project or a call says of rules. `select` and `ignore` hold codes; None selects all that are not optional.

    `besides` are optional rules that an option asks for; `words` is the longest that a paper may be.
    """

    select: frozenset[Code] | None = None
    ignore: frozenset[Code] = frozenset()
    besides: frozenset[Code] = frozenset()
    severity: Mapping[Code, Severity] = field(default_factory=dict)
    words: int = LONGEST

    def hears(self, code: Code, *, optional: bool = False) -> bool:
        """Say whether findings of this code are wanted."""
        wanted = not optional if self.select is None else code in self.select
        return (wanted or code in self.besides) and code not in self.ignore


def codes(written: str) -> frozenset[Code]:
    """Return the codes that a word stands for: a code, a name, or what codes begin with; none where it is unknown."""
    word = written.strip()
    exact = {code for code in Code if word in (str(code), code.slug)}
    begun = {code for code in Code if word and re.fullmatch(r"[A-Z]\d*", word) and str(code).startswith(word)}
    return frozenset(exact or begun)


def meant(word: str) -> str | None:
    """Return the help "did you mean `x`?" for a word that stands for no rule."""
    return did_you_mean(word, [*(code.slug for code in Code), *map(str, Code)])


def read(root: Path) -> tuple[Settings, tuple[Diagnostic, ...]]:
    """Return the settings of the project in this folder, the usual ones where it has none, and what is wrong."""
    faults = Diagnostics()
    try:
        text = (root / FILE).read_bytes().decode("utf-8")
        tool = tomllib.loads(text).get("tool", {})
        table = tool.get("neaspec-docs", {}) if isinstance(tool, dict) else {}
    except FileNotFoundError:
        return Settings(), ()
    except tomllib.TOMLDecodeError as fault:
        place = re.search(r"line (\d+), column (\d+)", str(fault))
        at = Span(FILE, int(place[1]), int(place[2])) if place else Span(FILE, 1, 1)
        faults.error(Code.WRONG_SETTING, "the file is no TOML here", at)
        return Settings(), tuple(faults)
    except (OSError, UnicodeDecodeError):
        faults.error(Code.WRONG_SETTING, "the file can't be read", Span(FILE, 1, 1))
        return Settings(), tuple(faults)
    if not isinstance(table, dict):
        faults.error(Code.WRONG_SETTING, "`tool.neaspec-docs` must be a table", _place(text, "neaspec-docs"))
        return Settings(), tuple(faults)
    return _Read(text, faults).settings(table), tuple(faults)


class _Read:
    """Reads the table; TOML's own reader keeps no places, so words are looked for in the text."""

    def __init__(self, text: str, faults: Diagnostics) -> None:
        begin = text.find("[tool.neaspec-docs")
        self.before = text.count("\n", 0, max(begin, 0))
        self.text = text[max(begin, 0) :]
        self.faults = faults

    def settings(self, table: Mapping[str, Any]) -> Settings:
        known = {"select", "ignore", "words", "severity"}
        for key in table.keys() - known:
            self._wrong(f"there is no setting `{key}`", key, did_you_mean(key, known))
        select = self._codes(table["select"], "select") if "select" in table else None
        ignore = self._codes(table.get("ignore", []), "ignore")
        words = table.get("words", LONGEST)
        if not isinstance(words, int) or isinstance(words, bool) or words < 1:
            self._wrong("`words` must be a whole number from 1", "words")
            words = LONGEST
        return Settings(select, ignore, severity=self._severity(table.get("severity", {})), words=words)

    def _codes(self, written: object, key: str) -> frozenset[Code]:
        if not isinstance(written, list) or not all(isinstance(word, str) for word in written):
            self._wrong(f"`{key}` must be a list of codes or names", key)
            return frozenset()
        return frozenset(code for word in written for code in self._known(word))

    def _known(self, word: str) -> Iterable[Code]:
        found = codes(word)
        if not found:
            self._wrong(f"there is no rule `{word}`", word, meant(word))
        return found

    def _severity(self, written: object) -> Mapping[Code, Severity]:
        if not isinstance(written, dict):
            self._wrong("`severity` must be a table of rules", "severity")
            return {}
        chosen: dict[Code, Severity] = {}
        for rule, grave in written.items():
            if grave not in {severity.value for severity in Severity}:
                self._wrong(f"`{rule}` must be `error` or `warning`", rule)
                continue
            chosen |= dict.fromkeys(self._known(rule), Severity(grave))
        return chosen

    def _wrong(self, message: str, word: str, help: str | None = None) -> None:
        at = _place(self.text, word)
        self.faults.error(Code.WRONG_SETTING, message, Span(FILE, at.line + self.before, at.column, at.length), help)


def _place(text: str, word: str) -> Span:
    found = re.search(rf"(?<![\w-]){re.escape(word)}(?![\w-])", text)
    if found is None:
        return Span(FILE, 1, 1)
    line = text.count("\n", 0, found.start())
    return Span(FILE, line + 1, found.start() - (text.rfind("\n", 0, found.start()) + 1) + 1, len(word))
