"""Facts in text -> the words they stand for: `{{ facts.core_fund.china }}`, `{{ meeting.session | ordinal }}`.

A fact is looked up and passed through filters by name; nothing is evaluated, so content cannot run anything.
"""

from collections.abc import Callable, Iterator, Mapping
from datetime import date as Date  # noqa: N812 -- a filter is called date
from decimal import Decimal, InvalidOperation
from typing import TypeAlias, get_args

from neaspec_docs import limits
from neaspec_docs.diagnostics.codes import Code
from neaspec_docs.diagnostics.diagnostic import did_you_mean, nearest
from neaspec_docs.language import dates, numbers, ordinals, unbroken
from neaspec_docs.model.document import Content, Document, Meeting
from neaspec_docs.model.inline import Code as Verbatim
from neaspec_docs.model.inline import (
    Emphasis,
    Fact,
    FootnoteCall,
    Inline,
    Inlines,
    Link,
    Strong,
    Subscript,
    Superscript,
    Text,
)
from neaspec_docs.model.walk import Tree, children, nodes, rewrite
from neaspec_docs.resolve.context import Context

Value: TypeAlias = str | int | Date | tuple[Date, Date]


def substitute(document: Document, context: Context) -> Document:
    """Return the paper with each fact replaced by its words.

    A name that is nowhere, or a filter that is none or does not fit, is an error at its place.
    """
    return stated(document, document.language, context)


def stated(tree: Tree, language: str, context: Context) -> Tree:
    """Return any tree of nodes with its facts replaced by their words in this language."""
    known: Mapping[str, object] = {"facts": context.facts, "meeting": of_meeting(context.meeting)}

    room = limits.MOST_FROM_FACTS

    def change(node: Fact) -> Text:
        nonlocal room
        words = _words(node, known, language, context) if room >= 0 else ""
        if len(words) > room >= 0:
            message = f"with this one, facts put more than {limits.MOST_FROM_FACTS:,} characters into the text"
            help = "a fact is a name, a date or a sum; write longer text once, and refer to it"
            context.report.error(Code.LIMIT_REACHED, message, node.at, help)
            words, room = "", -1
        room -= len(words)
        return Text(words, at=node.at)

    changed = rewrite(tree, change, Fact)
    for line in _lines(changed, tree):
        _check_words(line, context)
    return changed


_INLINES: tuple[type, ...] = get_args(Inline)


def _lines(new: object, old: object) -> Iterator[Inlines]:
    """Give the lines of a tree that are others than in the one it was made of, which has as many parts."""
    if new is old:
        return
    if isinstance(new, tuple) and isinstance(old, tuple):
        if isinstance(new[0], _INLINES):
            yield new
        else:
            for one, other in zip(new, old, strict=True):
                yield from _lines(one, other)
    else:
        for name in children(type(new)):
            yield from _lines(getattr(new, name), getattr(old, name))


_OF_CHARACTERS = (Text, Verbatim)
_WITHIN_A_LINE = (Emphasis, Strong, Subscript, Superscript, Link, FootnoteCall)
"""Nodes that part no words."""


def _check_words(line: Inlines, context: Context) -> None:
    """Report words that facts make too long for a line, side by side with other words; at what goes too far."""
    length = 0  # of the word that the text before ends in
    for node in nodes(line):
        if isinstance(node, _OF_CHARACTERS):
            text = node.value
            for start, end in unbroken.words(text) if length + len(text) > limits.LONGEST_WORD else ():
                if end - start + (length if start == 0 else 0) > limits.LONGEST_WORD:
                    message = f"a word of more than {limits.LONGEST_WORD:,} characters: no line can be broken in it"
                    context.report.error(Code.LIMIT_REACHED, message, node.at, "part it by blanks")
            ending = unbroken.ending(text)
            length = ending + (length if ending == len(text) else 0)
        elif not isinstance(node, _WITHIN_A_LINE):
            length = 0


def of_the_agenda(meeting: Meeting, content: Content) -> Meeting:
    """Return a meeting with the facts in its agenda replaced by their words in English."""
    return stated(meeting, "en", Context(content, meeting, lambda _: None))


OF_MEETING = ("id", "title", "short", "session", "dates", "start", "end", "venue", "host", "chair", "secretariat")
"""What content may say of its meeting, where the meeting has it."""


