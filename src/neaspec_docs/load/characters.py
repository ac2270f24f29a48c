"""A character that no text may hold -> what is wrong with it, and what to do; docs/characters.md has the whole list.

What is refused here is refused on every machine. Whether a font has the rest is asked when a paper is built.
"""

import re
from dataclasses import dataclass

from neaspec_docs.diagnostics.codes import Code
from neaspec_docs.diagnostics.diagnostic import named

REPLACEMENT = "\ufffd"
"""Stands in a text that is read on for each character that was refused."""

_PLANES = range(0x10000, 0x110000, 0x10000)
_NONE = "\ufdd0-\ufdef\ufffe\uffff" + "".join(f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in _PLANES)


@dataclass(frozen=True, slots=True)
class _Sort:
    """Characters that are refused for one reason, as a class of `re` has them; `{}` is one's code point and name.

    `unseen`: to delete one changes nothing that can be seen.
    """

    characters: str
    says: str
    help: str
    code: Code = Code.UNFIT_CHARACTER
    unseen: bool = False


_RETYPE = "delete it, and type the words around it again"
_SORTS = (
    _Sort(  # what YAML 1.1 (5.1) or XML 1.0 (2.2) cannot carry
        "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff",
        "the control character {} can't be printed",
        _RETYPE,
        Code.CONTROL_CHARACTER,
    ),
    _Sort(
        "\x85\u2028\u2029",
        "{} breaks a line where no editor shows it",
        "write a new line; a blank line begins a paragraph",
    ),
    _Sort(
        "\u202a-\u202e\u2066-\u2069",
        "{} turns words around unseen",
        "delete it; words that run to the left need no help, and may have `&rlm;` or `&lrm;` beside them",
    ),
    _Sort(
        "\xad\u180e\u200b\u2061-\u2064\u206a-\u206f\u3164\ufeff\uffa0\U000e0000-\U000e007f",
        "{} can't be seen, and hides words from those who search for them",
        "delete it",
        unseen=True,
    ),
    _Sort("\ufff9-\ufffd", "{} stands for something that was lost in copying", "put in what was there, or delete it"),
    _Sort(
        "\ue000-\uf8ff\U000f0000-\U000ffffd\U00100000-\U0010fffd",
        "the private character {} is another sign in each font",
        "write the sign that is meant; a line of a list begins with `- `",
    ),
    _Sort(_NONE, "{} is no character and never will be", _RETYPE),
)

UNFIT = re.compile(f"[{''.join(sort.characters for sort in _SORTS)}]")
"""A character that no text may hold."""

_ORDINARY = b"\t\n" + bytes(range(0x20, 0x7F))  # each of them is fit, and nearly all of most texts


def is_fit(text: str) -> bool:
    """Say whether a text holds nothing that UNFIT finds; it need not look at each character."""
    others = text.encode("utf-8", "surrogatepass").translate(None, _ORDINARY).decode("utf-8", "surrogatepass")
    return UNFIT.search("".join(set(others))) is None


@dataclass(frozen=True, slots=True)
class Unfit:
    """What is said of a character that no text may hold."""

    code: Code
    message: str
    help: str
    unseen: bool


def unfit(character: str) -> Unfit:
    """Return what is said of a character that UNFIT finds."""
    sort = next(sort for sort in _SORTS if re.match(f"[{sort.characters}]", character))
    return Unfit(sort.code, sort.says.format(named(character)), sort.help, sort.unseen)
