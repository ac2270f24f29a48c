"""One paragraph of an excerpt -> its inlines: words, marks, links, references, footnote calls and facts."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from markdown_it.common.normalize_url import normalizeLink
from markdown_it.token import Token

from neaspec_docs import limits
from neaspec_docs.diagnostics.codes import Code as FaultCode
from neaspec_docs.diagnostics.span import Span
from neaspec_docs.language import unbroken
from neaspec_docs.load import targets
from neaspec_docs.load.characters import is_fit
from neaspec_docs.load.excerpt import Excerpt
from neaspec_docs.load.markup import MARK, PLACE, tokens
from neaspec_docs.load.source import fit, quoted
from neaspec_docs.model.inline import (
    Code,
    Emphasis,
    Fact,
    FootnoteCall,
    Form,
    Inline,
    Inlines,
    LineBreak,
    Link,
    Reference,
    Strong,
    Subscript,
    Superscript,
    Text,
)
from neaspec_docs.model.walk import nodes

_FOOTNOTE = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.-]*")
_FACT = re.compile(r"\s*(\w[\w-]*(?:\.\w[\w-]*)*)\s*((?:\|\s*[A-Za-z_]\w*\s*)*)")
_NO_LINK = re.compile(r"\]\((?<!\\\]\()")  # it looks back last, for what begins with plain signs is found fast

_PICTURE = ("a picture can't stand in text", "make it a block: `- figure:` with `image:` and `alt:`")
_TWICE = ("nothing can be raised or lowered twice: Word has one level", "write the sign itself, such as `²` or `₂`")
_MARKS: Mapping[str, type[Emphasis | Strong]] = {"em_open": Emphasis, "strong_open": Strong}
_LIFTED: Mapping[str, type[Subscript | Superscript]] = {"sub": Subscript, "sup": Superscript}
_FORMS = {"": Form.FULL, "short": Form.SHORT, "number": Form.NUMBER}


def inlines(excerpt: Excerpt, start: int, end: int, at: Span) -> Inlines:
    """Return the inlines of the characters from `start` up to `end` of an excerpt, which stand at `at`.

    A line break is a space.
    """
    whole = excerpt.value[start:end]
    text = whole.strip()
    if not text:
        return ()
    begin = start + whole.index(text)
    if len(text) > limits.LONGEST_PARAGRAPH:
        message = f"a paragraph of {len(text):,} characters: it can have {limits.LONGEST_PARAGRAPH:,}"
        excerpt.source.error(FaultCode.LIMIT_REACHED, message, excerpt.span(begin, begin + 1), "part it by blank lines")
        return (Text(_in_one_line(text[: limits.LONGEST_PARAGRAPH]), at=excerpt.span(begin, begin + 1)),)
    for first, last in unbroken.words(text) if len(text) > limits.LONGEST_WORD else ():
        if last - first > limits.LONGEST_WORD:
            message = f"a word of {last - first:,} characters: without a blank there can be {limits.LONGEST_WORD:,}"
            at = excerpt.span(begin + first, begin + last)
            excerpt.source.error(FaultCode.LIMIT_REACHED, message, at, "part it by blanks")
            return (Text(_in_one_line(text[: first + limits.LONGEST_WORD]), at=at),)
    marks = len(MARK.findall(text)) + text.count("  \n") if len(text) > limits.MOST_MARKS else 0
    if marks > limits.MOST_MARKS:
        message = f"a paragraph of {marks:,} signs of markup: it can have {limits.MOST_MARKS:,}"
        excerpt.source.error(FaultCode.LIMIT_REACHED, message, excerpt.span(begin, begin + 1), "part it by blank lines")
        return (Text(_in_one_line(text), at=excerpt.span(begin, begin + 1)),)
    return _read(excerpt, begin, text, at if text == whole else excerpt.span(begin, begin + len(text)))


def _read(excerpt: Excerpt, begin: int, text: str, at: Span) -> Inlines:
    """Return the inlines of a text that begins at `begin` of an excerpt, and stands at `at`; most have no marks."""
    if MARK.search(text) or "://" in text or "  \n" in text:
        return _Builder(excerpt, begin, text).build()
    return (Text(_in_one_line(text), at=at),)


def _in_one_line(text: str) -> str:
    """Return a text with one space for each of its line breaks and the blanks beside it."""
    if "\n" not in text:
        return text.strip(" \t")
    return " ".join([line.strip(" \t") for line in text.split("\n")])


@dataclass(slots=True)
class _Open:
    """A mark whose closing is still to come."""

    token: Token
    start: int
    children: list[Inline] = field(default_factory=list)


class _Builder:
    """Makes the inlines of one paragraph, which begins at `begin` of its excerpt."""

    def __init__(self, excerpt: Excerpt, begin: int, text: str) -> None:
        self.excerpt = excerpt
        self.begin = begin
        self.text = text
        self.open = [_Open(Token("paragraph_open", "p", 1), 0)]
        self.cursor = 0  # where the next token begins, if it has no place of its own
        self.waiting: list[str] = []  # words not yet put into a Text
        self.waiting_from = 0
        self.loose = False  # whether the last of them are words as written, and no escape of a space

    def build(self) -> Inlines:
        for token in tokens(self.text):
            self._take(token)
        self._flush(len(self.text))
        return tuple(self.open[0].children)

    def _take(self, token: Token) -> None:
        start, end = token.meta.get(PLACE, (self.cursor, self.cursor + len(token.content)))
        match token.type:
            case "text":
                self._words(token.content, start)
            case "text_special":
                self._words(self._printable(token.content, start, end), start)
            case "softbreak":
                self._end_line()
                self._words(" ", start)
            case _:
                if token.type == "strong_open":  # the token is the second of its two marks
                    start -= 1
                if token.type == "hardbreak":
                    self._end_line()
                self._flush(start)
                self._mark(token, start, end)
        self.loose = token.type in {"text", "softbreak"}
        self.cursor = end if token.nesting <= 0 else self._inside(token, start, end)

    def _mark(self, token: Token, start: int, end: int) -> None:
        match token.nesting:
            case 1:
                self.open.append(_Open(token, start))
                if len(self.open) == limits.DEEPEST_MARKS + 1:
                    message = f"marks stand more than {limits.DEEPEST_MARKS} deep in each other"
                    self._error(FaultCode.NESTED_TOO_DEEP, message, start, start + 1)
            case -1:
                end += 1 if token.type == "strong_close" else 0  # the token is the first of its two marks
                self._close(end)
            case _:
                self._add(self._leaf(token, start, end))

    @staticmethod
    def _inside(token: Token, start: int, end: int) -> int:
        """Return where the words between an opening token and its closing begin."""
        if token.type == "link_open":
            return start if token.markup == "linkify" else start + 1
        return end

    def _close(self, end: int) -> None:
        closed = self.open.pop()
        children = tuple(closed.children)
        if len(self.open) > limits.DEEPEST_MARKS:
            self.open[-1].children.extend(children)
        elif closed.token.type == "link_open":
            self.open[-1].children.extend(self._link(closed.token, children, closed.start, end))
        elif children:
            self._add(_MARKS[closed.token.type](children, at=self._at(closed.start, end)))

    def _leaf(self, token: Token, start: int, end: int) -> Inline:
        match token.type:
            case "code_inline":
                return Code(token.content, at=self._at(start, end))
            case "hardbreak":
                return LineBreak(at=self._at(start, end))
            case "footnote_call":
                return self._footnote_call(token, start, end)
            case "fact":
                return self._fact(token, start, end)
            case "sub" | "sup":
                return self._lifted(_LIFTED[token.type], start, end)
            case kind:
                raise AssertionError(kind)

    def _lifted(self, kind: type[Subscript | Superscript], start: int, end: int) -> Inline:
        first, last = start + 1, end - 1
        inner = _read(self.excerpt, self.begin + first, self.text[first:last], self._at(first, last))
        for again in nodes(inner, Subscript, Superscript):
            self.excerpt.source.error(FaultCode.NESTED_TOO_DEEP, _TWICE[0], again.at, _TWICE[1])
        return kind(inner, at=self._at(start, end))

    def _footnote_call(self, token: Token, start: int, end: int) -> Inline:
        if _FOOTNOTE.fullmatch(token.content):
            return FootnoteCall(token.content, at=self._at(start, end))
        said = "`[^` is never closed" if token.info else f"{quoted(self.text[start:end])} names no footnote"
        self._error(FaultCode.UNREADABLE_REFERENCE, said, start, end, "write `[^name]`, or `\\[` for a bracket")
        return Text(self.text[start:end], at=self._at(start, end))

    def _fact(self, token: Token, start: int, end: int) -> Inline:
        found = _FACT.fullmatch(token.content)
        if found:
            filters = tuple(name.strip() for name in found[2].split("|")[1:])
            return Fact(tuple(found[1].split(".")), filters, at=self._at(start, end))
        if token.info:
            said, help = "`{{` is never closed", "write `{{ facts.name }}`, or `\\{{` for braces"
        else:
            said = f"{quoted(self.text[start:end])} is no fact"
            help = "write names joined by dots, then filters: `{{ meeting.dates | dates }}`"
        self._error(FaultCode.UNREADABLE_FACT, said, start, end, help)
        return Text(self.text[start:end], at=self._at(start, end))

    def _link(self, token: Token, children: Inlines, start: int, end: int) -> Inlines:
        """Return a link or reference; its words alone where its target can't be followed."""
        target, title = str(token.attrs.get("href", "")), str(token.attrs.get("title", ""))
        at = self._at(start, end)
        if reference := self._reference(target, title, children, at):
            return (reference,)
        picture = not token.markup and self._follows_exclamation(start)
        if complaint := _PICTURE if picture else self._complaint(target, title, children):
            self.excerpt.source.error(FaultCode.MALFORMED_LINK, complaint[0], at, complaint[1])
            return children
        return (Link(normalizeLink(target), children, at=at),)

    def _reference(self, target: str, title: str, children: Inlines, at: Span) -> Reference | None:
        found = targets.REFERENCE.fullmatch(target)
        if found is None or targets.FILE.search(found["paper"] or ""):
            return None
        if title not in _FORMS:
            help = 'write `"short"` or `"number"`, or nothing for the full form'
            message = f"a reference can't be {quoted(title)}"
            self.excerpt.source.error(FaultCode.UNREADABLE_REFERENCE, message, at, help)
        return Reference(found["paper"], found["id"], _FORMS.get(title, Form.FULL), children, at=at)

    def _follows_exclamation(self, start: int) -> bool:
        return self.text.endswith("!", 0, start) and not self.text.endswith("\\!", 0, start)

    def _complaint(self, target: str, title: str, children: Inlines) -> tuple[str, str | None] | None:
        """Return what is wrong with a link to somewhere outside, and the cure; None where all is well."""
        if not targets.WEB.match(target):
            return self._nowhere(target)
        if not children:
            return "the link has no words", "write `[words](https://...)`, or the address alone"
        if title:
            return f"a link can't have a title: {quoted(title)}", None
        return None

    def _nowhere(self, target: str) -> tuple[str, str]:
        said = f"the link leads nowhere: {quoted(target)}" if target else "the link has no target"
        meeting = self.excerpt.source.file.removeprefix("content/").partition("/")[0]
        if re.fullmatch(r"[A-Za-z0-9][\w-]*(?:#[\w.-]+)?", target, re.ASCII):
            near = f"`{meeting}/{target}`" if "#" in target else f"`#{target}` or `{meeting}/{target}`"
            return said, f"is it {near}?"
        kinds = "`#id`, `meeting/paper`, `meeting/paper#id`, `https://...` or `mailto:...`"
        return said, f"a target is {kinds}"

    def _words(self, words: str, start: int) -> None:
        if not self.waiting:
            self.waiting_from = start
        if words:
            self.waiting.append(words)

    def _end_line(self) -> None:
        """Leave out the white space at the end of a line."""
        if self.waiting and self.loose:
            self.waiting[-1] = self.waiting[-1].rstrip(" \t")

    def _flush(self, end: int) -> None:
        """Put the words that wait into a Text, which ends where the next node begins."""
        if not self.waiting:
            return
        words = "".join(self.waiting)
        self.waiting = []
        if not words:
            return
        if found := _NO_LINK.search(self.text[self.waiting_from : end]):
            place = self.waiting_from + found.start()
            self._error(
                FaultCode.MALFORMED_LINK,
                "`](` makes no link here",
                place,
                place + 2,
                "a target holds no space, and no link stands in another; write `\\]` for a bracket",
            )
        self._add(Text(words, at=self._at(self.waiting_from, end)))

    def _printable(self, content: str, start: int, end: int) -> str:
        """Report what an entity such as `&#12;` brought in that no text may hold."""
        if is_fit(content):
            return content
        return fit(content, self.text[start:end], self.excerpt.source, self._at(start, end))

    def _add(self, node: Inline) -> None:
        self.open[-1].children.append(node)

    def _at(self, start: int, end: int) -> Span:
        return self.excerpt.span(self.begin + start, self.begin + end)

    def _error(self, code: FaultCode, message: str, start: int, end: int, help: str | None = None) -> None:
        self.excerpt.source.error(code, message, self._at(start, end), help)
