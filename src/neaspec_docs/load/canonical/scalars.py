"""A word or a text in one line -> how YAML writes it: plain where that reads the same, else in quotes."""

import re

_NOT_PLAIN = re.compile(
    r"""
      [\s,\[\]{}#&*!|>'"%@`]            # a sign that begins something else
    | [-?:](?=[\s,\[\]{}]|\Z)           # ... as these do by themselves
    | ---|\.\.\.                        # the end of a document
    | .*(?:
          :(?=\s|\Z)                    # the end of a key
        | \s\#                          # the beginning of a comment
        | \s\Z
        | [\t\n\r\x85\u2028\u2029\ufeff]  # what YAML folds or leaves out
      )
    """,
    re.VERBOSE | re.DOTALL,
)
_NOT_PLAIN_IN_BRACKETS = re.compile(r"[:?]|.*(?:[,\[\]{}]|:\?)|\Z", re.DOTALL)
_KEY = re.compile(r"[A-Za-z_][A-Za-z0-9_.-]*")
_LETTERS = re.compile(r"[^\W\d_]+(?:[ -][^\W\d_]+)*")
_ANY = re.compile(r".*\w.*", re.DOTALL)
_NO_TEXT = re.compile(r"~|null|true|false|yes|no|on|off|y|n|[-+.\d][-+.:,_\dEeox]*", re.IGNORECASE)
"""What other readers of YAML take for something else than text (YAML 1.1): truth, nothing, numbers, dates."""

_ESCAPED = re.compile(r'[\\"\t\n\r\x85\u2028\u2029\ufeff]')
_ESCAPES = {"\t": "\\t", "\n": "\\n", "\r": "\\r", "\x85": "\\N", "\u2028": "\\L", "\u2029": "\\P", "\ufeff": "\\uFEFF"}


def key(value: str, style: str, *, brackets: bool) -> str:
    """Return a key, in quotes where its author gave it some that it may need."""
    return _written(value, quotes=bool(style) and not _is_text(_KEY, value), brackets=brackets)


def word(value: str, style: str, *, brackets: bool) -> str:
    """Return a word, in quotes where its author gave it some and it is more than letters: `"I."`, `"1,000"`.

    `brackets`: it stands in a list or mapping in brackets, as below.
    """
    return _written(value, quotes=bool(style) and not _is_text(_LETTERS, value), brackets=brackets)


def text(value: str, style: str, *, brackets: bool) -> str:
    """Return text, in quotes only where it needs them."""
    return _written(value, quotes=bool(style) and not _is_text(_ANY, value), brackets=brackets)


def quoted(value: str) -> str:
    """Return a value in double quotes, or in single ones where these need fewer signs in front of others."""
    escaped = _ESCAPED.sub(lambda found: _ESCAPES.get(found[0], f"\\{found[0]}"), value)
    doubled = value.replace("'", "''")
    if len(doubled) < len(escaped) and not any(sign in value for sign in _ESCAPES):
        return f"'{doubled}'"
    return f'"{escaped}"'


def may_be_block(lines: list[str]) -> bool:
    """Say whether these lines can stand below a `|` and read the same."""
    return not any(sign in line for line in lines for sign in _ESCAPES if sign != "\t")


def _is_text(sort: re.Pattern[str], value: str) -> bool:
    return sort.fullmatch(value) is not None and _NO_TEXT.fullmatch(value) is None


def _written(value: str, *, quotes: bool, brackets: bool) -> str:
    if quotes or _NOT_PLAIN.match(value) or (brackets and _NOT_PLAIN_IN_BRACKETS.match(value)):
        return quoted(value)
    return value
