"""What the YAML parser stumbled over -> a diagnostic in an officer's words, at the place that is to be mended."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

import yaml

from neaspec_docs.diagnostics.codes import Code
from neaspec_docs.load import slips
from neaspec_docs.load.slips import QUOTES, Slip
from neaspec_docs.load.source import Source

_CLOSE = "close it with the same mark at the end of the text"
_CLOSING = {"[": "write `]` at the end of the list", "{": "write `}` at the end of the mapping"}


@dataclass(frozen=True, slots=True)
class _Plain:
    """A complaint of the parser (a part of its words), what it means, and the cure.

    `opened`: the fault is shown where the thing that was being read began, not where the parser gave up.
    """

    said: str
    means: str
    cure: str | None = None
    opened: bool = False


_PLAIN = (
    _Plain(
        "mapping values are not allowed",
        "a colon with a space after it makes a key of the text before it, and no key can stand here",
        QUOTES,
    ),
    _Plain("block sequence entries are not allowed", "a list can't begin here", "begin it on a line of its own"),
    _Plain("sequence entries are not allowed", "a list can't begin here", "begin it on a line of its own"),
    _Plain("found unexpected end of stream", "the quotation mark that opens here is never closed", _CLOSE, opened=True),
    _Plain("found unexpected document separator", "the text in quotes is never closed", _CLOSE, opened=True),
    _Plain("found a tab character", "a tab can't indent a line", "indent with spaces"),
    _Plain("found unknown escape character", "a backslash in double quotes needs another", "write `\\\\`"),
    _Plain(
        "did not find expected hexdecimal number",
        "the code after the backslash is not hexadecimal",
        "write `\\\\` for a backslash in double quotes",
    ),
    _Plain(
        "expected escape sequence of",
        "the code after the backslash is not hexadecimal",
        "write `\\\\` for a backslash in double quotes",
    ),
    _Plain(
        "could not find expected ':'",
        "this line is no key: it lacks `: ` and a value",
        "write `key: ...`, or indent it as far as the text that it belongs to",
        opened=True,
    ),
    _Plain(
        "did not find expected ',' or ']'",
        "the list that opens with `[` here is never closed",
        _CLOSING["["],
        opened=True,
    ),
    _Plain("expected ',' or ']'", "the list that opens with `[` here is never closed", _CLOSING["["], opened=True),
    _Plain(
        "did not find expected ',' or '}'",
        "the mapping that opens with `{` here is never closed",
        _CLOSING["{"],
        opened=True,
    ),
    _Plain("expected ',' or '}'", "the mapping that opens with `{` here is never closed", _CLOSING["{"], opened=True),
    _Plain("'-' indicator", "no item of a list begins here", "begin it with `- `, as far in as the items above"),
    _Plain("<block end>", "this line does not fit those above", "indent it as far as they are"),
    _Plain(
        "did not find expected key",
        "this does not fit what stands before it",
        "indent lines that belong together alike",
    ),
    _Plain("undefined tag handle", "the tag can't be read", "put text that begins with `!` in quotes"),
    _Plain("while scanning an alias", "text can't begin with `*`", QUOTES, opened=True),
    _Plain("while scanning an anchor", "text can't begin with `&`", QUOTES, opened=True),
    _Plain("while parsing a tag", "text can't begin with `!`", QUOTES, opened=True),
    _Plain("while scanning a tag", "text can't begin with `!`", QUOTES, opened=True),
    _Plain("<document start>", "this does not fit what stands before it", QUOTES),
    _Plain("node content", "nothing stands before this sign", 'write `""` for an empty cell, or put text in quotes'),
    _Plain(
        "block scalar", "only text on the lines below can follow this sign", "move what follows it there", opened=True
    ),
    _Plain("mapping keys are not allowed", "text can't begin with `?` and a space", QUOTES),
    _Plain("incompatible YAML", "no such version of YAML can be read", "take the line out that begins with `%YAML`"),
    _Plain("directive", "a line can't begin with `%`", QUOTES, opened=True),
)

_NO_BEGINNING = {
    "\t": ("a tab can't indent a line", "indent with spaces"),
    "%": ("text can't begin with `%`", QUOTES),
    "@": ("text can't begin with `@`", QUOTES),
    "`": ("text can't begin with a backtick", QUOTES),
}


def explain(error: yaml.YAMLError, source: Source, unclosed: Sequence[int]) -> None:
    """Report a file that is not YAML; `unclosed` are the offsets of the lists and mappings whose end was not met."""
    source.lost = True
    if not isinstance(error, yaml.MarkedYAMLError) or error.problem_mark is None:
        source.error(Code.NOT_YAML, "the file can't be read", source.span(0, 1), "save it as plain text")
        return
    there = min(error.problem_mark.index, len(source.text))
    if "invalid Unicode character" in (error.problem or ""):
        at = source.span(max(0, source.text.rfind("\\", 0, there + 1)), there + 4)
        source.error(Code.CONTROL_CHARACTER, "the escape stands for no character", at, "delete it")
        return
    opened = min(error.context_mark.index, len(source.text)) if error.context_mark else there
    said = f"{error.context or ''} {error.problem or ''}"
    if slip := _slip(said, opened, there, source):
        source.error(slip.code, slip.message, source.span(slip.start, slip.end), slip.help)
        return
    if there >= len(source.text.rstrip()) and (brackets := [at for at in unclosed if source.text[at] in "[{"]):
        source.error(
            Code.NOT_YAML,
            f"the `{source.text[brackets[-1]]}` that opens here is never closed",
            source.span(brackets[-1], brackets[-1] + 1),
            _CLOSING[source.text[brackets[-1]]],
        )
        return
    place, means, cure = _plain(said, opened, there, source)
    source.error(Code.NOT_YAML, means, source.span(place, place + 1), cure)


def _slip(said: str, opened: int, there: int, source: Source) -> Slip | None:
    """Return the slip of the pen behind the parser's words, if it is one that we know."""
    if any(sign in said for sign in ("']'", "'}'")) and (slip := slips.in_brackets(source, opened, there)):
        return slip
    return slips.behind(source, said, opened, there)


def _plain(said: str, opened: int, there: int, source: Source) -> tuple[int, str, str | None]:
    """Return where the fault is shown, what it is, and the cure."""
    if "cannot start any token" in said:
        means, cure = _NO_BEGINNING.get(source.text[there : there + 1], ("text can't begin with this", QUOTES))
        return there, means, cure
    before = source.text[:there].rpartition("\n")[2].rstrip()
    if "mapping values" in said and re.fullmatch(r"\s*(- +)?[\w-]+", before):
        start = there - len(before.lstrip("- "))
        return start, "this key does not stand as far in as those around it", "indent it as far as they are"
    if "block mapping" in said and re.search(r"""(?:^|: +|- +)["']$""", before):  # it closed one that opens above
        start = source.text.rfind(before[-1], 0, source.text.rfind(before[-1], 0, there))
        if start >= 0:
            return start, "the quotation mark that opens here is never closed", _CLOSE
    if "expected key" in said and before.endswith(("]", "}", '"', "'")) and source.text[there : there + 1] != "\n":
        sign = {"]": "[", "}": "{"}.get(before[-1], before[-1])
        return there, f"text that begins with `{sign}` ends before this", QUOTES
    for plain in _PLAIN:
        if plain.said in said:
            return (opened if plain.opened else there), plain.means, plain.cure
    return there, "this can't be read", "look for a space, a colon or a quotation mark that is missing here"
