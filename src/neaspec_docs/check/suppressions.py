"""Comments that allow a finding, and the findings -> those that are left, and what is wrong with the comments.

`# neaspec-docs: allow straight-quote because the title is quoted as printed` stands at the end of a line and speaks of
that line, or on a line of its own and speaks of the next. Where the line opens a text of several lines (`para: |`, or
quoted, or plain), it speaks of all of that text; where it names a file of data (`data: species.csv`), which can hold no
comment, of all of that file. Several rules are split by commas.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from posixpath import dirname, join, normpath

from neaspec_docs.check import settings
from neaspec_docs.check.files import Files
from neaspec_docs.diagnostics.codes import Code
from neaspec_docs.diagnostics.diagnostic import Diagnostic, Severity, did_you_mean
from neaspec_docs.diagnostics.span import Span

_COMMENT = re.compile(r"(?:^|\s)#\s+neaspec-docs:\s*allow(?![\w-])(?P<rules>.*?)(?:\s+because\b\s*(?P<reason>.*))?$")
_NEARLY = re.compile(r"(?:^|\s)#\s*neaspec[-_ ]?docs\s*[:;,.-]?\s*allow(?![\w-])", re.IGNORECASE)
_NAMED = re.compile(r"neaspec[-_ ]?docs", re.IGNORECASE)
_SIGN = re.compile(r"(?:^|(?<=\s))#")
_NO_END = re.compile(r"[^\S\n ]|[^\x20-\x7e\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff\n]")
"""What ends a line for YAML and not for us, and what YAML does not read."""

_RULE = re.compile(r"[\w-]+")
_NEAR = 20
"""Lines: a finding that is no further below was meant."""

_DATA = "data"
"""The key at which a table names its file of data."""


@dataclass(frozen=True, slots=True)
class Suppression:
    """A comment that allows rules, by their names, from one line of a file to another, both included.

    `data` are the files of data that these lines name: of them it speaks as well.
    """

    rules: tuple[tuple[str, Span], ...]
    reason: str
    at: Span
    first: int
    last: int
    data: frozenset[str]


def read(file: str, files: Files) -> tuple[Suppression, ...]:
    """Return the comments of a file that allow something."""
    lines = files.lines(file)
    return tuple(_read(file, lines))


def _read(file: str, lines: tuple[str, ...]) -> Iterator[Suppression]:
    if not any(_NAMED.search(line) for line in lines):
        return
    texts, below = _texts(lines), _below(lines)
    starts = [text.begin for text in texts]
    opened: dict[int, list[_Text]] = {}
    for text in texts:
        opened.setdefault(text.opened, []).append(text)
    for number, line in enumerate(lines, start=1):
        begin = _comment(line, number, texts, starts) if _NAMED.search(line) else None
        if begin is None or not (found := _COMMENT.search(line, begin) or _NEARLY.search(line, begin)):
            continue
        sign = line.index("#", found.start())
        at = Span(file, number, sign + 1, len(line.rstrip()) - sign)
        first = number if line[:begin].strip() else below[number]
        here = opened.get(first, ())
        last = max((text.last for text in here), default=first)
        data = frozenset(normpath(join(dirname(file), text.data)) for text in here if text.data)
        if found.re is _NEARLY:
            yield Suppression((), "", at, first, last, data)
            continue
        rules = tuple(
            (rule.group(), Span(file, number, found.start("rules") + rule.start() + 1, len(rule.group())))
            for rule in _RULE.finditer(found["rules"])
        )
        yield Suppression(rules, (found["reason"] or "").strip(), at, first, last, data)


@dataclass(frozen=True, slots=True)
class _Text:
    """A text in a file: the line of its key, and where it begins and ends: lines from 1, columns from 0.

    `data` is what it says where it is the name of a file of data.
    """

    opened: int
    begin: tuple[int, int]
    end: tuple[int, int]
    last: int
    block: bool
    data: str

    def holds(self, at: tuple[int, int]) -> bool:
        """Say whether a character stands in the text; what follows `|` in its line does not."""
        return self.begin <= at < self.end and not (self.block and at[0] == self.begin[0])


def _texts(lines: tuple[str, ...]) -> tuple[_Text, ...]:
    """Return the texts of a file, as YAML parts them; those before the first fault, where there is one."""
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    found: list[_Text] = []
    opened = 0  # the line of the key that a text belongs to, where it follows at once
    words = ""  # of the text before
    try:
        for token in yaml.scan(_NO_END.sub(" ", "\n".join(lines)), Loader=loader):
            if isinstance(token, yaml.ScalarToken):
                begin = token.start_mark.line + 1, token.start_mark.column
                end = token.end_mark.line + 1, token.end_mark.column
                block = token.style in ("|", ">")
                data = token.value if opened and words == _DATA else ""
                found.append(_Text(opened or begin[0], begin, end, _last(lines, begin[0], end), block, data))
                words = token.value
            opened = token.start_mark.line + 1 if isinstance(token, yaml.ValueToken) else 0
    except yaml.YAMLError:
        pass
    return tuple(found)


def _last(lines: tuple[str, ...], first: int, end: tuple[int, int]) -> int:
    """Return the last line of a text that has words."""
    line, column = end
    if line > len(lines) or not lines[line - 1][:column].strip():
        line -= 1
    while line > first and not lines[line - 1].strip():
        line -= 1
    return line


def _comment(line: str, number: int, texts: Sequence[_Text], starts: Sequence[tuple[int, int]]) -> int | None:
    """Return where the comment of a line begins, None where it has none: a sign in a text opens none.

    `starts` are those of the texts, which stand one after the other.
    """
    for sign in _SIGN.finditer(line):
        at = (number, sign.start())
        before = bisect_right(starts, at)
        if not before or not texts[before - 1].holds(at):
            return max(sign.start() - 1, 0)
    return None


def _below(lines: tuple[str, ...]) -> list[int]:
    """Return for each line, from 0, the first behind it that is neither empty nor a comment; itself where none is."""
    found = [0] * (len(lines) + 1)
    below = 0
    for number in range(len(lines), 0, -1):
        found[number] = below or number
        line = lines[number - 1].lstrip()
        if line and not line.startswith("#"):
            below = number
    return found


def apply(
    found: Iterable[Diagnostic], files: Files, names: Iterable[str], every: frozenset[Code], ran: frozenset[Code]
) -> tuple[Diagnostic, ...]:
    """Return the findings that no comment allows, and what is wrong with the comments of these files.

    `every` are the codes of rules that a comment may allow, `ran` those that were looked for: a comment that allows one
    of these and nothing was found is reported; a comment is never reported for a rule that did not run.
    """
    comments = [one for name in names for one in read(name, files)]
    known = {code.slug: code for code in every}
    allowed, of_data = _by_line(comments)
    used: list[set[str]] = [set() for _ in comments]
    left: list[Diagnostic] = []
    for fault in found:
        by = [
            (number, rule)
            for number in (*allowed.get((fault.at.file, fault.at.line), ()), *of_data.get(fault.at.file, ()))
            for rule, _ in comments[number].rules
            if rule in (fault.code.slug, str(fault.code)) and fault.code in every
        ]
        for number, rule in by:
            used[number].add(rule)
        left += [] if by else [fault]
    lines = _lines(left)
    for one, needed in zip(comments, used, strict=True):
        left += _faults(one, known, needed, ran, lines)
    return tuple(left)


def _by_line(comments: Sequence[Suppression]) -> tuple[Mapping[tuple[str, int], list[int]], Mapping[str, list[int]]]:
    """Return the numbers of the comments by file and line of which they speak, and by the files of data."""
    lines: dict[tuple[str, int], list[int]] = {}
    of_data: dict[str, list[int]] = {}
    for number, one in enumerate(comments):
        for line in range(one.first, one.last + 1):
            lines.setdefault((one.at.file, line), []).append(number)
        for file in one.data:
            of_data.setdefault(file, []).append(number)
    return lines, of_data


def _lines(left: Iterable[Diagnostic]) -> Mapping[tuple[str, Code], list[int]]:
    """Return the lines in which something was found, in order, by file and rule."""
    found: dict[tuple[str, Code], list[int]] = {}
    for fault in left:
        found.setdefault((fault.at.file, fault.code), []).append(fault.at.line)
    return {key: sorted(lines) for key, lines in found.items()}


def _faults(
    one: Suppression,
    known: Mapping[str, Code],
    used: set[str],
    ran: frozenset[Code],
    lines: Mapping[tuple[str, Code], list[int]],
) -> Iterator[Diagnostic]:
    """Give what is wrong with a comment; `lines` are those in which something is left, by file and rule."""
    codes = {str(code): code for code in known.values()}
    if not one.rules:
        message = "this comment allows nothing"
        yield _warning(Code.UNKNOWN_RULE, message, one.at, "write `# neaspec-docs: allow RULE because …`")
    elif not one.reason:
        yield _warning(Code.MISSING_REASON, "this comment gives no reason", one.at, "write `allow RULE because …`")
    for rule, at in one.rules:
        code = known.get(rule) or codes.get(rule)
        if code is None:
            help = None if settings.codes(rule) else did_you_mean(rule, known)
            yield _warning(Code.UNKNOWN_RULE, settings.no_rule(rule), at, help)
        elif rule not in used and code in ran:
            message = f"`{rule}` finds nothing here: this comment allows what is not there"
            yield _warning(Code.UNUSED_SUPPRESSION, message, at, _cure(one, lines.get((one.at.file, code), ())))


def _cure(one: Suppression, lines: Sequence[int]) -> str:
    """Return what to do about a comment whose rule finds nothing there, but something in these lines."""
    behind = bisect_right(lines, one.last)
    if behind == len(lines) or lines[behind] - one.last > _NEAR:
        return "take it out"
    spoken = f"line {one.first}" if one.first == one.last else f"lines {one.first} to {one.last}"
    return f"it speaks of {spoken} only; the finding is at line {lines[behind]}"


def _warning(code: Code, message: str, at: Span, help: str | None) -> Diagnostic:
    return Diagnostic(code, message, at, help, severity=Severity.WARNING)