def of_meeting(meeting: Meeting) -> Mapping[str, Value]:
    """Return what content may say of its meeting: `{{ meeting.venue }}`."""
    facts = {name: getattr(meeting, name) for name in OF_MEETING if name != "dates"}
    facts["dates"] = (meeting.start, meeting.end)
    return {name: value for name, value in facts.items() if value not in (None, "")}


def _words(fact: Fact, known: Mapping[str, object], language: str, context: Context) -> str:
    value = _look_up(fact, known, context)
    for name in fact.filters:
        if value is None:
            return ""
        value = _filtered(value, name, language, fact, context)
    if value is None:
        return ""
    if isinstance(value, tuple):
        return dates.dates(*value, language=language)
    return dates.date(value, language) if isinstance(value, Date) else str(value)


def _look_up(fact: Fact, names: Mapping[str, object], context: Context) -> Value | None:
    found: object = names
    for depth, name in enumerate(fact.path):
        if not isinstance(found, Mapping) or name not in found:
            if context.report.many:
                return None
            if fact.path[0] != "facts" or not context.content.faulty_facts & {"", context.meeting.id}:
                help = _cure(fact.path[:depth], name, found if isinstance(found, Mapping) else {})
                message = f"`{'.'.join(fact.path)}` is stated nowhere"
                context.report.error(Code.UNKNOWN_FACT, message, fact.at, help)
            return None  # what is missing may stand where a file of facts can't be read
        found = found[name]
    if isinstance(found, str | int | Date | tuple):
        return found
    members = ", ".join(f"`{name}`" for name in found) if isinstance(found, Mapping) else ""
    context.report.error(
        Code.UNKNOWN_FACT, f"`{'.'.join(fact.path)}` is a group of facts", fact.at, f"name one of {members}"
    )
    return None


def _cure(group: tuple[str, ...], name: str, there: Mapping[str, object]) -> str:
    """Say what to do about a name that a group of facts does not have."""
    if group == ("meeting",) and name in OF_MEETING:
        return f"state `{name}` in the meeting's meeting.yaml"
    close = nearest(name, there)
    if close is not None:
        return f"did you mean `{'.'.join((*group, close))}`?"
    if group == ("meeting",):
        return f"of a meeting there are {', '.join(OF_MEETING)}"
    return "state it in content/facts.yaml or the meeting's facts.yaml"


def _filtered(value: Value, name: str, language: str, fact: Fact, context: Context) -> Value | None:
    if name not in FILTERS:
        help = did_you_mean(name, FILTERS) or f"there are {', '.join(FILTERS)}"
        context.report.error(Code.UNKNOWN_FILTER, f"unknown filter `{name}`", fact.at, help)
        return None
    try:
        if name == "ordinal":  # of a session, it agrees with the meeting that it is one of
            return _ordinal(value, language, context.meeting.title)
        return FILTERS[name](value, language)
    except (ValueError, TypeError, InvalidOperation):
        context.report.error(Code.UNFIT_FILTER, f"`{name}` does not fit `{_shown(value)}`", fact.at)
        return None


def _shown(value: Value) -> str:
    return dates.dates(*value) if isinstance(value, tuple) else str(value)


def _ordinal(value: Value, language: str, counted: str = "") -> str:
    if isinstance(value, Date | tuple):
        raise TypeError
    return ordinals.capitalized(ordinals.ordinal(int(value), language, counted))


def _date(value: Value, language: str) -> str:
    if isinstance(value, tuple):
        raise TypeError
    return dates.date(value if isinstance(value, Date) else Date.fromisoformat(str(value)), language)


def _dates(value: Value, language: str) -> str:
    if isinstance(value, tuple):
        return dates.dates(*value, language=language)
    return _date(value, language)


def _number(value: Value, language: str) -> str:
    if isinstance(value, Date | tuple):
        raise TypeError
    return numbers.grouped(Decimal(value), language)


FILTERS: Mapping[str, Callable[[Value, str], Value]] = {
    "ordinal": _ordinal,
    "date": _date,
    "dates": _dates,
    "number": _number,
    "upper": lambda value, _: str(value).upper(),
    "lower": lambda value, _: str(value).lower(),
}
"""The filters by name: what each makes of a value, in a language; one that does not fit raises."""
