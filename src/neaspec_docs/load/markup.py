"""Inline text -> markdown-it's tokens, each with the place it was read from in `meta["place"]`.

CommonMark's inline rules (0.31.2, chapter 6), less raw HTML and images, and with ours: `H~2~O`, `m^3^`, `[^note]`,
`{{ fact }}`, bare web addresses. markdown-it asks every rule at every sign, and keeps no places. So it gets one rule
that asks those which the sign can begin, and notes places: what a rule pushes was read from where it began to where it
stopped. A "text" token has no place of its own: it begins where what stands before it ends.
"""

import re
from collections.abc import Callable, Mapping
from functools import cache
from typing import TypeAlias

from linkify_it import LinkifyIt
from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline, autolink, emphasis
from markdown_it.token import Token

from neaspec_docs import limits

Rule: TypeAlias = Callable[[StateInline, bool], bool]

PLACE = "place"
_RULES: Mapping[str, tuple[str, ...]] = {
    "\n": ("newline",),
    "\\": ("escape",),
    "`": ("backticks",),
    "*": ("emphasis",),
    "_": ("emphasis",),
    "^": ("run", "lifted"),
    "~": ("run", "lifted"),
    "[": ("footnote_call", "link"),
    "{": ("fact",),
    "<": ("autolink",),
    "&": ("entity",),
    ":": ("address",),
}
"""The rules for what begins with a sign, in the order in which they are asked."""

MARK = re.compile(r"[\\`*_\[\]{}<&~^]")
"""A sign that marks or calls something in a text. A text without any may hold web addresses, and broken lines."""

_SIGN = re.compile(f"[{re.escape(''.join(_RULES))}\\]]")  # `]` ends the words of a link
_ADDRESS = re.compile(r"<(?:(?:https?://|mailto:)[^\s<>]+|[^\s<>@:]+@[^\s<>]+)>", re.IGNORECASE)
_SCHEME = re.compile(r"(?:^|[^A-Za-z0-9.+-])(https?)$", re.IGNORECASE)
_LONGEST_SCHEME = len("https") + 1
_ADDRESS_END = re.compile(r"[\s<\\`|{}\[\]“”„«»。，、；：（）「」『』【】《》]")
_TRAILING = "*_~^.,:;!?'\""
_LABEL = r"[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*"
_USUAL_ADDRESS = re.compile(
    rf"(?i:https?)://(?:{_LABEL}\.)+[A-Za-z]+(?:/(?:[\w%#/-]*(?:\.[\w%#/-]+)*[A-Za-z0-9/])?)?(?=[.,)]*$)", re.ASCII
)
"""An address as most are, up to the stops that end a sentence: linkify-it finds the same, and takes 10 ms to begin."""

_RUN = re.compile(r"~{2,}|\^{2,}")
_BLANK = re.compile(r"(?:^|[^\\])(?:\\\\)*\s")
"""A blank that no backslash stands before."""


def tokens(text: str) -> list[Token]:
    """Return the tokens of one paragraph, in order; a mark that belongs to nothing is a "text" token."""
    parser = _parser()
    return parser.inline.parse(text, parser, {}, [])


@cache
def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark")
    parser.normalizeLink = lambda url: url  # type: ignore[method-assign]  # kept as written: it may be a reference
    parser.normalizeLinkText = lambda link: link  # type: ignore[method-assign]
    parser.validateLink = lambda url: url is not None  # type: ignore[method-assign]  # load.inlines looks at it
    rules = parser.inline.ruler
    named = dict(zip(rules.get_active_rules(), rules.getRules(""), strict=True)) | {
        "emphasis": _emphasis,
        "autolink": _autolink,
        "address": _bare_address,
        "run": _run,
        "lifted": _lifted,
        "footnote_call": _footnote_call,
        "fact": _fact,
    }
    rules.enableOnly("text")
    rules.push("sign", _placed({sign: [named[name] for name in names] for sign, names in _RULES.items()}))
    parser.inline.terminator_re = _SIGN  # where text stops
    parser.inline.ruler2.disable("fragments_join")  # it would throw places away
    return parser


