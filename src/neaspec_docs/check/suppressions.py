"""Comments that allow a finding, and the findings -> those that are left, and what is wrong with the comments.

`# neaspec-docs: allow straight-quote because the title is quoted as printed` stands at the end of a line and speaks of
that line, or on a line of its own and speaks of the next. Where the line opens a text of several lines (`para: |`), it
speaks of all of that text. Several rules are split by commas.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from neaspec_docs.check.files import Files
from neaspec_docs.diagnostics.codes import Code
from neaspec_docs.diagnostics.diagnostic import Diagnostic, Severity, did_you_mean
from neaspec_docs.diagnostics.span import Span

_COMMENT = re.compile(r"(?:^|\s)#\s*neaspec-docs:\s*allow(?![\w-])(?P<rules>.*?)(?:\s+because\b\s*(?P<reason>.*))?$")
_TEXT = re.compile(r"[|>][+-]?\d?\s*(?:#.*)?$")
_RULE = re.compile(r"[\w-]+")


@dataclass(frozen=True, slots=True)
class Suppression:
    """A comment that allows rules, by their names, from one line of a file to another, both included."""

    rules: tuple[tuple[str, Span], ...]
    reason: str
    at: Span
    first: int
    last: int


def read(file: str, files: Files) -> tuple[Suppression, ...]:
    """Return the comments of a file that allow something."""
    lines = files.lines(file)
    return tuple(_read(file, lines))


def _read(file: str, lines: tuple[str, ...]) -> Iterator[Suppression]:
    inside = -1  # how far the text of several lines is indented that we are in: there `#` is no comment
    for number, line in enumerate(lines, start=1):
        depth = len(line) - len(line.lstrip())
        if inside >= 0 and (not line.strip() or depth > inside):
            continue
        inside = _indent(line) if _TEXT.search(line) else -1
        if found := _COMMENT.search(line):
            begin = found.start("rules")
            rules = tuple(
                (rule.group(), Span(file, number, begin + rule.start() + 1, len(rule.group())))
                for rule in _RULE.finditer(found["rules"])
            )
            at = Span(
                file, number, line.index("#", found.start()) + 1, len(line.rstrip()) - line.index("#", found.start())
            )
            alone = not line[: found.start()].strip()
            first = _next(lines, number) if alone else number
            yield Suppression(rules, (found["reason"] or "").strip(), at, first, _last(lines, first))


def _indent(line: str) -> int:
    """Return how far the key of a line stands in, past the dashes of the lists that it opens."""
    found = re.match(r"\s*(?:-\s+)*", line)
    return found.end() if found and found.group().strip() else len(line) - len(line.lstrip())


def _next(lines: tuple[str, ...], number: int) -> int:
    """Return the first line after this one that is neither empty nor a comment."""
    for at in range(number, len(lines)):
        if lines[at].strip() and not lines[at].lstrip().startswith("#"):
            return at + 1
    return number


def _last(lines: tuple[str, ...], first: int) -> int:
    """Return the last line of the text that this line opens, or the line itself."""
    if first > len(lines) or not _TEXT.search(lines[first - 1]):
        return first
    depth = len(lines[first - 1]) - len(lines[first - 1].lstrip())
    last = first
    for at in range(first, len(lines)):
        line = lines[at]
        if line.strip() and len(line) - len(line.lstrip()) <= depth:
            break
        last = at + 1 if line.strip() else last
    return last


def apply(
    found: Iterable[Diagnostic], files: Files, names: Iterable[str], every: frozenset[Code], ran: frozenset[Code]
) -> tuple[Diagnostic, ...]:
    """Return the findings that no comment allows, and what is wrong with the comments of these files.

    `every` are the codes of rules that a comment may allow, `ran` those that were looked for: a comment that allows one
    of these and nothing was found is reported; a comment is never reported for a rule that did not run.
    """
    allowed = {name: read(name, files) for name in names}
    known = {code.slug: code for code in every}
    used: set[tuple[Suppression, str]] = set()
    left: list[Diagnostic] = []
    for fault in found:
        by = [
            (one, rule)
            for one in allowed.get(fault.at.file, ())
            for rule, _ in one.rules
            if one.first <= fault.at.line <= one.last
            and rule in (fault.code.slug, str(fault.code))
            and fault.code in every
        ]
        used.update(by)
        left += [] if by else [fault]
    comments = [one for suppressions in allowed.values() for one in suppressions]
    for one in comments:
        left += _faults(one, known, {rule for comment, rule in used if comment is one}, ran)
    return tuple(left)


def _faults(one: Suppression, known: dict[str, Code], used: set[str], ran: frozenset[Code]) -> Iterator[Diagnostic]:
    codes = {str(code): code for code in known.values()}
    if not one.rules:
        message = "this comment allows nothing"
        yield _warning(Code.UNKNOWN_RULE, message, one.at, "write `allow RULE because …`")
    elif not one.reason:
        yield _warning(Code.MISSING_REASON, "this comment gives no reason", one.at, "write `allow RULE because …`")
    for rule, at in one.rules:
        code = known.get(rule) or codes.get(rule)
        if code is None:
            yield _warning(Code.UNKNOWN_RULE, f"there is no rule `{rule}`", at, did_you_mean(rule, known))
        elif rule not in used and code in ran:
            message = f"`{rule}` finds nothing here: this comment allows what is not there"
            yield _warning(Code.UNUSED_SUPPRESSION, message, at, "take it out")


def _warning(code: Code, message: str, at: Span, help: str | None) -> Diagnostic:
    return Diagnostic(code, message, at, help, severity=Severity.WARNING)
