"""A place of a YAML file that is at fault -> the slip behind it: a curly quotation mark, a lost space, a Word dash.

YAML takes most of these for text or for the name of a key, and so complains of something else, or of nothing.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from neaspec_docs.diagnostics.codes import Code
from neaspec_docs.load.source import Source, quoted

QUOTATION_MARKS = "“”„‟‘’‚‛«»"
"""What a word processor writes for `"` and `'`."""

QUOTES = "put the whole text in quotes, or below a `|`"
_NO_BREAK, _WIDE = "\u00a0\u202f", "\u3000"
_DASHES = "–—−‐‑•·*"
_VALUE = r"^ *(?:- +)*(?:[\w-]+: +)?"
_KEY_LINE = re.compile(r" *(?:- +)*[\w-]+:(?:\s|$)")
_SOUND_KEY = re.compile(r"[A-Za-z_]+:(?!\S)")  # as nearly all are; it has no slip of _AT_ITS_HEAD
_BAR_LINE = re.compile(r"(?:^|.*[:-]) +[|>][-+0-9]*\s*(?:#.*)?|[|>]\s*")
_COMMENT = re.compile(r"[ \t]+(#(?=[^\s#])(?!(?i:neaspec[-_]?docs))[^\s,;)\]}]*)")
_MERGE_MARKS = ("<<<<<<<", "=======", ">>>>>>>")
_MERGE = re.compile(r"^(?:<{7}(?= |$)|={7}$|>{7}(?= |$))", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Slip:
    """What is wrong from `start` up to `end` of the file, and the cure."""

    start: int
    end: int
    message: str
    help: str
    code: Code = Code.NOT_YAML


@dataclass(frozen=True, slots=True)
class _Sort:
    """What a slip looks like in its line (its place is the group), and what it is; `{}` is what stands there.

    The expression is compiled when it is first asked: few calls meet a slip.
    """

    seen: str
    message: str
    help: str

    def within(self, line: str, start: int) -> Slip | None:
        found = re.match(self.seen, line)
        if found is None:
            return None
        return Slip(start + found.start(1), start + found.end(1), self.message.format(found[1]), self.help)


_AT_ITS_HEAD = (
    _Sort(
        rf"[ \t]*([{_NO_BREAK}][ \t{_NO_BREAK}]*)",
        "a no-break space can't indent a line",
        "indent with spaces",
    ),
    _Sort(rf"[ \t]*({_WIDE}+)", "a full-width space can't indent a line", "indent with spaces"),
    _Sort(r" *(?:- +)*(-)(?=[A-Za-z_]+ *[:：])", "a space must follow the dash", "write `- `"),
    _Sort(
        rf" *([{_DASHES}])[ {_NO_BREAK}]+\S",
        "an item of a list can't begin with `{}`",
        "write `- `, with the hyphen of the keyboard",
    ),
    _Sort(r" *(?:- *)*[A-Za-z_]+ *(：)", "`{}` is no colon of YAML", "write `: `, with a space after it"),
    _Sort(
        r" *(?:- +)*[A-Za-z_]+(:)(?=[^\s:/])",
        "a space must follow the colon",
        "write `: `",
    ),
)
_NO_QUOTATION_MARK = "`{}` is no quotation mark of YAML"
_MOVED = "move it there, or put the whole text in quotes"
_IN_ITS_VALUE = (
    _Sort(rf"{_VALUE}(?:[\[{{].*?(?:[\[{{,]|: ) *)?([{QUOTATION_MARKS}])", _NO_QUOTATION_MARK, 'write `"`'),
    *(
        _Sort(
            rf"{_VALUE}[{sign}][-+0-9]*[ \t]*([^-+0-9#\s].*)",
            f"text begins on the line below `{sign}`",
            _MOVED,
        )
        for sign in "|>"
    ),
)
_CLOSED_WRONGLY = _Sort(rf'{_VALUE}"[^"]*([{QUOTATION_MARKS}])\s*$', _NO_QUOTATION_MARK, 'write `"`')


def at(source: Source, start: int) -> Slip | None:
    """Return the slip that begins at `start`, where a key or a text does."""
    if _SOUND_KEY.match(source.text, start):
        return None
    return _first(_AT_ITS_HEAD, source.text[start : _line(source.text, start)[1]], start)


def quotation_mark(source: Source, start: int) -> Slip | None:
    """Return the curly mark at `start`, where a word begins that YAML was to read without it."""
    if source.text[start : start + 1] not in set(QUOTATION_MARKS):
        return None
    return Slip(start, start + 1, _NO_QUOTATION_MARK.format(source.text[start]), 'write `"`')


def cut(source: Source, end: int) -> Slip | None:
    """Return the sign `#` after a text that ends at `end`, if it was meant to be a part of the text.

    A comment has a space after its `#`, as all of ours do; YAML does not ask for it. One that speaks to this program
    is known by its words, and `check` says how it is written.
    """
    found = _COMMENT.match(source.text, end)
    return None if found is None else _comment(found[1], found.start(1))


def merge(source: Source) -> Slip | None:
    """Return the first of the marks that a merge of two versions leaves where they differ."""
    found = _MERGE.search(source.text) if any(mark in source.text for mark in _MERGE_MARKS) else None
    if found is None:
        return None
    help = "keep one side, and take the marks out"
    return Slip(found.start(), found.end(), "a merge left its marks here", help)


def behind(source: Source, said: str, opened: int, there: int) -> Slip | None:
    """Return the slip behind what the parser `said`: it gave up at `there`, reading what began at `opened`."""
    text = source.text
    reading = "scanning" in said  # else what `opened` is a whole list or mapping
    last, first, above = _line(text, there), _line(text, opened), _line_above(text, there)
    for start, end in (first, last, above) if reading else (last, first, above):
        if slip := _first(_AT_ITS_HEAD, text[start:end], start):
            return slip
    for start, end in (first, last) if reading else (last,):
        if slip := _first(_IN_ITS_VALUE, text[start:end], start):
            return slip
    for start, end in _lines(text, last[1]):
        if slip := _CLOSED_WRONGLY.within(text[start:end], start):
            return slip
    begin, end = first if reading else last
    if not _KEY_LINE.match(text, begin, end):
        start, stop = _line_above(text, begin)
        if found := _COMMENT.search(text, start, stop):
            return _comment(found[1], found.start(1))
        return _too_far_out(text, begin, end)
    return None


def in_brackets(source: Source, start: int, end: int) -> Slip | None:
    """Return the sign `#` that took the rest of a line from a list or mapping in brackets."""
    found = _COMMENT.search(source.text, start, _line(source.text, end)[1])
    return None if found is None else _comment(found[1], found.start(1))


def _comment(written: str, start: int) -> Slip:
    message = f"the text ends before {quoted(written)}, which begins a comment"
    return Slip(start, start + len(written), message, QUOTES, Code.TEXT_CUT)


def _too_far_out(text: str, begin: int, end: int) -> Slip | None:
    """Return the line as text that belongs below a `|` but does not stand far enough in."""
    indent = _indent(text[begin:end])
    if indent == end - begin:
        return None
    above = begin
    while above:
        start, stop = _line(text, above - 1)
        line = text[start:stop]
        if _BAR_LINE.fullmatch(line):
            message = "this line does not stand as far in as the text below `|` must"
            return Slip(begin + indent, end, message, "indent all lines of the text alike, further in than its key")
        if line.strip() and _indent(line) <= indent:
            return None
        above = start
    return None


def _first(sorts: Iterable[_Sort], line: str, start: int) -> Slip | None:
    return next((slip for sort in sorts if (slip := sort.within(line, start))), None)


def _line(text: str, place: int) -> tuple[int, int]:
    """Return the beginning and end of the line at a place."""
    end = text.find("\n", place)
    return text.rfind("\n", 0, place) + 1, len(text) if end < 0 else end


def _line_above(text: str, place: int) -> tuple[int, int]:
    """Return the beginning and end of the next line above that is not blank."""
    start = _line(text, place)[0]
    return _line(text, len(text[:start].rstrip()))


def _lines(text: str, end: int) -> Iterator[tuple[int, int]]:
    """Give the beginning and end of each line up to a place."""
    start = 0
    while start < end:
        line = _line(text, start)
        yield line
        start = line[1] + 1


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))
