"""Resolved text -> the tokens that two versions are compared by, and the words that a reader is shown of them.

A reference is one token: where it leads, and the author's own words for it, but not what it reads as, which follows
from other changes. The mark of a footnote is a token by the note's name. The look of a word is part of it.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import takewhile
from typing import NamedTuple, TypeAlias, assert_never

from neaspec_docs.diff.wording import words
from neaspec_docs.diff.wording.words import OBJECT, Token
from neaspec_docs.model.change import Words
from neaspec_docs.model.inline import (
    Bullets,
    Code,
    Emphasis,
    Fact,
    FootnoteCall,
    Inlines,
    LineBreak,
    Link,
    Prose,
    Reference,
    Strong,
    Subscript,
    Superscript,
    TableNoteCall,
    Text,
    plain,
)
from neaspec_docs.model.inline import Words as Passage

Look: TypeAlias = tuple[tuple[str, str], ...]
"""What stands before and after a word in content, from the outside in: (("*", "*"),) for italics."""


class Known(NamedTuple):
    """What the two versions call the same things by: their anchors in the new version, by those in this one.

    `notes` are footnotes; None: the note is in this version only, so it tells of its mark, and no paragraph does.
    `targets` are what references lead to. An anchor that is in neither stands for itself. `paper` is the name of the
    paper itself.
    """

    notes: Mapping[str, str | None]
    targets: Mapping[str, str]
    paper: str = ""

    def leads(self, node: Reference) -> tuple[str, str]:
        """Return what a reference leads to: within the paper by its anchor in the new version, else as it is written.

        So is one into another paper that is annexed: it may be so in one version only.
        """
        within = node.paper is None or node.paper == self.paper
        if node.answer is None or node.answer.paper is not None or not within:
            return "" if within else node.paper or "", node.target or ""
        return "", self.targets.get(node.answer.anchor, node.answer.anchor)


_UNKNOWN = Known({}, {})


_RAISED = str.maketrans("0123456789+-−", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻")
_BLANKS = re.compile(r"[ \t\r\n]+")

_PARAGRAPH = Token("\n", "paragraph")
_ITEM = Token("\n", "item")


class Read(NamedTuple):
    """Text as it is compared, and of each token what a reader is shown: its words, and as content has it."""

    tokens: tuple[Token, ...]
    shown: tuple[str, ...]
    written: tuple[str, ...]
    looks: tuple[Look, ...]

    @property
    def text(self) -> str:
        """Return the words as read, without the marks of notes."""
        return "".join(self.shown)


class _One(NamedTuple):
    token: Token
    shown: str
    written: str
    look: Look = ()


def prose(text: Prose, known: Known | None = None) -> Read:
    """Return what several paragraphs are read as. Without `known` the marks of footnotes are left out."""
    return _read(_prose(text, known))


def line(text: Inlines, known: Known | None = None) -> Read:
    """Return what one paragraph is read as, such as a title. Without `known` the marks of footnotes are left out."""
    return _read(_inlines(text, (), known))


def bare(text: str) -> Read:
    """Return what plain characters are read as."""
    return _read(_characters(text, ()))


def joined(parts: Iterable[Read]) -> Read:
    """Return several texts as one, a line each; empty ones are left out."""
    one = _One(_PARAGRAPH, "\n", "\n")
    found: list[_One] = []
    for part in parts:
        if part.tokens:
            found += [one] if found else []
            found += map(_One, *part)
    return _read(found)


def compared(old: Read, new: Read) -> tuple[Words, ...]:
    """Return what stays and what changed; () where nothing did.

    What stays is shown as the new version reads: a reference in it may have another number. Where only the look or
    the target of a word changed, both sides are shown as content has them: "word" and "*word*", "[](#a)" and "[](#b)".
    """
    if old.tokens == new.tokens:
        return ()
    return tuple(words_of(edit, old, new) for edit in words.edits(old.tokens, new.tokens))


def words_of(edit: words.Edit, old: Read, new: Read) -> Words:
    """Return what an edit of these two texts shows a reader."""
    if edit.same:
        text = "".join(new.shown[edit.new])
        return Words(text, text)
    left, right = "".join(old.shown[edit.old]), "".join(new.shown[edit.new])
    if left == right or not (left or right):
        return Words(_marked(old, edit.old), _marked(new, edit.new), left)
    return Words(left, right)


def _read(parts: Iterable[_One]) -> Read:
    found = [*parts]
    return Read(*zip(*found, strict=True)) if found else Read((), (), (), ())


def _prose(text: Prose, known: Known | None) -> Iterator[_One]:
    for place, passage in enumerate(text):
        match passage:
            case Passage(children):
                if place:
                    yield _One(_PARAGRAPH, "\n", "\n")
                yield from _inlines(children, (), known)
            case Bullets(items):
                for count, item in enumerate(items):
                    yield _One(_ITEM, "\n– " if place or count else "– ", "\n- ")
                    yield from _inlines(item, (), known)
            case _:
                assert_never(passage)


def _inlines(inlines: Inlines, look: Look, known: Known | None) -> Iterator[_One]:
    for node in inlines:
        match node:
            case Text(value):
                yield from _characters(value, look)
            case Code(value):
                yield from _characters(value, (*look, ("`", "`")))
            case Emphasis(children):
                yield from _inlines(children, (*look, ("*", "*")), known)
            case Strong(children):
                yield from _inlines(children, (*look, ("**", "**")), known)
            case Subscript(children):
                yield from _inlines(children, (*look, ("~", "~")), known)
            case Superscript(children):
                for one in _inlines(children, (*look, ("^", "^")), known):
                    yield one._replace(shown=_raised(one.shown))
            case Link(href, children):
                yield from _inlines(children, (*look, ("[", f"]({href})")), known)
            case Reference():
                yield _reference(node, look, known)
            case FootnoteCall():
                yield from _call(node, known)
            case TableNoteCall(name):
                yield _One(Token(OBJECT, ("table note", name)), "", f"[^{name}]")
            case LineBreak():
                yield _One(Token(OBJECT, "break"), "\n", "\\\n")
            case Fact():
                yield from _characters(f"{{{{ {' | '.join(('.'.join(node.path), *node.filters))} }}}}", look)
            case _:
                assert_never(node)


def _raised(text: str) -> str:
    """Return figures as raised ones, for 10⁶ is not 106; letters are read aright as they are: 1st."""
    return text.translate(_RAISED) if _RAISED.keys() >= {*map(ord, text)} else text


def _characters(text: str, look: Look) -> Iterator[_One]:
    for token in words.tokens(_BLANKS.sub(" ", text), look or None):
        yield _One(token, token.text, token.text, look)


def _reference(node: Reference, look: Look, known: Known | None) -> _One:
    own = plain(node.children)
    target = f"{node.paper or ''}{f'#{node.target}' if node.target else ''}"
    mark = ("reference", (known or _UNKNOWN).leads(node), node.form, line(node.children).tokens, look)
    shown = own or (node.answer.text if node.answer else f"[]({target})")
    return _One(Token(own or "reference", mark), shown, f"[{own}]({target})", look)


def _call(node: FootnoteCall, known: Known | None) -> Iterator[_One]:
    if known is None:
        return
    anchor = known.notes.get(node.anchor, node.anchor or node.name)
    if anchor is not None:
        yield _One(Token(OBJECT, ("note", anchor)), "", f"[^{node.name}]")


def _marked(read: Read, part: slice) -> str:
    """Return a part as content has it: what looks alike and stands side by side is in one pair of signs."""
    made: list[str] = []
    open_: Look = ()
    for text, look in [*zip(read.written[part], read.looks[part], strict=True), ("", ())]:
        shared = len(list(takewhile(lambda pair: pair[0] == pair[1], zip(open_, look, strict=False))))
        made += [after for _, after in reversed(open_[shared:])]
        made += [before for before, _ in look[shared:]]
        made.append(text)
        open_ = look
    return "".join(made)
