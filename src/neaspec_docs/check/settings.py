"""The table `[tool.neaspec-docs]` of a project's pyproject.toml -> which rules are heard, and how grave they are.

[tool.neaspec-docs]
select = ["E", "typed-number"]      # only these: codes, names, or the letters that codes begin with
ignore = ["number-in-figures"]
words = 8500                        # the longest that a paper may be

[tool.neaspec-docs.severity]
straight-quote = "error"            # or "warning"
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from neaspec_docs import plain_files
from neaspec_docs.diagnostics.codes import EITHER, WARNINGS, Code
from neaspec_docs.diagnostics.diagnostic import Diagnostic, Diagnostics, Severity, did_you_mean
from neaspec_docs.diagnostics.span import Span
from neaspec_docs.limits import LARGEST_TEXT

FILE = "pyproject.toml"
LONGEST = 8500
"""Words: what the General Assembly allows a report of the Secretariat."""

ONLINE = frozenset({Code.DEAD_LINK, Code.UNREACHABLE_LINK})
"""Rules that ask the web: heard only where they are selected by name or code, or where the call says so."""

_NAME = "neaspec-docs"
_TABLE = f"tool.{_NAME}"
_SIGNS = re.compile(r"[^a-z]")
_KEYS = ("select", "ignore", "words", "severity")
_FIRST_OF_RULES = 201
_STOPS_NOTHING = WARNINGS | EITHER | {Code.WRONG_SETTING}
_NO_TOML = re.compile(r"(?P<reason>.*?) \(at (?:line (?P<line>\d+), column (?P<column>\d+)|end of document)\)")


@dataclass(frozen=True, slots=True)
class Settings:
    """What a project or a call says of rules. `select` and `ignore` hold codes; None selects all but those of ONLINE.

    `besides` are rules of ONLINE that an option asks for; `words` is the longest that a paper may be.
    """

    select: frozenset[Code] | None = None
    ignore: frozenset[Code] = frozenset()
    besides: frozenset[Code] = frozenset()
    severity: Mapping[Code, Severity] = field(default_factory=dict)
    words: int = LONGEST

    def hears(self, code: Code) -> bool:
        """Say whether findings of this code are wanted."""
        wanted = code not in ONLINE if self.select is None else code in self.select
        return (wanted or code in self.besides) and code not in self.ignore


def codes(written: str) -> frozenset[Code]:
    """Return the codes that a word stands for: a code, a name, or what codes begin with; none where it is unknown."""
    word = written.strip()
    exact = frozenset(code for code in Code if word in (str(code), code.slug))
    begun = frozenset(code for code in Code if re.fullmatch(r"[A-Z]\d*", word) and str(code).startswith(word))
    return exact or begun - ONLINE


def rules(written: str) -> frozenset[Code]:
    """Return the codes of rules that a word stands for: those that a project, a call and a comment may speak of."""
    known = codes(written) - {Code.WRONG_SETTING}
    return frozenset(code for code in known if int(code[1:]) >= _FIRST_OF_RULES)


def no_rule(written: str, what: str = "left out") -> str:
    """Return in words why a word stands for no rule; `what` can't be done to what it does stand for."""
    named = codes(written)
    if not named:
        return f"there is no rule `{written.strip()}`"
    why = "stops a build" if named.isdisjoint(_STOPS_NOTHING) else "is found by no rule"
    return f"`{written.strip()}` {why} and can't be {what}"


def meant(word: str) -> str | None:
    """Return the help "did you mean `x`?" for a word that stands for no rule."""
    return did_you_mean(word.strip(), [*(code.slug for code in Code), *map(str, Code)])


def read(root: Path) -> tuple[Settings, tuple[Diagnostic, ...]]:
    """Return the settings of the project in this folder, the usual ones where it has none, and what is wrong."""
    faults = Diagnostics()
    try:
        text = plain_files.read(root / FILE, LARGEST_TEXT).decode("utf-8-sig")
    except FileNotFoundError:
        return Settings(), ()
    except (plain_files.NoPlainFileError, plain_files.TooLargeError) as fault:
        faults.error(Code.WRONG_SETTING, f"the file can't be read: {fault.strerror}", Span(FILE, 1, 1))
        return Settings(), tuple(faults)
    except (OSError, UnicodeDecodeError):
        faults.error(Code.WRONG_SETTING, "the file can't be read", Span(FILE, 1, 1))
        return Settings(), tuple(faults)
    table = _table(text, faults)
    return _Read(_Text(text), faults).settings(table), tuple(faults)


