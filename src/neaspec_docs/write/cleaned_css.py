"""Style rules of a drawing, or the value of an attribute -> the same, each address in them answered or put out.

An address stands in `url()`, in the functions that choose a picture, and after `@import` (CSS Values 4, 4.5; CSS Images
4, 2; CSS Cascade 4, 2). `answer` gives what stands in its place, or None; then `none` stands for the function.
"""

import re
from collections.abc import Callable

Answer = Callable[[str], str | None]

_SUSPECT = re.compile(r"\\|url|src|image|import|cross-fade", re.IGNORECASE)
_ESCAPE = re.compile(r"\\(?:([0-9a-f]{1,6})(?:\r\n|\s)?|(\r\n|[\s\S])|\Z)", re.IGNORECASE)
_COMMENT = re.compile(r"/\*.*?(?:\*/|\Z)", re.DOTALL)
_STRING = r"""(?:"[^"]*(?:"|\Z)|'[^']*(?:'|\Z))"""
_INSIDE = rf"""(?:{_STRING}|[^()"'])*"""
_ASKING = re.compile(
    rf"""(?P<import>@import(?:{_STRING}|\({_INSIDE}(?:\)|\Z)|[^;"'()}}])*;?)"""
    rf"""|(?P<function>(?<![\w-])(?:url(?:-prefix)?|src)\()(?P<address>(?:{_STRING}|[^)"'])*)(?:\)|\Z)"""
    rf"""|(?P<choice>(?<![\w-])(?:-\w+-)?(?:image-set|image|cross-fade)\((?:\({_INSIDE}(?:\)|\Z)|{_STRING}|[^()"'])*"""
    r"""(?:\)|\Z))""",
    re.IGNORECASE,
)
_NAMED = re.compile(rf"""(?:url|src)\(({_INSIDE})|({_STRING})""", re.IGNORECASE)
_UNWRITABLE = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML can't hold (XML 1.0, 2.2)."""

_LAST = 0x10FFFF


def clean(css: str, answer: Answer) -> str:
    """Return the rules without comments and escapes where they could hide an address, and each address answered."""
    if not _SUSPECT.search(css) or not ("(" in css or "@" in css):
        return css
    while "\\" in css:
        css = _ESCAPE.sub(_unescaped, css)
    return _ASKING.sub(lambda found: _answered(found, answer), _COMMENT.sub(" ", css))


def _unescaped(found: re.Match[str]) -> str:
    """Return the sign that an escape stands for (CSS Syntax 3, 4.3.7)."""
    if found[1] is None:
        return (found[2] or "").strip("\r\n\f")
    code = int(found[1], 16)
    return _UNWRITABLE.sub("\ufffd", chr(code)) if code <= _LAST else "\ufffd"


def _answered(found: re.Match[str], answer: Answer) -> str:
    if found["import"] is not None:
        for address in _addresses(found["import"]):
            answer(address)
        return ""
    if found["choice"] is not None:
        addresses = _addresses(found["choice"])
        return found[0] if addresses and all(answer(address) == address for address in addresses) else "none"
    address = _bare(found["address"])
    put = answer(address)
    return "none" if put is None else found[0] if put == address else f'url("{put}")'


def _addresses(text: str) -> list[str]:
    return [_bare(inside or string) for inside, string in _NAMED.findall(text)]


def _bare(address: str) -> str:
    return address.strip().strip("\"'").strip()