def _placed(rules: Mapping[str, list[Rule]]) -> Rule:
    """Return the rule that asks those for the sign it meets, and notes the place of what they push."""

    def placing(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 -- as markdown-it calls it
        start, before = state.pos, len(state.tokens)
        for rule in rules.get(state.src[start], ()):
            if rule(state, silent):
                break
        else:
            return False
        for token in state.tokens[before:]:
            if token.type != "text":
                token.meta.setdefault(PLACE, (start, state.pos))
        return True

    return placing


def _emphasis(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 -- as markdown-it calls it
    """Read a run of `*` or `_`: each mark is a token of its own, that may later open or close something."""
    start = state.pos
    if not emphasis.tokenize(state, silent):
        return False
    marks = state.pos - start
    for place, token in enumerate(state.tokens[-marks:], start):
        token.meta[PLACE] = (place, place + 1)
    return True


def _run(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 -- as markdown-it calls it
    """Read `~~` or `^^` as they stand: only one by itself lowers or raises."""
    found = _RUN.match(state.src, state.pos, state.posMax)
    if found is None:
        return False
    if not silent:
        state.append_pending(found.group())
    state.pos = found.end()
    return True


def _lifted(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 -- as markdown-it calls it
    """Read `~so~` or `^so^`, in which no blank stands but in a fact; what is between is looked at later."""
    start, sign = state.pos, state.src[state.pos]
    if silent:
        return False
    state.pos += 1
    unbroken = True
    while unbroken and state.pos < state.posMax and state.src[state.pos] != sign:
        before = state.pos
        state.md.inline.skipToken(state)
        skipped = state.src[before : state.pos]
        unbroken = skipped.startswith("{{") or not _BLANK.search(skipped)
    if not unbroken or state.pos in (start + 1, state.posMax):
        state.pos = start
        return False
    state.push("sub" if sign == "~" else "sup", "", 0)
    state.pos += 1
    return True


def _footnote_call(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 -- as markdown-it calls it
    """Read `[^name]`; what stands between the brackets is looked at later."""
    return _between(state, "[^", "]", "footnote_call", silent=silent)


def _fact(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 -- as markdown-it calls it
    """Read `{{ path | filter }}`; what stands between the braces is looked at later."""
    return _between(state, "{{", "}}", "fact", silent=silent)


def _between(state: StateInline, opening: str, closing: str, kind: str, *, silent: bool) -> bool:
    """Read all up to the closing sign, or only the opening one where there is none: then `info` is "open"."""
    start = state.pos
    if not state.src.startswith(opening, start):
        return False
    inside = start + len(opening)
    close = state.src.find(closing, inside, state.posMax)
    state.pos = inside if close < 0 else close + len(closing)
    if not silent:
        token = state.push(kind, "", 0)
        token.content = state.src[inside:close] if close >= 0 else ""
        token.info = "open" if close < 0 else ""
    return True


def _autolink(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 -- as markdown-it calls it
    """Read `<https://...>`; with any other scheme it is text, as HTML is."""
    return bool(_ADDRESS.match(state.src, state.pos, state.posMax)) and autolink(state, silent)


def _bare_address(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 -- as markdown-it calls it
    """Read a web address that stands in the text: it is met at its colon, its scheme is already text."""
    if silent or state.linkLevel or not state.src.startswith("://", state.pos):
        return False
    scheme = _SCHEME.search(state.pending[-_LONGEST_SCHEME:])
    if scheme is None:
        return False
    start = state.pos - len(scheme[1])
    last = min(start + limits.LONGEST_ADDRESS, state.posMax)
    stop = _ADDRESS_END.search(state.src, start, last)
    url = _address_in(state.src[start : stop.start() if stop else last])
    if len(url) <= len(scheme[1]) + len("://"):
        return False
    state.pos = start + len(url)
    state.pending = state.pending[: -len(scheme[1])]
    opening = state.push("link_open", "a", 1)
    opening.attrs = {"href": url}
    opening.meta[PLACE] = (start, state.pos)
    opening.markup = "linkify"
    state.push("text", "", 0).content = url
    state.push("link_close", "a", -1)
    return True


def _address_in(text: str) -> str:
    """Return the web address that a text begins with, without the signs that end a sentence; "" where it is none."""
    if usual := _USUAL_ADDRESS.match(text):
        return usual.group()
    found = _linkify().match_at_start(text)
    return str(found.url).rstrip(_TRAILING) if found else ""


@cache
def _linkify() -> LinkifyIt:
    linkify = LinkifyIt()
    for scheme in ("ftp:", "//", "mailto:"):
        linkify.add(scheme, None)
    return linkify