def _table(text: str, faults: Diagnostics) -> Mapping[str, Any]:
    """Return the program's table of the file; an empty one where it has none or is no TOML."""
    import tomllib

    try:
        tool = tomllib.loads(text).get("tool", {})
    except tomllib.TOMLDecodeError as fault:
        found = _NO_TOML.match(str(fault))
        reason = found["reason"] if found else str(fault)
        lines = text.split("\n")
        line, column = (found["line"], found["column"]) if found else (None, None)
        at = Span(FILE, int(line or len(lines)), int(column or len(lines[-1]) + 1))
        faults.error(Code.WRONG_SETTING, f"the file is no TOML: {reason[:1].lower()}{reason[1:]}", at)
        return {}
    except (ValueError, RecursionError):  # not said to be TOML's: a number of thousands of figures, a list too deep
        message = "the file can't be read: it holds a number too long or lists too deep"
        faults.error(Code.WRONG_SETTING, message, Span(FILE, 1, 1), "take it out")
        return {}
    for key in tool if isinstance(tool, dict) else ():
        if key != _NAME and _SIGNS.sub("", key.lower()) == _SIGNS.sub("", _NAME):
            message = f"there is no table `tool.{key}`"
            faults.error(Code.WRONG_SETTING, message, _Text(text).place(key), f"write `[{_TABLE}]`")
    table = tool.get(_NAME, {}) if isinstance(tool, dict) else {}
    if isinstance(table, dict):
        return table
    faults.error(Code.WRONG_SETTING, f"`{_TABLE}` must be a table", _Text(text).place(_NAME))
    return {}


class _Text:
    """The text of the file. TOML's reader keeps no places, so words are looked for behind the key they stand at."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.begin = max(text.find(f"[{_TABLE}"), 0)

    def place(self, key: str, word: str | None = None) -> Span:
        """Return the place of a key, or of a word in what it is set to; the file's beginning where it is not found."""
        named = re.compile(rf"(?<![\w-]){re.escape(key)}(?![\w-])(?=[\"']?\s*=|[^\n=]*\])")
        found = named.search(self.text, self.begin)
        if found and word is not None:
            found = re.compile(rf"(?<=[\"']){re.escape(word)}(?=[\"'])").search(self.text, found.end()) or found
        if found is None:
            return Span(FILE, 1, 1)
        line = self.text.count("\n", 0, found.start())
        return Span(FILE, line + 1, found.start() - self.text.rfind("\n", 0, found.start()), max(1, len(found.group())))


class _Read:
    """Reads the table."""

    def __init__(self, text: _Text, faults: Diagnostics) -> None:
        self.text = text
        self.faults = faults

    def settings(self, table: Mapping[str, Any]) -> Settings:
        for key in table.keys() - set(_KEYS):
            self._wrong(f"there is no setting `{key}`", self.text.place(key), did_you_mean(key, _KEYS))
        select = self._codes(table["select"], "select") if "select" in table else None
        ignore = self._codes(table.get("ignore", []), "ignore") or frozenset()
        words = table.get("words", LONGEST)
        if not isinstance(words, int) or isinstance(words, bool) or words < 1:
            self._wrong("`words` must be a whole number from 1", self.text.place("words"))
            words = LONGEST
        return Settings(select, ignore, severity=self._severity(table.get("severity", {})), words=words)

    def _codes(self, written: object, key: str) -> frozenset[Code] | None:
        """Return the codes in a list; None, as if it were not there, where it is none or nothing in it is known."""
        if not isinstance(written, list) or not all(isinstance(word, str) for word in written):
            help = f'write `{key} = ["{written}"]`' if isinstance(written, str) else None
            self._wrong(f"`{key}` must be a list of codes or names", self.text.place(key), help)
            return None
        known = frozenset(code for word in written for code in self._known(word, self.text.place(key, word)))
        return known if known or not written else None

    def _known(self, word: str, at: Span, what: str = "left out") -> Iterable[Code]:
        """Return the codes of rules that a word stands for; what no rule finds is no one's choice."""
        found = rules(word)
        if not found:
            self._wrong(no_rule(word, what), at, None if codes(word) else meant(word))
        return found

    def _severity(self, written: object) -> Mapping[Code, Severity]:
        if not isinstance(written, dict):
            self._wrong("`severity` must be a table of rules", self.text.place("severity"))
            return {}
        chosen: dict[Code, Severity] = {}
        for rule, grave in written.items():
            if not isinstance(grave, str) or grave not in {severity.value for severity in Severity}:
                self._wrong(f"`{rule}` must be `error` or `warning`", self.text.place(rule))
                continue
            chosen |= dict.fromkeys(self._known(rule, self.text.place(rule), "weighed"), Severity(grave))
        return chosen

    def _wrong(self, message: str, at: Span, help: str | None = None) -> None:
        self.faults.error(Code.WRONG_SETTING, message, at, help)
